import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { listWorkflowFiles } from './workflow-files.ts';

export interface ProductName {
  /** `owner/name`, as callers write it in `uses:`. */
  readonly repository: string;
  /** What callers write after the `@`. */
  readonly ref: string;
}

const WORKFLOWS = '.github/workflows/';
/** What a user's workflow never runs; act copies the folder for every action of every job. */
const LEFT_OUT = ['node_modules', '.git', 'test', 'examples', 'docs', 'build', 'coverage'];

/**
 * Copies the built product to a folder, with the things changed that act does not know (see mapForAct), and what else `change`
 * does to the text of a workflow.
 */
export function copyProduct(
  product: string,
  folder: string,
  name: ProductName,
  change = (workflow: string) => workflow,
): void {
  const left = new Set(LEFT_OUT);
  cpSync(product, folder, {
    recursive: true,
    filter: (source) => !left.has(relative(product, source)) && !source.endsWith('/node_modules'),
  });
  if (!existsSync(join(folder, WORKFLOWS))) throw new Error(`${product} holds no workflows`);
  for (const file of listWorkflowFiles(folder)) {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    const mapped = mapForAct(file.startsWith(WORKFLOWS) ? change(text) : text, name);
    if (mapped !== text) writeFileSync(path, mapped);
  }
}

/**
 * The text of a workflow or action.yml for act 0.2.87, which knows neither `$/path` (this repository at this commit: the
 * product's own name and ref here), nor `environment.deployment`, nor `concurrency.queue`. Nothing else changes: what runs is what ships.
 */
export function mapForAct(text: string, { repository, ref }: ProductName): string {
  return text
    .replace(/^(\s*(?:-\s+)?uses:\s*["']?)\$\/([^\s"'#]+)/gm, `$1${repository}/$2@${ref}`)
    .replace(/^\s*queue:\s*max[^\S\n]*(#.*)?\n/gm, '')
    .replace(/^\s*deployment:\s*false[^\S\n]*(#.*)?\n/gm, '')
    .replace(/,\s*deployment:\s*false(?=\s*[,}])/g, '')
    .replace(/(\{\s*)deployment:\s*false\s*,\s*/g, '$1');
}
