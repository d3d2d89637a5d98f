import { beforeAll, expect, it } from 'vitest';
import { applicationOf, type CaseRun, configuration, saidOf, useCases } from './check-stages-cases.ts';

/** Variables of which nobody knows the value: of SSM, and of the PARAMETERS secret. */
export const T = '${param:unknown}';
export const S = '${param:secret}';
const TEAM = { stackTags: { team: 'shop' } };

/** A function that every safeguard lets through, but for what is given. */
export const main = (name: string, more: object = {}) => ({
  handler: 'main.handler',
  name: `${name}-prod-main`,
  description: 'Answers whoever asks for the list of goods.',
  ...more,
});
export const service = (name: string, func: object = {}, provider: object = {}) =>
  configuration(name, { provider: { ...TEAM, ...provider }, functions: { main: main(name, func) } });
export const withResources = (name: string, Resources: object) => ({
  ...service(name),
  resources: { Resources },
});
export const role = (name: string, statement: object) =>
  service(name, {}, { iam: { role: { statements: [{ Effect: 'Allow', ...statement }] } } });
export const bucket = (name: string, properties: object, policy?: object) =>
  withResources(name, {
    B: { Type: 'AWS::S3::Bucket', Properties: properties },
    ...(policy === undefined ? {} : { P: { Type: 'AWS::S3::BucketPolicy', Properties: policy } }),
  });
export const policyOf = (Bucket: unknown, statement: object) => ({
  Bucket,
  PolicyDocument: { Version: '2012-10-17', Statement: [{ Action: 's3:*', ...statement }] },
});
export const tlsOnly = (Resource: unknown) => ({
  Effect: 'Deny',
  Principal: '*',
  Resource,
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
});
export const lambda = (name: string, properties: object) =>
  withResources(name, {
    F: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        FunctionName: `${name}-prod-f`,
        Description: 'Answers whoever asks for the list of goods.',
        Runtime: 'nodejs24.x',
        Handler: 'index.handler',
        Code: { ZipFile: 'exports.handler = async () => 1;' },
        Role: S,
        ...properties,
      },
    },
  });

/** What a safeguard says of a service in which a value that is not known stands in some place. */
export type Case = readonly [place: string, safeguard: string, expected: 'passed' | 'failed', (name: string) => object];

const always = { time: '2020-01-01T00:00', duration: 'P7DT0H', interval: 'P8D', timeZone: 'UTC' };
const SAFEGUARDS = [
  { 'allowed-function-names': '${SERVICE}-${STAGE}-${FUNCTION}' },
  { 'allowed-runtimes': ['nodejs24.x', 'nodejs12.x'] },
  'deprecated-runtimes',
  'forbid-lambda-apig-integration',
  'forbid-s3-http-access',
  'max-resources',
  'no-public-bucket',
  'no-secret-env-vars',
  'no-stateful-replacement',
  'no-wild-iam-role-statements',
  'require-cfn-role',
  'require-description',
  'require-dlq',
  'require-global-vpc',
  { 'required-stack-tags': { team: '[a-z]+' } },
  { 'restricted-deploy-times': always },
  'stage-in-names',
];

/** Packages a service for each case in one run, with every safeguard, and gives a test for each. */
export function judge(cases: readonly Case[]): () => CaseRun {
  const check = useCases();
  let run: CaseRun;
  beforeAll(async () => {
    const parameters = { unknown: { ssm: '/shop/unknown' }, secret: { secret: 'SECRET' } };
    const services = cases.map(([, , , make], index) => [`s${index}`, make(`shop-s${index}`)] as const);
    const profile = { parameters, safeguards: SAFEGUARDS };
    run = await check(applicationOf(Object.fromEntries(services), { profile }));
  }, 180_000);

  it.each(cases.map(([place, id, expected], index) => [id, expected, place, index] as const))(
    '%s has %s where a value that is not known is %s',
    (id, expected, _place, index) => {
      const found = run.of(`s${index}`);
      expect(found.reason).toBeUndefined();
      expect(found.problems).toEqual([]);
      expect(found.safeguards.find((one) => one.id === id)?.status, saidOf(found)).toBe(expected);
    },
  );
  return () => run;
}
