import type { Config } from '../../core/configuration/schema.ts';
import type { ConfigReader } from '../../io/github/config-reader.ts';

/** Returns a reader that asks for each branch's file once: for a run that decides about very many stages by one configuration. */
export function rememberConfigs(configs: ConfigReader): ConfigReader {
  const known = new Map<string, Promise<Config>>();
  const ask = (key: string, read: () => Promise<Config>) => {
    const answer = known.get(key) ?? read();
    known.set(key, answer);
    return answer;
  };
  return {
    ...configs,
    ofBranch: (branch, ownCommit) => ask(`branch ${branch}`, () => configs.ofBranch(branch, ownCommit)),
    ofTarget: (branch, defaultBranch, main) =>
      ask(`target ${branch}`, () => configs.ofTarget(branch, defaultBranch, main)),
  };
}
