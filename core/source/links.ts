import {
  folderOf,
  foldersUpwards,
  isLinkEntry,
  isMade,
  isSubmoduleEntry,
  pathsBelow,
  type SourceReader,
  type SourceTree,
} from './tree.ts';

/** Most links that lead to one another, as Linux has it (ELOOP). */
const MAX_LINKS = 40;

/** A tree whose files are read through symbolic links. */
export interface LinkedTree {
  readonly tree: SourceTree;
  /** The paths whose last parts a test takes, in order. */
  named(test: (name: string) => boolean): readonly string[];
  /** The path that a path leads to, all links on its way followed; undefined if it leads out of the repository, or in a circle. */
  real(path: string): string | undefined;
  /** Texts by path as they are asked for, links followed; one that leads nowhere is left out. */
  read(paths: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** What is made of the texts of files, by path: of one text once, however many trees have it. */
  derive<Made>(
    paths: readonly string[],
    kind: string,
    make: (text: string, path: string) => Made,
  ): Promise<Map<string, Made>>;
  /**
   * Paths with all that the links among them lead to: files, and folders with all in them. `lost` are links that cannot be followed.
   */
  follow(paths: Iterable<string>): { readonly paths: ReadonlySet<string>; readonly lost: readonly string[] };
}

/** Opens the links of a tree: the texts of all are read at once. */
export async function openLinks({ tree, read, made = new Map() }: SourceReader): Promise<LinkedTree> {
  const links = tree.links.length === 0 ? new Map<string, string>() : await read(tree.links);
  const real = (path: string) => (links.size === 0 ? path : realPath(path, links));
  const readReal = async (paths: readonly string[]) => {
    if (links.size === 0 || paths.length === 0) {
      return paths.length === 0 ? new Map<string, string>() : read(paths);
    }
    const places = new Map(paths.map((path) => [path, real(path)]));
    const texts = await read([...new Set([...places.values()].filter((place) => place !== undefined))]);
    return new Map(
      [...places].flatMap(([path, place]): [string, string][] => {
        const text = place === undefined ? undefined : texts.get(place);
        return text === undefined ? [] : [[path, text]];
      }),
    );
  };
  const byName = pathsByName(tree);
  return {
    tree,
    named: (test) => [...byName].flatMap(([name, paths]) => (test(name) ? paths : [])),
    real,
    read: readReal,
    async derive<Made>(paths: readonly string[], kind: string, make: (text: string, path: string) => Made) {
      const known = (made.get(kind) ?? new Map()) as Map<string | undefined, Made>;
      made.set(kind, known);
      const entryOf = (path: string) => tree.files.get(real(path) ?? '');
      const result = new Map<string, Made>();
      const fresh: [path: string, entry: string | undefined][] = [];
      for (const path of paths) {
        const entry = entryOf(path);
        const one = known.get(entry);
        if (one === undefined) {
          fresh.push([path, entry]);
        } else {
          result.set(path, one);
        }
      }
      // A text that was kept is not read again.
      const kept = (made.get('text') ?? new Map()) as ReadonlyMap<string | undefined, string>;
      const texts = await readReal(fresh.flatMap(([path, entry]) => (kept.has(entry) ? [] : [path])));
      for (const [path, entry] of fresh) {
        const text = texts.get(path) ?? kept.get(entry);
        if (text !== undefined) {
          const one = known.get(entry) ?? make(text, path);
          known.set(entry, one);
          result.set(path, one);
        }
      }
      return result;
    },
    follow: (paths) => follow(paths, tree, real),
  };
}

/** Paths by their last parts: most of a large tree have a name in common. */
function pathsByName(tree: SourceTree): Map<string, string[]> {
  const byName = new Map<string, string[]>();
  for (const path of tree.paths) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const paths = byName.get(name);
    if (paths === undefined) {
      byName.set(name, [path]);
    } else {
      paths.push(path);
    }
  }
  return byName;
}

function follow(paths: Iterable<string>, tree: SourceTree, real: LinkedTree['real']) {
  const found = new Set<string>(paths);
  const lost: string[] = [];
  if (tree.links.length === 0) {
    return { paths: found, lost };
  }
  // What is added meanwhile is walked too.
  for (const path of found) {
    if (!isLinkEntry(tree.files.get(path))) {
      continue;
    }
    const target = real(path);
    const there = target === undefined ? [] : filesAt(target, tree);
    // What is installed is told by the lockfile.
    if (there.length === 0 && (target === undefined || !isMade(target))) {
      lost.push(path);
    }
    for (const each of there) {
      found.add(each);
    }
  }
  return { paths: found, lost };
}

/** A file, all files of a folder, or the repository of its own (a submodule) that a path is in. */
function filesAt(path: string, tree: SourceTree): readonly string[] {
  if (tree.files.has(path)) {
    return [path];
  }
  const submodule = foldersUpwards(path).find((each) => isSubmoduleEntry(tree.files.get(each)));
  return submodule === undefined ? pathsBelow(tree, path) : [submodule];
}

function realPath(path: string, links: ReadonlyMap<string, string>): string | undefined {
  let rest = path.split('/');
  let at = '';
  for (let followed = 0; rest.length > 0; ) {
    const [step = '', ...more] = rest;
    rest = more;
    if (step === '' || step === '.') {
      continue;
    }
    if (step === '..') {
      // Above the repository nothing is known. A step back leaves the folder that a link led to, as the system has it.
      if (at === '') {
        return undefined;
      }
      at = folderOf(at);
      continue;
    }
    const next = at === '' ? step : `${at}/${step}`;
    const target = links.get(next);
    if (target === undefined) {
      at = next;
      continue;
    }
    followed += 1;
    if (followed > MAX_LINKS || target.startsWith('/')) {
      return undefined;
    }
    rest = [...target.replaceAll('\\', '/').split('/'), ...rest];
  }
  return at;
}
