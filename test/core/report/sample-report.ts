import { type EffectiveConfiguration, effectiveConfiguration } from '../../../core/configuration/effective.ts';
import type { NotificationConfig } from '../../../core/configuration/notification-schema.ts';
import { type DeployResult, overallStatus, type ServiceResult } from '../../../core/deploy/result.ts';
import { type RemovalResult, type RemovedStage, removalStatus } from '../../../core/removal/result.ts';
import {
  type ReportingRun,
  type RunEnd,
  reportOfStart,
  reportsOfEnd,
  type StageReport,
} from '../../../core/report/stage-report.ts';
import type { StageIdentity } from '../../../core/stage/identity.ts';
import { removedStage } from '../removal/sample-removal.ts';
import { configOf } from '../sample-config.ts';

export const COMMIT = '0123456789abcdef0123456789abcdef01234567';
export const RUN: ReportingRun = {
  id: '3001',
  attempt: '2',
  url: 'https://github.com/acme/workshop/actions/runs/3001/attempts/2',
};
export const PREVIEW: StageIdentity = {
  name: 'pr-1-0pv3fa9c',
  kind: 'preview',
  ref: 'refs/heads/feature/login',
  pullRequest: 12,
  commit: COMMIT,
  baseBranch: 'master',
};
/** A configured stage. */
export const STAGING: StageIdentity = { name: 'staging', kind: 'configured', ref: 'refs/heads/master', commit: COMMIT };

/** The tutorial's configuration for a stage, the sample preview unless another is given. */
export function sampleConfiguration(
  stage: StageIdentity = PREVIEW,
  notifications: readonly NotificationConfig[] = [],
): EffectiveConfiguration {
  const profile = stage.kind === 'configured' ? stage.name : 'dev';
  const configuration = effectiveConfiguration(configOf(), stage, profile);
  return notifications.length === 0 ? configuration : { ...configuration, notifications };
}

/** A service that was deployed. */
export function deployedService(overrides: Partial<ServiceResult> = {}): ServiceResult {
  return {
    key: 'restapi',
    name: 'workshop-restapi',
    region: 'us-east-1',
    status: 'deployed',
    reason: 'it is not deployed yet',
    reads: [],
    outputs: {},
    seconds: 41.6,
    ...overrides,
  };
}

/** What a deploy of these services to the sample preview came to. */
export function deployResult(
  services: readonly ServiceResult[] = [deployedService()],
  overrides: Partial<DeployResult> = {},
): DeployResult {
  return {
    schemaVersion: 1,
    app: 'workshop',
    stage: PREVIEW.name,
    kind: PREVIEW.kind,
    ref: PREVIEW.ref,
    commit: COMMIT,
    account: '111111111111',
    regions: ['us-east-1'],
    status: overallStatus(services),
    services,
    leftOver: [],
    ...overrides,
  };
}

/** What a removal of these stages came to. */
export function removalResult(
  stages: readonly RemovedStage[] = [removedStage()],
  overrides: Partial<RemovalResult> = {},
): RemovalResult {
  return {
    schemaVersion: 1,
    app: 'workshop',
    status: removalStatus(stages),
    dryRun: false,
    stages,
    more: 0,
    wanted: 0,
    looked: [{ account: '111111111111', region: 'us-east-1' }],
    unrecorded: [],
    ...overrides,
  };
}

/** What is told when the deploy of a stage starts. */
export function startedReport(stage: StageIdentity = PREVIEW): StageReport {
  return reportOfStart(sampleConfiguration(stage), RUN);
}

/** What is told of each stage when a run ended so. */
export function endedReports(end: Partial<RunEnd>, stage: StageIdentity = PREVIEW): StageReport[] {
  const none = { result: undefined, error: undefined, testResult: '', deployResult: '' } as const;
  const all: RunEnd = { decision: 'deploy', ...none, ...end };
  return reportsOfEnd(sampleConfiguration(stage), all, RUN);
}

/** What is told of the one stage of a run that ended so; throws where it is not one. */
export function endedReport(end: Partial<RunEnd>, stage: StageIdentity = PREVIEW): StageReport {
  const [report, ...others] = endedReports(end, stage);
  if (report === undefined || others.length > 0) throw new Error(`there are ${others.length} more reports than one`);
  return report;
}

/** A text of another person's that is markup, a mention and an image everywhere it is not taken as text. */
export const HOSTILE =
  'a | b\n# c\r\n<img src=x onerror=y> @acme/team ![x](https://evil.example.com/x.png) `d` </details> **e** <!-- f -->';

/** A text as it is read: entities and escapes resolved, signs that are not seen taken out. */
export function shown(markdown: string): string {
  return markdown
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll('\u200b', '');
}

/** The lines of a text that belong to a table. */
export function rowsOf(markdown: string): string[] {
  return markdown.split('\n').filter((line) => line.startsWith('|'));
}
