import { onlyDefined } from '../only-defined.ts';
import { apiUrl } from '../output/api-url.ts';
import { outputName } from '../output/names.ts';
import type { Parameter } from '../profile/parameter.ts';
import type { Session } from '../profile/session.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Variables that a child may have from ours. All else stays behind: the runner's tokens and command files (`ACTIONS_*`,
 * `GITHUB_*`, `INPUT_*`, `STATE_*`, most of `RUNNER_*`), stray AWS profiles and keys, the user's secrets.
 */
const ALLOWED = [
  'PATH',
  'Path',
  'HOME',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
  'SystemRoot',
  'ComSpec',
  'PATHEXT',
  'LANG',
  'LC_ALL',
  'LC_CTYPE',
  'TZ',
  'TMPDIR',
  'TEMP',
  'TMP',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'NODE_EXTRA_CA_CERTS',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  // By this the runner finds and ends, when the job is over, what outlived its step. It is a number, no secret.
  'RUNNER_TRACKING_ID',
] as const;

/** Variables that say where AWS is, not who we are. */
const ALLOWED_AWS =
  /^AWS_(ENDPOINT_URL(_[A-Z0-9_]+)?|CA_BUNDLE|USE_FIPS_ENDPOINT|USE_DUALSTACK_ENDPOINT|STS_REGIONAL_ENDPOINTS|RETRY_MODE|MAX_ATTEMPTS)$/;

/** Returns what any child gets: a plain environment without tokens, credentials or command files. */
export function plainEnvironment(own: Environment): Record<string, string> {
  const picked = ALLOWED.flatMap((name) => pick(own, name));
  return { ...Object.fromEntries(picked), CI: 'true' };
}

function pick(own: Environment, name: string): [string, string][] {
  const value = own[name];
  return value === undefined ? [] : [[name, value]];
}

/** What a service's own commands are told of its deployment. */
export interface DeploymentFacts {
  readonly stage: string;
  readonly region: string;
  /** Key of the service. */
  readonly key: string;
  readonly commit?: string;
  /** Outputs of its stack, by their id; the address of its API is one of them. */
  readonly outputs: Readonly<Record<string, string>>;
}

/**
 * Returns the variables that tell a service's own commands of its deployment: STAGE, REGION, SERVICE, COMMIT, SERVICE_URL,
 * and OUTPUT_<name> for each output, with `_` for what cannot stand in the name of a variable.
 */
export function factVariables({ stage, region, key, commit, outputs }: DeploymentFacts): Record<string, string> {
  const named = Object.entries(outputs).map(([id, value]) => [
    `OUTPUT_${outputName(id).replace(/[^A-Za-z0-9_]/g, '_')}`,
    value,
  ]);
  const url = apiUrl(outputs);
  return {
    ...Object.fromEntries(named),
    STAGE: stage,
    REGION: region,
    SERVICE: key,
    ...onlyDefined({ COMMIT: commit, SERVICE_URL: url }),
  };
}

/** Name of the variable that tells our Serverless plugin where the deploy's context is. */
export const PLUGIN_CONTEXT = 'SERVERLESS_STAGES_CONTEXT';

/** How often the CLI looks at CloudFormation, in milliseconds: its own 5,000 would dominate a short deploy. */
const MONITORING_MS = '1000';

/** The role's session, or a region alone, if nothing may be asked of AWS. */
export type ChildSession = Pick<Session, 'region'> & Partial<Session>;

export interface AwsEnvironmentParts {
  readonly own: Environment;
  readonly session: ChildSession;
  /** Path of an empty file; the machine's AWS configuration is not read. */
  readonly emptyFile: string;
  /** Parameters that the profile exports as variables (`export-env`). */
  readonly exported: readonly Parameter[];
}

/** Returns the environment of a child that works with AWS: the plain one, the role's session, and the exported parameters. */
export function awsEnvironment({ own, session, emptyFile, exported }: AwsEnvironmentParts): Record<string, string> {
  const aws = Object.keys(own).filter((name) => ALLOWED_AWS.test(name));
  return {
    ...plainEnvironment(own),
    ...Object.fromEntries(aws.flatMap((name) => pick(own, name))),
    ...Object.fromEntries(exported.map(({ name, value }) => [name, value])),
    ...onlyDefined({
      AWS_ACCESS_KEY_ID: session.accessKeyId,
      AWS_SECRET_ACCESS_KEY: session.secretAccessKey,
      AWS_SESSION_TOKEN: session.sessionToken,
    }),
    AWS_REGION: session.region,
    AWS_DEFAULT_REGION: session.region,
    AWS_CONFIG_FILE: emptyFile,
    AWS_SHARED_CREDENTIALS_FILE: emptyFile,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}

export interface CliEnvironmentParts extends AwsEnvironmentParts {
  /** Folder of this run for the CLI's compiled validator, which it would load from a shared one. */
  readonly schemaCache: string;
  /** Path of the file that our Serverless plugin reads; it is the variable `PLUGIN_CONTEXT`. */
  readonly pluginContext: string;
  /** Keys of serverless 4; absent for the others. */
  readonly licence?: { readonly accessKey?: string; readonly licenseKey?: string };
}

/** Returns the environment of the Serverless CLI: that of a child that works with AWS, and what the CLI itself reads. */
export function cliEnvironment(parts: CliEnvironmentParts): Record<string, string> {
  const { own, licence } = parts;
  return {
    ...awsEnvironment(parts),
    SLS_SCHEMA_CACHE_BASE_DIR: parts.schemaCache,
    SLS_AWS_MONITORING_FREQUENCY: own['SLS_AWS_MONITORING_FREQUENCY'] ?? MONITORING_MS,
    [PLUGIN_CONTEXT]: parts.pluginContext,
    SLS_NOTIFICATIONS_MODE: 'off',
    SLS_TELEMETRY_DISABLED: '1',
    ...onlyDefined({ SERVERLESS_ACCESS_KEY: licence?.accessKey, SERVERLESS_LICENSE_KEY: licence?.licenseKey }),
  };
}
