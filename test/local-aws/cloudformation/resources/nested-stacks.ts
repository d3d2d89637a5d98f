import type { Stack, Wish } from '../../state/stacks.ts';
import { compareWish } from '../changes.ts';
import { HalfMade, type Handlers, type Made, type ResourceRequest } from '../handler.ts';
import { newStack } from '../new-stack.ts';
import { startCreate, startDelete, startUpdate } from '../operations.ts';
import { generatedName } from '../physical-id.ts';
import { readNestedWish } from '../wish.ts';

export const nestedStackHandlers: Handlers = {
  'AWS::CloudFormation::Stack': {
    create: async (request) => {
      const { world, stack } = request;
      const wish = wishOf(request);
      const child = reviewedOf(request) ?? newStack(world, stack, generatedName(request, 128));
      child.parentId = stack.id;
      inherit(child, stack);
      child.rootId = stack.rootId ?? stack.id;
      child.terminationProtection = stack.terminationProtection;
      await startCreate(world, child, wish);
      if (child.status !== 'CREATE_COMPLETE') throw embedded(child, 'created');
      return describe(child);
    },
    update: async (request, id) => {
      const child = request.world.stacks.find(id);
      if (!child) throw new Error(`Stack with id ${id} does not exist`);
      const wish = wishOf(request, child);
      const { changes, outputs } = compareWish(request.world, child, wish);
      if (changes.length === 0 && !outputs) return describe(child);
      inherit(child, request.stack);
      await startUpdate(request.world, child, wish);
      if (child.status !== 'UPDATE_COMPLETE') throw embedded(child, 'updated');
      return describe(child);
    },
    remove: async ({ world, stack }, id) => {
      const child = world.stacks.find(id);
      if (!child || child.status === 'DELETE_COMPLETE') return;
      inherit(child, stack);
      await startDelete(world, child, {});
      if (world.stacks.find(id)?.status === 'DELETE_COMPLETE') return;
      throw new Error(`Embedded stack ${id} was not successfully deleted: ${child.reason ?? ''}`);
    },
  },
};

/** The stack that the executed change set made before. */
function reviewedOf({ world, stack, logicalId }: ResourceRequest): Stack | undefined {
  const id = stack.reviewed?.get(logicalId);
  stack.reviewed?.delete(logicalId);
  return id === undefined ? undefined : world.stacks.find(id);
}

/** A nested stack is changed with the rights of who changes the one that holds it. */
function inherit(child: Stack, { callerKey }: Stack): void {
  if (callerKey !== undefined) child.callerKey = callerKey;
}

function wishOf({ world, stack, properties }: ResourceRequest, child?: Stack): Wish {
  const { account, region, callerKey, wish: parent } = stack;
  const isCaller = parent?.roleArn === undefined && callerKey !== undefined;
  const reader = { account, region, ...(isCaller ? { callerKey } : {}) };
  return readNestedWish(world, reader, { parent, properties, ...(child ? { child } : {}) });
}

function describe(child: Stack): Made {
  const outputs = child.outputs.map(({ key, value }) => [`Outputs.${key}`, value]);
  return { physicalId: child.id, attributes: Object.fromEntries(outputs) };
}

function embedded(child: Stack, verb: 'created' | 'updated'): HalfMade {
  const failed = [...child.resources.values()].filter((resource) => resource.status.endsWith('_FAILED'));
  const first = child.events.find((event) => event.status.endsWith('_FAILED') && event.physicalId !== child.id);
  const names = failed.length > 0 ? failed.map((one) => one.logicalId).join(', ') : (first?.logicalId ?? '');
  return new HalfMade(
    `Embedded stack ${child.id} was not successfully ${verb}: The following resource(s) failed to ${verb.slice(0, -1)}: [${names}]. `,
    child.id,
  );
}
