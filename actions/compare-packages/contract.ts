import type { ActionContract, InputsOf, OutputsOf } from '../../core/contract.ts';

export const contract = {
  name: 'compare-packages',
  inputs: {
    stage: { kind: 'text', always: true },
    against: { kind: 'text' },
    services: { kind: 'list' },
    'compare-with': { kind: 'text' },
    concurrency: { kind: 'integer', always: true },
    'working-directory': { kind: 'text', always: true },
    'serverless-access-key': { kind: 'secret' },
    'serverless-license-key': { kind: 'secret' },
  },
  outputs: ['packages', 'services', 'result', 'error'],
  onFailure: {},
} as const satisfies ActionContract;

export type Inputs = InputsOf<typeof contract>;
export type Outputs = OutputsOf<typeof contract>;
