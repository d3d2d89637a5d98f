import { COMMIT } from './sample-stage.ts';

/** The steps of a job that only looks: a checkout and the verdict, no more. */
export const LOOKING_STEPS = `    steps:
      - uses: actions/checkout@${COMMIT} # v6.0.2
        with:
          persist-credentials: false
      - id: verdict
        uses: $/actions/promote
        with:
          to: \${{ inputs.to }}
`;

/** A called workflow that only looks, by roles that cannot do more; every rule is content with it. */
export const SAMPLE_PROMOTE = `# Says whether it may go on.
#
# Privileges: the caller's.
on:
  workflow_call:
    inputs:
      to:
        description: Stage that it is promoted to.
        type: string
        default: ""
    outputs:
      plan:
        description: What an approval lets happen.
        value: \${{ jobs.verdict.outputs.plan }}
permissions: {}
jobs:
  verdict:
    timeout-minutes: 5
    permissions:
      contents: read # reads the branches
      id-token: write # assumes the viewer roles
    outputs:
      plan: \${{ steps.verdict.outputs.plan }}
${LOOKING_STEPS}`;

/** What users copy of it: the job that calls it is in no group, for it changes nothing. */
export const SAMPLE_PROMOTE_CALLER = `# Set up once:
#   1. Copy this file.
#
# Privileges: asks for an identity token, which only looks; writes the branch.
on: workflow_dispatch
permissions: {}
jobs:
  verdict:
    permissions:
      contents: read # reads the branches
      id-token: write # assumes the viewer roles
    uses: OWNER/serverless-stages/.github/workflows/promote.yml@v1
  move:
    needs: verdict
    timeout-minutes: 5
    permissions:
      contents: write # moves the branch
    environment: prod-approval
    steps:
      - uses: OWNER/serverless-stages/actions/promote@v1
        with:
          phase: move
          plan: \${{ needs.verdict.outputs.plan }}
`;
