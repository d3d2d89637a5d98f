import type { Config } from '../configuration/schema.ts';
import { UserError } from '../errors.ts';
import type { YamlSource } from '../yaml/source.ts';
import { checkCheckStages } from './checks/check-stages.ts';
import { checkNotifications } from './checks/notifications.ts';
import { checkPersonal } from './checks/personal.ts';
import { checkPreviews } from './checks/previews.ts';
import { checkProfiles } from './checks/profiles.ts';
import { checkPromote } from './checks/promote.ts';
import type { Report } from './checks/report.ts';
import { checkSafeguards } from './checks/safeguards.ts';
import { checkServices } from './checks/services.ts';
import { checkStages } from './checks/stages.ts';

/** Returns what is wrong with a configuration that the schema alone cannot see: names that lead nowhere, and the like. */
export function semanticErrors(config: Config, source: YamlSource): UserError[] {
  const errors: UserError[] = [];
  const report: Report = (path, what, fix, more = {}) => {
    errors.push(new UserError(more.code ?? 'E_CONFIG', { what, fix, position: source.position(path, more.of) }));
  };
  checkProfiles(config, report);
  checkStages(config, source, report);
  checkPreviews(config, report);
  checkPersonal(config, report);
  checkPromote(config, report);
  checkServices(config, report);
  checkNotifications(config, report);
  checkSafeguards(config, report);
  checkCheckStages(config, report);
  return errors;
}
