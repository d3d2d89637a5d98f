import type { Session } from '../../core/profile/session.ts';
import { type ChangeSets, openChangeSets } from './change-sets.ts';
import { openStackReader, type StackReader } from './cloudformation.ts';
import { cloudFormationOf } from './cloudformation-client.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { type Leftovers, openLeftovers } from './leftovers.ts';
import type { LiveSession } from './live-session.ts';
import { openParameterNames, type ParameterNames } from './parameter-names.ts';
import { openStackChanger, type StackChanger } from './stack-changes.ts';
import { openUploads, type Uploads } from './uploads.ts';

/** What is asked of one region of one account. */
export interface Place {
  /** Twelve digits. */
  readonly account: string;
  readonly region: string;
  readonly stacks: StackReader;
  readonly changes: StackChanger;
  readonly changeSets: ChangeSets;
  readonly uploads: Uploads;
  readonly ledger: Ledger;
  readonly leftovers: Leftovers;
  readonly parameterNames: ParameterNames;
  /** Keys for a child that works here. */
  readonly keys: () => Promise<Session>;
  /**
   * The same place in another session of the same role, which a policy narrows; this very place if the run can ask for none.
   * Throws E_ROLE_REFUSED and its kin.
   */
  readonly narrowed: (policy: string) => Promise<Place>;
}

/** Opens another session of a session's role, which a policy narrows. */
type NarrowSession = (policy: string) => Promise<LiveSession>;

/** Returns the tools of a session's account by region; each region is opened once. `narrow` is undefined if there is no way to. */
export function placesOf(session: LiveSession, narrow?: NarrowSession): (region: string) => Place {
  const opened = new Map<string, Place>();
  return (region) => {
    const tools = opened.get(region) ?? openRegion(session.inRegion(region), narrow);
    opened.set(region, tools);
    return tools;
  };
}

function openRegion(session: LiveSession, narrow?: NarrowSession): Place {
  const access = cloudFormationOf(session);
  const stacks = openStackReader(access);
  const place: Place = {
    account: session.account,
    region: session.region,
    stacks,
    changes: openStackChanger(access, stacks),
    changeSets: openChangeSets(access),
    uploads: openUploads(session),
    ledger: openLedger(session),
    leftovers: openLeftovers(session),
    parameterNames: openParameterNames(session),
    keys: session.keys,
    narrowed: async (policy) =>
      narrow === undefined ? place : openRegion((await narrow(policy)).inRegion(session.region), narrow),
  };
  return place;
}
