import type { ActionContract, InputsOf, OutputsOf } from '../../core/contract.ts';

export const contract = {
  name: 'promote',
  inputs: {
    phase: { kind: 'text', always: true },
    from: { kind: 'text' },
    to: { kind: 'text' },
    commit: { kind: 'text' },
    rollback: { kind: 'text' },
    'dry-run': { kind: 'flag', always: true },
    override: { kind: 'text' },
    freeze: { kind: 'text' },
    'approval-environment': { kind: 'text' },
    plan: { kind: 'text' },
    'moved-commit': { kind: 'text' },
    'pull-request': { kind: 'text' },
    'deploy-result': { kind: 'text' },
    'deploy-status': { kind: 'text' },
    'working-directory': { kind: 'text', always: true },
    'github-token': { kind: 'secret', always: true },
  },
  outputs: [
    'decision',
    'reason',
    'from',
    'to',
    'commit',
    'has',
    'plan',
    'expected-code',
    'lift-freeze',
    'redeploy',
    'rollback',
    'pull-request',
    'result',
    'error',
  ],
  onFailure: { decision: 'error' },
} as const satisfies ActionContract;

export type Inputs = InputsOf<typeof contract>;
export type Outputs = OutputsOf<typeof contract>;
