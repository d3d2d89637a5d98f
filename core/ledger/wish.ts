import type { RepositoryRecord } from './record.ts';

/** Returns what the newest run wrote, of what a repository's records in several regions say; undefined for none. */
export function newestWish(records: readonly RepositoryRecord[]): RepositoryRecord | undefined {
  const age = ({ run, complete }: RepositoryRecord) =>
    Number(run.id) * 2000 + Number(run.attempt) * 2 + Number(complete);
  return [...records].sort((a, b) => age(b) - age(a))[0];
}
