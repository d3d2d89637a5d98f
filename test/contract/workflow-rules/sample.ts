import { SAMPLE_PROMOTE, SAMPLE_PROMOTE_CALLER } from './sample-promote.ts';
import { SAMPLE_STAGE } from './sample-stage.ts';
import { readShipped, type Shipped } from './shipped-file.ts';

/** Small files that every rule is content with, one of each kind: the examples of what is wrong are made from them. */
export const SAMPLE = {
  '.github/workflows/stage.yml': SAMPLE_STAGE,
  '.github/workflows/promote.yml': SAMPLE_PROMOTE,
  '.github/workflows/ci-test.yml': `# Privileges: reads the repository.
on: [push]
permissions: {}
jobs:
  test:
    timeout-minutes: 5
    permissions:
      contents: read # checks it out
    steps:
      - run: npm test
`,
  'workflows-templates/prod.yml': `# Set up once:
#   1. Copy this file.
#   2. Deploy the role.
#
# Privileges: asks for an identity token.
on:
  pull_request:
    types: [opened]
permissions: {}
jobs:
  prod:
    permissions:
      contents: read # checks it out
      id-token: write # assumes the role
    concurrency:
      group: stage-prod
      cancel-in-progress: false
    uses: OWNER/serverless-stages/.github/workflows/stage.yml@v1
    with:
      stage: prod
    secrets:
      NPM_TOKEN: \${{ secrets.NPM_TOKEN }}
  tell:
    needs: prod
    timeout-minutes: 5
    permissions: {}
    steps:
      - run: echo "$STATUS"
        env:
          STATUS: \${{ needs.prod.outputs.status }}
`,
  'workflows-templates/staging.yml': `# Set up once:
#   1. Copy this file.
#
# Privileges: asks for an identity token.
on: push
permissions: {}
jobs:
  staging:
    permissions:
      contents: read # checks it out
      id-token: write # assumes the role
    concurrency: stage-staging
    uses: OWNER/serverless-stages/.github/workflows/stage.yml@v1
    with:
      stage: staging
    secrets:
      NPM_TOKEN: \${{ secrets.NPM_TOKEN }}
`,
  'workflows-templates/promote.yml': SAMPLE_PROMOTE_CALLER,
  'actions/resolve-stage/action.yml': `inputs:
  stage:
    required: true
outputs:
  decision:
runs:
  using: composite
  steps:
    - run: echo "$GITHUB_REF"
      shell: bash
`,
  'actions/install-dependencies/action.yml': `inputs:
  install-scripts:
    default: "false"
  npm-token:
runs:
  using: node24
`,
  'actions/promote/action.yml': `inputs:
  phase:
    default: verdict
  to:
  plan:
outputs:
  plan:
runs:
  using: node24
`,
} as const;

/** Reads files by their path, as they are or with other text in the place of some. */
export function readSample(changed: Partial<Record<keyof typeof SAMPLE, string>> = {}): Shipped {
  const files = Object.entries({ ...SAMPLE, ...changed });
  return new Map(files.map(([path, text]) => [path, readShipped(path, text)]));
}
