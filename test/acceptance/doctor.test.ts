import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNTS } from '../world/accounts.ts';
import { type Laptop, makeLaptop } from '../world/laptop.ts';
import { newApplication, withParameters } from '../world/new-application.ts';
import { runCommands } from '../world/set-up.ts';
import { startStandIns, type World } from '../world/world.ts';

interface Finding {
  readonly level: string;
  readonly source: string;
  readonly check: string;
  readonly place: string;
  readonly what: string;
  readonly fix: string;
}

const ROLE = `arn:aws:iam::${ACCOUNTS.dev}:role/serverless-stages-dev`;

let world: World;
let laptop: Laptop;
beforeAll(async () => {
  world = await startStandIns();
  laptop = makeLaptop(world, { files: newApplication() });
  const accounts = `dev=${ACCOUNTS.dev},staging=${ACCOUNTS.staging},prod=${ACCOUNTS.prod}`;
  const init = await laptop.run('init', '--yes', '--json', '--account', accounts, '--owner', 'tools');
  expect(init.exitCode, init.stderr).toBe(0);
  await runCommands(world, laptop, JSON.parse(init.stdout).commands);
  laptop.write({ 'serverless-stages.yml': withParameters(laptop.text('serverless-stages.yml')) });
  laptop.git('add', '-A', '.');
  laptop.git('-c', 'user.name=Ada', 'commit', '-qm', 'Set it up');
});
afterAll(async () => {
  laptop.remove();
  await world.close();
});

async function examine(...args: string[]) {
  const { exitCode, stdout, stderr } = await laptop.run('doctor', '--json', ...args);
  const { findings } = JSON.parse(stdout) as { findings: readonly Finding[] };
  const found = findings.filter(({ level }) => level !== 'not-asked');
  return {
    exitCode,
    stderr,
    found,
    checks: found.map(({ check }) => check),
    unasked: findings.filter(({ level }) => level === 'not-asked'),
  };
}

describe('doctor, where all of init’s commands were run', () => {
  it('finds nothing wrong, and says which accounts it could not look into', async () => {
    const { exitCode, found, unasked } = await examine();
    expect(found).toEqual([]);
    expect(exitCode).toBe(0);
    expect(unasked.map(({ what }) => what).join()).toContain(ACCOUNTS.prod);
  });

  it('says what a finding is, why it matters and what mends it, to a person', async () => {
    world.github.environments.remove('dev');
    const { exitCode, stdout } = await laptop.run('doctor');
    world.github.environments.put('dev', { branches: 'custom' });
    world.github.environments.addPolicy('dev', { name: 'master' });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/✗ environment dev: does not exist\n +GitHub silently .*\n +→ echo .*\n +gh api -X POST/);
    expect(stdout).toContain('✗ 1 error, 0 warnings');
  });
});

describe('doctor, on GitHub', () => {
  const { put } = { put: (name: string, rules: object) => world.github.environments.put(name, rules) };
  it.each<[string, string, () => () => void]>([
    [
      'an environment that every branch may use',
      'environment-open',
      () => {
        put('prod', { branches: null });
        return () => put('prod', { branches: 'custom' });
      },
    ],
    [
      'an environment of protected branches',
      'environment-open',
      () => {
        put('prod', { branches: 'protected' });
        return () => put('prod', { branches: 'custom' });
      },
    ],
    [
      'an environment that another branch may use, too',
      'environment-branches',
      () => {
        const { id } = world.github.environments.addPolicy('prod', { name: 'hotfix/*' });
        return () => world.github.environments.removePolicy('prod', id);
      },
    ],
    [
      'previews that are limited to a branch',
      'preview-environment-limited',
      () => {
        put('preview', { branches: 'custom' });
        return () => put('preview', { branches: null });
      },
    ],
    [
      'an approval without reviewers',
      'no-reviewers',
      () => {
        put('prod-approval', { reviewers: [] });
        return () => put('prod-approval', { reviewers: [{ type: 'User', id: 7 }] });
      },
    ],
    [
      'reviewers where the deploy is',
      'reviewers-in-deploy',
      () => {
        put('prod', { reviewers: [{ type: 'User', id: 7 }] });
        return () => put('prod', { reviewers: [] });
      },
    ],
    [
      'branches without rules',
      'no-rules',
      () => {
        const [ruleset] = world.github.rulesets.list();
        world.github.rulesets.remove('stages');
        return () => ruleset !== undefined && world.github.rulesets.put(ruleset);
      },
    ],
    [
      'a check that is not required',
      'no-required-check',
      () => {
        const [ruleset] = world.github.rulesets.list();
        if (ruleset === undefined) throw new Error('there is no ruleset');
        world.github.rulesets.put({
          ...ruleset,
          rules: ruleset.rules.filter(({ type }) => type !== 'required_status_checks'),
        });
        return () => world.github.rulesets.put(ruleset);
      },
    ],
    [
      'Actions that are switched off',
      'actions-disabled',
      () => {
        world.github.settings.actions.enabled = false;
        return () => {
          world.github.settings.actions.enabled = true;
        };
      },
    ],
    [
      'actions that may not run',
      'action-not-allowed',
      () => {
        Object.assign(world.github.settings.actions, { allowed: 'selected', gitHubs: false, patterns: ['other/*'] });
        return () => Object.assign(world.github.settings.actions, { allowed: 'all' });
      },
    ],
    [
      'a branch that is not there',
      'no-branch',
      () => {
        const head = world.repository.git('rev-parse', 'refs/heads/prod').trim();
        world.repository.git('update-ref', '-d', 'refs/heads/prod');
        return () => world.repository.git('update-ref', 'refs/heads/prod', head);
      },
    ],
  ])('finds %s', async (_what, check, plant) => {
    const mend = plant();
    const { checks, exitCode, found } = await examine();
    mend();
    expect(checks, JSON.stringify(found)).toContain(check);
    expect(new Set(found.map(({ source }) => source))).toEqual(new Set(['github']));
    expect(exitCode).toBe(found.some(({ level }) => level === 'error') ? 1 : 0);
    expect(found.every(({ fix }) => fix !== '')).toBe(true);
    // Nothing takes the reviewers of an environment away.
    expect(
      found.filter(({ place, fix }) => place.includes('approval') && check !== 'no-reviewers' && fix.includes('PUT')),
    ).toEqual([]);
  });

  it('finds a secret that a parameter needs and nobody made', async () => {
    const config = laptop.text('serverless-stages.yml');
    const more = config.replace('    parameters:\n', '    parameters:\n      key: { secret: KEY }\n');
    laptop.write({ 'serverless-stages.yml': more });
    expect((await examine()).checks).toEqual(['no-secret', 'no-secret']);
    world.github.settings.secrets = ['PARAMETERS_PREVIEW', 'PARAMETERS_DEV'];
    expect((await examine()).checks).toEqual([]);
    laptop.write({ 'serverless-stages.yml': config });
  });

  it.each([
    ['none', 'wrong', 1],
    ['one that may read the code alone', 'contents', 3],
  ])('says what the token may not see: %s', async (_what, kind, least) => {
    const { token, repository } = { token: world.github, repository: world.github };
    const value = kind === 'wrong' ? 'wrong' : repository.issueToken({ permissions: { contents: 'read' } });
    expect(token).toBeDefined();
    const other = makeLaptop(world, { files: newApplication(), env: { GH_TOKEN: value } });
    await other.run('init', '--yes', '--account', ACCOUNTS.dev, '--owner', 'acme');
    const { stdout } = await other.run('doctor', '--json');
    other.remove();
    const findings = (JSON.parse(stdout).findings as Finding[]).filter(
      ({ source, level }) => source === 'github' && level === 'not-asked',
    );
    expect(findings.length).toBeGreaterThanOrEqual(least);
    expect(findings.map(({ what }) => what).join()).toMatch(kind === 'wrong' ? /401|token/ : /administration: read/);
  });
});

describe('doctor, in AWS', () => {
  let trust: string;
  beforeEach(() => {
    trust = world.aws.roles.find(ROLE)?.trustDocument ?? '';
  });
  const withTrust = (change: (text: string) => string) =>
    world.aws.roles.add({ arn: ROLE, trustPolicy: change(trust) });

  it.each<[string, string, (text: string) => string]>([
    [
      'a trust policy of another repository',
      'trust',
      (text) => text.replaceAll('workshop', 'other').replaceAll('1001', '1002'),
    ],
    ['one of another environment', 'trust', (text) => text.replaceAll('environment:dev', 'environment:Dev')],
    ['one of one form of the subject alone', 'trust-form', (text) => text.replace(/"repo:acme@2001[^"]*"/, '"none"')],
    [
      'one that lets pull requests in',
      'trust-any-branch',
      (text) => text.replace(/"token.actions.githubusercontent.com:ref":"[^"]*",?/, '').replace(',}', '}'),
    ],
    [
      "one that lets the owner's other repositories in",
      'trust-open',
      (text) => {
        const policy = JSON.parse(text);
        policy.Statement[0].Condition = { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:acme/*' } };
        return JSON.stringify(policy);
      },
    ],
    [
      'one that lets everybody in',
      'trust-open',
      (text) => {
        const policy = JSON.parse(text);
        policy.Statement[0].Condition = { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:*' } };
        return JSON.stringify(policy);
      },
    ],
  ])('finds %s', async (_what, check, change) => {
    withTrust(change);
    const { checks, found, exitCode } = await examine();
    withTrust((text) => text);
    expect(checks, JSON.stringify(found)).toContain(check);
    expect(exitCode).toBe(found.some(({ level }) => level === 'error') ? 1 : 0);
  });

  it('does not judge a trust policy where GitHub does not say the numbers in it', async () => {
    const other = makeLaptop(world, { files: newApplication(), env: { GH_TOKEN: 'wrong' } });
    other.write({ 'serverless-stages.yml': laptop.text('serverless-stages.yml') });
    const { stdout } = await other.run('doctor', '--json');
    other.remove();
    const findings = (JSON.parse(stdout).findings as Finding[]).filter(({ source }) => source === 'aws');
    expect(findings.filter(({ level }) => level !== 'not-asked')).toEqual([]);
  });

  it('finds a role that is not there, and says the command that makes it', async () => {
    world.aws.roles.remove(ROLE);
    const { found } = await examine();
    withTrust((text) => text);
    expect(found).toMatchObject([{ check: 'no-role', fix: expect.stringContaining('RoleName=serverless-stages-dev') }]);
  });

  it('finds rights that a role does not have', async () => {
    const deny = [{ Sid: 'No', Effect: 'Deny', Action: 'cloudformation:ExecuteChangeSet', Resource: '*' }] as const;
    world.aws.roles.setPolicy(ACCOUNTS.dev, 'serverless-stages-dev', 'planted', deny);
    const { found } = await examine();
    world.aws.roles.setPolicy(ACCOUNTS.dev, 'serverless-stages-dev', 'planted', undefined);
    expect(found).toMatchObject([
      { check: 'rights', what: expect.stringContaining('cloudformation:ExecuteChangeSet') },
    ]);
  });

  it('says that nobody was asked where there are no credentials', async () => {
    const other = makeLaptop(world, {
      files: newApplication(),
      env: { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' },
    });
    await other.run('init', '--yes', '--account', ACCOUNTS.dev, '--owner', 'acme');
    const { stdout } = await other.run('doctor', '--json');
    other.remove();
    const findings = (JSON.parse(stdout).findings as Finding[]).filter(({ source }) => source === 'aws');
    expect(findings).toMatchObject([{ level: 'not-asked', fix: expect.stringContaining('aws sso login') }]);
  });
});

describe('doctor, in a clone that says too little', () => {
  it('tells each mistake of the configuration with its place, and asks nobody', async () => {
    const other = makeLaptop(world, {
      files: { ...newApplication(), 'serverless-stages.yml': 'version: 1\napp: Shop\nprofile: {}\n' },
    });
    const { exitCode, stdout } = await other.run('doctor', '--json');
    other.remove();
    expect(exitCode).toBe(1);
    const findings = JSON.parse(stdout).findings as Finding[];
    expect(findings.length).toBeGreaterThan(1);
    expect(findings.every(({ place }) => /^serverless-stages\.yml:\d+:\d+$/.test(place))).toBe(true);
  });

  it('says how to begin where nothing is set up', async () => {
    const other = makeLaptop(world, { files: newApplication() });
    const { exitCode, stdout } = await other.run('doctor');
    other.remove();
    expect(exitCode).toBe(1);
    expect(stdout).toContain('npx serverless-stages init');
  });
});
