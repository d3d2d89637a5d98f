import type { LocalCheck } from '../clone.ts';
import type { Finding } from '../finding.ts';
import { isProduct, type Used, type Workflow } from '../workflow.ts';

/** The product is used at a version, the same one everywhere; other actions at one that does not move by itself. */
export const usesArePinned: LocalCheck = ({ workflows, product }) => {
  const isOurs = (used: Used) => isProduct(used, product);
  const ours = workflows.flatMap((workflow) => usedBy(workflow).filter(isOurs));
  const versions = [...new Set(ours.map(({ ref }) => ref))];
  const owners = [...new Set(ours.map(({ repository }) => repository))];
  const placeholders = workflows.filter(({ hasPlaceholder }) => hasPlaceholder);
  return [
    ...placeholders.map(
      ({ path }): Finding => ({
        level: 'error',
        check: 'placeholder',
        place: path,
        what: 'still uses the placeholder OWNER/serverless-stages',
        why: 'GitHub finds no such workflow and starts nothing',
        fix: `sed -i 's|OWNER/serverless-stages|your-owner/serverless-stages|' ${path}`,
      }),
    ),
    ...(versions.length > 1 || (owners.length > 1 && placeholders.length === 0)
      ? [
          {
            level: 'error',
            check: 'versions-differ',
            place: workflows
              .filter((one) => usedBy(one).some(isOurs))
              .map(({ path }) => path)
              .join(', '),
            what: `serverless-stages is used as ${[...new Set(ours.map(({ repository, ref }) => `${repository}@${ref}`))].join(', ')}`,
            why: 'one version may not read the records of the other',
            fix: 'use the same version everywhere',
          } as const,
        ]
      : []),
    ...workflows.flatMap((workflow) =>
      usedBy(workflow)
        .filter((used) => isMoving(used))
        .map(
          (used): Finding => ({
            level: 'warning',
            check: 'unpinned',
            place: workflow.path,
            what: `uses ${used.repository} at the branch "${used.ref}"`,
            why: 'anyone who can push to that branch runs code in these jobs',
            fix: isOurs(used)
              ? 'write @v1, or all 40 digits of a commit'
              : 'write all 40 digits of a commit, or a tag that you trust',
          }),
        ),
    ),
  ];
};

function usedBy({ jobs }: Workflow): Used[] {
  const all = jobs.flatMap(({ uses, steps }) => [...(uses === undefined ? [] : [uses]), ...steps]);
  return all.filter(
    (used, index) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(used)) === index,
  );
}

/** A tag begins with a digit or `v` and a digit by convention; anything else that is no commit moves. */
function isMoving({ ref }: Used): boolean {
  return !/^[0-9a-f]{40}$|^v?\d/.test(ref) && !ref.includes('${{');
}
