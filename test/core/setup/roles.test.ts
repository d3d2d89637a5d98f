import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../core/config/parse.ts';
import { rolesOf } from '../../../core/setup/roles.ts';

const config = (parameters: string) =>
  parseConfig(
    Buffer.from(`version: 1
app: shop
profiles:
  dev:
    role: arn:aws:iam::111111111111:role/serverless-stages-dev
    region: us-east-1
    ${parameters}
default-profile: dev
stages:
  dev: { profile: dev, branch: main }
previews: { role: "arn:aws:iam::111111111111:role/serverless-stages-preview" }
`),
  );
const pathsOf = (parameters: string) =>
  rolesOf(config(parameters), { defaultBranch: 'main' }).map((role) => role.parameters['ParametersPath']);

describe('the parameters of SSM that a role may read', () => {
  it.each([
    ['nothing is named', 'parameters: { a: b }', '/shop/dev'],
    ['one is named', 'parameters: { a: { ssm: /other/dev/a } }', '/other/dev'],
    ['several are below one path', 'parameters: { a: { ssm: /shop/dev/x/a }, b: { ssm: /shop/dev/y/b } }', '/shop/dev'],
    ['a path is named', 'parameters-path: /shop/test/', '/shop/test'],
    [
      'what they have in common would hold other stages, too',
      'parameters: { a: { ssm: /shop/dev/a }, b: { ssm: /shop/all/b } }',
      '/shop/dev',
    ],
    ['one stands at the top of the application', 'parameters: { a: { ssm: /shop/a } }', '/shop/dev'],
    ['a path of one part is named', 'parameters-path: /dev-params', '/dev-params'],
    [
      'they are below the application of an organisation',
      'parameters: { a: { ssm: /acme/shop/dev/a }, b: { ssm: /acme/shop/all/b } }',
      '/shop/dev',
    ],
    ['they have nothing in common', 'parameters: { a: { ssm: /x/y/a }, b: { ssm: /z/y/b } }', '/shop/dev'],
    ['one has no path', 'parameters: { a: { ssm: plain } }', '/shop/dev'],
  ])('are those of one path where %s', (_what, parameters, path) => {
    expect(pathsOf(parameters)).toEqual([path, path]);
  });
});
