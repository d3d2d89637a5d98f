/** Commit that the sample names foreign actions by. */
export const COMMIT = '0123456789abcdef0123456789abcdef01234567';

/** A called workflow that every rule is content with. */
export const SAMPLE_STAGE = `# Deploys.
#
# Privileges: the caller's.
on:
  workflow_call:
    inputs:
      stage:
        description: Name of the stage.
        type: string
        required: true
      install-scripts:
        description: Whether packages may run scripts.
        type: boolean
        default: false
    outputs:
      status:
        description: What came of it.
        value: \${{ jobs.deploy.outputs.status }}
    secrets:
      NPM_TOKEN:
        description: Token of a registry.
permissions: {}
jobs:
  resolve:
    timeout-minutes: 5
    permissions:
      contents: read # checks it out
    outputs:
      decision: \${{ steps.resolve.outputs.decision }}
    steps:
      - uses: actions/checkout@${COMMIT} # v6.0.2
        with:
          persist-credentials: false
      - id: resolve
        uses: $/actions/resolve-stage
        with:
          stage: \${{ inputs.stage }}
  deploy:
    needs: resolve
    if: "!cancelled() && (needs.resolve.outputs.decision == 'deploy' || needs.resolve.outputs.decision == 'destroy')"
    timeout-minutes: 60
    permissions:
      contents: read # checks it out
      id-token: write # assumes the role
    outputs:
      status: \${{ steps.deploy.outputs.status }}
    steps:
      - uses: actions/setup-node@${COMMIT} # v6.0.0
        with:
          package-manager-cache: false
      - uses: $/actions/install-dependencies
        with:
          install-scripts: \${{ inputs.install-scripts }}
          npm-token: \${{ secrets.NPM_TOKEN }}
      - id: deploy
        run: echo "status=deployed" >> "$GITHUB_OUTPUT"
  result:
    needs: [resolve, deploy]
    if: always()
    timeout-minutes: 5
    permissions: {}
    steps:
      - run: test "$RESULT" = success
        env:
          RESULT: \${{ needs.deploy.result }}
`;
