import { ownTarget } from './pins.ts';
import { asRecord, type Entry, interfaceOf, jobsOf, type Rule, stepsOf } from './shipped-file.ts';

/** A job that calls one of our workflows passes inputs that it declares, and each one that it requires. */
export const calledInputs: Rule = (file, shipped) =>
  jobsOf(file).flatMap(([name, job]) => {
    const called = ownTarget(job.uses, file, shipped);
    if (called === undefined) return [];
    return wrongInputs(`${file.path}: job ${name}`, job.with, interfaceOf(called).inputs, called.path);
  });

/** A step that uses one of our actions passes inputs that it has, and each one that it requires. */
export const actionInputs: Rule = (file, shipped) =>
  stepsOf(file).flatMap(({ step, at }) => {
    const action = ownTarget(step.uses, file, shipped);
    return action === undefined ? [] : wrongInputs(at, step.with, interfaceOf(action).inputs, action.path);
  });

/** A template passes exactly the secrets that the called workflow declares. */
export const calledSecrets: Rule = (file, shipped) =>
  jobsOf(file).flatMap(([name, job]) => {
    const called = ownTarget(job.uses, file, shipped);
    if (called === undefined || typeof job.secrets === 'string') return [];
    const declared = Object.keys(interfaceOf(called).secrets ?? {});
    const passed = Object.keys(asRecord(job.secrets));
    const at = `${file.path}: job ${name}`;
    return [
      ...passed.filter((secret) => !declared.includes(secret)).map((one) => `${at}: ${called.path} declares no ${one}`),
      ...declared.filter((secret) => !passed.includes(secret)).map((one) => `${at}: does not pass the secret ${one}`),
    ];
  });

function wrongInputs(
  at: string,
  given: Record<string, unknown> = {},
  declared: Record<string, Entry | null> = {},
  target: string,
): string[] {
  const unknown = Object.keys(given).filter((input) => !(input in declared));
  const missing = Object.entries(declared).filter(([input, entry]) => entry?.required === true && !(input in given));
  return [
    ...unknown.map((input) => `${at}: ${target} has no input ${input}`),
    ...missing.map(([input]) => `${at}: does not give the input ${input}, which ${target} requires`),
  ];
}
