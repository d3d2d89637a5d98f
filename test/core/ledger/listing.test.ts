import { describe, expect, it } from 'vitest';
import { UserError } from '../../../core/errors.ts';
import { type LedgerStage, lockName, recordName, wishName } from '../../../core/ledger/keys.ts';
import { type ListedParameter, listStage, listStages } from '../../../core/ledger/listing.ts';
import { deploymentRecord, repositoryRecord } from './sample-record.ts';

const KIND = { app: 'workshop', kind: 'preview' } as const;
const A: LedgerStage = { ...KIND, name: 'pr-1-0pv3fa9c' };
const B: LedgerStage = { ...KIND, name: 'pr-10-0pv3fa9d' };
const parameter = (name: string, value: unknown, written = 1000): ListedParameter => ({
  name,
  value: typeof value === 'string' ? value : JSON.stringify(value),
  written,
});
const service = (stage: LedgerStage, name: string, written?: number) =>
  parameter(recordName(stage, name), deploymentRecord({ service: name }), written);
const wish = (stage: LedgerStage, id: string, written?: number) =>
  parameter(wishName(stage, id), repositoryRecord(), written);
const lock = (stage: LedgerStage, id: string, written?: number) =>
  parameter(lockName(stage, id), { id: 'a', follows: '', sequence: 0 }, written);
const names = (records: readonly { readonly service: string }[]) => records.map((record) => record.service).sort();

describe('what the ledger holds', () => {
  it('is grouped by stage, in whatever order it is listed', () => {
    const parameters = [
      service(B, 'shop-web'),
      service(A, 'shop-api', 2000),
      lock(A, '1001', 3000),
      wish(A, '1001'),
      service(A, 'shop-database'),
    ];
    for (const listed of [parameters, parameters.toReversed()]) {
      const stages = listStages(KIND, listed);
      expect(stages.map(({ stage }) => stage.name).sort()).toEqual([A.name, B.name]);
      const a = stages.find(({ stage }) => stage.name === A.name);
      expect(a?.stage).toEqual(A);
      expect(names(a?.records ?? [])).toEqual(['shop-api', 'shop-database']);
      expect([...(a?.wishes.entries() ?? [])]).toEqual([['1001', repositoryRecord()]]);
      expect(a?.locks).toEqual(['1001']);
      expect(a?.broken).toEqual([]);
      expect(a?.written).toBe(3000);
      const b = stages.find(({ stage }) => stage.name === B.name);
      expect({ ...b, records: names(b?.records ?? []) }).toMatchObject({
        records: ['shop-web'],
        locks: [],
        broken: [],
        written: 1000,
      });
    }
  });

  it('is nothing where it is empty', () => {
    expect(listStages(KIND, [])).toEqual([]);
  });

  it('is a stage, too, where there is a wish, or a lock, and no deployment', () => {
    const stages = listStages(KIND, [wish(A, '1001'), lock(B, '1001')]);
    expect(stages.map(({ stage }) => stage.name).sort()).toEqual([A.name, B.name]);
    for (const { records } of stages) expect(records).toEqual([]);
  });

  it('is of several repositories', () => {
    const [stage] = listStages(KIND, [wish(A, '1001'), wish(A, '1002'), lock(A, '1002'), lock(A, '1003')]);
    expect([...(stage?.wishes.keys() ?? [])].sort()).toEqual(['1001', '1002']);
    expect([...(stage?.locks ?? [])].sort()).toEqual(['1002', '1003']);
  });

  it('leaves out what is no record of ours', () => {
    const strange = [
      parameter('/serverless-stages/workshop/preview/pr-1-0pv3fa9c/shop-api/more', 'x'),
      parameter('/serverless-stages/workshop/configured/dev/shop-api', deploymentRecord()),
      parameter('/other', 'x'),
    ];
    expect(listStages(KIND, strange)).toEqual([]);
    expect(listStages(KIND, [...strange, service(A, 'shop-api')])).toHaveLength(1);
  });

  it.each([
    ['a record', recordName(A, 'shop-api')],
    ['a wish', wishName(A, '1001')],
  ])('tells of %s that cannot be read, with its stage, and still reads the others', (_, name) => {
    const stages = listStages(KIND, [parameter(name, '{', 5000), service(A, 'shop-web'), service(B, 'shop-web')]);
    const a = stages.find(({ stage }) => stage.name === A.name);
    expect(names(a?.records ?? [])).toEqual(['shop-web']);
    expect(a?.broken).toHaveLength(1);
    const [{ error } = { error: undefined }] = a?.broken ?? [];
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ code: 'E_LEDGER', message: expect.stringContaining(name) });
    expect(a?.written).toBe(5000);
    expect(stages.find(({ stage }) => stage.name === B.name)?.broken).toEqual([]);
  });

  it('tells whose a record is that cannot be read, where it still says so: a newer version may have written it', () => {
    const owner = { kind: 'repository', id: '2002', name: 'other/shop' };
    const [stage] = listStages(KIND, [
      parameter(recordName(A, 'shop-api'), JSON.stringify({ schemaVersion: 2, owner })),
    ]);
    expect(stage?.broken).toMatchObject([{ of: '2002' }]);
    const [theirs] = listStages(KIND, [parameter(wishName(A, '2002'), '{')]);
    expect(theirs?.broken).toMatchObject([{ of: '2002' }]);
    const [unknown] = listStages(KIND, [parameter(recordName(A, 'shop-api'), '{')]);
    expect(unknown?.broken).toMatchObject([{ of: undefined }]);
  });

  it('tells of a stage of which nothing can be read', () => {
    const [stage, ...more] = listStages(KIND, [parameter(recordName(A, 'shop-api'), '')]);
    expect(more).toEqual([]);
    expect(stage).toMatchObject({ stage: A, records: [] });
    expect(stage?.broken).toHaveLength(1);
  });

  it('G14 does not take a record for that of another service', () => {
    const [stage] = listStages(KIND, [parameter(recordName(A, 'shop-api'), deploymentRecord({ service: 'shop-web' }))]);
    expect(stage?.records).toEqual([]);
    expect(stage?.broken).toHaveLength(1);
  });
});

describe('what the ledger holds of one stage', () => {
  it('is the same as in the list of all', () => {
    const parameters = [service(A, 'shop-api', 2000), wish(A, '1001'), lock(A, '1001')];
    expect(listStage(A, parameters)).toEqual(listStages(KIND, parameters)[0]);
  });

  it('is empty where there is nothing', () => {
    expect(listStage(A, [])).toMatchObject({ stage: A, records: [], locks: [], broken: [] });
  });

  it('is nothing of a stage whose name begins like it', () => {
    const near: LedgerStage = { ...KIND, name: `${A.name}0` };
    expect(names(listStage(A, [service(near, 'shop-web'), service(A, 'shop-api')]).records)).toEqual(['shop-api']);
  });
});
