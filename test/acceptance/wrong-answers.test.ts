import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { putObjects } from '../local-aws/state/fill-bucket.ts';
import { sampleOf } from '../sample.ts';
import { ACCOUNTS, REGION, REPOSITORY } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import { type Planted, previewsFile } from './plant.ts';
import { answerOnceDeleted, bucketOf, ledgerNames, recordOf } from './planted-state.ts';
import { destroyClosed, pullWithStage, sweep } from './removal.ts';
import { resolveStage } from './resolve-stage-run.ts';
import { expectFailure, expectSuccess } from './verdict.ts';

const HTML = '<html><head><title>Log in</title></head><body><p>Please log in.</p></body></html>';

let world: World;
beforeAll(async () => {
  world = await startWorld({ files: previewsFile() });
  answerOnceDeleted(world);
});
afterEach(() => {
  world.aws.faults.clear();
  world.github.faults.clear();
});
afterAll(() => world.close());

const TEMPLATE = {
  Resources: { Files: { Type: 'AWS::S3::Bucket' } },
  Outputs: { Files: { Value: { Ref: 'Files' }, Export: { Name: 'placeholder' } } },
};

/** A preview with a bucket that is not empty, of an open pull request. */
async function preview(name: string) {
  const template = structuredClone(TEMPLATE);
  template.Outputs.Files.Export.Name = `${name}-files`;
  const made = await pullWithStage(world, `feature/${name}`, [{ name: 'database' }, { name: 'api', template }]);
  const bucket = bucketOf(world, made.planted.stacks['api']);
  putObjects(bucket, 3, 'p/');
  return { ...made, bucket };
}

function expectUntouched({
  planted,
  bucket,
}: {
  readonly planted: Planted;
  readonly bucket: { readonly objects: ReadonlyMap<string, unknown> };
}) {
  for (const id of Object.values(planted.stacks)) expect(world.aws.stacks.find(id)?.status).not.toMatch(/^DELETE/);
  expect(ledgerNames(world).filter((name) => name.startsWith(`${planted.path}/`)).length).toBeGreaterThanOrEqual(2);
  expect(bucket.objects.size).toBe(3);
}

describe('the sweep', () => {
  it.each(
    sampleOf<[what: string, status: number, body: string, type?: string]>([
      ['an empty body', 200, ''],
      ['null', 200, 'null'],
      ['HTTP 204', 204, ''],
      ['a log-in page', 200, HTML, 'text/html'],
    ]),
  )('removes no preview where GitHub lists the open pull requests with %s', async (what, status, body, type) => {
    const open = await preview(`listed-${what.replaceAll(/\W/g, '').toLowerCase()}`);
    const path = /\/pulls\?/;
    world.github.faults.next(
      { kind: 'raw', status, body, ...(type === undefined ? {} : { type }) },
      { path, times: Number.POSITIVE_INFINITY },
    );
    const { step } = await sweep(world);
    const { message } = expectFailure(step, 'E_GITHUB');
    expect(message).toContain(`HTTP ${status}`);
    expectUntouched(open);
  });

  it('removes no preview whose pull request is open, though the list is there and empty', async () => {
    const open = await preview('empty-list');
    world.github.faults.next(
      { kind: 'raw', status: 200, body: '[]' },
      { path: /\/pulls\?/, times: Number.POSITIVE_INFINITY },
    );
    const { step } = await sweep(world);
    expectSuccess(step);
    expect(step.log).toMatch(/lists no open pull request of "feature\/empty-list", but says that #\d+ of it is open/);
    expectUntouched(open);
  });

  describe('of a branch with two pull requests, where the list of open ones is there and empty', () => {
    /** A preview that its record knows the first pull request of; the second goes into another branch. */
    const twoOf = async (name: string) => {
      const made = await preview(name);
      world.repository.commit('release', { 'release.txt': 'release' });
      const second = await world.github.pulls.open({ head: made.pull.head, base: 'release' });
      return { ...made, second };
    };
    const emptyList = () =>
      world.github.faults.next(
        { kind: 'raw', status: 200, body: '[]' },
        { path: /\/workshop\/pulls\?/, times: Number.POSITIVE_INFINITY },
      );

    it('keeps the preview of the one that the record does not know, while GitHub relates it to the head', async () => {
      const { second, pull, ...open } = await twoOf('second-unknown');
      await world.github.pulls.close(pull.number);
      emptyList();
      const { step } = await sweep(world);
      expectSuccess(step);
      expect(step.log).toContain(`says that #${second.number} of it is open`);
      expectUntouched(open);
    });

    it('keeps the preview of the one that is known, when the default branch has the head already', async () => {
      const { second, pull, ...open } = await twoOf('second-known');
      const name = `${open.planted.path}/_repository/${REPOSITORY.id}`;
      const wish = { ...recordOf(world, name), pullRequests: [pull.number, second.number] };
      world.aws.ssm.put(ACCOUNTS.dev, REGION, name, JSON.stringify(wish));
      await world.github.pulls.merge(pull.number, 'merge');
      emptyList();
      const { step } = await sweep(world);
      expectSuccess(step);
      expect(step.log).toContain(`says that #${second.number} of it is open`);
      expectUntouched(open);
    });

    it('removes it once both are closed', async () => {
      const { second, pull, planted } = await twoOf('both-closed');
      for (const { number } of [pull, second]) await world.github.pulls.close(number);
      emptyList();
      const { step } = await sweep(world);
      expectSuccess(step);
      expect(JSON.parse(step.outputs['removed'] ?? '')).toEqual([planted.stage]);
    });
  });
});

describe('a sweep that GitHub answers in part', () => {
  /** What GitHub gives for all pull requests, and for each, with something of it left out. */
  const answerWith = async (number: number, change: (pull: Record<string, unknown>) => void) => {
    const answer = await fetch(`${world.github.url}/repos/acme/workshop/pulls/${number}`, {
      headers: { authorization: `Bearer ${world.github.issueToken()}` },
    });
    const pull = (await answer.json()) as Record<string, unknown>;
    change(pull);
    const times = Number.POSITIVE_INFINITY;
    world.github.faults.next({ kind: 'raw', status: 200, body: JSON.stringify([pull]) }, { path: /\/pulls\?/, times });
    world.github.faults.next(
      { kind: 'raw', status: 200, body: JSON.stringify(pull) },
      { path: /\/pulls\/\d+$/, times },
    );
  };

  it.each<[what: string, change: (pull: Record<string, unknown>) => void]>([
    ['the repository of its head', (pull) => Reflect.deleteProperty(pull['head'] as object, 'repo')],
    ['the branch that it goes into', (pull) => Reflect.set(pull['base'] as object, 'ref', '')],
    ['the names of its labels', (pull) => Reflect.set(pull, 'labels', [{ id: 1 }])],
  ])('removes no preview where a pull request is without %s', async (what, change) => {
    const open = await preview(`part-${what.replaceAll(' ', '-')}`);
    await answerWith(open.pull.number, change);
    const { step } = await sweep(world);
    expectFailure(step, 'E_GITHUB');
    expectUntouched(open);
  });

  it('takes no configuration that is cut off', async () => {
    const open = await preview('cut-file');
    const file = previewsFile()['serverless-stages.yml'] as string;
    const content = Buffer.from(file.slice(0, file.indexOf('previews:'))).toString('base64');
    const body = JSON.stringify({ type: 'file', encoding: 'base64', content, size: Buffer.byteLength(file) });
    world.github.faults.next(
      { kind: 'raw', status: 200, body },
      { path: /\/contents\//, times: Number.POSITIVE_INFINITY },
    );
    const step = await resolveStage(world, world.dispatchRun('refs/heads/master'), { sweep: 'true' });
    expectFailure(step, 'E_GITHUB');
    expectUntouched(open);
  });
});

describe('a removal', () => {
  /** What is answered for, and which parameter of it names the stack. */
  const ASKED: Readonly<Record<string, readonly [action: string, parameter: string, rawBody: string]>> = {
    stacks: ['DescribeStacks', 'StackName', HTML],
    'no-stacks': ['DescribeStacks', 'StackName', ''],
    'no-importers': ['ListImports', 'ExportName', ''],
    resources: ['ListStackResources', 'StackName', HTML],
  };

  it('takes nothing where something else answers for AWS', async () => {
    const all = await Promise.all(
      Object.entries(ASKED).map(async ([name, [action, parameter, rawBody]]) => {
        const closed = await preview(name);
        const own = [closed.planted.stage, `${name}-files`];
        const match = (params: Record<string, unknown>) => own.some((text) => String(params[parameter]).includes(text));
        world.aws.faults.add({ service: 'cloudformation', action, match, status: 200, rawBody });
        return { name, closed, ...(await destroyClosed(world, closed.pull.number)) };
      }),
    );
    for (const { closed, step } of all) {
      expectFailure(step, 'E_AWS_UNAVAILABLE');
      expectUntouched(closed);
    }
    expect(all.map(({ name }) => name)).toEqual(Object.keys(ASKED));
  });
});
