import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Session } from '../../../core/profile/session.ts';
import { createLiveSession } from '../../../io/aws/live-session.ts';

const START = Date.UTC(2026, 10, 25, 12);
const MINUTE = 60_000;
const session = (name: string, minutes: number | undefined): Session => ({
  accessKeyId: `AKIA-${name}`,
  secretAccessKey: `secret-of-${name}`,
  sessionToken: `token-of-${name}`,
  account: '111111111111',
  region: 'us-east-1',
  arn: `arn:aws:sts::111111111111:assumed-role/serverless-stages/${name}`,
  ...(minutes === undefined ? {} : { expiration: new Date(Date.now() + minutes * MINUTE).toISOString() }),
});
const FAILED = new Error('GitHub gave no token');

/** A live session with its first keys, and a renewal that gives keys of an hour, or fails while `broken` is set. */
function live(minutes: number | undefined) {
  const state = { renewals: 0, broken: false };
  const warnings: string[] = [];
  const renewal = async () => {
    state.renewals += 1;
    await Promise.resolve();
    if (state.broken) throw FAILED;
    return session(`renewed-${state.renewals}`, 60);
  };
  const first = session('first', minutes);
  return { state, warnings, first, session: createLiveSession(first, renewal, (text) => warnings.push(text)) };
}

describe('a live session', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: START, toFake: ['Date', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const later = (minutes: number) => vi.advanceTimersByTime(minutes * MINUTE);

  it('gives the keys that it has while they live long enough', async () => {
    const { session: one, first, state } = live(60);
    expect(await one.keys()).toEqual(first);
    later(30);
    expect(await one.keys()).toEqual(first);
    expect(state.renewals).toBe(0);
  });

  it('D10 gives new ones before they end', async () => {
    const { session: one, state, warnings } = live(60);
    later(59);
    expect((await one.keys()).accessKeyId).toBe('AKIA-renewed-1');
    expect((await one.keys()).accessKeyId).toBe('AKIA-renewed-1');
    expect(state.renewals).toBe(1);
    expect(warnings).toEqual([]);
  });

  it('D10 gives new ones when they have ended, and again an hour later', async () => {
    const { session: one, state } = live(60);
    later(120);
    expect((await one.keys()).accessKeyId).toBe('AKIA-renewed-1');
    later(120);
    expect((await one.keys()).accessKeyId).toBe('AKIA-renewed-2');
    expect(state.renewals).toBe(2);
  });

  it('renews once for many that ask at once', async () => {
    const { session: one, state } = live(60);
    later(61);
    const keys = await Promise.all(Array.from({ length: 20 }, () => one.keys()));
    expect(new Set(keys.map(({ accessKeyId }) => accessKeyId))).toEqual(new Set(['AKIA-renewed-1']));
    expect(state.renewals).toBe(1);
  });

  it('renews once for many whose keys AWS takes no more', async () => {
    const { session: one, state } = live(60);
    expect(await Promise.all(Array.from({ length: 20 }, () => one.renew()))).toEqual(Array(20).fill(true));
    expect(state.renewals).toBe(1);
    expect((await one.keys()).accessKeyId).toBe('AKIA-renewed-1');
  });

  it('D13 takes new keys because AWS takes these no more, whatever the clock says', async () => {
    const { session: one, state } = live(60);
    expect(await one.renew()).toBe(true);
    expect((await one.keys()).accessKeyId).toBe('AKIA-renewed-1');
    expect(state.renewals).toBe(1);
  });

  it('uses the old keys on where the renewal fails, and warns of it', async () => {
    const { session: one, first, state, warnings } = live(60);
    state.broken = true;
    later(58);
    expect(await one.keys()).toEqual(first);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(FAILED.message);
    expect(warnings[0]).not.toMatch(/secret-of|token-of/);
  });

  it('warns once where many ask at once', async () => {
    const { session: one, first, state, warnings } = live(60);
    state.broken = true;
    later(58);
    expect(await Promise.all(Array.from({ length: 20 }, () => one.keys()))).toEqual(Array(20).fill(first));
    expect(warnings).toHaveLength(1);
    expect(state.renewals).toBe(1);
  });

  it('renews when it can again', async () => {
    const { session: one, state } = live(60);
    state.broken = true;
    later(58);
    await one.keys();
    state.broken = false;
    later(3);
    expect((await one.keys()).accessKeyId).toMatch(/^AKIA-renewed/);
  });

  it('warns, and does not throw, where keys that AWS takes no more cannot be renewed', async () => {
    const { session: one, first, state, warnings } = live(60);
    state.broken = true;
    await expect(one.renew()).resolves.toBe(false);
    expect(warnings).toHaveLength(1);
    expect(await one.keys()).toEqual(first);
  });

  it('has no way to new keys where there is no renewal', async () => {
    const first = session('first', 60);
    const warnings: string[] = [];
    const one = createLiveSession(first, undefined, (text) => warnings.push(text));
    expect(await one.renew()).toBe(false);
    later(120);
    expect(await one.keys()).toEqual(first);
    expect(await one.renew()).toBe(false);
  });

  it('renews no keys that do not say when they end, unless AWS takes them no more', async () => {
    const { session: one, first, state } = live(undefined);
    later(10_000);
    expect(await one.keys()).toEqual(first);
    expect(state.renewals).toBe(0);
    expect(await one.renew()).toBe(true);
    expect((await one.keys()).accessKeyId).toBe('AKIA-renewed-1');
  });

  it('says account and region without asking anybody', () => {
    const { session: one, state } = live(60);
    expect(one).toMatchObject({ account: '111111111111', region: 'us-east-1' });
    expect(state.renewals).toBe(0);
  });

  it('is the same in another region: its keys are renewed once for all', async () => {
    const { session: one, state } = live(60);
    const other = one.inRegion('eu-west-1');
    expect(other).toMatchObject({ account: '111111111111', region: 'eu-west-1' });
    expect(await other.keys()).toMatchObject({ accessKeyId: 'AKIA-first', region: 'eu-west-1' });
    later(61);
    const [here, there] = await Promise.all([one.keys(), other.keys()]);
    expect(here).toMatchObject({ accessKeyId: 'AKIA-renewed-1', region: 'us-east-1' });
    expect(there).toMatchObject({ accessKeyId: 'AKIA-renewed-1', region: 'eu-west-1' });
    expect(await other.inRegion('eu-north-1').keys()).toMatchObject({
      accessKeyId: 'AKIA-renewed-1',
      region: 'eu-north-1',
    });
    expect(state.renewals).toBe(1);
  });
});
