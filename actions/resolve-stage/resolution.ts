import type { Config } from '../../core/configuration/schema.ts';
import type { ApplicationFiles } from '../../core/service/discover.ts';
import type { Decision } from '../../core/stage/decision.ts';
import type { RunEvent } from '../../core/stage/event.ts';
import type { ConfigReader } from '../../io/github/config-reader.ts';
import type { GitHubReader } from '../../io/github/reader.ts';
import type { Log } from '../../io/runner/log.ts';
import type { ApplicationSource } from '../../io/source.ts';
import type { Previews } from '../../stage/wanted/preview-now.ts';

export interface Dependencies extends Previews {
  readonly event: RunEvent;
  /** GITHUB_REF of the run. */
  readonly runRef: string;
  /**
   * Whether a person started the run again. It may have taken the place of a newer run that was waiting, so it does not
   * leave a newer head to that one.
   */
  readonly isRerun: boolean;
  readonly github: GitHubReader;
  readonly configs: ConfigReader;
  /** The clone in the workspace; undefined where there is none. */
  readonly source: ApplicationSource | undefined;
  /** The application's files at a commit; undefined where the workspace does not have it. */
  readonly filesOf: (commit: string) => Promise<ApplicationFiles | undefined>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Log;
}

/** A decision with the configuration that it was made by; none where nothing is to be done. */
export interface Resolution {
  readonly decision: Decision;
  readonly config?: Config;
  /** The default branch's configuration, where the decision is of a preview. */
  readonly main?: Config;
  /** Those of the target branches, where it is of all previews. */
  readonly targets?: readonly Config[];
}
