import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const bin = (name: string) => join(ROOT, 'node_modules', '.bin', name);

/**
 * The Serverless plugin as a program. No top-level await: the Serverless CLIs load it with require(), which takes an ES module
 * without one.
 */
const PLUGIN = `export { ServerlessStages, ServerlessStages as default } from '../bundle/index.js';\n`;

/** Has a shell start the program of the laptop with Node. */
const SHEBANG = '#!/usr/bin/env node\n';

/**
 * Builds dist into a folder: tsc emits JavaScript, ncc makes one bundle of all actions and the Serverless plugin with a chunk
 * for each SDK client, and each program gets a starter of a few lines. The same sources give the same bytes in any folder.
 */
export async function buildDist(target: string): Promise<void> {
  const work = await mkdtemp(join(ROOT, 'build-'));
  try {
    // Types are checked by themselves (npm run typecheck).
    await run(bin('tsc'), ['--outDir', work, '--noEmit', 'false', '--noCheck'], { cwd: ROOT });
    const fresh = join(work, 'dist');
    await bundle(work, join('actions', 'bundle.js'), join(fresh, 'bundle'));
    const { PROGRAM_NAMES } = (await import(pathToFileURL(join(work, 'actions', 'bundle.js')).href)) as {
      PROGRAM_NAMES: string[];
    };
    const starters = PROGRAM_NAMES.map((name) => [
      name,
      `${name === 'cli/index' ? SHEBANG : ''}import { start } from '../bundle/index.js';\n\nawait start('${name}');\n`,
    ]);
    for (const [name, text = ''] of [...starters, ['plugin/index', PLUGIN]]) {
      const file = join(fresh, `${name}.js`);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    // Programs by themselves: loaded before the CLI of a user's project, run for policies of users' own.
    for (const name of ['redirect.js', 'policy-host.js']) {
      await cp(join(work, 'plugin', name), join(fresh, 'plugin', name));
    }
    await writeFile(join(fresh, 'package.json'), '{\n  "type": "module"\n}\n');
    // What is there stays until all is built.
    await rm(target, { recursive: true, force: true });
    await cp(fresh, target, { recursive: true });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Bundles a program and all that it imports into a folder. */
async function bundle(work: string, entry: string, target: string): Promise<void> {
  // The ids of chunks are made of paths as seen from the working directory.
  const options = { cwd: work, maxBuffer: 64 * 1024 * 1024 };
  await run(bin('ncc'), ['build', entry, '-o', target, '--license', 'licenses.txt'], options);
}

/** Returns every file below a folder with its content, by its path. */
export async function readTree(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const pairs = files
    .sort()
    .map(async (file): Promise<[string, string]> => [file.slice(folder.length + 1), await readFile(file, 'utf8')]);
  return new Map(await Promise.all(pairs));
}
