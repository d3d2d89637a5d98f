import type { DescribeStacksOutput } from '@aws-sdk/client-cloudformation';
import type { GetParameterResult } from '@aws-sdk/client-ssm';
import { recordName } from '../../core/ledger/keys.ts';
import { parseDeploymentRecord } from '../../core/ledger/record.ts';
import type { StackView } from '../../core/stack/status.ts';
import { describeStack } from './cloudformation.ts';
import type { DeploymentSources } from './deployments.ts';
import { awsError } from './errors.ts';
import { parameterValue } from './parameters.ts';

/** The Serverless Framework's provider of AWS, as far as the plugin uses it. */
export interface AwsProvider {
  getStage(): string;
  getRegion(): string;
  /** osls 4: options for a client of the AWS SDK v3. */
  getAwsSdkV3Config?(options: { readonly region: string }): Promise<Record<string, unknown>>;
  /** serverless 3: a request by the AWS SDK v2. */
  request?(
    service: string,
    method: string,
    parameters: object,
    options: { readonly region: string },
  ): Promise<Record<string, unknown>>;
}

/** The two calls that reading an output takes, with the framework's own credentials. */
interface Calls {
  parameter(name: string): Promise<string>;
  stack(name: string): Promise<StackView>;
}

/** Returns what tells where services are deployed in a region, by the framework's own way to AWS. */
export function sourcesOf(provider: AwsProvider, region: string): DeploymentSources {
  const calls = provider.getAwsSdkV3Config === undefined ? byRequest(provider, region) : bySdk(provider, region);
  return {
    async recordedStack(app, kind, stage, service) {
      const name = recordName({ app, kind, name: stage }, service);
      const text = await calls.parameter(name).catch(absent('ParameterNotFound', `${name} could not be read`));
      return text === undefined ? undefined : parseDeploymentRecord(text, name).completed?.stack;
    },
    async stack(name) {
      return calls.stack(name).catch(absent('ValidationError', `the stack ${name} could not be looked at`));
    },
  };
}

/** Takes "there is none" for an answer; every other error says what was tried. */
function absent(name: 'ParameterNotFound' | 'ValidationError', what: string): (error: unknown) => undefined {
  return (error) => {
    // serverless 3 wraps the SDK's error and keeps it beside.
    const { providerError } = error as { providerError?: Error & { code?: string } };
    const { name: own, message } = error as Error;
    const found = providerError?.code ?? own;
    if (found === name && (name === 'ParameterNotFound' || /does not exist/.test(message))) {
      return undefined;
    }
    throw awsError(what, providerError ?? error);
  };
}

function bySdk(provider: AwsProvider, region: string): Calls {
  const options = async () => (await provider.getAwsSdkV3Config?.({ region })) ?? {};
  return {
    async parameter(name) {
      const { GetParameterCommand, SSMClient } = await import('@aws-sdk/client-ssm');
      const client = new SSMClient(await options());
      return parameterValue(client.send(new GetParameterCommand({ Name: name })));
    },
    async stack(name) {
      const { CloudFormationClient, DescribeStacksCommand } = await import('@aws-sdk/client-cloudformation');
      const client = new CloudFormationClient(await options());
      return describeStack(client.send(new DescribeStacksCommand({ StackName: name })));
    },
  };
}

function byRequest(provider: AwsProvider, region: string): Calls {
  const request = async <Answer>(service: string, method: string, parameters: object) =>
    (await provider.request?.(service, method, parameters, { region })) as Answer;
  return {
    parameter: (name) => parameterValue(request<GetParameterResult>('SSM', 'getParameter', { Name: name })),
    stack: (name) =>
      describeStack(request<DescribeStacksOutput>('CloudFormation', 'describeStacks', { StackName: name })),
  };
}
