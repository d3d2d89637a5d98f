import * as v from 'valibot';
import { UserError } from '../errors.ts';

/** What started the run, reduced to what a decision needs. */
export type RunEvent =
  | {
      readonly type: 'pull-request';
      readonly number: number;
      readonly action: string;
      readonly headSha: string;
      readonly label?: string;
    }
  | { readonly type: 'push'; readonly ref: string }
  | { readonly type: 'delete'; readonly ref: string; readonly refType: string }
  | { readonly type: 'dispatch' }
  | { readonly type: 'other'; readonly name: string };

const pullRequestPayload = v.object({
  action: v.string(),
  number: v.pipe(v.number(), v.integer()),
  pull_request: v.object({ head: v.object({ sha: v.string() }) }),
  label: v.optional(v.object({ name: v.string() })),
});
const pushPayload = v.object({ ref: v.string() });
const deletePayload = v.object({ ref: v.string(), ref_type: v.string() });

/**
 * Reads a webhook payload as GitHub writes it to the event file. Throws E_EVENT where the payload lacks what an event
 * of that name always has.
 */
export function parseEvent(name: string, payload: unknown): RunEvent {
  switch (name) {
    case 'pull_request': {
      const event = check(pullRequestPayload, name, payload);
      const label = event.label === undefined ? {} : { label: event.label.name };
      return {
        type: 'pull-request',
        number: event.number,
        action: event.action,
        headSha: event.pull_request.head.sha,
        ...label,
      };
    }
    case 'push':
      return { type: 'push', ref: check(pushPayload, name, payload).ref };
    case 'delete': {
      const event = check(deletePayload, name, payload);
      return { type: 'delete', ref: event.ref, refType: event.ref_type };
    }
    case 'workflow_dispatch':
    case 'repository_dispatch':
      return { type: 'dispatch' };
    default:
      return { type: 'other', name };
  }
}

function check<Schema extends v.GenericSchema>(schema: Schema, name: string, payload: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, payload);
  if (result.success) {
    return result.output;
  }
  const place = v.getDotPath(result.issues[0]) ?? 'the payload';
  throw new UserError('E_EVENT', {
    what: `the payload of the "${name}" event has no valid "${place}"`,
    fix: 'run the action in a workflow that GitHub started by this event, with GITHUB_EVENT_PATH as GitHub sets it',
  });
}

const SKIP_MARKS = ['[skip ci]', '[ci skip]', '[no ci]', '[skip actions]', '[actions skip]'];

/**
 * Returns the mark in a commit's message that tells GitHub Actions to leave the commit alone, if it has one.
 * The marks are those of GitHub's documentation ("Skipping workflow runs").
 */
export function skipMark(message: string): string | undefined {
  const found = SKIP_MARKS.find((mark) => message.includes(mark));
  const trailers = message.indexOf('\n\n');
  return found ?? (trailers === -1 ? undefined : /\nskip-checks: ?true/.exec(message.slice(trailers + 1))?.[0].trim());
}
