import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corepackProject } from '../../core/install/corepack.ts';
import { createJob, type Job } from '../runner/job.ts';
import { writeFiles } from '../world/repository.ts';
import { packageJson } from './npm-project.ts';
import { expectFailure } from './verdict.ts';

const { corepack: version } = JSON.parse(corepackProject()['package.json'] ?? '').dependencies;

let root: string;
let registry: Server;
let job: Job;
beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'forged-corepack-')));
  const tarball = forgedCorepack();
  registry = createServer(({ url = '' }, response) => {
    const dist = { tarball: `http://127.0.0.1:${portOf(registry)}/corepack.tgz` };
    const one = { name: 'corepack', version, dist, bin: { corepack: 'dist/corepack.js' } };
    if (url.endsWith('.tgz')) response.end(tarball);
    else
      response.end(
        JSON.stringify({ name: 'corepack', 'dist-tags': { latest: version }, versions: { [version]: one } }),
      );
  });
  await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
  const npmrc = join(root, 'user.npmrc');
  writeFileSync(npmrc, `registry=http://127.0.0.1:${portOf(registry)}/\ncache=${join(root, 'cache')}\n`);
  const project = join(root, 'project');
  writeFiles(project, {
    'package.json': packageJson({ probe: '1.0.0' }, { packageManager: 'pnpm@9.15.0' }),
    'pnpm-lock.yaml': '',
    'api/serverless.yml': 'service: api\nprovider: { name: aws }\n',
  });
  job = createJob({ workspace: project, env: { NPM_CONFIG_USERCONFIG: npmrc } });
});
afterAll(() => {
  job.remove();
  registry.close();
  rmSync(root, { recursive: true, force: true });
});

const portOf = (server: Server) => (server.address() as AddressInfo).port;

/** A package of Corepack's name and version that says so where it runs. */
function forgedCorepack(): Buffer {
  const folder = join(root, 'forged/package');
  mkdirSync(join(folder, 'dist'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'corepack', version, bin: './dist/corepack.js' }));
  const ran = JSON.stringify(join(root, 'ran'));
  writeFileSync(
    join(folder, 'dist/corepack.js'),
    `#!/usr/bin/env node\nrequire('node:fs').writeFileSync(${ran}, '');\n`,
  );
  execFileSync('tar', ['-czf', join(root, 'corepack.tgz'), '-C', join(root, 'forged'), 'package']);
  return readFileSync(join(root, 'corepack.tgz'));
}

describe('E34 a registry that gives another Corepack under the version that is asked for', () => {
  it('is refused by npm, and what it gave does not run', async () => {
    const step = await job.run({ action: 'install-dependencies', inputs: {} });
    expect(expectFailure(step, 'E_INSTALL').message).toContain('EINTEGRITY');
    expect(existsSync(join(root, 'ran'))).toBe(false);
  });
});
