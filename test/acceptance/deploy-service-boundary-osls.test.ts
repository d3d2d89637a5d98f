import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNTS } from '../world/accounts.ts';
import type { Files } from '../world/repository.ts';
import { startWorld, type World } from '../world/world.ts';
import { checkOut, deployPreview, PREVIEWS, stagesFile } from './deployment.ts';
import { inFolder } from './stub-cli.ts';
import { expectSuccess } from './verdict.ts';

const OSLS: Files = { 'node_modules/osls': { link: resolve(import.meta.dirname, '../osls/package') } };
const BOUNDARY = `arn:aws:iam::${ACCOUNTS.dev}:policy/previews`;

// It makes two roles one object, and keeps a copy of what the package says.
const PLUGIN = `
const { copyFileSync } = require('node:fs');
const { join } = require('node:path');
module.exports = class {
  constructor(serverless, options) {
    this.hooks = {
      'after:aws:package:finalize:mergeCustomProviderResources': () => {
        const { Resources } = serverless.service.provider.compiledCloudFormationTemplate;
        Resources.Second = Resources.First;
      },
      'after:aws:package:finalize:saveServiceState': () => {
        copyFileSync(join(options.package, 'serverless-state.json'), join(serverless.serviceDir, '../state-copy.json'));
      },
    };
  }
};
`;
const SERVICE = `service: real-api
provider: { name: aws, runtime: nodejs22.x }
plugins: [./plugin.cjs]
functions: { run: { handler: run.handler } }
resources:
  Resources:
    First:
      Type: AWS::IAM::Role
      Properties: &role
        AssumeRolePolicyDocument:
          Version: '2012-10-17'
          Statement: [{ Effect: Allow, Action: 'sts:AssumeRole', Principal: { Service: lambda.amazonaws.com } }]
    Third: { Type: AWS::IAM::Role, Properties: *role }
`;
const FILES = {
  'serverless-stages.yml': stagesFile(
    { api: 'api' },
    {},
    { app: 'real', ...PREVIEWS, previews: { ...PREVIEWS.previews, boundary: BOUNDARY } },
  ),
  ...inFolder('api', {
    'serverless.yml': SERVICE,
    'plugin.cjs': PLUGIN,
    'run.cjs': 'exports.handler = async () => ({ statusCode: 200 });\n',
  }),
};

let world: World;
beforeAll(async () => {
  world = await startWorld({ files: FILES });
});
afterAll(() => world.close());

describe('previews.boundary with osls', () => {
  it('is in the role of its functions, and in roles that its state file only points at', async () => {
    const folder = checkOut(world, { 'api/a.txt': 'a' }, OSLS, 'feature/real');
    const { number } = await world.github.pulls.open({ head: 'feature/real', base: 'master' });
    const { step, stage } = await deployPreview(world, folder, number);
    expectSuccess(step);
    // What makes this test worth its name.
    expect(readFileSync(join(folder, 'state-copy.json'), 'utf8')).toMatch(/"\$ref": ?"\$\[.*\[\\"First\\"\]/);
    const resources = world.aws.stacks.find(`real-api-${stage}`)?.resources ?? new Map();
    const roles = [...resources.values()].filter(({ type }) => type === 'AWS::IAM::Role');
    expect(roles.map(({ logicalId }) => logicalId).sort()).toEqual([
      'First',
      'IamRoleLambdaExecution',
      'Second',
      'Third',
    ]);
    for (const { properties, logicalId } of roles) {
      const expected = { PermissionsBoundary: BOUNDARY, AssumeRolePolicyDocument: { Version: '2012-10-17' } };
      expect(properties, logicalId).toMatchObject(expected);
    }
  });
});
