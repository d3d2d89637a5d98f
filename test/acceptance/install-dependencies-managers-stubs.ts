import { appendFileSync, chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One call of a stub of a package manager, as it saw it. */
export interface ManagerCall {
  readonly name: string;
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A folder of stubs of package managers: it is all that a PATH has, besides Node.js. */
export interface ManagerStubs {
  readonly folder: string;
  /** The calls of all stubs, in order. */
  calls(): ManagerCall[];
}

// It runs on the Node.js that the action itself runs on. npm installs Corepack, as a stub too.
const PROGRAM = `#!/usr/bin/env node
const fs = require('node:fs');
const path = require('node:path');
const name = path.basename(process.argv[1]);
const call = { name, argv: process.argv.slice(2), cwd: process.cwd(), env: process.env };
fs.appendFileSync('LOG', JSON.stringify(call) + '\\n');
if (name === 'npm' && fs.existsSync('package-lock.json')) {
  const { packages = {} } = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'));
  if ('node_modules/corepack' in packages) {
    fs.mkdirSync('node_modules/.bin', { recursive: true });
    for (const program of ['corepack', 'pnpm']) fs.copyFileSync(process.argv[1], 'node_modules/.bin/' + program);
  }
}
`;

/** Makes stubs of these package managers in a folder; `more` is JavaScript that each of them runs, too. */
export function makeManagerStubs(root: string, names: readonly string[], more = ''): ManagerStubs {
  const folder = join(root, 'bin');
  const log = join(root, 'calls.jsonl');
  mkdirSync(folder, { recursive: true });
  // A folder above may be an ES module's; this one is not.
  writeFileSync(join(root, 'package.json'), '{}');
  appendFileSync(log, '');
  for (const name of names) {
    writeFileSync(join(folder, name), PROGRAM.replace('LOG', log) + more);
    chmodSync(join(folder, name), 0o755);
  }
  return {
    folder,
    calls() {
      if (!existsSync(log)) return [];
      const lines = readFileSync(log, 'utf8').split('\n');
      return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as ManagerCall);
    },
  };
}
