import { parseArgs } from 'node:util';
import { startLocalOidc } from './server.ts';

/** `npm run local-oidc -- [--port N] [--immutable] [--claim name=value]…`: prints the two variables that a job has. */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    immutable: { type: 'boolean', default: false },
    claim: { type: 'string', multiple: true, default: [] },
  },
});
const claims = Object.fromEntries(
  values.claim.map((pair) => [pair.split('=', 1)[0], pair.slice(pair.indexOf('=') + 1)]),
);
const oidc = await startLocalOidc({
  port: Number(values.port),
  claims,
  subjectFormat: values.immutable ? 'immutable' : 'legacy',
});
process.stdout.write(
  `${JSON.stringify({
    ACTIONS_ID_TOKEN_REQUEST_URL: oidc.requestUrl,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidc.requestToken,
    issuer: oidc.issuer,
    jwksUri: oidc.jwksUri,
  })}\n`,
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void oidc.close());
