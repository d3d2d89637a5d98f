import type { ReadFrom } from '../../../core/deploy/result.ts';
import { once } from '../../../core/once.ts';
import type { FindDeployment, OutputReader } from '../../../core/output/lookup.ts';
import type { Service } from '../../../core/service/definition.ts';
import type { StackView } from '../../../core/stack/status.ts';
import { mayBe } from '../../../core/stack/template-text.ts';

/** The value of an export that a preview takes in place of an import. */
export interface ImportedValue {
  readonly value: string;
  readonly from: ReadFrom;
  /** Whether CloudFormation gives it back with other characters. */
  readonly isLost: boolean;
}

/**
 * Returns what an import is replaced by, by the export's name; undefined if it is to stay, as the stage exports it itself, or no
 * configured stage does.
 */
export type ReadImport = (name: string) => Promise<ImportedValue | undefined>;

export interface ImportParts {
  readonly reader: OutputReader;
  readonly services: readonly Service[];
  readonly find: FindDeployment;
  /** Exports of the services that this run brings up to date, as far as their configurations tell. */
  readonly planned: readonly string[];
  /** Names of the services that the stage has or gets: others are not looked for in it. */
  readonly present: ReadonlySet<string>;
  /** Names of the services that are recorded in a configured stage, of whatever repository. */
  readonly recordedIn: (stage: string) => Promise<readonly string[]>;
}

/**
 * Returns the way to exports for a stage that is not a configured one. An import of a configured stage's export would keep that
 * stage from being changed for as long as the preview is there, so its value is taken.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html
 */
export function createImportReader(parts: ImportParts): ReadImport {
  const { reader, services, find, planned, present, recordedIn } = parts;
  const { app, stage, region, baseStage, account, accounts } = reader;
  const names = services.flatMap(({ name }) => name ?? []);
  const isHere = (name: string) => planned.some((each) => each === name || mayBe(each, name));
  const stages = [
    ...(baseStage === undefined ? [] : [baseStage]),
    ...Object.keys(accounts).filter((each) => each !== stage && each !== baseStage && accounts[each] === account),
  ];
  const own = once(async () => {
    const stacks = await Promise.all(
      [...present].map((name) => find({ app, stage, kinds: [reader.kind], region }, name)),
    );
    return new Set(stacks.flatMap((stack) => Object.keys(stack?.exports ?? {})));
  });
  const exportsOf = new Map(stages.map((each) => [each, once(() => exportsIn(each))]));

  return async (name) => {
    if (isHere(name) || (await own()).has(name)) {
      return undefined;
    }
    for (const [other, read] of exportsOf) {
      const exported = await read();
      const spelled = other === baseStage ? name.replaceAll(stage, other) : name;
      const found = exported.get(name) ?? exported.get(spelled);
      if (found !== undefined) {
        return found;
      }
    }
    return undefined;
  };

  async function exportsIn(other: string): Promise<Map<string, ImportedValue>> {
    const all = new Set([...names, ...(await recordedIn(other))]);
    const found = await Promise.all(
      [...all].map(
        async (name): Promise<[string, StackView | undefined]> => [
          name,
          await find({ app, stage: other, kinds: ['configured'], region }, name),
        ],
      ),
    );
    return new Map(
      found.flatMap(([name, stack]) => {
        const service = services.find((each) => each.name === name)?.key ?? name;
        const from = { service, stage: other };
        return Object.entries(stack?.exports ?? {}).map(([id, value]): [string, ImportedValue] => [
          id,
          { value, from, isLost: stack?.lostExports?.includes(id) === true },
        ]);
      }),
    );
  }
}
