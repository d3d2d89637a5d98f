import { describe, expect, it } from 'vitest';
import { isSameCode, parseExpectedCode } from '../../../core/deploy/same-code.ts';
import { functionCodes, joinCodes } from '../../../core/serverless/code.ts';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const lambda = (code: object) => ({ Type: 'AWS::Lambda::Function', Properties: { Code: code } });
const zip = (file: string) => lambda({ S3Bucket: { Ref: 'Bucket' }, S3Key: `serverless/shop/dev/1-2/${file}` });
const version = (id: string, CodeSha256: string) => ({
  Type: 'AWS::Lambda::Version',
  Properties: { FunctionName: { Ref: id }, CodeSha256 },
});

describe('the code of functions', () => {
  it('is told by a version, by an image, by its text, or by a file of the package', () => {
    const resources = {
      Get: zip('get.zip'),
      GetVersion1: version('Get', 'hash-of-get='),
      Image: lambda({ ImageUri: `111111111111.dkr.ecr.us-east-1.amazonaws.com/shop-dev@${DIGEST}` }),
      Inline: lambda({ ZipFile: 'exports.handler = 1' }),
      Put: zip('put.zip'),
      Custom: zip('custom-resources.zip'),
      Table: { Type: 'AWS::DynamoDB::Table', Properties: {} },
    };
    expect(functionCodes({ resources })).toEqual([
      { id: 'Get', hash: 'hash-of-get=' },
      { id: 'Image', hash: DIGEST },
      { id: 'Inline', hash: expect.any(String) },
      { id: 'Put', file: 'put.zip' },
    ]);
  });

  it.each([
    ['an image by its tag', lambda({ ImageUri: '111111111111.dkr.ecr.us-east-1.amazonaws.com/shop:latest' })],
    ['a key that CloudFormation joins', lambda({ S3Key: { 'Fn::Join': ['/', ['a', 'b.zip']] } })],
  ])('cannot be told of %s', (_what, one) => {
    expect(functionCodes({ resources: { One: one } })).toBeUndefined();
  });

  it('is the same in any order, and of no function too', () => {
    const [a, b] = [
      { id: 'A', hash: '1' },
      { id: 'B', hash: '2' },
    ];
    expect(joinCodes([a, b])).toBe(joinCodes([b, a]));
    expect(joinCodes([a, b])).not.toBe(
      joinCodes([
        { id: 'A', hash: '2' },
        { id: 'B', hash: '1' },
      ]),
    );
    expect(joinCodes([])).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('the code that is expected', () => {
  const expected = parseExpectedCode('{"stage":"staging","level":"warn","services":{"shop-api":["x","y"]}}');

  it.each<[service: string, code: string | undefined, same: boolean | undefined]>([
    ['shop-api', 'y', true],
    ['shop-api', 'z', false],
    ['shop-api', undefined, undefined],
    ['shop-db', 'x', undefined],
    ['constructor', 'x', undefined],
  ])('of %s with %s: %s', (service, code, same) => {
    expect(isSameCode(expected, service, code)).toBe(same);
  });

  it.each(['', '{}', '[]', '{"stage":"x","level":"off","services":{}}'])('cannot be read from %j', (text) => {
    expect(() => parseExpectedCode(text)).toThrow(/"expected-code" is not what/);
  });
});
