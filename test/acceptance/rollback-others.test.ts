import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stackClient } from '../local-aws/stack-client.ts';
import type { StepResult } from '../runner/run-options.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { type Row, rowsOf, type Written } from './rollback-run.ts';
import { expectKept, expectNoChangeSets, FAILS, type Open, openWorld, topic, wentBack } from './rollback-stage.ts';
import { annotationsOf, expectSuccess } from './verdict.ts';

let open: Open;
beforeAll(async () => {
  open = await openWorld();
});
afterAll(() => open.close());

const EU = 'eu-west-1';

describe('a service that fails in one of two regions', () => {
  it('takes the application back in both, each with its region in the summary', async () => {
    const { run, titleOf } = open.team('regions');
    const profile = { region: [REGION, EU] };
    const inEurope = `node -e "process.exit(process.env.REGION === '${EU}' ? 1 : 0)"`;
    const all = (name: string, last: object) => ({
      api: topic(name),
      bad: topic(name, { 'depends-on': ['api'], ...last }),
    });
    expectSuccess((await run(all('one', {}), { profile })).step);
    const { step, calls } = await run(all('two', { verify: inEurope }), { profile });
    expect(step.exitCode).toBe(1);
    const rows = resultOf(step).services.map(({ key, region, status, rollback }) =>
      [key, region, status, rollback?.status].join(' '),
    );
    expect(rows.sort()).toEqual([
      `api ${EU} rolled-back done`,
      `api ${REGION} rolled-back done`,
      `bad ${EU} failed done`,
      `bad ${REGION} rolled-back done`,
    ]);
    for (const region of [REGION, EU]) {
      expect([titleOf('api', region), titleOf('bad', region)]).toEqual(['one', 'one']);
      expect(wentBack(calls.filter((call) => call.region === region))).toEqual(['bad', 'api']);
      expect(step.summary.replaceAll('&#40;', '(').replaceAll('&#41;', ')')).toMatch(
        new RegExp(`↩️ rolled back.*api \\(${region}\\)`),
      );
    }
    expectSuccess((await run(all('two', {}), { profile })).step);
    for (const region of [REGION, EU]) expect([titleOf('api', region), titleOf('bad', region)]).toEqual(['two', 'two']);
  });
});

const resultOf = (step: StepResult) =>
  JSON.parse(step.outputs['result'] || '{"services":[]}') as {
    readonly status: string;
    readonly services: (Row & { readonly region: string })[];
  };

/** A service with exports, or imports, by the names of its outputs. */
function exporting(name: string, exports: readonly string[], entry: Written['entry'] = {}): Written {
  const Outputs = Object.fromEntries(exports.map((one) => [one, { Value: one, Export: { Name: `exports-${one}` } }]));
  const { more } = topic(name);
  const resources = { ...(more?.['resources'] as object), ...(exports.length > 0 ? { Outputs } : {}) };
  return { more: { resources }, entry };
}
const importing = (name: string, imported?: string, entry: Written['entry'] = {}): Written => {
  const Reader = {
    Type: 'AWS::SNS::Topic',
    Properties: { DisplayName: imported === undefined ? 'none' : { 'Fn::ImportValue': `exports-${imported}` } },
  };
  return topic(name, entry, { Reader });
};

describe('an export that the run has added', () => {
  it('goes away after the service that the run has had import it', async () => {
    const { run, titleOf, stack } = open.team('exports');
    expectSuccess((await run({ api: exporting('one', []), reader: importing('one') })).step);
    const { step, calls } = await run({
      api: exporting('two', ['added']),
      reader: importing('two', 'added', FAILS),
    });
    expect(step.exitCode).toBe(1);
    expect(wentBack(calls)).toEqual(['reader', 'api']);
    expect([titleOf('api'), titleOf('reader')]).toEqual(['one', 'one']);
    expect(stack('api').outputs.filter(({ exportName }) => exportName === 'exports-added')).toEqual([]);
  });

  it('stays if another stack uses it by now, and the run says which', async () => {
    const { run, titleOf, stack, isGoingBack, failing, application } = open.team('used');
    expectSuccess((await run({ api: exporting('one', []) })).step);
    const go = join(application.folder, '..', 'go');
    const marked = String(failing()['verify']).replace('process.exit(1)', '');
    const waits = `node -e "setInterval(() => require('node:fs').existsSync('${go}') && process.exit(1), 20)"`;
    const running = run({ api: exporting('two', ['kept'], { verify: `${marked} && ${waits}` }) });
    while (!isGoingBack()) await sleep(20);
    const Foreign = { Type: 'AWS::SNS::Topic', Properties: { DisplayName: { 'Fn::ImportValue': 'exports-kept' } } };
    await stackClient(open.world.aws, ACCOUNTS.dev, REGION).create('foreign-reader', { Resources: { Foreign } });
    writeFileSync(go, '');
    const { step } = await running;
    expect(step.exitCode).toBe(1);
    expect(annotationsOf(step, 'error')).toHaveLength(1);
    expect(titleOf('api')).toBe('two');
    expect(stack('api').status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expectNoChangeSets(open.world, 'used');
    expectSuccess((await run({ api: exporting('three', ['kept']) })).step);
    expect(titleOf('api')).toBe('three');
    expectKept(step, 'api', /exports-kept.*foreign-reader/s);
  });

  it('keeps its service where it is if a new service of the stage uses it', async () => {
    const { run, titleOf } = open.team('fresh');
    expectSuccess((await run({ api: exporting('one', []), bad: topic('one') })).step);
    const { step, calls } = await run({
      api: exporting('two', ['fresh']),
      reader: importing('two', 'fresh'),
      bad: topic('two', { 'depends-on': ['reader'], ...FAILS }),
    });
    expectKept(step, 'reader', /^it is new in this stage$/);
    expectKept(step, 'api', /reader/);
    expect(wentBack(calls)).toEqual(['bad']);
    expect([titleOf('api'), titleOf('reader'), titleOf('bad')]).toEqual(['two', 'two', 'one']);
  });
});

describe('a service whose own stack the run has not changed', () => {
  it('fails by its check alone, and what it needs goes back', async () => {
    const { run, titleOf, stack } = open.team('steady');
    expectSuccess((await run({ api: topic('one'), steady: topic('same', { 'depends-on': ['api'] }) })).step);
    const events = stack('steady').events.length;
    const hooks = { 'after-deploy': 'node -e "process.exit(1)"' };
    const { step, calls } = await run({
      api: topic('two'),
      steady: topic('same', { 'depends-on': ['api'], hooks, ...FAILS }),
    });
    expect(step.exitCode).toBe(1);
    expect(rowsOf(step)['steady']).toMatchObject({ status: 'failed' });
    expect(rowsOf(step)['steady']?.rollback).toBeUndefined();
    expect(stack('steady').events).toHaveLength(events);
    expect(wentBack(calls)).toEqual(['api']);
    expect(titleOf('api')).toBe('one');
  });
});

describe('what the run says at its end', () => {
  it('is that it failed, with each service that went back and each that did not', async () => {
    const { run } = open.team('told');
    const all = (name: string, last: object) => ({
      api: topic(name),
      bad: topic(name, { 'depends-on': ['api'], ...last }),
    });
    expectSuccess((await run(all('one', {}))).step);
    const { step } = await run(all('two', FAILS));
    expect(step.outputs['status']).toBe('failed');
    expect(resultOf(step).status).toBe('failed');
    expect(step.outputs['error']).toMatch(/^E_VERIFY_FAILED/);
    const rowOf = (key: string) => step.summary.split('\n').find((line) => line.startsWith(`| ${key} |`));
    expect(rowOf('api')).toContain('↩️ rolled back');
    expect(rowOf('bad')).toContain('❌ failed');
    expect(step.summary).toMatch(/^↩️ rolled back, because a service failed: api, bad\. Data and migrations/m);
    expect(step.summary).not.toContain('not rolled back');
    expect(step.log).toMatch(/api.*(back|earlier|before)/i);
    expect(step.outputs['outputs'] ?? '').toMatch(/^(\{\})?$/);
  });
});
