import * as v from 'valibot';
import { policy } from '../policy/policy.ts';
import { recordOf } from '../view/resource.ts';

/** What the Serverless Framework takes for the proxy integration. */
const PROXY = ['lambda-proxy', 'lambda_proxy', 'aws-proxy', 'aws_proxy'];

export const forbidLambdaApigIntegration = policy({
  checks: 'every http event uses the proxy integration',
  configuration: '',
  example: 'forbid-lambda-apig-integration',
  config: v.undefined(),
  check: ({ functions }) =>
    functions.flatMap((one) =>
      one.events
        .filter(({ type }) => type === 'http')
        .map(({ settings }) => recordOf(settings)['integration'])
        .filter((integration) => integration !== undefined && !PROXY.includes(String(integration).toLowerCase()))
        .map((integration) => ({
          resource: one.resource.id,
          ...(one.key === undefined ? {} : { function: one.key }),
          what: `an http event of the function ${one.label} has the integration ${String(integration)}`,
          fix: 'leave `integration:` out, or set it to lambda-proxy',
        })),
    ),
});
