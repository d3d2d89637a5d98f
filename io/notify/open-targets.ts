import { describeError } from '../../core/described-error.ts';
import { parseTargets } from '../../core/notify/targets.ts';
import { mask } from '../profile.ts';
import type { Log } from '../runner/log.ts';
import type { NotificationTargets } from './deliver.ts';

/** The inputs that say where notifications go. */
export interface TargetInputs {
  readonly 'notify-slack': string | undefined;
  readonly 'notify-webhook-url': string | undefined;
  readonly 'notify-webhook-key': string | undefined;
  readonly 'notify-hosts': readonly string[] | undefined;
}

/** Reads where notifications go, and masks each address by itself. A secret that cannot be read is a warning. */
export function openTargets(inputs: TargetInputs, log: Log): NotificationTargets {
  const addresses = (secret: string, text: string | undefined): ReadonlyMap<string, string> => {
    try {
      const found = parseTargets(secret, text);
      for (const address of found.values()) {
        mask(address);
      }
      return found;
    } catch (error) {
      log.warning(`nobody is told by ${secret}: ${describeError(error).message}`);
      return new Map();
    }
  };
  return {
    slack: addresses('NOTIFY_SLACK', inputs['notify-slack']),
    webhooks: addresses('NOTIFY_WEBHOOK_URL', inputs['notify-webhook-url']),
    webhookKey: inputs['notify-webhook-key'],
    allowedHosts: inputs['notify-hosts'] ?? [],
  };
}
