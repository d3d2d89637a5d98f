import { createHmac } from 'node:crypto';
import { type Redactor, redactDeep } from '../redact.ts';
import type { Subject } from './view/subject.ts';

/** What a policy of a user's own is given. */
export interface ForeignInput {
  readonly service: { readonly key: string; readonly name: string };
  readonly stage: Subject['stage'];
  readonly region: string;
  readonly stack: string;
  readonly cli: Subject['cli'];
  /** In ISO 8601. */
  readonly now: string;
  readonly template: Subject['template'];
  /** Templates of nested stacks in the package. */
  readonly nested: Subject['nested'];
  /** `functions` and `provider` of the service's configuration. */
  readonly functions: Readonly<Record<string, unknown>>;
  readonly provider: Subject['provider'];
  readonly stackTags: Subject['stackTags'];
  readonly changes: Subject['changes'] | null;
  /** `config` of the safeguard. */
  readonly config: unknown;
}

/** How much of the values a policy is given. */
export interface Discretion {
  /** The `config` of the safeguard. */
  readonly config: unknown;
  /** Whether it is given the values of variables. */
  readonly values: boolean;
  /** Key of the hashes, of this run alone: short values could be guessed by those of another. */
  readonly salt: string;
  readonly redactor: Redactor;
}

/**
 * Returns what a policy of a user's own is given. Without `values` the variables of functions are hashes, which can be compared with
 * each other, and secrets that the run knows are taken out of all else.
 */
export function foreignInput(
  key: string,
  subject: Subject,
  functions: Readonly<Record<string, unknown>>,
  { config, values, salt, redactor }: Discretion,
): ForeignInput {
  const { service, stage, region, stack, cli, now, template, nested, provider, stackTags, changes } = subject;
  const shown = { template, nested, functions, provider, stackTags };
  const hidden = values ? shown : redactDeep(withHashes(shown, salt) as typeof shown, redactor);
  return {
    service: { key, name: service },
    stage,
    region,
    stack,
    cli,
    now: new Date(now).toISOString(),
    ...hidden,
    changes: changes ?? null,
    config,
  };
}

/** `Environment: { Variables }` of templates, `environment` of the service's configuration. */
function withHashes(value: unknown, salt: string): unknown {
  if (Array.isArray(value)) {
    return value.map((one) => withHashes(one, salt));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const isMapping = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
      return [key, isMapping && /^(environment|Variables)$/.test(key) ? hashed(inner, salt) : withHashes(inner, salt)];
    }),
  );
}

function hashed(variables: object, salt: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => {
      const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
      return [name, `sha256:${createHmac('sha256', salt).update(text).digest('hex').slice(0, 32)}`];
    }),
  );
}
