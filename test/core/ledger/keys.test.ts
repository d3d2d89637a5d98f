import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  kindPath,
  type LedgerStage,
  lockName,
  parseLedgerKey,
  recordName,
  stagePath,
  wishName,
} from '../../../core/ledger/keys.ts';

const SEED = 20261126;
const STAGE: LedgerStage = { app: 'workshop', kind: 'preview', name: 'pr-1-0pv3fa9c' };
const PLACE = '/serverless-stages/workshop/preview/pr-1-0pv3fa9c';

describe('where the ledger keeps', () => {
  it.each([
    ['all stages of a kind', kindPath(STAGE), '/serverless-stages/workshop/preview'],
    ['a stage', stagePath(STAGE), PLACE],
    ['the record of a service', recordName(STAGE, 'shop-api'), `${PLACE}/shop-api`],
    ['what a repository wants', wishName(STAGE, '1001'), `${PLACE}/_repository/1001`],
    ['the lock of a repository', lockName(STAGE, '1001'), `${PLACE}/_repository/1001/lock`],
  ])('%s is as its documentation says', (_, name, expected) => {
    expect(name.replace(/\/$/, '')).toBe(expected);
  });
});

describe('parseLedgerKey', () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,15}$/);
  const stages: fc.Arbitrary<LedgerStage> = fc.record({
    app: word,
    kind: fc.constantFrom('configured', 'preview', 'personal'),
    name: fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9-]{0,15}$/),
  });
  const service = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9-]{0,15}$/);
  const repositoryId = fc.nat().map(String);

  it('reads back every name that is written', () => {
    fc.assert(
      fc.property(stages, service, repositoryId, (stage, name, id) => {
        expect(parseLedgerKey(stage, recordName(stage, name))).toEqual({
          stage: stage.name,
          holds: 'record',
          service: name,
        });
        expect(parseLedgerKey(stage, wishName(stage, id))).toEqual({
          stage: stage.name,
          holds: 'wish',
          repositoryId: id,
        });
        expect(parseLedgerKey(stage, lockName(stage, id))).toEqual({
          stage: stage.name,
          holds: 'lock',
          repositoryId: id,
        });
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });

  it('G14 never reads what another application or another kind has as its own', () => {
    fc.assert(
      fc.property(stages, stages, service, repositoryId, (ours, theirs, name, id) => {
        fc.pre(ours.app !== theirs.app || ours.kind !== theirs.kind);
        for (const key of [recordName(theirs, name), wishName(theirs, id), lockName(theirs, id)])
          expect(parseLedgerKey(ours, key)).toBeUndefined();
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });

  it.each([
    ['', 'an empty text'],
    ['/', 'the root'],
    [PLACE, 'the stage itself'],
    [`${PLACE}/`, 'the stage itself, with a slash'],
    [`${PLACE}//`, 'an empty service'],
    ['/serverless-stages/workshop/preview/', 'all stages'],
    ['/serverless-stages/workshop/preview//shop-api', 'a stage without a name'],
    ['/serverless-stages/workshop/preview2/pr-1-0pv3fa9c/shop-api', 'a kind that begins like it'],
    ['/serverless-stages/workshop2/preview/pr-1-0pv3fa9c/shop-api', 'an application that begins like it'],
    ['/other/serverless-stages/workshop/preview/pr-1-0pv3fa9c/shop-api', 'a path before it'],
    [PLACE.slice(1), 'no slash before it'],
    [`${PLACE}/shop-api/more`, 'something below a service'],
    [`${PLACE}/_repository`, 'no repository'],
    [`${PLACE}/_repository/`, 'an empty repository'],
    [`${PLACE}/_repository/1001/`, 'a slash behind a repository'],
    [`${PLACE}/_repository/1001/locks`, 'something below a repository that is no lock'],
    [`${PLACE}/_repository/1001/lock/more`, 'something below a lock'],
    [`${PLACE}/_other`, 'something of ours that is not known yet'],
    [`${PLACE}/1shop`, 'a service that does not begin with a letter'],
  ])('finds nothing in %j: %s', (name) => {
    expect(parseLedgerKey(STAGE, name)).toBeUndefined();
  });
});
