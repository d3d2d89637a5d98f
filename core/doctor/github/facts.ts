import type { Config } from '../../configuration/schema.ts';
import type { Asked } from '../../promote/asked.ts';
import type { SetUpRepository } from '../../setup/repository.ts';
import type { ActionsSettings, EnvironmentSettings, RepositorySettings, RuleSettings } from '../../setup/settings.ts';
import type { CallingJob } from '../clone.ts';
import { type Finding, unasked } from '../finding.ts';
import type { Workflow } from '../workflow.ts';

/** What GitHub says, or does not say, of a repository. */
export interface GitHubFacts {
  readonly config: Config;
  readonly setUp: SetUpRepository;
  /** Default branch as the clone knows it. */
  readonly defaultBranch: string;
  readonly repository: RepositorySettings;
  readonly environments: ReadonlyMap<string, Asked<EnvironmentSettings | undefined>>;
  readonly rules: ReadonlyMap<string, Asked<RuleSettings>>;
  readonly actions: Asked<ActionsSettings>;
  readonly secrets: Asked<readonly string[]>;
  /** `owner/name` of the product, if that is known. */
  readonly product: string | undefined;
  readonly workflows: readonly Workflow[];
  readonly callers: readonly CallingJob[];
}

/** What GitHub did not say. */
export function notAsked(place: string, check: string, because = 'nobody was asked'): Finding {
  return unasked({ check, place, what: because, fix: 'give GH_TOKEN a token that may, or gh auth refresh' });
}
