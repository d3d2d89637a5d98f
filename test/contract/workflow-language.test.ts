import { describe, expect, it } from 'vitest';
import { ROOT, readSource } from './source-files.ts';
import { diagnose } from './workflow-rules/language-service.ts';
import { SAMPLE } from './workflow-rules/sample.ts';
import { shippedPaths } from './workflow-rules/shipped-paths.ts';

const PATHS = shippedPaths(ROOT);
const readOwn = (path: string) => (PATHS.includes(path) ? readSource(path) : undefined);

describe("GitHub's language service", () => {
  it.each(PATHS)('finds nothing wrong in %s', async (path) => {
    expect(await diagnose(path, readSource(path), readOwn)).toEqual([]);
  });
});

const PREVIEW = '.github/workflows/preview.yml';
const TEMPLATE = 'workflows-templates/prod.yml';

/** Each one is a file that we ship with other text in the place of some. */
const WRONG: [what: string, path: string, from: string | RegExp, to: string, finds: RegExp][] = [
  ['a key that GitHub does not know', PREVIEW, 'timeout-minutes:', 'timeout:', /Unexpected value 'timeout'/],
  ['an event that GitHub does not know', TEMPLATE, 'push:', 'pushed:', /Unexpected value 'pushed'/],
  [
    'a condition that is no expression',
    PREVIEW,
    "decision == 'deploy'",
    "decision = 'deploy'",
    /Unexpected symbol: '='/,
  ],
  [
    'an input that is not declared',
    PREVIEW,
    'ref: ${{ inputs.ref }}',
    'ref: ${{ inputs.refs }}',
    /Context access might be invalid: refs/,
  ],
  [
    'an output that no job has',
    PREVIEW,
    'needs.resolve.outputs.stage',
    'needs.resolve.outputs.stages',
    /access might be invalid: stages/,
  ],
  [
    'a step that is not there',
    PREVIEW,
    'steps.resolve.outputs.stage',
    'steps.solve.outputs.stage',
    /access might be invalid: solve/,
  ],
  ['an action of ours that is not there', PREVIEW, '$/actions/resolve-stage', '$/actions/solve', /Unable to resolve/],
  ['an input that our action does not have', PREVIEW, 'ref: ${{', 'refs: ${{', /Invalid action input 'refs'/],
  ['an input that our action requires', PREVIEW, 'phase: start\n', '\n', /Missing required input `phase`/],
  ['a foreign action at another commit', PREVIEW, /checkout@\w+/, 'checkout@v6', /Unable to resolve/],
  ['an input of a foreign action', PREVIEW, 'fetch-depth:', 'fetch-deep:', /Invalid action input 'fetch-deep'/],
  ['a called workflow that is not there', TEMPLATE, 'stage.yml@v1', 'stages.yml@v1', /Unable to find reusable/],
  ['a release that is not there', TEMPLATE, 'stage.yml@v1', 'stage.yml@v9', /Unable to find reusable/],
  ['an input that the called workflow requires', TEMPLATE, 'stage: prod\n', '\n', /Input stage is required/],
  ['an input that the called workflow lacks', TEMPLATE, 'stage: prod', 'stages: prod', /Invalid input, stages/],
  ['a secret that the called workflow lacks', TEMPLATE, 'NPM_TOKEN: $', 'NPM: $', /Invalid secret, NPM/],
  [
    'an output that the job before lacks',
    TEMPLATE,
    'needs.approve.outputs.commit',
    'needs.approve.outputs.sha',
    /access might be invalid: sha/,
  ],
  [
    'a key that an action does not have',
    'actions/load-profile/action.yml',
    'main:',
    'mains:',
    /Unexpected value 'mains'/,
  ],
  [
    'an input of an action that is no mapping',
    'actions/load-profile/action.yml',
    'inputs:',
    'inputs: x\nin:',
    /Unexpected value 'x'/,
  ],
];

describe('what the language service is asked', () => {
  it.each(WRONG)('makes it find %s', async (_, path, from, to, finds) => {
    const text = readSource(path);
    const changed = text.replace(from, () => to);
    expect(changed).not.toBe(text);
    expect((await diagnose(path, changed, readOwn)).join('\n')).toMatch(finds);
  });

  it('has another answer for each text, although their paths are the same', async () => {
    const path = '.github/workflows/ci-test.yml';
    expect(await diagnose(path, 'on: push\n', readOwn)).not.toEqual([]);
    expect(await diagnose(path, SAMPLE[path].replace('    steps', '    runs-on: x\n    steps'), readOwn)).toEqual([]);
  });
});
