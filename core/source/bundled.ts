import { memoise } from '../memoise.ts';
import { hashLines } from './hash.ts';
import type { LinkedTree } from './links.ts';
import { createModulePaths } from './module-paths.ts';
import { extendedPaths, type KnownSettings, knownSettings, MODULE_SETTINGS } from './module-settings.ts';
import { type Named, namedBy, namesIn } from './named-modules.ts';
import { LED_TO, REQUIREMENTS, SOURCE_FILE } from './specifiers.ts';
import { folderOf } from './tree.ts';

/** What the code of a service takes in from outside of its folder. */
export interface TakenIn {
  /** A line for each file that is named, with the hash of all that it leads to. */
  readonly lines: readonly string[];
  /** Why it cannot be told what belongs to it; undefined if it can. */
  readonly doubt: string | undefined;
}

/** Tells what code takes in. */
export interface Bundles {
  /** What the files of a service (in its folder, and what its configuration names) take in from outside of the folder. */
  takenIn(folder: string, files: Iterable<string>): TakenIn;
}

const NOTHING: Named = { files: [], missing: [] };

/** Reads what files name, from `starts` on, each file once; `packages` are folders of workspace packages by name. */
export async function openBundles(
  links: LinkedTree,
  starts: ReadonlySet<string>,
  packages: ReadonlyMap<string, string>,
): Promise<Bundles> {
  const { tree } = links;
  const modules = createModulePaths({ links, settings: await readSettings(links, packages) });
  const textsByFolder = async (name: string) => {
    const texts = await textsOf(
      links.named((each) => each === name),
      links,
    );
    return new Map([...texts].map(([path, text]) => [folderOf(path), text]));
  };
  const around = {
    modules,
    tree,
    goModules: await textsByFolder('go.mod'),
    goWorkspaces: await textsByFolder('go.work'),
  };
  const named = new Map<string, Named>();
  for (let next = [...starts].filter(isCode); next.length > 0; ) {
    const names = await namesIn(next, links);
    const targets = new Set<string>();
    for (const path of next) {
      const spelled = names.get(path) ?? [];
      const one = spelled.length === 0 ? NOTHING : namedBy(path, spelled, around);
      named.set(path, one);
      for (const target of one.files) {
        targets.add(target);
      }
    }
    next = [...targets].filter((path) => (isCode(path) || LED_TO.test(path)) && !named.has(path));
  }
  const closure = memoise(closureOf);

  return {
    takenIn(folder, files) {
      const isInside = (path: string) => folder === '' || path.startsWith(`${folder}/`);
      const targets = new Set<string>();
      const missing = new Map<string, string>();
      for (const path of files) {
        const found = named.get(path);
        for (const target of found?.files ?? []) {
          if (!isInside(target)) {
            targets.add(target);
          }
        }
        for (const target of found?.missing ?? []) {
          if (!isInside(target)) {
            missing.set(target, path);
          }
        }
      }
      const lines = [...targets].map((path) => {
        const all = closure(path);
        for (const [target, from] of all.missing) {
          missing.set(target, from);
        }
        return `taken in\0${path}\0${all.hash}`;
      });
      const settingLines = modules.settingsOf(folder).map((path) => `settings\0${path}\0${tree.files.get(path) ?? ''}`);
      const [[target, from] = []] = missing;
      return {
        lines: [...lines, ...settingLines],
        doubt: target === undefined ? undefined : `${from} takes in ${target}, which git does not have`,
      };
    },
  };

  /** All that a file leads to, itself included, as one hash. */
  function closureOf(start: string): { hash: string; missing: ReadonlyMap<string, string> } {
    const seen = new Set([start]);
    const missing = new Map<string, string>();
    for (const path of seen) {
      const found = named.get(path);
      for (const target of found?.files ?? []) {
        seen.add(target);
      }
      for (const target of found?.missing ?? []) {
        missing.set(target, path);
      }
    }
    const settings = [...seen].flatMap((path) => modules.settingsOf(folderOf(path)));
    const all = new Set([...seen, ...settings]);
    return { hash: hashLines([...all].map((path) => `${path}\0${tree.files.get(path) ?? ''}`)), missing };
  }
}

function isCode(path: string): boolean {
  return (SOURCE_FILE.test(path) && !path.endsWith('.d.ts')) || path.endsWith('.go') || REQUIREMENTS.test(path);
}

/** Reads all settings, and what they extend, whatever its name. */
async function readSettings(links: LinkedTree, packages: ReadonlyMap<string, string>): Promise<KnownSettings> {
  const texts = new Map<string, string>();
  const settings = knownSettings(texts, packages);
  for (let next = links.named((name) => MODULE_SETTINGS.test(name)); next.length > 0; ) {
    for (const [path, text] of await textsOf(next, links)) {
      texts.set(path, text);
    }
    const files = next.filter((path) => !path.endsWith('package.json'));
    const wanted = new Set(files.flatMap((path) => extendedPaths(path, settings).flat()));
    next = [...wanted].filter((path) => links.tree.files.has(path) && !texts.has(path));
  }
  return settings;
}

function textsOf(paths: readonly string[], links: LinkedTree): Promise<Map<string, string>> {
  return links.derive(paths, 'text', (text) => text);
}
