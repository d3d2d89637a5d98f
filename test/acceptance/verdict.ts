import { expect } from 'vitest';
import type { ErrorCode } from '../../core/errors.ts';
import type { JournalEntry } from '../local-aws/journal.ts';
import type { Annotation, StepResult } from '../runner/run-options.ts';

/** The step's annotations of one level. */
export function annotationsOf(step: StepResult, level: Annotation['level']): Annotation[] {
  return step.annotations.filter((annotation) => annotation.level === level);
}

/**
 * Expects that a step failed as every action fails: an exit code, one error annotation `CODE: what – why – what to do`,
 * no stack, nothing exported. Returns the annotation.
 */
export function expectFailure(step: StepResult, code: ErrorCode): Annotation {
  const errors = annotationsOf(step, 'error');
  expect(errors.map(({ message }) => message)).toEqual([
    expect.stringMatching(new RegExp(`^${code}: \\S.* – \\S`, 's')),
  ]);
  expect(step.exitCode).not.toBe(0);
  expect(step.raw).not.toMatch(/\n\s+at \S+.*[:(]/);
  expect(step.env).toEqual({});
  expect(step.path).toEqual([]);
  const [error] = errors;
  if (error === undefined) throw new Error('unreachable: one error was expected above');
  return error;
}

/** Expects that a step succeeded without an error annotation; the step's log is what a failure shows. */
export function expectSuccess(step: StepResult): void {
  expect(step.exitCode, step.log).toBe(0);
  expect(annotationsOf(step, 'error')).toEqual([]);
}

/** Expects that nothing a person or a later job can see holds one of the secrets, in any of the forms they are written in. */
export function expectNoSecret(step: StepResult, ...secrets: readonly string[]): void {
  // add-mask is how the runner is told; it never shows that line.
  const written = step.raw.replaceAll(/^::add-mask::.*$/gm, '');
  const { OUTPUT, ENV, STATE, STEP_SUMMARY } = step.files;
  const annotations = step.annotations.flatMap(({ message, properties }) => [message, ...Object.values(properties)]);
  const places = { log: step.log, written, OUTPUT, ENV, STATE, STEP_SUMMARY, annotations: annotations.join('\n') };
  for (const [place, text] of Object.entries(places)) {
    for (const form of secrets.flatMap(formsOf)) {
      expect(text.includes(form), `a secret is in ${place}: ${form}`).toBe(false);
    }
  }
}

function formsOf(secret: string): string[] {
  const base64 = Buffer.from(secret).toString('base64');
  // Without the last characters, which depend on what follows the secret.
  return [secret, base64.slice(0, -4), JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)];
}

/** Whether a call is part of the question what a deploy changes: its change set is never executed, its template is only read. */
export function isQuestion({ service, params }: Pick<JournalEntry, 'service' | 'params'>): boolean {
  const named = service === 's3' ? params['path'] : params['ChangeSetName'];
  return /\/serverless-stages(-plan)?\/|(^|changeSet\/)serverless-stages-(changes|plan)(\/|$)/.test(
    String(named ?? ''),
  );
}

/** The calls that changed something in AWS. */
export function changesIn(journal: readonly JournalEntry[]): string[] {
  return journal
    .filter(({ action }) => !/^(Get|Describe|List|AssumeRole|Validate)/.test(action))
    .filter((call) => !isQuestion(call))
    .filter(({ params }) => !String(params['Name']).startsWith('/serverless-stages/'))
    .map(({ service, action }) => `${service}:${action}`);
}
