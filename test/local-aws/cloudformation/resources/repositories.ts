import { addRepository, contentOf } from '../../state/repositories.ts';
import type { Handlers } from '../handler.ts';
import { generatedName, textProperty } from '../physical-id.ts';

export const repositoryHandlers: Handlers = {
  'AWS::ECR::Repository': {
    create: (request) => {
      const { world, stack } = request;
      const name = textProperty(request, 'RepositoryName') ?? generatedName(request).toLowerCase();
      if (world.repositories.find(stack, name)) throw new Error(`${name} already exists`);
      const { arn, uri } = addRepository(world.repositories, stack, name, world.clock.now());
      return { physicalId: name, attributes: { Arn: arn, RepositoryUri: uri } };
    },
    remove: (request, name) => {
      const { world, stack } = request;
      const repository = world.repositories.find(stack, name);
      const content = repository && contentOf(repository);
      if (content !== undefined && textProperty(request, 'EmptyOnDelete') !== 'true') {
        throw new Error(`${content} (Service: Ecr, Status Code: 400)`);
      }
      world.repositories.remove(stack, name);
    },
  },
};
