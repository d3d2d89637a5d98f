import { describe, expect, it } from 'vitest';
import { CREDENTIALS, HARMLESS, random } from '../sample-credentials.ts';
import { check, hello, lambda, named, sam } from '../sample-subject.ts';

const withVariables = (Variables: unknown) => check('no-secret-env-vars', hello({ Environment: { Variables } }));
/** Whether a text, or nine characters of it in a row, is shown anywhere. */
const shows = (findings: unknown, text: string) => {
  const shown = JSON.stringify(findings);
  return Array.from({ length: Math.max(1, text.length - 8) }, (_, at) => text.slice(at, at + 9)).some((piece) =>
    shown.includes(JSON.stringify(piece).slice(1, -1)),
  );
};

describe('I1 I5 no-secret-env-vars', () => {
  it.each(Object.entries(CREDENTIALS))('finds %s, and does not show it', (_, [name, value]) => {
    const findings = withVariables({ TABLE: 'orders-dev', [name]: value });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ function: 'hello', resource: 'HelloLambdaFunction' });
    expect(findings[0]?.what).toContain(name);
    expect(shows(findings, value)).toBe(false);
  });

  it.each(Object.entries(HARMLESS))('lets through %s', (_, [name, value]) => {
    expect(withVariables({ [name]: value })).toEqual([]);
  });

  const TOKEN = random('ghp_', 36);
  it.each<[string, unknown]>([
    ['a join', { 'Fn::Join': ['', ['token=', TOKEN]] }],
    ['a join with a reference', { 'Fn::Join': [':', [{ Ref: 'User' }, TOKEN]] }],
    ['a substitution', { 'Fn::Sub': `\${AWS::Region}:${TOKEN}` }],
    ['the values of a substitution', { 'Fn::Sub': ['key=${Key}', { Key: TOKEN }] }],
    ['a branch', { 'Fn::If': ['IsProd', { Ref: 'Token' }, TOKEN] }],
    [
      'a branch within another',
      { 'Fn::If': ['A', 'x', { 'Fn::If': ['B', { Ref: 'AWS::NoValue' }, { 'Fn::Join': ['', [TOKEN]] }] }] },
    ],
  ])('finds one in %s', (_, value) => {
    const findings = withVariables({ SETTING: value });
    expect(findings).toHaveLength(1);
    expect(findings[0]?.what).toContain('SETTING');
    expect(shows(findings, TOKEN)).toBe(false);
  });

  const PASSWORD = random('', 14);
  const HOST = { 'Fn::GetAtt': ['Database', 'Endpoint.Address'] };
  it.each<[string, unknown]>([
    ['a substitution', { 'Fn::Sub': `postgres://shop:${PASSWORD}@\${Database.Endpoint.Address}:5432/shop` }],
    ['a join', { 'Fn::Join': ['', [`postgres://shop:${PASSWORD}@`, HOST]] }],
    ['a join in small pieces', { 'Fn::Join': ['', ['postgres://shop:', PASSWORD, '@', HOST, '/shop']] }],
  ])('finds the password of an address whose host is a reference, in %s', (_, value) => {
    const findings = withVariables({ DATABASE_URL: value });
    expect(findings).toHaveLength(1);
    expect(shows(findings, PASSWORD)).toBe(false);
  });

  it.each<[unknown]>([
    [{ Ref: 'DatabasePassword' }],
    [{ 'Fn::GetAtt': ['Secret', 'Arn'] }],
    [{ 'Fn::ImportValue': 'shop-database-password' }],
    [{ 'Fn::FindInMap': ['Passwords', { Ref: 'AWS::Region' }, 'names'] }],
    [{ 'Fn::Sub': '{{resolve:secretsmanager:${Secret}:SecretString:password}}' }],
    [{ 'Fn::Sub': 'postgres://${User}:${Password}@${Database.Endpoint.Address}/shop' }],
    [{ 'Fn::Join': ['', ['postgres://', { Ref: 'User' }, ':', { Ref: 'Password' }, '@', { Ref: 'Host' }]] }],
    ['postgres://shop:{{resolve:secretsmanager:shop:SecretString:password}}@db.example.com/shop'],
    [{ 'Fn::If': ['A', { Ref: 'Password' }, { Ref: 'AWS::NoValue' }] }],
    [5432],
    [true],
    [null],
    [''],
  ])('takes %j for no credential, whatever the variable is called', (value) => {
    expect(withVariables({ DB_PASSWORD: value })).toEqual([]);
  });

  it('names each variable of each function', () => {
    const variables = (...names: string[]) => ({
      Environment: { Variables: Object.fromEntries(names.map((name) => [name, TOKEN])) },
    });
    const resources = {
      HelloLambdaFunction: lambda('a', variables('ONE', 'TWO')),
      Raw: lambda('b', variables('THREE')),
      Other: lambda('c'),
    };
    const findings = check('no-secret-env-vars', { resources, configured: { hello: {} } });
    const text = JSON.stringify(findings);
    for (const name of ['ONE', 'TWO', 'THREE']) expect(text).toContain(name);
    expect([...new Set(findings.map(({ resource }) => resource))].sort()).toEqual(['HelloLambdaFunction', 'Raw']);
    expect(shows(findings, TOKEN)).toBe(false);
  });

  it('looks at functions of SAM, and at what all of them have', () => {
    const Environment = { Variables: { TOKEN } };
    expect(named('no-secret-env-vars', sam({ Environment }))).toEqual(['Hello']);
    expect(named('no-secret-env-vars', sam({}, { Environment }))).toEqual(['Hello']);
    expect(named('no-secret-env-vars', sam({ Environment: { Variables: { A: 'b' } } }, { Environment }))).toEqual([
      'Hello',
    ]);
  });

  it('looks into nested templates', () => {
    const template = { Resources: { Inner: lambda('x', { Environment: { Variables: { TOKEN } } }) } };
    expect(named('no-secret-env-vars', { nested: [{ name: 'nested.json', template }] })).toEqual(['Inner']);
  });

  it.each([[undefined], [null], [{}], [[]], ['x'], [{ Ref: 'Variables' }]])(
    'does not fall over the variables %j',
    (variables) => {
      expect(withVariables(variables)).toEqual([]);
    },
  );
});
