import { type ServiceCheck, serviceCheck } from '../../core/check/result.ts';
import { describeError } from '../../core/described-error.ts';
import { outputName } from '../../core/output/names.ts';
import type { SafeguardResult } from '../../core/safeguards/evaluate.ts';
import type { Service } from '../../core/service/definition.ts';
import { evaluatePackage } from '../deploy/service/evaluate-package.ts';
import type { CheckEdges } from './edges.ts';
import { type OfflinePackage, type OfflineStage, packageOffline } from './package-offline.ts';

/** What came of a service, and the names of the outputs that its package publishes; undefined if there is no package. */
export interface Checked {
  readonly check: ServiceCheck;
  readonly outputs: readonly string[] | undefined;
}

/** Packages a service for a stage without the cloud and checks what came out. Rejects only if the disk fails. */
export async function checkService(service: Service, around: OfflineStage, edges: CheckEdges): Promise<Checked> {
  const { key } = service;
  const { region } = around;
  const end = (found: Partial<Pick<ServiceCheck, 'problems' | 'safeguards' | 'reason'>>) =>
    serviceCheck({ key, region, problems: [], safeguards: [], ...found });
  try {
    const made = await packageOffline(service, around, edges);
    if ('reason' in made) {
      return { check: end(made), outputs: undefined };
    }
    const { packaged, problems } = made;
    const safeguards = await evaluateOffline(service, made, around, edges);
    return { check: end({ problems, safeguards }), outputs: Object.keys(packaged.outputs).map(outputName) };
  } catch (error) {
    const { code, message } = describeError(error);
    return { check: end({ problems: [{ level: 'error', message: `${code}: ${message}` }] }), outputs: undefined };
  }
}

/** Safeguards that are about the moment of a deploy, and what it would find there. */
const OF_THE_DEPLOY = ['no-stateful-replacement', 'restricted-deploy-times'];

async function evaluateOffline(
  service: Service,
  { job, packaged, nested }: OfflinePackage,
  { configuration, region }: OfflineStage,
  { safeguardingOf, now }: CheckEdges,
): Promise<SafeguardResult[]> {
  const safeguarding = safeguardingOf(configuration);
  const safeguards = safeguarding.safeguards.filter(({ id }) => !OF_THE_DEPLOY.includes(id));
  const { name, kind } = configuration.stage;
  return evaluatePackage(
    job,
    service,
    { packaged, nested, stage: { name, kind }, region, now: now(), changes: undefined },
    { ...safeguarding, safeguards },
  );
}
