import { configuredStages } from '../../configuration/effective.ts';
import type { Config } from '../../configuration/schema.ts';
import { ALL_PREVIEWS, isStagePattern } from '../../stage/name.ts';
import { suggestName } from '../../suggest.ts';
import type { Path, Report } from './report.ts';

/** Reports names in a list of stages that no stage has; patterns and `previews` may stand there too. */
export function checkStageNames(names: readonly string[] = [], path: Path, config: Config, report: Report): void {
  const known = [...configuredStages(config), ALL_PREVIEWS];
  for (const [at, name] of names.entries()) {
    if (!isStagePattern(name) && !known.includes(name)) {
      report([...path, at], `"${name}" is not a stage`, suggestName(name, known));
    }
  }
}

/** Reports a key that no service has; not if services are found by folder. */
export function checkServiceKey(key: string, path: Path, { services }: Config, report: Report): void {
  const known = services === undefined ? undefined : Object.keys(services);
  if (known !== undefined && !known.includes(key)) {
    report(path, `"${key}" is not a service`, suggestName(key, known));
  }
}
