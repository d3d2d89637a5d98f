import { describe, expect, it } from 'vitest';
import { consoleUrl, isSuccess, isTerminal, STACK_STATUSES, stacksUrl } from '../../../core/stack/status.ts';

/** Every status of CloudFormation's API (StackStatus): whether it stays, whether it is a good end. */
const TABLE: [string, boolean, boolean][] = [
  ['CREATE_IN_PROGRESS', false, false],
  ['CREATE_FAILED', true, false],
  ['CREATE_COMPLETE', true, true],
  ['ROLLBACK_IN_PROGRESS', false, false],
  ['ROLLBACK_FAILED', true, false],
  ['ROLLBACK_COMPLETE', true, false],
  ['DELETE_IN_PROGRESS', false, false],
  ['DELETE_FAILED', true, false],
  ['DELETE_COMPLETE', true, false],
  ['UPDATE_IN_PROGRESS', false, false],
  ['UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', false, false],
  ['UPDATE_COMPLETE', true, true],
  ['UPDATE_FAILED', true, false],
  ['UPDATE_ROLLBACK_IN_PROGRESS', false, false],
  ['UPDATE_ROLLBACK_FAILED', true, false],
  ['UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS', false, false],
  ['UPDATE_ROLLBACK_COMPLETE', true, false],
  ['IMPORT_IN_PROGRESS', false, false],
  ['IMPORT_COMPLETE', true, true],
  ['IMPORT_ROLLBACK_IN_PROGRESS', false, false],
  ['IMPORT_ROLLBACK_FAILED', true, false],
  ['IMPORT_ROLLBACK_COMPLETE', true, false],
];

describe('the status of a stack', () => {
  it.each(TABLE)('E15 in %s: stays there and is a good end as CloudFormation says', (status, terminal, success) => {
    expect({ terminal: isTerminal(status), success: isSuccess(status) }).toEqual({ terminal, success });
  });

  it('is known for every status that there is', () => {
    expect([...TABLE.map(([status]) => status), 'REVIEW_IN_PROGRESS'].sort()).toEqual([...STACK_STATUSES].sort());
    expect(isTerminal('REVIEW_IN_PROGRESS')).toBe(true);
    expect(isSuccess('REVIEW_IN_PROGRESS')).toBe(false);
  });

  it.each(['', 'SOMETHING_NEW', 'constructor'])('is no good end where it is the unknown %j', (status) => {
    expect(isSuccess(status)).toBe(false);
  });
});

describe('where a person sees a stack', () => {
  it.each([
    ['aws', 'us-east-1', 'https://us-east-1.console.aws.amazon.com/'],
    ['aws-cn', 'cn-north-1', 'https://cn-north-1.console.amazonaws.cn/'],
    ['aws-us-gov', 'us-gov-west-1', 'https://us-gov-west-1.console.amazonaws-us-gov.com/'],
  ])('is the console of its partition and region: %s', (partition, region, host) => {
    const id = `arn:${partition}:cloudformation:${region}:111111111111:stack/shop-dev/1`;
    const url = consoleUrl(id);
    expect(url.startsWith(`${host}cloudformation/home?region=${region}#/stacks/`)).toBe(true);
    expect(decodeURIComponent(url)).toContain(id);
  });

  it.each([
    ['us-east-1', 'https://us-east-1.console.aws.amazon.com/'],
    ['cn-north-1', 'https://cn-north-1.console.amazonaws.cn/'],
    ['us-gov-west-1', 'https://us-gov-west-1.console.amazonaws-us-gov.com/'],
  ])('is found by its name alone where no ARN is known, in %s', (region, host) => {
    const url = stacksUrl(region, 'shop-api-dev');
    expect(url.startsWith(host)).toBe(true);
    expect(URL.canParse(url)).toBe(true);
    expect(url).toContain(`region=${region}`);
    expect(decodeURIComponent(url)).toContain('shop-api-dev');
  });

  it('is an address whatever the name holds', () => {
    const url = stacksUrl('us-east-1', 'a b&c#d"<>');
    expect(url).not.toMatch(/[ "<>]/);
    expect(url.split('#')).toHaveLength(2);
  });
});
