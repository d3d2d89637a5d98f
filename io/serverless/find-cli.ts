import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UserError } from '../../core/errors.ts';
import type { ServerlessCli } from '../../core/serverless/cli.ts';
import { isInside } from '../files/workspace.ts';

const PRODUCTS = ['osls', 'serverless'] as const;

interface Manifest {
  readonly version?: string;
  readonly bin?: string | Readonly<Record<string, string>>;
}

/**
 * Finds the Serverless CLI that a service's project has installed: the nearest `node_modules` from the service's
 * folder up to the workspace's root, osls before serverless. Throws E_CLI_MISSING.
 */
export async function findCli(serviceFolder: string, root: string): Promise<ServerlessCli> {
  for (let folder = serviceFolder; isInside(root, folder); folder = dirname(folder)) {
    for (const product of PRODUCTS) {
      const found = await readCli(product, join(folder, 'node_modules', product));
      if (found !== undefined) {
        return found;
      }
    }
    if (folder === root) {
      break;
    }
  }
  throw new UserError('E_CLI_MISSING', {
    what: `neither osls nor serverless is installed in ${serviceFolder} or a folder above it`,
    fix: 'add it to the project (npm install --save-dev osls@4), commit the lockfile, and install before this step; with yarn 2 or newer set `nodeLinker: node-modules` in .yarnrc.yml',
  });
}

function readManifest(text: string, folder: string): Manifest {
  try {
    return JSON.parse(text) as Manifest;
  } catch (cause) {
    throw new UserError('E_CLI_MISSING', {
      what: `the package.json in ${folder} is not valid JSON`,
      fix: 'install the dependencies anew',
      cause,
    });
  }
}

async function readCli(product: ServerlessCli['product'], folder: string): Promise<ServerlessCli | undefined> {
  const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => undefined);
  if (text === undefined) {
    return undefined;
  }
  const { version = '0', bin } = readManifest(text, folder);
  const script = typeof bin === 'string' ? bin : (bin?.[product] ?? bin?.['serverless'] ?? 'bin/serverless.js');
  return { product, version, major: Number.parseInt(version, 10), script: join(folder, script) };
}
