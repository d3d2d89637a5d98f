import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleOf } from '../sample.ts';
import { testedServices, useTester } from './test-services-run.ts';
import { expectFailure, expectSuccess } from './verdict.ts';

const tester = useTester();
const PLACEHOLDER = { scripts: { test: 'echo "Error: no test specified" && exit 1' } };
/** Says which service was tested, in a file beside its folder; fails where another test is at work. */
const NOTE = 'mkdir ../at-work; node -e ""; basename "$PWD" >> ../tested.txt; rmdir ../at-work';
const testedIn = (folder: string): string[] => {
  const file = join(folder, 'backend/tested.txt');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
};

describe('the tests of services', () => {
  it('are run one after the other, each in its folder: its own command, or npm test', async () => {
    const { step, folder } = await tester.run(
      testedServices({
        api: { test: NOTE },
        tasks: { manifest: { scripts: { test: NOTE } } },
        mailer: { test: NOTE, manifest: PLACEHOLDER },
      }),
    );
    expectSuccess(step);
    expect(step.outputs).toEqual({ status: 'passed', error: '' });
    expect(testedIn(folder).sort()).toEqual(['api', 'mailer', 'tasks']);
    for (const key of ['api', 'tasks', 'mailer']) expect(step.summary).toMatch(new RegExp(`\\b${key}\\b.*passed`));
  });

  it('are none where no service has any: nothing is run, and that is a success', async () => {
    const { step, folder } = await tester.run(
      testedServices({
        api: {},
        tasks: { manifest: PLACEHOLDER },
        mailer: { test: false, manifest: { scripts: { test: NOTE } } },
      }),
    );
    expectSuccess(step);
    expect(step.outputs).toEqual({ status: 'none', error: '' });
    expect(testedIn(folder)).toEqual([]);
  });

  it('are not those of a package.json above the service', async () => {
    const root = { 'package.json': JSON.stringify({ scripts: { test: 'touch root-was-tested' } }) };
    const { step, folder } = await tester.run({ ...testedServices({ api: {} }), ...root });
    expect(step.outputs['status']).toBe('none');
    expect(existsSync(join(folder, 'root-was-tested'))).toBe(false);
  });

  it('are those of the services that the input names', async () => {
    const services = { api: { test: NOTE }, tasks: { test: NOTE }, mailer: { test: 'exit 1' } };
    const { step, folder } = await tester.run(testedServices(services), { services: 'tasks,\napi' });
    expectSuccess(step);
    expect(testedIn(folder).sort()).toEqual(['api', 'tasks']);
  });

  it('of a service that there is not are an error that lists those that there are', async () => {
    const { step, folder } = await tester.run(testedServices({ api: { test: NOTE } }), { services: 'apo' });
    expect(expectFailure(step, 'E_SERVICE_UNKNOWN').message).toMatch(/apo.*\bapi\b/s);
    expect(testedIn(folder)).toEqual([]);
  });

  it('are those that the configuration of resolve-stage says, whatever the workspace says', async () => {
    const profile = { name: 'dev', region: 'us-east-1', environment: 'dev', parameters: {}, exportEnv: [] };
    const configuration = JSON.stringify({
      schemaVersion: 1,
      app: 'workshop',
      stage: { name: 'dev', kind: 'configured', ref: 'refs/heads/master', commit: 'a'.repeat(40) },
      profile: { ...profile, requireParameters: false, sessionDuration: 3600 },
      services: { api: { path: 'backend/api', commands: { test: NOTE } } },
    });
    const { step, folder } = await tester.run(testedServices({ api: { test: 'exit 1' }, tasks: { test: 'exit 1' } }), {
      configuration,
    });
    expectSuccess(step);
    expect(testedIn(folder)).toEqual(['api']);
  });

  it('are below the working directory', async () => {
    const files = Object.entries(testedServices({ api: { test: NOTE } }));
    const inner = Object.fromEntries(files.map(([path, text]) => [`inner/${path}`, text]));
    const { step, folder } = await tester.run(inner, { 'working-directory': 'inner' });
    expectSuccess(step);
    expect(testedIn(join(folder, 'inner'))).toEqual(['api']);
  });
});

describe('tests that fail', () => {
  it('fail the step, and all others are run all the same', async () => {
    const { step, folder } = await tester.run(
      testedServices({ api: { test: `${NOTE}; exit 3` }, mailer: { test: NOTE }, tasks: { test: `${NOTE}; kill $$` } }),
    );
    const { message } = expectFailure(step, 'E_TESTS_FAILED');
    expect(step.outputs['status']).toBe('failed');
    expect(step.outputs['error']).toMatch(/^E_TESTS_FAILED: /);
    expect(testedIn(folder).sort()).toEqual(['api', 'mailer', 'tasks']);
    for (const part of ['api', 'exit code 3', 'backend/api', 'tasks', 'SIGTERM', 'backend/tasks', NOTE]) {
      expect(message).toContain(part);
    }
    expect(message).not.toContain('mailer');
    expect(step.summary).toMatch(/\bapi\b.*failed/);
    expect(step.summary).toMatch(/\bmailer\b.*passed/);
  });

  it('by npm name npm test, and what npm said stands in the log', async () => {
    const manifest = { scripts: { test: 'echo "expected 1 to be 2" && exit 1' } };
    const { step } = await tester.run(testedServices({ tasks: { manifest } }));
    const { message } = expectFailure(step, 'E_TESTS_FAILED');
    for (const part of ['tasks', 'npm test', 'backend/tasks']) expect(message).toContain(part);
    expect(step.log).toContain('expected 1 to be 2');
  });

  it.each(
    sampleOf([
      ['in the first part of a pipe', 'false | cat'],
      ['in a line that is not the last', 'false\necho done'],
      ['because a program is not there', 'no-such-program-here'],
      ['because the line cannot be read', 'if true; then'],
    ]),
  )('%s are not taken for passed', async (_what, test) => {
    const { step } = await tester.run(testedServices({ api: { test } }));
    expectFailure(step, 'E_TESTS_FAILED');
    expect(step.outputs['status']).toBe('failed');
  });
});
