import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDist, readTree } from '../../scripts/build-dist.ts';
import { ROOT } from './source-files.ts';

const REMEDY = 'dist is not what the sources give: run npm run build';
let folder: string;
let built: Map<string, string>;
let committed: Map<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dist-'));
  const target = join(folder, 'dist');
  await buildDist(target);
  [built, committed] = await Promise.all([readTree(target), readTree(join(ROOT, 'dist'))]);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('dist', () => {
  it('I7 holds the files that a build gives, and no others', () => {
    expect([...committed.keys()].sort(), REMEDY).toEqual([...built.keys()].sort());
  });

  it('I7 holds each of them byte for byte', () => {
    const changed = [...built].filter(([path, text]) => committed.get(path) !== text).map(([path]) => path);
    expect(changed, REMEDY).toEqual([]);
  });

  it('holds no path of the machine that built it', () => {
    const named = [...committed]
      .filter(([, text]) => text.includes(ROOT) || text.includes(`file://${ROOT}`))
      .map(([path]) => path);
    expect(named).toEqual([]);
  });

  it('holds each client of AWS once, for the actions and the plugin', () => {
    const clients = [...committed].flatMap(([path, text]) =>
      [...text.matchAll(/^class (\w+Client) extends Client /gm)].map(([, name]) => ({ name, path })),
    );
    // The credentials of the SDK bring a small one of STS.
    const twice = clients.filter(({ name }, at) => clients.findIndex((one) => one.name === name) !== at);
    expect(clients.map(({ name }) => name)).toEqual(expect.arrayContaining(['CloudFormationClient', 'SSMClient']));
    expect(twice.map(({ name }) => name)).toEqual(['STSClient']);
  });
});
