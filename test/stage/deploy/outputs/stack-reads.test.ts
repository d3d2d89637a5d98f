import { describe, expect, it } from 'vitest';
import { plainEntry, type Service } from '../../../../core/service/definition.ts';
import { NO_REFERENCES } from '../../../../core/service/references.ts';
import type { StackView } from '../../../../core/stack/status.ts';
import { createImportReader } from '../../../../stage/deploy/outputs/import-reads.ts';
import { readStacks, type StackReadParts } from '../../../../stage/deploy/outputs/stack-reads.ts';
import { stackView } from '../../../core/stack/sample-stack.ts';

const PREVIEW = 'login-0pv12345';
const reader = {
  app: 'shop',
  stage: PREVIEW,
  kind: 'preview',
  region: 'us-east-1',
  baseStage: 'dev',
  account: '1',
  accounts: { dev: '1', qa: '1', prod: '2' },
} as const;
const service = (key: string, rest: Partial<Service> = {}): Service => ({
  ...plainEntry(key, key),
  name: `shop-${key}`,
  stackName: `shop-${key}-${PREVIEW}`,
  exports: [],
  functionNames: [],
  makesRole: false,
  hasCode: true,
  isProgram: false,
  reads: NO_REFERENCES,
  includes: [],
  ...rest,
});
const stack = (name: string, outputs: Record<string, string>, exports: Record<string, string> = {}): StackView =>
  stackView({ name, outputs, exports, stage: name.split('-').at(-1) ?? '' });

/** Deployments by `stage/service`, and stacks by `region/name`. */
function parts(deployments: Record<string, StackView>, stacks: Record<string, StackView> = {}): StackReadParts {
  return {
    reader,
    services: [service('db'), service('api')],
    find: async ({ stage }, name) => deployments[`${stage}/${name}`],
    stackIn: async (region, name) => stacks[`${region}/${name}`],
  };
}

describe('stacks that a preview reads', () => {
  const dev = stack('shop-db-dev', { Url: 'of dev' });

  it('are its own, if it has them', async () => {
    const own = stack(`shop-db-${PREVIEW}`, { Url: 'own' });
    const read = await readStacks(
      [`shop-db-${PREVIEW}.Url`],
      parts({ [`${PREVIEW}/shop-db`]: own, 'dev/shop-db': dev }),
    );
    expect(read).toMatchObject({
      redirects: {},
      problems: [],
      unresolved: [],
      reads: [{ service: 'db', stage: PREVIEW }],
    });
    expect(read.values).toEqual([{ address: `cf:shop-db-${PREVIEW}.Url`, value: 'own' }]);
  });

  it("are the base stage's in their place, by whatever name it has there", async () => {
    const renamed = stack('the-database', { Url: 'of dev' });
    const text = [`shop-db-${PREVIEW}.Url`, `eu-west-1:shop-db-${PREVIEW}.Url`];
    const read = await readStacks(text, parts({ 'dev/shop-db': renamed }));
    expect(read.redirects).toEqual({
      [`shop-db-${PREVIEW}`]: 'the-database',
      [`eu-west-1:shop-db-${PREVIEW}`]: 'the-database',
    });
    expect(read.reads).toEqual([{ service: 'db', stage: 'dev' }]);
  });

  it('of another repository are found by the name of the base stage', async () => {
    const other = stack('vpc-dev', { Id: 'vpc-1' });
    const read = await readStacks(
      [`vpc-${PREVIEW}.Id`, 'fixed.Id'],
      parts({}, { 'us-east-1/vpc-dev': other, 'us-east-1/fixed': stack('fixed', { Id: 'x' }) }),
    );
    expect(read.redirects).toEqual({ [`vpc-${PREVIEW}`]: 'vpc-dev' });
    expect(read.values.map(({ value }) => value)).toEqual(['vpc-1', 'x']);
  });

  it('that nobody has are told of, with the parameter that reads the same', async () => {
    const read = await readStacks([`shop-db-${PREVIEW}.Url`, 'none-here.Url'], parts({}));
    expect(read.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('${param:db.Url} reads the same value'),
      expect.stringContaining('give a fallback'),
    ]);
    expect(read.redirects).toEqual({});
  });

  it('that have no such output are told of, with those that they have', async () => {
    const { problems } = await readStacks([`shop-db-${PREVIEW}.Ulr`], parts({ 'dev/shop-db': dev }));
    expect(problems[0]?.message).toContain('it has Url');
  });

  it('are left to the Serverless Framework if their names, or the right to look, are not known', async () => {
    const refused = { ...parts({}), stackIn: () => Promise.reject(new Error('AccessDenied')) };
    const read = await readStacks(['db-${env:X}.Url', 'vpc-dev.Id'], refused);
    expect(read).toMatchObject({ values: [], problems: [], unresolved: ['cf:db-${env:X}.Url', 'cf:vpc-dev.Id'] });
  });
});

describe('imports of a preview', () => {
  const deployments: Record<string, StackView> = {
    'dev/shop-db': stack('shop-db-dev', {}, { 'shop-dev-url': 'of dev', 'fixed-url': 'fixed' }),
    'dev/other-team': stack('other-team-dev', {}, { 'team-dev-url': 'of the team' }),
    'qa/shop-db': stack('shop-db-qa', {}, { 'shop-qa-url': 'of qa' }),
    [`${PREVIEW}/shop-api`]: stack(`shop-api-${PREVIEW}`, {}, { [`api-${PREVIEW}-url`]: 'own' }),
  };
  const importOf = (planned: readonly string[] = []) =>
    createImportReader({
      ...parts(deployments),
      planned,
      present: new Set(['shop-api']),
      recordedIn: async (stage) => (stage === 'dev' ? ['shop-db', 'other-team'] : []),
    });

  it.each([
    [`shop-${PREVIEW}-url`, 'of dev'],
    ['shop-dev-url', 'of dev'],
    ['fixed-url', 'fixed'],
    [`team-${PREVIEW}-url`, 'of the team'],
    ['shop-qa-url', 'of qa'],
  ])('have the value of a configured stage: %s', async (name, value) => {
    expect((await importOf()(name))?.value).toBe(value);
  });

  it.each([`api-${PREVIEW}-url`, 'of-the-network', `shop-qa-${PREVIEW}`])('stay: %s', async (name) => {
    expect(await importOf()(name)).toBeUndefined();
  });

  it('stay if a service that is deployed now exports them', async () => {
    expect(await importOf([`shop-${PREVIEW}-url`])(`shop-${PREVIEW}-url`)).toBeUndefined();
    expect(await importOf([`sls-shop-db-${PREVIEW}-\${?}`])(`sls-shop-db-${PREVIEW}-ServiceEndpoint`)).toBeUndefined();
  });
});
