import { AccessRefused } from '../iam/authorize.ts';
import { AwsError } from '../protocol/service.ts';
import type { ChangeSet, Outcome } from '../state/change-sets.ts';
import type { Stack } from '../state/stacks.ts';
import type { World } from '../world.ts';
import { addChangeSet } from './change-set-life.ts';
import { type AskNested, compareWish, type Difference } from './changes.ts';
import { checkUpdatable } from './find-stack.ts';
import { newReview } from './new-stack.ts';
import { checkOnBehalf } from './on-behalf.ts';
import { generatedName, randomSuffix } from './physical-id.ts';
import { readNestedWish } from './wish.ts';

/** What a change set that has nothing in it says (seen on AWS). */
export const NO_CHANGES =
  "The submitted information didn't contain changes. Submit different information to create a change set.";

/** What one of a nested stack says that is complete (seen on AWS). */
const FROM_ROOT = 'Only executable from the root change set.';

/** Longest name of a stack, and of a change set. */
const NAME_LIMIT = 128;

/** Finds what a change set changes and comes to, and makes those of the nested stacks where it includes them. */
export function fillChangeSet(world: World, stack: Stack, changeSet: ChangeSet, callerKey: string | undefined): void {
  const failures: string[] = [];
  const ask: AskNested = (logicalId, properties, physicalId) => {
    try {
      const nested = makeNested(world, { parent: stack, changeSet, callerKey }, { logicalId, properties, physicalId });
      const isEmpty = nested.outcome.reason === NO_CHANGES;
      if (nested.outcome.status === 'FAILED' && !isEmpty) {
        failures.push(`Nested change set ${nested.id} was not successfully created: Currently in FAILED.`);
      }
      return { changeSetId: nested.id, isEmpty };
    } catch (cause) {
      if (!(cause instanceof AwsError || cause instanceof AccessRefused)) throw cause;
      failures.push(cause.message);
      return { isEmpty: false };
    }
  };
  const difference = compareWish(world, stack, changeSet.wish, changeSet.includesNested ? ask : undefined);
  changeSet.changes = difference.changes;
  changeSet.outcome = outcomeOf(changeSet, difference, failures[0]);
}

function outcomeOf({ type, parentId }: ChangeSet, { changes, outputs }: Difference, failure?: string): Outcome {
  const isEmpty = changes.length === 0 && !outputs && type !== 'CREATE';
  const reason = failure ?? (isEmpty ? NO_CHANGES : undefined);
  if (reason !== undefined) return { status: 'FAILED', executionStatus: 'UNAVAILABLE', reason };
  return parentId === undefined
    ? { status: 'CREATE_COMPLETE', executionStatus: 'AVAILABLE' }
    : { status: 'CREATE_COMPLETE', executionStatus: 'UNAVAILABLE', reason: FROM_ROOT };
}

interface Above {
  readonly parent: Stack;
  readonly changeSet: ChangeSet;
  readonly callerKey: string | undefined;
}

interface Asked {
  readonly logicalId: string;
  readonly properties: Record<string, unknown>;
  readonly physicalId: string | undefined;
}

/** Makes the change set of a nested stack, and the stack in review where there is none yet; throws what CloudFormation refuses it for. */
function makeNested(world: World, above: Above, { logicalId, properties, physicalId }: Asked): ChangeSet {
  const { parent, changeSet, callerKey } = above;
  const child = physicalId === undefined ? undefined : world.stacks.find(physicalId);
  if (physicalId !== undefined && (!child || child.status === 'DELETE_COMPLETE')) {
    throw new AwsError('ValidationError', `Stack [${physicalId}] does not exist`);
  }
  if (child) checkUpdatable(child);
  const name = generatedName({ stack: parent, logicalId }, NAME_LIMIT);
  const { account, region } = parent;
  // A role that the stack was given acts in the caller's place.
  const actor = changeSet.wish.roleArn === undefined ? callerKey : undefined;
  checkOnBehalf(world, actor, {
    action: 'cloudformation:CreateChangeSet',
    resource: child?.id ?? `arn:aws:cloudformation:${region}:${account}:stack/${name}/new`,
    account,
    region,
    stage: changeSet.wish.tags['STAGE'],
  });
  const reader = { account, region, ...(actor === undefined ? {} : { callerKey: actor }) };
  const wish = readNestedWish(world, reader, { parent: changeSet.wish, properties, ...(child ? { child } : {}) });
  const stack = child ?? reviewedIn(world, parent, name);
  const nested = addChangeSet(world, stack, {
    name: nestedName(changeSet.name, logicalId),
    type: child ? 'UPDATE' : 'CREATE',
    wish,
    includesNested: true,
    parentId: changeSet.id,
    rootId: changeSet.rootId ?? changeSet.id,
  });
  changeSet.nested.push({ logicalId, stackId: stack.id, changeSetId: nested.id, isNew: child === undefined });
  fillChangeSet(world, stack, nested, callerKey);
  return nested;
}

function reviewedIn(world: World, parent: Stack, name: string): Stack {
  return Object.assign(newReview(world, parent, name), { parentId: parent.id, rootId: parent.rootId ?? parent.id });
}

function nestedName(above: string, logicalId: string): string {
  const end = `-${logicalId.slice(0, 40)}-${randomSuffix()}`;
  return `${above.slice(0, NAME_LIMIT - end.length)}${end}`;
}
