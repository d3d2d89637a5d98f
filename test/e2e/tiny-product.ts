import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const CHECKOUT = 'actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2';

/** A product of one action and one called workflow, in the manner of ours: `$/`, a main in dist, a gate without an object. */
const PRODUCT = {
  'actions/greet/action.yml': `name: Greet
description: Greets.
inputs:
  who: { description: Whom., default: nobody }
outputs:
  text: { description: The greeting. }
runs:
  using: node24
  main: ../../dist/greet/index.cjs
  post: ../../dist/greet/post.cjs
`,
  'dist/greet/index.cjs': `const { appendFileSync } = require('node:fs');
const { env } = process;
const who = env.INPUT_WHO;
appendFileSync(env.GITHUB_STATE, 'who=' + who + '\\n');
appendFileSync(env.GITHUB_STEP_SUMMARY, '# Greeted ' + who + '\\n');
appendFileSync(env.GITHUB_OUTPUT, 'text<<END\\nhello ' + who + '\\nand good bye\\nEND\\n');
console.log('node ' + process.versions.node);
console.log(JSON.stringify([env.GITHUB_REPOSITORY, env.GITHUB_REF, env.GITHUB_SHA, env.GITHUB_API_URL, env.ASKED]));
console.log('the key is ' + env.KEY);
if (who === 'fail') {
  console.log('::error title=E_NO_GREETING::nobody is called fail');
  process.exit(1);
}
`,
  'dist/greet/post.cjs': `console.log('good night ' + process.env.STATE_who);\n`,
  '.github/workflows/greet.yml': `name: Greetings
on:
  workflow_call:
    inputs:
      who: { type: string, required: true }
    secrets:
      KEY: { required: true }
    outputs:
      greeting: { value: "\${{ jobs.greet.outputs.greeting }}" }
permissions: {}
jobs:
  greet:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    environment:
      name: preview
      deployment: false # the gate without the object
    outputs:
      greeting: \${{ steps.greet.outputs.text }}
      commit: \${{ steps.look.outputs.commit }}
    steps:
      - uses: ${CHECKOUT}
        with: { fetch-depth: 0, persist-credentials: false }
      - uses: actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020 # v4.4.0
        with: { node-version: 24 }
      - id: look
        run: |
          echo "commit=$(git rev-parse HEAD)" >> "$GITHUB_OUTPUT"
          echo "$(git rev-list --count HEAD) commits, branches $(git branch -r | xargs), $(cat app.txt)"
      - id: greet
        uses: $/actions/greet
        with: { who: "\${{ inputs.who }}" }
        env: { KEY: "\${{ secrets.KEY }}" }
      - run: echo not after a failure
      - if: always()
        run: echo always
  shallow:
    needs: greet
    runs-on: ubuntu-latest
    steps:
      - uses: ${CHECKOUT}
        with: { ref: feature/a, path: there }
      - run: echo "$(git -C there rev-list --count HEAD) commit, $(cat there/app.txt), $(git -C there remote get-url origin)"
  never:
    needs: greet
    if: needs.greet.outputs.greeting == 'nothing'
    runs-on: ubuntu-latest
    steps:
      - run: echo never
  each:
    needs: greet
    strategy:
      matrix: { word: "\${{ fromJSON('[\\"a\\", \\"b\\"]') }}" }
    runs-on: ubuntu-latest
    steps:
      - run: echo "word \${{ matrix.word }}"
  result:
    needs: [greet, shallow, never, each]
    if: always()
    runs-on: ubuntu-latest
    environment: { name: preview, deployment: false }
    steps:
      - run: echo "\${{ needs.greet.result }} \${{ needs.never.result }} \${{ needs.greet.outputs.greeting }}"
`,
};

const CALLER = `name: preview
on:
  pull_request: { types: [opened, closed] }
permissions: {}
jobs:
  preview:
    uses: OWNER/serverless-stages/.github/workflows/greet.yml@v1
    with: { who: "\${{ github.event.pull_request.title }}" }
    secrets: { KEY: "\${{ secrets.KEY }}" }
  after:
    needs: preview
    if: always()
    runs-on: ubuntu-latest
    steps:
      - run: echo "after \${{ needs.preview.outputs.greeting }} \${{ vars.PLACE }}"
`;

export interface TinyRepositories {
  readonly product: string;
  /** A clone of `bare`, on its branch main. */
  readonly user: string;
  readonly bare: string;
}

/** Writes the tiny product and a user's repository with one pull request, number 12 of feature/a, into a folder. */
export function writeTinyRepositories(folder: string): TinyRepositories {
  const product = join(folder, 'product');
  const user = join(folder, 'user');
  const bare = join(folder, 'user.git');
  for (const [file, text] of Object.entries(PRODUCT)) write(join(product, file), text);
  git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', bare);
  git(folder, 'clone', '--quiet', bare, user);
  git(user, 'checkout', '--quiet', '-b', 'main');
  write(join(user, '.github/workflows/preview.yml'), CALLER);
  write(join(user, '.env'), 'ASKED=by the repository\n');
  write(join(user, 'app.txt'), 'one\n');
  commit(user, 'one');
  git(user, 'checkout', '--quiet', '-b', 'feature/a');
  write(join(user, 'app.txt'), 'two\n');
  commit(user, 'two');
  git(user, 'checkout', '--quiet', 'main');
  git(
    user,
    '-c',
    'user.name=a',
    '-c',
    'user.email=a@example.com',
    'merge',
    '--quiet',
    '--no-ff',
    '-m',
    'm',
    'feature/a',
  );
  git(user, 'push', '--quiet', 'origin', 'feature/a', 'HEAD~1:refs/heads/main', 'HEAD:refs/pull/12/merge');
  git(user, 'reset', '--quiet', '--hard', 'HEAD~1');
  return { product, user, bare };
}

function commit(cwd: string, message: string): void {
  git(cwd, 'add', '--all');
  git(cwd, '-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '-m', message);
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Output of a git command, without the newline at its end. */
export function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd, encoding: 'utf8' }).trim();
}
