import type { ActionContract, InputsOf, OutputsOf } from '../../core/contract.ts';

export const contract = {
  name: 'deploy-service',
  inputs: {
    services: { kind: 'list' },
    configuration: { kind: 'text' },
    stage: { kind: 'text' },
    'credentials-file': { kind: 'text', always: true },
    'parameters-file': { kind: 'text', always: true },
    concurrency: { kind: 'integer', always: true },
    'publish-outputs': { kind: 'list' },
    'dry-run': { kind: 'flag', always: true },
    redeploy: { kind: 'flag', always: true },
    rollback: { kind: 'flag', always: true },
    freeze: { kind: 'text' },
    'lift-freeze': { kind: 'text' },
    'test-result': { kind: 'text' },
    'expected-code': { kind: 'text' },
    'job-summary': { kind: 'flag', always: true },
    'github-token': { kind: 'secret', always: true },
    'serverless-access-key': { kind: 'secret' },
    'serverless-license-key': { kind: 'secret' },
    'working-directory': { kind: 'text', always: true },
  },
  outputs: ['status', 'url', 'result', 'outputs', 'sarif', 'error'],
  onFailure: { status: 'failed' },
} as const satisfies ActionContract;

export type Inputs = InputsOf<typeof contract>;
export type Outputs = OutputsOf<typeof contract>;
