import { conditionOf, isGuarded } from './expressions.ts';
import { ownTarget } from './pins.ts';
import {
  asRecord,
  interfaceOf,
  type Job,
  jobsOf,
  needsOf,
  type Rule,
  type ShippedFile,
  stepsOf,
} from './shipped-file.ts';

const MAY_ASK = ['deploy', 'sweep'];
/** Whether a called workflow changes stages: by the names of its jobs. */
export const deploysOrRemoves = (file: ShippedFile) => jobsOf(file).some(([name]) => MAY_ASK.includes(name));
const asksForIdentity = ({ permissions }: Job) => asRecord(permissions)['id-token'] === 'write';
const identityJobs = (file: ShippedFile) => jobsOf(file).filter(([, job]) => asksForIdentity(job));

/**
 * A job that only looks has steps of its own, runs no code but the checkout's and the verdict's, on the runner itself, and is in
 * no environment: what it may assume is a role of viewers.
 */
const onlyLooks = ({ steps = [], environment, container, services }: Job) =>
  [environment, container, services].every((value) => value === undefined) &&
  // Without steps it calls another workflow.
  steps.length > 0 &&
  steps.every(
    ({ run, uses, with: inputs }) =>
      run === undefined &&
      /^(actions\/checkout@.*|\$\/actions\/promote)$/.test(uses ?? '') &&
      inputs?.['phase'] === undefined,
  );

/**
 * A job that only plans is in no environment, assumes the planner's role alone, and deploys nothing: its role executes no change set.
 */
const onlyPlans = ({ steps = [], environment }: Job) => {
  const of = (action: string) => steps.filter(({ uses }) => uses === `$/actions/${action}`);
  const [profiles, deploys] = [of('load-profile'), of('deploy-service')];
  return (
    environment === undefined &&
    profiles.length === 1 &&
    profiles.every(({ with: inputs }) => inputs?.['planner'] === true) &&
    deploys.every(({ with: inputs }) => inputs?.['dry-run'] === true) &&
    steps.every(
      ({ run, uses }) => run === undefined && /^(actions\/|\$\/actions\/(?!destroy-stage|promote))/.test(uses ?? ''),
    )
  );
};

/** A job that publishes a release to npm, which knows it by its identity token, runs no script of the package. */
const onlyPublishes = ({ path }: { readonly path: string }, { steps = [], environment }: Job) =>
  path === '.github/workflows/ci-publish.yml' &&
  environment === 'npm' &&
  steps.every(({ run, uses }) =>
    run === undefined ? /^actions\//.test(uses ?? '') : /^npm (pkg set "repository|publish --ignore-scripts)/.test(run),
  );

/** Only what deploys or removes can ask for an identity token: jobs of that name, and in templates the jobs that call them. */
export const identityJobsOnly: Rule = (file, shipped) =>
  identityJobs(file)
    .filter(([name, job]) =>
      file.kind === 'template'
        ? ownTarget(job.uses, file, shipped) === undefined
        : !onlyPublishes(file, job) &&
          (file.kind !== 'reusable' || !(MAY_ASK.includes(name) || onlyLooks(job) || onlyPlans(job))),
    )
    .map(([name]) => `${file.path}: job ${name}: may ask for an identity token`);

/** A run with nothing to deploy asks for no identity token: the job's condition holds only for a decision to do something. */
export const identityByDecision: Rule = (file) => {
  if (file.kind !== 'reusable') return [];
  return identityJobs(file)
    .filter(([, job]) => !onlyLooks(job))
    .filter(([, job]) => {
      const decides = (part: string) => {
        const planner = /^needs\.([\w-]+)\.outputs\.planner\s*==\s*'true'$/.exec(part)?.[1];
        if (planner !== undefined) {
          return onlyPlans(job) && needsOf(job).includes(planner);
        }
        const decider = /^needs\.([\w-]+)\.outputs\.decision\s*==\s*'(deploy|destroy|sweep)'$/.exec(part)?.[1];
        return decider !== undefined && needsOf(job).includes(decider);
      };
      return !isGuarded(conditionOf(job.if), decides);
    })
    .map(([name]) => `${file.path}: job ${name}: asks for an identity token whatever was decided`);
};

/** In a job with an identity token packages run no scripts unless the caller says so. */
export const installScripts: Rule = (file) =>
  identitySteps(file)
    .filter(({ step }) => /\/install-dependencies(@|$)/.test(step.uses ?? ''))
    .flatMap(({ step, at }) => {
      const input = interfaceOf(file).inputs?.['install-scripts'];
      const passed = /^\$\{\{\s*inputs\.install-scripts\s*\}\}$/.test(String(step.with?.['install-scripts']));
      return [
        ...(passed ? [] : [`${at}: install-scripts is not the caller's input`]),
        ...(input?.default === false ? [] : [`${file.path}: the input install-scripts has not the default false`]),
      ];
    });

/** In a job with an identity token no cache is used, which other runs could have written. */
export const noCache: Rule = (file) =>
  identitySteps(file).flatMap(({ step, at }) => {
    const action = step.uses ?? '';
    const asked = Object.keys(step.with ?? {}).filter(
      (input) => input === 'cache' || input === 'cache-dependency-path',
    );
    const automatic = /^actions\/setup-node@/.test(action) && step.with?.['package-manager-cache'] !== false;
    return [
      ...(/^actions\/cache[@/]/.test(action) ? [`${at}: uses a cache`] : []),
      ...(automatic ? [`${at}: lacks package-manager-cache: false`] : []),
      ...asked.map((input) => `${at}: asks for a cache by ${input}`),
    ];
  });

function identitySteps(file: ShippedFile) {
  const names = new Set(identityJobs(file).map(([name]) => name));
  return stepsOf(file).filter(({ job }) => names.has(job));
}
