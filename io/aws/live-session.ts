import type { Session } from '../../core/profile/session.ts';

/** A session whose keys may be needed for longer than they live. */
export interface LiveSession {
  /** Twelve digits. */
  readonly account: string;
  readonly region: string;
  /** Returns keys that live for a while yet, where there is a way to new ones. */
  keys(): Promise<Session>;
  /** Takes new keys because AWS takes these no more; false where there is no way to. */
  renew(): Promise<boolean>;
  /** The same session for another region. */
  inRegion(region: string): LiveSession;
}

/** Keys that end sooner are renewed before they are used, in milliseconds. */
const MARGIN_MS = 10 * 60_000;
/** How far apart renewals are at least, in milliseconds: many requests find out at once that their keys have ended. */
const PAUSE_MS = 60_000;

/**
 * Makes a session live; `renewal` gives the same role's new keys (undefined: there is no way to them). `warn` is told of a
 * renewal that failed; the old keys are used on then.
 */
export function createLiveSession(
  first: Session,
  renewal: (() => Promise<Session>) | undefined,
  warn: (text: string) => void,
): LiveSession {
  let current = first;
  let tried = Number.NEGATIVE_INFINITY;
  let last: Promise<boolean> = Promise.resolve(false);
  const renew = (): Promise<boolean> => {
    if (renewal === undefined || performance.now() - tried < PAUSE_MS) {
      return last;
    }
    tried = performance.now();
    last = renewal().then(
      (session) => {
        current = session;
        return true;
      },
      (error: Error) => {
        warn(`the role session could not be renewed: ${error.message}`);
        return false;
      },
    );
    return last;
  };
  const of = (region: string): LiveSession => ({
    account: first.account,
    region,
    async keys() {
      if (endsSoon(current)) {
        await renew();
      }
      return { ...current, region };
    },
    renew,
    inRegion: of,
  });
  return of(first.region);
}

function endsSoon({ expiration }: Session): boolean {
  return expiration !== undefined && Date.parse(expiration) - Date.now() < MARGIN_MS;
}
