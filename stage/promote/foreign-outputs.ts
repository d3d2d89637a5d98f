import { accountsOf } from '../../core/configuration/effective.ts';
import { UserError } from '../../core/errors.ts';
import { type OutputAddress, parseOutputAddress } from '../../core/output/address.ts';
import { type FindDeployment, lookUpOutput } from '../../core/output/lookup.ts';
import type { Asked } from '../../core/promote/asked.ts';
import { knownVariables } from '../../core/serverless/known-variables.ts';
import { substitute } from '../../core/serverless/variables.ts';
import { type ApplicationAt, servicesOf } from './application.ts';
import type { PromotionEdges } from './edges.ts';
import type { Side } from './scene.ts';
import { stageAt } from './stage-at.ts';
import { askAws, type SeenBoth } from './views.ts';

/** What is asked about: the application at the promoted commit, and both stages with what is seen of them. */
export interface OutputScene {
  readonly application: ApplicationAt;
  readonly from: Pick<Side, 'name'>;
  readonly to: Pick<Side, 'name'>;
  readonly seen: SeenBoth;
  /** Finds deployments in an account that is looked at. */
  readonly finderIn: PromotionEdges['finderIn'];
}

/** A read of an output of another application, or of another stage. */
interface ForeignRead {
  readonly key: string;
  readonly written: string;
}

/**
 * Returns a sentence for each output of another application, or of another stage, that the services read, that `from` can
 * read, and that `to` cannot: one that neither can read has a fallback. Those of the application's own services come with it.
 */
export async function missingOutputs({ application, from, to, seen, finderIn }: OutputScene): Promise<Asked<string[]>> {
  const reads = foreignReads(application, to.name);
  if (reads.length === 0) {
    return { value: [] };
  }
  const [here, there] = [seen.to.account, seen.from.account];
  if ('because' in here) {
    return here;
  }
  if ('because' in there) {
    return there;
  }
  const [findHere, findThere] = [finderIn(here.value), finderIn(there.value)];
  return askAws(async () => {
    const sentences = await Promise.all(
      reads.map(async ({ key, written }) => {
        const [isHere, isThere] = await Promise.all([
          look(written, to.name, application, findHere),
          look(written, from.name, application, findThere),
        ]);
        return isHere === false && isThere === true
          ? [`${key} reads \${output:${written}}, which ${from.name} can read and ${to.name} cannot`]
          : [];
      }),
    );
    return sentences.flat();
  });
}

/** What the services of a stage read that is not known to be of the application's own services in the same stage. */
function foreignReads(application: ApplicationAt, stage: string): ForeignRead[] {
  const { config, services } = application;
  const names = new Set(services.map(({ name }) => name));
  return servicesOf(application, stage).flatMap(({ key, reads }) =>
    reads.outputs.flatMap((written): ForeignRead[] => {
      const address = addressIn(written, stage, application);
      if (address === undefined) {
        return [];
      }
      const isHere = (address.app ?? config.app) === config.app && (address.stage ?? stage) === stage;
      // A service that is a program may have any name.
      const isOwn = isHere && (names.has(address.service) || names.has(undefined));
      return isOwn ? [] : [{ key, written }];
    }),
  );
}

/** The address as the stage reads it; undefined if it is not known before. */
function addressIn(written: string, stage: string, { config }: ApplicationAt): OutputAddress | undefined {
  const region = stageAt(config, stage)?.profile.region;
  const text = region === undefined ? '${' : substitute(written, knownVariables({ stage, region }, new Map()));
  try {
    return text.includes('${') ? undefined : parseOutputAddress(text);
  } catch {
    return undefined;
  }
}

/** Whether a stage can read an output; undefined if that is not known before. */
async function look(
  written: string,
  stage: string,
  application: ApplicationAt,
  find: FindDeployment,
): Promise<boolean | undefined> {
  const address = addressIn(written, stage, application);
  const region = stageAt(application.config, stage)?.profile.region;
  if (address === undefined || region === undefined) {
    return undefined;
  }
  const { app } = application.config;
  const accounts = accountsOf(application.config);
  const account = accounts[stage];
  const reader = {
    app,
    stage,
    kind: 'configured',
    region,
    accounts,
    ...(account === undefined ? {} : { account }),
  } as const;
  try {
    return (await lookUpOutput(address, reader, find)).found;
  } catch (error) {
    if (error instanceof UserError && error.code === 'E_OUTPUT_ACCOUNT') {
      return false;
    }
    throw error;
  }
}
