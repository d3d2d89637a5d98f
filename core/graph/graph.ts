import { UserError } from '../errors.ts';
import { parseOutputAddress } from '../output/address.ts';
import { substitute, type VariableLookup } from '../serverless/variables.ts';
import { composeReferences } from '../service/compose.ts';
import type { Service } from '../service/definition.ts';
import { outputOfParameter } from '../service/parameter-outputs.ts';
import { parseStackAddress } from '../service/stack-address.ts';
import { isWhole, mayBe, UNKNOWN_PART } from '../stack/template-text.ts';
import { suggestName } from '../suggest.ts';
import { edge, findCycle } from './cycle.ts';
import type { Dependency, Graph } from './dependency.ts';

export interface GraphParts {
  readonly services: readonly Service[];
  /** Names of the profile's own parameters: `${param:a.b}` that is one of them reads no output. */
  readonly parameters: ReadonlySet<string>;
  /** Values of the variables inside addresses. */
  readonly lookup: VariableLookup;
  readonly app: string;
  readonly stage: string;
}

/**
 * Builds the graph of an application from what is configured (`depends-on`, Compose) and from what the services'
 * configurations read of each other. Throws E_SERVICE_UNKNOWN, E_DEPENDENCY_CYCLE.
 */
export function buildGraph(parts: GraphParts): Graph {
  const keys = parts.services.map(({ key }) => key);
  const keyOfName = new Map(parts.services.flatMap(({ key, name }) => (name === undefined ? [] : [[name, key]])));
  const graph = new Map(
    parts.services.map((service): [string, Dependency[]] => {
      const found = [
        ...declared(service, keys),
        ...readByParameter(service, keys, parts),
        ...readByName(service, keyOfName, parts),
      ];
      // Of several reasons the first counts, and what is sure before a guess.
      const sure = [...found.filter(({ guess }) => guess !== true), ...found.filter(({ guess }) => guess === true)];
      const byStack = new Set(found.filter((each) => each.byStack === true).map(({ on }) => on));
      const byKey = new Map(
        sure.reverse().map((each) => [each.on, byStack.has(each.on) ? { ...each, byStack: true as const } : each]),
      );
      return [service.key, [...byKey.values()].sort((a, b) => (a.on < b.on ? -1 : 1))];
    }),
  );
  checkCycles(graph);
  return graph;
}

/** Throws E_DEPENDENCY_CYCLE; takes out the guesses that alone close a circle. */
function checkCycles(graph: Map<string, Dependency[]>): void {
  for (let cycle = findCycle(graph); cycle !== undefined; cycle = findCycle(graph)) {
    const { path, reasons } = cycle;
    const guessed = path.slice(0, -1).find((key, index) => edge(graph, key, path[index + 1])?.guess === true);
    if (guessed === undefined) {
      throw new UserError('E_DEPENDENCY_CYCLE', {
        what: `services depend on each other in a circle: ${path.join(' → ')}`,
        why: reasons.join('; '),
        fix:
          path.length === 2
            ? 'a service knows its own resources without their outputs: use Ref or Fn::GetAtt'
            : 'take one of these dependencies out',
      });
    }
    const on = path[path.indexOf(guessed) + 1];
    graph.set(
      guessed,
      (graph.get(guessed) ?? []).filter((dependency) => dependency.on !== on),
    );
  }
}

function declared(service: Service, keys: readonly string[]): Dependency[] {
  const compose = Object.values(service.composeParams).flatMap(composeReferences);
  const all = [
    ...service.dependsOn.map((on) => ({ on, why: 'depends-on' })),
    ...compose.map(([on, output]) => ({ on, why: `\${${on}.${output}} in serverless-compose.yml` })),
  ];
  const stranger = all.find(({ on }) => !keys.includes(on));
  if (stranger !== undefined) {
    throw new UserError('E_SERVICE_UNKNOWN', {
      what: `the service "${service.key}" depends on "${stranger.on}" (${stranger.why}), which is not a service`,
      fix: suggestName(stranger.on, keys),
    });
  }
  return all;
}

function readByParameter(service: Service, keys: readonly string[], { parameters }: GraphParts): Dependency[] {
  return service.reads.params.flatMap((name) => {
    const read = parameters.has(name) ? undefined : outputOfParameter(name, keys);
    return read === undefined || isOwnThroughFile(service, read.key, `param:${name}`)
      ? []
      : [{ on: read.key, why: `\${param:${name}}` }];
  });
}

/** A file that several services include may name an output of each of them. */
function isOwnThroughFile({ key, reads }: Service, on: string, text: string): boolean {
  return on === key && reads.through.includes(text);
}

/** Outputs, stacks and exports that are named by services' names, if they are of this application and stage. */
function readByName(service: Service, keyOfName: ReadonlyMap<string, string>, parts: GraphParts): Dependency[] {
  const { app, stage, lookup } = parts;
  const outputs = service.reads.outputs.flatMap((written): Dependency[] => {
    const why = `\${output:${written}}`;
    const text = substitute(written, lookup);
    if (!isWhole(text)) {
      // The stage may turn out to be another one; to wait for nothing does less harm than not to wait for what is read.
      const [, name = ''] = /(?:^|:)([A-Za-z][\w-]*)\.[^:{}$]+$/.exec(text) ?? [];
      const likely = keyOfName.get(name);
      return likely === undefined || likely === service.key ? [] : [{ on: likely, why, guess: true }];
    }
    const address = parseOutputAddress(text);
    const isHere = (address.app ?? app) === app && (address.stage ?? stage) === stage;
    const on = keyOfName.get(address.service);
    return isHere && on !== undefined && !isOwnThroughFile(service, on, `output:${written}`) ? [{ on, why }] : [];
  });
  const others = parts.services.filter(({ key }) => key !== service.key);
  const stacks = service.reads.stacks.flatMap((written) =>
    matching(parseStackAddress(substitute(written, lookup)).stack, others, ({ stackName, stackText }) =>
      [stackName ?? stackText ?? []].flat(),
    ).map((found) => ({ ...found, why: `\${cf:${written}}`, byStack: true as const })),
  );
  const imports = service.reads.imports.flatMap((name) =>
    matching(name, others, ({ exports }) => exports).map((found) => ({ ...found, why: `Fn::ImportValue ${name}` })),
  );
  return [...outputs, ...stacks, ...imports];
}

/** Whether two texts name the same variables that are not known before, by the same spelling. */
function isSpelledAlike(name: string, text: string): boolean {
  return name === text && !text.includes(UNKNOWN_PART);
}

/** Returns the services that have a name; if one of both is not known as a whole, those that may have it. */
function matching(
  text: string,
  services: readonly Service[],
  namesOf: (service: Service) => readonly string[],
): Omit<Dependency, 'why'>[] {
  return services.flatMap((service): Omit<Dependency, 'why'>[] => {
    const names = namesOf(service);
    if (names.includes(text) && isWhole(text)) {
      return [{ on: service.key }];
    }
    const isLikely = names.some((name) =>
      isWhole(name)
        ? !isWhole(text) && mayBe(text, name)
        : isSpelledAlike(name, text) || (isWhole(text) && mayBe(name, text)),
    );
    return isLikely ? [{ on: service.key, guess: true }] : [];
  });
}
