import type { AwsProvider } from '../io/aws/framework-provider.ts';

/** A template of CloudFormation, as the Serverless Framework builds it. */
export interface Template {
  Outputs?: Record<string, { Description?: string; Value: unknown }>;
}

/** The running Serverless Framework (osls 4, serverless 3), as far as the plugin uses it. */
export interface Serverless {
  readonly version: string;
  readonly serviceDir?: string;
  readonly config: { readonly servicePath?: string };
  /** The service's configuration with its variables resolved. */
  readonly configurationInput: Record<string, unknown>;
  readonly service: {
    readonly service: string;
    org?: string;
    readonly resources?: { readonly Outputs?: Template['Outputs'] };
    readonly provider: { readonly compiledCloudFormationTemplate: Template };
  };
  readonly classes: { readonly Error: new (message: string, code: string) => Error };
  readonly configSchemaHandler: {
    defineTopLevelProperty(name: string, schema: object): void;
  };
  getProvider(name: 'aws'): AwsProvider;
}

/** What a variable source returns: null lets the variable's fallback take over, else the message is the error. */
export interface SourceResult {
  readonly value: unknown;
  readonly eventualErrorMessage?: string;
}
