import { readFileSync } from 'node:fs';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personalStageName } from '../../core/stage/name.ts';
import { renderPersonalRole } from '../../scripts/personal-role.ts';
import { type Access, allows, type PolicyStatement } from '../local-aws/iam/identity-policy.ts';
import { type LocalAws, startLocalAws } from '../local-aws/server.ts';
import { ACCOUNT, deployRole, PREVIEWS, ROLE_TEMPLATE, statementsOf } from './deploy-role.ts';
import { ADMINISTRATOR, PREVIEW, ROLE_CASES, ROLES } from './role-cases.ts';

const TEMPLATE = readFileSync(new URL('../../aws/personal-role.yml', import.meta.url), 'utf8');
const STAGE = personalStageName('ada@example.com', 'ada', 20);

/** What a user types: the same as for previews, and who may assume it in the place of what a token says. */
const PERSONAL = {
  App: PREVIEWS.App,
  OtherStages: PREVIEWS.OtherStages,
  SharedAccount: 'accepted',
  ParametersPath: PREVIEWS.ParametersPath,
  DeveloperArn: `arn:aws:iam::${ACCOUNT}:user/test`,
  RoleName: 'serverless-stages-personal',
};

/** The rights of the two kinds are the same, so that a case of one is one of the other when the names are swapped. */
const swapped = (access: Access): Access =>
  JSON.parse(
    JSON.stringify(access, (_, value: unknown) => (value instanceof Map ? [...value] : value))
      .replaceAll(PREVIEW, STAGE)
      .replaceAll('-0pv', '-0me')
      .replace(/(serverless-stages\/[^/"]+\/)(preview|personal)\//g, (_, path: string, kind: string) =>
        kind === 'preview' ? `${path}personal/` : `${path}preview/`,
      ),
  ) as Access;

let aws: LocalAws;
let statements: readonly PolicyStatement[];
beforeAll(async () => {
  aws = await startLocalAws();
  statements = statementsOf(await deployRole(aws, PERSONAL, TEMPLATE));
});
afterAll(() => aws.close());

it('is what the template of the roles of jobs makes of it', () => {
  expect(TEMPLATE).toBe(renderPersonalRole(ROLE_TEMPLATE));
});

describe('the role of personal stages has the rights of previews, for personal stages', () => {
  const cases = ROLE_CASES.filter(({ role }) => role === 'previews');

  it.each(cases)('$what: $isAllowed', ({ access, isAllowed, isAdministrator }) => {
    expect(allows(isAdministrator ? [...statements, ADMINISTRATOR] : statements, swapped(access))).toBe(isAllowed);
  });

  // A filter of a subscription has no tag and names its topic alone: any stack may set one, of previews too.
  const isNamed = ({ access }: { access: Access }) =>
    JSON.stringify(access).includes('-0pv') && access.action !== 'sns:SetSubscriptionAttributes';
  it.each(cases.filter((one) => one.isAllowed && isNamed(one)))(
    'and none of them for a preview: $what',
    ({ access }) => {
      expect(allows(statements, access)).toBe(false);
    },
  );
});

describe('who gets in', () => {
  const assume = (role: string) =>
    new STSClient({ endpoint: aws.url, region: 'us-east-1', credentials: aws.addUser(ACCOUNT) }).send(
      new AssumeRoleCommand({ RoleArn: role, RoleSessionName: 'laptop' }),
    );

  it.each([
    [`arn:aws:iam::${ACCOUNT}:user/test`, true],
    [`arn:aws:iam::${ACCOUNT}:role/aws-reserved/*/Developer_*`, false],
    ['arn:aws:iam::222222222222:user/test', false],
  ])('DeveloperArn %s lets in a user of this account: %s', async (DeveloperArn, isLetIn) => {
    const RoleName = `serverless-stages-${DeveloperArn.replace(/[^A-Za-z0-9]/g, '').slice(-24)}`;
    const { arn } = await deployRole(aws, { ...PERSONAL, DeveloperArn, RoleName }, TEMPLATE);
    if (isLetIn) await expect(assume(arn)).resolves.toMatchObject({ Credentials: { AccessKeyId: expect.any(String) } });
    else await expect(assume(arn)).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it('no role of jobs can be assumed from a laptop', async () => {
    const { arn } = await deployRole(aws, { ...ROLES.configured, RoleName: 'serverless-stages-dev' });
    await expect(assume(arn)).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it.each([
    ['no DeveloperArn', { DeveloperArn: undefined }],
    ['everybody', { DeveloperArn: '*' }],
    ['a shared account that nobody accepted', { SharedAccount: '' }],
    ['no list of the stages in the account', { OtherStages: undefined }],
  ])('the template is refused with %s', async (_, change) => {
    const given = Object.entries({ ...PERSONAL, ...change, RoleName: 'serverless-stages-none' });
    const parameters = Object.fromEntries(given.filter(([, value]) => value !== undefined)) as Record<string, string>;
    await expect(deployRole(aws, parameters, TEMPLATE)).rejects.toMatchObject({ name: 'ValidationError' });
  });
});
