import { UserError } from '../errors.ts';
import { spellFinding } from '../safeguards/blocked.ts';
import { isBlocking } from '../safeguards/evaluate.ts';
import type { ServiceCheck, StageCheck } from './result.ts';

/** Most faults that the error names; the summary has them all. */
const MOST = 10;

/** Returns the error of services that would not pass in some stage; undefined if all would, as far as that was asked. */
export function checkError(checks: readonly StageCheck[]): UserError | undefined {
  const failed = checks.filter(({ status }) => status === 'failed');
  if (failed.length === 0) {
    return undefined;
  }
  const faults = failed.flatMap(({ stage, services }) =>
    services.flatMap((service) => faultsOf(service).map((fault) => `${stage}: ${service.key}: ${fault}`)),
  );
  const more = faults.length - MOST;
  return new UserError('E_CHECK_FAILED', {
    what: `this would not pass in ${failed.map(({ stage }) => `"${stage}"`).join(', ')}: ${faults.slice(0, MOST).join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
    fix: 'mend what they say; a safeguard can be waived (docs/safeguards.md)',
  });
}

/** Returns what would keep a service from being deployed, a text each. */
export function faultsOf({ problems, safeguards }: ServiceCheck): string[] {
  return [
    ...problems.flatMap(({ level, message }) => (level === 'error' ? [message] : [])),
    ...safeguards.flatMap(({ title, findings }) =>
      findings.filter(isBlocking).map((finding) => `${title}: ${spellFinding(finding)}`),
    ),
  ];
}
