import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { References } from '../../../core/service/references.ts';
import { findReferences } from './found-references.ts';

const SEED = 20261123;
const NOTHING: References = {
  params: [],
  needed: [],
  anyParam: false,
  outputs: [],
  neededOutputs: [],
  stacks: [],
  imports: [],
  through: [],
  files: [],
  unknown: [],
  outside: [],
};
const sorted = (texts: readonly string[]) => [...texts].sort();

describe('where references are looked for', () => {
  it.each([
    ['a text by itself', '${param:a}'],
    ['a value', { x: '${param:a}' }],
    ['a key', { '${param:a}': 1 }],
    ['a list', ['x', '${param:a}']],
    ['a text with others around', 'x-${param:a}-y'],
    ['something deep inside', { x: [{ y: { z: [['${param:a}']] } }] }],
    ['a key deep inside', { x: [{ y: { 'a-${param:a}': null } }] }],
    ['a function of CloudFormation', { 'Fn::Sub': ['${AWS::Region}-${param:a}', {}] }],
    ['what is no name of CloudFormation', { 'Fn::Sub': '${Table${param:a}.Arn}' }],
  ])('they are found in %s', (_, value) => {
    expect(findReferences(value)).toEqual({ ...NOTHING, params: ['a'], needed: ['a'] });
  });

  it.each([
    ['an empty configuration', {}],
    ['nothing', undefined],
    ['null', null],
    ['numbers, booleans and null', { a: 1, b: true, c: null, d: [undefined, 0] }],
    ['texts without variables', { service: 'shop', provider: { name: 'aws' } }],
    ['what CloudFormation resolves', { 'Fn::Sub': '${AWS::Region} ${Table.Arn} ${Table} ${!Literal}' }],
    ['escaped variables', ['\\${param:a}', '\\${env:HOME}', '\\${output:svc.key}']],
    ['braces that never close', ['${param:a', '${', '${file(./a.yml']],
  ])('there are none in %s', (_, value) => {
    expect(findReferences(value)).toEqual(NOTHING);
  });

  it('one part that stands in several places counts once', () => {
    const shared = { x: '${param:a}', y: '${file(./a.yml):k}', z: '${cf:s.K}' };
    const { params, files, unknown } = findReferences({ one: shared, two: shared, three: [shared] });
    expect({ params, files: [...new Set(files)], unknown }).toEqual({
      params: ['a'],
      files: ['./a.yml'],
      unknown: ['cf'],
    });
  });
});

describe('parameters', () => {
  it('are sorted, each once', () => {
    const value = { c: '${param:c} ${param:a}', list: ['${param:b}', '${param:a}'] };
    expect(findReferences(value).params).toEqual(['a', 'b', 'c']);
  });

  it('may have dots and other characters in their names', () => {
    const value = ['${param:database.tableName}', '${param:a-b_c}', '${param:x/y}'];
    expect(findReferences(value).params).toEqual(['a-b_c', 'database.tableName', 'x/y']);
  });

  it.each([
    ['a variable as a fallback', '${param:a, ${param:b}}'],
    ['a source as a fallback', '${param:a, param:b}'],
    ['a third source', "${param:a, opt:x, param:b, 'c'}"],
    ['a variable in quotes, which is resolved as well', "${param:a, '${param:b}'}"],
    ['a variable in double quotes', '${param:a, "x-${param:b}"}'],
    ['an address', '${self:custom.${param:a}.${param:b}}'],
    ['an address in an address', '${self:custom.${param:a}.${self:custom.${param:b}}}'],
    ['an argument', '${file(./${param:a}.${param:b}):key}'],
    ['a fallback in an address', '${self:custom.${param:a, param:b}}'],
    ['a fallback behind a literal address', '${opt:stage, self:custom.${param:a, ${param:b}}}'],
    ['an output', '${output:${param:a}:${param:b}::svc.key}'],
    ['a parameter behind one that never closes', '${param:x ${param:a} ${param:b}'],
  ])('are found in %s', (_, text) => {
    const { params, anyParam } = findReferences({ text });
    expect(params).toEqual(['a', 'b']);
    expect(anyParam).toBe(false);
  });

  it.each([
    '${param:${param:env}-name}',
    '${param:${param:env}}',
    "${opt:x, param:a-${param:env, 'dev'}}",
    '${self:custom.${param:a-${param:env}}}',
    '${param:a, ${param:b-${param:env}}}',
  ])('may be any where a name holds a variable: %s', (text) => {
    const { params, anyParam } = findReferences({ text });
    expect(anyParam).toBe(true);
    expect(params).toContain('env');
  });

  it.each(['${param:a}', '${self:custom.${opt:stage}}', '${output::${param:env}::svc.key}', '${param:a, ${opt:b}}'])(
    'are those that are named where no name holds a variable: %s',
    (text) => {
      expect(findReferences({ text }).anyParam).toBe(false);
    },
  );

  it('are found in any configuration, wherever they stand', () => {
    const { tree } = fc.letrec<{ tree: unknown; text: string }>((tie) => ({
      text: fc.constantFrom(
        '${param:a}',
        'x ${param:b} y',
        '${opt:x, param:c}',
        'plain',
        '\\${param:no}',
        '${AWS::Region}',
      ),
      tree: fc.oneof(
        { maxDepth: 4 },
        tie('text'),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(tie('text'), tie('tree'), { maxKeys: 3, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const text = JSON.stringify(value);
        const expected = ['a', 'b', 'c'].filter((name) => text.includes(`param:${name}}`));
        expect(findReferences(value)).toEqual({ ...NOTHING, params: expected, needed: expected });
      }),
      { numRuns: 500, seed: SEED },
    );
  });
});

describe('outputs', () => {
  it('are sorted, each once, as they are written', () => {
    const value = ['${output:svc.key}', '${output::dev::svc.key}', '${output:a.b.c}', '${output:svc.key}'];
    expect(findReferences(value)).toEqual({
      ...NOTHING,
      outputs: [':dev::svc.key', 'a.b.c', 'svc.key'],
      neededOutputs: [':dev::svc.key', 'a.b.c', 'svc.key'],
    });
  });

  it('may hold variables, which are read as well', () => {
    expect(findReferences('${output::${param:env}::svc.key}')).toEqual({
      ...NOTHING,
      params: ['env'],
      needed: ['env'],
      outputs: [':${param:env}::svc.key'],
      neededOutputs: [':${param:env}::svc.key'],
    });
  });

  it.each(['${opt:x, output:svc.key}', '${self:custom.${output:svc.key}}', "${output:svc.key, 'none'}"])(
    'are found in %s',
    (text) => {
      const neededOutputs = text.includes('none') ? [] : ['svc.key'];
      expect(findReferences({ text })).toEqual({ ...NOTHING, outputs: ['svc.key'], neededOutputs });
    },
  );
});

describe('outputs of stacks', () => {
  it.each(['${cf:shop-dev.TableName}', '${cf(eu-west-1):shop-dev.TableName}', "${cf:shop-dev.TableName, 'none'}"])(
    'are addresses of stacks, whose values we cannot know: %s',
    (text) => {
      const place = text.includes('(') ? 'eu-west-1:' : '';
      expect(findReferences({ text })).toEqual({
        ...NOTHING,
        stacks: [`${place}shop-dev.TableName`],
        unknown: ['cf'],
      });
    },
  );

  it('may hold variables, which are read as well', () => {
    expect(findReferences('${cf:shop-${sls:stage}.${param:key}}')).toEqual({
      ...NOTHING,
      params: ['key'],
      needed: ['key'],
      stacks: ['shop-${sls:stage}.${param:key}'],
      unknown: ['cf'],
    });
  });

  it('may be several', () => {
    expect(sorted(findReferences(['${cf:b.K}', '${cf:a.K}']).stacks)).toEqual(['a.K', 'b.K']);
  });
});

describe('files', () => {
  it.each([
    './a.yml',
    './a.yaml',
    './shared/a.json',
    './a.txt',
    './schema.graphql',
    './query.sql',
    './LICENSE',
    './js',
  ])('are read as they are: %s', (path) => {
    expect(findReferences(`\${file(${path}):key}`)).toEqual({ ...NOTHING, files: [path] });
    expect(findReferences(`\${file(${path})}`)).toEqual({ ...NOTHING, files: [path] });
  });

  it.each(['./a.js', './lib/a.cjs', './a.mjs', './a.ts', 'a.js', './a.yml.js'])(
    'are unknown where they are programs: %s',
    (path) => {
      expect(findReferences(`\${file(${path}):key}`)).toEqual({ ...NOTHING, unknown: [`file(${path})`] });
    },
  );

  it.each(["${file('./a.js'):key}", '${file("./a.js"):key}'])('are programs in quotes, too: %s', (text) => {
    const { files, unknown } = findReferences({ text });
    expect(files).toEqual([]);
    expect(unknown).toHaveLength(1);
  });

  it('may hold variables, which are read as well', () => {
    expect(findReferences('${file(./${param:env}.yml):key}')).toEqual({
      ...NOTHING,
      params: ['env'],
      needed: ['env'],
      unknown: ['file(./${param:env}.yml)'],
    });
  });

  it('may be fallbacks', () => {
    const { files } = findReferences('${file(./a.yml):x, file(./b.json):x}');
    expect(sorted(files)).toEqual(['./a.yml', './b.json']);
  });
});

describe('what we cannot know', () => {
  it.each([
    ['${env:HOME}', 'env'],
    ['${ssm:/shop/key}', 'ssm'],
    ['${ssm(eu-west-1, raw):/shop/key}', 'ssm'],
    ['${s3:bucket/key}', 's3'],
    ['${aws:accountId}', 'aws'],
    ['${git:sha1}', 'git'],
    ['${sls:instanceId}', 'sls:instanceId'],
    ['${myPlugin:x}', 'myPlugin'],
    ['${vault(a):b}', 'vault'],
    ["${env:HOME, 'x'}", 'env'],
    ["${opt:x, env:HOME, 'x'}", 'env'],
    ['${self:custom.${env:HOME}}', 'env'],
    ['${AWS::${aws:region}}', 'aws'],
  ])('is the source of %s', (text, source) => {
    expect(findReferences({ text }).unknown).toEqual([source]);
  });

  it('is a path that holds what we cannot know', () => {
    expect(findReferences('${file(./${env:NAME}.yml):key}').unknown).toEqual(['env', 'file(./${env:NAME}.yml)']);
  });

  it.each([
    '${self:custom.x}',
    '${opt:stage}',
    '${sls:stage}',
    '${strToBool(true)}',
    "${opt:stage, self:provider.stage, 'dev'}",
    '${self:custom.${sls:stage}.x}',
  ])('is not %s, which reads nothing by itself', (text) => {
    expect(findReferences({ text })).toEqual(NOTHING);
  });

  it('is not a text that is made a boolean', () => {
    expect(findReferences('${strToBool(${param:a})}')).toEqual({ ...NOTHING, params: ['a'], needed: ['a'] });
  });

  it('is sorted, each once', () => {
    const value = [
      '${ssm:/a}',
      '${env:B}',
      '${cf:s.k}',
      '${env:A}',
      '${sls:instanceId}',
      '${file(./x.js):y}',
      '${aws:region}',
    ];
    expect(findReferences(value).unknown).toEqual(['aws', 'cf', 'env', 'file(./x.js)', 'sls:instanceId', 'ssm']);
  });
});

describe('paths that lead out of the folder', () => {
  const handler = (path: unknown) => ({ functions: { hello: { handler: path } } });

  it.each([
    ['../${param:x}/a.main', '../'],
    ['../a-${param:x}/b.main', '../a-'],
    ['!../../config/${env:X}.yml', '../../config/'],
  ])('are cut where it is not known how they go on: %s', (path, known) => {
    expect(findReferences(handler(path)).outside).toEqual([known]);
  });

  it('are not made of a path that a variable reads: three folders up is no name of a folder', () => {
    expect(findReferences({ custom: '${file(../../../x.yml):a}' }).outside).toEqual(['../../../x.yml']);
    expect(findReferences({ custom: '${file(../../x.yml):a}' }).outside).toEqual([]);
  });

  it.each(['../shared/handler.main', '../../x.main', './../x.main', 'src/../../x.main'])(
    'are found in the handler %s, as it is written',
    (path) => {
      expect(findReferences(handler(path)).outside).toEqual([path]);
    },
  );

  it.each([
    'src/handler.main',
    './handler.main',
    'src/../lib/handler.main',
    'a..b/handler.main',
    '..a/handler.main',
    'a../handler.main',
    '.../handler.main',
    '${self:custom.src}/handler.main',
  ])('are not found in the handler %s', (path) => {
    expect(findReferences(handler(path)).outside).toEqual([]);
  });

  it.each([
    ['the path of a layer', { layers: { deps: { path: '../x' } } }],
    ['the patterns of the package', { package: { patterns: ['src/**', '../x'] } }],
    ['the patterns of a function', { functions: { hello: { handler: 'a.b', package: { patterns: ['../x'] } } } }],
    ['the patterns of a layer', { layers: { deps: { path: 'deps', package: { patterns: ['../x'] } } } }],
    ['a pattern that leaves files away', { package: { patterns: ['!../x'] } }],
  ])('are found in %s', (_, value) => {
    expect(findReferences(value).outside).toEqual(['../x']);
  });

  it('may be the folder above itself', () => {
    expect(findReferences({ layers: { deps: { path: '..' } } }).outside).toEqual(['..']);
  });

  it('keep the rest of a pattern', () => {
    const patterns = ['!../node_modules/**', '../shared/**/*.{js,json}', '!src/**', '**'];
    expect(sorted(findReferences({ package: { patterns } }).outside)).toEqual([
      '../node_modules/**',
      '../shared/**/*.{js,json}',
    ]);
  });

  it('are looked for everywhere: a plugin may read any of them', () => {
    const value = {
      custom: { path: '../x', patterns: ['../x'], handler: '../x' },
      functions: { hello: { handler: 'a.b', description: '../x', environment: { PATH: '../x', handler: '../x' } } },
      resources: { Description: '../x' },
    };
    expect(findReferences(value)).toEqual({ ...NOTHING, outside: ['../x'] });
  });

  it('are not where the Serverless Framework looks for packages', () => {
    expect(findReferences({ projectDir: '../..', custom: { path: '../x' } }).outside).toEqual(['../x']);
  });

  it('are no files that are read', () => {
    expect(findReferences({ custom: '${file(../shared.yml):x}' })).toEqual({ ...NOTHING, files: ['../shared.yml'] });
    expect(findReferences(handler('../x.main')).files).toEqual([]);
  });

  it.each([
    ['functions that are a variable', { functions: '${file(./functions.yml)}' }],
    ['functions that are a list', { functions: ['${file(./functions.yml)}'] }],
    ['functions that are nothing', { functions: null, layers: null, package: null }],
    ['a function that is nothing', { functions: { hello: null } }],
    ['a handler that is no text', handler(5)],
    ['a layer that is an address', { layers: ['arn:aws:lambda:eu-west-1:111111111111:layer:x:1'] }],
    ['patterns that are a text', { package: { patterns: '${file(./patterns.yml)}' } }],
    ['patterns that are no texts', { package: { patterns: [null, 5, {}] } }],
  ])('are none in %s', (_, value) => {
    expect(findReferences(value).outside).toEqual([]);
  });
});

describe('a parameter', () => {
  it.each<[text: string, needed: string[]]>([
    ['${param:a}', ['a']],
    ["${param:a, 'none'}", []],
    ['${param:a, param:b}', ['b']],
    ["${param:a, param:b, 'none'} ${param:a}", ['a']],
    ['${self:custom.x, param:a}', ['a']],
    ["${file(./${param:env}.yml):key, 'x'}", ['env']],
    ["${param:${sls:stage}Key, 'x'}", []],
  ])('is needed if nothing stands behind it: %s', (text, needed) => {
    expect(findReferences({ text }).needed).toEqual(needed);
  });
});
