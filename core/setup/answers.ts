import { UserError } from '../errors.ts';
import { suggestName } from '../suggest.ts';

/** The stages that a new application gets, if nothing names others. */
export const NEW_STAGES: readonly string[] = ['dev', 'staging', 'prod'];

/** How production gets its commits: by pushes to its branch alone, or by promotions of what staging proved, too. */
export const PRODUCTION_WAYS = ['branch', 'promotion'] as const;
export type ProductionWay = (typeof PRODUCTION_WAYS)[number];

/** What a person answers before a repository is set up. */
export interface Answers {
  /** Account of each stage, twelve digits, the first stage's also that of previews. */
  readonly accounts: Readonly<Record<string, string>>;
  readonly region: string;
  readonly production: ProductionWay;
}

const ACCOUNT = /^[0-9]{12}$/;
const ALL = '*';

/**
 * Reads account ids as people write them: one for all stages, one for each in their order, or `dev=…` pairs; blanks and commas
 * between, `1111-2222-3333` as the console shows them. Returns the account of each stage. Throws E_INPUT.
 */
export function parseAccounts(text: string, stages: readonly string[]): Answers['accounts'] {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  const pairs = parts.map((part, index): readonly [stage: string, account: string] => {
    const [name = '', account] = part.split('=');
    return account === undefined ? [parts.length === 1 ? ALL : (stages[index] ?? ''), name] : [name, account];
  });
  const given = new Map(pairs.map(([stage, account]) => [stage, account.replaceAll('-', '')]));
  for (const [stage, account] of given) {
    if (stage !== ALL && !stages.includes(stage)) {
      throw fault(
        `"${text}" names ${stage === '' ? 'more accounts than stages' : `the stage "${stage}"`}`,
        suggestName(stage, stages),
      );
    }
    if (!ACCOUNT.test(account)) {
      throw fault(`"${account}" is not the id of an AWS account`, `write ${spelling(stages)}`);
    }
  }
  const missing = stages.find((stage) => !given.has(stage) && !given.has(ALL));
  if (missing !== undefined) {
    throw fault(`"${text}" does not say the account of ${missing}`, `write ${spelling(stages)}`);
  }
  return Object.fromEntries(stages.map((stage) => [stage, given.get(stage) ?? given.get(ALL) ?? '']));
}

function spelling(stages: readonly string[]): string {
  return `one id for all stages, one for each (${stages.join(', ')}), or ${stages.map((stage) => `${stage}=ID`).join(' ')}`;
}

function fault(what: string, fix: string): UserError {
  return new UserError('E_INPUT', { what, why: 'an account id has twelve digits', fix });
}
