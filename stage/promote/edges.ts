import type { FindDeployment } from '../../core/output/lookup.ts';
import type { Asked } from '../../core/promote/asked.ts';
import type { ApplicationFiles } from '../../core/service/discover.ts';
import type { History } from '../../io/git/history.ts';
import type { ConfigReader } from '../../io/github/config-reader.ts';
import type { PromotionReader } from '../../io/github/promotion-reader.ts';
import type { GitHubReader } from '../../io/github/reader.ts';
import type { Log } from '../../io/runner/log.ts';
import type { ApplicationSource } from '../../io/source.ts';
import type { OpenViewer, View } from '../../io/viewer.ts';

/** The run that promotes. */
export interface PromotionRun {
  /** Full ref. */
  readonly ref: string;
  /** Login of who started this attempt. */
  readonly actor: string;
  readonly repositoryId: string;
  readonly id: string;
  readonly url: string;
  /** Name of the workflow's file. */
  readonly workflow: string;
}

/** What a promotion asks, and whom. */
export interface PromotionEdges {
  readonly github: Pick<GitHubReader, 'repository' | 'branchHead'>;
  readonly people: PromotionReader;
  readonly configs: ConfigReader;
  /** The history of the clone in the workspace; undefined if there is none. */
  readonly history: History | undefined;
  readonly source: ApplicationSource | undefined;
  readonly filesOf: (commit: string) => Promise<ApplicationFiles | undefined>;
  readonly openViewer: OpenViewer;
  /** Finds deployments in an account that is looked at. */
  readonly finderIn: (viewOf: ViewOf) => FindDeployment;
  readonly run: PromotionRun;
  readonly log: Log;
}

/** A stage's account, for looking; or why nobody can look. */
export type Sighted = Asked<ViewOf>;

/** A region of an account, for looking. */
export type ViewOf = (region: string) => View;
