import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../world/world.ts';
import { deployInOwnJob, makeApplication, stagesFile, type WholeJob } from './deployment.ts';
import { inFolder, stubCli, stubService } from './stub-cli.ts';
import { annotationsOf } from './verdict.ts';

/** A CLI that deploys for ever, with what osls leaves beside the service while it does. */
const ENDLESS = `if (command === 'deploy') {
  fs.mkdirSync('.serverless', { recursive: true });
  fs.writeFileSync('.serverless/serverless-state.json', 'canary-of-the-state-file');
  fs.writeFileSync(path.join(workspace, 'cli.pid'), String(process.pid));
  await sleep(600000); }`;

let world: World;
let cancelled: WholeJob;
let folder: string;
let remove = () => {};

beforeAll(async () => {
  world = await startWorld();
  const files = {
    'serverless-stages.yml': stagesFile({ api: 'api' }),
    ...stubCli({ name: 'osls', version: '4.3.1', before: ENDLESS }),
    ...inFolder('api', stubService('endless')),
  };
  const application = makeApplication(files, []);
  ({ folder } = application);
  remove = () => application.remove();
  cancelled = await deployInOwnJob(world, folder, { cancelWhen: () => existsSync(join(folder, 'cli.pid')) });
});
afterAll(async () => {
  await world.close();
  remove();
});

describe('a deploy that is cancelled', () => {
  it('F1 ends at once, says that CloudFormation goes on, and gives its status', () => {
    const { step } = cancelled;
    expect(step.conclusion).toBe('cancelled');
    expect(step.exitCode).toBe(130);
    expect(step.outputs['status']).toBe('failed');
    expect(annotationsOf(step, 'warning').map(({ message }) => message)).toEqual([
      expect.stringMatching(/cancelled while api was deployed: CloudFormation in us-east-1 goes on/),
    ]);
  });

  it('F1 leaves no child, and nothing that the CLI wrote beside the service', () => {
    expect(existsSync(join(folder, 'cli.pid'))).toBe(true);
    expect(cancelled.step.orphans).toEqual([]);
    expect(existsSync(join(folder, 'api', '.serverless'))).toBe(false);
  });

  it('F1 leaves no folder of ours in the temp folder', () => {
    const left = existsSync(cancelled.job.temp) ? readdirSync(cancelled.job.temp) : [];
    expect(left.filter((name) => name.startsWith('serverless-stages-deploy'))).toEqual([]);
  });
});
