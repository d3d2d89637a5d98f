import { effectiveConfiguration } from '../../core/configuration/effective.ts';
import { type ErrorCode, UserError } from '../../core/errors.ts';
import { ownValue } from '../../core/own-value.ts';
import type { Asked } from '../../core/promote/people.ts';
import type { StageFacts } from '../../core/promote/staged.ts';
import type { PromotionEdges, Sighted } from './edges.ts';
import { readStageFacts } from './facts.ts';
import type { Scene, Side } from './scene.ts';

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

/** Opens the accounts of both stages for looking; a role that serves both is assumed once. */
export async function openViews(
  { from, to }: Scene,
  { openViewer, log }: Pick<PromotionEdges, 'openViewer' | 'log'>,
): Promise<{ readonly from: Sighted; readonly to: Sighted }> {
  const opened = new Map<string, Promise<Sighted>>();
  const open = (side: Side): Promise<Sighted> => {
    const { profile } = side.stage;
    const role = ownValue(side.config.profiles, profile)?.['viewer-role'];
    if (role === undefined) {
      return Promise.resolve({ because: `the profile "${profile}" has no viewer-role` });
    }
    const known = opened.get(role) ?? askAws(() => openViewer(role, profileOf(side).region));
    opened.set(role, known);
    return known;
  };
  const [seen, wanted] = await Promise.all([open(from), open(to)]);
  for (const because of new Set([seen, wanted].flatMap((one) => ('because' in one ? [one.because] : [])))) {
    log.warning(`not everything can be asked: ${because}`);
  }
  return { from: seen, to: wanted };
}

/** The profile of a side's stage, defaults filled in. */
export function profileOf({ name, stage, branch, config }: Omit<Side, 'head'>) {
  const identity = { name, kind: 'configured', ref: `refs/heads/${branch}` } as const;
  return effectiveConfiguration(config, identity, stage.profile).profile;
}

/** Reads what a side's stage has; or tells why that cannot be asked. */
export async function factsOf(
  side: Side,
  sighted: Sighted,
  { run }: Pick<PromotionEdges, 'run'>,
): Promise<Asked<StageFacts>> {
  if ('because' in sighted) {
    return sighted;
  }
  const stage = { app: side.config.app, kind: 'configured', name: side.name } as const;
  const { regions } = profileOf(side);
  const viewOf = sighted.value;
  return askAws(() => readStageFacts({ stage, regions, repositoryId: run.repositoryId, viewOf }));
}
