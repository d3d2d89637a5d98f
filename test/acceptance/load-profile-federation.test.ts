import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { expectLoadFailure, type LoadOptions, loadProfile } from './load-profile-run.ts';
import { expectDecision, openPull, resolveStage } from './resolve-stage-run.ts';
import { startSkewedAws } from './skewed-aws.ts';
import { annotationsOf, changesIn, expectNoSecret, expectSuccess } from './verdict.ts';
import { ACCOUNTS, addRole, REGION, startWorld, type World } from './world.ts';

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

/** How many tokens a load asked for. */
async function countTokens(load: () => Promise<unknown>): Promise<number> {
  const before = world.oidc.journal.filter(({ path }) => path === '/idtoken').length;
  await load();
  return world.oidc.journal.filter(({ path }) => path === '/idtoken').length - before;
}

describe('a job without id-token: write', () => {
  it('D1 is told which permission to add', async () => {
    const loaded = await loadProfile(world, { idToken: false });
    expect(await expectLoadFailure(loaded, 'E_OIDC_PERMISSION')).toContain('id-token: write');
    expect(world.aws.journal.entries).toEqual([]);
  });

  it("D1 is told of the fork where it is a fork's pull request", async () => {
    world.repository.commit('topic/fork', { 'a.txt': 'a' });
    const { number } = await world.github.pulls.open({ head: 'topic/fork', base: 'master', headRepositoryId: 77 });
    const context = await world.pullRequestRun(number, 'opened');
    const loaded = await loadProfile(world, { context, idToken: false });
    expect(await expectLoadFailure(loaded, 'E_OIDC_PERMISSION')).toMatch(/fork/);
  });
});

describe('the token endpoint', () => {
  it.each([
    ['429', { kind: 'status', status: 429, headers: { 'retry-after': '1' } } as const],
    ['500', { kind: 'status', status: 500 } as const],
    ['a cut connection', { kind: 'reset' } as const],
  ])('D2 is asked again after %s', async (_what, fault) => {
    world.oidc.faults.next(fault);
    const tokens = await countTokens(async () => expectSuccess((await loadProfile(world)).step));
    expect(tokens).toBe(2);
  });

  it.each([
    ['401', { kind: 'status', status: 401 } as const],
    ['403', { kind: 'status', status: 403 } as const],
    ['no JSON', { kind: 'invalid-json' } as const],
    ['an empty value', { kind: 'empty-value' } as const],
  ])('D2 is not asked again after %s', async (_what, fault) => {
    world.oidc.faults.next(fault, 5);
    const tokens = await countTokens(async () => {
      const loaded = await loadProfile(world);
      await expectLoadFailure(loaded, 'E_OIDC_TOKEN');
      expectNoSecret(loaded.step, world.oidc.requestToken);
    });
    expect(tokens).toBe(1);
    expect(world.aws.journal.entries).toEqual([]);
  });
});

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

describe('STS', () => {
  it.each(['IDPCommunicationError', 'InvalidIdentityToken'])(
    'D6 is asked again after %s, with a fresh token',
    async (code) => {
      world.aws.faults.add({ ...ASSUME, times: 2, status: 400, code });
      const tokens = await countTokens(async () => expectSuccess((await loadProfile(world)).step));
      expect(tokens).toBe(3);
      const used = assumptions().map(({ params }) => params['WebIdentityToken']);
      expect(new Set(used).size).toBe(used.length);
    },
  );

  it('D6 is not asked for ever', async () => {
    world.aws.faults.add({ ...ASSUME, status: 400, code: 'IDPCommunicationError' });
    const loaded = await loadProfile(world);
    const [error] = annotationsOf(loaded.step, 'error');
    const code = error?.message.startsWith('E_ROLE_REFUSED') ? 'E_ROLE_REFUSED' : 'E_AWS_UNAVAILABLE';
    await expectLoadFailure(loaded, code);
    expect(assumptions().length).toBeLessThanOrEqual(6);
  });

  it('D7 gives an hour with a warning where the role allows no more', async () => {
    const loaded = await loadProfile(world, { profile: { 'session-duration': '2h' } });
    expectSuccess(loaded.step);
    const [warning] = annotationsOf(loaded.step, 'warning');
    expect(warning?.message).toMatch(/session-duration|MaxSessionDuration/);
    const seconds = assumptions().map(({ params }) => Number(params['DurationSeconds'] ?? 3600));
    expect(seconds.at(-1)).toBe(3600);
  });

  it('D7 gives what is asked for where the role allows it', async () => {
    const allowed = { maxSessionDuration: 7200 };
    const parameters = { Kind: 'configured', Environment: 'dev', Branch: 'master' };
    addRole(world.aws, ACCOUNTS.dev, 'serverless-stages-long', parameters, allowed);
    const profile = { role: `${ROLE}-long`, 'session-duration': '2h' };
    const loaded = await loadProfile(world, { profile });
    expectSuccess(loaded.step);
    expect(annotationsOf(loaded.step, 'warning')).toEqual([]);
    expect(Number(assumptions()[0]?.params['DurationSeconds'])).toBe(7200);
  });

  it('D8 B7 whose session is of another account is an error', async () => {
    const arn = 'arn:aws:sts::999999999999:assumed-role/serverless-stages/x';
    const rawBody = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>${arn}</Arn><UserId>A:x</UserId><Account>999999999999</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetCallerIdentityResponse>`;
    world.aws.faults.add({ service: 'sts', action: 'GetCallerIdentity', status: 200, rawBody });
    const loaded = await loadProfile(world, { inputs: { 'export-credentials': 'true' } });
    const text = await expectLoadFailure(loaded, 'E_WRONG_ACCOUNT');
    expect(text).toContain('999999999999');
    expect(text).toContain(ACCOUNTS.dev);
    expect(world.aws.journal.of('ssm')).toEqual([]);
  });

  it.each([
    ['a long repository', { repository: `acme/${'long-name-'.repeat(12)}`, runId: '12345678901', runAttempt: '3' }],
    ['a repository with odd letters', { repository: 'acme/.dots_and-~', runId: '1', runAttempt: '1' }],
  ])('D12 gets a session name that it takes: %s', async (_what, names) => {
    const context = { ...world.dispatchRun('refs/heads/$(id)/ÄÖ'.replace('$(id)/ÄÖ', 'master')), ...names };
    expectSuccess((await loadProfile(world, { context })).step);
    const name = String(assumptions()[0]?.params['RoleSessionName']);
    expect(name).toMatch(/^[\w+=,.@-]{2,64}$/);
    expect(name).toContain(names.runId);
    expect(name.endsWith(names.runAttempt)).toBe(true);
  });

  it.each([-600_000, 600_000])('D13 whose clock is %i ms off is asked again with its own time', async (skew) => {
    const skewed = await startSkewedAws(world.aws.url, skew);
    try {
      const context = { ...world.dispatchRun('refs/heads/master'), env: { AWS_ENDPOINT_URL: skewed.url } };
      const loaded = await loadProfile(world, {
        context,
        profile: { parameters: { key: { ssm: '/workshop/dev/endpoint_api_key' } } },
      });
      expectSuccess(loaded.step);
      expect(skewed.refusals).toBeGreaterThan(0);
    } finally {
      await skewed.close();
    }
  });

  it('D13 that finds the token expired says that it is the token, or asks again with a fresh one', async () => {
    const message = 'Token expired: current date/time 9 must be before the expiration date/time 8';
    world.aws.faults.add({ ...ASSUME, status: 400, code: 'ExpiredTokenException', message });
    const { step } = await loadProfile(world);
    const [error] = annotationsOf(step, 'error');
    expect(error?.message).toMatch(/^E_(ROLE_REFUSED|OIDC_TOKEN|NO_CREDENTIALS): .*(token.* expired|clock)/is);
  });

  it('E23 that does not answer is an error of AWS, after more than one call', async () => {
    world.aws.faults.add({ ...ASSUME, times: 1, closeConnection: true });
    world.aws.faults.add({ ...ASSUME, times: 1, status: 503, code: 'ServiceUnavailable' });
    expectSuccess((await loadProfile(world)).step);
  });
});

describe('D14 another partition', () => {
  it.each([
    ['aws-cn', 'cn-north-1', '444444444444', 'sts.amazonaws.com.cn'],
    ['aws-us-gov', 'us-gov-west-1', '555555555555', 'sts.amazonaws.com'],
  ])('%s gets the audience that the shipped template wants', async (partition, region, account, audience) => {
    const { issuer, jwksUri } = world.oidc;
    world.aws.providers.add({ account, url: issuer, audiences: [audience], jwksUri });
    addRole(
      world.aws,
      account,
      'serverless-stages',
      { Kind: 'configured', Environment: 'dev', Branch: 'master' },
      { partition },
    );
    const profile = { role: `arn:${partition}:iam::${account}:role/serverless-stages`, region };
    const loaded = await loadProfile(world, { profile });
    expectSuccess(loaded.step);
    expect(loaded.step.outputs).toMatchObject({ account, region });
    expect(world.oidc.journal.filter(({ path }) => path === '/idtoken').at(-1)?.audience).toBe(audience);
  });
});

describe('what resolve-stage gives', () => {
  it('is taken for a preview too, also where it is long', async () => {
    const parameters = Object.fromEntries(
      Array.from({ length: 2500 }, (_, index) => [`p${index}`, `value-${index}-${'v'.repeat(40)}`]),
    );
    const dev = { role: ROLE, region: REGION, parameters };
    const previews = { 'target-branches': ['long'], role: `${ROLE}-preview` };
    const file = stringify({ version: 1, app: 'workshop', profiles: { dev }, 'default-profile': 'dev', previews });
    world.repository.commit('long', { 'serverless-stages.yml': file });
    world.repository.commit('topic/long', { 'a.txt': 'a' }, { from: 'long' });
    const { number } = await world.github.pulls.open({ head: 'topic/long', base: 'long' });
    const context = await world.pullRequestRun(number, 'opened');
    const resolved = await resolveStage(world, context);
    expectDecision(resolved, { decision: 'deploy', configuration: expect.stringMatching(/^gzip:/) });
    const job = world.job(world.withIdToken(context, 'preview'));
    const configuration = resolved.outputs['configuration'] ?? '';
    const step = await job.run({ action: 'load-profile', inputs: { configuration } });
    expectSuccess(step);
    expect(step.outputs['parameter-names']?.split(',')).toHaveLength(2500);
  });
});
