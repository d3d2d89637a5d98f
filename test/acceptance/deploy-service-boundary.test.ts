import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNTS } from '../world/accounts.ts';
import type { Files } from '../world/repository.ts';
import { startWorld, type World } from '../world/world.ts';
import { checkOut, deploy, deployPreview, PREVIEWS, stagesFile, statusesOf } from './deployment.ts';
import { inFolder, stubCalls, stubCli, stubService } from './stub-cli.ts';
import { expectSuccess } from './verdict.ts';

/** The stub, which says that roles may be made, as osls does. */
const STUB = Object.fromEntries(
  Object.entries(stubCli({ name: 'osls', version: '4.3.1' })).map(([path, text]) => [
    path,
    String(text).replace('StackName,\n', "StackName, 'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',\n"),
  ]),
);
const policy = (name: string) => `arn:aws:iam::${ACCOUNTS.dev}:policy/${name}`;
const BOUNDARY = policy('previews');
const TRUST = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
};
const role = (more: object = {}) => ({
  Type: 'AWS::IAM::Role',
  Properties: { AssumeRolePolicyDocument: TRUST, ...more },
});
const TEMPLATE = {
  Resources: {
    Plain: role(),
    Own: role({ PermissionsBoundary: policy('wide') }),
    Computed: role({ PermissionsBoundary: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:policy/wide' } }),
    User: { Type: 'AWS::IAM::User', Properties: {} },
    Queue: { Type: 'AWS::SQS::Queue', Properties: {} },
  },
};

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** The text of a serverless-stages.yml whose previews have a boundary, or none. */
const fileOf = (app: string, boundary: string | undefined, services: Record<string, string> = { api: 'api' }) => {
  const previews = { ...PREVIEWS.previews, ...(boundary === undefined ? {} : { boundary }) };
  return stagesFile(services, {}, { app, ...PREVIEWS, previews });
};
const filesOf = (app: string, boundary: string | undefined): Files => ({
  'serverless-stages.yml': fileOf(app, boundary),
  ...inFolder('api', stubService(`${app}-api`, TEMPLATE)),
});

/** A pull request with these changes to what stands on master, and its deploy. */
async function openPull(branch: string, changes: Files, cli: Files = STUB) {
  const folder = checkOut(world, changes, cli, branch);
  const { number } = await world.github.pulls.open({ head: branch, base: 'master' });
  const deployment = await deployPreview(world, folder, number);
  expectSuccess(deployment.step);
  return { ...deployment, folder, number };
}
/** The boundary of each resource in the template that CloudFormation was given for a stack. */
function boundariesIn(stack: string): Record<string, unknown> {
  const template = JSON.parse(world.aws.stacks.find(stack)?.wish?.templateBody ?? '{}') as typeof TEMPLATE;
  const entries = Object.entries(template.Resources).map(([id, { Properties }]) => [
    id,
    (Properties as Record<string, unknown>)['PermissionsBoundary'],
  ]);
  return Object.fromEntries(entries);
}
const EVERYWHERE = { Plain: BOUNDARY, Own: BOUNDARY, Computed: BOUNDARY, User: BOUNDARY, Queue: undefined };

describe('previews.boundary', () => {
  it('is in every role and user of a preview, whatever boundary they had', async () => {
    checkOut(world, filesOf('bound', BOUNDARY), STUB);
    const { stage } = await openPull('feature/bound', { 'api/a.txt': 'a' });
    expect(boundariesIn(`bound-api-${stage}`)).toEqual(EVERYWHERE);
    const made = world.aws.stacks.find(`bound-api-${stage}`)?.resources.get('Plain');
    expect(made?.properties).toEqual({
      ...TEMPLATE.Resources.Plain.Properties,
      RoleName: expect.stringMatching(`^${stage}-plain-`),
      PermissionsBoundary: BOUNDARY,
    });
  });

  it('is in nothing of a configured stage, which keeps the boundaries of its own', async () => {
    const folder = checkOut(world, filesOf('plain', BOUNDARY), STUB);
    expectSuccess((await deploy(world, folder)).step);
    expect(boundariesIn('plain-api-dev')).toEqual({
      Own: policy('wide'),
      Computed: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:policy/wide' },
    });
    expect(world.aws.stacks.find('plain-api-dev')?.wish?.templateBody).not.toContain(BOUNDARY);
  });

  it('that is not configured gives a preview none', async () => {
    checkOut(world, filesOf('free', undefined), STUB);
    const { stage } = await openPull('feature/free', { 'api/a.txt': 'a' });
    expect(world.aws.stacks.find(`free-api-${stage}`)?.resources.get('Plain')?.properties).toEqual({
      ...TEMPLATE.Resources.Plain.Properties,
      RoleName: expect.stringMatching(`^${stage}-plain-`),
    });
  });

  it.each([
    ['removes it', undefined],
    ['names another policy', policy('wide')],
  ])('B13 is the target branch’s where the pull request %s', async (_what, boundary) => {
    const app = boundary === undefined ? 'drop' : 'swap';
    checkOut(world, filesOf(app, BOUNDARY), STUB);
    const { stage, resolve } = await openPull(`feature/${app}`, {
      'serverless-stages.yml': fileOf(app, boundary),
      'api/a.txt': 'a',
    });
    expect(boundariesIn(`${app}-api-${stage}`)).toEqual(EVERYWHERE);
    expect(resolve.log).toMatch(/\bpreviews\b/);
  });

  it('is what is deployed each time: an unchanged package stays unchanged', async () => {
    checkOut(world, filesOf('twice', BOUNDARY), STUB);
    const { number, stage } = await openPull('feature/twice', { 'api/a.txt': 'a' });
    const again = checkOut(world, {}, STUB, 'feature/twice');
    const { step } = await deployPreview(world, again, number, { inputs: { services: 'all' } });
    expectSuccess(step);
    expect(stubCalls(again).map(({ command }) => command)).toEqual(['package', 'deploy']);
    expect(statusesOf(step)).toEqual({ api: 'unchanged' });
    expect(boundariesIn(`twice-api-${stage}`)).toEqual(EVERYWHERE);
  });

  it('that is new or another one reaches the roles that a preview has already, at its next run', async () => {
    checkOut(world, filesOf('later', undefined), STUB);
    const { number, stage } = await openPull('feature/later', { 'api/a.txt': 'a' });
    for (const boundary of [BOUNDARY, policy('previews-2')]) {
      world.repository.commit('master', { 'serverless-stages.yml': fileOf('later', boundary) });
      const { step } = await deployPreview(
        world,
        checkOut(world, { 'docs/a.md': boundary }, STUB, 'feature/later'),
        number,
      );
      expectSuccess(step);
      expect(boundariesIn(`later-api-${stage}`), step.log).toMatchObject({ Plain: boundary, Own: boundary });
    }
  });
});

describe('the boundary of a profile', () => {
  it('is in every role and user of its configured stage, and not in those of a preview', async () => {
    const boundary = policy('services');
    const text = stagesFile({ api: 'api' }, { boundary }, { app: 'firm', ...PREVIEWS });
    const files = { 'serverless-stages.yml': text, ...inFolder('api', stubService('firm-api', TEMPLATE)) };
    expectSuccess((await deploy(world, checkOut(world, files, STUB))).step);
    expect(boundariesIn('firm-api-dev')).toEqual({
      Plain: boundary,
      Own: boundary,
      Computed: boundary,
      User: boundary,
      Queue: undefined,
    });
    const { stage } = await openPull('feature/firm', { 'api/a.txt': 'a' });
    expect(boundariesIn(`firm-api-${stage}`)).toMatchObject({ Own: policy('wide') });
  });
});
