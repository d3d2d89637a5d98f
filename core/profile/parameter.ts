import { isLiteral, isSecret, isSsm, PARAMETER_NAME, type ParameterConfig } from '../configuration/schema.ts';
import { UserError } from '../errors.ts';
import { suggestName } from '../suggest.ts';

/** A parameter with its value, as the parameters file holds it. */
export interface Parameter {
  readonly name: string;
  readonly value: string;
  /** Whether the value has to stay secret: a SecureString, or an entry of the PARAMETERS secret. */
  readonly secret: boolean;
  /** Where the value comes from: `literal`, `ssm:/workshop/dev/key`, `secret:KEY`. */
  readonly source: string;
  /** SSM's number of the value; absent where it is not of SSM. */
  readonly version?: number;
}

/** An SSM parameter as it was read; `StringList` values keep their commas, as SSM stores them. */
export interface SsmValue {
  /** Full name, as SSM knows it. */
  readonly name: string;
  readonly value: string;
  readonly secure: boolean;
  /** SSM's number of this value of the parameter, from 1 on. */
  readonly version: number;
}

/** Returns the names that the references of a profile point at in SSM. */
export function ssmReferences(parameters: Readonly<Record<string, ParameterConfig>>): string[] {
  const names = Object.values(parameters).flatMap((value) => (isSsm(value) ? [value.ssm] : []));
  return [...new Set(names)];
}

/**
 * Reads the PARAMETERS secret: lines of `NAME=<JSON string>`. Lines, because the runner masks each line of a secret: a
 * JSON object over several lines would mask `{`. Throws E_SECRET_MISSING with the line's number, never its text.
 */
export function parseParametersSecret(text: string): Map<string, string> {
  const entries = new Map<string, string>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') {
      continue;
    }
    const [, name, json] = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/.exec(line.trim()) ?? [];
    const value = json === undefined ? undefined : parseJsonString(json);
    if (name === undefined || value === undefined) {
      throw new UserError('E_SECRET_MISSING', {
        what: `line ${index + 1} of the PARAMETERS secret is not NAME=<JSON string>`,
        fix: 'write each entry on a line of its own, its value in double quotes: API_KEY="value" (line breaks as \\n)',
      });
    }
    if (entries.has(name)) {
      throw new UserError('E_SECRET_MISSING', {
        what: `line ${index + 1} of the PARAMETERS secret gives "${name}" a second time`,
        fix: 'keep one of the two lines',
      });
    }
    entries.set(name, value);
  }
  return entries;
}

function parseJsonString(json: string): string | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Checks that every `secret:` reference has its entry; throws E_SECRET_MISSING for the first that has none. */
export function checkSecretReferences(
  parameters: Readonly<Record<string, ParameterConfig>>,
  secrets: ReadonlyMap<string, string>,
): void {
  for (const [name, value] of Object.entries(parameters)) {
    if (isSecret(value) && !secrets.has(value.secret)) {
      throw new UserError('E_SECRET_MISSING', {
        what: `the parameter "${name}" names the entry "${value.secret}", which the PARAMETERS secret does not have`,
        fix: `add a line ${value.secret}="…" to the secret and pass it as the input "parameters" – ${suggestName(value.secret, [...secrets.keys()])}`,
      });
    }
  }
}

/** Everything that the parameters of a profile are made of. */
export interface ParameterSources {
  readonly parameters: Readonly<Record<string, ParameterConfig>>;
  readonly secrets: ReadonlyMap<string, string>;
  /** What `ssmReferences` point at, by full name. */
  readonly referenced: ReadonlyMap<string, SsmValue>;
  /** What stands below `parameters-path`. */
  readonly below: readonly SsmValue[];
  readonly path?: string;
}

/**
 * Puts the parameters of a profile together, ordered by name: explicit ones win over those below the path. Throws
 * E_PARAMETER for a name below the path that `${param:…}` cannot spell.
 */
export function combineParameters(sources: ParameterSources): Parameter[] {
  const combined = new Map<string, Parameter>();
  for (const found of sources.below) {
    const name = nameBelow(sources.path ?? '/', found.name);
    combined.set(name, {
      name,
      value: found.value,
      secret: found.secure,
      source: `ssm:${found.name}`,
      version: found.version,
    });
  }
  for (const [name, configured] of Object.entries(sources.parameters)) {
    combined.set(name, explicit(name, configured, sources));
  }
  return [...combined.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function nameBelow(path: string, fullName: string): string {
  const name = fullName.slice(path.endsWith('/') ? path.length : path.length + 1);
  if (!PARAMETER_NAME.test(name)) {
    throw new UserError('E_PARAMETER', {
      what: `the SSM parameter "${fullName}" would be the parameter "${name}"`,
      why: '${param:…} cannot spell that name; it begins with a letter or _',
      fix: 'rename it in SSM, or name it under "parameters" with { ssm: … }',
    });
  }
  return name;
}

function explicit(name: string, configured: ParameterConfig, sources: ParameterSources): Parameter {
  if (isLiteral(configured)) {
    return { name, value: String(configured), secret: false, source: 'literal' };
  }
  if (isSecret(configured)) {
    const value = sources.secrets.get(configured.secret) ?? '';
    return { name, value, secret: true, source: `secret:${configured.secret}` };
  }
  const found = sources.referenced.get(configured.ssm);
  if (found === undefined) {
    throw new Error(`the SSM parameter ${configured.ssm} was not read`);
  }
  return { name, value: found.value, secret: found.secure, source: `ssm:${configured.ssm}`, version: found.version };
}
