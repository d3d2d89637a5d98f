import { describe, expect, it } from 'vitest';
import type { StackEvent } from '../../../core/stack/failure.ts';
import { findFirstFailure } from '../../../core/stack/first-failure.ts';
import type { StackReader } from '../../../io/aws/cloudformation.ts';

const arn = (name: string) => `arn:aws:cloudformation:us-east-1:111111111111:stack/${name}/1`;
let count = 0;
const failed = (logicalId: string, reason: string, more: Partial<StackEvent> = {}): StackEvent => {
  count += 1;
  return {
    id: `e${count}`,
    time: count,
    logicalId,
    physicalId: '',
    type: 'AWS::SQS::Queue',
    status: 'CREATE_FAILED',
    reason,
    ...more,
  };
};
const nested = (logicalId: string, child: string) =>
  failed(logicalId, `Embedded stack ${arn(child)} was not successfully created`, {
    type: 'AWS::CloudFormation::Stack',
    physicalId: arn(child),
  });

/** Reads events by stack; nothing else is asked. */
function reader(events: Readonly<Record<string, StackEvent[]>>, importers: Readonly<Record<string, string[]>> = {}) {
  const part: Pick<StackReader, 'events' | 'importers'> = {
    events: async (id) => events[id] ?? [],
    importers: async (name) => importers[name] ?? [],
  };
  return part as StackReader;
}

describe('what went wrong first', () => {
  it('E29 is the resource in the innermost nested stack, with the way to it', async () => {
    const events = {
      [arn('shop')]: [nested('Data', 'shop-data')],
      [arn('shop-data')]: [nested('Tables', 'shop-data-tables')],
      [arn('shop-data-tables')]: [failed('Orders', 'limit exceeded')],
    };
    const first = await findFirstFailure(reader(events), arn('shop'), 0);
    expect(first).toMatchObject({ logicalId: 'Data/Tables/Orders', reason: 'limit exceeded', type: 'AWS::SQS::Queue' });
  });

  it('E29 is the nested stack itself where its own events say nothing', async () => {
    const first = await findFirstFailure(reader({ [arn('shop')]: [nested('Data', 'gone')] }), arn('shop'), 0);
    expect(first).toMatchObject({ logicalId: 'Data', reason: expect.stringContaining('Embedded stack') });
  });

  it("is not looked for in the stack's own event about itself", async () => {
    const self = failed('shop', 'something', { type: 'AWS::CloudFormation::Stack', physicalId: arn('shop') });
    expect(await findFirstFailure(reader({ [arn('shop')]: [self] }), arn('shop'), 0)).toMatchObject({
      logicalId: 'shop',
    });
  });

  it('E27 E29 names all importers of an export that is in use, in a nested stack too', async () => {
    const reason = 'Export shop-table cannot be updated as it is in use by a-dev';
    const events = { [arn('shop')]: [nested('Data', 'shop-data')], [arn('shop-data')]: [failed('Orders', reason)] };
    const first = await findFirstFailure(reader(events, { 'shop-table': ['a-dev', 'b-dev'] }), arn('shop'), 0);
    expect(first?.reason).toContain('imported by a-dev, b-dev');
  });

  it('is nothing where nothing failed', async () => {
    expect(await findFirstFailure(reader({}), arn('shop'), 0)).toBeUndefined();
  });
});
