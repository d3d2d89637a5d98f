import type { PolicyStatement } from '../iam/identity-policy.ts';
import type { Mismatch } from '../trust/evaluate.ts';
import { readTrustPolicy, type Statement } from '../trust/policy.ts';

export interface Role {
  /** `arn:PARTITION:iam::ACCOUNT:role/PATH/NAME`. */
  readonly arn: string;
  /** The AssumeRolePolicyDocument, as an object or as JSON text. */
  readonly trustPolicy: unknown;
  /** Seconds, 3600 to 43200; 3600 by default. */
  readonly maxSessionDuration?: number;
}

/** What STS knows about a refusal and never tells the caller. */
export type Denial =
  | { readonly role: string; readonly reason: 'no-such-role' }
  | { readonly role: string; readonly reason: 'explicit-deny'; readonly statement: string }
  | { readonly role: string; readonly reason: 'no-allow'; readonly mismatches: readonly Mismatch[] };

export interface StoredRole {
  readonly arn: string;
  readonly partition: string;
  readonly account: string;
  readonly name: string;
  readonly trust: readonly Statement[];
  /** The AssumeRolePolicyDocument as it was given, as JSON. */
  readonly trustDocument: string;
  /** Seconds. */
  readonly maxSessionDuration: number;
}

export interface RoleStore {
  /** Makes or replaces a role; throws MalformedPolicyDocument for a trust policy that IAM (or the stand-in) would not take. */
  add(role: Role): void;
  find(arn: string): StoredRole | undefined;
  /** By name, which is unique in an account whatever the path. */
  findNamed(account: string, name: string): StoredRole | undefined;
  remove(arn: string): void;
  /** Gives a role a policy under an id, or takes it away (undefined). */
  setPolicy(account: string, name: string, id: string, statements: readonly PolicyStatement[] | undefined): void;
  /** Statements of all policies of a role; none where it has none. */
  statementsOf(arn: string): readonly PolicyStatement[];
  /** The newest refusal, for tests: which statement and key failed. */
  lastDenial: Denial | undefined;
}

/** An empty store of IAM roles by ARN. */
export function createRoleStore(): RoleStore {
  const roles = new Map<string, StoredRole>();
  const policies = new Map<string, Map<string, readonly PolicyStatement[]>>();
  return {
    lastDenial: undefined,
    add(role) {
      const place = parseRoleArn(role.arn);
      if (place === undefined) throw new Error(`not the ARN of a role: ${role.arn}`);
      const trust = readTrustPolicy(role.trustPolicy);
      const { trustPolicy: given, maxSessionDuration = 3600 } = role;
      const trustDocument = typeof given === 'string' ? given : JSON.stringify(given);
      roles.set(role.arn, { arn: role.arn, ...place, trust, trustDocument, maxSessionDuration });
    },
    find: (arn) => roles.get(arn),
    findNamed: (account, name) => [...roles.values()].find((role) => role.account === account && role.name === name),
    remove: (arn) => void roles.delete(arn),
    setPolicy(account, name, id, statements) {
      const key = `${account} ${name}`;
      const own = policies.get(key) ?? new Map();
      policies.set(key, own);
      if (statements === undefined) own.delete(id);
      else own.set(id, statements);
    },
    statementsOf(arn) {
      const role = roles.get(arn);
      return [...(policies.get(`${role?.account} ${role?.name}`)?.values() ?? [])].flat();
    },
  };
}

/** Partition, account and name (without its path) of a role's ARN; undefined when it is none. */
export function parseRoleArn(arn: string): Pick<StoredRole, 'partition' | 'account' | 'name'> | undefined {
  const match = /^arn:(aws|aws-cn|aws-us-gov):iam::(\d{12}):role\/(?:[\w+=,.@/-]*\/)?([\w+=,.@-]+)$/.exec(arn);
  const [, partition, account, name] = match ?? [];
  if (partition === undefined || account === undefined || name === undefined) return undefined;
  return { partition, account, name };
}

export interface OidcProvider {
  /** Account whose IAM holds it. */
  readonly account: string;
  /** Issuer, with `https://`, as in the token's `iss`. */
  readonly url: string;
  /** The client ids. */
  readonly audiences: readonly string[];
  /** Where the stand-in fetches the keys from; AWS finds it in the issuer's metadata. */
  readonly jwksUri: string;
}

export interface OidcProviders {
  /** Makes or replaces the account's provider of this URL. */
  add(provider: OidcProvider): void;
  of(account: string): readonly OidcProvider[];
  remove(account: string, url: string): void;
}

/** An empty store of IAM's OpenID Connect providers. */
export function createOidcProviders(): OidcProviders {
  const providers = new Map<string, OidcProvider>();
  return {
    add: (provider) => void providers.set(`${provider.account} ${provider.url}`, provider),
    of: (account) => [...providers.values()].filter((provider) => provider.account === account),
    remove: (account, url) => void providers.delete(`${account} ${url}`),
  };
}

/** ARN of a provider in an account: its URL without the scheme. */
export function providerArn(partition: string, provider: OidcProvider): string {
  return `arn:${partition}:iam::${provider.account}:oidc-provider/${hostOf(provider)}`;
}

/** What the provider's condition keys begin with: its URL without the scheme. */
export function hostOf(provider: OidcProvider): string {
  return provider.url.replace(/^https:\/\//, '');
}
