import { resolve } from 'node:path';
import type { JournalEntry } from '../local-aws/journal.ts';
import type { StepResult } from '../runner/run-options.ts';
import type { Files } from '../world/repository.ts';
import { isQuestion } from './verdict.ts';

/** osls as an installation has it. */
export const OSLS: Files = { 'node_modules/osls': { link: resolve(import.meta.dirname, '../osls/package') } };

/** One finding in the output `result`. */
export interface Finding {
  readonly what: string;
  readonly fix: string;
  readonly level: 'error' | 'warning';
  readonly resource?: string;
  readonly function?: string;
  readonly place?: { readonly file: string; readonly line?: number };
  readonly waiver?: { readonly owner: string; readonly reason: string; readonly until: string };
}

/** One safeguard of one service in the output `result`. */
export interface Checked {
  readonly id: string;
  readonly title: string;
  readonly status: 'passed' | 'warned' | 'failed' | 'waived' | 'skipped';
  readonly findings: readonly Finding[];
}

/** One row of what a deploy changes in the output `result`. */
export interface Change {
  readonly action: 'add' | 'modify' | 'replace' | 'remove';
  readonly logicalId: string;
  readonly type: string;
  readonly stack?: string;
}

interface Service {
  readonly key: string;
  readonly safeguards?: readonly Checked[];
  readonly changes?: readonly Change[];
}

function serviceOf(step: StepResult, key: string): Service {
  const { services } = JSON.parse(step.outputs['result'] || '{"services":[]}') as { services: Service[] };
  const found = services.find((service) => service.key === key);
  if (found === undefined) throw new Error(`no service ${key} in the result: ${step.log}`);
  return found;
}

/** What came of each safeguard of a service, by its title. */
export function checkedOf(step: StepResult, key: string): Record<string, Checked> {
  return Object.fromEntries((serviceOf(step, key).safeguards ?? []).map((one) => [one.title, one]));
}

/** The status of each safeguard of a service, by its title. */
export function verdictsOf(step: StepResult, key: string): Record<string, string> {
  return Object.fromEntries(Object.values(checkedOf(step, key)).map(({ title, status }) => [title, status]));
}

/** `action logicalId` of each change that a service's deploy makes, sorted; undefined where the result has none. */
export function changesOf(step: StepResult, key: string): string[] | undefined {
  return serviceOf(step, key)
    .changes?.map(({ action, logicalId }) => `${action} ${logicalId}`)
    .sort();
}

/** The rows of all tables of a summary that hold each of these texts. */
export function rowsWith(step: StepResult, ...texts: readonly string[]): string[] {
  const rows = step.summary.split('\n').filter((line) => line.startsWith('|'));
  return rows.filter((row) => texts.every((text) => row.includes(text)));
}

/** The calls that ask CloudFormation what a deploy changes. */
export const questionsIn = (calls: readonly JournalEntry[]) => calls.filter((call) => isQuestion(call));

/** The calls that name a stack, by its name or its ARN. */
export function callsOf(calls: readonly JournalEntry[], stack: string): JournalEntry[] {
  return calls.filter(({ params }) => {
    const named = String(params['StackName'] ?? '');
    return named === stack || named.includes(`:stack/${stack}/`);
  });
}

/** The error that a step failed with; empty where it did not. */
export const errorOf = (step: StepResult): string => step.outputs['error'] ?? '';
