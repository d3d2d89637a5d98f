import { recordOf } from '../safeguards/view/resource.ts';
import { readYaml } from '../yaml/read.ts';

/** A workflow of a repository, as far as its set-up goes. */
export interface Workflow {
  readonly path: string;
  readonly name: string;
  /** Its triggers, by event. */
  readonly on: Readonly<Record<string, unknown>>;
  readonly jobs: readonly WorkflowJob[];
  /** Whether the text still has the placeholder of a template. */
  readonly hasPlaceholder: boolean;
}

/** Something that a job or a step uses. */
export interface Used {
  /** `owner/name`. */
  readonly repository: string;
  /** What is used of it: `.github/workflows/stage.yml`, `actions/promote`; empty for an action at the top. */
  readonly path: string;
  readonly ref: string;
}

export interface WorkflowJob {
  readonly id: string;
  readonly uses: Used | undefined;
  readonly with: Readonly<Record<string, unknown>>;
  /** Names of the secrets that it hands on; undefined if it hands on all. */
  readonly secrets: Readonly<Record<string, string>> | undefined;
  /** Undefined where neither the job nor the workflow says. */
  readonly permissions: Readonly<Record<string, string>> | 'read-all' | 'write-all' | undefined;
  readonly group: string | undefined;
  readonly cancelsInProgress: boolean;
  readonly environment: string | undefined;
  readonly needs: readonly string[];
  /** What its steps use. */
  readonly steps: readonly Used[];
}

/** What a called workflow of the product is for. */
export type ProductWorkflow = 'preview' | 'sweep' | 'stage' | 'promote';

/** Reads a workflow's text; returns what is wrong with it instead if it is none. */
export function parseWorkflow(text: string, path: string): Workflow | string {
  const read = readYaml(text);
  if (read.fault !== undefined) {
    return `it ${read.fault}`;
  }
  const top = recordOf(read.value);
  const jobs = Object.entries(recordOf(top['jobs']));
  // YAML 1.1 readers take `on` for true.
  const on = top['on'] ?? top['true'];
  return {
    path,
    name: typeof top['name'] === 'string' ? top['name'] : path,
    on: eventsOf(on),
    jobs: jobs.map(([id, job]) => jobOf(id, recordOf(job), top['permissions'])),
    hasPlaceholder: /\buses:\s*["']?OWNER\//.test(text),
  };
}

function eventsOf(on: unknown): Readonly<Record<string, unknown>> {
  if (typeof on === 'string') {
    return { [on]: {} };
  }
  if (Array.isArray(on)) {
    return Object.fromEntries(on.map((event) => [String(event), {}]));
  }
  return Object.fromEntries(Object.entries(recordOf(on)).map(([event, value]) => [event, value ?? {}]));
}

function jobOf(id: string, job: Readonly<Record<string, unknown>>, inherited: unknown): WorkflowJob {
  const { secrets } = job;
  const concurrency = job['concurrency'];
  const { environment } = job;
  const steps = Array.isArray(job['steps']) ? job['steps'] : [];
  return {
    id,
    uses: usedOf(job['uses']),
    with: recordOf(job['with']),
    secrets: secrets === 'inherit' ? undefined : textsOf(secrets),
    permissions: permissionsOf(job['permissions'] ?? inherited),
    group: typeof concurrency === 'string' ? concurrency : textOf(recordOf(concurrency)['group']),
    cancelsInProgress: recordOf(concurrency)['cancel-in-progress'] === true,
    environment: textOf(environment) ?? textOf(recordOf(environment)['name']),
    needs: listOf(job['needs']),
    steps: steps.flatMap((step: unknown) => usedOf(recordOf(step)['uses']) ?? []),
  };
}

function permissionsOf(value: unknown): WorkflowJob['permissions'] {
  if (value === 'read-all' || value === 'write-all') {
    return value;
  }
  return value === undefined ? undefined : textsOf(value);
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_iduses */
function usedOf(uses: unknown): Used | undefined {
  const [, owner, name, path = '', ref] =
    typeof uses === 'string' ? (/^([\w.-]+)\/([\w.-]+)(?:\/([^@]+))?@(.+)$/.exec(uses) ?? []) : [];
  return owner === undefined || name === undefined || ref === undefined
    ? undefined
    : { repository: `${owner}/${name}`, path, ref };
}

/** Which workflow of the product (`owner/name`, if that is known) a job calls; undefined if it calls none. */
export function productWorkflow({ uses }: WorkflowJob, product?: string): ProductWorkflow | undefined {
  const [, name] = /^\.github\/workflows\/(preview|sweep|stage|promote)\.yml$/.exec(uses?.path ?? '') ?? [];
  return uses !== undefined && isProduct(uses, product) ? (name as ProductWorkflow | undefined) : undefined;
}

/** Whether something is of the product: a copy may be called otherwise, as the one is that the program was installed from. */
export function isProduct({ repository, path }: Used, product?: string): boolean {
  return (
    repository.endsWith('/serverless-stages') ||
    repository === product ||
    /^actions\/(resolve-stage|load-profile|deploy-service|destroy-stage|report-stage|promote)$/.test(path)
  );
}

/** Whether a filter of branches takes a branch; an event without a filter takes all. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet */
export function takesBranch(event: unknown, branch: string): boolean {
  const { branches, tags, 'branches-ignore': ignored } = recordOf(event);
  if (branches === undefined && ignored === undefined) {
    return tags === undefined;
  }
  if (ignored !== undefined) {
    return !listOf(ignored).some((pattern) => matchesBranch(pattern, branch));
  }
  // The last pattern that matches counts.
  return listOf(branches).reduce((taken, pattern) => {
    const isNot = pattern.startsWith('!');
    return matchesBranch(isNot ? pattern.slice(1) : pattern, branch) ? !isNot : taken;
  }, false);
}

/** Whether a pattern of GitHub takes a branch. */
export function matchesBranch(pattern: string, branch: string): boolean {
  const source = pattern
    .replace(/[.^${}()|\\]/g, String.raw`\$&`)
    .replace(/\*\*|\*/g, (stars) => (stars === '**' ? '.*' : '[^/]*'));
  try {
    return new RegExp(`^${source}$`).test(branch);
  } catch {
    return false;
  }
}

/** A text, or a list of texts, as a list. */
export function listOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((one) => (typeof one === 'string' ? [one] : []));
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function textsOf(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(recordOf(value)).map(([key, one]) => [key, String(one)]));
}
