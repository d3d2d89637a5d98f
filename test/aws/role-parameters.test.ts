import { describe, expect, it } from 'vitest';
import { parseTemplate } from '../local-aws/cloudformation/template.ts';
import { CONFIGURED, PREVIEWS, ROLE_TEMPLATE } from './deploy-role.ts';

const template = parseTemplate(ROLE_TEMPLATE);
const parameters = template.Parameters ?? {};

/** Whether CloudFormation takes the value, by the rules that stand beside the parameter. */
function takes(name: string, value: string): boolean {
  const { AllowedPattern, AllowedValues } = parameters[name] ?? {};
  if (AllowedValues !== undefined) return AllowedValues.includes(value);
  return AllowedPattern === undefined || new RegExp(AllowedPattern).test(value);
}

describe('the template', () => {
  it('is short enough to be deployed from a file, without a bucket', () => {
    expect(Buffer.byteLength(ROLE_TEMPLATE)).toBeLessThan(51_200);
  });

  it('says of every parameter what it is', () => {
    for (const [name, { Description }] of Object.entries(parameters)) {
      expect(Description ?? '', name).toMatch(/^.{20,}$/);
    }
  });

  it('takes its own defaults and what the tests and its header type', () => {
    const defaults = Object.entries(parameters).flatMap(([name, { Default }]) =>
      Default === undefined ? [] : [[name, String(Default)] as const],
    );
    for (const [name, value] of [...defaults, ...Object.entries(CONFIGURED), ...Object.entries(PREVIEWS)]) {
      expect(takes(name, value), `${name}=${value}`).toBe(true);
    }
  });

  it.each([
    ['Branch', 'release/2026-11'],
    ['Environment', 'prod:eu 1'],
    ['TargetBranches', 'develop, release/1'],
    ['PreviewBranches', 'refs/heads/feature/*,refs/heads/fix-*'],
    ['OtherStages', 'dev, staging'],
    ['ServiceRolesBoundary', 'arn:aws-us-gov:iam::111111111111:policy/teams/boundary'],
    ['ParametersKeyArn', 'arn:aws:kms:us-east-1:111111111111:key/1f0c7a10-0000-11f0-8000-0affd8a5b1c3'],
    ['RoleName', 'serverless-stages-preview'],
  ])('takes %s=%s', (name, value) => {
    expect(takes(name, value)).toBe(true);
  });

  it.each([
    ['Branch', 'refs/*'],
    ['Branch', 'prod ${aws:username}'],
    ['DefaultBranch', 'a,b'],
    ['TargetBranches', 'release/*'],
    ['PreviewBranches', 'feature/*'],
    ['PreviewBranches', '*'],
    ['Environment', '${aws:username}'],
    ['RepositoryOwner', 'acme/shop'],
    ['Repository', '*'],
    ['RepositoryId', 'acme'],
    ['RepositoryId', ''],
    ['OwnerId', '*'],
    ['App', 'shop/*'],
    ['OtherStages', 'dev/*'],
    ['ParametersPath', '/shop/dev/'],
    ['ParametersPath', 'shop'],
    ['ParametersPath', '/*'],
    ['RoleName', 'deploy'],
    ['Kind', 'personal'],
  ])('refuses %s=%s', (name, value) => {
    expect(takes(name, value)).toBe(false);
  });

  it('uses every parameter and condition that it has', () => {
    for (const name of Object.keys(parameters)) {
      expect(ROLE_TEMPLATE, name).toMatch(new RegExp(`!Ref ${name}\\b|\\$\\{${name}\\}`));
    }
    for (const name of Object.keys(template.Conditions ?? {})) {
      expect(ROLE_TEMPLATE, name).toMatch(new RegExp(`(- |!If \\[|Condition: |!Condition )${name}\\b`));
    }
  });
});
