import { expressionsIn } from './expressions.ts';
import { ownFile, ownTarget } from './pins.ts';
import {
  interfaceOf,
  type Job,
  jobsOf,
  needsOf,
  type Rule,
  type Shipped,
  type ShippedFile,
  type Step,
} from './shipped-file.ts';

const NAME = '[A-Za-z_][\\w-]*';
const uses = (context: string, value: unknown) =>
  expressionsIn(value).flatMap((text) =>
    [...text.matchAll(new RegExp(`(?<![\\w.-])${context}\\.(${NAME})\\.(${NAME})(?:\\.(${NAME}))?`, 'g'))].map(
      ([, from = '', kind = '', output]) => ({ from, kind, output }),
    ),
  );

/** `needs.X` names a job that is waited for, and an output that it has. */
export const neededOutputs: Rule = (file, shipped) => {
  const jobs = new Map(jobsOf(file));
  return jobsOf(file).flatMap(([name, job]) => {
    const at = `${file.path}: job ${name}`;
    const unknown = needsOf(job).filter((other) => !jobs.has(other));
    const wrong = uses('needs', job).flatMap(({ from, kind, output }) => {
      if (!needsOf(job).includes(from)) return [`${at}: reads of ${from}, which it does not wait for`];
      const known = outputsOf(jobs.get(from), file, shipped);
      return kind === 'outputs' && !known.includes(output ?? '') ? [`${at}: ${from} has no output ${output}`] : [];
    });
    return [...unknown.map((other) => `${at}: waits for ${other}, which is not there`), ...new Set(wrong)];
  });
};

/** An output of a called workflow is an output that one of its jobs has. */
export const jobOutputs: Rule = (file, shipped) => {
  const jobs = new Map(jobsOf(file));
  return Object.entries(file.kind === 'reusable' ? (interfaceOf(file).outputs ?? {}) : {}).flatMap(([name, entry]) =>
    uses('jobs', entry?.value)
      .filter(({ from, output }) => !outputsOf(jobs.get(from), file, shipped).includes(output ?? ''))
      .map(({ from, output }) => `${file.path}: outputs: ${name}: ${from} has no output ${output}`),
  );
};

/** `steps.X` names a step that has run by then, and an output that its action has or its program writes. */
export const stepOutputs: Rule = (file, shipped) =>
  jobsOf(file).flatMap(([name, job]) => {
    const steps = job.steps ?? [];
    const places = [...steps.map((step, index) => ({ value: step as unknown, before: steps.slice(0, index) }))];
    places.push({ value: { ...job, steps: undefined }, before: steps });
    return places.flatMap(({ value, before }) =>
      uses('steps', value).flatMap(({ from, kind, output = '' }) => {
        const step = before.find(({ id }) => id === from);
        const at = `${file.path}: job ${name}`;
        if (step === undefined) return [`${at}: reads of the step ${from}, which has not run by then`];
        return kind !== 'outputs' || gives(step, output, file, shipped)
          ? []
          : [`${at}: ${from} has no output ${output}`];
      }),
    );
  });

function outputsOf(job: Job | undefined, file: ShippedFile, shipped: Shipped): string[] {
  const called = ownTarget(job?.uses, file, shipped);
  return Object.keys((called ? interfaceOf(called).outputs : job?.outputs) ?? {});
}

/** Whether a step has an output. Of a foreign action that is not known. */
function gives(step: Step, output: string, file: ShippedFile, shipped: Shipped): boolean {
  if (step.uses === undefined) return new RegExp(`(?<![\\w-])${output}(=|<<)`).test(step.run ?? '');
  if (ownFile(step.uses, file.kind) === undefined) return true;
  const action = ownTarget(step.uses, file, shipped);
  return Object.keys((action && interfaceOf(action).outputs) ?? {}).includes(output);
}
