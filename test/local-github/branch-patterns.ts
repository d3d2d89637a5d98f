/**
 * True where a pattern of a ruleset, or of a branch protection, means a branch. As in GitHub's rulesets a `*` stands for
 * anything but a slash and `**` for slashes too; `~ALL` and `~DEFAULT_BRANCH` are names of their own.
 */
export function meansBranch(pattern: string, branch: string, defaultBranch: string): boolean {
  if (pattern === '~ALL') return true;
  if (pattern === '~DEFAULT_BRANCH') return branch === defaultBranch;
  const text = pattern
    .split(/(\*+)/)
    .map((part) => (part === '*' ? '[^/]*' : part.startsWith('*') ? '.*' : literal(part)))
    .join('');
  return new RegExp(`^${text}$`).test(branch);
}

function literal(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
}
