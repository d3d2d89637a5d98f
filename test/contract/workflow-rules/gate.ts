import { conditionOf } from './expressions.ts';
import { jobsOf, needsOf, type Rule } from './shipped-file.ts';

/** What deploys has a job `result` to make a required check: it always runs, after all the others. */
export const gate: Rule = (file) => {
  const jobs = new Map(jobsOf(file));
  const result = file.kind === 'reusable' ? jobs.get('result') : undefined;
  const at = `${file.path}: job result`;
  if (result === undefined) return file.kind === 'reusable' && jobs.has('deploy') ? [`${at}: is not there`] : [];
  const needs = needsOf(result);
  const missed = [...jobs.keys()].filter((name) => name !== 'result' && !needs.includes(name));
  return [
    ...missed.map((name) => `${at}: does not wait for ${name}`),
    ...(conditionOf(result.if) === 'always()' ? [] : [`${at}: does not run always`]),
  ];
};
