import { UserError } from '../errors.ts';
import { isBlocking, type SafeguardResult, type ShownFinding } from './evaluate.ts';
import { findingText } from './policy/policy.ts';

/** Most findings that an error names; the summary has them all. */
const MOST = 10;

/** Returns the error of a service that safeguards keep from being deployed; undefined if they let it through. */
export function blockedError(key: string, results: readonly SafeguardResult[]): UserError | undefined {
  const failed = results.filter(({ status }) => status === 'failed');
  const [first] = failed;
  if (first === undefined) {
    return undefined;
  }
  const lines = failed.flatMap(({ id, title, findings }) =>
    findings.filter(isBlocking).map((finding) => `${title}: ${spellFinding(finding)}${waiverHint(id, key, finding)}`),
  );
  const more = lines.length - MOST;
  const isUnresolved = first.id === 'no-unresolved-variables';
  return new UserError(isUnresolved ? 'E_UNRESOLVED_VARIABLE' : 'E_SAFEGUARD', {
    what: `the service "${key}" is not deployed, because of ${lines.length} ${lines.length === 1 ? 'finding' : 'findings'} of safeguards: ${lines.slice(0, MOST).join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
    why: 'a safeguard of the level error blocks',
    fix: 'mend what they say, or waive it (docs/safeguards.md)',
  });
}

/** Says what was found and what to change, and who let it through. */
export function spellFinding(finding: ShownFinding): string {
  const { waiver } = finding;
  const text = findingText(finding);
  if (waiver === undefined) {
    return text;
  }
  const { owner, reason, until, hasExpired } = waiver;
  return hasExpired
    ? `${text} (the waiver of ${owner} ended on ${until})`
    : `${text} (waived by ${owner} until ${until}: ${reason})`;
}

/** The waiver that a user would write. */
function waiverHint(id: string, service: string, { resource, function: key, waiver, isFinal }: ShownFinding): string {
  const lacksResource = id === 'no-stateful-replacement' && resource === undefined;
  if (isFinal === true || lacksResource || waiver !== undefined) {
    return '';
  }
  const of = resource ?? key;
  const parts = [
    `safeguard: ${id}`,
    `service: ${service}`,
    ...(of === undefined ? [] : [`resource: ${of}`]),
    'owner: …',
    'reason: …',
    'until: YYYY-MM-DD',
  ];
  return ` (or write \`waivers: [{ ${parts.join(', ')} }]\`)`;
}
