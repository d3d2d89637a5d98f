/** What a workflow's `permissions` can name, and what only an app's installation can have. */
const NAMES = [
  'actions',
  'administration',
  'attestations',
  'checks',
  'contents',
  'deployments',
  'discussions',
  'environments',
  'id_token',
  'issues',
  'metadata',
  'models',
  'packages',
  'pages',
  'pull_requests',
  'secrets',
  'security_events',
  'statuses',
  'workflows',
] as const;

export type PermissionName = (typeof NAMES)[number];
export type PermissionLevel = 'read' | 'write';
/** All of them are needed. */
export type PermissionSet = Readonly<Partial<Record<PermissionName, PermissionLevel>>>;
/** As a workflow writes them: `pull-requests` is the same as `pull_requests`. */
export type GivenPermissions = Readonly<Record<string, PermissionLevel | 'none'>>;

/** Permissions under the API's names; throws for one that GitHub does not know, or a level that it has not. */
export function readPermissions(given: GivenPermissions): PermissionSet {
  const entries = Object.entries(given).map(([key, level]) => {
    const name = NAMES.find((known) => known === key.replaceAll('-', '_'));
    if (name === undefined) throw new Error(`GitHub has no permission ${key}`);
    if (!['read', 'write', 'none'].includes(level)) throw new Error(`${key}: ${level} is no level of a permission`);
    return [name, level] as const;
  });
  return Object.fromEntries(entries.filter(([, level]) => level !== 'none'));
}

/** True when what is granted holds one of the sets; write includes read, and metadata may always be read. */
export function isAllowed(granted: PermissionSet, sets: readonly PermissionSet[]): boolean {
  return sets.some((set) =>
    Object.entries(set).every(([name, level]) => {
      const has = granted[name as PermissionName];
      return has === 'write' || (level === 'read' && (has === 'read' || name === 'metadata'));
    }),
  );
}

/** The value of `x-accepted-github-permissions`: a comma is "and", a semicolon is "or". */
export function acceptedPermissions(sets: readonly PermissionSet[]): string {
  return sets
    .map((set) =>
      Object.entries(set)
        .map(([name, level]) => `${name}=${level}`)
        .join(','),
    )
    .join('; ');
}
