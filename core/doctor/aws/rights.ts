import { parseRoleArn } from '../../aws/role-arn.ts';
import { configuredStages } from '../../configuration/effective.ts';
import type { Config } from '../../configuration/schema.ts';
import { ownValue } from '../../own-value.ts';
import { ssmReferences } from '../../profile/parameter.ts';
import type { RoleSetUp } from '../../setup/roles.ts';
import { SHORTEST_PREVIEW } from '../../stage/name.ts';
import type { Finding } from '../finding.ts';
import { type AwsFacts, notAsked, type Trial } from './facts.ts';

/** Whether a role has the rights that every deploy needs. */
export function rightFindings(role: RoleSetUp, { refused }: AwsFacts, fix: string): Finding[] {
  const place = `${role.what} (${role.arn}), rights`;
  const answer = refused.get(role.arn);
  if (answer === undefined) {
    return [];
  }
  if ('because' in answer) {
    return [notAsked(place, answer.because, 'use credentials that may iam:SimulatePrincipalPolicy')];
  }
  return answer.value.length === 0
    ? []
    : [
        {
          level: 'error',
          check: 'rights',
          place,
          what: `lacks ${answer.value.map(({ action, resource }) => `${action} on ${resource}`).join(', ')}`,
          why: 'a deploy that needs them fails with E_AWS_DENIED',
          fix,
        },
      ];
}

/** What every deploy of a role's first stage does itself, on the stack of its first service and on its records. */
export function trialsOf(role: RoleSetUp, { config, services }: Pick<AwsFacts, 'config' | 'services'>): Trial[] {
  const { account, partition } = parseRoleArn(role.arn);
  const isPreview = role.parameters['Kind'] === 'previews';
  const stage = isPreview
    ? SHORTEST_PREVIEW
    : (role.parameters['Stages']?.split(',')[0] ?? configuredStages(config)[0] ?? '');
  const service = services.find(({ name }) => name !== undefined)?.name;
  const arn = (place: string) => `arn:${partition}:${place}`;
  const record = arn(
    `ssm:${role.region}:${account}:parameter/serverless-stages/${config.app}/${isPreview ? 'preview' : 'configured'}/${stage}/x`,
  );
  if (role.template === 'github-viewer-role.yml') {
    return [
      {
        action: 'cloudformation:DescribeStacks',
        resource: arn(`cloudformation:${role.region}:${account}:stack/x-${stage}/0`),
      },
      {
        action: 'ssm:GetParametersByPath',
        resource: arn(`ssm:${role.region}:${account}:parameter/serverless-stages/${config.app}`),
      },
    ];
  }
  const stack = arn(`cloudformation:${role.region}:${account}:stack/${service ?? 'x'}-${stage}/0`);
  return [
    ...[
      'DescribeStacks',
      'CreateChangeSet',
      'DescribeChangeSet',
      'ExecuteChangeSet',
      'DeleteChangeSet',
      'DescribeStackEvents',
      'DeleteStack',
      'GetTemplate',
    ].map((action) => ({ action: `cloudformation:${action}`, resource: stack })),
    ...namesInSsm(config, role).map((name) => ({
      action: 'ssm:GetParameters',
      resource: arn(`ssm:${role.region}:${account}:parameter/${name.replace(/^\//, '')}`),
    })),
    ...['PutParameter', 'GetParameter', 'DeleteParameter'].map((action) => ({
      action: `ssm:${action}`,
      resource: record,
    })),
  ];
}

/** Names of the parameters of SSM that the profile of a role's stages, or of previews, reads. */
function namesInSsm(config: Config, { parameters }: RoleSetUp): string[] {
  const stage = parameters['Stages']?.split(',')[0] ?? '';
  const name = parameters['Kind'] === 'previews' ? config['default-profile'] : config.stages?.[stage]?.profile;
  return ssmReferences(ownValue(config.profiles, name ?? '')?.parameters ?? {});
}
