import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a released package.json keeps of ours. */
const KEPT = ['name', 'version', 'description', 'license', 'type', 'bin', 'exports', 'engines'] as const;
/**
 * What the plugin and the laptop's program consist of, with what `init` writes into a repository; npm adds package.json,
 * README.md and LICENSE.
 */
const FILES = ['dist/package.json', 'dist/bundle', 'dist/plugin', 'dist/cli', 'aws', 'workflows-templates'];
/** How `npm publish` publishes it (.github/workflows/ci-publish.yml): for all, with the proof of where it was built. */
const PUBLISHED = { access: 'public', provenance: true };
/** Files that say how our own dependencies are installed. */
const LEFT_OUT = ['package-lock.json', '.npmrc'];

export interface Release {
  readonly commit: string;
  /** `v1.2.3`, which stays. */
  readonly tag: string;
  /** `v1`, which moves. */
  readonly moving: string;
}

/**
 * Returns the package.json of a release. npm installs all dependencies of a git repository first whose package.json has
 * `workspaces` or a script like `build`; dist needs none of them, so it has neither these nor dependencies.
 */
export function releaseManifest(manifest: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept = KEPT.filter((key) => manifest[key] !== undefined).map((key) => [key, manifest[key]]);
  return { ...Object.fromEntries(kept), files: FILES, publishConfig: PUBLISHED };
}

/**
 * Makes the commit of a release in a repository: HEAD's files with the package.json of a release, HEAD as its parent; and
 * the two tags that point at it. No branch, index or file changes. Throws when HEAD is not what is in the folder, when
 * the version is none, or has been released before.
 */
export function makeRelease(repository: string): Release {
  const git = (args: readonly string[], input?: string, env?: Record<string, string>) =>
    execFileSync('git', [...args], {
      cwd: repository,
      encoding: 'utf8',
      env: { ...process.env, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(input === undefined ? {} : { input }),
    }).trim();

  if (git(['status', '--porcelain']) !== '') {
    throw new Error('there are files that are not committed: commit them, or release from a clean clone');
  }
  const manifest = JSON.parse(git(['show', 'HEAD:package.json'])) as Record<string, unknown>;
  const version = String(manifest['version']);
  const [, major] = /^(\d+)\.\d+\.\d+$/.exec(version) ?? [];
  if (major === undefined) throw new Error(`the version in package.json is ${version}: write it as 1.2.3`);
  const tag = `v${version}`;
  if (git(['tag', '--list', tag]) !== '') throw new Error(`${tag} has been released: set the next version`);

  const folder = mkdtempSync(join(tmpdir(), 'release-'));
  try {
    const index = { GIT_INDEX_FILE: join(folder, 'index') };
    const text = `${JSON.stringify(releaseManifest(manifest), null, 2)}\n`;
    const blob = git(['hash-object', '-w', '--stdin'], text);
    git(['read-tree', 'HEAD'], undefined, index);
    git(['rm', '--quiet', '--cached', '--ignore-unmatch', ...LEFT_OUT], undefined, index);
    git(['update-index', '--cacheinfo', `100644,${blob},package.json`], undefined, index);
    const tree = git(['write-tree'], undefined, index);
    const commit = git(['commit-tree', tree, '-p', 'HEAD', '-m', `Release ${version}`]);
    git(['tag', tag, commit]);
    git(['tag', '--force', `v${major}`, commit]);
    return { commit, tag, moving: `v${major}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
