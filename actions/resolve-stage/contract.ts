import type { ActionContract, InputsOf, OutputsOf } from '../../core/contract.ts';

export const contract = {
  name: 'resolve-stage',
  inputs: {
    stage: { kind: 'text' },
    commit: { kind: 'text' },
    ref: { kind: 'text' },
    freeze: { kind: 'text' },
    'lift-freeze': { kind: 'text' },
    'dry-run': { kind: 'flag', always: true },
    sweep: { kind: 'flag', always: true },
    'working-directory': { kind: 'text', always: true },
    'github-token': { kind: 'secret', always: true },
  },
  outputs: [
    'decision',
    'reason',
    'kind',
    'stage',
    'ref',
    'commit',
    'pull-request',
    'profile',
    'environment',
    'region',
    'services',
    'tests',
    'check-stages',
    'node-version',
    'deployed',
    'planner',
    'configuration',
    'error',
  ],
  onFailure: { decision: 'error' },
} as const satisfies ActionContract;

export type Inputs = InputsOf<typeof contract>;
export type Outputs = OutputsOf<typeof contract>;
