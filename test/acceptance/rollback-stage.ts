import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { JournalEntry } from '../local-aws/journal.ts';
import type { Stack } from '../local-aws/state/stacks.ts';
import type { StepResult } from '../runner/run-options.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { startWorld, type World, type WorldOptions } from '../world/world.ts';
import { openTeam, rowsOf, type Team, type Written } from './rollback-run.ts';

/** A command that fails. */
export const FAILS = { verify: 'node -e "process.exit(1)"' };

/** A service without functions: a topic with this name, and more resources. */
export const topic = (DisplayName: string, entry: Written['entry'] = {}, Resources: object = {}): Written => ({
  more: { resources: { Resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: { DisplayName } }, ...Resources } } },
  entry,
});

/** A world and the teams in it, which go when the file is done. */
export interface Open {
  readonly world: World;
  team(app: string, install?: readonly string[]): FailingTeam;
  close(): Promise<void>;
}

export interface FailingTeam extends Team {
  readonly app: string;
  /** The entry of a service that needs others, and whose check fails. */
  failing(...needs: readonly string[]): NonNullable<Written['entry']>;
  /** Whether that check has failed: what comes then is the way back. */
  isGoingBack(): boolean;
  /** The stack of a service. */
  stack(key: string, region?: string): Stack;
  /** The name that the topic of a service has. */
  titleOf(key: string, region?: string): unknown;
  /** The record of a service in the ledger. */
  recordOf(key: string): Readonly<Record<string, unknown>> & { readonly completed?: Record<string, unknown> };
}

/** Starts a world for teams whose stage `dev` goes back. */
export async function openWorld(options?: WorldOptions, start: typeof startWorld = startWorld): Promise<Open> {
  const world = await start(options);
  const teams: Team[] = [];
  return {
    world,
    team(app, install) {
      const team = openTeam(world, app, install);
      teams.push(team);
      return failingTeam(world, app, team);
    },
    async close() {
      await world.close();
      for (const { application } of teams) application.remove();
    },
  };
}

function failingTeam(world: World, app: string, team: Team): FailingTeam {
  const marker = join(team.application.folder, '..', 'check-has-failed');
  const stack = (key: string, region: string = REGION) => {
    const found = world.aws.stacks.find(`${app}-${key}-dev`, { account: ACCOUNTS.dev, region });
    if (found === undefined) throw new Error(`there is no stack of ${key} in ${region}`);
    return found;
  };
  return {
    ...team,
    app,
    failing: (...needs) => ({
      ...(needs.length === 0 ? {} : { 'depends-on': needs }),
      verify: `node -e "require('node:fs').writeFileSync('${marker}', ''); process.exit(1)"`,
    }),
    isGoingBack: () => existsSync(marker),
    stack,
    titleOf: (key, region) => stack(key, region).resources.get('Topic')?.properties['DisplayName'],
    recordOf: (key) => {
      const name = `/serverless-stages/${app}/configured/dev/${app}-${key}`;
      return JSON.parse(world.aws.ssm.get(ACCOUNTS.dev, REGION, name)?.value ?? '{}');
    },
  };
}

/** The keys of the services whose stacks were updated by a change set, in order. */
export const wentBack = (calls: readonly JournalEntry[]): string[] =>
  calls
    .filter(({ action, params }) => action === 'ExecuteChangeSet' && isOurs(params))
    .map(({ params }) => keyIn(params['StackName']));

/** Whether a call names the change set of the action. */
export const isOurs = (params: Readonly<Record<string, unknown>>) =>
  String(params['ChangeSetName']).includes('serverless-stages-changes');

/** The key of the service whose stack a name or an ARN is of. */
export const keyIn = (stack: unknown): string =>
  String(stack)
    .replace(/^.*:stack\/([^/]+)\/.*$/, '$1')
    .replace(/^.*-([^-]+)-dev$/, '$1');

/** Expects that a service did not go back, for this reason. */
export function expectKept(step: StepResult, key: string, reason: RegExp): void {
  const { rollback } = rowsOf(step)[key] ?? {};
  expect(rollback?.status, step.log).toMatch(/^(skipped|failed)$/);
  expect(rollback?.reason).toMatch(reason);
  const line = step.summary.split('\n').find((one) => one.includes(`not rolled back: ${key}`));
  expect(line, step.summary).toBeDefined();
}

/** Expects that no change set of the action is left in the stacks of an application. */
export function expectNoChangeSets({ aws }: World, app: string): void {
  const own = aws.stacks.list().filter(({ name }) => name.startsWith(`${app}-`));
  const left = own.filter(({ changeSets }) => changeSets.has('serverless-stages-changes'));
  expect(left.map(({ name }) => name)).toEqual([]);
}
