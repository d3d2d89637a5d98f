import { isWebAddress, printable } from '../report/printable.ts';
import { truncateText } from '../report/truncate.ts';
import { wordingOf } from '../report/wording.ts';
import { shortCommit } from '../short-commit.ts';
import type { NotificationMessage } from './message.ts';

/** Most services that a message lists. */
const MAX_SERVICES = 20;

/** Longest reason in a message, in characters. */
const MAX_REASON = 500;

/**
 * Renders a message for an incoming webhook of Slack, in its mrkdwn
 * (https://docs.slack.dev/messaging/formatting-message-text): `&`, `<` and `>` are the only signs that it wants escaped.
 */
export function slackMessage(message: NotificationMessage): { readonly text: string } {
  const { app, stage, state, commit, reason, url, run, services, repository } = message;
  const { icon, words } = wordingOf(state);
  const at = commit === undefined ? '' : ` at ${shortCommit(commit)}`;
  const links = [...(url === undefined ? [] : [slackLink(url, 'open')]), slackLink(run, 'log')].join(' · ');
  const changed = services.filter(({ status }) => status !== 'unchanged');
  const rows = changed.slice(0, MAX_SERVICES).map(({ service, status, error }) => {
    return `• ${escaped(service)}: ${status}${error === undefined ? '' : ` (${error})`}`;
  });
  const more = changed.length > MAX_SERVICES ? [`• ${changed.length - MAX_SERVICES} more`] : [];
  const why = reason === undefined ? [] : [escaped(truncateText(reason, MAX_REASON))];
  const head = `${icon} *${escaped(app)}* in stage *${escaped(stage)}* ${words}${at} (${escaped(repository)}) ${links}`;
  return { text: [head, ...why, ...rows, ...more].join('\n') };
}

function slackLink(url: string, text: string): string {
  return isWebAddress(url) ? `<${escaped(url)}|${text}>` : escaped(url);
}

function escaped(text: string): string {
  return printable(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
