import type { Inputs } from '../../../actions/deploy-service/contract.ts';
import type { LedgerStage } from '../../../core/ledger/keys.ts';
import type { Clis } from './prepare.ts';
import type { StagePlan } from './stage-plan.ts';

/** What a run does in a stage, decided. */
export interface StageWork {
  readonly plan: StagePlan;
  readonly clis: Clis;
  readonly commit: string | undefined;
  readonly ledgerStage: LedgerStage;
  readonly licence: { readonly accessKey?: string; readonly licenseKey?: string };
  readonly inputs: Pick<Inputs, 'concurrency'>;
}
