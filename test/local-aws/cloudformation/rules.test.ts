import { CloudFormationClient, CreateStackCommand, ValidateTemplateCommand } from '@aws-sdk/client-cloudformation';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalAws, startLocalAws } from '../server.ts';

const RESOURCES = 'Resources: { Queue: { Type: AWS::SQS::Queue } }\n';
const PARAMETERS =
  'Parameters: { Kind: { Type: String, Default: a }, Names: { Type: CommaDelimitedList, Default: "" } }\n';

let aws: LocalAws;
let client: CloudFormationClient;
let stacks = 0;
beforeAll(async () => {
  aws = await startLocalAws();
  const credentials = aws.addUser('111111111111');
  client = new CloudFormationClient({ endpoint: aws.url, region: 'us-east-1', credentials });
});
afterAll(() => aws.close());

const create = (body: string, parameters: Readonly<Record<string, string>> = {}) =>
  client.send(
    new CreateStackCommand({
      StackName: `rules-${++stacks}`,
      TemplateBody: PARAMETERS + body + RESOURCES,
      Parameters: Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({
        ParameterKey,
        ParameterValue,
      })),
    }),
  );
const ruleOf = (assert: string, condition = '!Equals [a, a]') =>
  `Rules: { R: { RuleCondition: ${condition}, Assertions: [{ Assert: ${assert}, AssertDescription: names it }] } }\n`;

describe('the sections of a template', () => {
  it.each([
    ['Rules', 'Fn::Join', ruleOf('!Equals [!Join ["", !Ref Names], ""]')],
    ['Rules', 'Fn::If', ruleOf('!If [a, b, c]')],
    ['Rules', 'Fn::GetAtt', ruleOf('!Equals [!GetAtt Queue.Arn, ""]')],
    ['Conditions', 'Fn::GetAtt', 'Conditions: { C: !Equals [!GetAtt Queue.Arn, ""] }\n'],
    ['Conditions', 'Fn::ImportValue', 'Conditions: { C: !Equals [!ImportValue x, ""] }\n'],
    ['Mappings', 'Ref', 'Mappings: { M: { a: { b: !Ref Kind } } }\n'],
  ])('%s do not take %s, when a stack is made and when a template is looked at', async (section, name, body) => {
    const error = {
      name: 'ValidationError',
      message: expect.stringContaining(`${section} block of the template: [${name}]`),
    };
    await expect(create(body)).rejects.toMatchObject(error);
    const TemplateBody = PARAMETERS + body + RESOURCES;
    await expect(client.send(new ValidateTemplateCommand({ TemplateBody }))).rejects.toMatchObject(error);
  });

  it('take the others: conditions join lists', async () => {
    await expect(create('Conditions: { C: !Equals [!Join ["", !Ref Names], ""] }\n')).resolves.toBeDefined();
  });
});

describe('the rules of a template', () => {
  it.each([
    ['a list that is empty', '!Not [{ "Fn::Contains": [!Ref Names, ""] }]', {}, false],
    ['a list that is not empty', '!Not [{ "Fn::Contains": [!Ref Names, ""] }]', { Names: 'x,y' }, true],
    ['what stands in a list', '"Fn::EachMemberIn": [!Ref Names, [x, y]]', { Names: 'x' }, true],
    ['what does not', '"Fn::EachMemberIn": [!Ref Names, [x, y]]', { Names: 'x,z' }, false],
    ['one of several', '!Or [!Equals [!Ref Kind, b], !Equals [!Ref Kind, c]]', { Kind: 'c' }, true],
    ['all of several', '!And [!Equals [!Ref Kind, c], !Equals [!Ref Kind, b]]', { Kind: 'c' }, false],
  ])('are asked of %s', async (_what, assert, parameters, holds) => {
    const made = create(ruleOf(assert.startsWith('!') ? assert : `{ ${assert} }`), parameters);
    await (holds
      ? expect(made).resolves.toBeDefined()
      : expect(made).rejects.toMatchObject({ name: 'ValidationError', message: expect.stringContaining('names it') }));
  });

  it('are asked only if their condition holds', async () => {
    await expect(create(ruleOf('!Equals [a, b]', '!Equals [!Ref Kind, b]'))).resolves.toBeDefined();
  });
});
