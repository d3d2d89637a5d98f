import type { StackEvent } from '../../../core/stack/failure.ts';
import type { StackView } from '../../../core/stack/status.ts';

/** ARN of the sample stack. */
export const STACK_ID = 'arn:aws:cloudformation:us-east-1:111111111111:stack/shop-api-pr-1-0pv3fa9c/1';

/** A stack of the preview pr-1-0pv3fa9c that stands complete. */
export function stackView(overrides: Partial<StackView> = {}): StackView {
  return {
    name: 'shop-api-pr-1-0pv3fa9c',
    id: STACK_ID,
    status: 'UPDATE_COMPLETE',
    created: '2026-11-01T00:00:00.000Z',
    changed: '2026-11-25T10:00:00.000Z',
    outputs: {},
    exports: {},
    isProtected: false,
    stage: 'pr-1-0pv3fa9c',
    ...overrides,
  };
}

/** An event of a bucket that could not be deleted. */
export function stackEvent(overrides: Partial<StackEvent> = {}): StackEvent {
  return {
    id: 'event-1',
    time: Date.UTC(2026, 10, 25, 12),
    logicalId: 'Uploads',
    physicalId: 'shop-uploads',
    type: 'AWS::S3::Bucket',
    status: 'DELETE_FAILED',
    reason: 'The bucket you tried to delete is not empty',
    ...overrides,
  };
}
