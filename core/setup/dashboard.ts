import { roleArnFault } from '../aws/role-arn.ts';
import { isSsm, PARAMETER_NAME, type ParameterConfig } from '../configuration/schema.ts';
import { UserError } from '../errors.ts';
import { readSafeguard } from '../safeguards/entry.ts';
import { looksSecret } from '../safeguards/policy/secret-text.ts';
import { recordOf } from '../safeguards/view/resource.ts';
import type { ProfileParts } from './config-text.ts';
import { isProduction } from './workflow-texts.ts';

/** What somebody exported from the Serverless Dashboard, as far as it is understood. */
export interface DashboardExport {
  /** Names of its stages (or profiles, if it names no stage), in their order; empty if it names neither. */
  readonly stages: readonly string[];
  /** By stage; `*` is for all. */
  readonly profiles: Readonly<Record<string, ProfileParts & { readonly account?: string }>>;
  /** What was left out, and why; never with a value. */
  readonly leftOut: readonly string[];
}

/** Stands for all stages. */
export const EVERY_STAGE = '*';

/** A parameter as it is listed; `of` is its stage or profile, `*` for all. */
interface Listed {
  readonly of: string;
  readonly name: string;
  readonly value: string;
}

/** What columns and keys are called that mean the same. */
const NAMES = ['name', 'key', 'parameter', 'param', 'parametername'];
const VALUES = ['value', 'parametervalue'];
const OWNERS = ['stage', 'stagename', 'profile', 'profilename', 'deploymentprofile', 'environment', 'scope'];

/**
 * Reads what somebody exported from the Serverless Dashboard: JSON (`{ profiles, stages }` lists, a list of
 * `{ stage, name, value }`, an object of stages with parameters, or of parameters alone), or a table (CSV, tabs, `|`, or the two
 * columns of `serverless param list`). `app` and the stage give a secret parameter its name in SSM. Throws E_INPUT, without a value.
 */
export function parseDashboard(text: string, file: string, app: string): DashboardExport {
  const parsed = parseJson(text, file);
  const read = parsed === undefined ? { ...NOTHING, listed: parseTable(text, file) } : readJson(parsed, file);
  const stages = [...new Set([...read.stages, ...read.listed.map(({ of }) => of)])].filter(
    (name) => name !== EVERY_STAGE,
  );
  const leftOut = [...read.leftOut];
  const profiles: Record<string, ProfileParts & { account?: string }> = { ...read.profiles };
  for (const { of, name, value } of read.listed) {
    if (!PARAMETER_NAME.test(name)) {
      leftOut.push(`the parameter "${name}": its name is none that \${param:…} can spell`);
      continue;
    }
    const before = profiles[of] ?? {};
    const given = placed(app, of, name, value);
    profiles[of] = { ...before, parameters: { ...before.parameters, [name]: given } };
  }
  return { stages, profiles, leftOut };
}

/** Whether a parameter's value may be read by everyone; a name or a value that looks like a secret goes to SSM. */
function placed(app: string, of: string, name: string, value: string): ParameterConfig {
  const isSecret =
    /secret|passw(or)?d|passphrase|(^|[^a-z])(pwd|pass|dsn)([^a-z]|$)|token|credential|private|(api|access|signing|encryption|auth)[-_.]?key/i.test(
      name,
    ) || looksSecret(name, value) !== undefined;
  return isSecret ? { ssm: `/${app}/${of}/${name}` } : value;
}

interface Read {
  readonly stages: readonly string[];
  readonly profiles: Readonly<Record<string, ProfileParts & { account?: string }>>;
  readonly listed: readonly Listed[];
  readonly leftOut: readonly string[];
}
const NOTHING: Omit<Read, 'listed'> = { stages: [], profiles: {}, leftOut: [] };

function parseJson(text: string, file: string): unknown {
  if (!/^\s*[[{]/.test(text)) {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    // The message of the parser would show a piece of the text.
    throw refusal(file, 'it begins like JSON and is none');
  }
}

function readJson(value: unknown, file: string): Read {
  if (Array.isArray(value)) {
    return {
      ...NOTHING,
      listed: value.flatMap((entry, index) => listedEntry(recordOf(entry), EVERY_STAGE, `${file}, entry ${index + 1}`)),
    };
  }
  const top = recordOf(value);
  if (Array.isArray(top['profiles']) || Array.isArray(top['stages']) || isMapping(top['profiles'])) {
    return readProfiles(top, file);
  }
  if (Array.isArray(top['parameters'])) {
    return readJson(top['parameters'], file);
  }
  return { ...NOTHING, listed: readMapping(isMapping(top['parameters']) ? top['parameters'] : top, file) };
}

/** An object of stages with parameters, or of parameters alone. */
function readMapping(top: Readonly<Record<string, unknown>>, file: string): Listed[] {
  return Object.entries(top).flatMap(([key, value]) =>
    isMapping(value) || Array.isArray(value)
      ? parametersOf(value, key, `${file}, ${key}`)
      : [{ of: EVERY_STAGE, name: key, value: plain(value, `${file}, ${key}`) }],
  );
}

/** Lists of profiles and of stages, which name their profile. */
function readProfiles(top: Readonly<Record<string, unknown>>, file: string): Read {
  const profiles = namedEntries(top['profiles'] ?? top['deploymentProfiles'] ?? []);
  const stages = namedEntries(top['stages'] ?? []);
  const used = stages.length > 0 ? stages : profiles;
  const leftOut: string[] = [];
  const parts: Record<string, ProfileParts & { account?: string }> = {};
  const listed: Listed[] = [];
  for (const [stage, entry] of used) {
    const profileName = textOf(entry, ['profile', 'profileName', 'deploymentProfile', 'deploymentProfileName']);
    const profile = profileName === undefined ? {} : recordOf(profiles.find(([name]) => name === profileName)?.[1]);
    const both = { ...profile, ...entry };
    const safeguards = safeguardsOf(both, `${file}, ${stage}`, leftOut);
    const account = accountOf(both);
    const region = textOf(both, ['region', 'defaultRegion']);
    parts[stage] = {
      ...(region === undefined ? {} : { region }),
      ...(account === undefined ? {} : { account }),
      ...(safeguards.length === 0 ? {} : { safeguards }),
    };
    listed.push(
      ...parametersOf(profile['parameters'] ?? [], stage, `${file}, ${profileName}`),
      ...parametersOf(entry['parameters'] ?? [], stage, `${file}, ${stage}`),
    );
  }
  return { stages: used.map(([name]) => name), profiles: parts, listed, leftOut };
}

/** A list of entries with names, or an object by name. */
function namedEntries(value: unknown): [string, Readonly<Record<string, unknown>>][] {
  return Array.isArray(value)
    ? value.flatMap((entry) => {
        const name =
          typeof entry === 'string' ? entry : textOf(recordOf(entry), [...NAMES, 'stageName', 'profileName']);
        return name === undefined ? [] : [[name, recordOf(entry)] as [string, Readonly<Record<string, unknown>>]];
      })
    : Object.entries(recordOf(value)).map(([name, entry]) => [name, recordOf(entry)]);
}

function safeguardsOf(entry: Readonly<Record<string, unknown>>, place: string, leftOut: string[]): unknown[] {
  const list = entry['safeguards'] ?? entry['safeguardPolicies'] ?? entry['safeguardsPolicies'] ?? [];
  return (Array.isArray(list) ? list : []).filter((one) => {
    const read = readSafeguard(one);
    if (!Array.isArray(read)) {
      return true;
    }
    leftOut.push(`a safeguard of ${place}: ${read.map(({ what }) => what).join('; ')}`);
    return false;
  });
}

function accountOf(entry: Readonly<Record<string, unknown>>): string | undefined {
  const arn = textOf(entry, ['accessRoleArn', 'roleArn', 'role', 'accessRole', 'awsRole']);
  const id = textOf(entry, ['accountId', 'awsAccountId', 'account']);
  const account = arn !== undefined && roleArnFault(arn) === undefined ? arn.split(':')[4] : id;
  return account !== undefined && /^[0-9]{12}$/.test(account) ? account : undefined;
}

function parametersOf(value: unknown, of: string, place: string): Listed[] {
  return Array.isArray(value)
    ? value.flatMap((entry, index) => listedEntry(recordOf(entry), of, `${place}, parameter ${index + 1}`))
    : Object.entries(recordOf(value)).map(([name, one]) => ({ of, name, value: plain(one, `${place}, ${name}`) }));
}

function listedEntry(entry: Readonly<Record<string, unknown>>, of: string, place: string): Listed[] {
  const lower = Object.fromEntries(Object.entries(entry).map(([key, value]) => [columnName(key), value]));
  const name = textOf(lower, NAMES);
  const key = VALUES.find((each) => each in lower);
  if (name === undefined || key === undefined) {
    throw refusal(place, 'a parameter needs "name" and "value"');
  }
  return [{ of: textOf(lower, OWNERS) ?? of, name, value: plain(lower[key], place) }];
}

function plain(value: unknown, place: string): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  throw refusal(place, 'a parameter has no text as its value');
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(entry: Readonly<Record<string, unknown>>, keys: readonly string[]): string | undefined {
  const value = keys.map((key) => entry[key]).find((one) => one !== undefined && one !== '');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** A table with a head, or two columns of names and values without one. */
function parseTable(text: string, file: string): Listed[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const rows = lines.flatMap((line, index) =>
    isRule(line) ? [] : [{ cells: cellsOf(line), place: `${file}, line ${index + 1}` }],
  );
  const head = rows[0]?.cells.map(columnName) ?? [];
  const column = (names: readonly string[]) => head.findIndex((name) => names.includes(name));
  const [name, value, owner] = [column(NAMES), column(VALUES), column(OWNERS)];
  const hasHead = name >= 0 && value >= 0;
  return rows.slice(hasHead ? 1 : 0).map(({ cells, place }) => {
    const of = (hasHead && owner >= 0 ? cells[owner] : undefined) || EVERY_STAGE;
    const [key, given] = hasHead ? [cells[name], cells[value]] : cells;
    if (key === undefined || key === '' || given === undefined || (!hasHead && cells.length > 2)) {
      throw refusal(place, 'a line of the table has no name and value');
    }
    return { of, name: key, value: given };
  });
}

/** Lines that hold nothing: empty ones, and those that only draw. */
function isRule(line: string): boolean {
  return /^[\s|+:=-]*$/.test(line);
}

function cellsOf(line: string): string[] {
  if (/^\s*\|.*\|\s*$/.test(line)) {
    return line
      .trim()
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim());
  }
  if (line.includes('\t')) {
    return line.split('\t').map((cell) => cell.trim());
  }
  if (/^[^\s"]*,|^"/.test(line)) {
    return commaCells(line);
  }
  // `serverless param list`: blanks between, and a value may hold some.
  const [, name = '', value] = /^\s*(\S+?):?\s+(.*)$/.exec(line) ?? [undefined, line.trim()];
  return value === undefined ? [name] : [name, value.trim()];
}

/** https://www.rfc-editor.org/rfc/rfc4180: cells with commas or quotes are quoted, a quote in them is doubled. */
function commaCells(line: string): string[] {
  return [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare = '']) =>
    quoted === undefined ? bare.trim() : quoted.replaceAll('""', '"'),
  );
}

function columnName(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '');
}

function refusal(place: string, what: string): UserError {
  return new UserError('E_INPUT', {
    what: `${place}: ${what}`,
    fix: 'give JSON such as { "dev": { "name": "value" } }, or a table with the columns stage, name and value',
  });
}

/** An export as the stages of a new application: production comes last, and what is for all goes to each. */
export function stagesOfDashboard(
  { stages, profiles, leftOut }: DashboardExport,
  usual: readonly string[],
): {
  readonly stages: readonly string[];
  readonly accounts: Readonly<Record<string, string>>;
  readonly profiles: Readonly<Record<string, ProfileParts>>;
  readonly leftOut: readonly string[];
} {
  // The roles of previews and of promotions have these names.
  const legal = stages.filter(
    (name) => /^[A-Za-z][A-Za-z0-9-]*$/.test(name) && !['preview', 'viewer'].includes(name.toLowerCase()),
  );
  const odd = stages.filter((name) => !legal.includes(name));
  const plain = legal.filter((name) => !isProduction(name));
  const named = [...(plain.length === 0 && legal.length > 0 ? ['dev'] : plain), ...legal.filter(isProduction)];
  const all = named.length === 0 ? usual : named;
  const shared = profiles[EVERY_STAGE] ?? {};
  const parts = all.map((stage) => {
    const { account: _, ...own } = { ...shared, ...profiles[stage] };
    const parameters = { ...ofStage(shared.parameters, stage), ...profiles[stage]?.parameters };
    return [stage, { ...own, ...(Object.keys(parameters).length === 0 ? {} : { parameters }) }] as const;
  });
  return {
    stages: all,
    accounts: Object.fromEntries(
      all.flatMap((stage) => {
        const account = profiles[stage]?.account ?? shared.account;
        return account === undefined ? [] : [[stage, account] as const];
      }),
    ),
    profiles: Object.fromEntries(parts),
    leftOut: [
      ...leftOut,
      ...odd.map(
        (name) =>
          `the stage "${name}": a stage needs letters, digits and - for its name, and is not called preview or viewer`,
      ),
    ],
  };
}

/** Each stage has its own copy of a secret that is for all: a role reads the path of its own stage alone. */
function ofStage(parameters: ProfileParts['parameters'], stage: string): ProfileParts['parameters'] {
  const entries = Object.entries(parameters ?? {}).map(([name, value]) => {
    return [name, isSsm(value) ? { ssm: value.ssm.replace(`/${EVERY_STAGE}/`, `/${stage}/`) } : value] as const;
  });
  return Object.fromEntries(entries);
}
