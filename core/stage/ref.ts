import { UserError } from '../errors.ts';

/** Whether a full ref is a branch. */
export function isBranchRef(ref: string): boolean {
  return ref.startsWith('refs/heads/') && ref.length > 'refs/heads/'.length;
}

/** Returns the number of the pull request that a full ref (`refs/pull/12/merge`, `refs/pull/12`) belongs to. */
export function pullRequestOfRef(ref: string): number | undefined {
  const match = /^refs\/pull\/([1-9][0-9]*)(\/(merge|head))?$/.exec(ref);
  return match === null ? undefined : Number(match[1]);
}

/**
 * Returns a branch's name from its full ref (`refs/heads/x`) or from the name itself. Only one `refs/heads/` is taken
 * off: a branch may be called refs/heads/x. Throws E_REF_REQUIRED for a tag, a bare commit, HEAD, or nothing.
 */
export function branchOfRef(ref: string): string {
  const name = isBranchRef(ref) ? ref.slice('refs/heads/'.length) : ref;
  const other = ref.startsWith('refs/') && !isBranchRef(ref);
  if (name === '' || name === 'HEAD' || other || /^[0-9a-f]{40}$/.test(name)) {
    throw new UserError('E_REF_REQUIRED', {
      what: `"${ref}" is neither a branch nor a pull request`,
      why: 'a preview belongs to one of the two',
      fix: 'give the input "ref" a branch (refs/heads/NAME) or refs/pull/NUMBER',
    });
  }
  return name;
}
