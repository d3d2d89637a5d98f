/** A bucket. */
export function bucket(properties?: Readonly<Record<string, unknown>>) {
  return { Type: 'AWS::S3::Bucket', ...(properties === undefined ? {} : { Properties: properties }) };
}

/** A bucket's policy with these statements. */
export function bucketPolicy(of: unknown, statements: unknown) {
  return {
    Type: 'AWS::S3::BucketPolicy',
    Properties: { Bucket: of, PolicyDocument: { Version: '2012-10-17', Statement: statements } },
  };
}

/** A statement that denies what comes without TLS, with some of it otherwise. */
export function statement(overrides: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: 'arn:aws:s3:::shop-uploads/*',
    Condition: { Bool: { 'aws:SecureTransport': false } },
    ...overrides,
  };
}

const deploymentBucket = (end: string) => ({
  'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::', { Ref: 'ServerlessDeploymentBucket' }, end]],
});

/** The bucket that osls 4 and serverless 3 put packages into, as they write it. */
export const OF_OSLS = {
  ServerlessDeploymentBucket: bucket({
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
    },
  }),
  ServerlessDeploymentBucketPolicy: {
    Type: 'AWS::S3::BucketPolicy',
    Properties: {
      Bucket: { Ref: 'ServerlessDeploymentBucket' },
      PolicyDocument: { Statement: [statement({ Resource: [deploymentBucket('/*'), deploymentBucket('')] })] },
    },
  },
};
