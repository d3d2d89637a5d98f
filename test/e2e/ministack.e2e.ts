import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runOsls } from '../local-aws/run-osls.ts';
import { writeSampleService } from '../local-aws/sample-service.ts';
import { requireBinary } from './binary.ts';
import { type Ministack, startMinistack } from './ministack.ts';

const keys = { accessKeyId: 'test', secretAccessKey: 'test' };
let ministack: Ministack;

beforeAll(async () => {
  ministack = await startMinistack(requireBinary('MINISTACK'));
});
afterAll(() => ministack.close());

const options = () => ({ endpoint: ministack.url, region: 'us-east-1', credentials: keys });

describe('ministack', () => {
  it('deploys a service with osls, and its handler answers and finds the SDK', async () => {
    const folder = writeSampleService();
    const deploy = await runOsls(folder, ['deploy', '--stage', 'dev'], { url: ministack.url, keys });
    expect(deploy, deploy.output).toMatchObject({ code: 0 });
    const { Stacks } = await new CloudFormationClient(options()).send(
      new DescribeStacksCommand({ StackName: 'submissions-dev' }),
    );
    expect(Stacks?.[0]?.StackStatus).toBe('UPDATE_COMPLETE');
    const apiId = Stacks?.[0]?.Outputs?.find(({ OutputKey }) => OutputKey === 'HttpApiId')?.OutputValue ?? '';
    const created = await fetch(ministack.apiUrl(apiId, '/submissions'), {
      method: 'POST',
      body: JSON.stringify({ id: 'a1', text: 'hello' }),
    });
    expect([created.status, await created.json()]).toEqual([201, { id: 'a1', greeting: 'hello' }]);
    const found = await fetch(ministack.apiUrl(apiId, '/submissions/a1'));
    expect([found.status, await found.json()]).toEqual([200, { id: { S: 'a1' }, text: { S: 'hello' } }]);
  });

  it('forgets everything when it is told to', async () => {
    const ssm = new SSMClient(options());
    await ssm.send(new PutParameterCommand({ Name: '/a/b', Value: 'c', Type: 'String' }));
    await ministack.reset();
    await expect(ssm.send(new GetParameterCommand({ Name: '/a/b' }))).rejects.toMatchObject({
      name: 'ParameterNotFound',
    });
  });

  it('leaves no process behind, and says what went wrong when it cannot start', async () => {
    const second = await startMinistack(requireBinary('MINISTACK'));
    await second.close();
    await expect(fetch(second.url)).rejects.toThrow('fetch failed');
    await expect(startMinistack('/bin/false')).rejects.toThrow('ministack did not start');
    await expect(startMinistack('/no/such/ministack')).rejects.toThrow('ministack did not start');
  });
});
