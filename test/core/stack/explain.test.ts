import { describe, expect, it } from 'vitest';
import { UserError } from '../../../core/errors.ts';
import { explainGoneRole, explainRemoval } from '../../../core/stack/explain.ts';
import { stackEvent, stackView } from './sample-stack.ts';

const failed = stackView({ status: 'DELETE_FAILED', reason: 'The following resource(s) failed to delete: [Uploads].' });

describe('why a stack could not be removed', () => {
  it('G7 is what went wrong first, with the state that the stack was left in, and where to look', () => {
    const error = explainRemoval('shop-api', failed, stackEvent(), 'us-east-1');
    expect(error).toBeInstanceOf(UserError);
    expect(error.code).toBe('E_DESTROY_FAILED');
    const text = decodeURIComponent(error.message);
    for (const word of ['shop-api', 'DELETE_FAILED', 'Uploads', 'The bucket you tried to delete is not empty'])
      expect(text).toContain(word);
    expect(error.message).toMatch(/ – \S/);
  });

  it('is told where no event says what went wrong, too', () => {
    const error = explainRemoval('shop-api', failed, undefined, 'us-east-1');
    expect(error.code).toBe('E_DESTROY_FAILED');
    expect(error.message).toContain('DELETE_FAILED');
    expect(error.message).not.toContain('undefined');
  });

  // CloudFormation says it in one way or the other.
  const REFUSALS = [
    'Export shop-table cannot be deleted as it is in use by shop-web-dev',
    'Delete canceled. Cannot delete export shop-table as it is in use by shop-web-dev.',
  ];

  it.each(REFUSALS)('E27 G6 is why CloudFormation refused to touch it, by what the stack says: %s', (reason) => {
    const stack = stackView({ status: 'UPDATE_COMPLETE', reason });
    const error = explainRemoval('shop-api', stack, undefined, 'us-east-1');
    expect(error.message).toContain('shop-web-dev');
    expect(error.code).toBe('E_STACK_IN_USE');
  });

  it.each(REFUSALS)('E27 G6 is why CloudFormation refused to touch it, by what went wrong first: %s', (reason) => {
    const stack = stackView({ status: 'UPDATE_COMPLETE' });
    const first = stackEvent({ type: 'AWS::CloudFormation::Stack', logicalId: stack.name, reason });
    const error = explainRemoval('shop-api', stack, first, 'us-east-1');
    expect(error.message).toContain('shop-web-dev');
    expect(error.code).toBe('E_STACK_IN_USE');
  });
});

describe('explainGoneRole', () => {
  const STACK = 'arn:aws:cloudformation:eu-west-1:111111111111:stack/shop-api-dev/1f0c7a10';
  const ROLE = 'arn:aws:iam::111111111111:role/cfn/deployer';
  const MESSAGE = `Role ${ROLE} is invalid or cannot be assumed`;

  it('names the role, and for a removal the command that goes on without it', () => {
    const error = explainGoneRole(STACK, MESSAGE, true);
    expect(error?.code).toBe('E_DESTROY_FAILED');
    expect(error?.message).toContain(ROLE);
    expect(error?.message).toContain(
      'aws cloudformation delete-stack --stack-name shop-api-dev --region eu-west-1 --role-arn ROLE_ARN',
    );
  });

  it('never advises to delete the stack of a deploy', () => {
    const error = explainGoneRole(STACK, MESSAGE, false);
    expect(error?.code).toBe('E_STACK_STATE');
    expect(error?.message).not.toContain('delete-stack');
  });

  it('is about no other error', () => {
    expect(explainGoneRole(STACK, 'Stack [shop] cannot be deleted', true)).toBeUndefined();
  });
});
