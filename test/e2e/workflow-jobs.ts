import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Workflow {
  readonly jobs?: Readonly<Record<string, { readonly uses?: string }>>;
}

/**
 * Ids of the jobs that a workflow has, with those of the product's workflows that it calls in place of the calling job:
 * act says nothing of a job that it skips.
 */
export function listJobs(
  file: string,
  product: { readonly repository: string; readonly folder: string },
): readonly string[] {
  const { jobs = {} } = parse(readFileSync(file, 'utf8')) as Workflow;
  return Object.entries(jobs).flatMap(([id, { uses }]) => {
    if (uses === undefined) return [id];
    const called = uses.startsWith(`${product.repository}/`) ? uses.slice(product.repository.length + 1) : undefined;
    return called === undefined ? [id] : listJobs(join(product.folder, called.replace(/@.*$/, '')), product);
  });
}
