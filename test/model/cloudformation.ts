import type { StackView } from '../../core/stack/status.ts';
import type { Random } from './random.ts';
import type { Actor, Scheduler } from './scheduler.ts';

/** A stack of CloudFormation. */
export interface Stack {
  readonly name: string;
  /** ARN. */
  readonly id: string;
  /** What its tag STAGE says. */
  readonly stage: string;
  status: string;
  readonly created: string;
  changed: string;
  /** The template that is live; undefined before the first one is. */
  template: string | undefined;
  /** The template that a CLI put into its bucket last. */
  uploaded: string | undefined;
  isBusy: boolean;
}

/** What CloudFormation is asked to do. */
export type Operation = 'create' | 'update' | 'delete' | 'continue rollback';

interface Course {
  /** The state that it begins with. */
  readonly first: string;
  /** The states that follow where all goes well. */
  readonly good: readonly string[];
  /** Those that follow where something fails. */
  readonly bad: readonly (readonly string[])[];
}

const COURSES: Readonly<Record<Operation, Course>> = {
  create: {
    first: 'CREATE_IN_PROGRESS',
    good: ['CREATE_COMPLETE'],
    bad: [['ROLLBACK_IN_PROGRESS', 'ROLLBACK_COMPLETE']],
  },
  update: {
    first: 'UPDATE_IN_PROGRESS',
    good: ['UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', 'UPDATE_COMPLETE'],
    bad: [
      ['UPDATE_ROLLBACK_IN_PROGRESS', 'UPDATE_ROLLBACK_COMPLETE'],
      ['UPDATE_ROLLBACK_IN_PROGRESS', 'UPDATE_ROLLBACK_FAILED'],
    ],
  },
  delete: { first: 'DELETE_IN_PROGRESS', good: ['DELETE_COMPLETE'], bad: [['DELETE_FAILED']] },
  'continue rollback': { first: 'UPDATE_ROLLBACK_IN_PROGRESS', good: ['UPDATE_ROLLBACK_COMPLETE'], bad: [] },
};

/** How long a stack is in one state of an operation, in milliseconds. */
const STATE_MS = 4000;

export interface CloudFormationParts {
  readonly scheduler: Scheduler;
  readonly random: Random;
  /** Whether an operation that a process began is to fail now. */
  readonly fails: (by: Actor, operation: Operation, stack: Stack) => boolean;
  /** Told of what must never happen; throws. */
  readonly violation: (text: string) => never;
}

/** CloudFormation of one region: its operations go on whatever becomes of who began them. */
export interface CloudFormation {
  /** A stack by its name, or by its ARN also after it is gone. */
  find(nameOrId: string): Stack | undefined;
  /** All that are there. */
  standing(): Stack[];
  /** Makes a stack that is nothing but a change set. */
  review(name: string, stage: string): Stack;
  begin(by: Actor, stack: Stack, operation: Operation, template?: string): void;
  clear(): void;
}

export function createCloudFormation(parts: CloudFormationParts): CloudFormation {
  const { scheduler, violation } = parts;
  const stacks: Stack[] = [];
  const aws: Actor = { name: 'CloudFormation', state: 'running' };
  const stamp = () => new Date(scheduler.now).toISOString();
  const isGone = ({ status }: Stack) => status === 'DELETE_COMPLETE';
  const find = (nameOrId: string) =>
    stacks.find((stack) => stack.id === nameOrId || (stack.name === nameOrId && !isGone(stack)));

  const goOn = async (by: Actor, stack: Stack, operation: Operation, template: string | undefined) => {
    const { good, bad } = COURSES[operation];
    await scheduler.wait(aws, `goes on to ${operation} ${stack.name}`, { sleep: STATE_MS });
    const states = bad.length > 0 && parts.fails(by, operation, stack) ? parts.random.pick(bad) : good;
    for (const [index, status] of states.entries()) {
      if (index > 0) {
        await scheduler.wait(aws, `${stack.name} becomes ${status}`, { sleep: STATE_MS });
      }
      stack.status = status;
      if (template !== undefined && /^(CREATE_COMPLETE|UPDATE_COMPLETE)/.test(status)) {
        stack.template = template;
      }
    }
    stack.isBusy = false;
  };

  return {
    find,
    standing: () => stacks.filter((stack) => !isGone(stack)),
    review(name, stage) {
      if (find(name) !== undefined) {
        violation(`the stack ${name} is made although it is there`);
      }
      const id = `arn:aws:cloudformation:us-east-1:111111111111:stack/${name}/${stacks.length}`;
      const created = stamp();
      const status = 'REVIEW_IN_PROGRESS';
      const made = { name, id, stage, status, created, changed: created, isBusy: false };
      const stack: Stack = { ...made, template: undefined, uploaded: undefined };
      stacks.push(stack);
      return stack;
    },
    begin(by, stack, operation, template) {
      if (operation === 'delete' && (isGone(stack) || stack.status === 'DELETE_IN_PROGRESS')) {
        return;
      }
      if (stack.isBusy || isGone(stack)) {
        violation(`${by.name} begins to ${operation} the stack ${stack.name} while it is ${stack.status}`);
      }
      stack.isBusy = true;
      stack.status = COURSES[operation].first;
      stack.changed = operation === 'create' ? stack.created : stamp();
      void goOn(by, stack, operation, template);
    },
    clear: () => void stacks.splice(0),
  };
}

/** A stack as it is looked at; one that is a change set only may not show its tags (`reviewHasTags`). */
export function viewOf(stack: Stack, reviewHasTags: boolean): StackView {
  const hasTags = reviewHasTags || stack.status !== 'REVIEW_IN_PROGRESS';
  return {
    name: stack.name,
    id: stack.id,
    status: stack.status,
    created: stack.created,
    changed: stack.changed,
    outputs: {},
    exports: {},
    isProtected: false,
    ...(hasTags ? { stage: stack.stage } : {}),
  };
}
