import { effectiveConfiguration } from '../../core/configuration/effective.ts';
import { ssmReferences } from '../../core/profile/parameter.ts';
import { type Line, notAsked } from '../../core/promote/line.ts';
import { type GivenParameters, givenParameters, needsLine, otherReferences } from '../../core/promote/needs.ts';
import type { Asked } from '../../core/promote/people.ts';
import type { StageFacts } from '../../core/promote/staged.ts';
import { type ApplicationAt, servicesOf } from './application.ts';
import type { Sighted } from './edges.ts';
import { missingOutputs, type OutputScene } from './foreign-outputs.ts';
import { askAws } from './views.ts';

/** What is asked about, with what `to` has today. */
export interface NeedsScene extends OutputScene {
  readonly toFacts: Asked<StageFacts>;
}

/** Says whether `to` has every parameter and output that the services of the promoted commit need. */
export async function askNeeds(scene: NeedsScene): Promise<Line> {
  const { application, from, to, seen, toFacts } = scene;
  const asked = await askAws(async () => ({
    from: await parametersOf(from.name, application, seen.from),
    to: await parametersOf(to.name, application, seen.to),
    outputs: await missingOutputs(scene),
  }));
  if ('because' in asked) {
    return notAsked('needs', `whether ${to.name} has what the services need: ${asked.because}`);
  }
  const given = asked.value;
  if (given.to === undefined) {
    const because = 'because' in seen.to ? seen.to.because : 'its profile cannot be read';
    return notAsked('needs', `whether ${to.name} has what the services need: ${because}`);
  }
  const services = servicesOf(application, to.name);
  const recorded = 'value' in toFacts ? toFacts.value.deployments.map(({ record }) => record.key) : [];
  return needsLine({
    from: from.name,
    to: to.name,
    services,
    keys: application.services.map(({ key }) => key),
    given: { from: given.from, to: given.to },
    present: new Set([...services.map(({ key }) => key), ...recorded]),
    outputs: given.outputs,
  });
}

/** Undefined if the parameters are in SSM and nobody can look, or if the commit does not know the stage. */
async function parametersOf(
  stage: string,
  { config }: ApplicationAt,
  sighted: Sighted,
): Promise<GivenParameters | undefined> {
  const of = config.stages?.[stage];
  if (of === undefined) {
    return undefined;
  }
  const identity = { name: stage, kind: 'configured', ref: `refs/heads/${of.branch}` } as const;
  const { profile } = effectiveConfiguration(config, identity, of.profile);
  const path = profile.parametersPath;
  if (path === undefined && ssmReferences(profile.parameters).length === 0) {
    return givenParameters(profile, { below: [], referenced: [] });
  }
  if ('because' in sighted) {
    return undefined;
  }
  const { parameterNames } = sighted.value(profile.region);
  const others = otherReferences(profile);
  const [below, referenced] = await Promise.all([
    path === undefined ? [] : parameterNames.below(path),
    others.length === 0 ? [] : parameterNames.existing(others),
  ]);
  return givenParameters(profile, { below, referenced });
}
