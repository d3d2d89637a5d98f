import type { Handlers, ResourceHandler } from './handler.ts';
import { apiHandlers } from './resources/api-gateway.ts';
import { bucketHandlers } from './resources/buckets.ts';
import { functionHandlers } from './resources/functions.ts';
import { genericHandler } from './resources/generic.ts';
import { iamHandlers } from './resources/iam.ts';
import { nestedStackHandlers } from './resources/nested-stacks.ts';
import { repositoryHandlers } from './resources/repositories.ts';
import { ssmHandlers } from './resources/ssm.ts';
import { tableHandlers } from './resources/tables.ts';
import { thingHandlers } from './resources/things.ts';

const handlers: Handlers = {
  ...apiHandlers,
  ...bucketHandlers,
  ...functionHandlers,
  ...iamHandlers,
  ...nestedStackHandlers,
  ...repositoryHandlers,
  ...ssmHandlers,
  ...tableHandlers,
  ...thingHandlers,
};

/** What CloudFormation does with a resource type; a type that is not known is made under a generated name. */
export function handlerOf(type: string): ResourceHandler {
  return handlers[type] ?? genericHandler;
}
