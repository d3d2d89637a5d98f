/**
 * The inputs of the foreign actions that we use, at the very commits that we name: GitHub takes a misspelt input without
 * a word. Another commit is entered here after a look at its action.yml.
 */
export const FOREIGN_ACTIONS: Readonly<Record<string, readonly string[]>> = {
  'actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd': [
    'clean',
    'fetch-depth',
    'fetch-tags',
    'filter',
    'github-server-url',
    'lfs',
    'path',
    'persist-credentials',
    'ref',
    'repository',
    'set-safe-directory',
    'show-progress',
    'sparse-checkout',
    'sparse-checkout-cone-mode',
    'ssh-key',
    'ssh-known-hosts',
    'ssh-strict',
    'ssh-user',
    'submodules',
    'token',
  ],
  'actions/setup-node@2028fbc5c25fe9cf00d9f06a71cc4710d4507903': [
    'always-auth',
    'architecture',
    'cache',
    'cache-dependency-path',
    'check-latest',
    'mirror',
    'mirror-token',
    'node-version',
    'node-version-file',
    'package-manager-cache',
    'registry-url',
    'scope',
    'token',
  ],
};
