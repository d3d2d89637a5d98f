import type { ActionContract, InputsOf, OutputsOf } from '../../core/contract.ts';

export const contract = {
  name: 'load-profile',
  inputs: {
    configuration: { kind: 'text' },
    stage: { kind: 'text' },
    profile: { kind: 'text' },
    parameters: { kind: 'text' },
    planner: { kind: 'flag', always: true },
    'assume-role': { kind: 'flag', always: true },
    'export-credentials': { kind: 'flag', always: true },
    'working-directory': { kind: 'text', always: true },
  },
  outputs: ['credentials-file', 'parameters-file', 'account', 'region', 'role', 'parameter-names', 'error'],
  onFailure: {},
} as const satisfies ActionContract;

export type Inputs = InputsOf<typeof contract>;
export type Outputs = OutputsOf<typeof contract>;
