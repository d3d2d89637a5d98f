import { type Document, isNode, parseDocument } from 'yaml';

export interface Step {
  id?: string;
  name?: string;
  if?: unknown;
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}

export interface Job {
  if?: unknown;
  needs?: string | string[];
  uses?: string;
  with?: Record<string, unknown>;
  secrets?: unknown;
  permissions?: unknown;
  concurrency?: unknown;
  environment?: unknown;
  container?: unknown;
  services?: unknown;
  'timeout-minutes'?: unknown;
  outputs?: Record<string, unknown>;
  steps?: Step[];
}

/** An input, output or secret, of a called workflow or of an action. */
export interface Entry {
  description?: string;
  required?: boolean;
  default?: unknown;
  value?: unknown;
}

export interface Interface {
  inputs?: Record<string, Entry | null>;
  outputs?: Record<string, Entry | null>;
  secrets?: Record<string, Entry | null>;
}

interface Content extends Interface {
  on?: unknown;
  permissions?: unknown;
  concurrency?: unknown;
  jobs?: Record<string, Job>;
  runs?: { using?: string; steps?: Step[] };
}

export interface ShippedFile {
  /** Path from the repository's root. */
  readonly path: string;
  readonly text: string;
  /** `reusable` is called by others, `own` checks this repository, `template` is copied by users. */
  readonly kind: 'reusable' | 'own' | 'template' | 'action';
  readonly content: Content;
  readonly document: Document;
}

/** All files by their path. */
export type Shipped = ReadonlyMap<string, ShippedFile>;

/** A rule: what is wrong in a file, one sentence each that names file and job; none where all is well. */
export type Rule = (file: ShippedFile, shipped: Shipped) => string[];

/** Returns a workflow, template or action.yml as the rules read it; throws where it is not sound YAML. */
export function readShipped(path: string, text: string): ShippedFile {
  const document = parseDocument(text);
  const [error] = [...document.errors, ...document.warnings];
  if (error) throw new Error(`${path}: ${error.message}`, { cause: error });
  const content = (document.toJS() ?? {}) as Content;
  return { path, text, kind: kindOf(path, content), content, document };
}

function kindOf(path: string, content: Content): ShippedFile['kind'] {
  if (/(^|\/)action\.ya?ml$/.test(path)) return 'action';
  if (path.startsWith('workflows-templates/')) return 'template';
  return triggersOf(content.on).has('workflow_call') ? 'reusable' : 'own';
}

/** Returns what starts a workflow, with the settings of each event: `on` may be a name, a list or a mapping. */
export function triggersOf(on: unknown): Map<string, Record<string, unknown>> {
  if (typeof on === 'string') return new Map([[on, {}]]);
  if (Array.isArray(on)) return new Map(on.map((event) => [String(event), {}]));
  return new Map(Object.entries(asRecord(on)).map(([event, settings]) => [event, asRecord(settings)]));
}

/** Returns a mapping as it is, and an empty one for everything else. */
export function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** Returns the inputs, outputs and secrets that a workflow declares for its callers, or an action for its users. */
export function interfaceOf({ kind, content }: ShippedFile): Interface {
  return kind === 'action' ? content : asRecord(triggersOf(content.on).get('workflow_call'));
}

/** Returns the jobs of a workflow by their name; an action has none. */
export function jobsOf({ content }: ShippedFile): [string, Job][] {
  return Object.entries(content.jobs ?? {});
}

/** Returns the names of the jobs that a job waits for. */
export function needsOf(job: Job): string[] {
  return job.needs === undefined ? [] : [job.needs].flat();
}

export interface PlacedStep {
  readonly step: Step;
  readonly job: string;
  /** File, job and step, for the beginning of a finding. */
  readonly at: string;
  /** Way to the step in the document. */
  readonly way: (string | number)[];
}

/** Returns every step of a workflow's jobs, or of a composite action. */
export function stepsOf(file: ShippedFile): PlacedStep[] {
  const lists = jobsOf(file).map(([job, { steps }]) => ({ job, steps, way: ['jobs', job, 'steps'] }));
  lists.push({ job: 'runs', steps: file.content.runs?.steps, way: ['runs', 'steps'] });
  return lists.flatMap(({ job, steps, way }) =>
    (steps ?? []).map((step, index) => ({
      step,
      job,
      at: `${file.path}: job ${job}: step ${step.name ?? step.id ?? step.uses ?? index}`,
      way: [...way, index],
    })),
  );
}

/** Returns the comment behind a value, on its line; undefined where there is none. */
export function commentBehind({ document, text }: ShippedFile, way: readonly (string | number)[]): string | undefined {
  const node = document.getIn(way, true);
  const end = isNode(node) ? node.range?.[1] : undefined;
  if (end === undefined) return undefined;
  return /^[ \t]+#[ \t]*(.*\S)/.exec(text.slice(end).split('\n', 1)[0] ?? '')?.[1];
}
