import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeJson } from '../../core/transport.ts';
import { readActionManifest } from '../runner/action-manifest.ts';
import { runnerVariables } from '../runner/environment.ts';
import { expandDefault, resolveInputs } from '../runner/input-values.ts';
import type { StepResult } from '../runner/run-options.ts';
import { createSecretMasker } from '../runner/secret-masker.ts';
import { startStep } from '../runner/step.ts';
import { deploymentsOf, type Office, ownComment, type Preview, resultOf, startOffice } from './report-run.ts';
import { expectSuccess } from './verdict.ts';

const SERVER = 'https://github.acme.example.com';
let office: Office;
let temp: string;
beforeAll(async () => {
  temp = mkdtempSync(join(tmpdir(), 'enterprise-'));
  office = await startOffice({ basePath: '/api/v3', serverUrl: SERVER });
});
afterAll(async () => {
  rmSync(temp, { recursive: true });
  await office.close();
});

/** Runs report-stage on a server of its own: all that says where that is are the runner's two variables. */
function report(inputs: Readonly<Record<string, string>>): Promise<StepResult> {
  const context = { workspace: office.repository.bare, githubApiUrl: office.github.url };
  const event = join(temp, 'event.json');
  writeFileSync(event, '{}');
  const folders = { temp, toolCache: join(temp, 'tool'), home: join(temp, 'home'), eventFile: event };
  for (const folder of [folders.toolCache, folders.home]) mkdirSync(folder, { recursive: true });
  const runner = { ...runnerVariables(context, folders, 'report-stage'), GITHUB_SERVER_URL: SERVER };
  const manifest = readActionManifest(resolve(import.meta.dirname, '../..'), 'report-stage');
  const given = resolveInputs(manifest, inputs, (text) => expandDefault(text, runner, office.github.token));
  const variables = { ...given.variables, ...runner, PATH: process.env['PATH'] ?? '', HOME: folders.home };
  const plan = { script: manifest.main, action: 'report-stage', variables, unexpectedInputs: given.unexpected };
  return startStep({ ...plan, context, temp, masker: createSecretMasker() }).result;
}

async function reportBoth(preview: Preview): Promise<readonly StepResult[]> {
  const configuration = encodeJson(preview.configuration);
  const start = await report({ phase: 'start', configuration });
  const id = start.outputs['github-deployment'] ?? '';
  const result = encodeJson(resultOf(preview));
  return [start, await report({ phase: 'end', configuration, result, 'github-deployment': id })];
}

describe('a server of one’s own', () => {
  it('H9 is asked below its base path for everything, and nothing is asked elsewhere', async () => {
    const preview = await office.openPreview();
    for (const step of await reportBoth(preview)) {
      expectSuccess(step);
      expect(step.annotations).toEqual([]);
    }
    expect(office.github.journal.length).toBeGreaterThan(8);
    for (const { path, status } of office.github.journal) {
      expect(path).toMatch(/^\/api\/v3\/repos\/acme\/workshop\//);
      expect(status).toBeLessThan(300);
    }
    expect(office.github.statuses.latest(preview.stage.commit)).toMatchObject([{ state: 'success' }]);
  });

  it('H9 is where the links lead', async () => {
    const preview = await office.openPreview();
    const steps = await reportBoth(preview);
    const log = `${SERVER}/acme/workshop/actions/runs/3001/attempts/1`;
    expect(ownComment(office, preview.number).body).toContain(`(${log})`);
    expect(deploymentsOf(office, preview.stage)[0]?.statuses).toMatchObject([{ logUrl: log }, { logUrl: log }]);
    expect(office.github.statuses.latest(preview.stage.commit)).toMatchObject([{ targetUrl: log }]);
    for (const step of steps) {
      expect(step.outputs['comment']).toMatch(new RegExp(`^${SERVER}/acme/workshop/pull/${preview.number}#`));
      expect(step.summary + step.log).not.toContain('https://github.com');
    }
    expect(ownComment(office, preview.number).body).not.toContain('https://github.com');
  });
});
