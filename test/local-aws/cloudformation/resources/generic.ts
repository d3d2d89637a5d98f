import type { ResourceHandler } from '../handler.ts';
import { generatedName } from '../physical-id.ts';

/** Any type that has no handler of its own: a name, and some text for each attribute. */
export const genericHandler: ResourceHandler = {
  create: (request) => ({ physicalId: generatedName(request), attributes: { '*': true } }),
};
