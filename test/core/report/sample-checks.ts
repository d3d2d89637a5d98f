import {
  type CheckResult,
  overallCheck,
  type Problem,
  type ServiceCheck,
  type StageCheck,
  serviceCheck,
} from '../../../core/check/result.ts';
import type { SafeguardResult, ShownFinding } from '../../../core/safeguards/evaluate.ts';

/** A service that would pass, but for what is given. */
export function checkedService(found: Partial<Omit<ServiceCheck, 'status'>> = {}): ServiceCheck {
  return serviceCheck({ key: 'restapi', region: 'us-east-1', problems: [], safeguards: [], ...found });
}

/** A service with problems of one level. */
export function faulty(key: string, messages: readonly string[], level: Problem['level'] = 'error'): ServiceCheck {
  return checkedService({ key, problems: messages.map((message) => ({ level, message })) });
}

/** What a safeguard found. */
export function safeguardWith(
  status: SafeguardResult['status'],
  ...findings: Partial<ShownFinding>[]
): SafeguardResult {
  return {
    id: 'no-public-bucket',
    title: 'no-public-bucket',
    status,
    findings: findings.map((one) => ({ what: 'the bucket Open is public', fix: 'close it', level: 'error', ...one })),
  };
}

/** The check of a stage with these services. */
export function checkedStage(stage: string, ...services: readonly ServiceCheck[]): StageCheck {
  return { stage, status: overallCheck(services), services };
}

export function checkResult(...stages: readonly StageCheck[]): CheckResult {
  return { schemaVersion: 1, stages };
}
