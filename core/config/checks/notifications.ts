import { configuredStages } from '../../configuration/effective.ts';
import type { Config } from '../../configuration/schema.ts';
import { ALL_PREVIEWS, isStagePattern } from '../../stage/name.ts';
import { suggestName } from '../../suggest.ts';
import type { Report } from './report.ts';

/** Reports filters of notifications that nothing would ever pass: stages and services that are not configured. */
export function checkNotifications(config: Config, report: Report): void {
  const stages = [...configuredStages(config), ALL_PREVIEWS];
  const services = config.services === undefined ? undefined : Object.keys(config.services);
  for (const [index, entry] of (config.notifications ?? []).entries()) {
    for (const [at, name] of (entry.stages ?? []).entries()) {
      if (!isStagePattern(name) && !stages.includes(name)) {
        report(['notifications', index, 'stages', at], `"${name}" is not a stage`, suggestName(name, stages));
      }
    }
    for (const [at, key] of (entry.services ?? []).entries()) {
      if (services !== undefined && !services.includes(key)) {
        report(['notifications', index, 'services', at], `"${key}" is not a service`, suggestName(key, services));
      }
    }
  }
}
