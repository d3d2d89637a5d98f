import { decideDeployment } from '../deploy/decide.ts';
import type { DeploymentRecord } from '../ledger/record.ts';
import { shortCommit } from '../short-commit.ts';
import type { StackView } from '../stack/status.ts';

/** What a promotion would do to one deployment, as far as it can be told without values. */
export interface Foreseen {
  readonly key: string;
  readonly region: string;
  /** Whether it would be deployed; parameters and outputs may still make it so if not. */
  readonly deploys: boolean;
  readonly reason: string;
}

export interface ForeseeParts {
  readonly key: string;
  readonly region: string;
  readonly record: DeploymentRecord | undefined;
  readonly stack: StackView | undefined;
  /** Hash of its source at the promoted commit; undefined if git cannot tell. */
  readonly source: string | undefined;
  readonly doubt: string | undefined;
}

/** Foresees the decision that the deploy will make: everything but the files is taken to stay as it is. */
export function foresee({ key, region, record, stack, source, doubt }: ForeseeParts): Foreseen {
  const before = record?.completed?.fingerprint;
  const fingerprint = before === undefined || source === undefined ? undefined : { ...before, source };
  const { deploy, reason } = decideDeployment({ forced: false, record, stack, fingerprint, doubt });
  if (deploy) {
    return { key, region, deploys: true, reason };
  }
  const commit = record?.completed?.commit;
  const since = commit === undefined ? '' : ` since ${shortCommit(commit)}`;
  return {
    key,
    region,
    deploys: false,
    reason: `its files did not change${since}; it is deployed only if its parameters, outputs or tools differ`,
  };
}
