import type { AWS } from '@serverless/typescript';

export const provider: AWS['provider'] = {
  name: 'aws',
  runtime: 'nodejs22.x',
  memorySize: 256,
};

export const nameOf = (part: string) => `typed-${part}`;
