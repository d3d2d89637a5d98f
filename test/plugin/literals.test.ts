import { describe, expect, it } from 'vitest';
import { replaceLiterals } from '../../plugin/literals.ts';

const NAME = ':dev::shop-database.table_name';
const VALUES: Readonly<Record<string, unknown>> = {
  [NAME]: 'submissions-dev',
  ':::shop-database.count': 3,
  ':::shop-database.on': false,
  ':::shop-database.empty': '',
  ':::shop-database.table': { name: 'submissions-dev', arns: ['a', 'b'] },
  ':::shop-database.odd': '$& ${AWS::Region} $1',
};

/** What a configuration becomes, and the addresses that were asked for. */
async function replaced<Configuration>(configuration: Configuration) {
  const asked: string[] = [];
  await replaceLiterals(
    configuration,
    async (address) => {
      asked.push(address);
      return VALUES[address];
    },
    (address) => new Error(`there is no ${address}`),
  );
  return { configuration, asked };
}
const becomes = async (text: string) => (await replaced({ text })).configuration.text as unknown;

describe('a text that is a variable and nothing else', () => {
  it.each([
    [NAME, 'submissions-dev'],
    [':::shop-database.count', 3],
    [':::shop-database.on', false],
    [':::shop-database.empty', ''],
    [':::shop-database.table', { name: 'submissions-dev', arns: ['a', 'b'] }],
  ])('becomes the value of %s as it is', async (address, value) => {
    expect(await becomes(`\${output:${address}}`)).toEqual(value);
  });
});

describe('a longer text', () => {
  it.each([
    [
      `arn:aws:dynamodb:us-east-1:111111111111:table/\${output:${NAME}}`,
      'arn:aws:dynamodb:us-east-1:111111111111:table/submissions-dev',
    ],
    [`\${output:${NAME}}/index/*`, 'submissions-dev/index/*'],
    [`a \${output:${NAME}} b \${output:${NAME}} c`, 'a submissions-dev b submissions-dev c'],
    ['x${output::::shop-database.count}y', 'x3y'],
    ['x${output::::shop-database.on}y', 'xfalsey'],
    ['x${output::::shop-database.empty}y', 'xy'],
    ['x${output::::shop-database.odd}y', 'x$& ${AWS::Region} $1y'],
  ])('has the value in its place: %s', async (text, wanted) => {
    expect(await becomes(text)).toBe(wanted);
  });

  it("keeps what is CloudFormation's", async () => {
    const text = `arn:\${AWS::Partition}:x:\${AWS::Region}:\${Table.Arn}/\${!Literal}/\${output:${NAME}}`;
    expect(await becomes(text)).toBe('arn:${AWS::Partition}:x:${AWS::Region}:${Table.Arn}/${!Literal}/submissions-dev');
  });
});

describe('a fallback', () => {
  it.each([
    ["${output::::x.y, 'text'}", 'text'],
    ['${output::::x.y, "text"}', 'text'],
    ["${output::::x.y, ''}", ''],
    ["before-${output::::x.y, 'text'}-after", 'before-text-after'],
    ["${output::::x.y, 'with } and , in it'}", 'with } and , in it'],
    [`\${output::::x.y, output:${NAME}}`, 'submissions-dev'],
  ])('counts where the output is missing: %s', async (text, value) => {
    expect(await becomes(text)).toBe(value);
  });

  it.each([
    [`\${output:${NAME}, 'text'}`, 'submissions-dev'],
    ["${output::::shop-database.empty, 'text'}", ''],
    ["${output::::shop-database.on, 'text'}", false],
  ])('does not count where the output is there: %s', async (text, value) => {
    expect(await becomes(text)).toBe(value);
  });
});

describe('a variable as a fallback, which the framework refuses', () => {
  it.each([`\${output::::x.y, \${output:${NAME}}}`, "${output::::x.y, ${output::::x.z, 'last'}}"])(
    'is never left as text: %s',
    async (text) => {
      const became = await becomes(text).catch(String);
      expect(became).not.toContain('${output');
    },
  );
});

describe('a configuration', () => {
  it('is changed in place, as deep as it goes', async () => {
    const statement = { Action: ['dynamodb:PutItem'], Resource: [{ 'Fn::Sub': `table/\${output:${NAME}}` }, 'none'] };
    const { configuration } = await replaced({ provider: { iam: { role: { statements: [statement] } } }, n: 1 });
    expect(configuration.provider.iam.role.statements[0]).toBe(statement);
    expect(statement.Resource).toEqual([{ 'Fn::Sub': 'table/submissions-dev' }, 'none']);
  });

  it('keeps what holds no output, and nothing is asked for it', async () => {
    const other = {
      a: null,
      b: undefined,
      c: 1,
      d: true,
      e: [],
      f: {},
      g: '${AWS::StackName}',
      h: 'output:x.y',
      i: '',
    };
    const { configuration, asked } = await replaced(structuredClone(other));
    expect(configuration).toEqual(other);
    expect(asked).toEqual([]);
  });

  it('may hold one part twice, and itself', async () => {
    const shared = { table: `\${output:${NAME}}` };
    const circle: Record<string, unknown> = { first: shared, second: [shared] };
    circle['self'] = circle;
    const { configuration } = await replaced(circle);
    expect(configuration['first']).toEqual({ table: 'submissions-dev' });
    expect(configuration['second']).toEqual([{ table: 'submissions-dev' }]);
    expect(configuration['self']).toBe(circle);
  });

  it('keeps objects of the framework as they are', async () => {
    class Provider {
      readonly text = `\${output:${NAME}}`;
    }
    const when = new Date(0);
    const { configuration } = await replaced({ provider: new Provider(), when });
    expect(configuration.provider.text).toBe(`\${output:${NAME}}`);
    expect(configuration.when).toBe(when);
  });

  it('that is an empty one stays empty', async () => {
    expect((await replaced({})).configuration).toEqual({});
    expect((await replaced(undefined)).configuration).toBeUndefined();
  });
});

describe('an output that is missing, without a fallback', () => {
  it.each(['${output::::x.y}', 'before ${output::::x.y} after', '${output::::x.z, output::::x.y}'])(
    'is the error of the caller: %s',
    async (text) => {
      await expect(replaced({ deep: [text] })).rejects.toThrow(/^there is no :::x\.[yz]$/);
    },
  );

  it('is not hidden by what the caller fails with itself', async () => {
    const denied = new Error('AccessDenied');
    const run = replaceLiterals(
      { a: "${output::::x.y, 'text'}" },
      () => Promise.reject(denied),
      (address) => new Error(`there is no ${address}`),
    );
    await expect(run).rejects.toBe(denied);
  });
});
