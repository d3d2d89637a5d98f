import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { parseConfig } from '../../../core/config/parse.ts';
import { UNSUPPORTED_KEYS } from '../../../core/config/unsupported.ts';
import { UserErrors } from '../../../core/errors.ts';
import { renderSchema, SCHEMA_FILE } from '../../../scripts/schema.ts';
import { caught } from '../caught.ts';
import { WORKSHOP } from '../sample-config.ts';

interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema | boolean;
  anyOf?: JsonSchema[];
}

/** Every key of the configuration with a value that is right; `*` stands for the name of a profile, stage or service. */
const KEYS: Record<string, unknown> = {
  version: 1,
  app: 'workshop',
  profiles: { dev: { region: 'us-east-1' }, staging: { region: 'us-east-1' }, prod: { region: 'us-east-1' } },
  'profiles.*.role': 'arn:aws:iam::111111111111:role/serverless-stages',
  'profiles.*.region': 'us-east-1',
  'profiles.*.environment': 'dev',
  'profiles.*.parameters': { a: '1' },
  'profiles.*.parameters-path': '/workshop/dev/',
  'profiles.*.safeguards': ['no-secret-env-vars'],
  'profiles.*.planner-role': 'arn:aws:iam::111111111111:role/serverless-stages-planner',
  'profiles.*.base-stage': 'dev',
  'profiles.*.boundary': 'arn:aws:iam::111111111111:policy/boundary',
  'profiles.*.session-duration': '1h',
  'profiles.*.export-env': ['env'],
  'profiles.*.require-parameters': false,
  'default-profile': 'dev',
  stages: { dev: { profile: 'dev', branch: 'master' } },
  'stages.*.profile': 'dev',
  'stages.*.branch': 'master',
  'stages.*.services': ['restapi'],
  'stages.*.destroy': 'allowed',
  'stages.*.freeze': [{ start: '2026-12-24', duration: '3d', reason: 'holidays' }],
  'stages.*.on-failure': 'rollback',
  previews: { role: 'arn:aws:iam::111111111111:role/serverless-stages-preview' },
  'previews.target-branches': ['master'],
  'previews.role': 'arn:aws:iam::111111111111:role/serverless-stages-preview',
  'previews.environment': 'preview',
  'previews.stage': 'branch',
  'previews.max-length': 20,
  'previews.services': 'all',
  'previews.drafts': false,
  'previews.bots': false,
  'previews.expires-after': '7d',
  'previews.destroy': 'close',
  'previews.retired': [{ role: 'arn:aws:iam::111111111111:role/old', region: 'us-east-1' }],
  'previews.boundary': 'arn:aws:iam::111111111111:policy/boundary',
  personal: { 'expires-after': '3d' },
  'personal.role': 'arn:aws:iam::111111111111:role/serverless-stages-personal',
  'personal.expires-after': '3d',
  'personal.boundary': 'arn:aws:iam::111111111111:policy/boundary',
  services: { restapi: { path: 'backend-restapi' } },
  'services.*.path': 'backend-restapi',
  'services.*.depends-on': [],
  'services.*.triggers': ['shared/**'],
  'services.*.shared': true,
  'services.*.test': 'npm test',
  'services.*.verify': 'npm run verify',
  'services.*.hooks': { 'before-deploy': 'npm run build' },
  'services.*.hooks.before-deploy': 'npm run build',
  'services.*.hooks.after-deploy': 'npm run build',
  'services.*.hooks.before-destroy': 'npm run build',
  promote: { from: 'staging', to: 'prod' },
  'promote.from': 'staging',
  'promote.to': 'prod',
  'promote.soak': '1h',
  'promote.mode': 'pull-request',
  'promote.requires': 'maintain',
  'promote.same-code': 'required',
  notifications: [{ slack: 'SLACK_WEBHOOK' }],
  waivers: [{ safeguard: 'require-dlq', owner: 'team', reason: 'none is needed', until: '2026-12-31' }],
  'check-stages': ['dev'],
  'stages.*.laptop': 'allowed',
  env: { JAVA_HOME: '/opt/java' },
  setup: 'make tools',
};

const NAMES: Record<string, string> = { profiles: 'dev', stages: 'dev', services: 'restapi' };
const concrete = (key: string) =>
  key.split('.').map((part, index, parts) => (part === '*' ? (NAMES[parts[index - 1] ?? ''] ?? part) : part));
const unsupported = UNSUPPORTED_KEYS.map((key) => key.join('.'));
const isUnsupported = (key: string) => unsupported.some((one) => key === one || key.startsWith(`${one}.`));

/** Sets one key of the sample configuration; what `promote` needs beside `from` or `to` comes along. */
function textWith(key: string): string {
  const document = parseDocument(WORKSHOP);
  const path = concrete(key);
  if (path.length > 1 && path[0] === 'promote') document.set('promote', document.createNode(KEYS['promote']));
  document.setIn(path, document.createNode(KEYS[key]));
  return document.toString();
}

function isInSchema(key: string): boolean {
  let schema = JSON.parse(renderSchema()) as JsonSchema;
  for (const part of key.split('.')) {
    // One pair of a promotion stands for several.
    const one =
      schema.properties === undefined ? (schema.anyOf?.find(({ properties }) => properties) ?? schema) : schema;
    const next = part === '*' ? one.additionalProperties : one.properties?.[part];
    if (typeof next !== 'object') return false;
    schema = next;
  }
  return true;
}

describe('the keys of serverless-stages.yml', () => {
  it.each(Object.keys(KEYS))('has %s in the JSON Schema', (key) => {
    expect(isInSchema(key)).toBe(true);
  });

  it('refuses no key for now that the table of keys does not have', () => {
    expect(unsupported.filter((key) => !(key in KEYS))).toEqual([]);
  });

  it.each(Object.keys(KEYS).filter((key) => !isUnsupported(key)))('takes %s', (key) => {
    expect(() => parseConfig(Buffer.from(textWith(key)))).not.toThrow();
  });

  it.each(Object.keys(KEYS).filter(isUnsupported))('refuses %s until its feature is there', (key) => {
    const error = caught(() => parseConfig(Buffer.from(textWith(key))));
    const errors = error instanceof UserErrors ? error.errors : [error];
    for (const one of errors) expect(one.code).toBe('E_NOT_SUPPORTED');
    expect(error.message).toContain('needs a newer version of the action');
    expect(error.message).toContain(concrete(key)[0] ?? '');
    expect(error.position).toBeDefined();
  });

  it.each(['stages.*.destroy', 'previews.destroy', 'previews.expires-after', 'previews.retired'])(
    'takes %s, now that stages are removed',
    (key) => {
      expect(isUnsupported(key)).toBe(false);
    },
  );

  it('takes the rollback of an application, now that it is there', () => {
    expect(unsupported).not.toContain('stages.*.on-failure');
  });
});

describe('the JSON Schema in schema/', () => {
  const validate = (data: unknown) => new Ajv({ strict: false }).validate(JSON.parse(renderSchema()) as object, data);

  it('is what the one definition gives', () => {
    expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(renderSchema());
  });

  it("accepts the tutorial's configuration", () => {
    const file = new URL('../../../examples/workshop/serverless-stages.yml', import.meta.url);
    expect(validate(parse(readFileSync(file, 'utf8')))).toBe(true);
  });

  it.each(Object.keys(KEYS))('accepts %s', (key) => {
    expect(validate(parse(textWith(key)))).toBe(true);
  });

  it('refuses an unknown key and a region that is none', () => {
    expect(validate(parse(`${WORKSHOP}porfile: 1\n`))).toBe(false);
    expect(validate(parse(WORKSHOP.replace('us-east-1', 'us-east1')))).toBe(false);
  });
});
