import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { partFile } from '../test/local-github/openapi.ts';
import { type Description, PRODUCTS, partOf, textOf } from '../test/local-github/openapi-part.ts';

/** GitHub's own description of its REST API (MIT): 385 MB, of which the tests need 400 KB. */
const PACKAGE = '@octokit/openapi@23.0.2';

/** Takes the tests' part out of GitHub's description; with --check it says whether the files are that part. */
function main(args: readonly string[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'openapi-'));
  try {
    const install = ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', PACKAGE];
    execFileSync('npm', install, { stdio: ['ignore', 'ignore', 'inherit'] });
    for (const [path, text] of filesOf(join(folder, 'node_modules/@octokit/openapi'))) {
      if (!args.includes('--check')) {
        writeFileSync(path, text);
      } else if (readFileSync(path, 'utf8') !== text) {
        console.error(`${path} is not what ${PACKAGE} says: run npx tsx scripts/github-openapi.ts`);
        process.exitCode = 1;
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The files that are kept of the package, each with its text: a part of two descriptions, and their licence. */
function filesOf(source: string): readonly (readonly [path: string, text: string])[] {
  const parts = PRODUCTS.map((product) => {
    const description = JSON.parse(readFileSync(join(source, 'generated', `${product}.json`), 'utf8')) as Description;
    return [partFile(product), textOf(partOf(description))] as const;
  });
  const licence = readFileSync(join(source, 'LICENSE'), 'utf8');
  return [...parts, [join(dirname(partFile('api.github.com')), 'LICENSE'), licence]];
}

main(process.argv.slice(2));
