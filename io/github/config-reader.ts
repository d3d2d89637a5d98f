import { mergeForPreview } from '../../core/config/merge.ts';
import { configPath, parseConfig } from '../../core/config/parse.ts';
import { withPolicyFiles } from '../../core/config/policy-files.ts';
import type { Config } from '../../core/configuration/schema.ts';
import { UserError } from '../../core/errors.ts';
import { shortCommit } from '../../core/short-commit.ts';
import type { Log } from '../runner/log.ts';
import type { GitHubReader } from './reader.ts';

/** Reads serverless-stages.yml from the commits whose file counts. */
export interface ConfigReader {
  /** The file at a branch's head; where the branch has none yet, the one at `ownCommit`. Throws E_CONFIG_FILE for neither. */
  ofBranch(branch: string, ownCommit?: string): Promise<Config>;
  /**
   * The file that grants something to pull requests into a branch: the branch's own, if the default branch's file
   * (`main`) lists it among the target branches; else `main` itself.
   */
  ofTarget(branch: string, defaultBranch: string, main: Config): Promise<Config>;
  /** The file at a commit; `place` is how errors call the commit. */
  ofCommit(commit: string, place: string): Promise<Config>;
  /** `trusted` with what a preview's own commit may say: services and literal parameters. */
  merged(trusted: Config, commit: string): Promise<Config>;
}

/** Builds a reader of the configuration in `folder` (relative to the repository's root). */
export function createConfigReader(github: GitHubReader, folder: string, log: Log): ConfigReader {
  const path = configPath(folder);
  const read = async (commit: string, place: string): Promise<Config | undefined> => {
    const bytes = await github.file(path, commit);
    if (bytes === undefined) {
      return undefined;
    }
    const config = parseConfig(bytes, path, place);
    return withPolicyFiles(config, path, place, (policy) => github.file(policy, commit));
  };
  /** Its policies count for nothing, whatever became of their files. */
  const readOwn = async (commit: string): Promise<Config | undefined> => {
    const bytes = await github.file(path, commit);
    const config = bytes === undefined ? undefined : parseConfig(bytes, path, shortCommit(commit));
    return config && withPolicyFiles(config, path, '', (policy) => github.file(policy, commit)).catch(() => config);
  };
  const missing = (place: string) =>
    new UserError('E_CONFIG_FILE', {
      what: `there is no ${path} on ${place}`,
      fix: `commit one there (see docs/configuration.md), or name its folder with "working-directory"`,
    });
  return {
    async ofBranch(branch, ownCommit) {
      const head = await github.branchHead(branch);
      const config = head === undefined ? undefined : await read(head, branch);
      if (config !== undefined) {
        return config;
      }
      const own = ownCommit === undefined ? undefined : await read(ownCommit, shortCommit(ownCommit));
      if (own === undefined) {
        throw missing(branch);
      }
      log.info(`${branch} has no ${path} yet: the one of ${shortCommit(ownCommit ?? '')} is used`);
      return own;
    },
    async ofTarget(branch, defaultBranch, main) {
      const listed = main.previews?.['target-branches']?.includes(branch) ?? false;
      const head = branch === defaultBranch || !listed ? undefined : await github.branchHead(branch);
      return (head === undefined ? undefined : await read(head, branch)) ?? main;
    },
    async ofCommit(commit, place) {
      const config = await read(commit, place);
      if (config === undefined) {
        throw missing(place);
      }
      return config;
    },
    async merged(trusted, commit) {
      const own = await readOwn(commit);
      if (own === undefined) {
        return trusted;
      }
      const { config, ignored } = mergeForPreview(trusted, own);
      if (ignored.length > 0) {
        log.notice(`changed in ${shortCommit(commit)} without effect before it is merged: ${ignored.join(', ')}`);
      }
      return config;
    },
  };
}
