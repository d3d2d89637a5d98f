import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChangeSetClient, changeOf, changeSetClient, lines, reasons } from '../change-set-client.ts';
import { type LocalAws, startLocalAws } from '../server.ts';
import { type StackClient, stackClient } from '../stack-client.ts';

let aws: LocalAws;
let cfn: StackClient;
let sets: ChangeSetClient;
beforeAll(async () => {
  aws = await startLocalAws({ resourceDelayMs: 0, changeSetLooks: 0 });
  cfn = stackClient(aws);
  sets = changeSetClient(cfn);
});
afterAll(() => aws.close());

const topic = (TopicName: unknown, DisplayName: unknown) => ({
  Type: 'AWS::SNS::Topic',
  Properties: { TopicName, DisplayName },
});
const parameter = (Value: unknown, more: object = {}) => ({
  Type: 'AWS::SSM::Parameter',
  Properties: { Type: 'String', Value, ...more },
});
const att = (id: string, name: string) => ({ 'Fn::GetAtt': [id, name] });
const given = (values: Record<string, string>) =>
  Object.entries(values).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue }));

/** What a change set says of the step from one template's resources to the next. */
async function step(stack: string, before: object, after: object) {
  await cfn.create(stack, { Resources: before });
  return sets.show(stack, { Resources: after });
}

describe('a property that the template says otherwise', () => {
  it('is changed directly, for each property once', async () => {
    const answer = await step(
      'direct',
      { T: topic('direct-1', 'a') },
      { T: { ...topic('direct-2', 'b'), Metadata: { a: 1 } } },
    );
    expect(changeOf(answer, 'T')).toMatchObject({
      Action: 'Modify',
      PhysicalResourceId: 'arn:aws:sns:us-east-1:111111111111:direct-1',
      ResourceType: 'AWS::SNS::Topic',
      Replacement: 'True',
      PolicyAction: 'ReplaceAndDelete',
      Scope: ['Properties', 'Metadata'],
    });
    expect(reasons(answer, 'T')).toEqual([
      'TopicName Always Static DirectModification',
      'DisplayName Never Static DirectModification',
      'Metadata Never Static DirectModification',
    ]);
    expect(changeOf(answer, 'T').Details?.[0]?.Target).toEqual({
      Attribute: 'Properties',
      Name: 'TopicName',
      RequiresRecreation: 'Always',
    });
  });

  it.each(['DeletionPolicy', 'UpdateReplacePolicy'])('does not have to be one: %s', async (attribute) => {
    const before = { T: topic(`policy-${attribute}`, 'a'), P: parameter(att('T', 'TopicName')) };
    const answer = await step(`policy-${attribute}`, before, { ...before, T: { ...before.T, [attribute]: 'Retain' } });
    expect(changeOf(answer, 'T')).toMatchObject({ Replacement: 'False', Scope: [attribute] });
    expect(reasons(answer, 'T')).toEqual([`${attribute} Never Static DirectModification`]);
    expect(reasons(answer, 'P')).toEqual(['Value Never Dynamic ResourceAttribute T.TopicName']);
  });

  it('is none where only the order or DependsOn is another one', async () => {
    const answer = await step(
      'order',
      { A: parameter('a'), B: parameter('b') },
      { B: { ...parameter('b'), DependsOn: 'A' }, A: parameter('a') },
    );
    expect(answer.Status).toBe('FAILED');
  });
});

describe('a parameter that has another value', () => {
  const Parameters = { Name: { Type: 'String' }, Other: { Type: 'String', Default: 'o' } };

  it('is told twice for each property that has it, and by what reads it through a map', async () => {
    const Mappings = { M: { one: { v: 'x' }, two: { v: 'y' } } };
    const template = {
      Parameters,
      Mappings,
      Resources: {
        T: topic({ Ref: 'Name' }, { 'Fn::Sub': 'of ${Name} and ${Other}' }),
        P: parameter({ 'Fn::FindInMap': ['M', { Ref: 'Name' }, 'v'] }),
        Q: parameter({ Ref: 'Other' }),
      },
    };
    await cfn.create('params', template, { Parameters: given({ Name: 'one' }) });
    const answer = await sets.show('params', template, { Parameters: given({ Name: 'two' }) });
    expect(lines(answer)).toEqual(['Modify P False', 'Modify T True ReplaceAndDelete']);
    expect(reasons(answer, 'T')).toEqual([
      'TopicName Always Dynamic DirectModification',
      'TopicName Always Static ParameterReference Name',
      'DisplayName Never Dynamic DirectModification',
      'DisplayName Never Static ParameterReference Name',
    ]);
    expect(reasons(answer, 'P')).toEqual([
      'Value Never Dynamic DirectModification',
      'Value Never Static ParameterReference Name',
    ]);
  });

  it('and decides a condition adds, removes or changes directly', async () => {
    const template = {
      Parameters,
      Conditions: { IsOne: { 'Fn::Equals': [{ Ref: 'Name' }, 'one'] } },
      Resources: {
        First: { ...parameter('1'), Condition: 'IsOne' },
        P: parameter({ 'Fn::If': ['IsOne', 'yes', 'no'] }),
      },
    };
    await cfn.create('condition', template, { Parameters: given({ Name: 'two' }) });
    const answer = await sets.show('condition', template, { Parameters: given({ Name: 'one' }) });
    expect(lines(answer)).toEqual(['Add First', 'Modify P False']);
    expect(reasons(answer, 'P')).toEqual(['Value Never Static DirectModification']);
    await cfn.update('condition', template, { Parameters: given({ Name: 'one' }) });
    await sets.remove('condition');
    const back = await sets.show('condition', template, { Parameters: given({ Name: 'two' }) });
    expect(lines(back)).toEqual(['Remove First Delete', 'Modify P False']);
  });

  it('that nobody is to see is masked', async () => {
    const template = {
      Parameters: { Key: { Type: 'String', NoEcho: true } },
      Resources: { P: parameter({ Ref: 'Key' }) },
    };
    await cfn.create('no-echo', template, { Parameters: given({ Key: 'first-secret' }) });
    await sets.create('no-echo', template, { Parameters: given({ Key: 'second-secret' }) });
    const answer = await sets.made('no-echo', { IncludePropertyValues: true });
    expect(answer.Parameters).toEqual([{ ParameterKey: 'Key', ParameterValue: '****' }]);
    expect(lines(answer)).toEqual(['Modify P False']);
    expect(JSON.stringify(answer)).not.toContain('secret');
  });
});

describe('what refers to a resource', () => {
  it('that is replaced changes for sure, by its id and by its attributes', async () => {
    const rest = {
      R: parameter({ Ref: 'T' }),
      A: parameter(att('T', 'TopicName')),
      S: { Type: 'AWS::SNS::Subscription', Properties: { TopicArn: { Ref: 'T' }, Protocol: 'sqs', Endpoint: 'e' } },
    };
    const answer = await step(
      'replaced',
      { ...rest, T: topic('replaced-1', 'a') },
      { ...rest, T: topic('replaced-2', 'a') },
    );
    expect(lines(answer)).toEqual([
      'Modify A False',
      'Modify R False',
      'Modify S True ReplaceAndDelete',
      'Modify T True ReplaceAndDelete',
    ]);
    expect(reasons(answer, 'R')).toEqual(['Value Never Static ResourceReference T']);
    expect(reasons(answer, 'A')).toEqual(['Value Never Static ResourceAttribute T.TopicName']);
    expect(reasons(answer, 'S')).toEqual(['TopicArn Always Static ResourceReference T']);
  });

  it('that changes in place may change by its attributes, whatever changes, and along a chain', async () => {
    const rest = {
      R: parameter({ Ref: 'T' }),
      A: parameter({ 'Fn::Join': ['-', ['x', att('T', 'TopicName')]] }),
      B: parameter({ 'Fn::Sub': 'of ${A.Value}' }),
    };
    const answer = await step(
      'in-place',
      { ...rest, T: topic('in-place', 'a') },
      { ...rest, T: topic('in-place', 'b') },
    );
    expect(lines(answer)).toEqual(['Modify A False', 'Modify B False', 'Modify T False']);
    expect(reasons(answer, 'A')).toEqual(['Value Never Dynamic ResourceAttribute T.TopicName']);
    expect(reasons(answer, 'B')).toEqual(['Value Never Dynamic ResourceAttribute A.Value']);
  });

  it('that changes in place is perhaps replaced where the property needs it, and what refers to that too', async () => {
    const permission = { Action: 'lambda:InvokeFunction', Principal: 'events.amazonaws.com' };
    const rest = {
      Allowed: { Type: 'AWS::Lambda::Permission', Properties: { ...permission, FunctionName: att('F', 'Arn') } },
      Id: parameter({ Ref: 'Allowed' }),
    };
    const fn = (Timeout: number) => ({
      Type: 'AWS::Lambda::Function',
      Properties: { FunctionName: 'f', Handler: 'i.h', Role: 'r', Code: { ZipFile: '' }, Timeout },
    });
    const answer = await step('perhaps', { ...rest, F: fn(3) }, { ...rest, F: fn(6) });
    expect(lines(answer)).toEqual(['Modify Allowed Conditional', 'Modify F False', 'Modify Id False']);
    expect(reasons(answer, 'Allowed')).toEqual(['FunctionName Always Dynamic ResourceAttribute F.Arn']);
    expect(reasons(answer, 'Id')).toEqual(['Value Never Dynamic ResourceReference Allowed']);
  });

  it('that is added has a direct change besides', async () => {
    const answer = await step(
      'added',
      { P: parameter('a') },
      { P: parameter({ 'Fn::Sub': '${T}/${T.TopicName}' }), T: topic('added', 'a') },
    );
    expect(lines(answer)).toEqual(['Modify P False', 'Add T']);
    expect(reasons(answer, 'P')).toEqual([
      'Value Never Dynamic DirectModification',
      'Value Never Static ResourceReference T',
      'Value Never Static ResourceAttribute T.TopicName',
    ]);
    expect(changeOf(answer, 'T')).not.toHaveProperty('PhysicalResourceId');
    expect(changeOf(answer, 'T')).not.toHaveProperty('Replacement');
  });
});
