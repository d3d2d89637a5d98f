/** Parameter Store's data as AWS keeps it: per account and region, every parameter with its last 100 versions. */

export type ParameterType = 'String' | 'SecureString' | 'StringList';
export type ParameterTier = 'Standard' | 'Advanced';

export interface ParameterVersion {
  readonly value: string;
  readonly version: number;
  readonly type: ParameterType;
  readonly tier: ParameterTier;
  /** KMS key (id, ARN or alias) of a SecureString. */
  readonly keyId?: string;
  readonly description?: string;
  readonly allowedPattern?: string;
  readonly dataType: string;
  /** Milliseconds since 1970. */
  readonly modifiedAt: number;
  readonly modifiedBy: string;
}

export interface StoredParameter {
  readonly name: string;
  /** Oldest first; at most 100. */
  readonly versions: ParameterVersion[];
  readonly tags: Map<string, string>;
}

export interface DecryptionFailure {
  readonly keyId: string;
  readonly reason: 'denied' | 'missing-key' | 'disabled' | 'pending-deletion';
}

export interface Denial {
  /** Parameters whose name begins with it, `/` for all; a path call is denied when its path begins with it. */
  readonly pathPrefix: string;
  /** `ssm:GetParametersByPath`, `ssm:PutParameter`, … or `ssm:*`. */
  readonly action: string;
  /** Only for callers whose ARN holds this text. */
  readonly caller?: string;
}

export interface PutOptions {
  readonly type?: ParameterType;
  readonly keyId?: string;
  readonly tier?: ParameterTier;
  readonly description?: string;
  readonly allowedPattern?: string;
  readonly dataType?: string;
  readonly modifiedAt?: number;
  readonly modifiedBy?: string;
}

export interface SsmState {
  /** Writes the next version without asking (the test's own hand, no limits apply); returns it. */
  put(account: string, region: string, name: string, value: string, options?: PutOptions): ParameterVersion;
  /** The newest version, or undefined where there is no such parameter. */
  get(account: string, region: string, name: string): ParameterVersion | undefined;
  find(account: string, region: string, name: string): StoredParameter | undefined;
  remove(account: string, region: string, name: string): boolean;
  /** All parameters of one account and region, ordered by name. */
  list(account: string, region: string): readonly StoredParameter[];
  /** From now on decrypting the SecureString of this name fails as KMS would. */
  failDecryption(name: string, failure: DecryptionFailure): void;
  decryptionFailure(name: string): DecryptionFailure | undefined;
  /** From now on IAM refuses the action on these parameters. */
  deny(denial: Denial): void;
  readonly denials: readonly Denial[];
  /** True: a list answers the same NextToken for ever. */
  loopTokens: boolean;
  /** Standard parameters an account may hold in one region. */
  standardLimit: number;
  /** Takes back denials, decryption failures and looping tokens; parameters stay. */
  clearFaults(): void;
}

/** SSM keeps the last 100 versions of a parameter (Parameter Store user guide, "Parameter versions"). */
const KEPT_VERSIONS = 100;

/** An empty Parameter Store for any number of accounts and regions; `now` (milliseconds) stamps the test's own writes. */
export function createSsmState(now: () => number = Date.now): SsmState {
  const places = new Map<string, Map<string, StoredParameter>>();
  const failures = new Map<string, DecryptionFailure>();
  const denials: Denial[] = [];

  function parametersOf(account: string, region: string): Map<string, StoredParameter> {
    const key = `${account}/${region}`;
    const parameters = places.get(key) ?? new Map<string, StoredParameter>();
    places.set(key, parameters);
    return parameters;
  }

  return {
    loopTokens: false,
    standardLimit: 10_000,
    denials,
    put(account, region, name, value, options = {}) {
      const parameters = parametersOf(account, region);
      const parameter = parameters.get(name) ?? { name, versions: [], tags: new Map<string, string>() };
      const version = nextVersion(parameter.versions.at(-1), value, options, account, now);
      parameter.versions.push(version);
      if (parameter.versions.length > KEPT_VERSIONS) parameter.versions.shift();
      parameters.set(name, parameter);
      return version;
    },
    get: (account, region, name) => parametersOf(account, region).get(name)?.versions.at(-1),
    find: (account, region, name) => parametersOf(account, region).get(name),
    remove: (account, region, name) => parametersOf(account, region).delete(name),
    list: (account, region) =>
      [...parametersOf(account, region).values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
    failDecryption: (name, failure) => void failures.set(name, failure),
    decryptionFailure: (name) => failures.get(name),
    deny: (denial) => void denials.push(denial),
    clearFaults() {
      failures.clear();
      denials.length = 0;
      this.loopTokens = false;
    },
  };
}

/** What a write does not say stays as the version before had it. */
function nextVersion(
  before: ParameterVersion | undefined,
  value: string,
  options: PutOptions,
  account: string,
  now: () => number,
): ParameterVersion {
  const type = options.type ?? before?.type ?? 'String';
  const keyId = options.keyId ?? before?.keyId ?? 'alias/aws/ssm';
  const description = options.description ?? before?.description;
  const allowedPattern = options.allowedPattern ?? before?.allowedPattern;
  return {
    value,
    version: (before?.version ?? 0) + 1,
    type,
    tier: options.tier ?? before?.tier ?? 'Standard',
    dataType: options.dataType ?? before?.dataType ?? 'text',
    modifiedAt: options.modifiedAt ?? now(),
    modifiedBy: options.modifiedBy ?? `arn:aws:iam::${account}:user/test`,
    ...(type === 'SecureString' ? { keyId } : {}),
    ...(description === undefined ? {} : { description }),
    ...(allowedPattern === undefined ? {} : { allowedPattern }),
  };
}
