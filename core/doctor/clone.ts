import type { Config } from '../configuration/schema.ts';
import type { Service } from '../service/definition.ts';
import type { OwnParameters } from '../setup/unmet-parameters.ts';
import type { Finding } from './finding.ts';
import { type ProductWorkflow, productWorkflow, type Workflow, type WorkflowJob } from './workflow.ts';

/** What a clone says, without anybody being asked. */
export interface LocalFacts {
  readonly config: Config;
  /** Path of serverless-stages.yml from the repository's root. */
  readonly configPath: string;
  /** Its folder; `.` for the root. */
  readonly folder: string;
  /** `owner/name` of the product, if that is known. */
  readonly product: string | undefined;
  /** Further folders with a serverless-stages.yml: those of other applications. */
  readonly neighbours: readonly string[];
  readonly workflows: readonly Workflow[];
  readonly defaultBranch: string;
  readonly services: readonly Service[];
  /** What services give themselves. */
  readonly ownParameters: OwnParameters;
  /** Folders of services with a package.json that no lockfile covers. */
  readonly unlocked: readonly string[];
  /** Files that need our plugin and do not name it. */
  readonly pluginless: readonly string[];
  /** Files that name an organisation of the Serverless Dashboard, if they are deployed by serverless 3. */
  readonly linked: readonly string[];
  /** Paths of the workflows that branches of the remote have, by branch; a branch that is not known here is left out. */
  readonly published: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Looks at one thing. */
export type LocalCheck = (facts: LocalFacts) => readonly Finding[];

/** A job that calls a workflow of the product. */
export interface CallingJob {
  readonly workflow: Workflow;
  readonly job: WorkflowJob;
  readonly kind: ProductWorkflow;
  /** For people: file and job. */
  readonly place: string;
}

/** The jobs that call a workflow of the product for this application. */
export function callingJobs({
  workflows,
  product,
  neighbours,
}: Pick<LocalFacts, 'workflows' | 'product' | 'neighbours'>): CallingJob[] {
  return workflows.flatMap((workflow) =>
    workflow.jobs.flatMap((job) => {
      const kind = productWorkflow(job, product);
      return kind === undefined || neighbours.includes(workingDirectory(job))
        ? []
        : [{ workflow, job, kind, place: `${workflow.path}, job ${job.id}` }];
    }),
  );
}

/** The folder that a job looks for serverless-stages.yml in. */
export function workingDirectory({ with: inputs }: WorkflowJob): string {
  const written = inputs['working-directory'];
  return typeof written === 'string' ? written.replace(/^\.\/|\/+$/g, '') || '.' : '.';
}

/** The stage that a job deploys, if it says so in plain text. */
export function stageOf({ job, kind }: CallingJob): string | undefined {
  const { stage } = job.with;
  return kind === 'stage' && typeof stage === 'string' && !stage.includes('${{') ? stage : undefined;
}
