import { resolve } from 'node:path';
import { afterAll } from 'vitest';
import { stringify } from 'yaml';
import type { CheckResult } from '../../core/check/result.ts';
import { createJob, type Job } from '../runner/job.ts';
import type { StepResult } from '../runner/run-options.ts';
import type { Files } from '../world/repository.ts';
import { type Application, makeApplication } from './deployment.ts';

/** What an installation adds to a checkout. */
export const OSLS: Files = { 'node_modules/osls': { link: resolve(import.meta.dirname, '../osls/package') } };

export interface CheckRun {
  readonly step: StepResult;
  /** The output `result`; undefined if it is empty. */
  readonly result: CheckResult | undefined;
  readonly folder: string;
}

/** Gives a file of tests the built check-stages, in jobs that may ask for no identity token. */
export function useChecker(): (files: Files, inputs?: Readonly<Record<string, string>>) => Promise<CheckRun> {
  const jobs: Job[] = [];
  const applications: Application[] = [];
  afterAll(() => {
    for (const { remove } of [...jobs, ...applications]) remove();
  });
  return async (files, inputs = {}) => {
    const application = makeApplication({ ...files, ...OSLS }, []);
    applications.push(application);
    const { folder } = application;
    const job = createJob({ workspace: folder });
    jobs.push(job);
    const step = await job.run({ action: 'check-stages', inputs: { ...inputs } });
    const { result = '' } = step.outputs;
    return { step, folder, result: result === '' ? undefined : (JSON.parse(result) as CheckResult) };
  };
}

/** A serverless-stages.yml with the stages staging and prod, whose profiles have what is given. */
export function twoStages(prod: object, services: Readonly<Record<string, object>>, more: object = {}): string {
  const profile = (name: string, account: string) => ({
    role: `arn:aws:iam::${account.repeat(12)}:role/serverless-stages`,
    region: 'us-east-1',
    parameters: { env: name },
  });
  return stringify({
    version: 1,
    app: 'workshop',
    profiles: { staging: profile('staging', '2'), prod: { ...profile('prod', '3'), ...prod } },
    stages: { staging: { profile: 'staging', branch: 'master' }, prod: { profile: 'prod', branch: 'prod' } },
    'check-stages': ['staging', 'prod'],
    services,
    ...more,
  });
}
