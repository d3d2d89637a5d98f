import { pairList } from '../../configuration/promote.ts';
import { recordOf } from '../../safeguards/view/resource.ts';
import { isStagePattern } from '../../stage/name.ts';
import { callingJobs, type LocalCheck } from '../clone.ts';
import type { Finding } from '../finding.ts';
import { listOf } from '../workflow.ts';

/** What a pull request does that its preview has to know of. */
const NEEDED_TYPES = ['opened', 'synchronize', 'reopened', 'closed'];
/** What `pull_request` listens to if it does not say. https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request */
const DEFAULT_TYPES = ['opened', 'synchronize', 'reopened'];

/** Previews have their workflow, which is told of all that pull requests do. */
export const previewsHaveWorkflow: LocalCheck = (facts) => {
  const { config, configPath } = facts;
  const callers = callingJobs(facts).filter(({ kind }) => kind === 'preview');
  if (config.previews === undefined) {
    return callers.map(
      ({ place }): Finding => ({
        level: 'error',
        check: 'previews-unconfigured',
        place,
        what: `deploys previews, but ${configPath} has no \`previews\``,
        why: 'every pull request is skipped',
        fix: 'write `previews: { role: … }`, or remove the workflow',
      }),
    );
  }
  if (callers.length === 0) {
    return [
      {
        level: 'error',
        check: 'no-preview-workflow',
        place: `${configPath}, previews`,
        what: 'no workflow deploys previews',
        why: 'pull requests get no preview',
        fix: 'npx serverless-stages init',
      },
    ];
  }
  const patterns = Object.keys(config.stages ?? {}).filter(isStagePattern);
  return callers.flatMap(({ workflow: { on, path }, place }): Finding[] => {
    const event = recordOf(on['pull_request']);
    const types = event['types'] === undefined ? DEFAULT_TYPES : listOf(event['types']);
    const missing = NEEDED_TYPES.filter((type) => !types.includes(type));
    const filters = ['paths', 'paths-ignore'].filter((key) => key in event);
    const push = recordOf(on['push'])['branches'];
    const unheard = patterns.filter(
      (pattern) => !listOf(push).includes(pattern) && !('push' in on && push === undefined),
    );
    return [
      ...('pull_request_target' in on
        ? [
            {
              level: 'error',
              check: 'pull-request-target',
              place: `${path}, on.pull_request_target`,
              what: 'pull_request_target gives the code of forks the secrets and the token of this repository',
              why: 'anyone who opens a pull request can read them',
              fix: 'write pull_request',
            } as const,
          ]
        : []),
      ...(missing.length > 0
        ? [
            {
              level: 'error',
              check: 'preview-events',
              place: `${path}, on.pull_request.types`,
              what: `does not start when a pull request is ${missing.join(', ')}`,
              why: missing.includes('closed')
                ? 'previews are not removed when their pull request closes'
                : 'previews are missing or out of date',
              fix: 'write `types: [opened, synchronize, reopened, ready_for_review, converted_to_draft, edited, closed]`',
            } as const,
          ]
        : []),
      ...filters.map(
        (key) =>
          ({
            level: 'error',
            check: 'preview-paths',
            place: `${path}, on.pull_request.${key}`,
            what: `\`${key}\` skips runs`,
            why: 'a closed pull request needs its run to remove the preview, and a required check that never reports blocks the merge',
            fix: `remove \`${key}\`: only changed services are deployed anyway`,
          }) as const,
      ),
      ...unheard.map(
        (pattern) =>
          ({
            level: 'error',
            check: 'preview-push',
            place,
            what: `does not start on pushes to "${pattern}"`,
            why: '`stages` has this pattern, so these branches get a preview without a pull request',
            fix: `add \`push: { branches: ["${pattern}"] }\` to \`on\``,
          }) as const,
      ),
    ];
  });
};

/** What nobody wants any more is removed each night, by a workflow of the default branch. */
export const previewsAreSwept: LocalCheck = (facts) => {
  const { config, configPath, defaultBranch, published } = facts;
  if (config.previews === undefined) {
    return [];
  }
  const why = 'some closed pull requests start no run (merge conflicts, lost runs). Their previews stay and cost money';
  const sweeps = callingJobs(facts).filter(({ kind }) => kind === 'sweep');
  if (sweeps.length === 0) {
    return [
      {
        level: 'error',
        check: 'no-sweep',
        place: `${configPath}, previews`,
        what: 'no workflow sweeps previews',
        why,
        fix: 'npx serverless-stages init',
      },
    ];
  }
  return sweeps.flatMap(({ workflow: { on, path } }): Finding[] => [
    ...('schedule' in on
      ? []
      : [
          {
            level: 'error',
            check: 'sweep-schedule',
            place: `${path}, on`,
            what: 'has no `schedule`',
            why,
            fix: 'write `schedule: [{ cron: "17 3 * * *" }]`',
          } as const,
        ]),
    ...(published.get(defaultBranch)?.has(path) === false
      ? [
          {
            level: 'warning',
            check: 'sweep-not-on-default-branch',
            place: path,
            what: `the default branch "${defaultBranch}" does not have this file`,
            why: 'GitHub runs schedules on the default branch only',
            fix: `merge it into ${defaultBranch}`,
          } as const,
        ]
      : []),
  ]);
};

/** Promotions have their workflow, which GitHub lets people start if the default branch has it. */
export const promotionsHaveWorkflow: LocalCheck = (facts) => {
  const { config, configPath, defaultBranch, published } = facts;
  const callers = callingJobs(facts).filter(({ kind }) => kind === 'promote');
  const pairs = pairList(config.promote);
  return [
    ...(pairs.length > 0 && callers.length === 0
      ? [
          {
            level: 'error',
            check: 'no-promote-workflow',
            place: `${configPath}, promote`,
            what: 'no workflow promotes',
            why: 'nobody can start a promotion',
            fix: 'npx serverless-stages init',
          } as const,
        ]
      : []),
    ...(pairs.length === 0
      ? callers.map(
          ({ place }): Finding => ({
            level: 'error',
            check: 'promote-unconfigured',
            place,
            what: `promotes, but ${configPath} has no \`promote\``,
            why: 'every run fails unless both stages are given',
            fix: 'write `promote: { from: staging, to: prod }`',
          }),
        )
      : []),
    ...callers
      .filter(({ workflow }) => published.get(defaultBranch)?.has(workflow.path) === false)
      .map(
        ({ workflow: { path } }): Finding => ({
          level: 'warning',
          check: 'promote-not-on-default-branch',
          place: path,
          what: `the default branch "${defaultBranch}" does not have this file`,
          why: 'GitHub lets people start only workflows of the default branch',
          fix: `merge it into ${defaultBranch}`,
        }),
      ),
  ];
};
