import type { ServiceDifference } from '../check/packages.ts';
import { onlyDefined } from '../only-defined.ts';
import { changeLines, countChanges } from './changes.ts';
import { commitLink, plain } from './markdown.ts';
import { truncateSummary, truncateText } from './truncate.ts';

/** Longest reason in a line, in characters. */
const MAX_REASON = 500;

/** A comparison of what a stage has with what would come. */
export interface Difference {
  readonly stage: string;
  /** The commit that the stage has. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly services: readonly ServiceDifference[];
}

/** Renders what a commit would change in a stage, by packages that were made without the cloud, as the Markdown of a job summary. */
export function renderDifference({ stage, before, after, services }: Difference): string {
  const rows = services.map(({ key, region, changes }) => ({ key, region, ...onlyDefined({ changes }) }));
  const regions = [...new Set(services.map(({ region }) => region))];
  const count = countChanges({ services: rows });
  const unknown = services.filter(({ changes }) => changes === undefined);
  const lines = [
    `## 🔎 What ${after === undefined ? 'this' : commitLink(after)} would change in ${plain(stage)}: ${count === '' ? 'nothing that is known' : count}`,
    '',
    ...(before === undefined ? [] : [`${plain(stage)} has ${commitLink(before)}.`, '']),
    ...changeLines({ services: rows, regions }),
    ...services.flatMap(({ key, sections = [] }) =>
      sections.length === 0
        ? []
        : [`⚠️ ${plain(key)}: ${sections.join(', ')} of the template differ: other resources may change by them`, ''],
    ),
    ...unknown.flatMap(({ key, reason = '' }) => [
      `➖ not known: ${plain(key)}: ${plain(truncateText(reason, MAX_REASON))}`,
      '',
    ]),
    'By two packages, made without the cloud: a secret or an output that changes does not show, and only CloudFormation knows whether a modified resource is replaced.',
  ];
  return truncateSummary(`${lines.join('\n')}\n`);
}
