import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { sampleSize } from '../sample.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { type Laptop, makeLaptop } from '../world/laptop.ts';
import type { Files } from '../world/repository.ts';
import { startWorld, type World } from '../world/world.ts';
import { deploy } from './deployment.ts';
import { expectSuccess } from './verdict.ts';

/** An application, and what of it was deployed before somebody plans. */
interface Written {
  readonly services: readonly {
    readonly key: string;
    readonly reads: boolean;
    readonly after: boolean;
    readonly code: boolean;
  }[];
  readonly regions: readonly string[];
  readonly isListed: boolean;
  readonly only: boolean;
  readonly before: 'nothing' | 'all' | 'all, and one changed';
  readonly literal: string;
}

const written: fc.Arbitrary<Written> = fc.record({
  services: fc
    .uniqueArray(fc.constantFrom('db', 'api', 'web', 'mail'), { minLength: 1, maxLength: 3 })
    .chain((keys) =>
      fc.tuple(
        ...keys.map((key) =>
          fc.record({ key: fc.constant(key), reads: fc.boolean(), after: fc.boolean(), code: fc.boolean() }),
        ),
      ),
    ),
  regions: fc.constantFrom([REGION], [REGION, 'eu-west-1']),
  isListed: fc.boolean(),
  only: fc.boolean(),
  before: fc.constantFrom('nothing', 'all', 'all, and one changed'),
  literal: fc.constantFrom('plain', 'with "quotes" and ${dollar}', 'ünï\ncode'),
});

/** The files of an application. */
function filesOf(app: string, { services, regions, isListed, only, literal }: Written, note: string): Files {
  const [first] = services;
  const config = {
    version: 1,
    app,
    profiles: {
      dev: {
        role: `arn:aws:iam::${ACCOUNTS.dev}:role/serverless-stages`,
        region: regions,
        parameters: { shown: literal, key: { ssm: '/workshop/dev/endpoint_api_key' } },
      },
    },
    stages: {
      dev: {
        profile: 'dev',
        branch: 'master',
        destroy: 'allowed',
        laptop: 'allowed',
        ...(only ? { services: services.map(({ key }) => key) } : {}),
      },
    },
    ...(isListed
      ? {
          services: Object.fromEntries(
            services.map(({ key, after }) => [
              key,
              { path: key, ...(after && key !== first?.key ? { 'depends-on': [first?.key] } : {}) },
            ]),
          ),
        }
      : {}),
  };
  return {
    '.gitignore': 'node_modules\n',
    'serverless-stages.yml': stringify(config),
    ...Object.fromEntries(
      services.flatMap(({ key, reads, code }) => {
        const DisplayName = reads && key !== first?.key ? `\${param:${first?.key}.Name}` : '${param:shown}';
        const service = {
          service: `${app}-${key}`,
          frameworkVersion: '4',
          provider: { name: 'aws', runtime: 'nodejs24.x' },
          ...(code ? { functions: { main: { handler: 'main.handler' } } } : {}),
          resources: {
            Resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: { DisplayName } } },
            Outputs: { Name: { Value: { 'Fn::GetAtt': ['Topic', 'TopicName'] } } },
          },
        };
        return [
          [`${key}/serverless.yml`, stringify(service)],
          [`${key}/main.js`, `exports.handler = async () => ${JSON.stringify(key === first?.key ? note : '')};\n`],
        ];
      }),
    ),
  };
}

let world: World;
let laptop: Laptop;
let count = 0;
beforeAll(async () => {
  world = await startWorld();
  laptop = makeLaptop(world);
});
afterAll(async () => {
  laptop.remove();
  await world.close();
});

/** Brings an application to the branch, and to the laptop, with nothing else in it. */
function publish(files: Files): void {
  const gone = laptop
    .git('ls-files')
    .split('\n')
    .map((path) => [path, null] as const);
  world.repository.commit('master', { ...Object.fromEntries(gone), ...files });
  laptop.git('fetch', '-q', world.repository.bare, 'master');
  laptop.git('reset', '-q', '--hard', 'FETCH_HEAD');
}

/** What the actions decide, as a dry run of the workflow. */
async function decided() {
  const context = { ...world.dispatchRun('refs/heads/master'), workspace: laptop.folder };
  const resolve = await world.job(context).run({ action: 'resolve-stage', inputs: { stage: 'dev' } });
  expectSuccess(resolve);
  const { configuration = '' } = resolve.outputs;
  const { step } = await deploy(world, laptop.folder, { configuration, context, inputs: { 'dry-run': 'true' } });
  expectSuccess(step);
  return { configuration: JSON.parse(configuration), result: JSON.parse(step.outputs['result'] ?? '') };
}

describe("the laptop's plan of a configured stage", () => {
  it('is what resolve-stage and deploy-service decide, whatever the configuration', async () => {
    await fc.assert(
      fc.asyncProperty(written, async (one) => {
        count += 1;
        const app = `plan-${count}`;
        publish(filesOf(app, one, 'one'));
        if (one.before !== 'nothing') expectSuccess((await deploy(world, laptop.folder)).step);
        if (one.before === 'all, and one changed') publish(filesOf(app, one, 'two'));
        const { configuration, result } = await decided();
        const plan = await laptop.run('plan', '--stage', 'dev', '--json');
        expect(plan.exitCode, plan.stderr).toBe(0);
        const { profile, parameters, order, services, ...rest } = JSON.parse(plan.stdout);
        const untimed = (rows: readonly object[]) => rows.map((row) => ({ ...row, seconds: 0 }));
        expect({ ...rest, services: untimed(services) }).toEqual({
          ...rest,
          ...result,
          services: untimed(result.services),
        });
        expect(profile).toBe(configuration.profile.name);
        expect(parameters.map(({ name }: { name: string }) => name).sort()).toEqual(['key', 'shown']);
        expect(order.flat().sort()).toEqual(
          [...new Set(result.services.map(({ key }: { key: string }) => key))].sort(),
        );
      }),
      { seed: 18, numRuns: sampleSize(8, 2), endOnFailure: true },
    );
  });
});
