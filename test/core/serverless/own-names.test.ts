import { describe, expect, it } from 'vitest';
import { withOwnNames } from '../../../core/serverless/own-names.ts';

const STAGE = 'feature-log-0pv3fa9c';
type Resources = Record<string, { Type: string; Properties?: Record<string, unknown> }>;

function stateOf(resources: Resources, core: Resources = resources): string {
  const provider = {
    coreCloudFormationTemplate: { Resources: core },
    compiledCloudFormationTemplate: { Resources: resources },
  };
  return JSON.stringify({ service: { service: 'shop-api', provider } });
}

/** What both templates have after it. */
function named(text: string, standing: Readonly<Record<string, string>> = {}, nonce = 'run 1', stage = STAGE) {
  const { service } = JSON.parse(
    withOwnNames(text, { stage, region: 'us-east-1', standing: new Map(Object.entries(standing)), nonce }),
  );
  const { coreCloudFormationTemplate: core, compiledCloudFormationTemplate: compiled } = service.provider;
  return { core: core.Resources as Resources, compiled: compiled.Resources as Resources };
}

const BUCKET = { Type: 'AWS::S3::Bucket' };
const ROLE = { Type: 'AWS::IAM::Role', Properties: { Path: '/x/' } };

describe('the names in a preview’s package', () => {
  it('begin with the stage, the same in the template that makes the stack and in the one that updates it', () => {
    const { core, compiled } = named(stateOf({ ServerlessDeploymentBucket: BUCKET, Job: ROLE }));
    expect(core).toEqual(compiled);
    expect(compiled['ServerlessDeploymentBucket']?.Properties?.['BucketName']).toMatch(
      /^feature-log-0pv3fa9c-serverlessdeploymentbucket-[0-9a-z]{8}$/,
    );
    expect(compiled['Job']?.Properties).toMatchObject({
      Path: '/x/',
      RoleName: expect.stringMatching(`^${STAGE}-job-`),
    });
  });

  it('are those of the service where it gives them, and none of other types', () => {
    const own: Resources = {
      Files: { Type: 'AWS::S3::Bucket', Properties: { BucketName: { 'Fn::Sub': 'files-${AWS::AccountId}' } } },
      Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'mine' } },
      Table: { Type: 'AWS::DynamoDB::Table', Properties: {} },
    };
    expect(named(stateOf(own)).compiled).toEqual(own);
  });

  it('take the place of the name that the CLI gives its role, where that is too long', () => {
    const cli = (service: string): Resources => {
      const RoleName = { 'Fn::Join': ['-', [service, STAGE, { Ref: 'AWS::Region' }, 'lambdaRole']] };
      return { IamRoleLambdaExecution: { Type: 'AWS::IAM::Role', Properties: { RoleName } } };
    };
    // Stage, region and `lambdaRole` take 42 of 64 characters.
    expect(named(stateOf(cli('s'.repeat(22)))).compiled).toEqual(cli('s'.repeat(22)));
    const long = named(stateOf(cli('s'.repeat(23)))).compiled['IamRoleLambdaExecution']?.Properties?.[
      'RoleName'
    ] as string;
    expect(long).toMatch(new RegExp(`^${STAGE}-iamrolelambdaexecution-[0-9a-z]{8}$`));
    const later = named(stateOf(cli('s'.repeat(40))), { IamRoleLambdaExecution: long }, 'run 2').compiled;
    expect(later['IamRoleLambdaExecution']?.Properties?.['RoleName']).toBe(long);
  });

  it('are never given to what stands under a name that CloudFormation made', () => {
    const standing = {
      Files: 'shop-api-feature-log-0pv-files-1x2y3z4a5b6c',
      Job: `${STAGE}-job-Job-1X2Y3Z4A5B6C`,
    };
    const { core, compiled } = named(stateOf({ Files: BUCKET, Job: ROLE }), standing);
    expect([core['Files'], compiled['Files'], compiled['Job']]).toEqual([BUCKET, BUCKET, ROLE]);
  });

  it('stay as they were given, whatever run comes later, and what is new gets one', () => {
    const first = named(stateOf({ Files: BUCKET })).compiled['Files']?.Properties?.['BucketName'] as string;
    const later = named(stateOf({ Files: BUCKET, More: BUCKET }), { Files: first }, 'run 2').compiled;
    expect(later['Files']?.Properties?.['BucketName']).toBe(first);
    expect(later['More']?.Properties?.['BucketName']).toMatch(new RegExp(`^${STAGE}-more-`));
  });

  it('are others in another life of the stage: a bucket may have been retained', () => {
    const nameIn = (nonce: string) => named(stateOf({ Files: BUCKET }), {}, nonce).compiled['Files']?.Properties;
    expect(nameIn('run 1')).not.toEqual(nameIn('run 2'));
  });

  it.each(['b-0pv3fa9c', STAGE, `${'x'.repeat(39)}-0pv3fa9c`])('fit what AWS takes, for the stage %s', (stage) => {
    const { compiled } = named(stateOf({ ['Long'.repeat(40)]: BUCKET, ['Role'.repeat(40)]: ROLE }), {}, 'run 1', stage);
    const [bucket, role] = Object.values(compiled).map(({ Properties = {} }) => Properties);
    expect(bucket?.['BucketName']).toMatch(/^[a-z][a-z0-9-]{2,62}$/);
    expect(role?.['RoleName']).toMatch(/^[a-z][a-z0-9-]{2,63}$/);
  });

  it('are two for two resources that are one object in the state', () => {
    const at = '$["service"]["provider"]["compiledCloudFormationTemplate"]["Resources"]["First"]';
    const { compiled } = named(stateOf({ First: ROLE, Second: { $ref: at } as never }));
    const names = [compiled['First'], compiled['Second']].map((one) => one?.Properties?.['RoleName']);
    expect(names).toEqual([expect.stringMatching(`^${STAGE}-first-`), expect.stringMatching(`^${STAGE}-second-`)]);
    expect(compiled['Second']?.Properties).toMatchObject({ Path: '/x/' });
  });

  it('go where the template is only pointed at', () => {
    const text = JSON.stringify({
      service: {
        service: 'shop-api',
        provider: {
          compiledCloudFormationTemplate: { Resources: { Files: { Type: 'AWS::S3::Bucket', Properties: {} } } },
          coreCloudFormationTemplate: { $ref: '$["service"]["provider"]["compiledCloudFormationTemplate"]' },
        },
      },
    });
    const { service } = JSON.parse(
      withOwnNames(text, { stage: STAGE, region: 'us-east-1', standing: new Map(), nonce: 'x' }),
    );
    expect(service.provider.compiledCloudFormationTemplate.Resources.Files.Properties.BucketName).toMatch(
      new RegExp(`^${STAGE}-files-`),
    );
  });

  it('are none where a package has no template that makes a stack', () => {
    const text = JSON.stringify({ service: { provider: { compiledCloudFormationTemplate: {} } } });
    expect(
      JSON.parse(withOwnNames(text, { stage: STAGE, region: 'us-east-1', standing: new Map(), nonce: 'x' })),
    ).toEqual(JSON.parse(text));
  });
});
