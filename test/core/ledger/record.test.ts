import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DeploymentRecord, parseDeploymentRecord } from '../../../core/ledger/record.ts';
import { parseWish, type Wish } from '../../../core/ledger/wish.ts';
import { caught } from '../caught.ts';

const SEED = 20261129;
const NAME = '/serverless-stages/shop/preview/feature-login-0pv3fa9c/shop-api';
const SECRET = 'hunter2-of-the-shop';

const optional = <T>(made: fc.Arbitrary<T>) => fc.option(made, { nil: undefined });
/** A record as JSON keeps it: what is undefined is left out. */
const plain = <T extends object>(made: fc.Arbitrary<T>) => made.map((value) => JSON.parse(JSON.stringify(value)));

const text = fc.string({ unit: 'grapheme' });
const owner = fc.oneof(
  fc.record({ kind: fc.constant('repository'), id: text, name: text, ref: optional(text) }),
  fc.record({ kind: fc.constant('user'), user: text }),
);
const run = fc.record({ id: text, attempt: text, url: text });
const fingerprint = fc.record({ source: text, parameters: text, outputs: text, tools: text });
const completed = fc.record({
  commit: optional(text),
  fingerprint: optional(fingerprint),
  stack: text,
  changed: text,
  outputs: text,
});
const deployments: fc.Arbitrary<DeploymentRecord> = plain(
  fc.record({
    schemaVersion: fc.constant(1),
    // The name of the parameter says which service it is.
    service: fc.constant('shop-api'),
    key: text,
    owner,
    run,
    status: fc.constantFrom('deploying', 'deployed', 'failed'),
    commit: optional(text),
    stackName: text,
    needs: fc.array(text),
    completed: optional(completed),
  }),
);
const repositories: fc.Arbitrary<Wish> = plain(
  fc.record({
    schemaVersion: fc.constant(1),
    owner,
    run,
    regions: fc.array(text, { maxLength: 3 }),
    pullRequests: optional(fc.array(fc.nat())),
    commit: optional(text),
    complete: fc.boolean(),
    completedCommit: optional(text),
  }),
);

const RUN = { id: '5', attempt: '1', url: 'https://github.com/shop/shop/actions/runs/5' };
const OWNER = { kind: 'repository', id: '1', name: 'shop/shop', ref: 'refs/heads/feature/login' };
const FINGERPRINT = { source: 's', parameters: 'p', outputs: 'o', tools: 't' };
const COMPLETED = { commit: 'a'.repeat(40), fingerprint: FINGERPRINT, stack: 'arn:…', changed: '2026', outputs: 'h' };
const DEPLOYMENT = {
  schemaVersion: 1,
  service: 'shop-api',
  key: 'api',
  owner: OWNER,
  run: RUN,
  status: 'deployed',
  commit: 'a'.repeat(40),
  stackName: 'shop-api-feature-login-0pv3fa9c',
  needs: ['shop-database'],
  completed: COMPLETED,
};
const REPOSITORY = {
  schemaVersion: 1,
  owner: OWNER,
  run: RUN,
  regions: ['us-east-1'],
  pullRequests: [41, 42],
  commit: 'a'.repeat(40),
  complete: true,
  completedCommit: 'a'.repeat(40),
};

const FORMS = [
  { form: 'a deployment', parse: parseDeploymentRecord, records: deployments, good: DEPLOYMENT },
  { form: 'a repository', parse: parseWish, records: repositories, good: REPOSITORY },
] as const;

it('of a deployment is refused under the name of another service', () => {
  const error = caught(() => parseDeploymentRecord(JSON.stringify({ ...DEPLOYMENT, service: 'shop-web' }), NAME));
  expect(error.code).toBe('E_LEDGER');
  expect(error.message).toContain('shop-web');
});

describe.each(FORMS)('the record of $form', ({ parse, records, good }) => {
  const refused = (value: unknown) => {
    const error = caught(() => parse(typeof value === 'string' ? value : JSON.stringify(value), NAME));
    expect(error.code).toBe('E_LEDGER');
    return error.message;
  };
  const without = (key: string) => Object.fromEntries(Object.entries(good).filter(([each]) => each !== key));

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(records as fc.Arbitrary<object>, (record) => {
        expect(parse(JSON.stringify(record), NAME)).toEqual(record);
        expect(parse(JSON.stringify(record, null, 2), NAME)).toEqual(record);
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it.each(['', ' ', '{', 'null', '[]', '5', '"text"', '{}', 'undefined', `{"schemaVersion":1,"key":"${SECRET}"`])(
    'is refused where it is %j, with the name of the parameter and the commands that mend it',
    (stored) => {
      const message = refused(stored);
      expect(message).toContain(NAME);
      expect(message).toMatch(/ – \S/);
      expect(message).toContain(`aws ssm delete-parameter --name ${NAME}`);
      expect(message).toContain(`aws ssm get-parameter-history --name ${NAME}`);
    },
  );

  it('is refused where it is of a newer version, and says that', () => {
    expect(refused({ ...good, schemaVersion: 2 })).toMatch(/version/i);
    expect(refused({ ...good, schemaVersion: '1' })).toMatch(/version/i);
  });

  it('is refused where something is missing', () => {
    const may = ['commit', 'completed', 'pullRequests', 'completedCommit'];
    for (const key of Object.keys(good)) {
      if (may.includes(key)) expect(parse(JSON.stringify(without(key)), NAME)).toEqual(without(key));
      else expect(refused(without(key))).toContain(NAME);
    }
  });

  it('is refused where something is of another kind', () => {
    for (const key of Object.keys(good)) {
      for (const value of [null, ['x'], { x: 1 }]) {
        if (['regions', 'needs'].includes(key) && Array.isArray(value)) continue;
        refused({ ...good, [key]: value });
      }
    }
    refused({ ...good, owner: { kind: 'organization', id: '1' } });
    refused({ ...good, owner: { kind: 'repository', id: 1, name: 'a/b' } });
    refused({ ...good, run: { id: '5' } });
  });

  it('tells nothing of what is stored in its error', () => {
    const stored = [
      `${SECRET}`,
      `{"schemaVersion":1,"key":"${SECRET}"`,
      { ...good, run: SECRET },
      { ...good, schemaVersion: SECRET },
      { ...good, owner: { kind: SECRET } },
    ];
    for (const value of stored) expect(refused(value)).not.toContain(SECRET);
  });

  it('has no place for anything else, a value of a parameter say', () => {
    const more = { ...good, parameters: { key: SECRET }, run: { ...RUN, secret: SECRET }, outputs: { Url: SECRET } };
    expect(JSON.stringify(parse(JSON.stringify(more), NAME))).not.toContain(SECRET);
  });
});

describe('the record of a deployment', () => {
  it.each(['DEPLOYED', 'unchanged', '', 'deployed '])('is refused with the status %j', (status) => {
    const error = caught(() => parseDeploymentRecord(JSON.stringify({ ...DEPLOYMENT, status }), NAME));
    expect(error.message).toContain('status');
  });

  it('is refused where half a fingerprint is there', () => {
    const { tools: _, ...half } = FINGERPRINT;
    const record = { ...DEPLOYMENT, completed: { ...COMPLETED, fingerprint: half } };
    expect(caught(() => parseDeploymentRecord(JSON.stringify(record), NAME)).code).toBe('E_LEDGER');
  });
});
