import { UserError } from '../../../core/errors.ts';

/** Notes that a service has a stack; throws E_STACK_COLLISION if another one of the run has it. */
export type ClaimStack = (stack: string, key: string) => void;

/** Returns the claims of one run in one region; the first service that names a stack has it. */
export function createStackClaims(): ClaimStack {
  const owners = new Map<string, string>();
  return (stack, key) => {
    const owner = owners.get(stack);
    if (owner !== undefined && owner !== key) {
      throw new UserError('E_STACK_COLLISION', {
        what: `the services "${owner}" and "${key}" both have the stack "${stack}"`,
        fix: 'give each its own `service:` (or provider.stackName)',
      });
    }
    owners.set(stack, key);
  };
}
