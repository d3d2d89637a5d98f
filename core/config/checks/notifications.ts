import type { Config } from '../../configuration/schema.ts';
import { checkServiceKey, checkStageNames } from './filters.ts';
import type { Report } from './report.ts';

/** Reports filters of notifications that nothing would ever pass: stages and services that are not configured. */
export function checkNotifications(config: Config, report: Report): void {
  for (const [index, { stages, services = [] }] of (config.notifications ?? []).entries()) {
    checkStageNames(stages, ['notifications', index, 'stages'], config, report);
    for (const [at, key] of services.entries()) {
      checkServiceKey(key, ['notifications', index, 'services', at], config, report);
    }
  }
}
