import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leftRunning } from './fault-points.ts';
import { testedServices, useTester } from './test-services-run.ts';
import { expectFailure, expectNoSecret, expectSuccess } from './verdict.ts';

const tester = useTester();
const PROBE = `node -e 'require("fs").writeFileSync("seen.json", JSON.stringify(process.env))'`;
const FORBIDDEN = /^(ACTIONS_|GITHUB_|INPUT_|STATE_|AWS_|RUNNER_TEMP$|GH_TOKEN$|NODE_AUTH_TOKEN$|MY_SECRET$)/;

/** Prints what a runner would listen to, on both streams. */
const COMMANDS = [
  '::set-output name=status::evil',
  '::error::evil',
  '::add-mask::evil',
  '##[error]evil',
  '::group::evil',
  '::stop-commands::evil',
  '::save-state name=a::evil',
  '::set-env name=EVIL::evil',
  '::add-path::/evil',
];
const TELL = COMMANDS.flatMap((line) => [`echo '${line}'`, `echo '${line}' >&2`]).join('\n');

describe('the environment of a service’s tests', () => {
  it.each([
    ['a command', { test: PROBE }],
    ['npm test', { manifest: { scripts: { test: 'node probe.cjs' } } }],
  ] as const)(
    'E34 has no token, no input, no state, no command file and no key of the job: %s',
    async (_what, service) => {
      const code = 'require("node:fs").writeFileSync("seen.json", JSON.stringify(process.env));';
      const { step, folder } = await tester.run(testedServices({ api: { ...service, files: { 'probe.cjs': code } } }));
      expectSuccess(step);
      const seen = JSON.parse(readFileSync(join(folder, 'backend/api/seen.json'), 'utf8')) as Record<string, string>;
      expect(Object.keys(seen).filter((name) => FORBIDDEN.test(name))).toEqual([]);
      const values = Object.values(seen).join('\n');
      for (const secret of tester.secrets) expect(values).not.toContain(secret);
      expect(seen).toMatchObject({ CI: 'true', PATH: expect.stringContaining('/'), HOME: expect.any(String) });
    },
  );

  it('E35 lets nothing that a test prints be a command to the runner', async () => {
    const { step } = await tester.run(testedServices({ api: { test: TELL } }));
    expectSuccess(step);
    expect(step.outputs).toEqual({ status: 'passed', error: '' });
    expect(step.annotations).toEqual([]);
    expect(step.masks).not.toContain('evil');
    expect([step.env, step.path, step.state]).toEqual([{}, [], {}]);
    for (const line of COMMANDS) expect(step.log).toContain(line);
  });

  it('E35 nor where the test fails: the one error is that of the action', async () => {
    const { step } = await tester.run(testedServices({ api: { test: `${TELL}\nexit 1` } }));
    expect(expectFailure(step, 'E_TESTS_FAILED').message).not.toContain('evil\n');
    expect(step.outputs['status']).toBe('failed');
  });

  it('H6 shows a command as text, not as Markdown or HTML', async () => {
    const test = ': "<img src=x> | [a](https://example.com) @acme/team"\n: second';
    const { step } = await tester.run(testedServices({ api: { test } }));
    expectSuccess(step);
    expect(step.summary).not.toMatch(/<img|(?<!\\)\[a\]\(http/);
    expect(step.summary.split('\n').filter((line) => line.includes('api'))).toHaveLength(1);
  });

  it('leaves nothing running that a test started', async () => {
    const forEver = `node -e 'setInterval(() => {}, 1000)' "$PWD"`;
    const test = `${forEver} & ${forEver} >/dev/null 2>&1 &`;
    const { step, folder } = await tester.run(testedServices({ api: { test } }));
    expectSuccess(step);
    expect(await leftRunning(step, folder)).toEqual([]);
  });

  it('has no secret in what the step shows, though a test prints all that it sees', async () => {
    const { step } = await tester.run(testedServices({ api: { test: 'env; exit 1' } }));
    expectNoSecret(step, ...tester.secrets);
  });
});
