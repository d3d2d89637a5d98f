import type { QueryService } from '../protocol/service.ts';
import type { World } from '../world.ts';
import { changeSetOperations } from './cloudformation-change-sets.ts';
import { describeOperations } from './cloudformation-describe.ts';
import { exportOperations } from './cloudformation-exports.ts';
import { stackOperations } from './cloudformation-stacks.ts';

/** CloudFormation: stacks as the API reference describes them, in real time. */
export function cloudFormationService(world: World): QueryService {
  return {
    protocol: 'query',
    name: 'cloudformation',
    namespace: 'http://cloudformation.amazonaws.com/doc/2010-05-15/',
    operations: {
      ...changeSetOperations(world),
      ...describeOperations(world),
      ...exportOperations(world),
      ...stackOperations(world),
    },
  };
}
