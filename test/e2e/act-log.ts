export type Outcome = 'success' | 'failure' | 'cancelled' | 'skipped';

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

export interface StepRun {
  readonly id: string;
  readonly name: string;
  readonly stage: 'Pre' | 'Main' | 'Post';
  result: Outcome | 'unknown';
  /** What it printed, masked as act masks it. */
  output: string;
  readonly outputs: Record<string, string>;
  readonly annotations: Annotation[];
  /** Markdown of GITHUB_STEP_SUMMARY. */
  summary: string;
}

export interface JobRun {
  result: Outcome | 'unknown';
  readonly steps: StepRun[];
}

export interface ActLog {
  /** One line for each line that act printed, `[job] text`, masked. */
  readonly log: string;
  /** By the id of the job, with the values of its matrix behind it as GitHub shows them: `build (24)`. */
  readonly jobs: Record<string, JobRun>;
}

/** A line of `act --json`, as far as we read it. Fields other than `msg` are not masked. */
interface Line {
  readonly msg: string;
  readonly level: string;
  readonly job?: string;
  readonly jobID?: string;
  readonly matrix?: Readonly<Record<string, unknown>>;
  readonly step?: string;
  readonly stepID?: readonly string[];
  readonly stage?: StepRun['stage'];
  readonly stepResult?: Outcome;
  readonly jobResult?: Outcome;
  readonly raw_output?: boolean;
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
  readonly content?: string;
  readonly kvPairs?: Readonly<Record<string, string>>;
}

/**
 * Reads what `act --json` printed. Where several jobs of one run have the same id (a workflow that is called twice), each is
 * under `<names of the jobs that call>/<id>`.
 */
export function readActLog(printed: string): ActLog {
  const lines = printed.split('\n').flatMap((text) => readLine(text) ?? []);
  const pathOf = (line: Line) => line.job?.trim() ?? '';
  const parts = lines.filter((line) => line.jobID !== undefined && (line.stage ?? line.jobResult) !== undefined);
  const paths = new Map<string, Set<string>>();
  for (const line of parts) {
    const key = keyOf(line.jobID ?? '', line.matrix);
    paths.set(key, (paths.get(key) ?? new Set()).add(pathOf(line)));
  }
  const jobs: Record<string, JobRun> = {};
  for (const line of parts) {
    const id = keyOf(line.jobID ?? '', line.matrix);
    const key = (paths.get(id)?.size ?? 0) > 1 ? `${callersOf(pathOf(line))}/${id}` : id;
    jobs[key] ??= { result: 'unknown', steps: [] };
    addLine(jobs[key], line);
  }
  return { log: lines.map((line) => `[${pathOf(line)}] ${line.msg.replace(/\n$/, '')}`).join('\n'), jobs };
}

/** `Staging/Dev/Serverless Stages stage/Resolve` is called by `Dev`. */
function callersOf(path: string): string {
  return path.split('/')[1] ?? path;
}

function readLine(text: string): Line | undefined {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as Line;
  } catch {
    // What act prints before its logger is set up.
    return { msg: text, level: 'info' };
  }
}

function keyOf(jobId: string, matrix: Line['matrix']): string {
  const values = Object.values(matrix ?? {}).map((value) =>
    typeof value === 'object' ? JSON.stringify(value) : value,
  );
  return values.length === 0 ? jobId : `${jobId} (${values.join(', ')})`;
}

function addLine(job: JobRun, line: Line): void {
  if (line.jobResult !== undefined) job.result = line.jobResult;
  if (line.stage === undefined) return;
  const step = findStep(job, line, line.stage);
  if (line.stepResult !== undefined) step.result = line.stepResult;
  if (line.raw_output === true) step.output += line.msg;
  switch (line.command) {
    case 'set-output':
      step.outputs[line.name ?? ''] = line.arg ?? '';
      break;
    case 'summary':
      step.summary += line.content ?? '';
      break;
    case 'error':
    case 'warning':
    case 'notice':
      step.annotations.push({
        level: line.command,
        title: line.kvPairs?.['title'] ?? '',
        message: line.arg ?? '',
      });
      break;
    default:
  }
}

function findStep(job: JobRun, line: Line, stage: StepRun['stage']): StepRun {
  const id = line.stepID?.[0] ?? '';
  const known = job.steps.find((step) => step.id === id && step.stage === stage);
  if (known !== undefined) return known;
  const name = line.step ?? '';
  const step: StepRun = { id, name, stage, result: 'unknown', output: '', outputs: {}, annotations: [], summary: '' };
  job.steps.push(step);
  return step;
}
