import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { applicationOf, type CaseRun, configuration, saidOf, useCases } from './check-stages-cases.ts';

const check = useCases();
const PLUGIN = { plugins: ['serverless-stages/plugin'] };
const SDK = JSON.stringify(resolve(import.meta.dirname, '../../node_modules/@aws-sdk/client-sts'));
/** A plugin of a user that asks AWS before anything is packaged. */
const ASKING = `const { STSClient, GetCallerIdentityCommand } = require(${SDK});
module.exports = class {
  constructor() {
    const ask = () => new STSClient({ region: 'us-east-1' }).send(new GetCallerIdentityCommand({}));
    this.hooks = { 'before:package:initialize': ask };
  }
};
`;

const reads =
  (value: unknown, more: object = {}) =>
  (name: string) =>
    configuration(name, { provider: { environment: { V: value } }, ...more });
type Case = readonly [what: string, expected: RegExp | 'passed', (name: string) => Record<string, unknown>];

const CASES: readonly Case[] = [
  ['an output of the stack of another', 'passed', reads('${param:database.tableName}')],
  ['an output that the plugin publishes', 'passed', reads('${param:database.table_name}')],
  ['a part of an output that the plugin publishes', 'passed', reads('${param:database.table.arn}')],
  ['an output by the name of a service', 'passed', reads('${output:shop-database.table_name}', PLUGIN)],
  ['an output by stage and name', 'passed', reads('${output::prod::shop-database.table_name}', PLUGIN)],
  ['an output by its own stage and name', 'passed', reads('${output::${sls:stage}::shop-database.url}', PLUGIN)],
  [
    'an output that is not there, with a fallback',
    'passed',
    reads("${output::${sls:stage}::shop-database.nothing, 'none'}", PLUGIN),
  ],
  ['an output of another application', 'passed', reads('${output:billing:prod::invoices.url}', PLUGIN)],
  ['an output that the service does not publish', /tabel/, reads('${param:database.tabel}')],
  ['an output by name that the service does not publish', /tabel/, reads('${output:shop-database.tabel}', PLUGIN)],
  ['an output of a service that is nowhere', /databse/, reads('${param:databse.tableName}')],
  [
    'a parameter of its own configuration',
    'passed',
    reads('${param:size}/${param:color}', { params: { default: { size: '1', color: 'red' }, prod: { size: '2' } } }),
  ],
  [
    'a parameter of its own configuration, of another stage',
    /size/,
    reads('${param:size}', { params: { dev: { size: '1' } } }),
  ],
  ['a parameter that has a point in its name', 'passed', reads('${param:db.host}')],
  ['a parameter that an included file reads', 'passed', reads('${file(./more.yml):known}')],
  ['a parameter that is nowhere, in an included file', /nowhere/, reads('${file(./more.yml):missing}')],
  ['a part of an included file that reads nothing', 'passed', reads('${file(./more.yml):plain}')],
  ['a parameter in a part that nothing uses', 'passed', reads('${self:custom.used}', { custom: { used: 'x' } })],
  ['a variable of .env', 'passed', reads('${env:SHOP_COLOR}', { useDotenv: true })],
  [
    'a value by a name that is not known',
    /unknown|not known/,
    reads('${self:custom.${param:unknown}}', { custom: { a: 1 } }),
  ],
  ['a value by a name that is a literal', 'passed', reads('${self:custom.${param:text}}', { custom: { a: 1 } })],
  ['nothing, with a plugin that asks AWS', /AWS/, reads('x', { plugins: ['./asking'] })],
];
/** Those that are not asked, as their reasons depend on the cloud or on a value. */
const NOT_ASKED = new Set(['a value by a name that is not known', 'nothing, with a plugin that asks AWS']);

const DATABASE = configuration('shop-database', {
  ...PLUGIN,
  outputs: { table_name: 't', table: { arn: 'a' }, url: 'u' },
  resources: { Outputs: { tableName: { Value: 't' } } },
});

describe('a service that is checked for prod', () => {
  let run: CaseRun;
  beforeAll(async () => {
    const services = CASES.map(([, , make], index) => [`s${index}`, make(`shop-s${index}`)] as const);
    const parameters = { unknown: { ssm: '/shop/unknown' }, text: 'a', 'db.host': { ssm: '/shop/host' } };
    const beside = CASES.flatMap((_, index) => [
      [`s${index}/more.yml`, "known: '${param:unknown}'\nmissing: '${param:nowhere}'\nplain: text\n"],
      [`s${index}/.env`, 'SHOP_COLOR=red\n'],
      [`s${index}/asking.js`, ASKING],
    ]);
    run = await check({
      ...applicationOf({ database: DATABASE, ...Object.fromEntries(services) }, { profile: { parameters } }),
      ...Object.fromEntries(beside),
      'node_modules/serverless-stages': { link: resolve(import.meta.dirname, '../..') },
    });
  }, 180_000);

  it.each(CASES.flatMap(([what, expected], index) => (expected === 'passed' ? [[what, index] as const] : [])))(
    'would pass if it reads %s',
    (_what, index) => {
      const found = run.of(`s${index}`);
      expect(found.status, saidOf(found)).toBe('passed');
    },
  );

  it.each(
    CASES.flatMap(([what, expected], index) =>
      expected === 'passed' || NOT_ASKED.has(what) ? [] : [[what, expected, index] as const],
    ),
  )('would not pass if it reads %s, which is named', (_what, expected, index) => {
    const found = run.of(`s${index}`);
    expect(found.status, saidOf(found)).toBe('failed');
    expect(saidOf(found)).toMatch(expected);
    expect(saidOf(found)).not.toMatch(/E_INTERNAL/);
  });

  it.each(
    CASES.flatMap(([what, expected], index) =>
      expected !== 'passed' && NOT_ASKED.has(what) ? [[what, expected, index] as const] : [],
    ),
  )('is not asked if it reads %s, and the reason says so', (_what, expected, index) => {
    const found = run.of(`s${index}`);
    expect(found.status, saidOf(found)).toBe('not-asked');
    expect(found.reason).toMatch(expected);
  });

  it('is checked for what it publishes too', () => {
    expect(run.of('database').status, saidOf(run.of('database'))).toBe('passed');
  });
});
