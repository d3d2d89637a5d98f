import type { StageKind } from '../stage/identity.ts';

/** What became of one service. */
export type ServiceStatus = 'deployed' | 'unchanged' | 'failed';

export interface ServiceResult {
  readonly key: string;
  /** Its `service:`; empty where it could not be told. */
  readonly name: string;
  readonly status: ServiceStatus;
  readonly stack?: string;
  /** Status of the stack after the deploy, as CloudFormation says it. */
  readonly stackStatus?: string;
  readonly url?: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly seconds: number;
  readonly error?: { readonly code: string; readonly message: string };
}

/** What became of a run of deploy-service: plain JSON for later jobs, redacted before it leaves. */
export interface DeployResult {
  readonly schemaVersion: 1;
  readonly app: string;
  readonly stage: string;
  readonly kind: StageKind;
  readonly ref: string;
  readonly commit?: string;
  readonly account: string;
  readonly region: string;
  readonly status: ServiceStatus;
  readonly url?: string;
  readonly services: readonly ServiceResult[];
}

/** Sums services up: one failure fails all, and only where nothing changed it is `unchanged`. */
export function overallStatus(services: readonly ServiceResult[]): ServiceStatus {
  if (services.some((service) => service.status === 'failed')) {
    return 'failed';
  }
  return services.some((service) => service.status === 'deployed') ? 'deployed' : 'unchanged';
}

/** Outputs that the Serverless Framework gives the address of an API. */
const URL_OUTPUTS = ['HttpApiUrl', 'ServiceEndpoint', 'ServiceEndpointWebsocket'] as const;

/** Returns the address at which a stack's API answers, where it has one. */
export function urlOf(outputs: Readonly<Record<string, string>>): string | undefined {
  return URL_OUTPUTS.map((name) => outputs[name]).find((url) => url !== undefined && url !== '');
}
