import { blockedError, spellFinding } from '../../../core/safeguards/blocked.ts';
import { isBlocking, type SafeguardResult } from '../../../core/safeguards/evaluate.ts';
import type { Log } from '../../../io/runner/log.ts';
import type { CliJob } from '../../../io/serverless/runner.ts';

/** Most annotations of errors for a service: GitHub shows ten for a step, and one of them says why it failed. */
const MOST_ERRORS = 3;

/** Says how many safeguards passed, and each finding at its place in the repository. */
export function tellFindings({ label }: Pick<CliJob, 'label'>, results: readonly SafeguardResult[], log: Log): void {
  const counts = new Map<string, number>();
  for (const { status } of results) {
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  log.info(`${label}: safeguards: ${[...counts].map(([status, count]) => `${count} ${status}`).join(', ')}`);
  const findings = results.flatMap(({ title, findings: found }) => found.map((finding) => ({ title, finding })));
  // The step's own error names them all: a second annotation is for a line.
  const placed = findings.filter(({ finding }) => isBlocking(finding) && finding.place?.line !== undefined);
  for (const { title, finding } of findings) {
    const text = `${label}: ${title}: ${spellFinding(finding)}`;
    if (isBlocking(finding)) {
      const isShown = placed.slice(0, MOST_ERRORS).some((one) => one.finding === finding);
      (isShown ? log.error : log.info)(text, finding.place);
    } else if (finding.waiver === undefined) {
      log.warning(text, finding.place);
    } else {
      log.notice(text, finding.place);
    }
  }
}

/** Throws E_SAFEGUARD, E_UNRESOLVED_VARIABLE if safeguards keep a service from being deployed. */
export function throwIfBlocked(key: string, results: readonly SafeguardResult[]): void {
  const error = blockedError(key, results);
  if (error !== undefined) {
    throw error;
  }
}
