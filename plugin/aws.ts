import { recordName } from '../core/ledger/keys.ts';
import { parseDeploymentRecord } from '../core/ledger/record.ts';
import { stackView } from '../io/aws/cloudformation.ts';
import type { DeploymentSources } from '../io/aws/deployments.ts';
import type { AwsProvider } from './framework.ts';

/** The two calls that reading an output takes, with the framework's own credentials. */
interface Calls {
  parameter(name: string): Promise<string | undefined>;
  stacks(name: string): Promise<Parameters<typeof stackView>[0][]>;
}

/** Returns what tells where services are deployed in a region, by the framework's own way to AWS. */
export function sourcesOf(provider: AwsProvider, region: string): DeploymentSources {
  const calls = provider.getAwsSdkV3Config === undefined ? byRequest(provider, region) : bySdk(provider, region);
  return {
    async recordedStack(app, kind, stage, service) {
      const name = recordName({ app, kind, stage }, service);
      const text = await calls.parameter(name).catch(absent('ParameterNotFound'));
      return text === undefined ? undefined : parseDeploymentRecord(text, name).completed?.stack;
    },
    async stack(name) {
      const [stack] = (await calls.stacks(name).catch(absent('ValidationError'))) ?? [];
      return stack === undefined ? undefined : stackView(stack);
    },
  };
}

/** Takes "there is none" for an answer; every other error is passed on. */
function absent(name: 'ParameterNotFound' | 'ValidationError'): (error: unknown) => undefined {
  return (error) => {
    // serverless 3 wraps the SDK's error and keeps it beside.
    const { providerError } = error as { providerError?: Error & { code?: string } };
    const { name: own, message } = error as Error;
    const found = providerError?.code ?? own;
    if (found === name && (name === 'ParameterNotFound' || /does not exist/.test(message))) {
      return undefined;
    }
    throw error;
  };
}

function bySdk(provider: AwsProvider, region: string): Calls {
  const options = async () => (await provider.getAwsSdkV3Config?.({ region })) ?? {};
  return {
    async parameter(name) {
      const { GetParameterCommand, SSMClient } = await import('@aws-sdk/client-ssm');
      const answer = await new SSMClient(await options()).send(new GetParameterCommand({ Name: name }));
      return answer.Parameter?.Value;
    },
    async stacks(name) {
      const { CloudFormationClient, DescribeStacksCommand } = await import('@aws-sdk/client-cloudformation');
      const client = new CloudFormationClient(await options());
      return (await client.send(new DescribeStacksCommand({ StackName: name }))).Stacks ?? [];
    },
  };
}

function byRequest(provider: AwsProvider, region: string): Calls {
  const request = async <Answer>(service: string, method: string, parameters: object) =>
    (await provider.request?.(service, method, parameters, { region })) as Answer;
  return {
    async parameter(name) {
      const answer = await request<{ Parameter?: { Value?: string } }>('SSM', 'getParameter', { Name: name });
      return answer.Parameter?.Value;
    },
    async stacks(name) {
      type Answer = { Stacks?: Parameters<typeof stackView>[0][] };
      return (await request<Answer>('CloudFormation', 'describeStacks', { StackName: name })).Stacks ?? [];
    },
  };
}
