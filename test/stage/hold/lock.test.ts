import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { currentEntry, type LockHolder, type LockVersion, parseLockEntry } from '../../../core/ledger/lock.ts';
import { cancellation } from '../../../io/cancellation.ts';
import { acquireLock, type LockParts } from '../../../stage/hold/lock.ts';

const NAME = '/serverless-stages/shop/configured/dev/_repository/1001/lock';
const holder = (run: string): LockHolder => ({
  kind: 'run',
  repository: 'shop/shop',
  repositoryId: '1001',
  run,
  attempt: '1',
  runner: `runner-of-${run}`,
  url: `https://github.com/shop/shop/actions/runs/${run}/attempts/1`,
});

/** A parameter whose history answers `lag` times as if its last `hidden` versions had not been written. */
function laggingLedger() {
  const versions: { version: number; written: number; value: string }[] = [];
  const behind = { lag: 0, hidden: 0 };
  const log = (): LockVersion[] =>
    versions.map(({ value, ...rest }) => ({ ...rest, entry: parseLockEntry(value, NAME) }));
  const ledger: LockParts['ledger'] = {
    async history() {
      const isBehind = behind.lag > 0;
      behind.lag -= 1;
      return {
        versions: isBehind ? versions.slice(0, versions.length - behind.hidden) : [...versions],
        now: Date.now(),
      };
    },
    async append(_name, value, fresh) {
      if (fresh && versions.length > 0) return undefined;
      versions.push({ version: versions.length + 1, written: Date.now(), value });
      return versions.length;
    },
    async remove() {
      versions.length = 0;
    },
  };
  return { ledger, behind, log };
}

const take = (ledger: LockParts['ledger'], run: string, more: Partial<LockParts> = {}) =>
  acquireLock({
    ledger,
    name: NAME,
    holder: holder(run),
    hasEnded: async () => false,
    onWait: () => undefined,
    pause,
    cancellation,
    ...more,
  });
const holderOf = (log: readonly LockVersion[]) => {
  const by = currentEntry(log)?.entry.holder;
  return by?.kind === 'run' ? by.run : undefined;
};

describe('a lock in an SSM that lags behind what it has taken', () => {
  it('is held by the run that wrote it, when its own entry is shown late', async () => {
    const { ledger, behind, log } = laggingLedger();
    Object.assign(behind, { lag: 4, hidden: 1 });
    const lock = await take(ledger, '1');
    expect(holderOf(log())).toBe('1');
    await lock.release();
    expect(holderOf(log())).toBeUndefined();
    expect(log()).toHaveLength(2);
  });

  it('is not taken from another run whose entry is shown late: the first one written counts', async () => {
    const { ledger, behind, log } = laggingLedger();
    await (await take(ledger, '1')).release();
    const first = await take(ledger, '2');
    // The next run looks, and sees neither that entry nor, for a while, its own.
    Object.assign(behind, { lag: 3, hidden: 1 });
    const busy = take(ledger, '3', { waitMs: 0 });
    await expect(busy).rejects.toMatchObject({ code: 'E_STAGE_BUSY' });
    expect(holderOf(log())).toBe('2');
    await first.release();
    const next = await take(ledger, '4');
    expect(holderOf(log())).toBe('4');
    await next.release();
  });

  it('is an error where it never shows what it has taken, and is not kept', async () => {
    const { ledger, behind, log } = laggingLedger();
    await (await take(ledger, '1')).release();
    Object.assign(behind, { lag: 1_000_000, hidden: 1 });
    await expect(take(ledger, '2', { hasEnded: async () => true, lagMs: 300 })).rejects.toMatchObject({
      code: 'E_AWS_UNAVAILABLE',
    });
    expect(holderOf(log())).toBeUndefined();
  });
});

describe('a lock whose holder', () => {
  it('was an earlier step of the same job is taken over: it could not give it back', async () => {
    const { ledger, log } = laggingLedger();
    await take(ledger, '1');
    await take(ledger, '1');
    expect(log()).toHaveLength(2);
    const elsewhere = { ...holder('1'), runner: 'another' } as LockHolder;
    const busy = take(ledger, '1', { holder: elsewhere, waitMs: 0 });
    await expect(busy).rejects.toMatchObject({ code: 'E_STAGE_BUSY' });
  });

  it('has ended is taken over, and its late return changes nothing', async () => {
    const { ledger, log } = laggingLedger();
    const dead = await take(ledger, '1');
    await take(ledger, '2', { hasEnded: async (run) => run === '1' });
    await dead.release();
    expect(holderOf(log())).toBe('2');
  });

  it('may have ended, but GitHub does not say, is waited for, and the user is told of the permission', async () => {
    const { ledger } = laggingLedger();
    await take(ledger, '1');
    const told: string[] = [];
    const waiting = take(ledger, '2', {
      hasEnded: async () => undefined,
      onWait: (text) => told.push(text),
      waitMs: 700,
    });
    await expect(waiting).rejects.toMatchObject({ code: 'E_STAGE_BUSY' });
    expect(told.join()).toMatch(/run 1 .*actions: read/);
  });
});

describe('a lock that is discarded because its stage is gone', () => {
  it('leaves nothing behind', async () => {
    const { ledger, log } = laggingLedger();
    const lock = await take(ledger, '1');
    await lock.discard();
    expect(log()).toEqual([]);
  });

  it('is not given back once more, or discarded twice: what came after it stays', async () => {
    const { ledger, log } = laggingLedger();
    const lock = await take(ledger, '1');
    await lock.discard();
    await lock.release();
    expect(log()).toEqual([]);
    await take(ledger, '2');
    await lock.release();
    await lock.discard();
    expect(holderOf(log())).toBe('2');
    expect(log()).toHaveLength(1);
  });

  it('F11 stays where it was taken over meanwhile', async () => {
    const { ledger, log } = laggingLedger();
    const dead = await take(ledger, '1');
    await take(ledger, '2', { hasEnded: async (run) => run === '1' });
    await dead.discard();
    expect(holderOf(log())).toBe('2');
    await dead.release();
    expect(holderOf(log())).toBe('2');
  });

  it('stays where it was given back: the next one may have it', async () => {
    const { ledger, log } = laggingLedger();
    const lock = await take(ledger, '1');
    await lock.release();
    await take(ledger, '2');
    await lock.discard();
    expect(holderOf(log())).toBe('2');
  });

  it('is free for the next run', async () => {
    const { ledger, log } = laggingLedger();
    await (await take(ledger, '1')).discard();
    const next = await take(ledger, '2', { waitMs: 0 });
    expect(holderOf(log())).toBe('2');
    await next.release();
    expect(holderOf(log())).toBeUndefined();
  });

  it('stays where SSM does not yet show who took it over', async () => {
    const { ledger, behind, log } = laggingLedger();
    const dead = await take(ledger, '1');
    await take(ledger, '2', { hasEnded: async (run) => run === '1' });
    Object.assign(behind, { lag: 1, hidden: 1 });
    await dead.discard();
    expect(holderOf(log())).toBe('2');
  });
});

describe('a lock that is held', () => {
  it('is still held, also while SSM shows it late', async () => {
    const { ledger, behind } = laggingLedger();
    const lock = await take(ledger, '1');
    await expect(lock.check()).resolves.toBeUndefined();
    Object.assign(behind, { lag: 3, hidden: 1 });
    await expect(lock.check()).resolves.toBeUndefined();
  });

  it('is gone where somebody removed it', async () => {
    const { ledger } = laggingLedger();
    const lock = await take(ledger, '1');
    await ledger.remove(NAME);
    await expect(lock.check()).rejects.toMatchObject({
      code: 'E_STAGE_BUSY',
      message: expect.stringMatching(/somebody removed it.*changes nothing more/),
    });
  });

  it('is gone where another run has taken it over, or made it anew', async () => {
    const { ledger } = laggingLedger();
    const lock = await take(ledger, '1');
    await take(ledger, '2', { hasEnded: async () => true });
    const message = expect.stringContaining('runs/2/');
    await expect(lock.check()).rejects.toMatchObject({ code: 'E_STAGE_BUSY', message });
    await ledger.remove(NAME);
    const again = await take(ledger, '3');
    await expect(lock.check()).rejects.toMatchObject({ code: 'E_STAGE_BUSY' });
    await expect(again.check()).resolves.toBeUndefined();
  });
});
