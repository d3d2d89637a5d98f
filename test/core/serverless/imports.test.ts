import { describe, expect, it } from 'vitest';
import { importsOf, templateTextWithImports, withImports } from '../../../core/serverless/imports.ts';
import { mayBe, templateText, UNKNOWN_PART } from '../../../core/stack/template-text.ts';

const PSEUDO = { 'AWS::StackName': 'api-pr1', 'AWS::Region': 'us-east-1' };
const imported = (name: unknown) => ({ 'Fn::ImportValue': name });

describe('the imports of a template', () => {
  it.each([
    ['a text', 'db-url', 'db-url'],
    ['Fn::Sub', { 'Fn::Sub': 'db-${AWS::Region}-url' }, 'db-us-east-1-url'],
    ['Fn::Sub with values', { 'Fn::Sub': ['${a}-${AWS::StackName}', { a: 'x' }] }, 'x-api-pr1'],
    ['Fn::Join', { 'Fn::Join': ['-', ['db', { Ref: 'AWS::Region' }]] }, 'db-us-east-1'],
    ['a parameter of the template', { 'Fn::Sub': '${Network}-vpc' }, 'net-vpc'],
    ['a resource', { 'Fn::Sub': '${Table}-vpc' }, `${UNKNOWN_PART}-vpc`],
    ['another function', { 'Fn::Select': [0, ['a']] }, UNKNOWN_PART],
    ['a literal of Fn::Sub', { 'Fn::Sub': 'a${!AWS::Region}' }, 'a${!AWS::Region}'],
  ])('are known by %s', (_, name, expected) => {
    const template = {
      Parameters: { Network: { Type: 'String', Default: 'net' } },
      Resources: { A: [imported(name)] },
    };
    expect(importsOf(template, PSEUDO)).toEqual([expected]);
  });

  it('are each named once', () => {
    expect(importsOf({ a: imported('x'), b: [imported('x'), { c: imported('y') }] }, PSEUDO)).toEqual(['x', 'y']);
  });

  it('give way to values, wherever they stand, and others stay', () => {
    const text = JSON.stringify({
      a: imported('x'),
      b: { 'Fn::Split': [',', imported({ 'Fn::Sub': 'x' })] },
      c: imported('y'),
    });
    expect(JSON.parse(templateTextWithImports(text, new Map([['x', '1,2']]), PSEUDO))).toEqual({
      a: '1,2',
      b: { 'Fn::Split': [',', '1,2'] },
      c: imported('y'),
    });
  });

  it('give way in a state file whose template points at other places', () => {
    const shared = { Url: imported('x') };
    const state = {
      service: {
        resources: { Outputs: { O: shared } },
        provider: {
          compiledCloudFormationTemplate: { Outputs: { O: { $ref: '$["service"]["resources"]["Outputs"]["O"]' } } },
        },
      },
    };
    const { service } = JSON.parse(withImports(JSON.stringify(state), new Map([['x', 'v']]), PSEUDO));
    expect(service.provider.compiledCloudFormationTemplate).toEqual({ Outputs: { O: { Url: 'v' } } });
  });
});

describe('a text of which not all is known', () => {
  it.each([
    ['${?}-db-dev', 'shop-db-dev', true],
    ['db-${env:X}-url', 'db-dev-url', true],
    ['db-${env:X}-url', 'db-url', false],
    ['ab${b${c}}de${e}f', 'ab1de2f', true],
    ['ab${b${c}}de${e}f', 'ab1ed2f', false],
    ['aa${x}aa', 'aaa', false],
    ['${env:STACK}', 'db-dev', false],
    ['${a}-${b}', 'db-dev', false],
    ['db-dev', 'db-dev', true],
    ['db-${never', 'db-dev', true],
  ])('%s may be %s: %s', (text, name, expected) => {
    expect(mayBe(text, name)).toBe(expected);
  });

  it('comes of what a template does not tell', () => {
    expect(templateText({ Ref: 'Table' }, PSEUDO)).toBe(UNKNOWN_PART);
    expect(templateText(undefined, PSEUDO)).toBe(UNKNOWN_PART);
  });
});
