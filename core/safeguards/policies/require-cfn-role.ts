import * as v from 'valibot';
import { policy } from '../policy/policy.ts';
import { recordOf } from '../view/resource.ts';

export const requireCfnRole = policy({
  checks: 'CloudFormation has its own role, in `provider.iam.deploymentRole`',
  configuration: '',
  example: 'require-cfn-role',
  config: v.undefined(),
  check: ({ provider }) => {
    const role = recordOf(provider['iam'])['deploymentRole'] ?? provider['cfnRole'];
    const isGiven = typeof role === 'string' ? role !== '' : Object.keys(recordOf(role)).length > 0;
    return !isGiven
      ? [{ what: 'CloudFormation has no role of its own', fix: 'set provider.iam.deploymentRole to the ARN of a role' }]
      : [];
  },
});
