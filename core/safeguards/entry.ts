import * as v from 'valibot';
import { onlyDefined } from '../only-defined.ts';
import { suggestName } from '../suggest.ts';
import { isSafeguardId, JAVASCRIPT, POLICIES, SAFEGUARD_IDS, type SafeguardId } from './catalogue.ts';
import { javascriptConfig } from './javascript.ts';
import type { Level } from './policy/policy.ts';
import { recordOf } from './view/resource.ts';

/** A safeguard of a profile's list. */
export interface Safeguard {
  readonly id: SafeguardId;
  readonly title: string;
  readonly description?: string;
  readonly level: Level;
  /** Names of stages, or patterns, that it is for; absent for all. */
  readonly stages?: readonly string[];
  /** As the policy's schema takes it; absent if there is none. */
  readonly config?: unknown;
}

/** What is wrong with an entry of the list, and where in it. */
export interface SettingFault {
  readonly path: readonly (string | number)[];
  readonly what: string;
  readonly fix: string;
}

const FULL_KEYS = ['title', 'safeguard', 'description', 'enforcementLevel', 'stage', 'config'] as const;
const SHORT_KEYS = ['title', 'description', 'level', 'stage', 'config'] as const;

/** An entry as written, whichever form it has. */
interface Written {
  readonly id: unknown;
  readonly idPath: readonly string[];
  readonly title?: unknown;
  readonly description?: unknown;
  readonly level?: unknown;
  readonly levelPath: readonly string[];
  readonly stage?: unknown;
  readonly stagePath: readonly string[];
  readonly config?: unknown;
  readonly configPath: readonly string[];
}

/**
 * Reads an entry of a profile's `safeguards`: `name`, `name: config`, `name: { level, stage, config }`, or the form of the
 * Serverless Dashboard (`{ title, safeguard, description, enforcementLevel, stage, config }`). Returns what is wrong with it
 * instead, if anything is.
 */
export function readSafeguard(entry: unknown): Safeguard | readonly SettingFault[] {
  const written = spread(entry);
  if (!('idPath' in written)) {
    return written;
  }
  const { id, idPath, title, description, level = 'error', levelPath, stage, stagePath, configPath } = written;
  if (typeof id !== 'string' || !isSafeguardId(id)) {
    const fix = suggestName(String(id), SAFEGUARD_IDS);
    return [{ path: idPath, what: `"${String(id)}" is not a safeguard`, fix }];
  }
  const stages = readStages(stage);
  const checked = checkConfig(id, written.config);
  const faults: SettingFault[] = [
    ...(level === 'error' || level === 'warning'
      ? []
      : [{ path: levelPath, what: `"${String(level)}" is not a level`, fix: 'write error or warning' }]),
    ...(id === 'no-unresolved-variables' && (level !== 'error' || stage !== undefined)
      ? [{ path: idPath, what: `"${id}" is always on, and always an error`, fix: 'remove its level and stage' }]
      : []),
    ...(stages === 'wrong'
      ? [{ path: stagePath, what: '"stage" takes a name or a list of names', fix: 'write one' }]
      : []),
    ...checked.faults.map(({ path, ...fault }) => ({ ...fault, path: [...configPath, ...path] })),
  ];
  if (faults.length > 0) {
    return faults;
  }
  return {
    id,
    title: typeof title === 'string' && title !== '' ? title : id,
    ...(typeof description === 'string' && description !== '' ? { description } : {}),
    level: level as Level,
    ...onlyDefined({ stages: stages === 'wrong' ? undefined : stages, config: checked.config }),
  };
}

/** The parts of an entry in any of its forms. */
function spread(entry: unknown): Written | readonly SettingFault[] {
  if (typeof entry === 'string') {
    return { id: entry, idPath: [], levelPath: [], stagePath: [], configPath: [] };
  }
  const mapping = recordOf(entry);
  if (mapping['safeguard'] !== undefined) {
    return spreadFull(mapping);
  }
  const [[id, value] = [], ...more] = Object.entries(mapping);
  if (id === undefined || more.length > 0) {
    const what = id === undefined ? 'an entry names no safeguard' : 'an entry names several safeguards';
    return [{ path: [], what, fix: 'write one name an entry: `- require-dlq`, or `- allowed-regions: [us-east-1]`' }];
  }
  const inner = recordOf(value);
  // Names of tags may be anything: what has no `config` is tags.
  const needs = id === 'required-stack-tags' ? ['config'] : SHORT_KEYS;
  const isShort =
    needs.some((key) => key in inner) &&
    Object.keys(inner).every((key) => (SHORT_KEYS as readonly string[]).includes(key));
  return isShort
    ? {
        ...inner,
        id,
        idPath: [id],
        levelPath: [id, 'level'],
        stagePath: [id, 'stage'],
        configPath: [id, 'config'],
      }
    : { id, idPath: [id], config: value, levelPath: [id], stagePath: [id], configPath: [id] };
}

function spreadFull(mapping: Readonly<Record<string, unknown>>): Written | readonly SettingFault[] {
  const unknown = Object.keys(mapping).filter((key) => !(FULL_KEYS as readonly string[]).includes(key));
  if (unknown.length > 0) {
    return unknown.map((key) => ({
      path: [key],
      what: `"${key}" is not a key of a safeguard`,
      fix:
        key === 'path'
          ? 'write `safeguard: javascript` with `config: { path: … }` for a policy of your own'
          : suggestName(key, FULL_KEYS),
    }));
  }
  const { safeguard: id, enforcementLevel: level, title, description, stage, config } = mapping;
  return {
    id,
    idPath: ['safeguard'],
    title,
    description,
    level: level ?? undefined,
    levelPath: ['enforcementLevel'],
    stage: stage ?? undefined,
    stagePath: ['stage'],
    config,
    configPath: ['config'],
  };
}

function readStages(stage: unknown): readonly string[] | undefined | 'wrong' {
  if (stage === undefined) {
    return undefined;
  }
  const list: unknown[] = Array.isArray(stage) ? stage : [stage];
  return list.length > 0 && list.every((one) => typeof one === 'string' && one !== '') ? (list as string[]) : 'wrong';
}

interface CheckedConfig {
  readonly config?: unknown;
  readonly faults: readonly SettingFault[];
}

/** A list of the Dashboard gives a safeguard without configuration an empty one. */
function checkConfig(id: SafeguardId, config: unknown): CheckedConfig {
  const given = isEmpty(config) ? undefined : withoutNulls(config);
  const schema: v.GenericSchema = id === JAVASCRIPT ? javascriptConfig : POLICIES[id].config;
  const checked = v.safeParse(schema, given);
  if (checked.success) {
    return { ...onlyDefined({ config: given }), faults: [] };
  }
  const configuration = id === JAVASCRIPT ? 'path or code' : POLICIES[id].configuration;
  const takes = configuration === '' ? 'no configuration' : configuration;
  return {
    faults: checked.issues.map((issue) => {
      const path = (issue.path ?? []).map((item) => item.key as string | number);
      const isMissing = issue.input === undefined;
      const said = /^(is|knows|names|cannot|takes) /.test(issue.message)
        ? ` ${issue.message}`
        : ' is not what it takes';
      const what = isMissing
        ? `the safeguard "${id}" lacks ${path.length === 0 ? 'its configuration' : `"${path.at(-1)}"`}`
        : `the configuration of the safeguard "${id}"${said}`;
      return { path, what, fix: `it takes ${takes} (docs/safeguards.md)` };
    }),
  };
}

function isEmpty(config: unknown): boolean {
  return (
    config === undefined ||
    config === null ||
    config === '' ||
    (typeof config === 'object' && Object.keys(config).length === 0)
  );
}

/** A key without a value is none. */
function withoutNulls(config: unknown): unknown {
  const isMapping = typeof config === 'object' && config !== null && !Array.isArray(config);
  return isMapping ? Object.fromEntries(Object.entries(config).filter(([, value]) => value !== null)) : config;
}
