import { createPlacedStore, type Place, type PlacedStore } from './place.ts';

export interface LambdaFunction extends Place {
  name: string;
  arn: string;
  runtime: string;
  handler: string;
  roleArn: string;
  description: string;
  /** Seconds. */
  timeout: number;
  memorySize: number;
  environment: Record<string, string>;
  /** Where its output goes; comes into being with its first call. */
  logGroup: string;
  zip: Buffer;
  /** SHA-256 of the zip in base64, as AWS writes it. */
  codeSha256: string;
  modified: number;
  versions: { version: string; description: string; codeSha256: string; modified: number }[];
  /** Statement ids of the resource policy. */
  permissions: Set<string>;
}

export interface FunctionStore extends PlacedStore<LambdaFunction> {
  /** The variables a deployed function has; undefined where no account or region has such a function. */
  environment(name: string): Record<string, string> | undefined;
}

export function createFunctionStore(): FunctionStore {
  const store = createPlacedStore<LambdaFunction>();
  return { ...store, environment: (name) => store.list().find((fn) => fn.name === name)?.environment };
}

/** The plain name in a function's name, ARN or partial ARN, without a qualifier. */
export function functionNameOf(reference: string): string {
  const afterFunction = /(?:^|:)function:([^:]+)/.exec(reference)?.[1];
  return afterFunction ?? reference.split(':')[0] ?? reference;
}
