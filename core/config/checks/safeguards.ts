import type { Config } from '../../configuration/schema.ts';
import { isSafeguardId, SAFEGUARD_IDS } from '../../safeguards/catalogue.ts';
import { readSafeguard } from '../../safeguards/entry.ts';
import { suggestName } from '../../suggest.ts';
import { checkServiceKey, checkStageNames } from './filters.ts';
import type { Report } from './report.ts';

/** Reports safeguards that are none or have a wrong configuration, and waivers that could never apply. */
export function checkSafeguards(config: Config, report: Report): void {
  for (const [name, { safeguards = [] }] of Object.entries(config.profiles)) {
    for (const [index, entry] of safeguards.entries()) {
      const read = readSafeguard(entry);
      for (const { path, what, fix } of 'id' in read ? [] : read) {
        report(['profiles', name, 'safeguards', index, ...path], what, fix);
      }
    }
  }
  checkWaivers(config, report);
}

function checkWaivers(config: Config, report: Report): void {
  for (const [index, waiver] of (config.waivers ?? []).entries()) {
    const path = ['waivers', index];
    const { safeguard, resource, service } = waiver;
    if (!isSafeguardId(safeguard)) {
      report([...path, 'safeguard'], `"${safeguard}" is not a safeguard`, suggestName(safeguard, SAFEGUARD_IDS));
    }
    if (safeguard === 'no-unresolved-variables') {
      report([...path, 'safeguard'], `"${safeguard}" cannot be waived`, 'remove the waiver, and correct the variable');
    }
    if (safeguard === 'no-stateful-replacement' && resource === undefined) {
      const fix = 'add `resource:`, the logical id of what may be replaced or removed';
      report(path, `a waiver of "${safeguard}" names no resource`, fix);
    }
    if (service !== undefined) {
      checkServiceKey(service, [...path, 'service'], config, report);
    }
    checkStageNames(waiver.stages, [...path, 'stages'], config, report);
  }
}
