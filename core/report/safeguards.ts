import type { DeployResult, ServiceResult } from '../deploy/result.ts';
import { labelOf } from '../deploy/task.ts';
import type { SafeguardResult, ShownFinding } from '../safeguards/evaluate.ts';
import { findingText } from '../safeguards/policy/policy.ts';
import { plain } from './markdown.ts';
import { truncateText } from './truncate.ts';

/** Longest text of a finding in a row, in characters. */
const MAX_TEXT = 500;

/** A safeguard's result for one service. */
interface Row extends SafeguardResult {
  readonly service: string;
}

/**
 * Renders what came of the safeguards: those that let everything through in a line, each finding in a row of a table. Empty if
 * nothing was checked.
 */
export function safeguardLines({ services, regions }: Pick<DeployResult, 'services' | 'regions'>): string[] {
  const rows = services.flatMap((service) => rowsOf(service, labelOf(service, regions)));
  if (rows.length === 0) {
    return [];
  }
  const found = rows.flatMap(findingRows);
  return [
    ...listed('✅ safeguards passed', rows, 'passed'),
    ...listed('⏭️ safeguards skipped', rows, 'skipped'),
    ...(found.length === 0 ? [] : ['| safeguard | result | service | finding |', '|---|---|---|---|', ...found, '']),
  ];
}

function rowsOf({ safeguards = [] }: ServiceResult, service: string): Row[] {
  return safeguards.map((result) => ({ ...result, service }));
}

/** The titles that have results of a status and no findings; the reason why they were skipped. */
function listed(what: string, rows: readonly Row[], status: SafeguardResult['status']): string[] {
  const of = new Map(rows.filter((row) => row.status === status).map(({ title, reason }) => [title, reason]));
  const clean = [...of].filter(([title]) => rows.every((row) => row.title !== title || row.findings.length === 0));
  const spelled = clean.map(([title, reason]) => `${plain(title)}${reason === undefined ? '' : ` (${plain(reason)})`}`);
  return clean.length === 0 ? [] : [`${what}: ${spelled.join(', ')}`, ''];
}

function findingRows({ title, service, findings }: Row): string[] {
  return findings.map((finding) => {
    const { place } = finding;
    const at = place?.line === undefined ? '' : ` (${plain(place.file)}:${place.line})`;
    const text = truncateText(findingText(finding), MAX_TEXT);
    return `| ${plain(title)} | ${resultOf(finding)} | ${plain(service)} | ${plain(text)}${at} |`;
  });
}

function resultOf({ level, waiver }: ShownFinding): string {
  if (waiver === undefined) {
    return level === 'error' ? '❌ failed' : '⚠️ warned';
  }
  const { owner, reason, until, hasExpired } = waiver;
  return hasExpired
    ? `❌ failed: the waiver of ${plain(owner)} ended on ${plain(until)}`
    : `🕓 waived until ${plain(until)} by ${plain(owner)}: ${plain(truncateText(reason, MAX_TEXT))}`;
}
