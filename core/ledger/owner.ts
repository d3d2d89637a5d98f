import * as v from 'valibot';
import { UserError } from '../errors.ts';
import type { StageIdentity } from '../stage/identity.ts';

/** Whose a deployment is: a repository's (with the ref of its preview), or a person's. */
export const ownerSchema = v.variant('kind', [
  v.object({
    kind: v.literal('repository'),
    id: v.string(),
    /** `owner/name`, for people; the id decides. */
    name: v.string(),
    /** Full ref of a preview; absent for a configured stage. */
    ref: v.exactOptional(v.string()),
  }),
  v.object({ kind: v.literal('user'), user: v.string() }),
]);

export type Owner = Readonly<v.InferOutput<typeof ownerSchema>>;

/** A run of a repository, and the person at whose laptop it is. */
interface OwningRun {
  readonly repositoryId: string;
  readonly repository: string;
  readonly person?: { readonly user: string };
}

/**
 * Returns whose a stage is that a run changes: the repository's, for a preview its ref's, for a personal stage the person's.
 */
export function ownerOfRun(
  { repositoryId, repository, person }: OwningRun,
  { kind, ref }: Pick<StageIdentity, 'kind' | 'ref'>,
): Owner {
  if (kind === 'personal' && person !== undefined) {
    return { kind: 'user', user: person.user };
  }
  return { kind: 'repository', id: repositoryId, name: repository, ...(kind === 'preview' ? { ref } : {}) };
}

/** Whether two owners are the same: a renamed repository stays itself. */
export function sameOwner(a: Owner, b: Owner): boolean {
  if (a.kind === 'user' || b.kind === 'user') {
    return a.kind === 'user' && b.kind === 'user' && a.user === b.user;
  }
  return a.id === b.id && a.ref === b.ref;
}

/** Spells an owner for people. */
export function describeOwner(owner: Owner): string {
  if (owner.kind === 'user') {
    return owner.user;
  }
  return `${owner.name}${owner.ref === undefined ? '' : ` (${owner.ref})`}`;
}

/** Refuses a deployment that is somebody else's; throws E_STACK_FOREIGN. */
export function checkOwner(what: string, found: Owner, ours: Owner): void {
  if (!sameOwner(found, ours)) {
    throw new UserError('E_STACK_FOREIGN', {
      what: `${what} belongs to ${describeOwner(found)}, and this run is of ${describeOwner(ours)}`,
      why: 'it was left untouched',
      fix:
        ours.kind === 'user'
          ? 'leave --stage out, or give your stage another name with it'
          : 'give the service another `service:`, or the application another `app:`, in one of the two',
    });
  }
}
