import { faultsOf } from '../check/error.ts';
import type { CheckResult, CheckStatus, ServiceCheck, StageCheck } from '../check/result.ts';
import { spellFinding } from '../safeguards/blocked.ts';
import { isBlocking } from '../safeguards/evaluate.ts';
import { plain } from './markdown.ts';
import { truncateText } from './truncate.ts';

/** Longest text of a fault, or of a reason, in a line, in characters. */
const MAX_TEXT = 500;
/** Most faults and warnings of a stage that are shown. */
const MOST = 20;
/** Most services of a stage whose reasons are shown, of those that were not asked. */
const MOST_OPEN = 5;
/** Longest reason of one of them, in characters. */
const MAX_REASON = 150;
/** Longest job summary that is written, in characters: of the most bytes that one may take. */
const MAX_SUMMARY = 200_000;

const HEADLINES: Readonly<Record<CheckStatus, (stage: string) => string>> = {
  passed: (stage) => `✅ would pass in ${stage}`,
  warned: (stage) => `⚠️ would pass in ${stage}, with warnings`,
  failed: (stage) => `❌ would not pass in ${stage}`,
  'not-asked': (stage) => `➖ not asked for ${stage}`,
};

/** Renders the checks of a pull request's services for later stages as the Markdown of a job summary; empty for none. */
export function renderChecks(result: CheckResult): string {
  return result.stages.length === 0
    ? ''
    : `${['## Would this pass?', '', ...checkLines(result, MAX_SUMMARY, 'The log has the rest.')].join('\n')}\n`;
}

/**
 * Renders a line for each stage, with what is wrong below it, in at most so many characters: every stage has its line, and `rest` says
 * where the others are. Empty for none.
 */
export function checkLines(
  { stages }: CheckResult,
  max = Number.POSITIVE_INFINITY,
  rest = 'The summary of the job Test has the rest.',
): string[] {
  if (stages.length === 0) {
    return [];
  }
  const heads = stages.map((check) => `- **${HEADLINES[check.status](plain(check.stage))}**${countOf(check)}`);
  let room = max - heads.join('\n').length - rest.length;
  let isWhole = true;
  const lines = stages.flatMap((check, index) => {
    const found = linesOf(check);
    const shown: string[] = [];
    for (const line of found.slice(0, MOST)) {
      if (line.length + 1 > room) {
        isWhole = false;
        break;
      }
      room -= line.length + 1;
      shown.push(line);
    }
    const more = found.length - shown.length;
    return [heads[index] ?? '', ...shown, ...(more > 0 && isWhole ? [`  - and ${more} more`] : [])];
  });
  return [...lines, '', ...(isWhole ? [] : [rest, ''])];
}

/** How many services were asked about, and which were not. */
function countOf({ services }: StageCheck): string {
  const keysOf = (found: readonly ServiceCheck[]) => [...new Set(found.map(({ key }) => key))];
  const open = services.filter(({ status }) => status === 'not-asked');
  const asked = keysOf(services.filter(({ status }) => status !== 'not-asked')).length;
  const count = asked === 0 ? '' : ` (${asked} ${asked === 1 ? 'service' : 'services'})`;
  const keys = keysOf(open);
  const reasons = keys.slice(0, MOST_OPEN).map((key) => {
    const { reason = '' } = open.find((one) => one.key === key) ?? {};
    return `${plain(key)}: ${plain(truncateText(reason, MAX_REASON))}`;
  });
  const more = keys.length > MOST_OPEN ? '; …' : '';
  return keys.length === 0
    ? count
    : `${count}; ${keys.length} ${keys.length === 1 ? 'service' : 'services'} not asked (${reasons.join('; ')}${more})`;
}

/** What is wrong with the services of a stage, a line each: first what fails, then what is warned of, then what was let through. */
function linesOf({ services }: StageCheck): string[] {
  const regions = new Set(services.map(({ region }) => region));
  const kinds: readonly (readonly [icon: string, of: (service: ServiceCheck) => string[]])[] = [
    ['❌', faultsOf],
    ['⚠️', warningsOf],
    ['➖', waivedOf],
  ];
  return kinds.flatMap(([icon, of]) => {
    /** The regions of each text. */
    const found = new Map<string, string[]>();
    for (const service of services) {
      for (const text of new Set(of(service).map((one) => `${service.key}\0${one}`))) {
        found.set(text, [...(found.get(text) ?? []), service.region]);
      }
    }
    return [...found].map(([place, where]) => {
      const [key = '', text = ''] = place.split('\0');
      const region = where.length < regions.size ? ` (${where.join(', ')})` : '';
      return `  - ${icon} ${plain(key)}${region}: ${plain(truncateText(text, MAX_TEXT))}`;
    });
  });
}

function warningsOf({ problems, safeguards }: ServiceCheck): string[] {
  return [
    ...problems.flatMap(({ level, message }) => (level === 'warning' ? [message] : [])),
    ...safeguards.flatMap(({ title, findings }) =>
      findings
        .filter((finding) => !isBlocking(finding) && finding.waiver === undefined)
        .map((finding) => `${title}: ${spellFinding(finding)}`),
    ),
  ];
}

function waivedOf({ safeguards }: ServiceCheck): string[] {
  return safeguards.flatMap(({ title, findings }) =>
    findings
      .filter((finding) => !isBlocking(finding) && finding.waiver !== undefined)
      .map((finding) => `${title}: ${spellFinding(finding)}`),
  );
}
