import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { type LocalOidc, startLocalOidc } from '../local-oidc/server.ts';
import { RUNTIME_TOKEN } from '../runner/environment.ts';
import { createJob, type Job } from '../runner/job.ts';
import type { StepResult } from '../runner/run-options.ts';
import { makeNpmProject, type NpmProject } from './npm-project.ts';

/** Variables of the step that no package may see. */
const CANARIES = {
  GITHUB_TOKEN: 'canary-github-token-in-env',
  GH_TOKEN: 'canary-gh-token-in-env',
  AWS_SECRET_ACCESS_KEY: 'canary-aws-secret-in-env',
  AWS_SESSION_TOKEN: 'canary-aws-session-in-env',
  STATE_secret: 'canary-state-in-env',
  INPUT_SECRET: 'canary-input-in-env',
  MY_SECRET: 'canary-some-secret-in-env',
};

export interface Installer {
  /** The project of the test that runs. */
  readonly project: NpmProject;
  /** Every secret text that is in the step's environment. */
  readonly secrets: readonly string[];
  install(inputs?: Record<string, string>): Promise<StepResult>;
  isThere(path: string): boolean;
}

/** Gives each test of a file a new project and the built install-dependencies; expects that none asks for a token. */
export function useInstaller(): Installer {
  let oidc: LocalOidc;
  let project: NpmProject;
  const jobs: Job[] = [];
  beforeAll(async () => {
    oidc = await startLocalOidc();
  });
  beforeEach(() => {
    project = makeNpmProject();
  });
  afterEach(() => {
    project.remove();
    expect(oidc.journal).toEqual([]);
  });
  afterAll(async () => {
    for (const job of jobs) job.remove();
    await oidc.close();
  });
  return {
    get project() {
      return project;
    },
    get secrets() {
      return [...Object.values(CANARIES), RUNTIME_TOKEN, oidc.requestToken];
    },
    install(inputs = {}) {
      const idToken = { url: oidc.requestUrl, token: oidc.requestToken };
      const job = createJob({ workspace: project.folder, env: CANARIES, idToken });
      jobs.push(job);
      return job.run({ action: 'install-dependencies', inputs });
    },
    isThere: (path) => existsSync(join(project.folder, path)),
  };
}
