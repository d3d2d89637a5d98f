import { configuredStages } from '../../configuration/effective.ts';
import { recordOf } from '../../safeguards/view/resource.ts';
import { approvedStages } from '../../setup/workflow-texts.ts';
import { suggestName } from '../../suggest.ts';
import type { Finding } from '../finding.ts';
import { listOf, takesBranch } from '../workflow.ts';
import { type CallingJob, callingJobs, type LocalCheck, type LocalFacts, stageOf } from './facts.ts';

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
        why: 'a push to its branch then changes nothing',
        fix: 'npx serverless-stages init',
      }),
    ),
    ...unknown.map(
      ({ stage, place }): Finding => ({
        level: 'error',
        check: 'unknown-stage',
        place,
        what: `it deploys the stage "${stage}", which ${configPath} does not have`,
        why: 'every run of it ends with E_STAGE_UNKNOWN',
        fix: suggestName(stage, known),
      }),
    ),
  ];
};

/** What starts a stage's workflow is a push to the stage's branch, and to no other. */
export const stagesArePushed: LocalCheck = (facts) => {
  const { config, published } = facts;
  return configuredStages(config).flatMap((stage): Finding[] => {
    const branch = config.stages?.[stage]?.branch ?? '';
    const jobs = callingJobs(facts).filter((one) => stageOf(one) === stage);
    const pushed = jobs.filter(({ workflow }) => 'push' in workflow.on);
    const [first] = jobs;
    if (first === undefined) {
      return [];
    }
    if (!pushed.some(({ workflow }) => takesBranch(workflow.on['push'], branch))) {
      return [
        {
          level: 'error',
          check: 'push-branch',
          place: `${(pushed[0] ?? first).workflow.path}, on.push.branches`,
          what: `no push to "${branch}" starts the workflow of the stage "${stage}"`,
          why: 'the stage is of that branch (stages), and gets nothing that is pushed to it',
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
            what: `a push to "${other}" starts it, and no stage of it is of that branch`,
            why: 'the run of such a push cannot deploy: it fails, or is refused by AWS',
            fix: `remove "${other}", or give a stage that branch`,
          }),
        ),
      ...(published.get(branch)?.has(workflow.path) === false
        ? [
            {
              level: 'warning',
              check: 'not-on-branch',
              place,
              what: `the branch "${branch}" does not have ${workflow.path} yet`,
              why: 'GitHub starts what the pushed commit itself has',
              fix: `bring it there: git push origin HEAD:${branch}, or a merge`,
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
        what: `no job with an environment stands before it: nobody is asked before "${stage}" is deployed`,
        why: 'whoever can push to the branch deploys production at once',
        fix: 'take workflows-templates/prod.yml, whose job `approve` waits in the environment of the approval',
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
          what: `it offers the stage "${stage}", which is not configured`,
          why: 'whoever starts it with that stage gets a run without a deploy',
          fix: suggestName(stage, known),
        }),
      );
  });
};
