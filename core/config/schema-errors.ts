import type { BaseIssue, GenericSchema } from 'valibot';
import { regionHint } from '../aws/region.ts';
import { NOT_A_SECRET_NAME } from '../configuration/notification-schema.ts';
import { configSchema, NOT_A_REGION } from '../configuration/schema.ts';
import { UserError } from '../errors.ts';
import { suggestName } from '../suggest.ts';
import type { YamlSource } from '../yaml/source.ts';
import { formatPath } from './checks/report.ts';

/** Turns what the schema found into errors with place, value and remedy. */
export function schemaErrors(issues: readonly BaseIssue<unknown>[], source: YamlSource): UserError[] {
  return issues.map((issue) => {
    const deepest = mostSpecific(issue);
    const path = (deepest.path ?? issue.path ?? []).map((item) => item.key as string | number);
    const name = formatPath(path);
    if (isUnknownKey(deepest)) {
      const key = String(path.at(-1));
      return new UserError('E_CONFIG', {
        what: `"${name}" is not a key that can stand here`,
        fix: fixUnknownKey(key, keysAt(configSchema, path.slice(0, -1))),
        position: source.position(path, 'key'),
      });
    }
    if (deepest.input === undefined && deepest.received === 'undefined') {
      return new UserError('E_CONFIG', {
        what: `"${name}" is missing`,
        fix: `add "${path.at(-1)}:" here`,
        position: source.position(path.slice(0, -1)),
      });
    }
    return new UserError('E_CONFIG', {
      what: `"${name}" ${describe(deepest)}`,
      fix: deepest.message === NOT_A_REGION ? regionHint(String(deepest.input)) : 'see docs/configuration.md',
      position: source.position(path, isKeyIssue(deepest) ? 'key' : 'value'),
    });
  });
}

function describe(issue: BaseIssue<unknown>): string {
  if (issue.message === NOT_A_SECRET_NAME) {
    return issue.message;
  }
  const shown = show(issue.input);
  if (issue.kind === 'validation' || issue.message.startsWith('is ')) {
    return `${issue.message}: ${shown}`;
  }
  return `takes ${spellKinds(issue.expected ?? 'another value')}, not ${shown}`;
}

function fixUnknownKey(key: string, known: readonly string[]): string {
  return known.includes(key) ? `write one of ${known.join(', ')}, not two` : suggestName(key, known);
}

/** Spells what the schema library expects in the words of YAML. */
function spellKinds(expected: string): string {
  return expected
    .replace(/[()]/g, '')
    .replaceAll('Object', 'a mapping')
    .replaceAll('Array', 'a list')
    .replaceAll('string', 'a text')
    .replaceAll('number', 'a number')
    .replaceAll('boolean', 'true or false')
    .replaceAll(' | ', ', or ');
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

function isUnknownKey(issue: BaseIssue<unknown>): boolean {
  return issue.type === 'strict_object' && issue.expected === 'never';
}

function isKeyIssue(issue: BaseIssue<unknown>): boolean {
  return issue.path?.at(-1)?.origin === 'key';
}

/** A union reports one issue per option inside its own; the option that got furthest is what the user meant. */
function mostSpecific(issue: BaseIssue<unknown>): BaseIssue<unknown> {
  if (issue.type !== 'union' || issue.issues === undefined) {
    return issue;
  }
  const candidates = issue.issues.filter(
    (inner) =>
      (inner.path?.[0]?.type === 'array') === Array.isArray(issue.input) && (inner.path ?? inner.kind === 'validation'),
  );
  const [best] = [...candidates].sort((a, b) => (b.path?.length ?? 0) - (a.path?.length ?? 0));
  if (best === undefined) {
    return issue;
  }
  return { ...best, path: [...(issue.path ?? []), ...(best.path ?? [])] } as BaseIssue<unknown>;
}

interface SchemaNode {
  readonly type: string;
  readonly entries?: Record<string, GenericSchema>;
  readonly wrapped?: GenericSchema;
  readonly value?: GenericSchema;
  readonly item?: GenericSchema;
  readonly options?: GenericSchema[];
}

/** The keys that an object of the schema may have at a path. */
function keysAt(schema: GenericSchema, path: readonly (string | number)[]): string[] {
  const node = schema as unknown as SchemaNode;
  if (node.wrapped !== undefined) {
    return keysAt(node.wrapped, path);
  }
  if (node.options !== undefined) {
    return node.options.filter((option) => typeof option === 'object').flatMap((option) => keysAt(option, path));
  }
  const [head, ...rest] = path;
  if (head === undefined) {
    return Object.keys(node.entries ?? {});
  }
  const next = node.entries?.[head] ?? node.value ?? node.item;
  return next === undefined ? [] : keysAt(next, rest);
}
