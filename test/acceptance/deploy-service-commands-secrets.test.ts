import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleOf } from '../sample.ts';
import { API_KEYS } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import { commandedApplication } from './deploy-service-commands-application.ts';
import { checkOut, deployInOwnJob, servicesOf, written } from './deployment.ts';
import { recordOf } from './planted-state.ts';
import { findSecrets } from './secret-forms.ts';
import { inFolder, outputsService, stubCli } from './stub-cli.ts';
import { expectFailure } from './verdict.ts';

const CLI = stubCli({ name: 'osls', version: '4.3.1', readsParameters: true });
const PROFILE = { parameters: { key: { ssm: '/workshop/dev/endpoint_api_key' } }, 'export-env': ['key'] };
/** Prints everything that it has, as it is and in base64, and fails. */
const TELL =
  'env; env | base64 -w 0; printenv key OUTPUT_leak AWS_SECRET_ACCESS_KEY | sed "s/^/last words: /" >&2; exit 1';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('E38 a secret that one of a service’s own commands prints', () => {
  it.each(
    sampleOf([
      ['before-deploy', { hooks: { 'before-deploy': TELL } }, 'E_HOOK_FAILED'],
      ['after-deploy', { hooks: { 'after-deploy': TELL } }, 'E_HOOK_FAILED'],
      ['verify', { verify: TELL }, 'E_VERIFY_FAILED'],
    ] as const),
  )('stands nowhere: not in the log, an output, the summary, an error or the record (%s)', async (name, keys, code) => {
    const app = `leaky-${name}`;
    const files = {
      ...commandedApplication(app, { services: { api: keys }, profile: PROFILE }),
      ...inFolder('api', outputsService(`${app}-api`, { leak: 'it is ${param:key}' })),
    };
    let session = { secretAccessKey: '', sessionToken: '' };
    const { profile, step, posts } = await deployInOwnJob(world, checkOut(world, files, CLI), {
      beforeDeploy: ({ outputs }) => {
        session = JSON.parse(readFileSync(outputs['credentials-file'] ?? '', 'utf8')) as typeof session;
        return undefined;
      },
    });
    expectFailure(step, code);
    expect(step.log).toContain('STAGE=dev');
    const secrets = { key: API_KEYS.dev, secret: session.secretAccessKey, token: session.sessionToken };
    expect(Object.values(secrets)).not.toContain('');
    expect(findSecrets(written(profile, step, ...posts), secrets)).toEqual([]);
    const record = recordOf(world, `/serverless-stages/${app}/configured/dev/${app}-api`);
    expect(JSON.stringify([record, servicesOf(step)])).not.toContain(API_KEYS.dev);
  });
});
