import type { Asked } from '../../core/promote/asked.ts';
import { type Line, notAsked } from '../../core/promote/line.ts';
import { type StageFacts, soakLine, stagedLine, testedLine, wholeLine } from '../../core/promote/staged.ts';
import { shortCommit } from '../../core/short-commit.ts';
import { type ApplicationAt, servicesOf } from './application.ts';
import type { Side } from './scene.ts';
import { regionsOf } from './views.ts';

export interface StageLineParts {
  readonly from: Side;
  readonly facts: Asked<StageFacts>;
  readonly commit: string;
  /** Seconds. */
  readonly soak: number;
  /** As `from` gets it; undefined if its services cannot be told. */
  readonly application: ApplicationAt | undefined;
}

/** Says what `from` itself proves of a commit. */
export function linesOfStage({ from, facts, commit, soak, application }: StageLineParts): Line[] {
  if ('because' in facts) {
    return [
      notAsked('staged', `whether ${from.name} completed ${shortCommit(commit)}: ${facts.because}`),
      ...(soak === 0 ? [] : [notAsked('soak', `how long it is in ${from.name}: ${facts.because}`)]),
    ];
  }
  const again = `start the workflow that deploys ${from.name} by hand, for the commit ${commit}`;
  const staged = stagedLine(facts.value, commit, again);
  const keys = application && servicesOf(application, from.name).map(({ key }) => key);
  // Of a stage that has something else, the rest says nothing about this commit.
  return staged.answer === 'failed'
    ? [staged]
    : [
        staged,
        wholeLine(facts.value, { keys, regions: regionsOf(from), again }),
        testedLine(facts.value),
        soakLine(facts.value, soak),
      ];
}
