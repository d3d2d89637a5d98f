import { allowedFunctionNames } from './policies/allowed-function-names.ts';
import { allowedRegions } from './policies/allowed-regions.ts';
import { allowedRuntimes } from './policies/allowed-runtimes.ts';
import { allowedStages } from './policies/allowed-stages.ts';
import { deprecatedRuntimes } from './policies/deprecated-runtimes.ts';
import { forbidLambdaApigIntegration } from './policies/forbid-lambda-apig-integration.ts';
import { forbidS3HttpAccess } from './policies/forbid-s3-http-access.ts';
import { frameworkVersion } from './policies/framework-version.ts';
import { maxResources } from './policies/max-resources.ts';
import { noPublicBucket } from './policies/no-public-bucket.ts';
import { noSecretEnvVars } from './policies/no-secret-env-vars.ts';
import { noStatefulReplacement } from './policies/no-stateful-replacement.ts';
import { noUnresolvedVariables } from './policies/no-unresolved-variables.ts';
import { noWildIamRoleStatements } from './policies/no-wild-iam-role-statements.ts';
import { requireCfnRole } from './policies/require-cfn-role.ts';
import { requireDescription } from './policies/require-description.ts';
import { requireDlq } from './policies/require-dlq.ts';
import { requireGlobalVpc } from './policies/require-global-vpc.ts';
import { requiredStackTags } from './policies/required-stack-tags.ts';
import { restrictedDeployTimes } from './policies/restricted-deploy-times.ts';
import { stageInNames } from './policies/stage-in-names.ts';

/** The policies that this product brings, by id: first those of Serverless Framework Pro, with its ids and configurations. */
export const POLICIES = {
  'allowed-function-names': allowedFunctionNames,
  'allowed-regions': allowedRegions,
  'allowed-runtimes': allowedRuntimes,
  'allowed-stages': allowedStages,
  'forbid-lambda-apig-integration': forbidLambdaApigIntegration,
  'forbid-s3-http-access': forbidS3HttpAccess,
  'framework-version': frameworkVersion,
  'no-secret-env-vars': noSecretEnvVars,
  'no-wild-iam-role-statements': noWildIamRoleStatements,
  'require-cfn-role': requireCfnRole,
  'require-description': requireDescription,
  'require-dlq': requireDlq,
  'require-global-vpc': requireGlobalVpc,
  'required-stack-tags': requiredStackTags,
  'restricted-deploy-times': restrictedDeployTimes,
  'deprecated-runtimes': deprecatedRuntimes,
  'max-resources': maxResources,
  'no-public-bucket': noPublicBucket,
  'no-stateful-replacement': noStatefulReplacement,
  'no-unresolved-variables': noUnresolvedVariables,
  'stage-in-names': stageInNames,
} as const;

/** Id of a policy that this product brings. */
export type PolicyId = keyof typeof POLICIES;

/** The id of policies that users write themselves. */
export const JAVASCRIPT = 'javascript';
export type SafeguardId = PolicyId | typeof JAVASCRIPT;

export const SAFEGUARD_IDS: readonly SafeguardId[] = [...(Object.keys(POLICIES) as PolicyId[]), JAVASCRIPT];

export function isSafeguardId(id: string): id is SafeguardId {
  return (SAFEGUARD_IDS as readonly string[]).includes(id);
}
