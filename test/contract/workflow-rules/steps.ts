import { textsIn } from './expressions.ts';
import { jobsOf, type Rule, stepsOf } from './shipped-file.ts';

/** A job that has steps has an end: minutes as a number. */
export const timeouts: Rule = (file) =>
  jobsOf(file)
    .filter(([, job]) => job.steps !== undefined && !(Number(job['timeout-minutes']) > 0))
    .map(([name]) => `${file.path}: job ${name}: has no timeout-minutes`);

/** What a shell or a script engine runs holds no expression: values come through the environment. */
export const programs: Rule = (file) =>
  stepsOf(file).flatMap(({ step, at }) =>
    textsIn({ run: step.run, ...step.with })
      .filter(({ key, text }) => (key === 'run' || key === 'script') && text.includes('${{'))
      .map(({ key }) => `${at}: has an expression inside ${key}`),
  );

/** A checkout leaves no credentials behind. */
export const checkouts: Rule = (file) =>
  stepsOf(file)
    .filter(({ step }) => /^actions\/checkout@/.test(step.uses ?? ''))
    .filter(({ step }) => step.with?.['persist-credentials'] !== false)
    .map(({ at }) => `${at}: keeps the credentials (persist-credentials: false)`);
