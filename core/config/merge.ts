import { type Config, isLiteral, type ParameterConfig, type ProfileConfig } from '../configuration/schema.ts';
import { onlyDefined } from '../only-defined.ts';
import { ownValue } from '../own-value.ts';

export interface MergedConfiguration {
  readonly config: Config;
  /** What the pull request changes without effect, as paths; shown in the log. */
  readonly ignored: readonly string[];
}

/**
 * Merges the configuration of a preview: everything that grants something comes from the target branch (`trusted`),
 * services and literal parameters from the pull request (`proposed`).
 */
export function mergeForPreview(trusted: Config, proposed: Config): MergedConfiguration {
  const ignored = changedKeys(trusted, proposed);
  const profiles: Config['profiles'] = {};
  for (const [name, profile] of Object.entries(trusted.profiles)) {
    const wanted = proposed.profiles[name];
    const parameters: Record<string, ParameterConfig> = {};
    for (const key of wanted === undefined ? [] : parameterNames(profile, wanted)) {
      const merged = mergeParameter(profile.parameters?.[key], wanted?.parameters?.[key]);
      if (merged.value !== undefined) {
        parameters[key] = merged.value;
      }
      if (merged.ignored) {
        ignored.push(`profiles.${name}.parameters.${key}`);
      }
    }
    profiles[name] = wanted === undefined ? profile : { ...profile, parameters };
  }
  const { services: _, waivers, ...rest } = trusted;
  const moved = (waivers ?? []).filter(({ service }) => isMoved(service, trusted, proposed));
  ignored.push(
    ...moved.map(({ safeguard, service }) => `services.${service}.path (a waiver of ${safeguard} names it)`),
  );
  const own = onlyDefined({
    services: proposed.services,
    waivers: waivers?.filter((waiver) => !moved.includes(waiver)),
  });
  return { config: { ...rest, profiles, ...own }, ignored: ignored.sort() };
}

/** Whether a pull request gives the key of a service to another folder: what was waived for the one is not for the other. */
function isMoved(key: string | undefined, trusted: Config, proposed: Config): boolean {
  const [before, after] = [trusted, proposed].map(({ services = {} }) => ownValue(services, key ?? '')?.path);
  return before !== after;
}

function parameterNames(...profiles: readonly ProfileConfig[]): Set<string> {
  return new Set(profiles.flatMap((profile) => Object.keys(profile.parameters ?? {})));
}

/** A literal is the pull request's, also where it drops one; a reference is the target branch's. */
function mergeParameter(
  granted: ParameterConfig | undefined,
  wanted: ParameterConfig | undefined,
): { value?: ParameterConfig; ignored: boolean } {
  if (wanted !== undefined && isLiteral(wanted)) {
    return { value: wanted, ignored: false };
  }
  if (wanted === undefined && granted !== undefined && isLiteral(granted)) {
    return { ignored: false };
  }
  return { ...onlyDefined({ value: granted }), ignored: !sameValue(granted, wanted) };
}

/** Paths of what grants something and differs between the two configurations. */
function changedKeys(trusted: Config, proposed: Config): string[] {
  const keys = [
    'app',
    'default-profile',
    'previews',
    'personal',
    'promote',
    'notifications',
    'waivers',
    'check-stages',
  ] as const;
  const changed: string[] = keys.filter((key) => !sameValue(trusted[key], proposed[key]));
  for (const group of ['stages', 'profiles'] as const) {
    const before: Record<string, object> = trusted[group] ?? {};
    const after: Record<string, object> = proposed[group] ?? {};
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      changed.push(...changedFields(`${group}.${name}`, before[name], after[name]));
    }
  }
  return changed;
}

function changedFields(path: string, before: object | undefined, after: object | undefined): string[] {
  if (before === undefined || after === undefined) {
    return [path];
  }
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  fields.delete('parameters');
  return [...fields]
    .filter((field) => !sameValue(Reflect.get(before, field), Reflect.get(after, field)))
    .map((field) => `${path}.${field}`);
}

function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
