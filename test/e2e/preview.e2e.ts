import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNT, type DeployedRole, deployRole, PREVIEWS } from '../aws/deploy-role.ts';
import { statementsOf } from '../aws/identity-policy.ts';
import { type LocalAws, startLocalAws } from '../local-aws/server.ts';
import { type LocalGithub, startLocalGithub } from '../local-github/server.ts';
import { type LocalOidc, startLocalOidc } from '../local-oidc/server.ts';
import { runWorkflow, type WorkflowOutcome } from './act.ts';
import { requireBinary } from './binary.ts';
import { startMinistack } from './ministack.ts';
import { listForbiddenCalls } from './role-calls.ts';
import { PRODUCT, writeUserRepository } from './user-repository.ts';

let folder: string;
let user: string;
let role: DeployedRole;
let aws: LocalAws;
let github: LocalGithub;
let oidc: LocalOidc;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'preview-e2e-'));
  const repository = writeUserRepository(folder);
  user = repository.user;
  const shop = { owner: 'acme', name: 'shop', id: 1001, ownerId: 2001, defaultBranch: 'master', bare: repository.bare };
  [aws, oidc, github] = await Promise.all([
    startLocalAws(),
    startLocalOidc(),
    startLocalGithub({ repositories: [shop] }),
  ]);
  role = await deployRole(aws, PREVIEWS);
  for (const provider of aws.providers.of(ACCOUNT)) aws.providers.add({ ...provider, jwksUri: oidc.jwksUri });
  await github.pulls.open({ title: 'A', head: 'feature/a', base: 'master' });
});
afterEach(async () => {
  await Promise.all([aws.close(), oidc.close(), github.close()]);
  rmSync(folder, { recursive: true, force: true });
});

/** The run that GitHub starts for the opened pull request, with the token that its job gets. */
async function runPreview(endpoint = aws.url, ref = 'refs/pull/1/merge'): Promise<WorkflowOutcome> {
  const ids = { repository: 'acme/shop', repository_id: '1001', repository_owner_id: '2001' };
  oidc.setClaims({ ...ids, environment: 'preview', event_name: 'pull_request', ref });
  return runWorkflow({
    act: requireBinary('ACT'),
    product: PRODUCT,
    userRepository: user,
    event: { name: 'pull_request', payload: await github.eventFor(1, 'opened') },
    workflow: '.github/workflows/preview.yml',
    env: {
      GITHUB_API_URL: github.url,
      ACTIONS_ID_TOKEN_REQUEST_URL: oidc.requestUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidc.requestToken,
      AWS_ENDPOINT_URL: endpoint,
      SLS_AWS_MONITORING_FREQUENCY: '50',
    },
    secrets: { GITHUB_TOKEN: github.token },
  });
}

const outputOf = ({ jobs }: WorkflowOutcome, job: string, step: string, name: string) =>
  jobs[job]?.steps.find(({ id, stage }) => id === step && stage === 'Main')?.outputs[name];

describe('the workflow that a user copies', () => {
  it('deploys a pull request with the role that the shipped template makes', async () => {
    const outcome = await runPreview();
    expect(outcome.exitCode, outcome.log).toBe(0);
    const stage = outputOf(outcome, 'resolve', 'resolve', 'stage') ?? '';
    expect(aws.stacks.find(`shop-api-${stage}`)?.status).toBe('UPDATE_COMPLETE');
    expect(outputOf(outcome, 'deploy', 'deploy', 'status')).toBe('deployed');
    const answer = await fetch(aws.apiUrl(`${outputOf(outcome, 'deploy', 'deploy', 'url')}/hello`));
    expect([answer.status, await answer.text()]).toEqual([200, 'hello feature']);
    expect(listForbiddenCalls(aws.journal.entries, PREVIEWS.RoleName, statementsOf(role))).toEqual([]);
  });

  it('D15 deploys nothing when the token says a ref that the role does not take, and names the ref', async () => {
    const outcome = await runPreview(aws.url, 'refs/heads/elsewhere');
    expect(outcome.jobs).toMatchObject({ resolve: { result: 'success' }, deploy: { result: 'failure' } });
    expect(outcome.log).toContain('refs/heads/elsewhere');
    expect(aws.stacks.list().map(({ name }) => name)).not.toContainEqual(expect.stringContaining('shop-api'));
  });

  it('deploys the same on an emulator that nobody here wrote, and the deployed API answers', async () => {
    const ministack = await startMinistack(requireBinary('MINISTACK'), { account: ACCOUNT });
    try {
      const outcome = await runPreview(ministack.url);
      expect(outcome.exitCode, outcome.log).toBe(0);
      const stage = outputOf(outcome, 'resolve', 'resolve', 'stage') ?? '';
      const credentials = { accessKeyId: ACCOUNT, secretAccessKey: 'test' };
      const client = new CloudFormationClient({ endpoint: ministack.url, region: 'us-east-1', credentials });
      const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: `shop-api-${stage}` }));
      const apiId = Stacks?.[0]?.Outputs?.find(({ OutputKey }) => OutputKey === 'HttpApiId')?.OutputValue ?? '';
      const answer = await fetch(ministack.apiUrl(apiId, '/hello'));
      expect([answer.status, await answer.text()]).toEqual([200, 'hello feature']);
    } finally {
      await ministack.close();
    }
  });
});
