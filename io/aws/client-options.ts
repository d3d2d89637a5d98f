import { onlyDefined } from '../../core/only-defined.ts';
import type { Session } from '../../core/profile/session.ts';
import { BrokenAnswer } from '../broken-answer.ts';
import { isExpired } from './errors.ts';
import type { LiveSession } from './live-session.ts';

/** How every client asks: once (`request` asks again), and never for ever. Milliseconds. */
export const REQUESTS = {
  maxAttempts: 1,
  requestHandler: { connectionTimeout: 5000, requestTimeout: 30_000, throwOnRequestTimeout: true },
};

type Keys = Pick<Session, 'accessKeyId' | 'secretAccessKey' | 'sessionToken'>;

/** Options of every SDK client: the region and the session's keys, nothing from the machine's own configuration. */
export function clientOptions(session: Keys & Pick<Session, 'region'>) {
  return { region: session.region, credentials: credentialsOf(session), ...REQUESTS };
}

function credentialsOf({ accessKeyId, secretAccessKey, sessionToken }: Keys) {
  return { accessKeyId, secretAccessKey, ...onlyDefined({ sessionToken }) };
}

/** What `openClient` needs of a client of the SDK. */
interface Client {
  readonly middlewareStack: {
    // The SDK's own types differ from client to client.
    // biome-ignore lint/suspicious/noExplicitAny: see above
    add(middleware: any, options: { step: 'initialize'; name: string }): void;
  };
}

interface Sent {
  readonly output: { readonly $metadata: { readonly requestId?: string; readonly httpStatusCode?: number } };
}

type Next = (args: unknown) => Promise<Sent>;

/**
 * Opens a client of the SDK with the keys of a live session, asked for at each request; where AWS says that they have
 * ended, it is asked once more with new ones. An answer without the id that AWS gives each request is a BrokenAnswer: many
 * answers say nothing else (a deletion, a bucket without versions).
 */
export function openClient<One extends Client>(
  ClientClass: new (options: LiveOptions) => One,
  session: LiveSession,
  more: Readonly<Record<string, unknown>> = {},
): One {
  const client = new ClientClass({ region: session.region, credentials: provider(session), ...REQUESTS, ...more });
  const renewing = (next: Next) => async (args: unknown) => {
    try {
      return await next(args).catch(async (error) => {
        if (isExpired(error) && (await session.renew())) {
          return next(args);
        }
        throw error;
      });
    } catch (error) {
      throw error instanceof Error ? Object.assign(error, { region: session.region }) : error;
    }
  };
  const identified = (next: Next) => async (args: unknown) => {
    const sent = await next(args);
    const { requestId, httpStatusCode } = sent.output.$metadata;
    if (requestId === undefined) {
      throw new BrokenAnswer(`HTTP ${httpStatusCode}: the answer has no request id, so it is not of AWS`);
    }
    return sent;
  };
  client.middlewareStack.add(renewing, { step: 'initialize', name: 'renewing' });
  client.middlewareStack.add(identified, { step: 'initialize', name: 'identified' });
  return client;
}

type LiveOptions = { region: string; credentials: ReturnType<typeof provider> } & typeof REQUESTS;

/** The SDK keeps keys until five minutes before they end; ended ones are asked for each time. */
const provider = (session: LiveSession) => async () => ({
  ...credentialsOf(await session.keys()),
  expiration: new Date(0),
});
