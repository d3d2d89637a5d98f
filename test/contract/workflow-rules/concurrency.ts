import { deploysOrRemoves } from './identity.ts';
import { ownTarget } from './pins.ts';
import { asRecord, type Job, jobsOf, type Rule, type Shipped, type ShippedFile } from './shipped-file.ts';

/** A called workflow has no concurrency of its own, which would meet its caller's. */
export const noInnerConcurrency: Rule = ({ kind, path, content, ...rest }) => {
  if (kind !== 'reusable') return [];
  const jobs = jobsOf({ kind, path, content, ...rest }).filter(([, job]) => job.concurrency !== undefined);
  return [
    ...(content.concurrency === undefined ? [] : [`${path}: has a concurrency group`]),
    ...jobs.map(([name]) => `${path}: job ${name}: has a concurrency group`),
  ];
};

/**
 * In a template each job that calls one of our workflows which deploys or removes has a group on the job, and what it runs is
 * never cancelled.
 */
export const jobConcurrency: Rule = (file, shipped) => {
  if (file.kind !== 'template') return [];
  const whole =
    file.content.concurrency === undefined ? [] : [`${file.path}: has a concurrency group for all its jobs`];
  return whole.concat(
    jobsOf(file).flatMap(([name, job]) => {
      const at = `${file.path}: job ${name}`;
      const called = ownTarget(job.uses, file, shipped);
      const changes = called !== undefined && deploysOrRemoves(called);
      const cancels = asRecord(job.concurrency)['cancel-in-progress'] ?? false;
      return [
        ...(changes && groupOf(job) === undefined ? [`${at}: has no concurrency group`] : []),
        ...(cancels === false ? [] : [`${at}: is cancelled in progress`]),
      ];
    }),
  );
};

/** Over all templates: one stage has one group, and no other stage or job is in it. */
export const oneGroupForEachStage: Rule = (file, shipped) => {
  if (file.kind !== 'template') return [];
  const all = [...shipped.values()].filter(({ kind }) => kind === 'template').flatMap((one) => members(one, shipped));
  return members(file, shipped).flatMap((own) => {
    const others = all.filter((other) => other.at !== own.at);
    const shared = others.filter((other) => other.group === own.group && (other.stage !== own.stage || !own.stage));
    const second = others.filter((other) => own.stage && other.stage === own.stage && other.group !== own.group);
    const expression = /\$\{\{.*\}\}/.exec(own.stage ?? '')?.[0].toLowerCase();
    return [
      ...shared.map((other) => `${own.at}: shares the group ${own.group} with ${other.at}`),
      ...second.map((other) => `${own.at}: has another group than ${other.at} for the stage ${own.stage}`),
      ...(expression && !own.group.includes(expression)
        ? [`${own.at}: one group for every stage of ${expression}`]
        : []),
    ];
  });
};

interface Member {
  readonly at: string;
  /** GitHub ignores the case of a group's name. */
  readonly group: string;
  /** What is deployed there; undefined for a job that calls none of our workflows. */
  readonly stage: string | undefined;
}

function members(file: ShippedFile, shipped: Shipped): Member[] {
  return jobsOf(file).flatMap(([name, job]) => {
    const group = groupOf(job)?.toLowerCase();
    const called = ownTarget(job.uses, file, shipped);
    const stage = called && String(job.with?.['stage'] ?? called.path);
    return group === undefined ? [] : [{ at: `${file.path}: job ${name}`, group, stage }];
  });
}

function groupOf({ concurrency }: Job): string | undefined {
  const group = typeof concurrency === 'string' ? concurrency : asRecord(concurrency)['group'];
  return typeof group === 'string' && group !== '' ? group : undefined;
}
