import { configuredStages } from '../../configuration/effective.ts';
import type { Config } from '../../configuration/schema.ts';
import { suggestName } from '../../suggest.ts';
import type { Report } from './report.ts';

/** Reports stages of `check-stages` that are not configured, or stand there twice. */
export function checkCheckStages(config: Config, report: Report): void {
  const known = configuredStages(config);
  const listed = config['check-stages'] ?? [];
  for (const [index, name] of listed.entries()) {
    const path = ['check-stages', index];
    if (!known.includes(name)) {
      report(path, `"${name}" is not a configured stage`, suggestName(name, known));
    } else if (listed.indexOf(name) < index) {
      report(path, `"${name}" is listed twice`, 'keep one of the two');
    }
  }
}
