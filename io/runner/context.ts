import { readFileSync, statSync } from 'node:fs';
import { UserError } from '../../core/errors.ts';
import { sizeError } from '../../core/file-size.ts';

/** What the runner says of the run, from its default environment variables. */
export interface RunContext {
  readonly owner: string;
  readonly repository: string;
  /** Stays the same when the repository is renamed. */
  readonly repositoryId: string;
  /** Full ref of the run: `refs/heads/…`, `refs/pull/N/merge`, `refs/tags/…`. */
  readonly ref: string;
  readonly eventName: string;
  readonly runId: string;
  readonly runAttempt: string;
  readonly runnerName: string;
  /** Login of who started this attempt: a re-run keeps the first one's as its actor. */
  readonly triggeringActor: string;
  /** The workflow's file as `owner/name/.github/workflows/x.yml@ref`. */
  readonly workflowRef: string;
  readonly apiUrl: string;
  /** Where people see GitHub. */
  readonly serverUrl: string;
  /** Absolute path of the checkout. */
  readonly workspace: string;
  /** Folder of the runner that is emptied when the job ends. */
  readonly tempFolder: string;
}

/** Reads the runner's variables; throws E_EVENT where one that is always set is not. */
export function readRunContext(environment: NodeJS.ProcessEnv = process.env): RunContext {
  const need = (name: string): string => {
    const value = environment[name];
    if (value === undefined || value === '') {
      throw new UserError('E_EVENT', {
        what: `the environment variable ${name} is not set`,
        fix: 'run the action in a job of GitHub Actions',
      });
    }
    return value;
  };
  const [owner = '', repository = ''] = need('GITHUB_REPOSITORY').split('/');
  return {
    owner,
    repository,
    repositoryId: need('GITHUB_REPOSITORY_ID'),
    ref: environment['GITHUB_REF'] ?? '',
    eventName: need('GITHUB_EVENT_NAME'),
    runId: environment['GITHUB_RUN_ID'] ?? '0',
    runAttempt: environment['GITHUB_RUN_ATTEMPT'] ?? '1',
    runnerName: environment['RUNNER_NAME'] ?? '',
    triggeringActor: environment['GITHUB_TRIGGERING_ACTOR'] ?? environment['GITHUB_ACTOR'] ?? '',
    workflowRef: environment['GITHUB_WORKFLOW_REF'] ?? '',
    apiUrl: environment['GITHUB_API_URL'] ?? 'https://api.github.com',
    serverUrl: environment['GITHUB_SERVER_URL'] ?? 'https://github.com',
    workspace: environment['GITHUB_WORKSPACE'] ?? process.cwd(),
    tempFolder: need('RUNNER_TEMP'),
  };
}

/** Where a person sees an attempt of a run. */
export function runUrl({ serverUrl, owner, repository, runId, runAttempt }: RunContext): string {
  return `${serverUrl}/${owner}/${repository}/actions/runs/${runId}/attempts/${runAttempt}`;
}

/** Reads the payload of the event that started the run; throws E_EVENT where the file is missing or is not JSON. */
export function readEventPayload(environment: NodeJS.ProcessEnv = process.env): unknown {
  const path = environment['GITHUB_EVENT_PATH'] ?? '';
  try {
    const error = sizeError(path, statSync(path).size, "an event's payload");
    if (error !== undefined) {
      throw error;
    }
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new UserError('E_EVENT', {
      what: `the event file "${path}" (GITHUB_EVENT_PATH) cannot be read as JSON`,
      fix: 'run the action in a job of GitHub Actions; where you set the variable yourself, check the file',
      cause,
    });
  }
}
