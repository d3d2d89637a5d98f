import { AccessRefused, authorize, isBounded } from '../iam/authorize.ts';
import { stageTagOf } from '../iam/stage-tags.ts';
import type { Place } from '../state/place.ts';
import type { World } from '../world.ts';

interface Act extends Place {
  readonly action: string;
  readonly resource: string;
  /** The tag STAGE that the resource is to get. */
  readonly stage?: string | undefined;
}

/** Throws AccessRefused where a caller may not do what CloudFormation does for it; without a caller, a stack's own role does it. */
export function checkOnBehalf(world: World, callerKey: string | undefined, act: Act): void {
  if (!isBounded(world, callerKey)) return;
  const { action, resource, account, region, stage } = act;
  const tag = stageTagOf(world, resource);
  authorize(world, callerKey, {
    action,
    resource,
    context: {
      'aws:CalledVia': 'cloudformation.amazonaws.com',
      'aws:ResourceAccount': account,
      'aws:RequestedRegion': region,
      ...(tag === undefined ? {} : { 'aws:ResourceTag/STAGE': tag }),
      ...(stage === undefined ? {} : { 'aws:RequestTag/STAGE': stage }),
    },
  });
}

/** The same as an answer. */
export function mayOnBehalf(world: World, callerKey: string | undefined, act: Act): boolean {
  try {
    checkOnBehalf(world, callerKey, act);
    return true;
  } catch (cause) {
    if (cause instanceof AccessRefused) return false;
    throw cause;
  }
}
