import type { AWS } from '@serverless/typescript';
import { nameOf, provider } from '../shared/config';

const configuration: AWS = {
  service: nameOf('letters'),
  plugins: ['serverless-esbuild'],
  provider,
  functions: { write: { handler: 'src/write.handler' } },
  resources: {
    Resources: { Outbox: { Type: 'AWS::SQS::Queue' } },
    Outputs: { outboxUrl: { Value: { Ref: 'Outbox' } } },
  },
};

module.exports = configuration;
