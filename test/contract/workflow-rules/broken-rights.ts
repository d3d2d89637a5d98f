import { type Broken, broken } from './broken.ts';
import { COMMIT } from './sample-stage.ts';

const STAGE = '.github/workflows/stage.yml';
const CI = '.github/workflows/ci-test.yml';
const PROD = 'workflows-templates/prod.yml';
const PROMOTE = '.github/workflows/promote.yml';
const PROMOTE_CALLER = 'workflows-templates/promote.yml';
const RESOLVE = 'actions/resolve-stage/action.yml';
const CHECKOUT = `actions/checkout@${COMMIT} # v6.0.2`;
const OURS = 'OWNER/serverless-stages/.github/workflows/stage.yml@v1';

/** What gives away rights: pins, permissions, programs, triggers, secrets. */
export const BROKEN_RIGHTS: readonly Broken[] = [
  ...broken('name foreign actions by commit with their version, and own ones that are there', STAGE, [
    [
      CHECKOUT,
      'actions/checkout@v6',
      'job resolve: step actions/checkout@v6: actions/checkout@v6 is not named by its commit',
    ],
    [
      `${COMMIT} # v6.0.2`,
      COMMIT,
      `job resolve: step actions/checkout@${COMMIT}: actions/checkout@${COMMIT} has no comment with its version`,
    ],
    [
      '# v6.0.2',
      '# v6',
      `job resolve: step actions/checkout@${COMMIT}: actions/checkout@${COMMIT} has no comment with its version`,
    ],
    [
      '$/actions/resolve-stage',
      '$/actions/solve-stage',
      'job resolve: step resolve: $/actions/solve-stage is not there',
    ],
    [
      '$/actions/resolve-stage',
      './actions/resolve-stage',
      'job resolve: step resolve: ./actions/resolve-stage is not named by its commit',
    ],
    [
      CHECKOUT,
      'docker://alpine:3',
      'job resolve: step docker://alpine:3: docker://alpine:3 is not named by its commit',
    ],
  ]),
  ...broken('name foreign actions by commit with their version, and own ones that are there', PROD, [
    [OURS, OURS.replace('@v1', '@main'), `job prod: ${OURS.replace('@v1', '@main')} is not named by its commit`],
    [
      OURS,
      OURS.replace('stage.yml', 'stages.yml'),
      `job prod: ${OURS.replace('stage.yml', 'stages.yml')} is not there`,
    ],
    [OURS, '$/.github/workflows/stage.yml', 'job prod: $/.github/workflows/stage.yml is not named by its commit'],
  ]),
  ...broken('name foreign actions by commit with their version, and own ones that are there', RESOLVE, [
    [
      'run: echo "$GITHUB_REF"',
      'uses: actions/cache@v4',
      'job runs: step actions/cache@v4: actions/cache@v4 is not named by its commit',
    ],
  ]),
  ...broken('grant nothing at the top, and each job its own permissions', CI, [
    ['permissions: {}', 'permissions: { contents: read }', 'does not begin with permissions: {}'],
    ['permissions: {}', 'permissions: read-all', 'does not begin with permissions: {}'],
    ['permissions: {}\n', '', 'does not begin with permissions: {}'],
    [
      '    permissions:\n      contents: read # checks it out\n',
      '',
      'job test: has no permissions of its own, name by name',
    ],
    [
      'permissions:\n      contents: read # checks it out',
      'permissions: write-all',
      'job test: has no permissions of its own, name by name',
    ],
  ]),
  ...broken('say of each permission what it is for', CI, [
    ['read # checks it out', 'read', 'job test: does not say why it has contents'],
    ['read # checks it out', 'read # needed', 'job test: does not say why it has contents'],
    [
      'contents: read # checks it out',
      '# checks it out\n      contents: read',
      'job test: does not say why it has contents',
    ],
  ]),
  ...broken('grant every permission that a called workflow asks for', PROD, [
    [
      '      contents: read # checks it out\n',
      '',
      `job prod: grants contents: none, and job resolve of ${STAGE} asks for read`,
    ],
    ['id-token: write', 'id-token: none', `job prod: grants id-token: none, and job deploy of ${STAGE} asks for write`],
  ]),
  ...broken('grant every permission that a called workflow asks for', PROMOTE_CALLER, [
    [
      '      id-token: write # assumes the viewer roles\n',
      '',
      `job verdict: grants id-token: none, and job verdict of ${PROMOTE} asks for write`,
    ],
    // What another job of the caller is granted does not count.
    [
      'contents: read',
      'checks: read',
      `job verdict: grants contents: none, and job verdict of ${PROMOTE} asks for read`,
    ],
  ]),
  ...broken(
    'grant every permission that a called workflow asks for',
    PROMOTE,
    [
      [
        'contents: read',
        'contents: write',
        `job verdict: grants contents: read, and job verdict of ${PROMOTE} asks for write`,
      ],
    ],
    PROMOTE_CALLER,
  ),
  // GitHub asks when the run starts, also for a job that is never run.
  ...broken(
    'grant every permission that a called workflow asks for',
    STAGE,
    [
      [
        '  result:\n',
        '  never:\n    if: false\n    permissions:\n      packages: read\n  result:\n',
        `job prod: grants packages: none, and job never of ${STAGE} asks for read`,
      ],
    ],
    PROD,
  ),
  ...broken('put no expression into a program', CI, [
    ['npm test', 'npm test ${{ github.ref }}', 'job test: step 0: has an expression inside run'],
    [
      'run: npm test',
      'uses: a/b@v1\n        with: { script: "log(${{ github.ref }})" }',
      'job test: step a/b@v1: has an expression inside script',
    ],
  ]),
  ...broken('put no expression into a program', RESOLVE, [
    ['$GITHUB_REF', '${{ github.ref }}', 'job runs: step 0: has an expression inside run'],
  ]),
  ...broken('leave no credentials behind after a checkout', STAGE, [
    [
      '        with:\n          persist-credentials: false\n',
      '',
      `job resolve: step actions/checkout@${COMMIT}: keeps the credentials (persist-credentials: false)`,
    ],
    [
      'credentials: false',
      'credentials: true',
      `job resolve: step actions/checkout@${COMMIT}: keeps the credentials (persist-credentials: false)`,
    ],
  ]),
  ...broken('are not started by what gives strangers rights', CI, [
    ['on: [push]', 'on: [push, pull_request_target]', 'is started by pull_request_target'],
    ['on: [push]', 'on: pull_request_target', 'is started by pull_request_target'],
    ['on: [push]', 'on: { workflow_run: { workflows: [CI] } }', 'is started by workflow_run'],
  ]),
  ...broken('pass and read secrets one by one', PROD, [
    ['secrets:\n      NPM_TOKEN: ${{ secrets.NPM_TOKEN }}', 'secrets: inherit', 'job prod: passes secrets: inherit'],
    ['needs.prod.outputs.status', 'toJSON(secrets)', 'job tell: reads all secrets in toJSON(secrets)'],
    ['needs.prod.outputs.status', 'secrets[inputs.name]', 'job tell: reads all secrets in secrets[inputs.name]'],
  ]),
];
