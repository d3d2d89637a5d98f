import type { Session } from '../../core/profile/session.ts';

/** How every client asks: once (`request` asks again), and never for ever. Milliseconds. */
export const REQUESTS = {
  maxAttempts: 1,
  requestHandler: { connectionTimeout: 5000, requestTimeout: 30_000, throwOnRequestTimeout: true },
};

/** Options of every SDK client: the region and the session's keys, nothing from the machine's own configuration. */
export function clientOptions(session: Pick<Session, 'accessKeyId' | 'secretAccessKey' | 'sessionToken' | 'region'>) {
  const { accessKeyId, secretAccessKey, sessionToken } = session;
  return {
    region: session.region,
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) },
    ...REQUESTS,
  };
}
