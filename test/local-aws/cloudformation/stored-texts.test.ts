import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeSetClient } from '../change-set-client.ts';
import { type LocalAws, startLocalAws } from '../server.ts';
import { stackClient } from '../stack-client.ts';

const ACCOUNT = '111111111111';
const REGION = 'us-east-1';
const Parameters = { Label: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/label' } };
const template = (name: object) => ({
  Parameters,
  Resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: name } } },
});

let aws: LocalAws;
beforeAll(async () => {
  aws = await startLocalAws();
});
afterAll(() => aws.close());

const nameOf = (stack: string) => aws.stacks.find(stack)?.resources.get('Topic')?.properties['DisplayName'];

describe('a parameter that names one of the Parameter Store', () => {
  it('has the text that is there when the stack is changed, and shows both', async () => {
    const client = stackClient(aws);
    aws.ssm.put(ACCOUNT, REGION, '/label', 'one');
    const made = await client.create('stored', template({ Ref: 'Label' }));
    expect(made.Parameters).toEqual([{ ParameterKey: 'Label', ParameterValue: '/label', ResolvedValue: 'one' }]);
    expect(nameOf('stored')).toBe('one');
    aws.ssm.put(ACCOUNT, REGION, '/label', 'two');
    const sets = changeSetClient(client);
    const shown = await sets.show('stored', template({ Ref: 'Label' }));
    expect(shown.Parameters).toMatchObject([{ ParameterValue: '/label', ResolvedValue: 'two' }]);
    expect(shown.Changes).toHaveLength(1);
    await sets.execute('stored');
    await client.settled('stored');
    expect(nameOf('stored')).toBe('two');
  });

  it('is refused if there is none of that name', async () => {
    const other = { ...template({ Ref: 'Label' }), Parameters: { Label: { ...Parameters.Label, Default: '/gone' } } };
    await expect(stackClient(aws).create('missing', other)).rejects.toThrow(
      'Unable to fetch parameters [/gone] from parameter store for this account.',
    );
  });

  it('is not taken for one of another type', async () => {
    const Label = { Type: 'AWS::SSM::Parameter::Value<List<String>>', Default: '/label' };
    const other = { ...template({ Ref: 'Label' }), Parameters: { Label } };
    await expect(stackClient(aws).create('list', other)).rejects.toThrow(
      /has no parameters of another AWS::SSM:: type/,
    );
  });
});
