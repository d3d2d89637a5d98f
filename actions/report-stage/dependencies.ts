import type { EffectiveConfiguration } from '../../core/configuration/effective.ts';
import type { NotificationMessage } from '../../core/notify/message.ts';
import type { ReportingRun } from '../../core/report/stage-report.ts';
import type { GitHubReporter } from '../../io/github/reporter.ts';
import type { Log } from '../../io/runner/log.ts';

/** What a report is made of, and the ways to whoever is told. */
export interface Dependencies {
  readonly configuration: EffectiveConfiguration;
  readonly run: ReportingRun;
  /** `owner/name`. */
  readonly repository: string;
  readonly github: GitHubReporter;
  /** Tells Slack and webhooks; never rejects. */
  readonly deliver: (message: NotificationMessage) => Promise<void>;
  readonly log: Log;
}
