/** What the entries of `notifications` may be told of. */
export const NOTIFIED_EVENTS = ['started', 'deployed', 'unchanged', 'superseded', 'failed', 'removed'] as const;

export type NotifiedEvent = (typeof NOTIFIED_EVENTS)[number];

/** What is told of where an entry does not say. */
export const DEFAULT_EVENTS: readonly NotifiedEvent[] = ['deployed', 'failed', 'removed'];
