import type { ExpectedCode } from '../core/deploy/same-code.ts';
import type { LedgerStage } from '../core/ledger/keys.ts';
import type { Owner } from '../core/ledger/owner.ts';
import type { RecordedRun } from '../core/ledger/record.ts';
import type { Wish } from '../core/ledger/wish.ts';

/** Who works at a laptop. */
export interface Person {
  /** As they are known to others: an e-mail address, else their name on the machine. */
  readonly user: string;
  readonly machine: string;
}

/** The attempt of a workflow's run that an action is a step of; of a laptop, one run of the program. */
export interface RunAttempt {
  /** `owner/name`. */
  readonly repository: string;
  readonly repositoryId: string;
  readonly id: string;
  readonly attempt: string;
  readonly runner: string;
  /** Where a person sees it; empty for a laptop. */
  readonly url: string;
  /** Who runs it; absent in a job. */
  readonly person?: Person;
}

/** The run: what it brings which stage to, and for whom. The same for each service of it. */
export interface Run {
  readonly stage: LedgerStage;
  readonly owner: Owner;
  /** Commit that is deployed; undefined if the workspace is no clone. */
  readonly commit: string | undefined;
  /** As records name it. */
  readonly recorded: RecordedRun;
  /** ARN of the permissions boundary that every role of a package gets. */
  readonly boundary: string | undefined;
  /** Whether a person brings the stage to an earlier version, which may lack what holds data by now. */
  readonly goesBack: boolean;
  /** What the job before said of the tests of the commit. */
  readonly tests: Wish['tests'];
  /** The code that the stage before has. */
  readonly expectedCode: ExpectedCode | undefined;
  /** Whether services that were updated go back if another one fails. */
  readonly rollsBack: boolean;
  /** Whether nothing is deployed: it is only asked what would change. */
  readonly isDryRun: boolean;
  /** Whether new stacks get termination protection. */
  readonly protectsStacks: boolean;
}

/** Returns what records say of a run. */
export function recordedRun({ id, attempt, url }: RunAttempt): RecordedRun {
  return { id, attempt, url };
}
