import type { AWS } from '@serverless/typescript';
import { nameOf, provider } from '../shared/config.ts';

const configuration: AWS = {
  service: nameOf('prices'),
  plugins: ['serverless-esbuild'],
  provider,
  functions: {
    show: {
      handler: 'src/show.handler',
      environment: { OUTBOX_URL: '${param:letters.outboxUrl}' },
    },
  },
};

export default configuration;
