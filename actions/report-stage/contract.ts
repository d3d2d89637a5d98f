import type { ActionContract, InputsOf, OutputsOf } from '../../core/contract.ts';

export const contract = {
  name: 'report-stage',
  inputs: {
    phase: { kind: 'text', always: true },
    configuration: { kind: 'text', always: true },
    decision: { kind: 'text', always: true },
    result: { kind: 'text' },
    error: { kind: 'text' },
    checks: { kind: 'text' },
    'test-result': { kind: 'text' },
    'deploy-result': { kind: 'text' },
    'github-deployment': { kind: 'text' },
    'comment-author': { kind: 'text', always: true },
    'job-summary': { kind: 'flag', always: true },
    'notify-slack': { kind: 'secret' },
    'notify-webhook-url': { kind: 'secret' },
    'notify-webhook-key': { kind: 'secret' },
    'notify-hosts': { kind: 'list' },
    'github-token': { kind: 'secret', always: true },
  },
  outputs: ['github-deployment', 'comment'],
  onFailure: {},
} as const satisfies ActionContract;

export type Inputs = InputsOf<typeof contract>;
export type Outputs = OutputsOf<typeof contract>;
