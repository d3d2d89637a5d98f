import type { PolicyStatement } from '../../iam/identity-policy.ts';
import type { Handlers, Made, ResourceRequest } from '../handler.ts';
import { generatedName, textProperty } from '../physical-id.ts';

export const iamHandlers: Handlers = {
  'AWS::IAM::Policy': {
    create: (request) => writePolicy(request, generatedName(request)),
    update: writePolicy,
    remove: removePolicy,
  },
  'AWS::IAM::ManagedPolicy': {
    create: (request) => writeManagedPolicy(request, managedPolicyArn(request)),
    update: writeManagedPolicy,
    remove: removePolicy,
  },
  'AWS::IAM::Role': {
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

/** Characters without white space that IAM takes ("IAM and STS quotas"): of a managed policy, of all inline ones of a role. */
const MANAGED_LIMIT = 6144;
const INLINE_LIMIT = 10_240;

interface Document {
  readonly Statement: readonly PolicyStatement[];
}

function writePolicy(request: ResourceRequest, physicalId: string): Made {
  return attach(request, physicalId, INLINE_LIMIT);
}

function writeManagedPolicy(request: ResourceRequest, arn: string): Made {
  return { ...attach(request, arn, MANAGED_LIMIT), attributes: { PolicyArn: arn } };
}

function managedPolicyArn(request: ResourceRequest): string {
  const name = textProperty(request, 'ManagedPolicyName') ?? generatedName(request, 128);
  return `arn:aws:iam::${request.stack.account}:policy${textProperty(request, 'Path') ?? '/'}${name}`;
}

function attach(request: ResourceRequest, physicalId: string, limit: number): Made {
  const { world, stack, properties } = request;
  const { Statement } = properties['PolicyDocument'] as Document;
  const length = JSON.stringify(properties['PolicyDocument']).length;
  if (length > limit) throw new Error(`Cannot exceed quota for PolicySize: ${limit}`);
  for (const role of rolesOf(request)) {
    if (world.roles.findNamed(stack.account, role) === undefined) {
      throw new Error(`The role with name ${role} cannot be found.`);
    }
    world.roles.setPolicy(stack.account, role, physicalId, Statement);
  }
  return { physicalId };
}

function removePolicy(request: ResourceRequest, physicalId: string): void {
  const { world, stack } = request;
  for (const role of rolesOf(request)) world.roles.setPolicy(stack.account, role, physicalId, undefined);
}

function rolesOf({ properties }: ResourceRequest): readonly string[] {
  return (properties['Roles'] as string[] | undefined) ?? [];
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
