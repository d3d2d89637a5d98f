import type { ActionContract, InputsOf, OutputsOf } from '../../core/contract.ts';

export const contract = {
  name: 'destroy-stage',
  inputs: {
    configuration: { kind: 'text' },
    stage: { kind: 'text' },
    ref: { kind: 'text' },
    expired: { kind: 'flag', always: true },
    limit: { kind: 'integer', always: true },
    'dry-run': { kind: 'flag', always: true },
    confirm: { kind: 'text' },
    'credentials-file': { kind: 'text', always: true },
    concurrency: { kind: 'integer', always: true },
    'job-summary': { kind: 'flag', always: true },
    'github-token': { kind: 'secret', always: true },
    'working-directory': { kind: 'text', always: true },
  },
  outputs: ['status', 'removed', 'result', 'error'],
  onFailure: { status: 'failed' },
} as const satisfies ActionContract;

export type Inputs = InputsOf<typeof contract>;
export type Outputs = OutputsOf<typeof contract>;
