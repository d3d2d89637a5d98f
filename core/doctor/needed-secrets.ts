import { type Config, isSecret } from '../configuration/schema.ts';
import { ownValue } from '../own-value.ts';
import { type CallingJob, stageOf } from './clone.ts';

/** Names of the parameters of a job's profile that are entries of PARAMETERS. */
export function secretParameters(config: Config, one: CallingJob): string[] {
  const name = one.kind === 'preview' ? config['default-profile'] : config.stages?.[stageOf(one) ?? '']?.profile;
  const parameters = one.kind === 'sweep' ? {} : (ownValue(config.profiles, name ?? '')?.parameters ?? {});
  return Object.entries(parameters).flatMap(([key, value]) => (isSecret(value) ? [key] : []));
}

/** The secrets that a called workflow needs for what is configured, by the names that it has for them. */
export function neededSecrets(config: Config, one: CallingJob): string[] {
  const { notifications = [] } = config;
  const hasSlack = notifications.some(({ slack }) => slack !== undefined);
  const hasWebhook = notifications.some(({ webhook }) => webhook !== undefined);
  return one.kind === 'promote'
    ? []
    : [
        ...(secretParameters(config, one).length > 0 ? ['PARAMETERS'] : []),
        ...(hasSlack ? ['NOTIFY_SLACK'] : []),
        ...(hasWebhook ? ['NOTIFY_WEBHOOK_URL', 'NOTIFY_WEBHOOK_KEY'] : []),
      ];
}
