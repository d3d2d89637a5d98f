import { ssmReferences } from '../../core/profile/parameter.ts';
import type { Asked } from '../../core/promote/asked.ts';
import { type Line, notAsked } from '../../core/promote/line.ts';
import { type GivenParameters, givenParameters, needsLine, otherReferences } from '../../core/promote/needs.ts';
import { type ApplicationAt, servicesOf } from './application.ts';
import type { Sighted } from './edges.ts';
import { missingOutputs, type OutputScene } from './foreign-outputs.ts';
import { stageAt } from './stage-at.ts';
import { askAws } from './views.ts';

/** Says whether `to` has every parameter and output that the services of the promoted commit need. */
export async function askNeeds(scene: OutputScene): Promise<Line> {
  const { application, from, to, seen } = scene;
  const [ofFrom, ofTo, outputs] = await Promise.all([
    parametersOf(from.name, application, seen.from.account),
    parametersOf(to.name, application, seen.to.account),
    missingOutputs(scene),
  ]);
  if ('because' in ofTo) {
    return notAsked('needs', `whether ${to.name} has what the services need: ${ofTo.because}`);
  }
  const services = servicesOf(application, to.name);
  const { facts } = seen.to;
  const recorded = 'value' in facts ? facts.value.deployments.map(({ record }) => record.key) : [];
  return needsLine({
    from: from.name,
    to: to.name,
    services,
    keys: application.services.map(({ key }) => key),
    given: { from: 'value' in ofFrom ? ofFrom.value : undefined, to: ofTo.value },
    present: new Set([...services.map(({ key }) => key), ...recorded]),
    outputs: 'value' in outputs ? outputs.value : [],
    unseen: [
      ...('because' in ofFrom ? [`the parameters of ${from.name}: ${ofFrom.because}`] : []),
      ...('because' in outputs ? [`outputs of others: ${outputs.because}`] : []),
    ],
  });
}

/** What parameters a stage's profile gives at the promoted commit. */
async function parametersOf(
  stage: string,
  { config }: ApplicationAt,
  account: Sighted,
): Promise<Asked<GivenParameters>> {
  const profile = stageAt(config, stage)?.profile;
  if (profile === undefined) {
    return { because: `the commit has no stage "${stage}"` };
  }
  const path = profile.parametersPath;
  if (path === undefined && ssmReferences(profile.parameters).length === 0) {
    return { value: givenParameters(profile, { below: [], referenced: [] }) };
  }
  if ('because' in account) {
    return account;
  }
  const { parameterNames } = account.value(profile.region);
  const others = otherReferences(profile);
  return askAws(async () => {
    const [below, referenced] = await Promise.all([
      path === undefined ? [] : parameterNames.below(path),
      others.length === 0 ? [] : parameterNames.existing(others),
    ]);
    return givenParameters(profile, { below, referenced });
  });
}
