import { afterAll, beforeAll } from 'vitest';
import { type LocalOidc, startLocalOidc } from '../local-oidc/server.ts';
import { RUNTIME_TOKEN } from '../runner/environment.ts';
import { createJob, type Job } from '../runner/job.ts';
import type { StepResult } from '../runner/run-options.ts';
import type { Files } from '../world/repository.ts';
import { type Application, makeApplication, stagesFile } from './deployment.ts';
import { inFolder } from './stub-cli.ts';

/** Variables of the step that no test of a service may see. */
const CANARIES = {
  GITHUB_TOKEN: 'canary-github-token-in-env',
  GH_TOKEN: 'canary-gh-token-in-env',
  NODE_AUTH_TOKEN: 'canary-registry-token-in-env',
  AWS_ACCESS_KEY_ID: 'canary-aws-key-in-env',
  AWS_SECRET_ACCESS_KEY: 'canary-aws-secret-in-env',
  AWS_SESSION_TOKEN: 'canary-aws-session-in-env',
  STATE_secret: 'canary-state-in-env',
  INPUT_SECRET: 'canary-input-in-env',
  MY_SECRET: 'canary-some-secret-in-env',
};

export interface TestRun {
  readonly step: StepResult;
  readonly folder: string;
}

export interface Tester {
  /** Every secret text that is in the step's environment. */
  readonly secrets: readonly string[];
  /** Runs the built test-services in a new workspace with these files. */
  run(files: Files, inputs?: Readonly<Record<string, string>>): Promise<TestRun>;
}

/** Gives a file of tests the built test-services, in jobs that have every token that a job can have. */
export function useTester(): Tester {
  let oidc: LocalOidc;
  const jobs: Job[] = [];
  const applications: Application[] = [];
  beforeAll(async () => {
    oidc = await startLocalOidc();
  });
  afterAll(async () => {
    for (const { remove } of [...jobs, ...applications]) remove();
    await oidc.close();
  });
  return {
    get secrets() {
      return [...Object.values(CANARIES), RUNTIME_TOKEN, oidc.requestToken];
    },
    async run(files, inputs = {}) {
      const application = makeApplication(files, []);
      applications.push(application);
      const { folder } = application;
      const idToken = { url: oidc.requestUrl, token: oidc.requestToken };
      const job = createJob({ workspace: folder, env: CANARIES, idToken });
      jobs.push(job);
      return { folder, step: await job.run({ action: 'test-services', inputs: { ...inputs } }) };
    },
  };
}

/** What stands in the folder of one service: its test as the configuration says it, or further files. */
export interface TestedService {
  readonly test?: string | false;
  /** Its package.json. */
  readonly manifest?: object;
  readonly files?: Readonly<Record<string, string>>;
}

/** The files of an application of these services by key; each has a folder of its own name below `backend`. */
export function testedServices(services: Readonly<Record<string, TestedService>>): Record<string, string> {
  const entries = Object.entries(services).map(([key, { test }]): [string, object] => [
    key,
    { path: `backend/${key}`, ...(test === undefined ? {} : { test }) },
  ]);
  const folders = Object.entries(services).map(([key, { manifest, files }]) =>
    inFolder(`backend/${key}`, {
      'serverless.yml': `service: tested-${key}\nprovider: { name: aws }\n`,
      ...(manifest === undefined ? {} : { 'package.json': JSON.stringify(manifest) }),
      ...files,
    }),
  );
  return Object.assign({ 'serverless-stages.yml': stagesFile(Object.fromEntries(entries)) }, ...folders);
}
