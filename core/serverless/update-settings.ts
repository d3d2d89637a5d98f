import type { PackagedService } from './state.ts';

/** With what the Serverless Framework updates a stack, beside the template (osls 4.3, `getSharedStackActionParams`). */
export interface UpdateSettings {
  readonly capabilities: readonly ('CAPABILITY_IAM' | 'CAPABILITY_NAMED_IAM' | 'CAPABILITY_AUTO_EXPAND')[];
  readonly tags: Readonly<Record<string, string>>;
  /** Parameters of the template. */
  readonly parameters: readonly { readonly key: string; readonly value?: string }[];
  readonly notificationArns: readonly string[];
  /** Role that CloudFormation gets; absent for none. */
  readonly role?: string;
}

/** Reads them from a package. */
export function updateSettings({ provider, template, stackTags }: PackagedService): UpdateSettings {
  const parameters = Array.isArray(provider['stackParameters']) ? (provider['stackParameters'] as unknown[]) : [];
  const arns = Array.isArray(provider['notificationArns']) ? (provider['notificationArns'] as unknown[]) : [];
  const role =
    (provider['iam'] as { readonly deploymentRole?: unknown } | undefined)?.deploymentRole ?? provider['cfnRole'];
  return {
    capabilities: [
      'CAPABILITY_IAM',
      'CAPABILITY_NAMED_IAM',
      ...(template['Transform'] === undefined ? [] : (['CAPABILITY_AUTO_EXPAND'] as const)),
    ],
    tags: stackTags,
    parameters: parameters.flatMap((one) => {
      const { ParameterKey: key, ParameterValue: value } = (one ?? {}) as Readonly<Record<string, unknown>>;
      return typeof key === 'string' ? [{ key, ...(value === undefined ? {} : { value: String(value) }) }] : [];
    }),
    notificationArns: arns.map(String),
    ...(typeof role === 'string' ? { role } : {}),
  };
}

/** Returns the bucket that packages of a service go to; `outputs` are those of the stack that stands. Undefined if it is not known. */
export function deploymentBucket(
  { provider }: Pick<PackagedService, 'provider'>,
  outputs: Readonly<Record<string, string>>,
): string | undefined {
  const configured = provider['deploymentBucket'];
  const named =
    typeof configured === 'string' ? configured : (configured as { readonly name?: unknown } | undefined)?.name;
  return typeof named === 'string' && named !== '' ? named : outputs['ServerlessDeploymentBucketName'];
}
