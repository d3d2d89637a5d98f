import type { NotificationConfig } from '../configuration/notification-schema.ts';
import { DEFAULT_EVENTS } from '../configuration/notification-schema.ts';
import { isStageAmong } from '../stage/among.ts';
import type { NotificationMessage } from './message.ts';

/** Statuses of services that nothing happened to. */
const QUIET = new Set(['unchanged', 'not-started', 'absent', 'kept', 'planned']);

/** Returns the entries of `notifications` that are told of a message: those whose filters let it through. */
export function entriesFor(entries: readonly NotificationConfig[], message: NotificationMessage): NotificationConfig[] {
  return entries.filter(
    ({ events, stages, services }) =>
      (events ?? DEFAULT_EVENTS).includes(message.event) &&
      (stages === undefined || isStageAmong({ name: message.stage, kind: message.kind }, stages)) &&
      (services === undefined || isOfServices(services, message)),
  );
}

/** Before anything has happened to a service, and where nothing is known of any, it may be one of these. */
function isOfServices(wanted: readonly string[], { services }: NotificationMessage): boolean {
  return (
    services.length === 0 || services.some(({ service, status }) => wanted.includes(service) && !QUIET.has(status))
  );
}
