import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNTS } from '../world/accounts.ts';
import { addRole } from '../world/roles.ts';
import { startWorld, type World } from '../world/world.ts';
import { expectLoadFailure, type LoadOptions, loadProfile } from './load-profile-run.ts';
import { openPull } from './resolve-stage-run.ts';
import { changesIn, expectNoSecret, expectSuccess } from './verdict.ts';

const ROLE = `arn:aws:iam::${ACCOUNTS.dev}:role/serverless-stages`;
const ASSUME = { service: 'sts', action: 'AssumeRoleWithWebIdentity' } as const;

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
afterEach(() => {
  world.aws.faults.clear();
  world.oidc.faults.clear();
  world.oidc.setSubjectFormat('legacy');
  expect(changesIn(world.aws.journal.entries)).toEqual([]);
  world.aws.journal.clear();
});

const assumptions = () => world.aws.journal.of(ASSUME.service, ASSUME.action);

describe('a role that is refused', () => {
  /** What the error must say of the token, each a part of its text. */
  async function expectRefused(options: LoadOptions, ...words: readonly string[]) {
    const loaded = await loadProfile(world, options);
    const text = await expectLoadFailure(loaded, 'E_ROLE_REFUSED');
    for (const word of [...words, 'sts.amazonaws.com']) expect(text).toContain(word);
    expect(assumptions()).toHaveLength(1);
    return text;
  }

  it('D3 is asked for once, and the error says what the token was', async () => {
    const text = await expectRefused({ environment: 'nowhere' }, 'repo:acme/workshop:environment:nowhere', ROLE);
    expect(text).toMatch(/repo:(OWNER@ID\/REPO@ID|acme@2001\/workshop@1001)/);
  });

  it('D3 D9 does not exist', async () => {
    await expectRefused(
      { profile: { role: `arn:aws:iam::${ACCOUNTS.dev}:role/serverless-stages-gone` } },
      'serverless-stages-gone',
    );
  });

  it('C17 D3 gives the token away in no debug log', async () => {
    const context = { ...world.dispatchRun('refs/heads/master'), debug: true };
    const { step } = await loadProfile(world, { context, environment: 'nowhere' });
    expect(step.exitCode).not.toBe(0);
    const token = String(assumptions()[0]?.params['WebIdentityToken']);
    expect(token).toMatch(/^eyJ/);
    expectNoSecret(step, token, world.oidc.requestToken);
  });

  it('D4 trusts one form of the subject, and the token has the other', async () => {
    const role = `arn:aws:iam::${ACCOUNTS.dev}:role/old-form`;
    world.aws.roles.add({
      arn: role,
      trustPolicy: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Federated: `arn:aws:iam::${ACCOUNTS.dev}:oidc-provider/token.actions.githubusercontent.com` },
            Action: 'sts:AssumeRoleWithWebIdentity',
            Condition: {
              StringEquals: {
                'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
                'token.actions.githubusercontent.com:sub': 'repo:acme/workshop:environment:dev',
              },
            },
          },
        ],
      },
    });
    world.oidc.setSubjectFormat('immutable');
    const text = await expectRefused({ profile: { role } }, 'repo:acme@2001/workshop@1001:environment:dev');
    expect(text).toMatch(/newer form.*repo:(OWNER\/REPO|acme\/workshop):/);
  });

  it('D5 wants the environment in other letters', async () => {
    addRole(world.aws, ACCOUNTS.dev, 'serverless-stages-case', {
      Kind: 'configured',
      Environment: 'Dev',
      Branch: 'master',
    });
    const text = await expectRefused({ profile: { role: `${ROLE}-case` } }, 'environment:dev');
    expect(text).toMatch(/case/);
  });

  it('D15 is that of prod, for a pull request that names its environment', async () => {
    const number = await openPull(world, 'topic/wants-prod');
    const context = await world.pullRequestRun(number, 'opened');
    const profile = { role: `arn:aws:iam::${ACCOUNTS.prod}:role/serverless-stages` };
    await expectRefused({ context, profile, environment: 'prod' }, `refs/pull/${number}/merge`, 'ref');
    expect(world.aws.roles.lastDenial).toMatchObject({ reason: 'no-allow' });
  });

  it('D15 is that of prod, for another branch', async () => {
    const profile = { role: `arn:aws:iam::${ACCOUNTS.prod}:role/serverless-stages` };
    await expectRefused({ profile, environment: 'prod' }, 'refs/heads/master', 'ref');
  });

  it('D15 is of another repository that has the name', async () => {
    await expectRefused({ claims: { repository_id: '6666' } }, '6666', 'repository_id');
  });

  it("D15 is for a fork's run of our workflow at a commit", async () => {
    const fork = 'mallory/workshop';
    const claims = {
      repository: fork,
      repository_id: '7777',
      repository_owner_id: '8888',
      job_workflow_ref: `acme/workshop/.github/workflows/stage.yml@${'e'.repeat(40)}`,
    };
    await expectRefused({ claims }, fork, '7777');
  });

  it('D15 is that of previews, for a branch that has none', async () => {
    const profile = { role: `${ROLE}-preview` };
    const context = { ref: 'refs/heads/other', event: { name: 'push', payload: {} } };
    await expectRefused({ profile, context, environment: 'preview' }, 'refs/heads/other');
  });
});

describe('the shipped trust policy', () => {
  it.each(['legacy', 'immutable'] as const)('D4 takes the %s subject', async (format) => {
    world.oidc.setSubjectFormat(format);
    expectSuccess((await loadProfile(world)).step);
  });

  it('D5 takes an environment with a colon', async () => {
    addRole(world.aws, ACCOUNTS.dev, 'serverless-stages-colon', {
      Kind: 'configured',
      Environment: 'eu:dev',
      Branch: 'master',
    });
    expectSuccess((await loadProfile(world, { profile: { role: `${ROLE}-colon` }, environment: 'eu:dev' })).step);
  });

  it('D15 lets in each run that a preview has', async () => {
    const profile = { role: `${ROLE}-preview` };
    for (const ref of ['refs/pull/12/merge', 'refs/heads/master', 'refs/heads/feature/x']) {
      const context = { ref, event: { name: ref.includes('pull') ? 'pull_request' : 'push', payload: {} } };
      expectSuccess((await loadProfile(world, { profile, context, environment: 'preview' })).step);
    }
  });
});
