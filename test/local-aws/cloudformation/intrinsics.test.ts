import { describe, expect, it } from 'vitest';
import type { Wish } from '../state/stacks.ts';
import { evaluate } from './intrinsics.ts';
import { activeResources, evaluateOutputs, liveScope } from './scope.ts';
import { parseTemplate } from './template.ts';

const stack = {
  name: 'app-dev',
  id: 'arn:aws:cloudformation:eu-west-1:111111111111:stack/app-dev/1',
  account: '111111111111',
  region: 'eu-west-1',
};
const templateBody = `
Parameters:
  Stage: { Type: String, Default: dev }
  Zones: { Type: CommaDelimitedList, Default: "a,b" }
Mappings:
  Sizes: { dev: { Memory: 128 }, prod: { Memory: 1024 } }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  IsEurope: !And [!Not [!Condition IsProd], !Or [!Equals [!Ref AWS::Region, eu-west-1], !Equals [a, b]]]
Resources:
  Table: { Type: AWS::DynamoDB::Table }
  OnlyProd: { Type: AWS::SQS::Queue, Condition: IsProd }
Outputs:
  Always: { Value: !GetAtt Table.Arn, Export: { Name: !Sub "\${AWS::StackName}-table" } }
  Sometimes: { Condition: IsProd, Value: x }
`;
const wish: Wish = {
  template: parseTemplate(templateBody),
  templateBody,
  parameters: {},
  tags: {},
  capabilities: [],
  notificationArns: [],
};
const table = {
  logicalId: 'Table',
  physicalId: 'table-1',
  type: 'AWS::DynamoDB::Table',
  status: '',
  updatedAt: 0,
  properties: {},
  attributes: { Arn: 'arn:table-1' },
};
const scope = liveScope(stack, wish, new Map([['Table', table]]), (name) => `imported ${name}`);
const resolved = (yaml: string) => {
  const template = parseTemplate(`Resources: { X: { Type: T, Properties: { Value: ${yaml} } } }`);
  return (evaluate(template.Resources['X']?.Properties, scope) as { Value?: unknown }).Value;
};

describe('intrinsic functions', () => {
  it.each([
    ['!Ref Table', 'table-1'],
    ['!Ref Stage', 'dev'],
    ['!Ref Zones', ['a', 'b']],
    ['!Ref AWS::AccountId', '111111111111'],
    ['!GetAtt Table.Arn', 'arn:table-1'],
    ['!Sub "${Table}/${Table.Arn}/${AWS::Partition}/${!Literal}"', 'table-1/arn:table-1/aws/${Literal}'],
    ['!Sub ["${a}-${Stage}", { a: !Ref Table }]', 'table-1-dev'],
    ['!Join ["-", [a, !Ref Stage, !Join [".", [b, c]]]]', 'a-dev-b.c'],
    ['!Select [1, !Split [":", "a:b:c"]]', 'b'],
    ['!If [IsEurope, yes, no]', 'yes'],
    ['!If [IsProd, yes, !Ref "AWS::NoValue"]', undefined],
    ['[1, !If [IsProd, 2, !Ref "AWS::NoValue"], 3]', [1, 3]],
    ['!FindInMap [Sizes, !Ref Stage, Memory]', 128],
    ['!ImportValue x', 'imported x'],
    ['{ "Fn::Base64": !Sub "${Stage}" }', 'ZGV2'],
    ['!GetAZs ""', ['eu-west-1a', 'eu-west-1b', 'eu-west-1c']],
  ])('%s is %j', (yaml, expected) => {
    expect(resolved(yaml)).toEqual(expected);
  });

  it.each([
    ['!Select [5, [a]]', /Fn::Select cannot select nonexistent value at index 5/],
    ['!GetAtt Table.Nothing', /Table does not support attribute type Nothing/],
    ['!Ref Nobody', /undefined resource Nobody/],
    ['!FindInMap [Sizes, test, Memory]', /Unable to get mapping for Sizes::test::Memory/],
    ['!If [Unknown, a, b]', /unresolved condition dependency Unknown/],
    ['{ "Fn::Length": [1] }', /Fn::Length is not supported/],
  ])('%s is an error', (yaml, message) => {
    expect(() => resolved(yaml)).toThrow(message);
  });
});

it('conditions leave resources and outputs out', () => {
  expect(Object.keys(activeResources(stack, wish))).toEqual(['Table']);
  expect(evaluateOutputs(wish, scope)).toEqual([{ key: 'Always', value: 'arn:table-1', exportName: 'app-dev-table' }]);
  const prod = { ...wish, parameters: { Stage: 'prod' } };
  expect(Object.keys(activeResources(stack, prod))).toEqual(['Table', 'OnlyProd']);
});
