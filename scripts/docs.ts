import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { ERROR_CODES } from '../core/errors.ts';
import { POLICIES } from '../core/safeguards/catalogue.ts';
import { renderPermissions } from './permissions-page.ts';
import { renderPersonalRole } from './personal-role.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

interface ActionManifest {
  readonly name: string;
  readonly description: string;
  readonly inputs?: Readonly<Record<string, { description: string; required?: boolean; default?: string }>>;
  readonly outputs?: Readonly<Record<string, { description: string }>>;
}

/** Returns every generated page, by its path from the root of the repository. */
export async function renderDocs(): Promise<Map<string, string>> {
  const names = (await readdir(join(ROOT, 'actions'), { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const template = await readFile(join(ROOT, 'aws', 'github-oidc-role.yml'), 'utf8');
  const pages = new Map<string, string>([
    ['aws/personal-role.yml', renderPersonalRole(template)],
    ['docs/errors.md', renderErrors()],
    ['docs/permissions.md', renderPermissions(template)],
    ['docs/safeguards.md', withSafeguards(await readFile(join(ROOT, 'docs', 'safeguards.md'), 'utf8'))],
  ]);
  for (const name of names) {
    const manifest = parse(await readFile(join(ROOT, 'actions', name, 'action.yml'), 'utf8')) as ActionManifest;
    pages.set(`actions/${name}/README.md`, renderAction(name, manifest));
  }
  return pages;
}

/** Writes every generated page. */
export async function writeDocs(): Promise<void> {
  for (const [path, text] of await renderDocs()) {
    await writeFile(join(ROOT, path), text);
  }
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const TABLE = /(<!-- table: made by npm run docs -->\n)[\s\S]*(<!-- table: end -->)/;

/** Puts the table of the safeguards, which is made from the code, into the page about them. */
function withSafeguards(page: string): string {
  const rows = Object.entries(POLICIES).map(
    ([id, { checks, configuration, example }]) =>
      `| \`${id}\` | ${cell(checks)} | ${configuration === '' ? '–' : cell(configuration)} | \`- ${cell(example)}\` |`,
  );
  const own =
    '| `javascript` | your own module finds nothing | `path` or `code`, `values`, `config` | see [below](#a-policy-of-your-own) |';
  const table = ['', '| id | checks that | configuration | entry |', '|---|---|---|---|', ...rows, own, '', ''].join(
    '\n',
  );
  return page.replace(TABLE, (_, begin: string, end: string) => begin + table + end);
}

function renderErrors(): string {
  const rows = Object.entries(ERROR_CODES).map(([code, headline]) => `| \`${code}\` | ${cell(headline)} |`);
  return [
    '# Errors',
    '',
    'Every error that you can mend is one annotation: `CODE: what happened – why – what to change`.',
    'The text beside the code names the place and the value; the codes are a closed list and stay the same.',
    'Run again with debug logging on to see where an `E_INTERNAL` comes from.',
    '',
    '| code | what it means |',
    '|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function renderAction(name: string, manifest: ActionManifest): string {
  const inputs = Object.entries(manifest.inputs ?? {}).map(([input, { description, required, default: value }]) => {
    const fallback = required === true ? '**required**' : value === undefined || value === '' ? '–' : `\`${value}\``;
    return `| \`${input}\` | ${fallback} | ${cell(description)} |`;
  });
  const outputs = Object.entries(manifest.outputs ?? {}).map(
    ([output, { description }]) => `| \`${output}\` | ${cell(description)} |`,
  );
  return [
    `# ${name}`,
    '',
    manifest.description,
    '',
    '| input | default | |',
    '|---|---|---|',
    ...inputs,
    '',
    '| output | |',
    '|---|---|',
    ...outputs,
    '',
    'The tables are made from `action.yml` by `npm run docs`. How the actions work together: [README](../../README.md).',
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeDocs();
}
