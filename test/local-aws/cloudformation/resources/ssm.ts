import type { ParameterType } from '../../state/ssm.ts';
import type { Handlers, Made, ResourceRequest } from '../handler.ts';
import { generatedName, textProperty } from '../physical-id.ts';

export const ssmHandlers: Handlers = {
  'AWS::SSM::Parameter': {
    create: (request) => {
      const { world, stack } = request;
      const name = textProperty(request, 'Name') ?? generatedName(request, 255);
      if (world.ssm.find(stack.account, stack.region, name)) throw new Error(`${name} already exists`);
      return write(request, name);
    },
    update: write,
    remove: ({ world, stack }, name) => void world.ssm.remove(stack.account, stack.region, name),
  },
};

function write(request: ResourceRequest, name: string): Made {
  const { world, stack, properties } = request;
  const type = String(properties['Type'] ?? 'String') as ParameterType;
  const value = String(properties['Value'] ?? '');
  world.ssm.put(stack.account, stack.region, name, value, { type });
  return { physicalId: name, attributes: { Type: type, Value: value } };
}
