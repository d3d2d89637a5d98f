import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  currentEntry,
  freeEntry,
  type LockEntry,
  type LockHolder,
  type LockVersion,
  parseLockEntry,
  takeEntry,
} from '../../../core/ledger/lock.ts';
import { caught } from '../caught.ts';

const SEED = 20261125;
const KEPT = 100;
const NAME = '/serverless-stages/workshop/preview/a-b1c2d3/_repository/42/lock';
const run = (id: string, attempt = '1'): LockHolder => ({
  kind: 'run',
  repository: 'owner/name',
  repositoryId: '42',
  run: id,
  attempt,
  runner: `runner-of-${id}`,
  url: `https://github.example/owner/name/actions/runs/${id}/attempts/${attempt}`,
});
const laptop: LockHolder = { kind: 'user', user: 'ada', machine: 'laptop' };
const entry = (id: string, follows: string, sequence: number): LockEntry => ({
  id,
  follows,
  sequence,
  holder: run(id),
});
/** Entries as versions from `first` on, a second apart. */
const versions = (entries: readonly LockEntry[], first = 1): LockVersion[] =>
  entries.map((each, index) => ({ version: first + index, written: (first + index) * 1000, entry: each }));
const current = (entries: readonly LockEntry[], first = 1) => currentEntry(versions(entries, first))?.entry.id;

describe('currentEntry', () => {
  it('finds none where nothing was written', () => {
    expect(currentEntry([])).toBeUndefined();
  });

  it('returns the version as it stands in the history', () => {
    const history = versions([entry('a', '', 0), entry('b', 'a', 1)]);
    expect(currentEntry(history)).toEqual(history[1]);
  });

  it.each([
    ['alone', [entry('a', '', 0)], 'a'],
    ['that follows something unknown', [entry('a', 'gone', 7)], 'a'],
    ['before one that follows nothing either', [entry('a', '', 0), entry('b', '', 0)], 'a'],
    ['before one of a higher sequence that does not follow it', [entry('a', '', 0), entry('b', 'x', 9)], 'a'],
  ])('counts version 1 %s', (_, entries, expected) => {
    expect(current(entries)).toBe(expected);
  });

  it.each([
    ['a chain', [entry('a', '', 0), entry('b', 'a', 1), entry('c', 'b', 2)], 'c'],
    ['the first of two that follow the same', [entry('a', '', 0), entry('b', 'a', 1), entry('c', 'a', 1)], 'b'],
    [
      'nothing that follows one that did not count',
      [entry('a', '', 0), entry('b', 'a', 1), entry('c', 'a', 1), entry('d', 'c', 2)],
      'b',
    ],
    [
      'what follows the last that counted, with others between',
      [
        entry('a', '', 0),
        entry('x', '', 0),
        entry('b', 'a', 1),
        entry('y', 'a', 1),
        entry('z', '', 0),
        entry('c', 'b', 2),
      ],
      'c',
    ],
    [
      'nothing that follows what counted long ago',
      [entry('a', '', 0), entry('b', 'a', 1), entry('c', 'b', 2), entry('d', 'a', 1), entry('e', 'b', 2)],
      'c',
    ],
    ['nothing that stands before what it follows', [entry('a', '', 0), entry('c', 'b', 2), entry('b', 'a', 1)], 'b'],
  ])('counts %s', (_, entries, expected) => {
    expect(current(entries)).toBe(expected);
  });

  it.each([
    ['the only version left', [entry('p', 'gone', 150)], 'p'],
    ['the first left, and what follows it', [entry('p', 'gone', 150), entry('q', 'p', 151)], 'q'],
    ['the first of equal sequences whose predecessor is gone', [entry('p', 'gone', 150), entry('q', 'gone', 150)], 'p'],
    [
      'the highest sequence behind late ones that stand before it',
      [entry('x', 'older', 140), entry('y', 'gone', 149), entry('p', 'before', 150), entry('q', 'p', 151)],
      'q',
    ],
    [
      'nothing late whose predecessor is gone',
      [entry('p', 'gone', 150), entry('x', 'older', 120), entry('q', 'p', 151), entry('y', 'gone', 150)],
      'q',
    ],
    [
      'what follows an entry that was written twice, the first time before the first version left',
      [entry('late', 'gone', 2), entry('x', 'gone', 2), entry('free', 'x', 3), entry('y', 'free', 4)],
      'y',
    ],
    [
      'nothing late whose predecessor is still there',
      [entry('p', 'gone', 150), entry('q', 'p', 151), entry('r', 'q', 152), entry('x', 'p', 151)],
      'r',
    ],
    [
      'a chain that begins with neither the first nor the last version left',
      [
        entry('x', 'older', 3),
        entry('p', 'gone', 150),
        entry('y', 'older', 3),
        entry('q', 'p', 151),
        entry('z', 'p', 151),
      ],
      'q',
    ],
  ])('counts %s, when version 1 is gone', (_, entries, expected) => {
    expect(current(entries, 201)).toBe(expected);
  });

  it('keeps a holder behind which 99 late ones write', () => {
    const late = Array.from({ length: KEPT - 1 }, (_, index) => entry(`late${index}`, 'gone', 150));
    expect(current([entry('holder', 'gone', 150), ...late], 300)).toBe('holder');
  });

  it('F11 asks the versions, not the clock', () => {
    const history = versions([entry('a', '', 0), entry('b', 'a', 1), entry('c', 'a', 1)]);
    const hour = 3_600_000;
    const skewed = history.map((each, index) => ({ ...each, written: 1_700_000_000_000 - index * hour }));
    expect(currentEntry(skewed)?.entry.id).toBe('b');
  });

  it('takes histories of hundreds of versions, all of them or the last hundred', () => {
    let last: LockEntry | undefined;
    const chain = Array.from({ length: 700 }, (_, index) => {
      last = takeEntry(`e${index}`, last, laptop, 0);
      return last;
    });
    expect(current(chain)).toBe('e699');
    expect(current(chain.slice(-KEPT), 601)).toBe('e699');
  });

  it('tells the same from any window that holds what counts, in any order', () => {
    // A number is a write: 0 follows what counts, n what counted n before, and so comes too late.
    const writes = fc.array(fc.oneof(fc.constant(0), fc.nat(12)), { minLength: 1, maxLength: 60 });
    const shuffled = fc.infiniteStream(fc.nat());
    fc.assert(
      fc.property(writes, fc.integer({ min: 1, max: 60 }), shuffled, (lateness, kept, random) => {
        const log = written(lateness);
        const counted = log.counted.at(-1);
        const oldest = Math.max(0, log.versions.length - kept);
        fc.pre(counted !== undefined && counted.version > oldest);
        const window = log.versions.slice(oldest).map((each) => ({ each, key: random.next().value ?? 0 }));
        const mixed = window.sort((a, b) => a.key - b.key).map(({ each }) => each);
        const before = structuredClone(mixed);
        expect(currentEntry(mixed)).toEqual(counted);
        expect(mixed).toEqual(before);
      }),
      { numRuns: 3000, seed: SEED },
    );
  });
});

/** A log of writes; what counts is known because it was noted when it was written. */
function written(lateness: readonly number[]): { versions: LockVersion[]; counted: LockVersion[] } {
  const log: LockVersion[] = [];
  const counted: LockVersion[] = [];
  for (const late of lateness) {
    const followed = counted.at(-1 - late) ?? (late === 0 ? undefined : counted[0]);
    const version = log.length + 1;
    const made = { version, written: version * 1000, entry: takeEntry(`e${version}`, followed?.entry, run('7'), 0) };
    log.push(made);
    if (followed === counted.at(-1)) counted.push(made);
  }
  return { versions: log, counted };
}

describe('takeEntry', () => {
  it('is the first where nothing counts', () => {
    expect(takeEntry('a', undefined, laptop, 1700)).toEqual({ id: 'a', follows: '', sequence: 1700, holder: laptop });
  });

  it('follows what counts, free or held', () => {
    const free = freeEntry('f', entry('a', '', 0));
    expect(takeEntry('b', free, run('7'), 1700)).toEqual({ id: 'b', follows: 'f', sequence: 2, holder: run('7') });
    expect(takeEntry('b', entry('a', 'x', 41), run('7', '2'), 1700)).toEqual({
      id: 'b',
      follows: 'a',
      sequence: 42,
      holder: run('7', '2'),
    });
  });
});

describe('freeEntry', () => {
  it('follows the entry that held, and holds nothing', () => {
    const free = freeEntry('b', entry('a', 'x', 41));
    expect(free).toEqual({ id: 'b', follows: 'a', sequence: 42 });
    expect(free.holder).toBeUndefined();
    expect(current([entry('a', 'x', 41), free])).toBe('b');
  });

  it('frees nothing that was taken over meanwhile', () => {
    const held = takeEntry('a', undefined, run('7'), 0);
    const over = takeEntry('b', held, run('8'), 0);
    expect(current([held, over, freeEntry('c', held)])).toBe('b');
  });
});

describe('parseLockEntry', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
  const holder: fc.Arbitrary<LockHolder> = fc.oneof(
    fc.record({
      kind: fc.constant('run' as const),
      repository: text.map((name) => `owner/${name}`),
      repositoryId: fc.nat().map(String),
      run: fc.nat().map(String),
      attempt: fc.integer({ min: 1, max: 99 }).map(String),
      runner: fc.string(),
      url: fc.webUrl(),
    }),
    fc.record({ kind: fc.constant('user' as const), user: text, machine: text }),
  );

  it('reads back what was written', () => {
    const earlier = fc.option(fc.record({ id: text, follows: text, sequence: fc.nat() }), { nil: undefined });
    fc.assert(
      fc.property(text, earlier, holder, (id, before, by) => {
        const taken = takeEntry(id, before, by, 0);
        expect(parseLockEntry(JSON.stringify(taken), NAME)).toEqual(taken);
        const freed = freeEntry(`${id}'`, taken);
        expect(parseLockEntry(JSON.stringify(freed), NAME)).toEqual(freed);
      }),
      { numRuns: 500, seed: SEED },
    );
  });

  const good = takeEntry('b', entry('a', '', 0), run('7'), 0);
  const without = (key: string) => Object.fromEntries(Object.entries(good).filter(([name]) => name !== key));
  const holderWithout = (of: LockHolder, key: string) => ({
    ...good,
    holder: Object.fromEntries(Object.entries(of).filter(([name]) => name !== key)),
  });

  it.each([
    ['an empty text', ''],
    ['a word', 'free'],
    ['a cut text', JSON.stringify(good).slice(0, -3)],
    ['null', 'null'],
    ['a number', '1'],
    ['a text', '"free"'],
    ['a list', '[]'],
    ['an empty mapping', '{}'],
    ['no id', JSON.stringify(without('id'))],
    ['no predecessor', JSON.stringify(without('follows'))],
    ['no sequence', JSON.stringify(without('sequence'))],
    ['an id that is a number', JSON.stringify({ ...good, id: 1 })],
    ['a predecessor that is a list', JSON.stringify({ ...good, follows: ['a'] })],
    ['a sequence that is a text', JSON.stringify({ ...good, sequence: '1' })],
    ['a sequence below 0', JSON.stringify({ ...good, sequence: -1 })],
    ['a sequence between two numbers', JSON.stringify({ ...good, sequence: 1.5 })],
    ['a holder that is a text', JSON.stringify({ ...good, holder: 'ada' })],
    ['a holder of no kind', JSON.stringify(holderWithout(laptop, 'kind'))],
    ['a holder of an unknown kind', JSON.stringify({ ...good, holder: { ...laptop, kind: 'robot' } })],
    ['a run without its number', JSON.stringify(holderWithout(run('7'), 'run'))],
    ['a run without its attempt', JSON.stringify(holderWithout(run('7'), 'attempt'))],
    ['a run without its repository', JSON.stringify(holderWithout(run('7'), 'repository'))],
    ['a run whose attempt is a number', JSON.stringify({ ...good, holder: { ...run('7'), attempt: 1 } })],
    ['a user without a machine', JSON.stringify(holderWithout(laptop, 'machine'))],
  ])('F11 refuses %s with the command that removes the parameter', (_, malformed) => {
    const error = caught(() => parseLockEntry(malformed, NAME));
    expect(error.code).toBe('E_LEDGER');
    expect(error.message).toMatch(/aws ssm delete-parameter\b.*--name\b/s);
    expect(error.message.split('delete-parameter')[1]).toContain(NAME);
  });
});
