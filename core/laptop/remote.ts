/** A repository of GitHub, as the address of a remote names it. */
export interface RemoteRepository {
  readonly host: string;
  readonly owner: string;
  readonly name: string;
}

/**
 * Reads the address of a git remote (`git@github.com:OWNER/NAME.git`, `https://…`, `ssh://…`); undefined if it names no
 * repository of a server. A host without a dot is an alias of the user's ssh configuration, and counts as github.com.
 */
export function parseRemote(address: string): RemoteRepository | undefined {
  const [, host = '', path = ''] =
    /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?([^/:]+)(?::\d+)?\/(.+)$/i.exec(address) ??
    /^(?:[^/@:]+@)?([^/:]+):(?!\/)(.+)$/.exec(address) ??
    [];
  const [owner = '', name = '', ...more] = path
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')
    .split('/');
  const isOne = host !== '' && /^[\w.-]+$/.test(owner) && /^[\w.-]+$/.test(name) && more.length === 0;
  return isOne ? { host: host.includes('.') ? host.toLowerCase() : 'github.com', owner, name } : undefined;
}

/** Where GitHub of a host answers: https://docs.github.com/en/enterprise-cloud@latest/rest/quickstart (data residency: `api.`). */
export function apiUrlOf(host: string): string {
  if (host === 'github.com' || host === 'ssh.github.com') {
    return 'https://api.github.com';
  }
  return host.endsWith('.ghe.com') ? `https://api.${host}` : `https://${host}/api/v3`;
}
