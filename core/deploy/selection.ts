import { UserError } from '../errors.ts';
import type { Graph } from '../graph/dependency.ts';
import type { Service } from '../service/definition.ts';
import type { StageKind } from '../stage/identity.ts';

/** A service that a run is to bring up to date in its stage. */
export interface Selected {
  readonly key: string;
  /** Whether it is deployed whatever is known of it. */
  readonly forced: boolean;
  /** Why it is in the stage. */
  readonly reason: string;
}

/** A service that the stage does not get. */
export interface LeftOut {
  readonly key: string;
  readonly reason: string;
}

export interface SelectionParts {
  readonly services: readonly Service[];
  readonly graph: Graph;
  readonly kind: StageKind;
  /** Which services a preview gets. */
  readonly mode: 'affected' | 'all';
  /** Keys that a person named, who wants them deployed; undefined where the run decides. */
  readonly named: ReadonlySet<string> | undefined;
  /** Keys of services whose source differs from the base's; undefined where that cannot be told. */
  readonly changed: ReadonlySet<string> | undefined;
  /** Keys of services that the stage has a deployment of. */
  readonly present: ReadonlySet<string>;
  /** Keys of services that the base stage has a deployment of. */
  readonly inBase: ReadonlySet<string>;
  readonly baseStage: string | undefined;
  /** Keys of services whose CLI reads `${cf:…}` of the stage itself alone (serverless 4, which is one file that nothing is put into). */
  readonly readsOwnStacks: ReadonlySet<string>;
  /** What a preview's changes are measured against, for people: the name of a branch. */
  readonly against: string;
}

export interface Selection {
  readonly selected: readonly Selected[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Decides which services a stage is to have. A configured or personal stage has all; a preview those that its changes
 * are in and those that are there already, and what these need where neither it nor the base stage has it. Throws
 * E_OUTPUT_MISSING where a service is needed that previews never get.
 */
export function selectServices(parts: SelectionParts): Selection {
  const { services, named } = parts;
  const chosen = new Map<string, Selected>();
  for (const service of services) {
    const { key } = service;
    if (named !== undefined) {
      if (named.has(key) && !(parts.kind === 'preview' && service.shared === 'always')) {
        chosen.set(key, { key, forced: true, reason: 'asked for by name' });
      }
      continue;
    }
    const reason = parts.kind === 'preview' ? reasonInPreview(service, parts) : 'the stage has every service';
    if (reason !== undefined) {
      chosen.set(key, { key, forced: false, reason });
    }
  }
  addNeeded(chosen, parts);
  const selected = services.flatMap(({ key }) => chosen.get(key) ?? []);
  const leftOut = services.flatMap((service) =>
    chosen.has(service.key) ? [] : [{ key: service.key, reason: reasonLeftOut(service, parts) }],
  );
  return { selected, leftOut };
}

function reasonInPreview(service: Service, parts: SelectionParts): string | undefined {
  const { changed, against, mode } = parts;
  if (service.shared === 'always') {
    return undefined;
  }
  if (changed === undefined) {
    return service.shared === true && mode === 'all' && !parts.present.has(service.key)
      ? undefined
      : `what differs from ${against} cannot be told, so it is deployed`;
  }
  if (changed.has(service.key)) {
    return `it differs from ${against}`;
  }
  if (service.triggers === 'always') {
    return 'triggers: always';
  }
  if (parts.present.has(service.key)) {
    return 'the preview has it already';
  }
  return mode === 'all' && service.shared === false ? 'previews.services: all' : undefined;
}

/** Adds what the chosen ones need, where nobody else has it; what the base stage has brings its own needs there. */
function addNeeded(chosen: Map<string, Selected>, parts: SelectionParts): void {
  const byKey = new Map(parts.services.map((service) => [service.key, service]));
  const queue = [...chosen.keys()];
  for (let key = queue.shift(); key !== undefined; key = queue.shift()) {
    for (const { on: needed, why, byStack } of parts.graph.get(key) ?? []) {
      const isOwn = byStack === true && parts.readsOwnStacks.has(key);
      if (chosen.has(needed) || parts.present.has(needed) || (parts.inBase.has(needed) && !isOwn)) {
        continue;
      }
      const base = isOwn ? `serverless 4 reads ${why} of this stage alone` : lackOf(parts);
      if (byKey.get(needed)?.shared === 'always' && parts.kind === 'preview') {
        throw new UserError('E_OUTPUT_MISSING', {
          what: `"${key}" needs the service "${needed}" (${why}), of which previews get no copy (shared: always), and ${base}`,
          fix: `deploy "${needed}" into the base stage first`,
        });
      }
      chosen.set(needed, { key: needed, forced: false, reason: `"${key}" needs it, and ${base}` });
      queue.push(needed);
    }
  }
}

function lackOf({ baseStage }: SelectionParts): string {
  return baseStage === undefined ? 'there is no base stage' : `"${baseStage}" does not have it`;
}

function reasonLeftOut(service: Service, parts: SelectionParts): string {
  const { key, shared } = service;
  const from = parts.inBase.has(key) ? `; "${parts.baseStage}" has it` : '';
  if (parts.named !== undefined && !parts.named.has(key)) {
    return `not asked for${from}`;
  }
  if (shared === 'always') {
    const changed = parts.changed?.has(key) ? 'its changes are not in this preview: ' : '';
    return `${changed}shared: always${from}`;
  }
  return `nothing of it differs from ${parts.against}${from}`;
}
