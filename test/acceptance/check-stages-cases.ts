import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll } from 'vitest';
import { stringify } from 'yaml';
import type { CheckResult, ServiceCheck } from '../../core/check/result.ts';
import { createJob, type Job } from '../runner/job.ts';
import type { StepResult } from '../runner/run-options.ts';
import type { Files } from '../world/repository.ts';
import { OSLS } from './check-stages-run.ts';
import { type Application, makeApplication } from './deployment.ts';

const HANDLER = 'exports.handler = async () => 1;\n';

/** Variables of the step by which a CLI could ask AWS, or that are somebody's secret. */
export const CANARIES = {
  AWS_ACCESS_KEY_ID: 'canary-aws-key-in-env',
  AWS_SECRET_ACCESS_KEY: 'canary-aws-secret-in-env',
  AWS_SESSION_TOKEN: 'canary-aws-session-in-env',
  AWS_PROFILE: 'canary-aws-profile-in-env',
  AWS_WEB_IDENTITY_TOKEN_FILE: '/canary-aws-token-file-in-env',
  AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:9/canary-aws-uri-in-env',
  GITHUB_TOKEN: 'canary-github-token-in-env',
  NODE_AUTH_TOKEN: 'canary-registry-token-in-env',
  PARAMETERS: 'KEY="canary-parameters-in-env"',
  MY_SECRET: 'canary-some-secret-in-env',
};

export interface CaseRun {
  readonly step: StepResult;
  readonly result: CheckResult | undefined;
  readonly folder: string;
  /** What was found for a service; throws if it was not checked. */
  of(key: string, stage?: string, region?: string): ServiceCheck;
  /** What the job's temp folder held when the step had ended. */
  readonly temp: readonly string[];
}

/** Gives a file of tests the built check-stages in a job whose environment holds credentials. */
export function useCases(): (files: Files, inputs?: Readonly<Record<string, string>>) => Promise<CaseRun> {
  const jobs: Job[] = [];
  const applications: Application[] = [];
  afterAll(() => {
    for (const { remove } of [...jobs, ...applications]) remove();
  });
  return async (files, inputs = {}) => {
    const application = makeApplication({ ...OSLS, ...files }, []);
    applications.push(application);
    const { folder } = application;
    const job = createJob({ workspace: folder, env: CANARIES });
    jobs.push(job);
    const step = await job.run({ action: 'check-stages', inputs: { ...inputs } });
    const { result: text = '' } = step.outputs;
    const result = text === '' ? undefined : resultOf(text);
    return { step, folder, result, of: (...which) => serviceIn(step, result, which), temp: filesIn(job.temp) };
  };
}

/** Reads the output `result`, which is packed where it is long. */
function resultOf(text: string): CheckResult {
  const packed = /^gzip:(.*)$/s.exec(text)?.[1];
  return JSON.parse(packed === undefined ? text : gunzipSync(Buffer.from(packed, 'base64')).toString()) as CheckResult;
}

function serviceIn(
  step: StepResult,
  result: CheckResult | undefined,
  [key, stage = 'prod', region]: [key: string, stage?: string | undefined, region?: string | undefined],
): ServiceCheck {
  const services = result?.stages.find((each) => each.stage === stage)?.services ?? [];
  const found = services.find((each) => each.key === key && (region === undefined || each.region === region));
  if (found === undefined) throw new Error(`${key} was not checked for ${stage}:\n${step.log}`);
  return found;
}

/** The files below a folder, sorted; without what the runner itself puts there. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !path.startsWith('_github_workflow/') && !path.startsWith('_runner_file_commands/'))
    .sort();
}

/** Every file below a folder with its text, to compare a workspace with what it was. */
export function textsIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    filesIn(folder)
      .filter((path) => !path.startsWith('node_modules/'))
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}

/** The titles of the safeguards that a service would not pass. */
export function failedIn({ safeguards }: ServiceCheck): string[] {
  return safeguards.filter(({ status }) => status === 'failed').map(({ title }) => title);
}

/** Everything that is said of a service, as one text. */
export function saidOf({ reason = '', problems, safeguards }: ServiceCheck): string {
  const findings = safeguards.flatMap(({ title, findings: each }) => each.map(({ what }) => `${title}: ${what}`));
  return [reason, ...problems.map(({ message }) => message), ...findings].filter((text) => text !== '').join('\n');
}

export interface Prod {
  /** Further keys of the profile of prod. */
  readonly profile?: object;
  /** Further keys of the stage prod. */
  readonly stage?: object;
  /** Further keys of the file. */
  readonly more?: object;
}

/** A serverless-stages.yml with the stage prod, which a pull request is checked for, and a service in each folder. */
export function prodFile(services: Readonly<Record<string, object>>, { profile, stage, more }: Prod = {}): string {
  const role = `arn:aws:iam::${'3'.repeat(12)}:role/serverless-stages`;
  const entries = Object.entries(services).map(([key, entry]) => [key, { path: key, ...entry }]);
  return stringify({
    version: 1,
    app: 'workshop',
    profiles: { prod: { role, region: 'us-east-1', ...profile } },
    stages: { prod: { profile: 'prod', branch: 'prod', ...stage } },
    'check-stages': ['prod'],
    ...(entries.length === 0 ? {} : { services: Object.fromEntries(entries) }),
    ...more,
  });
}

/** The configuration of a service with one function. */
export function configuration(name: string, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const { provider, ...rest } = more;
  return {
    service: name,
    frameworkVersion: '4',
    provider: { name: 'aws', runtime: 'nodejs24.x', ...(provider as object) },
    functions: { main: { handler: 'main.handler' } },
    ...rest,
  };
}

/** The folder of a service: its configuration, and the function's handler. */
export function folderOf(key: string, text: string | object): Files {
  const written = typeof text === 'string' ? { 'serverless.yml': text } : { 'serverless.json': JSON.stringify(text) };
  const files = Object.entries({ ...written, 'main.js': HANDLER });
  return Object.fromEntries(files.map(([name, content]) => [`${key}/${name}`, content]));
}

/** An application for prod whose services have these configurations, by key. */
export function applicationOf(configurations: Readonly<Record<string, string | object>>, prod: Prod = {}): Files {
  const folders = Object.entries(configurations).map(([key, text]) => folderOf(key, text));
  const services = Object.fromEntries(Object.keys(configurations).map((key) => [key, {}]));
  return Object.assign({ 'serverless-stages.yml': prodFile(services, prod) }, ...folders);
}
