import type { DeploymentRecord, Fingerprint } from '../ledger/record.ts';
import { shortCommit } from '../short-commit.ts';
import { isSuccess, type StackView } from '../stack/status.ts';

/** Whether a deployment is left alone, and why. */
export interface DeployDecision {
  readonly deploy: boolean;
  readonly reason: string;
}

export interface DecisionParts {
  /** Whether a person asked for it. */
  readonly forced: boolean;
  readonly record: DeploymentRecord | undefined;
  /** The stack as it stands now. */
  readonly stack: StackView | undefined;
  /** What would be deployed; undefined where not all that goes into it is known, as `doubt` says. */
  readonly fingerprint: Fingerprint | undefined;
  /** Why the fingerprint does not tell everything. */
  readonly doubt: string | undefined;
}

/**
 * Decides whether a service is deployed. It is left alone only where its record says that it was deployed, its
 * fingerprint is equal, and the stack stands complete just as that deploy left it; in doubt it is deployed.
 */
export function decideDeployment({ forced, record, stack, fingerprint, doubt }: DecisionParts): DeployDecision {
  const reason = reasonToDeploy({ forced, record, stack, fingerprint, doubt });
  const commit = record?.completed?.commit;
  const since = commit === undefined ? '' : ` since ${shortCommit(commit)}`;
  return reason === undefined ? { deploy: false, reason: `nothing differs${since}` } : { deploy: true, reason };
}

function reasonToDeploy({ forced, record, stack, fingerprint, doubt }: DecisionParts): string | undefined {
  if (forced) {
    return 'asked for by name';
  }
  if (record === undefined) {
    return stack === undefined
      ? 'it is not deployed yet'
      : 'its stack was not deployed by this product, and is taken over';
  }
  const { completed } = record;
  if (record.status !== 'deployed' || completed === undefined) {
    return NOT_DEPLOYED[record.status];
  }
  if (stack === undefined) {
    return 'its stack is gone';
  }
  if (!isSuccess(stack.status)) {
    return `its stack is ${stack.status}`;
  }
  if (stack.id !== completed.stack || stack.changed !== completed.changed) {
    return 'its stack was changed by something else';
  }
  if (doubt !== undefined) {
    return doubt;
  }
  return completed.fingerprint === undefined || fingerprint === undefined
    ? 'it is not known what its last deploy was made of'
    : difference(completed.fingerprint, fingerprint, completed.commit);
}

/** Why a record that does not say `deployed`, or of nothing that was completed, has its service deployed. */
const NOT_DEPLOYED = {
  deployed: 'nothing of it was ever completed',
  deploying: 'its last deploy was cut off',
  interrupted: 'its last deploy was cancelled',
  failed: 'its last deploy failed',
  removing: 'its removal was cut off',
  orphaned: 'its removal failed',
} as const satisfies Record<DeploymentRecord['status'], string>;

const PARTS = {
  source: 'its files or locked dependencies',
  parameters: 'parameters that it reads',
  outputs: 'outputs that it reads',
  tools:
    'the versions of the Serverless Framework or Node.js, the permissions boundary, or its commands after a deploy',
} as const satisfies Record<keyof Fingerprint, string>;

function difference(before: Fingerprint, now: Fingerprint, commit: string | undefined): string | undefined {
  const names = (Object.keys(PARTS) as (keyof Fingerprint)[]).filter((name) => before[name] !== now[name]);
  const since = commit === undefined ? '' : ` since ${shortCommit(commit)}`;
  return names.length === 0 ? undefined : `${names.map((name) => PARTS[name]).join(' and ')} changed${since}`;
}
