import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Laptop, type LaptopOptions, makeLaptop } from '../world/laptop.ts';
import { newApplication } from '../world/new-application.ts';
import { startWorld, type World } from '../world/world.ts';

const ANSWERS = ['--account', 'dev=111111111111,staging=222222222222,prod=333333333333', '--region', 'us-east-1'];
const WORKFLOWS = ['preview', 'prod', 'staging', 'sweep'].map((name) => `.github/workflows/${name}.yml`);

let world: World;
const laptops: Laptop[] = [];
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  for (const laptop of laptops) laptop.remove();
  await world.close();
});

function laptopWith(options: LaptopOptions = { files: newApplication() }): Laptop {
  const laptop = makeLaptop(world, options);
  laptops.push(laptop);
  return laptop;
}
const text = (laptop: Laptop, path: string) => laptop.text(path);
const changed = (laptop: Laptop) =>
  laptop
    .git('status', '--short', '--untracked-files=all')
    .split('\n')
    .map((line) => line.slice(3))
    .filter((path) => path !== '' && !path.startsWith('node_modules'));
const committed = (options?: LaptopOptions) => {
  const laptop = laptopWith(options);
  laptop.git('add', '-A', '.');
  laptop.git('-c', 'user.name=Ada', 'commit', '-qm', 'Begin');
  return laptop;
};

describe('init, in a repository where nothing is set up', () => {
  it('writes what three answers come to, shows each file first, and says what to run', async () => {
    const laptop = committed();
    const done = await laptop.run('init', '--yes', ...ANSWERS);
    expect(done.exitCode, done.stderr).toBe(0);
    expect(changed(laptop).sort()).toEqual([...WORKFLOWS, 'aws/github-oidc-role.yml', 'serverless-stages.yml'].sort());
    const config = parse(text(laptop, 'serverless-stages.yml'));
    expect(config).toMatchObject({
      app: 'workshop',
      stages: { dev: { branch: 'master' }, prod: { profile: 'prod', branch: 'prod' } },
      profiles: { prod: { role: 'arn:aws:iam::333333333333:role/serverless-stages-prod', region: 'us-east-1' } },
      previews: { role: 'arn:aws:iam::111111111111:role/serverless-stages-preview' },
    });
    for (const line of text(laptop, 'serverless-stages.yml').trimEnd().split('\n'))
      expect(done.stdout).toContain(`+${line}\n`);
    expect(done.stdout).toContain('OwnerId=2001 RepositoryId=1001');
    expect(done.stdout).toMatch(/aws cloudformation deploy [^#]*CreateProvider=true[^#]*Kind=previews/);
    expect(done.stdout).toContain('gh api -X PUT repos/acme/workshop/environments/prod-approval');
  });

  it('changes nothing the second time', async () => {
    const laptop = laptopWith();
    await laptop.run('init', '--yes', ...ANSWERS);
    laptop.git('add', '-A', '.');
    const again = await laptop.run('init', '--json');
    expect(again.exitCode, again.stderr).toBe(0);
    expect(new Set(JSON.parse(again.stdout).files.map(({ status }: { status: string }) => status))).toEqual(
      new Set(['unchanged']),
    );
    expect(laptop.git('diff', '--stat')).toBe('');
  });

  it('asks for what it cannot know, and writes nothing where nobody answers', async () => {
    const laptop = committed();
    for (const args of [['init'], ['init', '--yes'], ['init', ...ANSWERS]]) {
      const done = await laptop.run(...args);
      expect(done.exitCode, done.stdout).toBe(2);
      expect(done.stderr).toMatch(/--account|--yes/);
    }
    expect(changed(laptop)).toEqual([]);
  });

  it.each([
    ['an account', ['--account', '1234'], '"1234"'],
    ['a region', ['--account', '111111111111', '--region', 'us-east1'], 'us-east-1'],
    ['a way to production', ['--account', '111111111111', '--production', 'push'], 'branch or promotion'],
  ])('refuses %s that is none, and writes nothing', async (_what, args, said) => {
    const laptop = committed();
    const done = await laptop.run('init', '--yes', ...args);
    expect(done.exitCode).not.toBe(0);
    expect(done.stderr).toContain(said);
    expect(changed(laptop)).toEqual([]);
  });

  it('writes nothing where there is no service', async () => {
    const laptop = committed({ files: { 'README.md': 'nothing yet\n' } });
    const done = await laptop.run('init', '--yes', ...ANSWERS);
    expect(done.exitCode).toBe(1);
    expect(done.stderr).toContain('E_SERVICE_CONFIG');
    expect(changed(laptop)).toEqual([]);
  });
});

describe('init, where something is set up already', () => {
  it('leaves a file of somebody else as it is, shows the difference, and replaces it only if it is told to', async () => {
    const foreign = 'name: Preview\non: push\njobs: {}\n';
    const laptop = committed({ files: { ...newApplication(), '.github/workflows/preview.yml': foreign } });
    const kept = await laptop.run('init', '--yes', ...ANSWERS);
    expect(kept.exitCode).toBe(1);
    expect(kept.stdout).toContain('-on: push');
    expect(kept.stderr).toContain('.github/workflows/preview.yml exists, differs');
    expect(text(laptop, '.github/workflows/preview.yml')).toBe(foreign);
    const replaced = await laptop.run('init', '--yes', '--replace');
    expect(replaced.exitCode, replaced.stderr).toBe(0);
    expect(text(laptop, '.github/workflows/preview.yml')).toContain(
      'serverless-stages/.github/workflows/preview.yml@v1',
    );
  });

  it('writes the workflows for the configuration that is there, and does not touch that', async () => {
    const config = `version: 1
app: shop # ours
profiles:
  test: { role: "arn:aws:iam::111111111111:role/serverless-stages-test", region: eu-west-1 }
default-profile: test
stages:
  qa: { profile: test, branch: develop }
`;
    const laptop = committed({ files: { ...newApplication(), 'serverless-stages.yml': config } });
    const done = await laptop.run('init', '--yes');
    expect(done.exitCode, done.stderr).toBe(0);
    expect(changed(laptop).sort()).toEqual(['.github/workflows/develop.yml', 'aws/github-oidc-role.yml']);
    expect(parse(text(laptop, '.github/workflows/develop.yml'))).toMatchObject({
      on: { push: { branches: ['develop'] } },
      jobs: { qa: { with: { stage: 'qa' } } },
    });
    expect(text(laptop, 'serverless-stages.yml')).toBe(config);
  });

  it('is right in a folder of a larger repository', async () => {
    const laptop = committed({ files: newApplication('apps/shop'), workingDirectory: 'apps/shop' });
    const done = await laptop.run('init', '--yes', ...ANSWERS);
    expect(done.exitCode, done.stderr).toBe(0);
    expect(existsSync(join(laptop.folder, 'apps/shop/serverless-stages.yml'))).toBe(true);
    expect(parse(text(laptop, '.github/workflows/staging.yml')).jobs.dev.with).toMatchObject({
      'working-directory': 'apps/shop',
    });
    expect(done.stdout).toContain('--template-file apps/shop/aws/github-oidc-role.yml');
  });
});

describe('init, for applications that were written otherwise', () => {
  const service = (name: string, more = '') =>
    `service: ${name}\nprovider: { name: aws, runtime: nodejs24.x, region: eu-central-1 }\n${more}`;

  it('reads what Compose lists, and writes no second list', async () => {
    const files = {
      'serverless-compose.yml':
        'services:\n  db: { path: db }\n  web: { path: web, dependsOn: db, params: { table: "${db.Table}" } }\n',
      'db/serverless.yml': service('todo-db'),
      'web/serverless.yml': service('todo-web'),
      'other/serverless.yml': service('unlisted'),
    };
    const laptop = committed({ files });
    const done = await laptop.run('init', '--yes', '--account', '111111111111');
    expect(done.exitCode, done.stderr).toBe(0);
    expect(done.stdout).toContain('workshop: db, web\n');
    const config = parse(text(laptop, 'serverless-stages.yml'));
    expect(config.services).toBeUndefined();
    expect(config.profiles.dev.region).toBe('eu-central-1');
  });

  it('is called as the Dashboard knows it, and names the one line that serverless 3 cannot have', async () => {
    const files = {
      'api/serverless.yml': service('shop-api', 'org: acme\napp: acme-shop\noutputs: { url: x }\n'),
      'api/package.json': '{ "devDependencies": { "serverless": "^3.38.0" } }\n',
    };
    const laptop = committed({ files });
    const done = await laptop.run('init', '--yes', '--account', '111111111111');
    expect(done.exitCode, done.stderr).toBe(0);
    expect(parse(text(laptop, 'serverless-stages.yml')).app).toBe('acme-shop');
    expect(done.stdout).toContain('Remove the line "org: …" from api/serverless.yml');
    expect(done.stdout).toContain('Commit a lockfile for api');
    expect(text(laptop, 'api/serverless.yml')).toBe(files['api/serverless.yml']);
  });

  it('takes what was exported of the Dashboard, and no secret into a file or onto the screen', async () => {
    const secret = 'canary-dashboard-8a41';
    const exported = {
      stages: [
        { name: 'prod', profile: 'live' },
        { name: 'dev', profile: 'test' },
      ],
      profiles: [
        {
          name: 'live',
          accountId: '333333333333',
          parameters: [{ name: 'url', value: 'https://shop.example' }],
          safeguards: ['require-dlq'],
        },
        { name: 'test', accountId: '111111111111', parameters: [{ name: 'db_password', value: secret }] },
      ],
    };
    const laptop = committed();
    const outside = join(laptop.home, 'export.json');
    laptop.write({ '../home/export.json': JSON.stringify(exported) });
    const done = await laptop.run('init', '--yes', '--from-dashboard', outside);
    expect(done.exitCode, done.stderr).toBe(0);
    expect(parse(text(laptop, 'serverless-stages.yml'))).toMatchObject({
      profiles: {
        dev: {
          role: expect.stringContaining('111111111111'),
          parameters: { db_password: { ssm: '/workshop/dev/db_password' } },
        },
        prod: {
          role: expect.stringContaining('333333333333'),
          parameters: { url: 'https://shop.example' },
          safeguards: ['require-dlq'],
        },
      },
      stages: { dev: { branch: 'master' }, prod: { branch: 'prod' } },
    });
    expect(done.stdout).toContain('--name /workshop/dev/db_password');
    expect(done.stdout + done.stderr).not.toContain(secret);
    laptop.write({ '../home/export.json': null });
    expect(laptop.texts().some((one) => one.includes(secret))).toBe(false);
  });
});

describe('init, where git or GitHub say less', () => {
  it('goes on without a remote, and says how to get one', async () => {
    const laptop = committed();
    laptop.git('remote', 'remove', 'origin');
    const done = await laptop.run('init', '--yes', ...ANSWERS);
    expect(done.exitCode, done.stderr).toBe(0);
    expect(done.stdout).toContain('gh repo create');
  });

  it('goes on where GitHub does not answer: the commands ask it', async () => {
    const laptop = laptopWith({ files: newApplication(), env: { GH_TOKEN: 'wrong' } });
    const done = await laptop.run('init', '--yes', ...ANSWERS);
    expect(done.exitCode, done.stderr).toBe(0);
    expect(done.stdout).toContain('OwnerId="$(gh api repos/acme/workshop --jq .owner.id)"');
  });
});
