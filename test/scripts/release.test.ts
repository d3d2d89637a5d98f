import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { PROGRAM_NAMES } from '../../actions/bundle.ts';
import { makeRelease, type Release, releaseManifest } from '../../scripts/release-commit.ts';
import { ROOT } from '../contract/source-files.ts';
import { runOsls } from '../local-aws/run-osls.ts';
import { startLocalAws } from '../local-aws/server.ts';
import { node24 } from '../runner/node24.ts';

const GIT_ENVIRONMENT = {
  PATH: process.env['PATH'] ?? '',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
};
const git = (folder: string, ...args: string[]) =>
  execFileSync('git', args, { cwd: folder, env: GIT_ENVIRONMENT, encoding: 'utf8', maxBuffer: 1 << 26 });

let folder: string;
/** A repository whose one commit holds the files of this one. */
let product: string;
let release: Release;

function copyProduct(target: string): void {
  const listed = git(ROOT, 'ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0');
  for (const file of listed.filter((one) => one !== '' && existsSync(join(ROOT, one)))) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    cpSync(join(ROOT, file), join(target, file), { recursive: true, verbatimSymlinks: true });
  }
  git(target, 'init', '--quiet', '--initial-branch=main');
  git(target, 'config', 'user.name', 'Release');
  git(target, 'config', 'user.email', 'release@example.com');
  git(target, 'add', '--all');
  git(target, 'commit', '--quiet', '-m', 'All of it');
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'released-'));
  product = join(folder, 'product');
  copyProduct(product);
  release = makeRelease(product);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const manifestAt = (revision: string) =>
  JSON.parse(git(product, 'show', `${revision}:package.json`)) as Record<string, unknown>;

describe('the commit of a release', () => {
  it('has both tags, and the commit that it was made from as its one parent', () => {
    const { version } = manifestAt('main') as { version: string };
    expect(release).toMatchObject({ tag: `v${version}`, moving: `v${version.split('.')[0]}` });
    const commits = git(product, 'rev-parse', `${release.tag}^{commit}`, `${release.moving}^{commit}`).split('\n');
    expect(commits.slice(0, 2)).toEqual([release.commit, release.commit]);
    expect(git(product, 'rev-list', '--parents', '-1', release.tag).trim().split(' ').slice(1)).toEqual([
      git(product, 'rev-parse', 'main').trim(),
    ]);
  });

  it('differs from it in nothing but how npm sees the repository', () => {
    expect(git(product, 'diff', '--name-status', 'main', release.tag).trim().split('\n').sort()).toEqual([
      'D\t.npmrc',
      'D\tpackage-lock.json',
      'M\tpackage.json',
    ]);
  });

  it('has a package.json for which npm installs nothing', () => {
    const { name, version, bin, exports, engines, type } = manifestAt('main');
    const kept = manifestAt(release.tag);
    expect(kept).toMatchObject({ name, version, bin, exports, engines, type, license: 'MIT' });
    expect(kept).not.toHaveProperty('private');
    const causes = ['scripts', 'workspaces', 'overrides', ...Object.keys(kept).filter((key) => /depend/i.test(key))];
    expect(causes.filter((key) => key in kept)).toEqual([]);
    expect(manifestAt('main')).toMatchObject({ scripts: expect.anything(), workspaces: expect.anything() });
  });

  it('leaves the clone as it was', () => {
    expect(git(product, 'status', '--porcelain', '--branch').trim()).toBe('## main');
  });

  it('is not made a second time, and the moving tag moves with the next version', () => {
    expect(() => makeRelease(product)).toThrow(`${release.tag} has been released`);
    const next = mkdtempSync(join(folder, 'next-'));
    git(folder, 'clone', '--quiet', product, next);
    const path = join(next, 'package.json');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace(/"version": "(\d+)\.\d+\.\d+"/, '"version": "$1.999.0"'));
    expect(() => makeRelease(next)).toThrow('not committed');
    git(next, 'config', 'user.name', 'Release');
    git(next, 'config', 'user.email', 'release@example.com');
    git(next, 'commit', '--quiet', '--all', '-m', 'Next version');
    const second = makeRelease(next);
    expect(second).toMatchObject({ tag: `${release.moving}.999.0`, moving: release.moving });
    expect(git(next, 'rev-parse', release.moving).trim()).toBe(second.commit);
    expect(git(next, 'rev-parse', release.tag).trim()).toBe(release.commit);
  });

  it('keeps of a package.json what a user of the plugin needs', () => {
    expect(releaseManifest({ name: 'a', version: '1.2.3', scripts: { build: 'x' }, dependencies: {} })).toEqual({
      name: 'a',
      version: '1.2.3',
      files: ['dist/package.json', 'dist/bundle', 'dist/plugin', 'dist/cli', 'aws', 'workflows-templates'],
      publishConfig: { access: 'public', provenance: true },
    });
  });

  it('starts every action', () => {
    const checkout = join(folder, 'checkout');
    git(folder, '-c', 'advice.detachedHead=false', 'clone', '--quiet', '--branch', release.moving, product, checkout);
    for (const name of PROGRAM_NAMES.filter((one) => one !== 'cli/index')) {
      const env = { PATH: process.env['PATH'] ?? '', RUNNER_TEMP: folder };
      const { stdout } = spawnSync(node24(), [join(checkout, 'dist', `${name}.js`)], { env, encoding: 'utf8' });
      // Nothing is given: an action says so itself; the post step has nothing to do.
      expect(stdout, name).toMatch(name.endsWith('/post') ? /^(?!.*::error)/s : /^::error::E_/);
    }
  });
});

describe('npm install of a release by git', () => {
  let registry: Server;
  let asked: string[];
  let user: string;
  beforeAll(async () => {
    asked = [];
    registry = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.writeHead(404).end('{}');
    });
    await new Promise<void>((done) => registry.listen(0, '127.0.0.1', done));
    user = join(folder, 'user');
    mkdirSync(user);
    writeFileSync(join(user, 'package.json'), '{ "name": "user", "version": "1.0.0", "private": true }\n');
    await npmInstall(`git+file://${product}#${release.moving}`);
  }, 120_000);
  afterAll(() => registry.close());

  /** npm with nothing in its cache, and a registry that has nothing. */
  async function npmInstall(source: string): Promise<void> {
    const env = {
      ...GIT_ENVIRONMENT,
      HOME: folder,
      npm_config_cache: join(folder, 'npm-cache'),
      npm_config_registry: `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`,
      npm_config_update_notifier: 'false',
    };
    const child = spawn('npm', ['install', '-D', source, '--no-audit', '--no-fund'], { cwd: user, env, stdio: 'pipe' });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
    const code = await new Promise((done) => child.on('close', done));
    expect(code, output).toBe(0);
    expect(output).toContain('added 1 package');
  }

  const installed = () => join(user, 'node_modules/serverless-stages');

  it('asks the registry for nothing, and brings one package', () => {
    expect(asked).toEqual([]);
    expect(readdirSync(join(user, 'node_modules')).sort()).toEqual(['.bin', '.package-lock.json', 'serverless-stages']);
  });

  it('brings the plugin and the program, with what it writes, and nothing else', () => {
    expect(readdirSync(installed()).sort()).toEqual([
      'LICENSE',
      'README.md',
      'aws',
      'dist',
      'package.json',
      'workflows-templates',
    ]);
    expect(readdirSync(join(installed(), 'dist')).sort()).toEqual(['bundle', 'cli', 'package.json', 'plugin']);
  });

  it('brings a program that npx finds', () => {
    const help = spawnSync('npx', ['--no-install', 'serverless-stages', '--help'], {
      cwd: user,
      env: { ...GIT_ENVIRONMENT, HOME: folder },
      encoding: 'utf8',
    });
    expect(help.status, help.stderr).toBe(0);
    expect(help.stdout).toContain('Usage: serverless-stages');
  });

  it('brings a plugin that osls loads, which publishes outputs and reads them', async () => {
    const aws = await startLocalAws({ account: '111111111111' });
    const keys = aws.addUser('111111111111');
    const deployService = async (service: string, outputs: Record<string, string>) => {
      const text = stringify({
        service,
        plugins: ['serverless-stages/plugin'],
        provider: { name: 'aws', runtime: 'nodejs20.x' },
        outputs,
        resources: { Resources: { Queue: { Type: 'AWS::SQS::Queue' } } },
      });
      mkdirSync(join(user, service));
      writeFileSync(join(user, service, 'serverless.yml'), text);
      const { code, output } = await runOsls(join(user, service), ['deploy', '--stage', 'dev'], { url: aws.url, keys });
      expect(code, output).toBe(0);
    };
    await deployService('first', { queue_name: 'queue of first' });
    await deployService('second', { copy: '${output:first.queue_name}', long: '${output::dev::first.queue_name}' });
    const outputs = aws.stacks.find('second-dev')?.outputs.map(({ key, value }) => [key, value]) ?? [];
    await aws.close();
    expect(Object.fromEntries(outputs)).toMatchObject({ copy: 'queue of first', long: 'queue of first' });
  });
});
