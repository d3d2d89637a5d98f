import type { StageIdentity } from './identity.ts';

/** What a run is to do with a stage, and why; `skip` is a success that changes nothing. */
export type Decision =
  | { readonly decision: 'skip'; readonly reason: string }
  | {
      /** `sweep` is of all previews that are not wanted any more. */
      readonly decision: 'deploy' | 'destroy' | 'sweep';
      readonly reason: string;
      readonly stage: StageIdentity;
      /** Name of the profile. */
      readonly profile: string;
    };

/** Builds the decision that nothing is to be done. */
export function skip(reason: string): Decision {
  return { decision: 'skip', reason };
}
