import type { LocalCheck, LocalFacts } from '../clone.ts';
import type { Examination } from '../finding.ts';
import { jobsGetSecrets, jobsKnowFolder, jobsMayDeploy, jobsWaitForEachOther } from './jobs.ts';
import { previewsAreSwept, previewsHaveWorkflow, promotionsHaveWorkflow } from './previews.ts';
import { promotionsCanLook, rolesAreApart } from './roles.ts';
import {
  namesFit,
  parametersAreGiven,
  servicesAreLocked,
  servicesNamePlugin,
  servicesNeedNoLogin,
} from './services.ts';
import { choicesExist, productionIsApproved, stagesArePushed, stagesHaveJobs } from './stages.ts';
import { usesArePinned } from './versions.ts';

const CHECKS: readonly LocalCheck[] = [
  stagesHaveJobs,
  stagesArePushed,
  choicesExist,
  productionIsApproved,
  previewsHaveWorkflow,
  previewsAreSwept,
  promotionsHaveWorkflow,
  promotionsCanLook,
  jobsMayDeploy,
  jobsGetSecrets,
  jobsKnowFolder,
  jobsWaitForEachOther,
  usesArePinned,
  rolesAreApart,
  namesFit,
  parametersAreGiven,
  servicesAreLocked,
  servicesNamePlugin,
  servicesNeedNoLogin,
];

/** Looks at everything that a clone says by itself. */
export function examineClone(facts: LocalFacts): Examination {
  return { source: 'local', findings: CHECKS.flatMap((check) => check(facts)) };
}
