import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../core/errors.ts';
import { findVariables, substitute, type VariableSource } from '../../../core/serverless/variables.ts';
import { AT_ONCE, processorClock } from '../../limits.ts';
import { caught } from '../caught.ts';

const SEED = 20261123;
const textsOf = (text: string) => findVariables(text).map((variable) => variable.text);
/** The sources of the one variable that a text holds. */
function sourcesOf(text: string): readonly VariableSource[] {
  const variables = findVariables(text);
  expect(variables).toHaveLength(1);
  return variables[0]?.sources ?? [];
}

/** Texts of the characters that matter, many of them unbalanced. */
const wild = fc
  .array(
    fc.constantFrom('$', '{', '}', '${', '${param:', '(', ')', ':', ',', "'", '"', '\\', 'a', 'A', '.', ' ', '!'),
    {
      maxLength: 25,
    },
  )
  .map((parts) => parts.join(''));
const plain = fc.string({
  unit: fc.constantFrom('a', 'B', '7', ' ', ':', ',', '.', "'", '"', '(', ')', 'é', '\n', '🚀'),
});
const word = fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,6}$/);
const variable = fc.oneof(
  fc.tuple(word, word).map(([source, address]) => `\${${source}:${address}}`),
  fc.tuple(word, word, word).map(([source, inner, address]) => `\${${source}:x-\${${inner}:${address}}.y}`),
  fc
    .tuple(word, word, plain)
    .map(([source, address, literal]) => `\${${source}:${address}, '${literal.replace(/'/g, '')}'}`),
  word.map((file) => `\${file(./${file}.yml):key}`),
);

describe('findVariables', () => {
  it('finds where a variable begins and ends', () => {
    expect(findVariables('a ${param:b} c')).toEqual([
      { start: 2, end: 12, text: '${param:b}', sources: [{ source: 'param', address: 'b' }] },
    ]);
  });

  it('finds variables in their order, side by side or apart', () => {
    expect(textsOf('${opt:a}${param:b}, ${self:c.d}-${opt:a}')).toEqual([
      '${opt:a}',
      '${param:b}',
      '${self:c.d}',
      '${opt:a}',
    ]);
  });

  it.each([
    ['${param:name}', { source: 'param', address: 'name' }],
    ['${param:database.tableName}', { source: 'param', address: 'database.tableName' }],
    ['${sls:stage}', { source: 'sls', address: 'stage' }],
    ['${s3:bucket/some/key.json}', { source: 's3', address: 'bucket/some/key.json' }],
    ['${ssm:/shop/dev/key:true}', { source: 'ssm', address: '/shop/dev/key:true' }],
    ['${ssm(eu-west-1):/shop/key}', { source: 'ssm', argument: 'eu-west-1', address: '/shop/key' }],
    ['${cf(eu-west-1):shop-dev.Key}', { source: 'cf', argument: 'eu-west-1', address: 'shop-dev.Key' }],
    ['${file(./a.yml)}', { source: 'file', argument: './a.yml' }],
    ['${file(./a.yml):key.sub}', { source: 'file', argument: './a.yml', address: 'key.sub' }],
    ['${file(../my files/a-b_c.json):key}', { source: 'file', argument: '../my files/a-b_c.json', address: 'key' }],
    ['${strToBool(true)}', { source: 'strToBool', argument: 'true' }],
    ['${output:svc.key}', { source: 'output', address: 'svc.key' }],
    ['${output:app:dev:eu-west-1:svc.key}', { source: 'output', address: 'app:dev:eu-west-1:svc.key' }],
    ['${myPlugin2:x}', { source: 'myPlugin2', address: 'x' }],
  ])('reads source, argument and address of %s', (text, source) => {
    expect(sourcesOf(text)).toEqual([source]);
  });

  it.each([
    ['${output::dev::svc.key}', ':dev::svc.key'],
    ['${output::::svc.key}', ':::svc.key'],
    ['${output::${param:env}::svc.key}', ':${param:env}::svc.key'],
    ['${output:${param:app}:dev::svc.key}', '${param:app}:dev::svc.key'],
  ])('finds %s, whose parts may be empty', (text, address) => {
    expect(sourcesOf(text)).toEqual([{ source: 'output', address }]);
  });
});

describe('variables in variables', () => {
  it.each([
    ['${param:${sls:stage}-name}', '${sls:stage}-name'],
    ['${param:${sls:stage}}', '${sls:stage}'],
    ['${self:custom.${opt:stage}.${opt:region}.x}', 'custom.${opt:stage}.${opt:region}.x'],
    ['${param:a-${param:b-${param:c}}}', 'a-${param:b-${param:c}}'],
    ["${param:${opt:a, 'b'}-c}", "${opt:a, 'b'}-c"],
    ['${self:custom.${AWS::Region}}', 'custom.${AWS::Region}'],
  ])('are part of the address: %s', (text, address) => {
    expect(textsOf(`<${text}>`)).toEqual([text]);
    expect(sourcesOf(text)[0]?.address).toBe(address);
  });

  it.each([
    ['${file(./${opt:stage}.yml):key}', './${opt:stage}.yml'],
    ['${file(./${file(./names.yml):x}.yml):key}', './${file(./names.yml):x}.yml'],
    ['${file(${param:folder}/a.yml):key}', '${param:folder}/a.yml'],
  ])('are part of the argument: %s', (text, argument) => {
    expect(sourcesOf(text)).toEqual([{ source: 'file', argument, address: 'key' }]);
  });

  it('may stand fifty deep', () => {
    const text = `${'${param:'.repeat(50)}x${'}'.repeat(50)}`;
    expect(textsOf(text)).toEqual([text]);
  });

  it.each([52, 8000, 100_000])('are refused where they stand %i deep, at once', (depth) => {
    for (const part of ['${param:', '${file(', '${', '${a:b']) {
      const elapsed = processorClock();
      const error = caught(() => findVariables(`${part.repeat(depth)}x${'}'.repeat(depth)}`));
      expect(error.code).toBe('E_SERVICE_CONFIG');
      expect(error.message).toMatch(/deeper than 50/);
      expect(elapsed()).toBeLessThan(AT_ONCE);
    }
  });
});

describe('fallbacks', () => {
  it.each([
    "${opt:stage, self:provider.stage, 'dev'}",
    '${opt:stage, self:provider.stage, "dev"}',
    "${opt:stage,self:provider.stage,'dev'}",
    "${opt:stage , self:provider.stage ,  'dev' }",
  ])('are sources in their order, whatever blanks are around them: %s', (text) => {
    expect(sourcesOf(text)).toEqual([
      { source: 'opt', address: 'stage' },
      { source: 'self', address: 'provider.stage' },
      { source: '', literal: 'dev' },
    ]);
  });

  it.each([
    ["'x'", 'x'],
    ['"x"', 'x'],
    ["''", ''],
    ['""', ''],
    ["'a b'", 'a b'],
    ["'a, b'", 'a, b'],
    ['"a}b"', 'a}b'],
    ["'a}b'", 'a}b'],
    ["'a{b'", 'a{b'],
    ["'(a'", '(a'],
    ["'opt:stage'", 'opt:stage'],
    ['"it\'s"', "it's"],
    ['\'"a"\'', '"a"'],
    ['null', 'null'],
    ['true', 'true'],
    ['5', '5'],
    ['1.5', '1.5'],
  ])('may be the literal %s', (written, literal) => {
    expect(sourcesOf(`\${param:a, ${written}}`)).toEqual([
      { source: 'param', address: 'a' },
      { source: '', literal },
    ]);
  });

  it('may have arguments', () => {
    expect(sourcesOf('${file(./a.yml):key, file(./b.yml):key, cf(eu-west-1):shop.Key}')).toEqual([
      { source: 'file', argument: './a.yml', address: 'key' },
      { source: 'file', argument: './b.yml', address: 'key' },
      { source: 'cf', argument: 'eu-west-1', address: 'shop.Key' },
    ]);
  });

  it('of a variable inside an address are not those of the outer one', () => {
    expect(sourcesOf("${param:${opt:a, 'b'}-x, 'c'}")).toEqual([
      { source: 'param', address: "${opt:a, 'b'}-x" },
      { source: '', literal: 'c' },
    ]);
  });

  it('may be a variable written out', () => {
    const sources = sourcesOf('${param:a, ${param:b}}');
    expect(sources).toHaveLength(2);
    expect(sources[0]).toEqual({ source: 'param', address: 'a' });
  });
});

describe('texts that hold no variable', () => {
  it.each([
    '',
    '$',
    '{}',
    '${',
    '${}',
    '}${',
    '$ {param:a}',
    '{param:a}',
    '$param:a',
    '${a}',
    '${AWS::Region}',
    'arn:${AWS::Partition}:s3:::${AWS::AccountId}-x',
    '${Table}',
    '${Table.Arn}',
    '${table.arn}',
    '${myTable}',
    '${Nested.Outputs.Key}',
    '${!Literal}',
    '${!param:a}',
    '${Param:a}',
    '${1a:b}',
    '${:a}',
    '#{AWS::Region}',
    '${{ github.ref }}',
  ])('are left to CloudFormation and others: %s', (text) => {
    expect(findVariables(text)).toEqual([]);
  });

  it.each(['\\${param:a}', 'x\\${param:a}y', '\\${opt:stage}\\${param:b}', '\\\\\\${param:a}'])(
    'have it escaped: %s',
    (text) => {
      expect(findVariables(text)).toEqual([]);
    },
  );

  it.each(['${param:a', '${file(./a.yml', '${file(./a.yml)', '${file(./a.yml):key'])(
    'have one that never ends: %s',
    (text) => {
      expect(findVariables(text)).toEqual([]);
    },
  );

  it('are all that have no dollar before a brace', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('${'));
        expect(findVariables(text)).toEqual([]);
      }),
      { seed: SEED },
    );
  });
});

describe('the outermost variable', () => {
  it.each([
    '${AWS::${param:x}}',
    '${Table.${param:x}}',
    '${!${param:x}}',
    '${${param:x}}',
    '\\${param:a-${param:x}}',
    '\\\\${param:x}',
    '$${param:x}',
    '{${param:x}}',
    '${param:x}}}',
    "it's ${param:x}, isn't it",
    '"${param:x}"',
    '${AWS::Region}-${param:x}-${Table.Arn}',
    '\\${param:a} ${param:x}',
    '${ ${param:x}',
    '${param:a ${param:x}',
    '${Table ${param:x}',
    '${file(${param:x}',
  ])('may stand in what is none itself: %s', (text) => {
    expect(textsOf(text)).toEqual(['${param:x}']);
  });

  it('is not misled by a quote inside an address', () => {
    expect(textsOf("${param:it's} and ${param:b}")).toEqual(["${param:it's}", '${param:b}']);
  });
});

describe('any text', () => {
  it('gives variables whose texts stand where they say, one behind the other', () => {
    fc.assert(
      fc.property(wild, (text) => {
        let last = 0;
        for (const { start, end, text: found, sources } of findVariables(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end)).toBe(found);
          expect(found).toMatch(/^\$\{[a-z][a-zA-Z0-9]*[:(].*\}$/s);
          expect(sources.length).toBeGreaterThan(0);
          last = end;
        }
      }),
      { numRuns: 5000, seed: SEED },
    );
  });

  it('gives the variables that it was made of', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(plain, variable)), plain, (parts, last) => {
        const text = parts.map((part) => part.join('')).join('') + last;
        expect(textsOf(text)).toEqual(parts.map(([, one]) => one));
      }),
      { seed: SEED },
    );
  });

  it.each([
    ['closed brackets', '${a:)'],
    ['commas', ',"'],
    ['blanks', ' '],
    ['escapes', '\\'],
    ['variables of CloudFormation', '${AWS::Region}'],
  ])('is read quickly, even one of 100,000 %s', (_, part) => {
    for (const text of [part.repeat(100_000), `\${a:b, ${part.repeat(100_000)}}`]) {
      const elapsed = processorClock();
      try {
        findVariables(text);
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
      }
      expect(elapsed()).toBeLessThan(AT_ONCE);
    }
  });

  it('says which text has too many that nothing closes', () => {
    expect(caught(() => findVariables('x ${a:)'.repeat(100))).message).toMatch(/"x \$\{a:\).*more than 50/);
  });
});

describe('substitute', () => {
  const values: Record<string, string> = {
    'param:a': 'A',
    'param:b': 'B',
    'param:empty': '',
    'param:key': 'a',
    'param:env': 'prod',
    'param:prod-name': 'shop',
    'param:variable': '${param:a}',
    'param:dollars': "$& $1 $$ $` $'",
    'output::prod::svc.key': 'table',
    'sls:stage': 'dev',
    'opt:stage': 'dev',
  };
  const replaced = (text: string) => substitute(text, (source, address) => values[`${source}:${address}`]);

  it.each([
    ['${param:a}', 'A'],
    ['<${param:a}>', '<A>'],
    ['${param:a}${param:b}-${param:a}', 'AB-A'],
    ['x${param:empty}y', 'xy'],
    ['${output::prod::svc.key}', 'table'],
    ['${sls:stage}/${opt:stage}', 'dev/dev'],
  ])('puts the values into %s', (text, result) => {
    expect(replaced(text)).toBe(result);
  });

  it.each([
    ['${param:${param:key}}', 'A'],
    ['${param:${param:env}-name}', 'shop'],
    ['${param:${param:${param:no}key}}', '${param:${param:${param:no}key}}'],
    ['${output::${param:env}::svc.key}', 'table'],
  ])('replaces what stands inside first: %s', (text, result) => {
    expect(replaced(text)).toBe(result);
  });

  it('asks for an address whose inner variables are replaced already', () => {
    const asked: string[] = [];
    substitute('${output::${param:env}::svc.key}', (source, address) => {
      asked.push(`${source} ${address}`);
      return source === 'param' ? 'prod' : undefined;
    });
    expect(asked).toEqual(['param env', 'output :prod::svc.key']);
  });

  it.each(["${param:a, 'x'}", '${param:a, param:b}', '${param:a, env:HOME}'])(
    'takes the first source of %s where it is known',
    (text) => {
      expect(replaced(text)).toBe('A');
    },
  );

  it.each([
    '${param:no}',
    "${param:no, 'x'}",
    '${param:no, param:a}',
    '${env:HOME}',
    '${file(./a.yml):key}',
    '${self:a.b}',
  ])('leaves %s, whose first source is not known', (text) => {
    expect(replaced(`<${text}>${text}`)).toBe(`<${text}>${text}`);
  });

  it('replaces a known variable inside what belongs to CloudFormation', () => {
    expect(replaced('${Table${param:a}.Arn} ${AWS::Region}')).toBe('${TableA.Arn} ${AWS::Region}');
  });

  it.each(['variable', 'dollars'])('puts a value in as it is, whatever stands in it: %s', (name) => {
    expect(replaced(`<\${param:${name}}>`)).toBe(`<${values[`param:${name}`]}>`);
  });

  it.each(['\\${param:a}', '${AWS::Region}', '${Table.Arn}', '${!Literal}', '${a', '${param:a', '', '$', 'a\\b'])(
    'leaves %j as it is',
    (text) => {
      expect(replaced(text)).toBe(text);
    },
  );

  it('leaves every text without variables as it is, and asks for nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('${'));
        const lookup = () => {
          throw new Error('nothing to look up');
        };
        expect(substitute(text, lookup)).toBe(text);
      }),
      { seed: SEED },
    );
  });

  it('leaves every text as it is where nothing is known', () => {
    fc.assert(
      fc.property(wild, (text) => {
        expect(substitute(text, () => undefined)).toBe(text);
      }),
      { numRuns: 5000, seed: SEED },
    );
  });

  it('puts any value between any texts', () => {
    fc.assert(
      fc.property(plain, fc.string({ unit: 'grapheme' }), plain, (before, value, behind) => {
        expect(substitute(`${before}\${param:x}${behind}`, () => value)).toBe(before + value + behind);
      }),
      { seed: SEED },
    );
  });
});
