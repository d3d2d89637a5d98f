import { homedir } from 'node:os';
import type { RunSettings } from './workflow.ts';

/** How this machine reaches its package registry: what a self-hosted runner would have in its environment. */
const REGISTRY_VARIABLES = [
  'NODE_EXTRA_CA_CERTS',
  'SSL_CERT_FILE',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
];

/** Settings of a run that really installs packages: the person's npm cache and this machine's way to the registry. */
export function withRegistry(): Required<Pick<RunSettings, 'home' | 'env'>> {
  const known = REGISTRY_VARIABLES.map((name) => [name, process.env[name]]).filter(([, value]) => value !== undefined);
  return { home: homedir(), env: Object.fromEntries(known) };
}
