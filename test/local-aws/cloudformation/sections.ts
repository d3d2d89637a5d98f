import { AwsError } from '../protocol/service.ts';
import type { Template } from './template.ts';

/**
 * What may stand in `Rules` (CloudFormation user guide, "Rules section": Ref and the rule-specific functions alone).
 */
const RULE_FUNCTIONS = [
  'Ref',
  ...[
    'And',
    'Contains',
    'EachMemberEquals',
    'EachMemberIn',
    'Equals',
    'Not',
    'Or',
    'RefAll',
    'ValueOf',
    'ValueOfAll',
  ].map((name) => `Fn::${name}`),
];

/** What `Conditions` cannot know, as they are evaluated before there is any resource ("Conditions section"). */
const NOT_IN_CONDITIONS = ['Fn::GetAtt', 'Fn::ImportValue', 'Fn::GetAZs'];

/** Refuses functions in sections of a template that do not take them, as CloudFormation does before it looks at anything else. */
export function checkSections({ Rules, Conditions, Mappings, Parameters }: Template): void {
  refuse('Rules', Rules, (name) => !RULE_FUNCTIONS.includes(name));
  refuse('Conditions', Conditions, (name) => NOT_IN_CONDITIONS.includes(name));
  refuse('Mappings', Mappings, () => true);
  refuse('Parameters', Parameters, () => true);
}

function refuse(section: string, content: unknown, isRefused: (name: string) => boolean): void {
  const found = [...new Set(functionsIn(content))].filter(isRefused);
  if (found.length > 0) {
    throw new AwsError(
      'ValidationError',
      `Template format error: Following functions are not supported in the ${section} block of the template: [${found.join(', ')}]`,
    );
  }
}

function functionsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(key === 'Ref' || key.startsWith('Fn::') ? [key] : []),
    ...functionsIn(inner),
  ]);
}
