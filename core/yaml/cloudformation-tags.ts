import { type Node, Pair, Scalar, type Tags, YAMLMap } from 'yaml';

/** Functions that a template writes as tags: `!Sub x` is `Fn::Sub: x`. `Ref` and `Condition` have no `Fn::`. */
const FUNCTIONS = [
  'And',
  'Base64',
  'Cidr',
  'Equals',
  'FindInMap',
  'GetAtt',
  'GetAZs',
  'If',
  'ImportValue',
  'Join',
  'Not',
  'Or',
  'Select',
  'Split',
  'Sub',
  'Transform',
] as const;
const LONG_FORMS: readonly (readonly [tag: string, key: string])[] = [
  ...FUNCTIONS.map((name) => [`!${name}`, `Fn::${name}`] as const),
  ['!Ref', 'Ref'],
  ['!Condition', 'Condition'],
];

/**
 * The short forms of CloudFormation's functions, read as their long forms, as the Serverless Framework reads them.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
 */
export const CLOUDFORMATION_TAGS: Tags = LONG_FORMS.flatMap(([tag, key]) => [
  // What a scalar comes to is a plain value, and what a collection comes to is a node.
  { tag, resolve: (text: string) => ({ [key]: text }) },
  { tag, collection: 'seq' as const, resolve: (node: unknown) => longForm(key, node) },
  { tag, collection: 'map' as const, resolve: (node: unknown) => longForm(key, node) },
]);

function longForm(key: string, value: unknown): YAMLMap {
  const map = new YAMLMap();
  map.items.push(new Pair(new Scalar(key), value as Node));
  return map;
}
