/** An event of a stack, as far as we look at it. */
export interface StackEvent {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly logicalId: string;
  /** Of a nested stack its ARN. */
  readonly physicalId: string;
  readonly type: string;
  readonly status: string;
  readonly reason: string;
}

const STACK = 'AWS::CloudFormation::Stack';

/** Events that only say that another resource failed. */
const CONSEQUENCE = /^(Resource (creation|update) cancelled|The following resource\(s\) failed)/i;

/**
 * Returns the first failed event after a time (milliseconds), which is what went wrong; the events after it are its
 * consequences. Where no resource failed, the reason that the stack itself gives for its rollback (an export in use). Doubled and unordered events do not matter.
 */
export function firstFailure(events: readonly StackEvent[], since: number): StackEvent | undefined {
  const own = [...new Map(events.map((event) => [event.id, event])).values()]
    .filter((event) => event.time > since && event.reason !== '' && !CONSEQUENCE.test(event.reason))
    .sort((a, b) => a.time - b.time);
  return (
    own.find((event) => event.status.endsWith('_FAILED')) ??
    own.find((event) => event.type === STACK && event.status.endsWith('ROLLBACK_IN_PROGRESS'))
  );
}

/** Returns the nested stack that a failed event is of: what went wrong is in its own events. Undefined where it is of none. */
export function nestedStackOf(event: StackEvent, stack: string): string | undefined {
  return event.type === STACK && event.physicalId.startsWith('arn:') && event.physicalId !== stack
    ? event.physicalId
    : undefined;
}

/** Returns the export that CloudFormation says cannot be changed or removed because others import it. */
export function exportInUse(reason: string): string | undefined {
  const found =
    /Export (\S+) cannot be (?:updated|deleted) as it is in use|Cannot (?:update|delete) export (\S+) as it is in use/i.exec(
      reason,
    );
  return found?.[1] ?? found?.[2];
}
