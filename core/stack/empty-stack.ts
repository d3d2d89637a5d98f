import type { StackView } from './status.ts';

/** Name of what an empty stack has: a resource, which it needs, and an output. */
const NOTHING_YET = 'NothingYet';

/**
 * The template of a stack that has nothing in it yet, as text. Its resource never fails: it is an address that nobody calls
 * (CloudFormation user guide, AWS::CloudFormation::WaitConditionHandle). Its output is there because osls 4.3 looks for one of
 * its own in the list of a stack that it finds (`s3TransferAcceleration`), and CloudFormation leaves out a list that is empty.
 * The first deploy takes both out.
 */
export const EMPTY_STACK = JSON.stringify({
  AWSTemplateFormatVersion: '2010-09-09',
  Description: 'Made with termination protection, before the first deploy',
  Resources: { [NOTHING_YET]: { Type: 'AWS::CloudFormation::WaitConditionHandle' } },
  Outputs: { [NOTHING_YET]: { Value: 'nothing is deployed yet' } },
});

/** Whether a stack was made empty and nothing was deployed into it since, but the bucket for packages perhaps. */
export function isEmptyStack({ outputs }: Pick<StackView, 'outputs'>): boolean {
  return Object.hasOwn(outputs, NOTHING_YET);
}
