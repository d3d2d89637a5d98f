import { type ErrorCode, UserError } from '../../core/errors.ts';
import { ownValue } from '../../core/own-value.ts';
import type { Asked } from '../../core/promote/asked.ts';
import type { StageFacts } from '../../core/promote/staged.ts';
import type { PromotionEdges, Sighted } from './edges.ts';
import { readStageFacts } from './facts.ts';
import type { Side } from './scene.ts';
import { stageAt } from './stage-at.ts';

/** What a viewer may be refused: then a line of the verdict is not asked, and nothing else is wrong. */
const REFUSALS: readonly ErrorCode[] = ['E_AWS_DENIED', 'E_OIDC_PERMISSION', 'E_ROLE_REFUSED', 'E_NO_CREDENTIALS'];

/** Asks something of AWS as a viewer; a refusal is told as the reason why it was not asked. */
export async function askAws<Value>(work: () => Promise<Value>): Promise<Asked<Value>> {
  try {
    return { value: await work() };
  } catch (error) {
    if (error instanceof UserError && REFUSALS.includes(error.code)) {
      return { because: `${error.code}: ${error.message}` };
    }
    throw error;
  }
}

/** What is seen of a stage: its account, and what this repository has in it. */
export interface SeenStage {
  readonly account: Sighted;
  readonly facts: Asked<StageFacts>;
}

/** What is seen of both stages. */
export interface SeenBoth {
  readonly from: SeenStage;
  readonly to: SeenStage;
}

/** Looks at some stages, in their order; a role that serves several is assumed once. */
export async function lookAt(sides: readonly Side[], edges: PromotionEdges): Promise<SeenStage[]> {
  const opened = new Map<string, Promise<Sighted>>();
  const open = (side: Side): Promise<Sighted> => {
    const { profile } = side.stage;
    const role = ownValue(side.config.profiles, profile)?.['viewer-role'];
    if (role === undefined) {
      return Promise.resolve({ because: `the profile "${profile}" has no viewer-role` });
    }
    const known = opened.get(role) ?? askAws(() => edges.openViewer(role, regionsOf(side)[0] ?? ''));
    opened.set(role, known);
    return known;
  };
  const seen = await Promise.all(
    sides.map(async (side) => {
      const account = await open(side);
      return { account, facts: await factsOf(side, account, edges) };
    }),
  );
  const reasons = seen.flatMap(({ facts }) => ('because' in facts ? [facts.because] : []));
  for (const because of new Set(reasons)) {
    edges.log.warning(`not everything can be asked: ${because}`);
  }
  return seen;
}

/** Regions that a side's stage is deployed to; the first one is the profile's own. */
export function regionsOf({ config, name }: Pick<Side, 'config' | 'name'>): readonly string[] {
  return stageAt(config, name)?.profile.regions ?? [];
}

async function factsOf(side: Side, account: Sighted, { run }: Pick<PromotionEdges, 'run'>): Promise<Asked<StageFacts>> {
  if ('because' in account) {
    return account;
  }
  const stage = { app: side.config.app, kind: 'configured', name: side.name } as const;
  const sight = { stage, regions: regionsOf(side), repositoryId: run.repositoryId, viewOf: account.value };
  return askAws(() => readStageFacts(sight));
}
