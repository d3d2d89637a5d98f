/** What the steps of a job have in common: the event and the run that GitHub would have made of it. */
export interface RunContext {
  /** The repository that holds `actions/`; default: this one. */
  root?: string;
  /** GITHUB_WORKSPACE and the working directory. */
  workspace: string;
  /** Variables that the step's `env:` would add; those that the runner sets itself win over them, PATH is taken as the PATH of the machine. */
  env?: Record<string, string>;
  /** The event; `text` writes the payload's file byte for byte instead of as JSON. */
  event?: { name: string; payload: unknown; text?: string };
  ref?: string;
  sha?: string;
  headRef?: string;
  baseRef?: string;
  repository?: string;
  repositoryId?: string;
  actor?: string;
  runId?: string;
  runAttempt?: string;
  /** GITHUB_JOB. */
  job?: string;
  githubApiUrl?: string;
  /** `github.token`: default of inputs that say so; masked from the start. */
  githubToken?: string;
  /** GitHub's OIDC endpoint; without it the job has no `id-token: write`. */
  idToken?: { url: string; token: string } | undefined;
  debug?: boolean;
  home?: string;
  /** Values that are masked from the start, as secrets of the workflow are. */
  secrets?: string[];
  /** Milliseconds after which the step is cancelled, as `timeout-minutes` does; none without it. */
  timeout?: number;
  /** Milliseconds that a cancelled step has after SIGINT and after SIGTERM; the runner's own are 7,500 and 2,500. */
  patience?: { interrupt: number; terminate: number };
}

/** One step `uses: …/actions/<action>`; what it does not give comes from the job. */
export interface RunOptions extends Partial<RunContext> {
  /** The folder's name below `actions/`. */
  action: string;
  inputs?: Record<string, string>;
}

export type Conclusion = 'success' | 'failure' | 'cancelled';
export type AnnotationLevel = 'error' | 'warning' | 'notice';

export interface Annotation {
  level: AnnotationLevel;
  /** Masked. */
  message: string;
  /** Not masked, as in the runner. */
  properties: Record<string, string>;
}

/** What the runner knows after one step. */
export interface StepResult {
  conclusion: Conclusion;
  exitCode: number;
  signal?: string;
  /** The last signal that a cancelled step got: with SIGINT it ended by itself in time. */
  cancelledBy?: NodeJS.Signals;
  outputs: Record<string, string>;
  /** What the step added to the environment of later steps. */
  env: Record<string, string>;
  state: Record<string, string>;
  /** What the step put in front of PATH, in its order. */
  path: string[];
  /** Masked. */
  summary: string;
  /** At most ten of each level, as GitHub keeps them; the log has all. */
  annotations: Annotation[];
  /** The values that the step asked to be masked. */
  masks: string[];
  /** What a user sees: masked, commands shown as the runner shows them. */
  log: string;
  /** Every byte written to stdout, then every byte written to stderr. */
  raw: string;
  /** The step's command files as it left them, unmasked. */
  files: Record<CommandFileName, string>;
  /** Process ids of what the action started and left running in its process group (Linux). */
  orphans: number[];
}

/** The command files, named as in `GITHUB_<NAME>`. */
export const COMMAND_FILES = ['OUTPUT', 'ENV', 'STATE', 'PATH', 'STEP_SUMMARY'] as const;
export type CommandFileName = (typeof COMMAND_FILES)[number];
