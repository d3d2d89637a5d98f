import { type Rule, triggersOf } from './shipped-file.ts';

/** No workflow is started by what lets a stranger's code run with the repository's rights. */
export const strangers: Rule = ({ path, content }) =>
  ['pull_request_target', 'workflow_run']
    .filter((event) => triggersOf(content.on).has(event))
    .map((event) => `${path}: is started by ${event}`);

/** A pull request starts its run whatever it changed: a required check always reports, a closed one is always removed. */
export const pathFilters: Rule = ({ path, content }) =>
  ['paths', 'paths-ignore']
    .filter((filter) => triggersOf(content.on).get('pull_request')?.[filter] !== undefined)
    .map((filter) => `${path}: pull_request has the filter ${filter}`);
