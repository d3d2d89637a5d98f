import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stackOutputs } from '../../plugin/outputs.ts';
import { caught } from '../core/caught.ts';

const SEED = 20261123;
const NATIVE = { TableName: { Value: { Ref: 'Table' } }, ServiceEndpoint: { Description: 'URL', Value: 'https://x' } };
const valuesOf = (outputs: Record<string, unknown>, native = {}) =>
  Object.fromEntries(Object.entries(stackOutputs(outputs, native)).map(([key, { Value }]) => [key, Value]));

describe('the outputs of a service', () => {
  it('are outputs of its stack', () => {
    expect(valuesOf({ url: 'https://x', empty: '', name: { Ref: 'Table' } })).toEqual({
      url: 'https://x',
      empty: '',
      name: { Ref: 'Table' },
    });
  });

  it('have ids that CloudFormation takes', () => {
    expect(valuesOf({ database_submissions_name: 'a', 'api-url': 'b', Plain1: 'c' })).toEqual({
      database0x5fsubmissions0x5fname: 'a',
      api0x2durl: 'b',
      Plain1: 'c',
    });
  });

  it('may be nested in mappings and lists', () => {
    const arn = { 'Fn::GetAtt': ['Table', 'Arn'] };
    expect(valuesOf({ table: { name: 't', arns: [arn, 'second'] } })).toEqual({
      table0x2ename: 't',
      table0x2earns0x2e0: arn,
      table0x2earns0x2e1: 'second',
    });
  });

  it('are texts where they are numbers or truth values', () => {
    expect(valuesOf({ number: 5, none: 0, on: true, off: false })).toEqual({
      number: '5',
      none: '0',
      on: 'true',
      off: 'false',
    });
  });

  it('say what they are called where the id does not', () => {
    const { database0x5fname: output } = stackOutputs({ database_name: 'x' }, {});
    expect(output?.Description).toContain('database_name');
  });

  it('are none where there are none', () => {
    expect(stackOutputs({}, {})).toEqual({});
  });

  it('have one id each, whatever their names', () => {
    const name = fc.string({ unit: fc.constantFrom('0', 'x', '5', 'f', '_', '-', 'a', 'é'), minLength: 1 });
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 8 }), (names) => {
        const ids = Object.keys(stackOutputs(Object.fromEntries(names.map((each) => [each, 'v'])), {}));
        expect(ids).toHaveLength(names.length);
        expect(ids.filter((id) => !/^[A-Za-z0-9]+$/.test(id))).toEqual([]);
      }),
      { seed: SEED },
    );
  });
});

describe("CFN!? and the key of one of the stack's own outputs", () => {
  it('stands for the value of that output', () => {
    expect(valuesOf({ table: 'CFN!?TableName', api: { url: 'CFN!?ServiceEndpoint' } }, NATIVE)).toMatchObject({
      table: { Ref: 'Table' },
      api0x2eurl: 'https://x',
    });
  });

  it.each(['CFN!?TableNam', 'CFN!?', 'CFN!? TableName', 'CFN!?toString'])(
    'is refused where there is none: %s',
    (value) => {
      const error = caught(() => stackOutputs({ table: value }, NATIVE));
      expect(error.code).toBe('E_SERVICE_CONFIG');
      expect(error.message).toContain('table');
    },
  );

  it('tells the one that was meant', () => {
    expect(caught(() => stackOutputs({ table: 'CFN!?TableNam' }, NATIVE)).message).toContain('TableName');
  });

  it.each(['x CFN!?TableName', 'cfn!?TableName', 'CFN!TableName'])('is a text where it is not that: %s', (value) => {
    expect(valuesOf({ table: value }, NATIVE)).toMatchObject({ table: value });
  });
});

describe('a name', () => {
  it('that the stack has already is refused', () => {
    const error = caught(() => stackOutputs({ other: 'x', TableName: 'y' }, NATIVE));
    expect(error.code).toBe('E_SERVICE_CONFIG');
    expect(error.message).toContain('TableName');
  });

  it('that comes to the id of one that the stack has already is refused', () => {
    const native = { table0x5fname: { Value: 'x' } };
    expect(caught(() => stackOutputs({ table_name: 'y' }, native)).code).toBe('E_SERVICE_CONFIG');
  });

  it('may be that of a property that every object has', () => {
    expect(valuesOf({ constructor: 'a', toString: 'b' }, NATIVE)).toMatchObject({ constructor: 'a', toString: 'b' });
  });

  it.each([
    ['is empty', { '': 'x' }],
    ['is empty in a mapping', { table: { '': 'x' } }],
    ['has no value', { table: null }],
    ['has an empty mapping', { table: {} }],
    ['has an empty list', { table: [] }],
    ['holds a dot', { 'table.name': 'x' }],
  ])('is refused where it %s', (_what, outputs) => {
    expect(caught(() => stackOutputs(outputs, {})).code).toBe('E_SERVICE_CONFIG');
  });
});
