import type { StageCheck } from '../../core/check/result.ts';
import type { Log } from '../../io/runner/log.ts';
import { tellFindings } from '../deploy/service/tell-findings.ts';

/** Says what came of the check of a stage, each finding at its place in the repository. */
export function tellCheck({ stage, status, services }: StageCheck, log: Log): void {
  log.info(`${stage}: ${status}`);
  for (const { key, region, reason, problems, safeguards } of services) {
    const label = `${key} for ${stage} (${region})`;
    if (reason !== undefined) {
      log.info(`${label}: not asked: ${reason}`);
    }
    for (const { level, message } of problems) {
      // The step's own error has those that fail it.
      (level === 'error' ? log.info : log.warning)(`${label}: ${message}`);
    }
    if (safeguards.length > 0) {
      tellFindings({ label }, safeguards, log);
    }
  }
}
