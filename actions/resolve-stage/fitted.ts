import type { EffectiveConfiguration } from '../../core/configuration/effective.ts';
import { onlyDefined } from '../../core/only-defined.ts';
import { deploymentTask } from '../../core/report/github-texts.ts';
import { roomForStage } from '../../core/serverless/names.ts';
import type { Service } from '../../core/service/definition.ts';
import { MIN_LENGTH, previewStageName } from '../../core/stage/name.ts';
import { servicesOf } from './of-commit.ts';
import type { Dependencies } from './resolution.ts';

/** A configuration, with the services at its commit if they were read for its stage's name. */
export interface Fitted {
  readonly configuration: EffectiveConfiguration;
  readonly services?: readonly Service[];
}

/**
 * A preview whose stage has a shorter name if the one by `max-length` does not fit beside the names of its services' functions,
 * or did not when it was deployed: a preview keeps its name.
 */
export async function fitted(configuration: EffectiveConfiguration, deps: Dependencies): Promise<Fitted> {
  const { stage, isRemoval } = configuration;
  if (stage.kind !== 'preview' || stage.commit === undefined || isRemoval === true) {
    return { configuration };
  }
  const services = await servicesOf(configuration, stage.commit, deps);
  const room = roomForStage((services ?? []).flatMap(({ functionNames }) => functionNames));
  // One other length alone, so that few functions that come change the name.
  const short = { ...stage, name: previewStageName(stage.ref, MIN_LENGTH) };
  const isLong = stage.name.length > short.name.length;
  const isShort = isLong && (room < stage.name.length || (await wasDeployed({ ...configuration, stage: short }, deps)));
  return isShort
    ? { configuration: { ...configuration, stage: short } }
    : { configuration, ...onlyDefined({ services }) };
}

/** Whether GitHub has a deployment of a stage. */
async function wasDeployed({ app, stage }: EffectiveConfiguration, { github, log }: Dependencies): Promise<boolean> {
  const known = await github.hasDeployment(deploymentTask({ app, stage }));
  if (known === undefined) {
    log.info(
      'the token may not read GitHub deployments (`deployments: read`), so a shorter name of this preview is not looked for',
    );
  }
  return known === true;
}
