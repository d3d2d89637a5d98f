import type { World } from '../world.ts';
import { type Access, allows, type PolicyStatement } from './identity-policy.ts';

/**
 * Throws what AWS says where the caller's policies do not allow an access: those of the role whose session it is, and the
 * session's own. Static keys have every right. So have sessions of a role that has no policy here: a test made it to be assumed.
 */
export function authorize(world: World, accessKeyId: string, access: Access): void {
  const refused = policiesOf(world, accessKeyId).some((statements) => !allows(statements, access));
  if (refused) throw new AccessRefused(world.credentials.find(accessKeyId)?.arn ?? '', access);
}

/** Whether policies say what the holder of a key may do. */
export function isBounded(world: World, accessKeyId: string | undefined): accessKeyId is string {
  return accessKeyId !== undefined && policiesOf(world, accessKeyId).length > 0;
}

/** Whether a role's own policies say what the holder of a key may do. */
export function isRoleBounded(world: World, accessKeyId: string): boolean {
  const { roleArn } = world.credentials.find(accessKeyId) ?? {};
  return roleArn !== undefined && world.roles.statementsOf(roleArn).length > 0;
}

/** The policies that all have to allow what is done with a key. */
function policiesOf(world: World, accessKeyId: string): readonly (readonly PolicyStatement[])[] {
  const { roleArn, sessionPolicy } = world.credentials.find(accessKeyId) ?? {};
  const identity = roleArn === undefined ? [] : world.roles.statementsOf(roleArn);
  return [...(identity.length > 0 ? [identity] : []), ...(sessionPolicy === undefined ? [] : [sessionPolicy])];
}

/** A call that policies do not allow. */
export class AccessRefused extends Error {
  constructor(caller: string, { action, resource }: Access) {
    super(
      `User: ${caller} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
    );
  }
}
