import { accountsOf } from '../../core/configuration/effective.ts';
import { UserError } from '../../core/errors.ts';
import { type OutputAddress, parseOutputAddress } from '../../core/output/address.ts';
import { type FindDeployment, lookUpOutput } from '../../core/output/lookup.ts';
import { knownVariables } from '../../core/serverless/known-variables.ts';
import { substitute } from '../../core/serverless/variables.ts';
import { type ApplicationAt, servicesOf } from './application.ts';
import type { PromotionEdges, Sighted } from './edges.ts';
import type { Side } from './scene.ts';
import { profileOf } from './views.ts';

/** What is asked about: the application at the promoted commit, and both sides with what is seen of them. */
export interface OutputScene {
  readonly application: ApplicationAt;
  readonly from: Side;
  readonly to: Side;
  readonly seen: { readonly from: Sighted; readonly to: Sighted };
  /** Finds deployments in an account that is looked at. */
  readonly finderIn: PromotionEdges['finderIn'];
}

/**
 * Returns a sentence for each output of another application, or of another stage, that the services read, that `from` can
 * read, and that `to` cannot: one that neither can read has a fallback. Those of the application's own services come with it.
 */
export async function missingOutputs({ application, from, to, seen, finderIn }: OutputScene): Promise<string[]> {
  if ('because' in seen.from || 'because' in seen.to) {
    return [];
  }
  const [fromFind, toFind] = [finderIn(seen.from.value), finderIn(seen.to.value)];
  const reads = servicesOf(application, to.name).flatMap(({ key, reads }) =>
    reads.outputs.map((written) => ({ key, written })),
  );
  const sentences = await Promise.all(
    reads.map(async ({ key, written }) => {
      const [here, there] = await Promise.all([
        look(written, to, application, toFind),
        look(written, from, application, fromFind),
      ]);
      return here === false && there === true
        ? [`${key} reads \${output:${written}}, which ${from.name} can read and ${to.name} cannot`]
        : [];
    }),
  );
  return sentences.flat();
}

/** Whether a stage can read an output; undefined if it is the application's own, or its address is not known before. */
async function look(
  written: string,
  side: Side,
  { config, services }: ApplicationAt,
  find: FindDeployment,
): Promise<boolean | undefined> {
  const { region } = profileOf(side);
  const text = substitute(written, knownVariables({ stage: side.name, region }, new Map()));
  const address = text.includes('${') ? undefined : tryParse(text);
  const isOwn =
    (address?.app ?? config.app) === config.app &&
    (address?.stage ?? side.name) === side.name &&
    services.some(({ name }) => name === address?.service);
  if (address === undefined || isOwn) {
    return undefined;
  }
  const accounts = accountsOf(config);
  const reader = { app: config.app, stage: side.name, kind: 'configured', region, accounts } as const;
  try {
    return (await lookUpOutput(address, reader, find)).found;
  } catch (error) {
    if (error instanceof UserError && error.code === 'E_OUTPUT_ACCOUNT') {
      return false;
    }
    throw error;
  }
}

function tryParse(text: string): OutputAddress | undefined {
  try {
    return parseOutputAddress(text);
  } catch {
    return undefined;
  }
}
