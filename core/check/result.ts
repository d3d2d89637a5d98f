import * as v from 'valibot';
import type { SafeguardResult } from '../safeguards/evaluate.ts';

/** What came of a check: `not-asked` if nothing can be said without the cloud. */
export type CheckStatus = 'passed' | 'warned' | 'failed' | 'not-asked';

/** What came of the check of one service for one stage and region. */
export interface ServiceCheck {
  readonly key: string;
  readonly region: string;
  readonly status: CheckStatus;
  /** Why it was not asked. */
  readonly reason?: string;
  /** What would keep it from being deployed there, beside the safeguards; some of it in doubt. */
  readonly problems: readonly Problem[];
  readonly safeguards: readonly SafeguardResult[];
}

/** What is wrong with a service in a stage; `error` if the deploy would fail by it. */
export interface Problem {
  readonly level: 'error' | 'warning';
  readonly message: string;
}

/** What came of the check of all services that a pull request changes for one stage. */
export interface StageCheck {
  readonly stage: string;
  readonly status: CheckStatus;
  readonly services: readonly ServiceCheck[];
}

/** What became of a run of check-stages: plain JSON for the job that reports. */
export interface CheckResult {
  readonly schemaVersion: 1;
  readonly stages: readonly StageCheck[];
}

/** Returns the check of a service, with the status that what was found in it comes to. */
export function serviceCheck(found: Omit<ServiceCheck, 'status'>): ServiceCheck {
  return { ...found, status: statusOf(found) };
}

/** Adds to what is wrong with a service. */
export function withProblems(check: ServiceCheck, more: readonly Problem[]): ServiceCheck {
  return more.length === 0 ? check : serviceCheck({ ...check, problems: [...check.problems, ...more] });
}

function statusOf({ problems, safeguards, reason }: Omit<ServiceCheck, 'status'>): CheckStatus {
  if (problems.some(({ level }) => level === 'error') || safeguards.some(({ status }) => status === 'failed')) {
    return 'failed';
  }
  if (problems.length > 0 || safeguards.some(({ status }) => status === 'warned')) {
    return 'warned';
  }
  return reason === undefined ? 'passed' : 'not-asked';
}

/** Sums the checks of services up: one that failed fails all, and one that was not asked makes no difference beside others. */
export function overallCheck(services: readonly Pick<ServiceCheck, 'status'>[]): CheckStatus {
  const order: readonly CheckStatus[] = ['failed', 'warned', 'passed'];
  return order.find((status) => services.some((one) => one.status === status)) ?? 'not-asked';
}

const status = v.picklist(['passed', 'warned', 'failed', 'not-asked']);
const schema = v.looseObject({
  schemaVersion: v.literal(1),
  stages: v.array(
    v.looseObject({
      stage: v.string(),
      status,
      services: v.array(
        v.looseObject({
          // Neither holds any markup: what renders them rests on it.
          key: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]*$/)),
          region: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/)),
          status,
          reason: v.optional(v.string()),
          problems: v.array(v.looseObject({ level: v.picklist(['error', 'warning']), message: v.string() })),
          safeguards: v.array(
            v.looseObject({
              title: v.string(),
              status: v.picklist(['passed', 'warned', 'failed', 'waived', 'skipped']),
              findings: v.array(
                v.looseObject({ what: v.string(), fix: v.string(), level: v.picklist(['error', 'warning']) }),
              ),
            }),
          ),
        }),
      ),
    }),
  ),
});

/** Reads what check-stages gave, as far as reports show it; undefined if it is something else. */
export function parseCheckResult(value: unknown): CheckResult | undefined {
  return v.safeParse(schema, value).success ? (value as CheckResult) : undefined;
}
