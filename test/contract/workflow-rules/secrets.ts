import { expressionsIn } from './expressions.ts';
import { jobsOf, type Rule } from './shipped-file.ts';

/** Secrets are passed and read one by one, never all of them. */
export const secretsByName: Rule = (file) =>
  jobsOf(file).flatMap(([name, job]) => {
    const whole = expressionsIn(job).filter((text) => /(?<![\w.'-])secrets\b(?!\.[A-Za-z_])/.test(text));
    return [
      ...(typeof job.secrets === 'string' ? [`${file.path}: job ${name}: passes secrets: ${job.secrets}`] : []),
      ...whole.map((text) => `${file.path}: job ${name}: reads all secrets in ${text}`),
    ];
  });
