import { beforeDelete } from '../../core/stack/before-delete.ts';
import { isTerminal } from '../../core/stack/status.ts';
import type { StackReader } from '../../io/aws/cloudformation.ts';
import type { Leftovers } from '../../io/aws/leftovers.ts';
import type { StackChanger } from '../../io/aws/stack-changes.ts';
import { type CloudFormation, type Operation, type Stack, viewOf } from './cloudformation.ts';
import type { Actor, WaitOptions } from './scheduler.ts';

/** How long a process sleeps between two looks at a stack, in milliseconds. */
export const LOOK_MS = 2000;

export interface StackParts {
  readonly stacks: CloudFormation;
  readonly reviewHasTags: boolean;
  readonly by: Actor;
  readonly turn: (what: string, options?: WaitOptions) => Promise<void>;
  /** Told of each operation that a process begins, before it does. */
  readonly begins: (stack: Stack, operation: Operation) => void;
  /** Throws where the answer to what was begun gets lost. */
  readonly answer: () => void;
  /** Resolves at once; never for a process that is being cancelled. */
  readonly unlessCancelled: () => Promise<void>;
}

type ReaderParts = Pick<StackParts, 'stacks' | 'reviewHasTags' | 'turn'>;

/** Looks at stacks as one process does. */
export function stackReader({ stacks, reviewHasTags, turn }: ReaderParts): StackReader {
  const find = async (name: string, options?: WaitOptions) => {
    await turn(`looks at ${short(name)}`, options);
    const stack = stacks.find(name);
    return stack === undefined ? undefined : viewOf(stack, reviewHasTags);
  };
  return {
    find: (name) => find(name),
    async names() {
      await turn('lists all stacks');
      return stacks.standing().map(({ name }) => name);
    },
    async settled(name) {
      for (let look = 0; ; look++) {
        const stack = await find(name, { sleep: look === 0 ? 0 : LOOK_MS });
        if (stack === undefined || isTerminal(stack.status)) {
          return stack;
        }
      }
    },
    async template(id) {
      await turn(`reads the template of ${short(id)}`);
      return stacks.find(id)?.template;
    },
    settings: async () => undefined,
    newestEvent: async () => undefined,
    importers: async () => [],
    events: async () => [],
  };
}

/** Changes stacks as one process does. */
export function stackChanger(
  { stacks, by, turn, begins, answer, unlessCancelled }: StackParts,
  reader: StackReader,
): StackChanger {
  const change = async (id: string, operation: Operation) => {
    await unlessCancelled();
    await turn(`begins to ${operation} ${short(id)}`, { kind: 'begin' });
    const stack = stacks.find(id);
    if (stack !== undefined) {
      begins(stack, operation);
      stacks.begin(by, stack, operation);
      answer();
    }
    return reader.settled(id, 0, () => undefined);
  };
  return {
    beginProtected: () => Promise.reject(new Error('no stage of the model is a configured one')),
    async remove(id) {
      const after = await change(id, 'delete');
      return beforeDelete(after?.status) === 'nothing' ? undefined : after;
    },
    rollBack: (id) => change(id, 'continue rollback'),
    continueRollback: (id) => change(id, 'continue rollback'),
    resources: async () => [],
    changeSets: async (id) => [`${stacks.find(id)?.name}-change-set`],
  };
}

/** Nothing is left over of these stacks. */
export const NO_LEFTOVERS: Leftovers = {
  buckets: { obstacle: async () => undefined, empty: async () => 0 },
  hasLogGroup: async () => false,
  removeLogGroup: async () => false,
  removeImages: async () => false,
};

/** A stack's name from its ARN. */
const short = (nameOrId: string) => nameOrId.split('/')[1] ?? nameOrId;
