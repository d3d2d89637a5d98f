import type { DeployResult } from '../deploy/result.ts';
import { labelOf } from '../deploy/task.ts';
import { plain } from './markdown.ts';
import { truncateText } from './truncate.ts';

/** Longest reason in a line, in characters. */
const MAX_REASON = 500;

/** Renders which services went back because another one failed, and which did not. Empty if nobody tried. */
export function rollbackLines({ services, regions }: Pick<DeployResult, 'services' | 'regions'>): string[] {
  const tried = services.flatMap((service) =>
    service.rollback === undefined ? [] : [{ name: plain(labelOf(service, regions)), ...service.rollback }],
  );
  if (tried.length === 0) {
    return [];
  }
  const done = tried.filter(({ status }) => status === 'done').map(({ name }) => name);
  const others = tried.filter(({ status }) => status !== 'done');
  return [
    ...(done.length === 0
      ? []
      : [
          `↩️ rolled back, because a service failed: ${done.join(', ')}. Data and migrations of schemas are not undone.`,
          '',
        ]),
    ...others
      .map(({ name, reason = '' }) => `⚠️ not rolled back: ${name}: ${plain(truncateText(reason, MAX_REASON))}`)
      .flatMap((line) => [line, '']),
  ];
}
