import { type Broken, broken } from './broken.ts';

const STAGE = '.github/workflows/stage.yml';
const CI = '.github/workflows/ci-test.yml';
const PROD = 'workflows-templates/prod.yml';
const PROMOTE = '.github/workflows/promote.yml';
const PROMOTE_CALLER = 'workflows-templates/promote.yml';
const STAGING = 'workflows-templates/staging.yml';
const INSTALL = 'actions/install-dependencies/action.yml';
const STAGING_JOB = 'workflows-templates/staging.yml: job staging';

/** What does not fit together: groups, gates, declarations, calls, references, headers. */
export const BROKEN_WIRING: readonly Broken[] = [
  ...broken('end each job by a timeout', STAGE, [
    ['    timeout-minutes: 60\n', '', 'job deploy: has no timeout-minutes'],
    ['timeout-minutes: 60', 'timeout-minutes: soon', 'job deploy: has no timeout-minutes'],
  ]),
  ...broken('run for a pull request whatever it changed', PROD, [
    ['types: [opened]', 'paths: [backend/**]', 'pull_request has the filter paths'],
    ['types: [opened]', 'paths-ignore: [docs/**]', 'pull_request has the filter paths-ignore'],
  ]),
  ...broken('have no concurrency in what is called', STAGE, [
    ['permissions: {}\njobs', 'concurrency: one\npermissions: {}\njobs', 'has a concurrency group'],
    [
      '    needs: resolve\n',
      '    needs: resolve\n    concurrency: { group: one }\n',
      'job deploy: has a concurrency group',
    ],
  ]),
  ...broken('give each job that calls us a group, and never cancel it', PROD, [
    [
      '    concurrency:\n      group: stage-prod\n      cancel-in-progress: false\n',
      '',
      'job prod: has no concurrency group',
    ],
    ['cancel-in-progress: false', 'cancel-in-progress: true', 'job prod: is cancelled in progress'],
    ['progress: false', "progress: ${{ github.ref != 'x' }}", 'job prod: is cancelled in progress'],
    [
      'permissions: {}\njobs',
      'concurrency: stage-prod\npermissions: {}\njobs',
      'has a concurrency group for all its jobs',
    ],
  ]),
  // What only looks needs no group; as soon as it deploys or removes, it does.
  ...broken(
    'give each job that calls us a group, and never cancel it',
    PROMOTE,
    [
      ['  verdict:\n    timeout', '  deploy:\n    timeout', 'job verdict: has no concurrency group'],
      ['  verdict:\n    timeout', '  sweep:\n    timeout', 'job verdict: has no concurrency group'],
    ],
    PROMOTE_CALLER,
  ),
  ...broken('give each job that calls us a group, and never cancel it', PROMOTE_CALLER, [
    ['promote.yml@v1', 'stage.yml@v1', 'job verdict: has no concurrency group'],
    [
      '    needs: verdict\n',
      '    needs: verdict\n    concurrency: { group: move, cancel-in-progress: true }\n',
      'job move: is cancelled in progress',
    ],
  ]),
  ...broken('have one group for each stage', PROD, [
    ['group: stage-prod', 'group: Stage-Staging', `job prod: shares the group stage-staging with ${STAGING_JOB}`],
    ['stage: prod', 'stage: staging', `job prod: has another group than ${STAGING_JOB} for the stage staging`],
    [
      'needs: prod',
      'needs: prod\n    concurrency: stage-prod',
      'job tell: shares the group stage-prod with workflows-templates/prod.yml: job prod',
    ],
    ['stage: prod', 'stage: ${{ inputs.stage }}', 'job prod: one group for every stage of ${{ inputs.stage }}'],
  ]),
  ...broken('have a gate that always runs, after all other jobs', STAGE, [
    ['needs: [resolve, deploy]', 'needs: [deploy]', 'job result: does not wait for resolve'],
    ['    if: always()\n', '', 'job result: does not run always'],
    ['if: always()', "if: always() && needs.deploy.result != 'skipped'", 'job result: does not run always'],
    ['  result:', '  outcome:', 'job result: is not there'],
  ]),
  ...broken('describe what a called workflow takes and gives', STAGE, [
    ['        description: Name of the stage.\n', '', 'inputs: stage has no description'],
    ['description: What came of it.', 'description: ""', 'outputs: status has no description'],
    ['NPM_TOKEN:\n        description: Token of a registry.', 'NPM_TOKEN:', 'secrets: NPM_TOKEN has no description'],
  ]),
  ...broken('use every input and secret that they declare', STAGE, [
    ['stage: ${{ inputs.stage }}', 'stage: ${{ inputs.stage-name }}', 'inputs: stage is not used'],
    ['stage: ${{ inputs.stage }}', 'stage: inputs.stage', 'inputs: stage is not used'],
    ['          npm-token: ${{ secrets.NPM_TOKEN }}\n', '', 'secrets: NPM_TOKEN is not used'],
  ]),
  ...broken('read only inputs and secrets that they declare', STAGE, [
    ['stage: ${{ inputs.stage }}', 'stage: ${{ inputs.stages }}', 'inputs: stages is read and not declared'],
    ['secrets.NPM_TOKEN', 'secrets.NPM_TOKENS', 'secrets: NPM_TOKENS is read and not declared'],
  ]),
  ...broken('give a called workflow its inputs, and no others', PROD, [
    ['stage: prod', 'stages: prod', `job prod: ${STAGE} has no input stages`],
    ['stage: prod', 'install-scripts: true', `job prod: does not give the input stage, which ${STAGE} requires`],
    ['    with:\n      stage: prod\n', '', `job prod: does not give the input stage, which ${STAGE} requires`],
  ]),
  ...broken('give a called workflow its secrets, and no others', STAGING, [
    [
      '    secrets:\n      NPM_TOKEN: ${{ secrets.NPM_TOKEN }}\n',
      '',
      'job staging: does not pass the secret NPM_TOKEN',
    ],
    ['NPM_TOKEN: $', 'TOKEN: $', `job staging: ${STAGE} declares no TOKEN`],
  ]),
  ...broken('give an action its inputs, and no others', STAGE, [
    [
      'stage: ${{ inputs.stage }}',
      'name: ${{ inputs.stage }}',
      'job resolve: step resolve: actions/resolve-stage/action.yml has no input name',
    ],
    [
      '        with:\n          stage: ${{ inputs.stage }}\n',
      '',
      'job resolve: step resolve: does not give the input stage, which actions/resolve-stage/action.yml requires',
    ],
    ['npm-token: $', 'token: $', `job deploy: step $/actions/install-dependencies: ${INSTALL} has no input token`],
  ]),
  ...broken('read outputs only of jobs that they wait for', STAGE, [
    ['needs: [resolve, deploy]', 'needs: [resolve]', 'job result: reads of deploy, which it does not wait for'],
    [
      "resolve.outputs.decision == 'deploy'",
      "resolve.outputs.verdict == 'deploy'",
      'job deploy: resolve has no output verdict',
    ],
    ['needs: [resolve, deploy]', 'needs: [resolve, deploy, sweep]', 'job result: waits for sweep, which is not there'],
  ]),
  ...broken('read outputs only of jobs that they wait for', PROD, [
    ['needs.prod.outputs.status', 'needs.prod.outputs.stage', 'job tell: prod has no output stage'],
  ]),
  ...broken('give outputs only that a job has', STAGE, [
    ['jobs.deploy.outputs.status', 'jobs.deploy.outputs.url', 'outputs: status: deploy has no output url'],
    ['jobs.deploy.outputs.status', 'jobs.end.outputs.status', 'outputs: status: end has no output status'],
  ]),
  ...broken('read outputs only of steps that have run and have them', STAGE, [
    ['steps.resolve.outputs.decision', 'steps.resolve.outputs.verdict', 'job resolve: resolve has no output verdict'],
    ['steps.deploy.outputs.status', 'steps.deploy.outputs.url', 'job deploy: deploy has no output url'],
    [
      'steps.deploy.outputs.status',
      'steps.destroy.outputs.status',
      'job deploy: reads of the step destroy, which has not run by then',
    ],
    [
      'package-manager-cache: false',
      'node-version: ${{ steps.deploy.outputs.status }}',
      'job deploy: reads of the step deploy, which has not run by then',
    ],
  ]),
  ...broken('begin with their privileges', CI, [
    ['# Privileges: reads the repository.\n', '', 'does not begin with a comment that says its privileges'],
    ['# Privileges:', 'name: CI\n# Privileges:', 'does not begin with a comment that says its privileges'],
  ]),
  ...broken('list the steps of set-up in a template', PROD, [
    ['# Set up once:\n', '', 'its header lists no numbered steps of set-up'],
    ['#   2. Deploy', '#   3. Deploy', 'its header lists no numbered steps of set-up'],
    [
      '#   1. Copy this file.\n#   2. Deploy the role.\n',
      '#   Copy this file.\n',
      'its header lists no numbered steps of set-up',
    ],
  ]),
];
