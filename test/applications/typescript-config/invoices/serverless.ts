import type { AWS } from '@serverless/typescript';
import { nameOf, provider } from '../shared/config';

const configuration: AWS = {
  service: nameOf('invoices'),
  plugins: ['serverless-esbuild'],
  provider: { ...provider, environment: { OUTBOX_URL: '${param:letters.outboxUrl}' } },
  functions: { print: { handler: 'src/print.handler' } },
};

module.exports = configuration;
