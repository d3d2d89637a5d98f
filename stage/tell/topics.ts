import type { EffectiveConfiguration } from '../../core/configuration/effective.ts';
import type { DeployResult } from '../../core/deploy/result.ts';
import { describeError } from '../../core/described-error.ts';
import { notificationOf } from '../../core/notify/message.ts';
import { entriesFor } from '../../core/notify/select.ts';
import type { Redactor } from '../../core/redact.ts';
import type { RemovalResult } from '../../core/removal/result.ts';
import { type RunEnd, reportsOfEnd } from '../../core/report/stage-report.ts';
import { decodeJson } from '../../core/transport.ts';
import type { PublishToTopic } from '../../io/aws/topics.ts';
import { type RunAttempt, recordedRun } from '../run.ts';
import type { Voice } from '../voice.ts';

/** What topics are told by. */
export interface TopicEdges {
  readonly configuration: EffectiveConfiguration;
  readonly attempt: RunAttempt;
  /** Publishes with the role's session. */
  readonly publishToTopic: PublishToTopic;
  readonly redactor: Redactor;
  readonly voice: Pick<Voice, 'log'>;
}

interface Finished {
  readonly outputs: { readonly result?: string | undefined };
}

/** What came of a job that has the role: its result, or why it has none. */
type JobEnd = Partial<Pick<RunEnd, 'result' | 'error'>>;

/**
 * Does the work of a job that has the role, and tells the SNS topics of `notifications` what came of it, also if it
 * failed. That somebody could not be told is a warning.
 */
export async function tellingTopics<Done extends Finished>(
  edges: TopicEdges,
  work: () => Promise<Done>,
): Promise<Done> {
  if (!(edges.configuration.notifications ?? []).some(({ sns }) => sns !== undefined)) {
    return work();
  }
  let done: Done;
  try {
    done = await work();
  } catch (error) {
    const { code, message } = describeError(error);
    await tellTopics({ error: edges.redactor.redact(`${code}: ${message}`) }, edges);
    throw error;
  }
  const { result } = done.outputs;
  if (result !== undefined) {
    await tellTopics({ result: decodeJson(result) as DeployResult | RemovalResult }, edges);
  }
  return done;
}

/** Never rejects. */
async function tellTopics(end: JobEnd, edges: TopicEdges): Promise<void> {
  await publishEnd(end, edges).catch((error: Error) =>
    edges.voice.log.warning(`no topic could be told: ${error.message}`),
  );
}

async function publishEnd(
  end: JobEnd,
  { configuration, attempt, publishToTopic, voice: { log } }: TopicEdges,
): Promise<void> {
  const ended = {
    decision: 'deploy',
    result: undefined,
    error: undefined,
    testResult: '',
    deployResult: '',
    ...end,
  } as const;
  const messages = reportsOfEnd(configuration, ended, recordedRun(attempt)).map((one) =>
    notificationOf(one, attempt.repository),
  );
  for (const message of messages.filter((one) => one !== undefined)) {
    for (const { sns } of entriesFor(configuration.notifications ?? [], message)) {
      if (sns !== undefined) {
        await publishToTopic(sns, message).catch((error: Error) =>
          log.warning(`${sns} could not be told of "${message.event}" of ${message.stage}: ${error.message}`),
        );
      }
    }
  }
}
