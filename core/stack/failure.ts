/** An event of a stack, as far as we look at it. */
export interface StackEvent {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly logicalId: string;
  readonly type: string;
  readonly status: string;
  readonly reason: string;
}

/** Events that only say that another resource failed. */
const CONSEQUENCE = /^(Resource (creation|update) cancelled|The following resource\(s\) failed)/i;

/**
 * Returns the first failed event after a time (milliseconds), which is what went wrong; the events after it are its
 * consequences. Doubled and unordered events do not matter.
 */
export function firstFailure(events: readonly StackEvent[], since: number): StackEvent | undefined {
  return [...new Map(events.map((event) => [event.id, event])).values()]
    .filter((event) => event.time > since && event.status.endsWith('_FAILED') && !CONSEQUENCE.test(event.reason))
    .sort((a, b) => a.time - b.time)[0];
}

/** Returns the export that CloudFormation says cannot be changed or removed because others import it. */
export function exportInUse(reason: string): string | undefined {
  return /Export (\S+) cannot be (?:updated|deleted) as it is in use/.exec(reason)?.[1];
}
