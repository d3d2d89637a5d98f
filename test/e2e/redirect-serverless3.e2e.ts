import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, makeApplication } from '../acceptance/deployment.ts';
import { type LocalAws, startLocalAws, type UserKeys } from '../local-aws/server.ts';
import { requireServerless3, runServerless3 } from '../serverless3/run-serverless3.ts';

requireServerless3();

const REDIRECT = pathToFileURL(resolve(import.meta.dirname, '../../dist/plugin/redirect.js')).href;
const db = `service: db
frameworkVersion: '3'
provider: { name: aws, region: us-east-1 }
resources:
  Resources: { Queue: { Type: AWS::SQS::Queue } }
  Outputs: { Url: { Value: !Ref Queue } }
`;
const reader = `service: reader
frameworkVersion: '3'
provider: { name: aws, region: us-east-1 }
resources:
  Resources: { Queue: { Type: AWS::SQS::Queue } }
  Outputs:
    Read: { Value: '\${cf:db-\${sls:stage}.Url}' }
    InRegion: { Value: '\${cf(us-east-1):db-\${sls:stage}.Url}' }
`;

let aws: LocalAws;
let keys: UserKeys;
let application: Application;
beforeAll(async () => {
  aws = await startLocalAws();
  keys = aws.addUser('111111111111');
  application = makeApplication({ 'db/serverless.yml': db, 'reader/serverless.yml': reader }, ['serverless3']);
});
afterAll(async () => {
  await aws.close();
  application.remove();
});

const serverless = (service: string, args: string[], env: Record<string, string> = {}) =>
  runServerless3(join(application.folder, service), args, { url: aws.url, keys, env });
const outputOf = (stack: string, name: string) =>
  aws.stacks.find(stack)?.outputs.find(({ key }) => key === name)?.value;

describe('${cf:…} of serverless 3 that is led to another stack', () => {
  it('reads the stack of the base stage', async () => {
    expect((await serverless('db', ['deploy', '--stage', 'dev'])).stderr).toContain('deployed');
    const context = join(application.folder, 'context.json');
    writeFileSync(context, JSON.stringify({ stacks: { 'db-pr1': 'db-dev', 'us-east-1:db-pr1': 'db-dev' } }));
    const env = { SERVERLESS_STAGES_CONTEXT: context, NODE_OPTIONS: `--import ${REDIRECT}` };
    const { code, stderr } = await serverless('reader', ['deploy', '--stage', 'pr1'], env);
    expect(code, stderr).toBe(0);
    expect(outputOf('reader-pr1', 'Read')).toBe(outputOf('db-dev', 'Url'));
    expect(outputOf('reader-pr1', 'InRegion')).toBe(outputOf('db-dev', 'Url'));
  });

  it('is not found without being led', async () => {
    const { code, stdout, stderr } = await serverless('reader', ['package', '--stage', 'pr1']);
    expect(code).not.toBe(0);
    expect(stdout + stderr).toContain('Value not found at "cf" source');
  });
});
