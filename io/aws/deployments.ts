import type { DeploymentPlace, FindDeployment } from '../../core/output/lookup.ts';
import { completeStack } from '../../core/stack/complete.ts';
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

async function standing(sources: DeploymentSources, name: string): Promise<StackView | undefined> {
  return completeStack(await sources.stack(name));
}
