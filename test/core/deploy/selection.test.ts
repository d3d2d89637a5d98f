import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SelectionParts, selectServices } from '../../../core/deploy/selection.ts';
import type { Graph } from '../../../core/graph/dependency.ts';
import { plainEntry, type Service } from '../../../core/service/definition.ts';
import { caught } from '../caught.ts';
import { findReferences } from '../service/found-references.ts';

const SEED = 20261128;

const service = (key: string, rest: Partial<Service> = {}): Service => ({
  ...plainEntry(key, key),
  name: `shop-${key}`,
  makesRole: true,
  isProgram: false,
  reads: findReferences({}),
  stackName: undefined,
  exports: [],
  functionNames: [],
  hasCode: true,
  includes: [],
  ...rest,
});
const graphOf = (needs: Readonly<Record<string, readonly string[]>>): Graph =>
  new Map(Object.entries(needs).map(([key, on]) => [key, on.map((each) => ({ on: each, why: 'depends-on' }))]));
const set = (...keys: string[]) => new Set(keys);

/** site → restapi → database (shared); tasks → queue (shared: always); docs by itself. */
const SERVICES = [
  service('site'),
  service('restapi'),
  service('database', { shared: true }),
  service('tasks'),
  service('queue', { shared: 'always' }),
  service('docs'),
];
const ALL = SERVICES.map(({ key }) => key);
const GRAPH = graphOf({
  site: ['restapi'],
  restapi: ['database'],
  database: [],
  tasks: ['queue'],
  queue: [],
  docs: [],
});

const select = (rest: Partial<SelectionParts>) =>
  selectServices({
    services: SERVICES,
    graph: GRAPH,
    kind: 'preview',
    mode: 'affected',
    named: undefined,
    changed: set(),
    present: set(),
    inBase: set(...ALL),
    baseStage: 'dev',
    readsOwnStacks: new Set(),
    against: 'master',
    ...rest,
  });
const keys = (rest: Partial<SelectionParts>) => select(rest).selected.map(({ key }) => key);
const forced = (rest: Partial<SelectionParts>) =>
  select(rest).selected.flatMap(({ key, forced: is }) => (is ? [key] : []));
const reasonOf = (key: string, rest: Partial<SelectionParts>) => {
  const { selected, leftOut } = select(rest);
  return [...selected, ...leftOut].find((each) => each.key === key)?.reason;
};

describe.each(['configured', 'personal'] as const)('a %s stage', (kind) => {
  it('has all services, in their order, none of them whatever is known', () => {
    const parts: Partial<SelectionParts> = { kind, baseStage: undefined, inBase: set() };
    expect(keys(parts)).toEqual(ALL);
    expect(forced(parts)).toEqual([]);
    expect(select(parts).leftOut).toEqual([]);
  });

  it('has all whatever differs, and whatever is there', () => {
    expect(keys({ kind, changed: set('docs'), present: set('site') })).toEqual(ALL);
    expect(keys({ kind, changed: undefined })).toEqual(ALL);
    expect(keys({ kind, mode: 'all' })).toEqual(ALL);
  });

  it('gets those that are named, whatever is known of them, and says of the others that they are not', () => {
    const parts: Partial<SelectionParts> = { kind, named: set('docs', 'restapi'), present: set(...ALL) };
    expect(keys(parts)).toEqual(['restapi', 'docs']);
    expect(forced(parts)).toEqual(['restapi', 'docs']);
    const { leftOut } = select(parts);
    expect(leftOut.map(({ key }) => key)).toEqual(['site', 'database', 'tasks', 'queue']);
    for (const { reason } of leftOut) expect(reason).not.toBe('');
  });

  it('gets all, whatever is known of them, where all are named', () => {
    expect(forced({ kind, named: set(...ALL) })).toEqual(ALL);
  });
});

describe('a configured stage', () => {
  it('gets what a named service needs and nobody has', () => {
    const parts: Partial<SelectionParts> = {
      kind: 'configured',
      named: set('site'),
      inBase: set(),
      baseStage: undefined,
    };
    expect(keys({ ...parts, present: set('database') })).toEqual(['site', 'restapi']);
    expect(forced({ ...parts, present: set('database') })).toEqual(['site']);
  });
});

describe('a service whose CLI reads stacks of the stage alone', () => {
  const graph: Graph = new Map([
    ['site', [{ on: 'restapi', why: '${cf:restapi-x.Url}', byStack: true }]],
    ['restapi', [{ on: 'database', why: 'depends-on' }]],
  ]);
  const parts: Partial<SelectionParts> = { graph, changed: set('site'), readsOwnStacks: set('site', 'restapi') };

  it('brings what it reads into its preview, though the base stage has it, and says why', () => {
    expect(keys(parts)).toEqual(['site', 'restapi']);
    expect(reasonOf('restapi', parts)).toBe(
      '"site" needs it, and serverless 4 reads ${cf:restapi-x.Url} of this stage alone',
    );
  });

  it('brings nothing that another CLI is led to', () => {
    expect(keys({ ...parts, readsOwnStacks: set() })).toEqual(['site']);
  });
});

describe('a preview', () => {
  it('has nothing where nothing differs', () => {
    expect(keys({})).toEqual([]);
    expect(select({}).leftOut.map(({ key }) => key)).toEqual(ALL);
  });

  it('says of each service that it does not get why, and what it was measured against', () => {
    for (const { reason } of select({ against: 'release/2' }).leftOut) expect(reason).not.toBe('');
    expect(reasonOf('docs', { against: 'release/2' })).toContain('release/2');
  });

  it('has what differs, and no other', () => {
    expect(keys({ changed: set('docs', 'site') })).toEqual(['site', 'docs']);
    expect(forced({ changed: set('docs', 'site') })).toEqual([]);
    expect(reasonOf('docs', { changed: set('docs') })).toContain('master');
  });

  it('has what is there already, though nothing of it differs', () => {
    expect(keys({ present: set('docs', 'restapi') })).toEqual(['restapi', 'docs']);
    expect(reasonOf('docs', { present: set('docs') })).not.toBe(reasonOf('docs', { changed: set('docs') }));
  });

  it('has a shared service where it differs, and where it is there', () => {
    expect(keys({ changed: set('database') })).toEqual(['database']);
    expect(keys({ present: set('database') })).toEqual(['database']);
  });

  it('has what needs a service that differs only where it differs itself', () => {
    expect(keys({ changed: set('database') })).not.toContain('restapi');
  });

  it('has all but what is shared in any case where what differs cannot be told', () => {
    expect(keys({ changed: undefined })).toEqual(expect.arrayContaining(['site', 'restapi', 'tasks', 'docs']));
    expect(keys({ changed: undefined })).not.toContain('queue');
    expect(reasonOf('docs', { changed: undefined })).not.toBe('');
  });

  it('reads from the base stage what that has', () => {
    expect(keys({ changed: set('site') })).toEqual(['site']);
    expect(reasonOf('restapi', { changed: set('site') })).toContain('"dev"');
  });

  it('gets what its services need and neither it nor the base stage has, directly or not', () => {
    const parts = { changed: set('site'), inBase: set() };
    expect(keys(parts)).toEqual(['site', 'restapi', 'database']);
    expect(reasonOf('restapi', parts)).toContain('"site"');
    expect(reasonOf('restapi', parts)).toContain('"dev"');
    expect(keys({ changed: set('site'), inBase: set('database') })).toEqual(['site', 'restapi']);
  });

  it('gets all that its services need where there is no base stage', () => {
    expect(keys({ changed: set('site'), inBase: set(), baseStage: undefined })).toEqual([
      'site',
      'restapi',
      'database',
    ]);
  });

  it('gets no copy of what is shared in any case, whether it differs or was there', () => {
    for (const parts of [{ changed: set('queue') }, { present: set('queue') }, { mode: 'all' as const }]) {
      expect(keys(parts)).not.toContain('queue');
      expect(reasonOf('queue', parts)).toContain('shared: always');
    }
  });

  it('says that the changes of what is shared in any case are not in it', () => {
    expect(reasonOf('queue', { changed: set('queue') })).not.toBe(reasonOf('queue', {}));
  });

  it.each([
    ['the base stage does not have', { inBase: set() }],
    ['there is no base stage for', { inBase: set(), baseStage: undefined }],
  ])('is refused where it needs a service that is shared in any case, and that %s', (_, parts) => {
    const error = caught(() => select({ changed: set('tasks'), ...parts }));
    expect(error.code).toBe('E_OUTPUT_MISSING');
    expect(error.message).toContain('"tasks"');
    expect(error.message).toContain('"queue"');
    expect(error.message).toMatch(/ – \S/);
  });

  it('is not refused where the base stage has it, or nobody in the preview needs it', () => {
    expect(keys({ changed: set('tasks'), inBase: set('queue') })).toEqual(['tasks']);
    expect(keys({ changed: set('docs'), inBase: set() })).toEqual(['docs']);
  });

  it('has all but shared ones with `previews.services: all`', () => {
    expect(keys({ mode: 'all' })).toEqual(['site', 'restapi', 'tasks', 'docs']);
    expect(forced({ mode: 'all' })).toEqual([]);
    expect(keys({ mode: 'all', changed: set('database') })).toContain('database');
    expect(keys({ mode: 'all', present: set('database') })).toContain('database');
    expect(keys({ mode: 'all', inBase: set('queue') })).toContain('database');
    expect(keys({ mode: 'all', changed: undefined })).toEqual(expect.arrayContaining(['site', 'docs']));
  });
});

describe('a preview of which cannot be told what differs', () => {
  it.each(['affected', 'all'] as const)('has a shared service that is there already; services: %s', (mode) => {
    expect(keys({ mode, changed: undefined, present: set('database') })).toContain('database');
  });
});

describe('services that are named for a preview', () => {
  it('are deployed whatever is known of them, and no other', () => {
    const parts = { named: set('docs'), changed: set('site'), present: set('restapi') };
    expect(keys(parts)).toEqual(['docs']);
    expect(forced(parts)).toEqual(['docs']);
  });

  it('may be shared', () => {
    expect(forced({ named: set('database') })).toEqual(['database']);
  });

  it('bring what they need and nobody has, as far as that differs', () => {
    const parts = { named: set('site'), inBase: set() };
    expect(keys(parts)).toEqual(['site', 'restapi', 'database']);
    expect(forced(parts)).toEqual(['site']);
  });

  it.each([
    ['all are', ALL],
    ['it alone is', ['queue']],
  ])('never are what is shared in any case, though %s asked for', (_, wanted) => {
    expect(keys({ named: set(...wanted) })).not.toContain('queue');
  });

  it('are all but what is shared in any case where all are asked for', () => {
    expect(keys({ named: set(...ALL) })).toEqual(['site', 'restapi', 'database', 'tasks', 'docs']);
    expect(reasonOf('queue', { named: set(...ALL) })).toContain('shared: always');
  });
});

describe('any selection', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const subset = fc.subarray(names).map((some) => new Set(some));
  const parts = fc
    .record({
      shared: fc.array(fc.constantFrom(false, false, true, 'always' as const), { minLength: 6, maxLength: 6 }),
      needs: fc.array(fc.subarray(names), { minLength: 6, maxLength: 6 }),
      kind: fc.constantFrom('preview' as const, 'configured' as const, 'personal' as const),
      mode: fc.constantFrom('affected' as const, 'all' as const),
      changed: fc.option(subset, { nil: undefined }),
      present: subset,
      inBase: subset,
    })
    .map(({ shared, needs, ...rest }) => ({
      ...rest,
      services: names.map((key, index) => service(key, { shared: shared[index] ?? false })),
      // Each needs only those before it, so that there are no circles.
      graph: graphOf(
        Object.fromEntries(names.map((key, index) => [key, (needs[index] ?? []).filter((on) => on < key)])),
      ),
    }));

  type Made = typeof parts extends fc.Arbitrary<infer Each> ? Each : never;

  /** The keys that are selected and left out; undefined where the stage is refused. */
  function selectedOf(made: Made) {
    try {
      const { selected, leftOut } = select(made);
      return { selected: selected.map(({ key }) => key), leftOut: leftOut.map(({ key }) => key) };
    } catch (error) {
      expect(error).toMatchObject({ code: 'E_OUTPUT_MISSING' });
      return undefined;
    }
  }

  it('has each service once, in order', () => {
    fc.assert(
      fc.property(parts, (made) => {
        const { selected, leftOut } = selectedOf(made) ?? { selected: names, leftOut: [] };
        expect([...selected, ...leftOut].sort()).toEqual(names);
        expect(selected).toEqual([...selected].sort());
        if (made.kind !== 'preview') expect(leftOut).toEqual([]);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });

  it('has all that its services need, or reads it from the base stage', () => {
    fc.assert(
      fc.property(parts, (made) => {
        const selected = selectedOf(made)?.selected ?? [];
        const there = new Set([...selected, ...made.present, ...(made.kind === 'preview' ? made.inBase : [])]);
        for (const { on } of selected.flatMap((key) => made.graph.get(key) ?? [])) expect(there).toContain(on);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });

  it('has in a preview what differs and what is there, and nothing that is shared in any case', () => {
    const wanted = ({ changed, present, services }: Made) =>
      services.flatMap(({ key, shared }) =>
        shared !== 'always' && (present.has(key) || changed?.has(key)) ? [key] : [],
      );
    fc.assert(
      fc.property(parts, (made) => {
        fc.pre(made.kind === 'preview');
        const selected = selectedOf(made)?.selected;
        fc.pre(selected !== undefined);
        expect(selected).toEqual(expect.arrayContaining(wanted(made)));
        const never = made.services.flatMap(({ key, shared }) => (shared === 'always' ? [key] : []));
        expect(never.filter((key) => selected?.includes(key))).toEqual([]);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });
});
