import type { ActionContract, InputsOf, OutputsOf } from '../../core/contract.ts';

export const contract = {
  name: 'test-services',
  inputs: {
    services: { kind: 'list' },
    configuration: { kind: 'text' },
    'working-directory': { kind: 'text', always: true },
  },
  outputs: ['status', 'error'],
  onFailure: { status: 'failed' },
} as const satisfies ActionContract;

export type Inputs = InputsOf<typeof contract>;
export type Outputs = OutputsOf<typeof contract>;
