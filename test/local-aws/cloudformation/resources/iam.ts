import type { Handlers, Made, ResourceRequest } from '../handler.ts';
import { generatedName, textProperty } from '../physical-id.ts';

export const iamHandlers: Handlers = {
  'AWS::IAM::Role': {
    replaceOn: ['RoleName', 'Path'],
    create: (request) => {
      const name = textProperty(request, 'RoleName') ?? generatedName(request);
      if (name.length > 64) {
        throw new Error(
          `1 validation error detected: Value at 'roleName' failed to satisfy constraint: Member must have length less than or equal to 64`,
        );
      }
      const made = writeRole(request, name, false);
      return made;
    },
    update: (request, name) => writeRole(request, name, true),
    remove: (request, name) => request.world.roles.remove(roleArn(request, name)),
  },
  'AWS::IAM::OIDCProvider': {
    replaceOn: ['Url'],
    create: writeProvider,
    update: writeProvider,
    remove: removeProvider,
  },
};

function writeRole(request: ResourceRequest, name: string, exists: boolean): Made {
  const { roles } = request.world;
  const arn = roleArn(request, name);
  if (!exists && roles.find(arn)) throw new Error(`Role with name ${name} already exists.`);
  const seconds = request.properties['MaxSessionDuration'];
  roles.add({
    arn,
    trustPolicy: request.properties['AssumeRolePolicyDocument'],
    ...(seconds !== undefined ? { maxSessionDuration: Number(seconds) } : {}),
  });
  return { physicalId: name, attributes: { Arn: arn, RoleId: `AROA${name.toUpperCase().slice(0, 12)}` } };
}

function roleArn(request: ResourceRequest, name: string): string {
  return `arn:aws:iam::${request.stack.account}:role${textProperty(request, 'Path') ?? '/'}${name}`;
}

function writeProvider(request: ResourceRequest): Made {
  const url = textProperty(request, 'Url') ?? '';
  const audiences = (request.properties['ClientIdList'] as string[] | undefined) ?? [];
  const { account } = request.stack;
  request.world.providers.add({ account, url, audiences, jwksUri: `${url}/.well-known/jwks` });
  const arn = `arn:aws:iam::${account}:oidc-provider/${url.replace(/^https?:\/\//, '')}`;
  return { physicalId: arn, attributes: { Arn: arn } };
}

function removeProvider(request: ResourceRequest): void {
  request.world.providers.remove(request.stack.account, textProperty(request, 'Url') ?? '');
}
