import { askGit, git } from './git.ts';

export interface Comparison {
  readonly status: 'identical' | 'ahead' | 'behind' | 'diverged';
  readonly aheadBy: number;
  readonly behindBy: number;
  readonly mergeBase: string;
  /** Commits of head that base does not have, oldest first. */
  readonly commits: readonly string[];
}

/** How two commits stand to each other; undefined when they share no ancestor. */
export async function compareCommits(bare: string, base: string, head: string): Promise<Comparison | undefined> {
  const merged = await askGit(bare, ['merge-base', base, head]);
  if (merged.code !== 0) return undefined;
  const counts = await git(bare, 'rev-list', '--left-right', '--count', `${base}...${head}`);
  const [behindBy = 0, aheadBy = 0] = counts.split('\t').map(Number);
  const commits = aheadBy === 0 ? [] : (await git(bare, 'rev-list', '--reverse', `${base}..${head}`)).split('\n');
  return {
    status: statusOf(aheadBy, behindBy),
    aheadBy,
    behindBy,
    mergeBase: merged.stdout.toString().trim(),
    commits,
  };
}

function statusOf(aheadBy: number, behindBy: number): Comparison['status'] {
  if (aheadBy > 0) return behindBy > 0 ? 'diverged' : 'ahead';
  return behindBy > 0 ? 'behind' : 'identical';
}

export interface ChangedFile {
  readonly filename: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed';
  readonly previousFilename?: string;
  /** Object id; of what was there before where the file was removed. */
  readonly sha: string;
  /** Lines; 0 of a binary file. */
  readonly additions: number;
  readonly deletions: number;
}

const STATUS = { A: 'added', D: 'removed', R: 'renamed' } as const;

/** The files that differ between two commits. */
export async function changedFiles(bare: string, from: string, to: string): Promise<readonly ChangedFile[]> {
  const fields = (await git(bare, 'diff-tree', '-r', '-M', '-z', from, to)).split('\0');
  const counts = await countLines(bare, from, to);
  const files: ChangedFile[] = [];
  for (let at = 0; at + 1 < fields.length; ) {
    const [, , oldSha = '', newSha = '', code = ''] = (fields[at++] ?? '').split(' ');
    const first = fields[at++] ?? '';
    const renamed = code.startsWith('R');
    const filename = renamed ? (fields[at++] ?? '') : first;
    const status = STATUS[code.charAt(0) as keyof typeof STATUS] ?? 'modified';
    const [additions = 0, deletions = 0] = counts.get(filename) ?? [];
    const sha = status === 'removed' ? oldSha : newSha;
    files.push({ filename, status, sha, additions, deletions, ...(renamed ? { previousFilename: first } : {}) });
  }
  return files;
}

/** Added and deleted lines by the file's (new) name. */
async function countLines(bare: string, from: string, to: string): Promise<ReadonlyMap<string, readonly number[]>> {
  const fields = (await git(bare, 'diff-tree', '-r', '-M', '-z', '--numstat', from, to)).split('\0');
  const counts = new Map<string, readonly number[]>();
  for (let at = 0; at + 1 < fields.length; ) {
    const [added = '', deleted = '', name = ''] = (fields[at++] ?? '').split('\t');
    // Both names of a renamed file follow in fields of their own.
    const path = name === '' ? fields[++at] : name;
    if (name === '') at += 1;
    counts.set(
      path ?? '',
      [added, deleted].map((lines) => Number(lines) || 0),
    );
  }
  return counts;
}
