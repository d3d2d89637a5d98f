import type { ActionContract, InputsOf, OutputsOf } from '../../core/contract.ts';

export const contract = {
  name: 'check-stages',
  inputs: {
    configuration: { kind: 'text' },
    stages: { kind: 'list' },
    services: { kind: 'list' },
    concurrency: { kind: 'integer', always: true },
    'working-directory': { kind: 'text', always: true },
    'serverless-access-key': { kind: 'secret' },
    'serverless-license-key': { kind: 'secret' },
  },
  outputs: ['status', 'result', 'error'],
  onFailure: { status: 'failed' },
} as const satisfies ActionContract;

export type Inputs = InputsOf<typeof contract>;
export type Outputs = OutputsOf<typeof contract>;
