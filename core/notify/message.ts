import type { NotifiedEvent } from '../configuration/notification-schema.ts';
import type { ServiceResult } from '../deploy/result.ts';
import { onlyDefined } from '../only-defined.ts';
import type { StageReport } from '../report/stage-report.ts';
import { type ReportState, wordingOf } from '../report/wording.ts';

/** What became of one service, as others are told. */
export interface NotifiedService {
  readonly service: string;
  readonly status: string;
  readonly region: string;
  readonly url?: string;
  /** Code of the error. */
  readonly error?: string;
}

/** What a webhook or a topic gets, as JSON: names, statuses and addresses, never a value. */
export interface NotificationMessage {
  readonly schemaVersion: 1;
  readonly event: NotifiedEvent;
  /** How the stage stands: what `event` says, and whether a failure was a cancelled run. */
  readonly state: ReportState;
  readonly app: string;
  readonly stage: string;
  readonly kind: string;
  readonly ref: string;
  readonly commit?: string;
  readonly pullRequest?: number;
  readonly reason?: string;
  readonly url?: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly run: string;
  readonly services: readonly NotifiedService[];
}

/** Builds what others are told of a stage; undefined where there is nothing to tell. */
export function notificationOf(report: StageReport, repository: string): NotificationMessage | undefined {
  const { app, stage, commit, state, reason, url, run } = report;
  const { event } = wordingOf(state);
  if (event === undefined) {
    return undefined;
  }
  const { name, kind, ref, pullRequest } = stage;
  return {
    schemaVersion: 1,
    event,
    state,
    app,
    stage: name,
    kind,
    ref,
    ...onlyDefined({ commit, pullRequest, reason, url }),
    repository,
    run: run.url,
    services: servicesOf(report),
  };
}

/** What a deployed and a removed service have in common. */
type Row = Pick<ServiceResult, 'key' | 'region' | 'url' | 'error'> & { readonly status: string };

function servicesOf({ deploy, removal }: StageReport): NotifiedService[] {
  const deployed = (deploy?.services ?? []).filter(({ status }) => status !== 'left-out');
  const rows: readonly Row[] = [...deployed, ...(removal?.services ?? [])];
  return rows.map(({ key, status, region, url, error }) => ({
    service: key,
    status,
    region,
    ...onlyDefined({ url, error: error?.code }),
  }));
}
