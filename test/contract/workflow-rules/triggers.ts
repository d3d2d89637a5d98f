import { jobsOf, type Rule, type ShippedFile, stepsOf, triggersOf } from './shipped-file.ts';

/** No workflow is started by what lets a stranger's code run with the repository's rights. */
export const strangers: Rule = (file) =>
  ['pull_request_target', 'workflow_run']
    .filter((event) => triggersOf(file.content.on).has(event))
    .filter((event) => event !== 'workflow_run' || !readsArtifactsAlone(file))
    .map((event) => `${file.path}: is started by ${event}`);

/** Steps of a workflow that takes nothing from another run but its artifacts, and runs nothing of them. */
const READERS = /^(actions\/download-artifact|github\/codeql-action\/upload-sarif)@/;

/** Whether a workflow behind another one reads artifacts of this repository's own branches, and checks nothing out. */
function readsArtifactsAlone(file: ShippedFile): boolean {
  const isOfOwn = jobsOf(file).every(([, job]) =>
    String(job.if).includes('github.event.workflow_run.head_repository.id == github.event.repository.id'),
  );
  return isOfOwn && stepsOf(file).every(({ step }) => step.uses === undefined || READERS.test(step.uses));
}

/** A pull request starts its run whatever it changed: a required check always reports, a closed one is always removed. */
export const pathFilters: Rule = ({ path, content }) =>
  ['paths', 'paths-ignore']
    .filter((filter) => triggersOf(content.on).get('pull_request')?.[filter] !== undefined)
    .map((filter) => `${path}: pull_request has the filter ${filter}`);
