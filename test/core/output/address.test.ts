import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOutputAddress } from '../../../core/output/address.ts';
import { caught } from '../caught.ts';

const SEED = 20261123;

describe('parseOutputAddress', () => {
  it.each([
    ['svc.key', { service: 'svc', path: ['key'] }],
    ['shop-database.TableName', { service: 'shop-database', path: ['TableName'] }],
    ['svc.table.name', { service: 'svc', path: ['table', 'name'] }],
    ['svc.list.0', { service: 'svc', path: ['list', '0'] }],
    ['svc.a.b.c.d', { service: 'svc', path: ['a', 'b', 'c', 'd'] }],
  ])('reads %s', (text, address) => {
    expect(parseOutputAddress(text)).toStrictEqual(address);
  });

  const key = { service: 'svc', path: ['key'] };
  it.each([
    ['shop:dev:eu-west-1:svc.key', { app: 'shop', stage: 'dev', region: 'eu-west-1', ...key }],
    [':dev:eu-west-1:svc.key', { stage: 'dev', region: 'eu-west-1', ...key }],
    ['shop::eu-west-1:svc.key', { app: 'shop', region: 'eu-west-1', ...key }],
    ['shop:dev::svc.key', { app: 'shop', stage: 'dev', ...key }],
    ['shop:::svc.key', { app: 'shop', ...key }],
    [':dev::svc.key', { stage: 'dev', ...key }],
    ['::eu-west-1:svc.key', { region: 'eu-west-1', ...key }],
    [':::svc.key', key],
    [':dev::svc.table.name', { stage: 'dev', service: 'svc', path: ['table', 'name'] }],
  ])('reads %s, and leaves away what is empty', (text, address) => {
    expect(parseOutputAddress(text)).toStrictEqual(address);
  });

  it.each([
    ['nothing', ''],
    ['a name without a key', 'svc'],
    ['an empty key', 'svc.'],
    ['an empty name', '.key'],
    ['a dot alone', '.'],
    ['an empty part between others', 'svc..key'],
    ['an empty part at the end', 'svc.key.'],
    ['one colon', 'dev:svc.key'],
    ['one colon before the name', ':svc.key'],
    ['two colons', 'shop:dev:svc.key'],
    ['two empty parts', '::svc.key'],
    ['four colons', 'a:shop:dev:eu-west-1:svc.key'],
    ['four empty parts', '::::svc.key'],
    ['a colon in the key', 'svc.a:b'],
    ['a colon behind a whole address', 'shop:dev:eu-west-1:svc.key:x'],
    ['colons alone', ':::'],
    ['a whole address without a key', 'shop:dev:eu-west-1:svc'],
    ['a whole address with an empty key', 'shop:dev:eu-west-1:svc.'],
    ['a whole address with an empty name', 'shop:dev:eu-west-1:.key'],
    ['a whole address without a name', 'shop:dev:eu-west-1:'],
    ['a variable for the stage', ':${param:env}::svc.key'],
    ['a variable for the name', '${param:service}.key'],
    ['a variable for the key', 'svc.${sls:stage}'],
    ['a variable of CloudFormation', 'svc.${Table.Arn}'],
    ['a variable that never ends', 'svc.${key'],
  ])('refuses %s: %j', (_, text) => {
    expect(caught(() => parseOutputAddress(text)).code).toBe('E_OUTPUT_ADDRESS');
  });

  it('names the address that it refuses', () => {
    expect(caught(() => parseOutputAddress('shop:dev:svc.key')).message).toContain('shop:dev:svc.key');
  });

  it('gives back the parts that an address was made of', () => {
    const part = fc.stringMatching(/^[A-Za-z0-9_-]{1,8}$/);
    const before = fc.tuple(fc.option(part), fc.option(part), fc.option(part));
    fc.assert(
      fc.property(before, part, fc.array(part, { minLength: 1 }), ([app, stage, region], service, path) => {
        const text = `${app ?? ''}:${stage ?? ''}:${region ?? ''}:${[service, ...path].join('.')}`;
        expect(parseOutputAddress(text)).toStrictEqual({
          ...(app === null ? {} : { app }),
          ...(stage === null ? {} : { stage }),
          ...(region === null ? {} : { region }),
          service,
          path,
        });
      }),
      { seed: SEED },
    );
  });
});
