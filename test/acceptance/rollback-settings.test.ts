import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { written } from './deployment.ts';
import { rowsOf, type Written } from './rollback-run.ts';
import { expectKept, expectNoChangeSets, FAILS, type Open, openWorld, wentBack } from './rollback-stage.ts';
import { findSecrets } from './secret-forms.ts';
import { expectSuccess } from './verdict.ts';

/** osls makes a stack that is to have a bucket of its own without the template's parameters first, and fails if it is given them. */
const PACKAGES = 'settings-packages';

let open: Open;
beforeAll(async () => {
  open = await openWorld();
  open.world.aws.buckets.add(PACKAGES, { account: ACCOUNTS.dev, region: REGION });
});
afterAll(() => open.close());

interface Settings {
  /** More of `provider`. */
  readonly provider?: object;
  readonly parameters?: object;
  readonly entry?: Written['entry'];
}

/** A service whose topic has a parameter's value as its name. */
function service(shown: unknown, { provider = {}, parameters = {}, entry = {} }: Settings): Written {
  const Topic = { Type: 'AWS::SNS::Topic', Properties: { DisplayName: shown } };
  return {
    more: {
      provider: { name: 'aws', runtime: 'nodejs24.x', deploymentBucket: { name: PACKAGES }, ...provider },
      resources: { ...(Object.keys(parameters).length > 0 ? { Parameters: parameters } : {}), Resources: { Topic } },
    },
    entry,
  };
}
const given = (values: Readonly<Record<string, string>>) => ({
  stackParameters: Object.entries(values).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue })),
});
const text = { Type: 'String' };

describe('the parameters of a stack', () => {
  it('are as before, also those that the run took away, added or gave another value', async () => {
    const { run, stack, titleOf } = open.team('parameters');
    const shown = { 'Fn::Join': ['-', [{ Ref: 'Label' }, { Ref: 'Empty' }, { Ref: 'Usual' }, { Ref: 'Gone' }]] };
    const kept = { Label: text, Empty: text };
    const before = { ...kept, Usual: { Type: 'String', Default: 'old' }, Gone: text };
    const one = { provider: given({ Label: 'one', Empty: '', Gone: 'x,"y" =ü' }), parameters: before };
    expectSuccess((await run({ api: service(shown, one) })).step);
    expect(titleOf('api')).toBe('one--old-x,"y" =ü');
    const parameters = { ...kept, Usual: { Type: 'String', Default: 'new' }, Added: text };
    const two = { provider: given({ Label: 'two', Empty: '', Added: 'more' }), parameters, entry: FAILS };
    const next = { 'Fn::Join': ['-', [{ Ref: 'Label' }, { Ref: 'Empty' }, { Ref: 'Usual' }, { Ref: 'Added' }]] };
    const { step } = await run({ api: service(next, two) });
    expect(rowsOf(step)['api']?.rollback).toEqual({ status: 'done' });
    expect(titleOf('api')).toBe('one--old-x,"y" =ü');
    expect(stack('api').wish?.parameters).toMatchObject({ Label: 'one', Empty: '', Gone: 'x,"y" =ü' });
  });

  it('with a list come back as a list', async () => {
    const { run, titleOf } = open.team('lists');
    const parameters = { Names: { Type: 'CommaDelimitedList' } };
    const shown = { 'Fn::Join': ['+', { Ref: 'Names' }] };
    expectSuccess((await run({ api: service(shown, { provider: given({ Names: 'a,b' }), parameters }) })).step);
    const two = { provider: given({ Names: 'c' }), parameters, entry: FAILS };
    const { step } = await run({ api: service(shown, two) });
    expect(rowsOf(step)['api']?.rollback).toEqual({ status: 'done' });
    expect(titleOf('api')).toBe('a+b');
  });

  it('keep a service where it is if CloudFormation does not show one of them', async () => {
    const { run, stack, titleOf } = open.team('secret');
    const parameters = { Hidden: { Type: 'String', NoEcho: true } };
    const of = (name: string, entry = {}) =>
      service(name, { provider: given({ Hidden: `canary-of-${name}` }), parameters, entry });
    expectSuccess((await run({ api: of('one') })).step);
    const { step, calls } = await run({ api: of('two', FAILS) });
    expectKept(step, 'api', /Hidden|NoEcho/);
    expect(wentBack(calls)).toEqual([]);
    expect(titleOf('api')).toBe('two');
    expect(stack('api').wish?.parameters).toEqual({ Hidden: 'canary-of-two' });
    expect(findSecrets(written(step), { one: 'canary-of-one', two: 'canary-of-two' })).toEqual([]);
  });

  it('do not keep it there if the run has added the one that is not shown', async () => {
    const { run, stack, titleOf } = open.team('hidden-later');
    expectSuccess((await run({ api: service('one', {}) })).step);
    const parameters = { Hidden: { Type: 'String', NoEcho: true } };
    const two = { provider: given({ Hidden: 'canary' }), parameters, entry: FAILS };
    const { step } = await run({ api: service('two', two) });
    expect(rowsOf(step)['api']?.rollback).toEqual({ status: 'done' });
    expect(titleOf('api')).toBe('one');
    expect(stack('api').wish?.parameters).toEqual({});
  });

  it('keep it where it is if one names a parameter of the Parameter Store, whose value may be another one by now', async () => {
    const { run, titleOf } = open.team('stored');
    const put = (value: string) => open.world.aws.ssm.put(ACCOUNTS.dev, REGION, '/stored/label', value);
    const parameters = { Label: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/stored/label' } };
    put('one');
    expectSuccess((await run({ api: service({ Ref: 'Label' }, { parameters }) })).step);
    expect(titleOf('api')).toBe('one');
    put('two');
    const { step, calls } = await run({ api: service({ Ref: 'Label' }, { parameters, entry: FAILS }) });
    expectKept(step, 'api', /Label|AWS::SSM::Parameter/);
    expect(wentBack(calls)).toEqual([]);
    expect(titleOf('api')).toBe('two');
  });
});

describe('what else a stack was updated with', () => {
  it('is as before: tags, notifications, role and capabilities', async () => {
    const { run, stack } = open.team('tags');
    const arn = (name: string) => `arn:aws:sns:${REGION}:${ACCOUNTS.dev}:${name}`;
    const one = {
      stackTags: { team: 'one', empty: '', 'cost:centre': '4711 / ü' },
      notificationArns: [arn('one')],
    };
    expectSuccess((await run({ api: service('one', { provider: one }) })).step);
    const { tags, notificationArns, capabilities } = stack('api').wish ?? {};
    expect(tags).toMatchObject(one.stackTags);
    const two = { stackTags: { team: 'two', added: 'yes' }, notificationArns: [arn('two')] };
    const { step } = await run({ api: service('two', { provider: two, entry: FAILS }) });
    expect(rowsOf(step)['api']?.rollback).toEqual({ status: 'done' });
    expect(stack('api').wish).toMatchObject({ tags, notificationArns, capabilities });
    expect(stack('api').wish?.tags).toEqual(tags);
  });

  it('is as before if only the tags were changed', async () => {
    const { run, stack } = open.team('only-tags');
    const tagged = (team: string, entry = {}) => service('same', { provider: { stackTags: { team } }, entry });
    expectSuccess((await run({ api: tagged('one') })).step);
    const { step } = await run({ api: tagged('two', FAILS) });
    expect(rowsOf(step)['api']?.rollback).toEqual({ status: 'done' });
    expect(stack('api').wish?.tags).toMatchObject({ team: 'one' });
    expectNoChangeSets(open.world, 'only-tags');
  });

  it('has the protection against deletion that it had', async () => {
    const { run, stack } = open.team('protected');
    const stage = { 'on-failure': 'rollback', destroy: undefined };
    expectSuccess((await run({ api: service('one', {}) }, { stage })).step);
    expect(stack('api').terminationProtection).toBe(true);
    const { step } = await run({ api: service('two', { entry: FAILS }) }, { stage });
    expect(rowsOf(step)['api']?.rollback).toEqual({ status: 'done' });
    expect(stack('api').terminationProtection).toBe(true);
  });
});
