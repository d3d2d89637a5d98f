import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Files, writeFiles } from '../world/repository.ts';

/** A folder with npm projects whose packages come from local files: no registry is asked. */
export interface NpmProject {
  readonly folder: string;
  write(files: Files): void;
  /** Writes the package-lock.json that npm makes for what stands in a folder. */
  lock(path?: string): void;
  remove(): void;
}

// Nothing listens there.
const NPMRC = 'registry=http://127.0.0.1:9/\naudit=false\nfund=false\nupdate-notifier=false\n';

/** Where the package `probe` says what it saw, beside the project's package.json. */
export const PROBE_REPORT = 'probe-report.json';

/** A script that tells what is in its environment and tries everything that a runner would listen to. */
const PROBE = `
const fs = require('node:fs');
const path = require('node:path');
fs.writeFileSync(path.join(process.env.INIT_CWD ?? '../..', '${PROBE_REPORT}'), JSON.stringify(process.env));
for (const name of ['OUTPUT', 'ENV', 'STATE', 'PATH', 'STEP_SUMMARY']) {
  const file = process.env['GITHUB_' + name];
  if (file) fs.appendFileSync(file, name === 'PATH' ? '/evil\\n' : 'installed=evil\\nEVIL=evil\\n');
}
for (const line of ['::set-output name=installed::evil', '::error::evil', '::add-mask::evil', '##[error]evil', '::stop-commands::x']) {
  console.log(line);
  console.error(line);
}
console.log('token ' + process.env.NPM_TOKEN);
`;

/** Makes a project whose root depends on a package with a postinstall script; its lockfile is written. */
export function makeNpmProject(): NpmProject {
  const root = mkdtempSync(join(tmpdir(), 'npm-project-'));
  const folder = join(root, 'project');
  const probe = { name: 'probe', version: '1.0.0', scripts: { postinstall: 'node probe.cjs' } };
  writeFiles(root, { 'probe/package.json': JSON.stringify(probe), 'probe/probe.cjs': PROBE });
  writeFiles(folder, {
    '.npmrc': NPMRC,
    'package.json': packageJson({ probe: 'file:vendor/probe-1.0.0.tgz' }),
    'api/serverless.yml': 'service: api\nprovider:\n  name: aws\n',
    'vendor/.keep': '',
  });
  npm(root, join(root, 'probe'), 'pack', '--silent', '--pack-destination', join(folder, 'vendor'));
  const project: NpmProject = {
    folder,
    write: (files) => writeFiles(folder, files),
    lock: (path = '.') =>
      npm(root, join(folder, path), 'install', '--package-lock-only', '--ignore-scripts', '--offline'),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
  project.lock();
  return project;
}

/** The text of a package.json with these dependencies. */
export function packageJson(dependencies: Readonly<Record<string, string>>, more: object = {}): string {
  return JSON.stringify({ name: 'project', version: '1.0.0', private: true, dependencies, ...more });
}

function npm(home: string, folder: string, ...args: string[]): void {
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    npm_config_registry: 'http://127.0.0.1:9/',
    npm_config_audit: 'false',
  };
  execFileSync('npm', args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
}
