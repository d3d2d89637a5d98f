import { partitionOf } from '../../aws/region.ts';
import type { Path, Report } from './report.ts';

/** Reports regions of a list that are there twice, or in another partition than the first. */
export function checkRegions(path: Path, given: string | readonly string[], report: Report): void {
  const regions = typeof given === 'string' ? [] : given;
  for (const [index, region] of regions.entries()) {
    const at = [...path, index];
    if (regions.indexOf(region) !== index) {
      report(at, `"${region}" is listed twice`, 'remove one of the two');
    } else if (partitionOf(region) !== partitionOf(regions[0] ?? region)) {
      report(at, `"${region}" is not in the partition of "${regions[0]}"`, 'give it a profile of its own');
    }
  }
}
