import type { Session } from '../../core/profile/session.ts';
import { openStackReader, type StackReader } from './cloudformation.ts';
import { cloudFormationOf } from './cloudformation-client.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { type Leftovers, openLeftovers } from './leftovers.ts';
import type { LiveSession } from './live-session.ts';
import { openStackChanger, type StackChanger } from './stack-changes.ts';

/** What is asked of one region of one account. */
export interface Place {
  /** Twelve digits. */
  readonly account: string;
  readonly region: string;
  readonly stacks: StackReader;
  readonly changes: StackChanger;
  readonly ledger: Ledger;
  readonly leftovers: Leftovers;
  /** Keys for a child that works here. */
  readonly keys: () => Promise<Session>;
}

/** Returns the tools of a session's account by region; each region is opened once. */
export function placesOf(session: LiveSession): (region: string) => Place {
  const opened = new Map<string, Place>();
  return (region) => {
    const tools = opened.get(region) ?? openRegion(session.inRegion(region));
    opened.set(region, tools);
    return tools;
  };
}

function openRegion(session: LiveSession): Place {
  const access = cloudFormationOf(session);
  const stacks = openStackReader(access);
  return {
    account: session.account,
    region: session.region,
    stacks,
    changes: openStackChanger(access, stacks),
    ledger: openLedger(session),
    leftovers: openLeftovers(session),
    keys: session.keys,
  };
}
