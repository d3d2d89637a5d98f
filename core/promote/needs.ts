import type { EffectiveProfile } from '../configuration/effective.ts';
import { isSecret } from '../configuration/schema.ts';
import { ssmReferences } from '../profile/parameter.ts';
import type { Service } from '../service/definition.ts';
import { outputOfParameter } from '../service/parameter-outputs.ts';
import { failed, type Line, notAsked, passed } from './line.ts';

/** Parameters that a profile gives, by name alone. */
export interface GivenParameters {
  /** Names of parameters, as `${param:…}` spells them. */
  readonly names: ReadonlySet<string>;
  /** Names of SSM parameters that the profile refers to and that are not there. */
  readonly missing: readonly string[];
  /** The `parameters-path` below which nothing is although something has to be. */
  readonly emptyPath: string | undefined;
  /** Entries of the PARAMETERS secret that it refers to, which nobody can look at. */
  readonly secrets: readonly string[];
}

/** Which SSM parameters there are, of what a profile refers to. */
export interface SsmNames {
  /** Full names below `parameters-path`. */
  readonly below: readonly string[];
  /** Those of the references that are there. */
  readonly referenced: readonly string[];
}

/** Returns which parameters a profile gives. */
export function givenParameters(profile: EffectiveProfile, { below, referenced }: SsmNames): GivenParameters {
  const { parameters, parametersPath: path, requireParameters } = profile;
  const known = new Set([...below, ...referenced]);
  const prefix = path === undefined ? '' : path.replace(/\/?$/, '/');
  return {
    names: new Set([...Object.keys(parameters), ...below.map((name) => name.slice(prefix.length))]),
    missing: ssmReferences(parameters).filter((name) => !known.has(name)),
    emptyPath: requireParameters && below.length === 0 ? path : undefined,
    secrets: Object.values(parameters).flatMap((value) => (isSecret(value) ? [value.secret] : [])),
  };
}

/** Returns the references of a profile that are not below its path, and so have to be asked for one by one. */
export function otherReferences({ parameters, parametersPath: path }: EffectiveProfile): string[] {
  const prefix = path?.replace(/\/?$/, '/');
  return ssmReferences(parameters).filter((name) => prefix === undefined || !name.startsWith(prefix));
}

/** What the services of a stage need, and what is there. */
export interface NeedsParts {
  readonly from: string;
  readonly to: string;
  /** Services that `to` gets. */
  readonly services: readonly Service[];
  /** Keys of all services of the application. */
  readonly keys: readonly string[];
  readonly given: { readonly from: GivenParameters | undefined; readonly to: GivenParameters };
  /** Keys of services that `to` has, or will have. */
  readonly present: ReadonlySet<string>;
  /** What other applications or stages have to have, and lack: each a sentence. */
  readonly outputs: readonly string[];
  /** What could not be looked at, each with the reason. */
  readonly unseen: readonly string[];
}

/**
 * Says whether all that the services need in `to` exists. A parameter that `from` gives and `to` does not is missing; one that
 * neither gives has a fallback, or is the service's own, or `from` could not have been deployed.
 */
export function needsLine(parts: NeedsParts): Line {
  const { to, given } = parts;
  const missing = [
    ...given.to.missing.map((name) => `${name} is not in SSM Parameter Store`),
    ...(given.to.emptyPath === undefined ? [] : [`nothing is below ${given.to.emptyPath} (parameters-path)`]),
    ...missingParameters(parts),
    ...missingServices(parts),
    ...parts.outputs,
  ];
  if (missing.length > 0) {
    return failed('needs', `${to} lacks what its services need`, {
      code: 'E_NEEDS_MISSING',
      details: missing,
      fix: `add it to ${to} (its profile, SSM Parameter Store, or the service that has the output), and start it again`,
    });
  }
  const { secrets } = given.to;
  const hidden =
    secrets.length === 0 ? '' : `; entries of the secret PARAMETERS cannot be looked at: ${secrets.join(', ')}`;
  return parts.unseen.length > 0
    ? notAsked('needs', `whether ${to} has all that its services need was not asked in full${hidden}`, parts.unseen)
    : passed('needs', `the parameters and outputs that the services need exist in ${to}${hidden}`);
}

function missingParameters({ from, to, services, keys, given }: NeedsParts): string[] {
  return services.flatMap(({ key, reads }) =>
    reads.needed
      .filter(
        (name) =>
          given.from?.names.has(name) === true &&
          !given.to.names.has(name) &&
          outputOfParameter(name, keys) === undefined,
      )
      .map((name) => `${key} reads \${param:${name}}, which ${from} has and ${to} lacks`),
  );
}

/** A configured stage reads its own deployments alone. */
function missingServices({ to, services, keys, given, present }: NeedsParts): string[] {
  return services.flatMap(({ key, reads }) =>
    reads.needed.flatMap((name) => {
      const output = given.to.names.has(name) ? undefined : outputOfParameter(name, keys);
      return output === undefined || present.has(output.key)
        ? []
        : [`${key} reads \${param:${name}}, and ${to} has no ${output.key}`];
    }),
  );
}
