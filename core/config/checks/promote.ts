import { configuredStages } from '../../configuration/effective.ts';
import { type PairConfig, pairList } from '../../configuration/promote.ts';
import type { Config } from '../../configuration/schema.ts';
import { suggestName } from '../../suggest.ts';
import type { Path, Report } from './report.ts';

/** Reports pairs of stages that cannot be promoted: unknown or equal stages, two ways into one stage, a mode without a branch. */
export function checkPromote(config: Config, report: Report): void {
  const known = configuredStages(config);
  const pairs = pairList(config.promote);
  for (const [index, pair] of pairs.entries()) {
    const path: Path = Array.isArray(config.promote) ? ['promote', index] : ['promote'];
    for (const side of ['from', 'to'] as const) {
      if (!known.includes(pair[side])) {
        report([...path, side], `"${pair[side]}" is not a configured stage`, suggestName(pair[side], known));
      }
    }
    if (pair.from === pair.to) {
      report([...path, 'to'], `"${pair.to}" is promoted to itself`, 'write the stage that comes after it');
    }
    if (pairs.findIndex(({ to }) => to === pair.to) < index) {
      const fix = 'keep one of the pairs: a stage is promoted to from one other stage';
      report([...path, 'to'], `two pairs lead to "${pair.to}"`, fix);
    }
    if (pair.mode === 'pull-request' && sharesBranch(pair, config)) {
      const what = `"${pair.from}" and "${pair.to}" have one branch, so there is nothing to open a pull request for`;
      report([...path, 'mode'], what, 'leave `mode` out');
    }
    if (pair.mode === 'pull-request' && pair['same-code'] === 'required') {
      const what = 'a pull request is deployed by the push that merges it, which compares no code';
      report([...path, 'same-code'], what, 'write `mode: branch`, or leave `same-code` out');
    }
  }
}

function sharesBranch({ from, to }: PairConfig, { stages }: Config): boolean {
  const branch = stages?.[to]?.branch;
  return branch !== undefined && stages?.[from]?.branch === branch;
}
