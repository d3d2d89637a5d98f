import type { DeploymentPlace, FindDeployment } from '../../core/output/lookup.ts';
import { isEmptyStack } from '../../core/stack/empty-stack.ts';
import type { StackView } from '../../core/stack/status.ts';
import type { StageKind } from '../../core/stage/identity.ts';

/** The two things that tell where a service is deployed, of one region. */
export interface DeploymentSources {
  /** ARN of the stack that a service's record names; undefined where there is no record of a finished deploy. */
  recordedStack(app: string, kind: StageKind, stage: string, service: string): Promise<string | undefined>;
  /** A stack by name or ARN; undefined where there is none. */
  stack(name: string): Promise<StackView | undefined>;
}

/**
 * Builds the way to a service's stack: the one that its record names, else the one with the name and the tag that the
 * Serverless Framework gives it (deployed without this product).
 */
export function deploymentFinder(sourcesOf: (region: string) => DeploymentSources): FindDeployment {
  return async (place, service) => {
    const sources = sourcesOf(place.region);
    for (const kind of place.kinds) {
      const recorded = await sources.recordedStack(place.app, kind, place.stage, service);
      const stack = recorded === undefined ? undefined : await standing(sources, recorded);
      if (stack !== undefined) {
        return stack;
      }
    }
    return unrecorded(sources, place, service);
  };
}

async function unrecorded(sources: DeploymentSources, { stage }: DeploymentPlace, service: string) {
  const stack = await standing(sources, `${service}-${stage}`);
  return stack?.stage === stage ? stack : undefined;
}

/** A stack that is there and was made whole at least once; one that was made empty, and not deployed into yet, was not. */
async function standing(sources: DeploymentSources, name: string): Promise<StackView | undefined> {
  const stack = await sources.stack(name);
  const isGone = stack === undefined || /^(DELETE|REVIEW|CREATE_(FAILED|IN)|ROLLBACK)/.test(stack.status);
  return isGone || isEmptyStack(stack) ? undefined : stack;
}
