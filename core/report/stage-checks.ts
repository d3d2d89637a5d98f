import { faultsOf } from '../check/error.ts';
import type { CheckResult, CheckStatus, ServiceCheck, StageCheck } from '../check/result.ts';
import { findingText } from '../safeguards/policy/policy.ts';
import { plain } from './markdown.ts';
import { truncateSummary, truncateText } from './truncate.ts';

/** Longest text of a fault in a line, in characters. */
const MAX_FAULT = 500;
/** Most faults and warnings of a stage that are shown. */
const MOST = 20;

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
    : truncateSummary(`${['## Would this pass?', '', ...checkLines(result)].join('\n')}\n`);
}

/** Renders a line for each stage, with what is wrong below it. Empty for none. */
export function checkLines({ stages }: CheckResult): string[] {
  const lines = stages.flatMap((check) => {
    const faults = check.services.flatMap(linesOf);
    const more = faults.length - MOST;
    return [
      `- **${HEADLINES[check.status](plain(check.stage))}**${countOf(check)}`,
      ...faults.slice(0, MOST),
      ...(more > 0 ? [`  - and ${more} more`] : []),
    ];
  });
  return lines.length === 0 ? [] : [...lines, ''];
}

/** How many services were asked about, and which were not. */
function countOf({ services }: StageCheck): string {
  const open = services.filter(({ status }) => status === 'not-asked');
  const asked = services.length - open.length;
  const count = asked === 0 ? '' : ` (${asked} ${asked === 1 ? 'service' : 'services'})`;
  const reasons = open.map(({ key, reason = '' }) => `${plain(key)}: ${plain(truncateText(reason, MAX_FAULT))}`);
  return open.length === 0
    ? count
    : `${count}; ${open.length} ${open.length === 1 ? 'service' : 'services'} not asked (${reasons.join('; ')})`;
}

function linesOf(service: ServiceCheck): string[] {
  const { key, problems, safeguards } = service;
  const warnings = [
    ...problems.flatMap(({ level, message }) => (level === 'warning' ? [message] : [])),
    ...safeguards.flatMap(({ title, status, findings }) =>
      status === 'warned' ? findings.map((finding) => `${title}: ${findingText(finding)}`) : [],
    ),
  ];
  const line = (icon: string) => (text: string) => `  - ${icon} ${plain(key)}: ${plain(truncateText(text, MAX_FAULT))}`;
  return [...faultsOf(service).map(line('❌')), ...warnings.map(line('⚠️'))];
}
