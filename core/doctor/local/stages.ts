import { configuredStages } from '../../configuration/effective.ts';
import { pairList } from '../../configuration/promote.ts';
import { branchOfStage } from '../../configuration/stage-of.ts';
import { recordOf } from '../../safeguards/view/resource.ts';
import { approvedStages } from '../../setup/workflow-texts.ts';
import { suggestName } from '../../suggest.ts';
import { type CallingJob, callingJobs, type LocalCheck, type LocalFacts, stageOf } from '../clone.ts';
import type { Finding } from '../finding.ts';
import { listOf, takesBranch } from '../workflow.ts';

/** Every configured stage has a job, and every job a configured stage. */
export const stagesHaveJobs: LocalCheck = (facts) => {
  const { config, configPath } = facts;
  const known = configuredStages(config);
  const jobs = callingJobs(facts).flatMap((one) => {
    const stage = stageOf(one);
    return stage === undefined ? [] : [{ ...one, stage }];
  });
  const missing = known.filter((stage) => jobs.every((one) => one.stage !== stage));
  const unknown = jobs.filter(({ stage }) => !known.includes(stage));
  return [
    ...missing.map(
      (stage): Finding => ({
        level: 'error',
        check: 'stage-without-job',
        place: `${configPath}, stages.${stage}`,
        what: `no workflow deploys the stage "${stage}"`,
        why: 'pushes to its branch deploy nothing',
        fix: 'npx serverless-stages init',
      }),
    ),
    ...unknown.map(
      ({ stage, place }): Finding => ({
        level: 'error',
        check: 'unknown-stage',
        place,
        what: `deploys the stage "${stage}", which ${configPath} does not have`,
        why: 'every run fails with E_STAGE_UNKNOWN',
        fix: suggestName(stage, known),
      }),
    ),
  ];
};

/** What starts a stage's workflow is a push to the stage's branch, and to no other. */
export const stagesArePushed: LocalCheck = (facts) => {
  const { config, published } = facts;
  return configuredStages(config).flatMap((stage): Finding[] => {
    const branch = branchOfStage(config, stage);
    const jobs = callingJobs(facts).filter((one) => stageOf(one) === stage);
    const pushed = jobs.filter(({ workflow }) => 'push' in workflow.on);
    const [first] = jobs;
    // Where two stages share a branch, promotions deploy the second one, and no push does (docs/promotion.md).
    const isPromoted = pairList(config.promote).some(
      ({ from, to }) => to === stage && config.stages?.[from]?.branch === branch,
    );
    if (first === undefined || (isPromoted && pushed.length === 0)) {
      return [];
    }
    if (!pushed.some(({ workflow }) => takesBranch(workflow.on['push'], branch))) {
      return [
        {
          level: 'error',
          check: 'push-branch',
          place: `${(pushed[0] ?? first).workflow.path}, on.push.branches`,
          what: `a push to "${branch}" does not start the workflow of the stage "${stage}"`,
          why: 'the stage is deployed from that branch',
          fix: `write \`on: { push: { branches: [${branch}] } }\``,
        },
      ];
    }
    return pushed.flatMap(({ workflow, place }) => [
      ...listOf(recordOf(workflow.on['push'])['branches'])
        .filter(
          (pushedTo) =>
            pushedTo !== branch && !/[*?![\]+]/.test(pushedTo) && !isOfAnother(facts, workflow.path, pushedTo),
        )
        .map(
          (other): Finding => ({
            level: 'error',
            check: 'other-branch',
            place: `${workflow.path}, on.push.branches`,
            what: `starts on pushes to "${other}", but deploys no stage of that branch`,
            why: 'such a run fails: the stage has another branch, and AWS refuses its role',
            fix: `remove "${other}", or give a stage that branch`,
          }),
        ),
      ...(published.get(branch)?.has(workflow.path) === false
        ? [
            {
              level: 'warning',
              check: 'not-on-branch',
              place,
              what: `the branch "${branch}" does not have this file yet`,
              why: 'GitHub runs the workflow file of the pushed commit',
              fix: `merge it into ${branch} by a pull request`,
            } as const,
          ]
        : []),
    ]);
  });
};

/** Whether another stage that a workflow deploys is of a branch. */
function isOfAnother(facts: LocalFacts, path: string, branch: string): boolean {
  return callingJobs(facts).some(
    (one) => one.workflow.path === path && facts.config.stages?.[stageOf(one) ?? '']?.branch === branch,
  );
}

/** Somebody approves before production is deployed. */
export const productionIsApproved: LocalCheck = (facts) =>
  approvedStages(facts.config).flatMap((stage): Finding[] =>
    callingJobs(facts)
      .filter((one) => stageOf(one) === stage && !isApproved(one))
      .map(({ place }) => ({
        level: 'warning',
        check: 'no-approval',
        place,
        what: `"${stage}" is deployed without an approval`,
        why: 'anyone who can push to the branch deploys production',
        fix: 'use workflows-templates/prod.yml: its job `approve` waits for the reviewers of an environment',
      })),
  );

/** Whether a job that a job needs has an environment, in which people approve. */
function isApproved({ workflow, job }: CallingJob): boolean {
  const needed = new Set(job.needs);
  for (const id of needed) {
    for (const more of workflow.jobs.find((one) => one.id === id)?.needs ?? []) {
      needed.add(more);
    }
  }
  return workflow.jobs.some(({ id, environment }) => needed.has(id) && environment !== undefined);
}

/** A choice of stages that is offered by hand is one of configured ones. */
export const choicesExist: LocalCheck = ({ config, workflows }) => {
  const known = configuredStages(config);
  return workflows.flatMap(({ path, on, jobs }) => {
    const inputs = recordOf(recordOf(on['workflow_dispatch'])['inputs']);
    const options = listOf(recordOf(inputs['stage'])['options']);
    const isOurs = jobs.some(({ uses }) => uses?.path === '.github/workflows/stage.yml');
    return options
      .filter((stage) => isOurs && !known.includes(stage))
      .map(
        (stage): Finding => ({
          level: 'warning',
          check: 'unknown-choice',
          place: `${path}, on.workflow_dispatch.inputs.stage`,
          what: `offers the stage "${stage}", which is not configured`,
          why: 'a run that is started with it deploys nothing',
          fix: suggestName(stage, known),
        }),
      );
  });
};
