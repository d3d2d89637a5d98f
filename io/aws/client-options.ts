import type { Session } from '../../core/profile/session.ts';

/** Options of every SDK client: the region and the session's keys, nothing from the machine's own configuration. */
export function clientOptions(session: Pick<Session, 'accessKeyId' | 'secretAccessKey' | 'sessionToken' | 'region'>) {
  const { accessKeyId, secretAccessKey, sessionToken } = session;
  return {
    region: session.region,
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) },
    maxAttempts: 1,
  };
}
