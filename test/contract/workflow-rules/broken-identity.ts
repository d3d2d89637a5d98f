import { type Broken, broken } from './broken.ts';
import { LOOKING_STEPS } from './sample-promote.ts';
import { COMMIT } from './sample-stage.ts';

const STAGE = '.github/workflows/stage.yml';
const PROMOTE = '.github/workflows/promote.yml';
const CI = '.github/workflows/ci-test.yml';
const PROD = 'workflows-templates/prod.yml';
const PROMOTE_CALLER = 'workflows-templates/promote.yml';
const CALLER_CHOOSES = 'install-scripts: ${{ inputs.install-scripts }}';

/** What a job that only looks may not have: each makes it one that does more. */
const LOOKS_NO_MORE: readonly (readonly [from: string, to: string])[] = [
  ['      - id: verdict', '      - run: npm ci\n      - id: verdict'],
  ['      - id: verdict', `      - uses: someone/thing@${COMMIT} # v1.0.0\n      - id: verdict`],
  ['      - id: verdict', `      - uses: actions/checkout-all@${COMMIT} # v1.0.0\n      - id: verdict`],
  ['$/actions/promote', '$/actions/install-dependencies'],
  ['    timeout-minutes: 5\n', '    timeout-minutes: 5\n    environment: staging\n'],
  ['    timeout-minutes: 5\n', '    timeout-minutes: 5\n    environment: { name: staging, deployment: false }\n'],
  ['    timeout-minutes: 5\n', '    timeout-minutes: 5\n    container: someone/image\n'],
  ['    timeout-minutes: 5\n', '    timeout-minutes: 5\n    services: { proxy: { image: someone/image } }\n'],
  ['to: ${{ inputs.to }}', 'phase: move'],
  ['to: ${{ inputs.to }}', 'phase: ${{ inputs.to }}'],
  [LOOKING_STEPS, `    uses: someone/thing/.github/workflows/all.yml@${COMMIT} # v1.0.0\n`],
  [LOOKING_STEPS, '    uses: $/.github/workflows/stage.yml\n'],
];
const looksNoMore = (finds: string) => LOOKS_NO_MORE.map(([from, to]) => [from, to, finds] as const);

/** What lets others near an identity token. */
export const BROKEN_IDENTITY: readonly Broken[] = [
  ...broken('ask for an identity token only where something is deployed or removed', STAGE, [
    ['    permissions: {}', '    permissions: { id-token: write }', 'job result: may ask for an identity token'],
  ]),
  ...broken('ask for an identity token only where something is deployed or removed', CI, [
    ['contents: read', 'id-token: write', 'job test: may ask for an identity token'],
  ]),
  ...broken('ask for an identity token only where something is deployed or removed', PROD, [
    ['    permissions: {}', '    permissions: { id-token: write }', 'job tell: may ask for an identity token'],
  ]),
  ...broken(
    'ask for an identity token only where something is deployed or removed',
    PROMOTE,
    looksNoMore('job verdict: may ask for an identity token'),
  ),
  ...broken('ask for an identity token only where something is deployed or removed', PROMOTE_CALLER, [
    ['contents: write # moves', 'id-token: write # moves', 'job move: may ask for an identity token'],
  ]),
  ...broken(
    'ask for an identity token only by a decision',
    PROMOTE,
    looksNoMore('job verdict: asks for an identity token whatever was decided'),
  ),
  ...broken('ask for an identity token only by a decision', STAGE, [
    ['    if: "!cancelled()', '    name: "', 'job deploy: asks for an identity token whatever was decided'],
    ["decision == 'destroy'", "tests == 'destroy'", 'job deploy: asks for an identity token whatever was decided'],
    ["decision == 'destroy'", "decision != 'skip'", 'job deploy: asks for an identity token whatever was decided'],
    ["decision == 'deploy'", "decision == 'skip'", 'job deploy: asks for an identity token whatever was decided'],
    [
      "if: \"!cancelled() && (needs.resolve.outputs.decision == 'deploy' || needs.resolve.outputs.decision == 'destroy')\"",
      "if: (true && needs.resolve.outputs.decision == 'deploy' && true) == (false)",
      'job deploy: asks for an identity token whatever was decided',
    ],
    ['!cancelled() && (', '!cancelled() && !(', 'job deploy: asks for an identity token whatever was decided'],
    ['!cancelled() &&', 'always() ||', 'job deploy: asks for an identity token whatever was decided'],
    ['    needs: resolve\n', '', 'job deploy: asks for an identity token whatever was decided'],
  ]),
  ...broken('leave it to the caller whether packages run scripts beside an identity token', STAGE, [
    [
      CALLER_CHOOSES,
      'install-scripts: true',
      "job deploy: step $/actions/install-dependencies: install-scripts is not the caller's input",
    ],
    [
      `          ${CALLER_CHOOSES}\n`,
      '',
      "job deploy: step $/actions/install-dependencies: install-scripts is not the caller's input",
    ],
    ['default: false', 'default: true', 'the input install-scripts has not the default false'],
  ]),
  ...broken('use no cache beside an identity token', STAGE, [
    [
      'package-manager-cache: false',
      'node-version: 24',
      `job deploy: step actions/setup-node@${COMMIT}: lacks package-manager-cache: false`,
    ],
    [
      'package-manager-cache: false',
      'package-manager-cache: false\n          cache: npm',
      `job deploy: step actions/setup-node@${COMMIT}: asks for a cache by cache`,
    ],
    [
      `actions/setup-node@${COMMIT}`,
      'actions/cache/restore@v4',
      'job deploy: step actions/cache/restore@v4: uses a cache',
    ],
    [`actions/setup-node@${COMMIT}`, 'actions/cache@v4', 'job deploy: step actions/cache@v4: uses a cache'],
  ]),
];
