import { createHash } from 'node:crypto';
import type { HistoryCommit } from '../../../core/promote/history.ts';
import type { History } from '../../../io/git/history.ts';

/** A file's content: a token that no other content is, so that a change is known wherever it turns up. */
export type Tree = Readonly<Record<string, string>>;

export interface Commit extends HistoryCommit {
  readonly files: Tree;
  /** Order in which commits were made. */
  readonly at: number;
}

/** Two branches of one repository, as git has them. */
export interface Branches {
  readonly heads: Record<'master' | 'prod', string>;
  readonly commits: ReadonlyMap<string, Commit>;
  commit(files: Tree, parents: readonly string[], message?: string): string;
  get(id: string): Commit;
  ancestors(id: string): Set<string>;
  line(id: string): Commit[];
  mergeBase(a: string, b: string): string | undefined;
  /** The tree of a merge of commits, as git makes it of whole files; undefined for a conflict. */
  merged(base: Tree, ours: Tree, theirs: Tree): Tree | undefined;
}

export function createBranches(files: Tree): Branches {
  const commits = new Map<string, Commit>();
  const get = (id: string) => commits.get(id) as Commit;
  const commit = (tree: Tree, parents: readonly string[], message = 'Change') => {
    const id = hash(`commit ${commits.size}`);
    commits.set(id, { id, tree: treeId(tree), parents, message, files: tree, at: commits.size });
    return id;
  };
  const ancestors = (id: string) => {
    const seen = new Set<string>();
    const rest = [id];
    for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      rest.push(...get(next).parents);
    }
    return seen;
  };
  const first = commit(files, []);
  return {
    heads: { master: first, prod: first },
    commits,
    commit,
    get,
    ancestors,
    line(id) {
      const line: Commit[] = [];
      for (let next: string | undefined = id; next !== undefined; [next] = get(next).parents) line.push(get(next));
      return line;
    },
    mergeBase(a, b) {
      const [ofA, ofB] = [ancestors(a), ancestors(b)];
      const common = [...ofA].filter((id) => ofB.has(id));
      const hidden = new Set(common.flatMap((id) => [...ancestors(id)].filter((other) => other !== id)));
      return common.filter((id) => !hidden.has(id)).sort((x, y) => get(y).at - get(x).at)[0];
    },
    merged(base, ours, theirs) {
      const { tree, conflicts } = mergeTrees(base, ours, theirs);
      return conflicts.length === 0 ? tree : undefined;
    },
  };
}

/** What git says of such branches. */
export function historyOf({ commits, get, ancestors, line, mergeBase }: Branches): History {
  const newestFirst = (ids: Iterable<string>) => [...ids].map(get).sort((a, b) => b.at - a.at);
  const filesOf = (name: string) => commits.get(name)?.files ?? {};
  return {
    isShallow: false,
    commit: async (id) => commits.get(id),
    line: async (id) => line(id),
    ancestry: async (id) => new Map(newestFirst(ancestors(id)).map((one) => [one.id, one.tree])),
    mergeBase: async (a, b) => mergeBase(a, b),
    async ids(from, to) {
      const known = ancestors(from);
      return [...ancestors(to)].filter((id) => !known.has(id));
    },
    async between(from, to, most) {
      const known = ancestors(from);
      return newestFirst([...ancestors(to)].filter((id) => !known.has(id))).slice(0, most);
    },
    changed: async () => [],
    async merge(base, ours, theirs) {
      const { tree, conflicts } = mergeTrees(filesOf(base), filesOf(ours), filesOf(theirs));
      return { differing: [...new Set([...conflicts, ...differing(tree, filesOf(theirs))])].sort() };
    },
  };
}

export const pathsOf = (...trees: readonly Tree[]) => [...new Set(trees.flatMap((tree) => Object.keys(tree)))];
export const differing = (a: Tree, b: Tree) => pathsOf(a, b).filter((path) => a[path] !== b[path]);
export const treeId = (tree: Tree) => hash(JSON.stringify(Object.entries(tree).sort()));

function mergeTrees(base: Tree, ours: Tree, theirs: Tree): { tree: Tree; conflicts: string[] } {
  const conflicts: string[] = [];
  const entries = pathsOf(base, ours, theirs).flatMap((path): [string, string][] => {
    const [b, o, t] = [base[path], ours[path], theirs[path]];
    const merged = o === t || t === b ? o : t;
    if (o !== t && o !== b && t !== b) conflicts.push(path);
    return merged === undefined ? [] : [[path, merged]];
  });
  return { tree: Object.fromEntries(entries), conflicts };
}

const hash = (text: string) => createHash('sha1').update(text).digest('hex');
