import type { ActionContract, InputsOf, OutputsOf } from '../../core/contract.ts';

export const contract = {
  name: 'install-dependencies',
  inputs: {
    configuration: { kind: 'text' },
    'install-scripts': { kind: 'flag', always: true },
    'npm-token': { kind: 'secret' },
    'working-directory': { kind: 'text', always: true },
  },
  outputs: ['installed', 'error'],
  onFailure: {},
} as const satisfies ActionContract;

export type Inputs = InputsOf<typeof contract>;
export type Outputs = OutputsOf<typeof contract>;
