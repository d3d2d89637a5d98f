import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from 'vitest';
import { parse } from 'yaml';
import type { OpenOptions } from '../local-github/pull.ts';
import type { RunContext, StepResult } from '../runner/run-options.ts';
import type { Files } from '../world/repository.ts';
import type { World } from '../world/world.ts';
import { expectSuccess } from './verdict.ts';

/** Runs the built resolve-stage once, as a job of its own. */
export function resolveStage(
  world: World,
  context: Partial<RunContext>,
  inputs: Record<string, string> = {},
): Promise<StepResult> {
  return world.job(context).run({ action: 'resolve-stage', inputs });
}

/** Makes a branch with one commit and opens a pull request of it; returns its number. */
export async function openPull(world: World, head: string, more: Partial<OpenOptions> = {}): Promise<number> {
  world.repository.commit(head, { 'backend-tasks/changed.txt': head });
  const { number } = await world.github.pulls.open({ base: 'master', ...more, head });
  return number;
}

/** Expects a skip for a reason: a success that gives later steps nothing to work with. */
export function expectSkip(step: StepResult, reason: RegExp): void {
  expectSuccess(step);
  expect(filled(step)).toEqual({ decision: 'skip', reason: expect.stringMatching(reason) });
}

/** Expects a decision with these outputs; the names of all outputs are those of action.yml. */
export function expectDecision(step: StepResult, expected: Record<string, unknown>): void {
  expectSuccess(step);
  expect(step.outputs).toMatchObject(expected);
  const manifest = readFileSync(resolve(import.meta.dirname, '../../actions/resolve-stage/action.yml'), 'utf8');
  const { outputs } = parse(manifest) as { outputs: object };
  expect(Object.keys(step.outputs).sort()).toEqual(Object.keys(outputs).sort());
}

/** The outputs that are not empty. */
export function filled(step: StepResult): Record<string, string> {
  return Object.fromEntries(Object.entries(step.outputs).filter(([, value]) => value !== ''));
}

/** What the output `configuration` says. */
export function configurationOf(step: StepResult): {
  stage: { name: string; kind: string; ref: string; commit?: string; pullRequest?: number };
  profile: { name: string; role: string; region: string; environment: string; parameters: Record<string, unknown> };
  accounts: Record<string, string>;
  services: Record<string, { path: string }>;
} {
  return JSON.parse(step.outputs['configuration'] ?? '');
}

let count = 0;
/** Resolves a new pull request into the branch `bad`, whose configuration is this; `bad` has to be a target branch. */
export async function resolveWithConfiguration(world: World, file: Files[string]): Promise<StepResult> {
  count += 1;
  const head = `configured/${count}`;
  world.repository.git('update-ref', 'refs/heads/bad', 'refs/heads/master');
  world.repository.commit('bad', { 'serverless-stages.yml': file });
  world.repository.commit(head, { 'a.txt': 'a' }, { from: 'bad' });
  const { number } = await world.github.pulls.open({ head, base: 'bad' });
  return resolveStage(world, await world.pullRequestRun(number, 'opened'));
}
