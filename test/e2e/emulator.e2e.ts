import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CloudFormationClient,
  CreateStackCommand,
  DescribeStacksCommand,
  UpdateTerminationProtectionCommand,
} from '@aws-sdk/client-cloudformation';
import { GetParametersByPathCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { previewStageName } from '../../core/stage/name.ts';
import { ACCOUNT } from '../aws/deploy-role.ts';
import { apiKeyName, FULL_NAME, REGION } from '../world/accounts.ts';
import { everyService } from '../world/example.ts';
import { FORM, sendForm } from '../world/form.ts';
import { withRegistry } from '../world/machine.ts';
import type { WorkflowRun } from '../world/workflow.ts';
import { runPreview } from '../world/workflow.ts';
import { startTeamWorld, type TeamWorld } from '../world/world.ts';
import { requireBinary } from './binary.ts';
import { type Ministack, startMinistack } from './ministack.ts';

const EXAMPLE = join(import.meta.dirname, '../../examples/workshop');
/** A resource that cannot be made: nobody ever sends what it waits for. */
const NEVER_MADE_RESOURCES = `Resources:
    Signal: { Type: AWS::CloudFormation::WaitConditionHandle }
    Waits:
      Type: AWS::CloudFormation::WaitCondition
      Properties: { Handle: !Ref Signal, Timeout: "1" }
`;
const NEVER_MADE = `\nresources:\n  ${NEVER_MADE_RESOURCES}`;

let world: TeamWorld;
let ministack: Ministack;

beforeAll(async () => {
  world = await startTeamWorld();
  world.repository.commit('feature/sign-up', everyService('Sign up now'), { message: 'Ask for a name' });
  await world.github.pulls.open({ head: 'feature/sign-up', base: 'master', title: 'Sign up' });
  ministack = await startMinistack(requireBinary('MINISTACK'), { account: ACCOUNT });
});
afterAll(async () => {
  await ministack?.close();
  await world?.close();
});

const clientOf = ({ url }: Ministack) => ({
  endpoint: url,
  region: REGION,
  credentials: { accessKeyId: ACCOUNT, secretAccessKey: 'test' },
});

/** Stores the example's secret parameter in the emulator. */
async function putApiKey(value: string): Promise<void> {
  const client = new SSMClient(clientOf(ministack));
  const parameter = { Name: apiKeyName('dev'), Value: value, Type: 'SecureString', Overwrite: true } as const;
  await client.send(new PutParameterCommand(parameter));
}

/** Leaves a service as a run does that was cut off while its stack could not be made. */
async function leaveFailedCreate(service: string, stage: string): Promise<void> {
  const client = new CloudFormationClient(clientOf(ministack));
  const stackName = `${service}-${stage}`;
  const Tags = [{ Key: 'STAGE', Value: stage }];
  await client.send(new CreateStackCommand({ StackName: stackName, TemplateBody: NEVER_MADE_RESOURCES, Tags }));
  await expect
    .poll(
      async () => (await client.send(new DescribeStacksCommand({ StackName: stackName }))).Stacks?.[0]?.StackStatus,
      {
        timeout: 20_000,
      },
    )
    .toBe('ROLLBACK_COMPLETE');
  const owner = { kind: 'repository', id: '1001', name: FULL_NAME, ref: 'refs/heads/feature/sign-up' };
  const run = { id: '1', attempt: '1', url: '' };
  const record = { schemaVersion: 1, service, key: 'tasks', owner, run, status: 'deploying', stackName, needs: [] };
  const Name = `/serverless-stages/workshop/preview/${stage}/${service}`;
  const parameter = { Name, Value: JSON.stringify(record), Type: 'String' } as const;
  await new SSMClient(clientOf(ministack)).send(new PutParameterCommand(parameter));
}

/** A run of the preview workflow's steps whose AWS is the emulator. */
async function run(): Promise<WorkflowRun> {
  const { home, env } = withRegistry();
  return runPreview(world, 1, 'synchronize', { home, env: { ...env, AWS_ENDPOINT_URL: ministack.url } });
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

  it('E6 makes a stack anew whose creation failed, deploys all services, and the deployed API stores a form', async () => {
    await putApiKey('first-key-of-the-endpoint');
    await leaveFailedCreate('workshop-tasks', previewStageName('refs/heads/feature/sign-up', 20));
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

  it('E15 reports a failed update that was rolled back, with the resource that failed, and goes on when it is mended', async () => {
    const good = readFileSync(join(EXAMPLE, 'backend-tasks/serverless.yml'), 'utf8');
    push({ 'backend-tasks/serverless.yml': `${good}${NEVER_MADE}` });
    const failed = (await run()).steps['deploy-service'];
    expect(failed?.outputs['status'], failed?.log).toBe('failed');
    expect(failed?.log).toMatch(
      /E_DEPLOY_FAILED.*UPDATE_ROLLBACK_COMPLETE.*Waits \(AWS::CloudFormation::WaitCondition\)/,
    );
    push({ 'backend-tasks/serverless.yml': good });
    expect(statusOf(await run())).toMatch(/^(deployed|unchanged)$/);
  });

  it('G1 refuses a stack under termination protection before anything is emptied, and removes all when that is lifted', async () => {
    const client = new CloudFormationClient(clientOf(ministack));
    const StackName = `workshop-tasks-${stage()}`;
    await client.send(new UpdateTerminationProtectionCommand({ StackName, EnableTerminationProtection: true }));
    await world.github.pulls.close(1);
    const refused = await close();
    expect(refused?.log).toContain('E_STACK_PROTECTED');
    expect(await stacksOfStage()).toHaveLength(3);
    await client.send(new UpdateTerminationProtectionCommand({ StackName, EnableTerminationProtection: false }));
    const closed = await close();
    expect(closed?.outputs['status'], closed?.log).toBe('removed');
    expect(await stacksOfStage()).toEqual([]);
    const path = '/serverless-stages/workshop/preview/';
    const ssm = new SSMClient(clientOf(ministack));
    const { Parameters } = await ssm.send(new GetParametersByPathCommand({ Path: path, Recursive: true }));
    expect(Parameters).toEqual([]);
    expect((await close())?.outputs['status']).toBe('nothing');
  });

  const push = (files: Record<string, string>) =>
    world.repository.commit('feature/sign-up', files, { message: 'Change the tasks' });

  /** The removal that the run of the closed pull request comes to. */
  async function close() {
    const { home, env } = withRegistry();
    const settings = { home, env: { ...env, AWS_ENDPOINT_URL: ministack.url } };
    return (await runPreview(world, 1, 'closed', settings)).steps['destroy-stage'];
  }

  async function stacksOfStage(): Promise<string[]> {
    const { Stacks = [] } = await new CloudFormationClient(clientOf(ministack)).send(new DescribeStacksCommand({}));
    return Stacks.flatMap(({ StackName = '' }) => (StackName.endsWith(`-${stage()}`) ? [StackName] : []));
  }
});
