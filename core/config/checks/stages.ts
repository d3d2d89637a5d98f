import { type FreezeConfig, freezeWindow } from '../../configuration/freeze.ts';
import type { Config } from '../../configuration/schema.ts';
import { windowFault } from '../../freeze/window.ts';
import { isStagePattern, PERSONAL_MARK, PREVIEW_MARK, STAGE_NAME } from '../../stage/name.ts';
import type { YamlSource } from '../../yaml/source.ts';
import type { Path, Report } from './report.ts';

/** Longest name of a stage, in characters; most services leave less. */
const MAX_STAGE_NAME = 48;

/** Reports stages whose names cannot be, are doubled, or could be a preview's, and those without their branch. */
export function checkStages(config: Config, source: YamlSource, report: Report): void {
  const folded = new Map<string, string>();
  for (const [name, stage] of Object.entries(config.stages ?? {})) {
    const path = ['stages', name];
    if (isStagePattern(name)) {
      if (stage.branch !== undefined) {
        report(
          [...path, 'branch'],
          `the pattern "${name}" has a branch`,
          'remove it: the pattern is matched against branches',
        );
      }
      if (stage.freeze !== undefined) {
        report([...path, 'freeze'], `the pattern "${name}" has windows`, 'remove them: previews are never frozen');
      }
      continue;
    }
    checkStageName(name, path, report);
    if (stage.branch === undefined) {
      report(path, `the stage "${name}" has no branch`, 'add `branch:`, the one branch that it is deployed from', {
        of: 'key',
      });
    }
    checkBranch(stage.branch, [...path, 'branch'], report);
    checkFreeze(stage.freeze ?? [], [...path, 'freeze'], report);
    const twin = folded.get(name.toLowerCase());
    if (twin !== undefined) {
      const line = source.position(['stages', twin], 'key').line;
      report(path, `"${name}" and "${twin}" (line ${line}) differ only in case`, 'rename one: buckets are lower case', {
        of: 'key',
      });
    }
    folded.set(name.toLowerCase(), name);
  }
}

function checkStageName(name: string, path: Path, report: Report): void {
  if (!STAGE_NAME.test(name)) {
    const fix = 'use letters, digits and -; a pattern of branches holds a *';
    report(path, `"${name}" is not a stage name that the Serverless Framework takes`, fix, { of: 'key' });
    return;
  }
  if (name.length > MAX_STAGE_NAME) {
    const fix = `shorten it to ${MAX_STAGE_NAME}: it is a part of names that AWS limits`;
    report(path, `the stage's name "${name}" has ${name.length} characters`, fix, { of: 'key' });
    return;
  }
  for (const [mark, whose] of MARKS) {
    if (name.includes(mark)) {
      const what = `"${name}" holds ${mark}, which marks the names of ${whose}: the rights of ${whose} would be for it`;
      report(path, what, 'rename the stage', { of: 'key' });
    }
  }
}

const MARKS = [
  [PREVIEW_MARK, 'previews'],
  [PERSONAL_MARK, 'personal stages'],
] as const;

/** Reports windows of time that are none. */
function checkFreeze(windows: readonly FreezeConfig[], path: Path, report: Report): void {
  for (const [index, window] of windows.entries()) {
    const fault = windowFault(freezeWindow(window));
    if (fault !== undefined) {
      report([...path, index, fault.part === 'timeZone' ? 'time-zone' : fault.part], fault.what, fault.fix);
    }
  }
}

/** Reports what is not the plain name of one branch. */
export function checkBranch(branch: string | undefined, path: Path, report: Report): void {
  if (branch?.startsWith('refs/')) {
    report(path, `"${branch}" is a full ref`, 'write the name of the branch alone, without refs/heads/');
  } else if (branch !== undefined && /[\s*?[\\^~:]/.test(branch)) {
    report(path, `"${branch}" is not the name of a branch`, 'write one branch; patterns are keys of `stages`');
  }
}
