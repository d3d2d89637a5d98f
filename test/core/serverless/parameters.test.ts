import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Parameter } from '../../../core/profile/parameter.ts';
import { checkServerless4Values, planHandover } from '../../../core/serverless/parameters.ts';
import { caught } from '../caught.ts';

const PATH = '/tmp/runner temp/parameters.json';
const parameter = (name: string, value: string): Parameter => ({ name, value, secret: true, source: 'literal' });

/** Resolves the arguments of a hand-over as the Serverless Framework does: each `${file(PATH):key}` by itself. */
function resolve({ args, file }: ReturnType<typeof planHandover>): Record<string, string> {
  const pairs = args
    .filter((_, index) => index % 2 === 1)
    .map((arg) => [arg.slice(0, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1)] as const);
  const reference = /\$\{file\(([^)]*)\):(\w+)\}/g;
  return Object.fromEntries(
    pairs.map(([name, text]) => {
      expect(text.replace(reference, '')).toBe('');
      return [
        name,
        text.replace(reference, (_, path: string, key: string) => (path === PATH ? (file[key] ?? '?') : '?')),
      ];
    }),
  );
}

const HARD = [
  'two\nlines',
  'ends with a newline\n',
  'Windows\r\nlines\r\n',
  '${env:HOME}',
  'a${env:HOME}b',
  '\\${env:HOME}',
  '$${env:HOME}',
  '$$${a}${b}}',
  '${file(/etc/passwd)}',
  '\'"`$\\',
  '\\\\',
  '  blanks around  ',
  '',
  '$',
  '${',
  '{',
  '}',
  'é🚀',
  'ghadelimiter_1\nEOF\nstage=prod',
  '--stage=prod',
  '${opt:stage}',
  'a=b',
  '${a${b}c}',
  'x'.repeat(8192),
  '${self:custom}',
  '${AWS::Region}',
  '#{AWS::Region}',
  'true',
  '012',
];

describe('planHandover', () => {
  it.each(HARD)('C1 hands %j over byte for byte', (value) => {
    expect(resolve(planHandover([parameter('a', value)], PATH))).toEqual({ a: value });
  });

  it('C1 hands any value over byte for byte, with no variable left in the file', () => {
    const value = fc.string({
      unit: fc.oneof(
        fc.constantFrom('$', '{', '}', '\\', '\n', "'", '"', ':', ' '),
        fc.string({ unit: 'binary', maxLength: 1 }),
      ),
    });
    fc.assert(
      fc.property(fc.array(value, { maxLength: 8 }), (values) => {
        const parameters = values.map((one, index) => parameter(`n${index}.x`, one));
        const handover = planHandover(parameters, PATH);
        expect(resolve(handover)).toEqual(Object.fromEntries(parameters.map((one) => [one.name, one.value])));
        for (const piece of Object.values(handover.file)) expect(piece).not.toContain('${');
        for (const key of Object.keys(handover.file)) expect(key).toMatch(/^\w+$/);
      }),
      { seed: 20261123, numRuns: 3000 },
    );
  });

  it('C1 puts no value into the arguments', () => {
    const values = ['s3cr3t-value', 'multi\nline-secret', 'x${y}z-secret'];
    const { args } = planHandover(
      values.map((value, index) => parameter(`p${index}`, value)),
      PATH,
    );
    expect(args.join(' ')).not.toMatch(/s3cr3t|multi|secret|[xyz]\$|\{y\}/);
  });

  it('gives each parameter by --param with its own name, dots and all', () => {
    const { args } = planHandover([parameter('database.tableName', 'x'), parameter('env', 'dev')], PATH);
    expect(args.filter((_, index) => index % 2 === 0)).toEqual(['--param', '--param']);
    expect(args[1]).toMatch(/^database\.tableName=/);
    expect(args[3]).toMatch(/^env=/);
  });

  it('C16 keeps the arguments short however long the values are', () => {
    const parameters = Array.from({ length: 1000 }, (_, index) => parameter(`p${index}`, 'x'.repeat(4096)));
    expect(planHandover(parameters, PATH).args.join(' ').length).toBeLessThan(131_072);
  });

  it('plans nothing for no parameters', () => {
    expect(planHandover([], PATH)).toEqual({ file: {}, args: [] });
  });
});

describe('checkServerless4Values', () => {
  it.each(['a${env:HOME}b', '${x:y}', '\\${env:HOME}', 'two\n${lines:x}'])(
    'refuses %j, which serverless 4 would read as a variable',
    (value) => {
      const error = caught(() =>
        checkServerless4Values([parameter('fine', 'plain'), parameter('endpoint_api_key', value)]),
      );
      expect(error.code).toBe('E_PARAMETER');
      expect(error.message).toContain('endpoint_api_key');
      expect(error.message).not.toContain('HOME');
    },
  );

  it.each(['plain', '$', '{}', '$1,000', 'a{b:c}', ''])('takes %j', (value) => {
    expect(() => checkServerless4Values([parameter('a', value)])).not.toThrow();
  });
});
