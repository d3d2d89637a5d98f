import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNTS } from '../world/accounts.ts';
import { addRole } from '../world/roles.ts';
import { startWorld, type World } from '../world/world.ts';
import { countTokens, expectLoadFailure, loadProfile } from './load-profile-run.ts';
import { startSkewedAws } from './skewed-aws.ts';
import { annotationsOf, changesIn, expectSuccess } from './verdict.ts';

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

describe('STS', () => {
  it.each(['IDPCommunicationError', 'InvalidIdentityToken'])(
    'D6 is asked again after %s, with a fresh token',
    async (code) => {
      world.aws.faults.add({ ...ASSUME, times: 2, status: 400, code });
      const tokens = await countTokens(world, async () => expectSuccess((await loadProfile(world)).step));
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
    const context = { ...world.dispatchRun('refs/heads/master'), ...names };
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
