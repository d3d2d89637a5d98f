import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openProduct } from '../../../io/laptop/product.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The product as it is installed in an application, and the file by which npm starts it. */
function installed(manifest: object, lock?: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'product-'));
  folders.push(folder);
  const product = join(folder, 'node_modules/serverless-stages');
  const write = (path: string, text: string) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  for (const name of ['workflows-templates', 'aws']) cpSync(join(ROOT, name), join(product, name), { recursive: true });
  write(join(product, 'dist/cli/index.js'), '');
  write(join(product, 'package.json'), JSON.stringify(manifest));
  if (lock !== undefined) write(join(folder, 'node_modules/.package-lock.json'), JSON.stringify(lock));
  const bin = join(folder, 'node_modules/.bin/serverless-stages');
  mkdirSync(dirname(bin), { recursive: true });
  symlinkSync('../serverless-stages/dist/cli/index.js', bin);
  return bin;
}
const lockOf = (resolved: string) => ({ packages: { 'node_modules/serverless-stages': { resolved } } });

describe('the product that a program is of', () => {
  it.each([
    [
      'a repository over ssh',
      lockOf('git+ssh://git@github.com/tools/serverless-stages.git#3f2a'),
      {},
      'tools/serverless-stages',
    ],
    ['a repository over https', lockOf('git+https://github.com/tools/stages.git#3f2a'), {}, 'tools/stages'],
    [
      'npm, whose package names its repository',
      lockOf('https://registry.example/s.tgz'),
      { repository: { url: 'git+https://github.com/tools/stages.git' } },
      'tools/stages',
    ],
    ['npm, whose package names it shortly', undefined, { repository: 'tools/stages' }, 'tools/stages'],
    ['nowhere that is known', undefined, {}, undefined],
    ['a note that cannot be read', { packages: null }, {}, undefined],
  ])('was installed from %s', async (_what, lock, manifest, repository) => {
    expect((await openProduct(installed(manifest, lock))).repository).toBe(repository);
  });

  it('has the templates that it writes', async () => {
    const { workflows, roleTemplate } = await openProduct(installed({}));
    expect(workflows['preview.yml']).toContain('name: Preview');
    expect(await roleTemplate('github-oidc-role.yml')).toContain('AWS::IAM::Role');
  });
});
