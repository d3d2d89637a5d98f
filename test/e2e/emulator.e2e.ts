import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNT } from '../aws/deploy-role.ts';
import type { WorkflowRun } from '../story/deploy-job.ts';
import { FORM, sendForm } from '../story/form.ts';
import { withRegistry } from '../story/machine.ts';
import { runPreview } from '../story/preview-run.ts';
import { API_KEY, REGION, type StandIns, startStandIns } from '../story/stand-ins.ts';
import { everyService } from '../story/workshop-repository.ts';
import { requireBinary } from './binary.ts';
import { type Ministack, startMinistack } from './ministack.ts';

let standIns: StandIns;
let ministack: Ministack;

beforeAll(async () => {
  standIns = await startStandIns();
  standIns.repository.push('feature/sign-up', 'Ask for a name', everyService('Sign up now'));
  await standIns.github.pulls.open({ head: 'feature/sign-up', base: 'master', title: 'Sign up' });
  ministack = await startMinistack(requireBinary('MINISTACK'), { account: ACCOUNT });
});
afterAll(async () => {
  await ministack?.close();
  await standIns?.close();
});

const clientOf = ({ url }: Ministack) => ({
  endpoint: url,
  region: REGION,
  credentials: { accessKeyId: ACCOUNT, secretAccessKey: 'test' },
});

/** Stores the example's secret parameter in the emulator. */
async function putApiKey(value: string): Promise<void> {
  const client = new SSMClient(clientOf(ministack));
  const parameter = { Name: API_KEY.name, Value: value, Type: 'SecureString', Overwrite: true } as const;
  await client.send(new PutParameterCommand(parameter));
}

/** A run of the preview workflow's steps whose AWS is the emulator. */
async function run(): Promise<WorkflowRun> {
  const { home, env } = withRegistry();
  return runPreview(standIns, 1, 'synchronize', { home, env: { ...env, AWS_ENDPOINT_URL: ministack.url } });
}

function statusOf({ steps }: WorkflowRun): string {
  const failed = Object.values(steps).find(({ exitCode }) => exitCode !== 0);
  return failed === undefined ? (steps['deploy-service']?.outputs['status'] ?? 'none') : failed.log;
}

/** The variables of a deployed function, as the emulator's Lambda has them. */
async function environmentOf(name: string): Promise<Record<string, string>> {
  const credential = `Credential=${ACCOUNT}/20260101/${REGION}/lambda/aws4_request`;
  const headers = { authorization: `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=host, Signature=0` };
  const answer = await fetch(`${ministack.url}/2015-03-31/functions/${name}`, { headers });
  const { Configuration } = (await answer.json()) as {
    Configuration: { Environment: { Variables: Record<string, string> } };
  };
  return Configuration.Environment.Variables;
}

describe('the story on an emulator that nobody here wrote', () => {
  let first: WorkflowRun;
  const stage = () => first.resolve.outputs['stage'] ?? '';

  it('deploys all services of a pull request, and the deployed API stores a form', async () => {
    await putApiKey('first-key-of-the-endpoint');
    first = await run();
    expect(statusOf(first)).toBe('deployed');
    const client = new CloudFormationClient(clientOf(ministack));
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: `workshop-restapi-${stage()}` }));
    const apiId = Stacks?.[0]?.Outputs?.find(({ OutputKey }) => OutputKey === 'HttpApiId')?.OutputValue ?? '';
    expect((await sendForm((path) => ministack.apiUrl(apiId, path))).stored).toMatchObject(FORM);
    expect(await environmentOf(`workshop-tasks-${stage()}-digest`)).toMatchObject({
      ENDPOINT_API_KEY: 'first-key-of-the-endpoint',
    });
  });

  it('E21 reports unchanged when nothing differs', async () => {
    expect(statusOf(await run())).toBe('unchanged');
  });

  it('brings a changed parameter to the deployed function', async () => {
    await putApiKey('second-key-of-the-endpoint');
    expect(statusOf(await run())).toBe('deployed');
    expect(await environmentOf(`workshop-tasks-${stage()}-digest`)).toMatchObject({
      ENDPOINT_API_KEY: 'second-key-of-the-endpoint',
    });
  });
});
