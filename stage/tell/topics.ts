import type { DeployResult } from '../../core/deploy/result.ts';
import { describeError } from '../../core/described-error.ts';
import { notificationOf } from '../../core/notify/message.ts';
import { entriesFor } from '../../core/notify/select.ts';
import type { RemovalResult } from '../../core/removal/result.ts';
import { type RunEnd, reportsOfEnd } from '../../core/report/stage-report.ts';
import { decodeJson } from '../../core/transport.ts';
import { publishToTopic } from '../../io/aws/topics.ts';
import type { OpenedStage } from '../open/stage.ts';

interface Finished {
  readonly outputs: { readonly result?: string | undefined };
}

/**
 * Does the work of a job that has the role, and tells the SNS topics of `notifications` what came of it, also where it
 * failed. That somebody could not be told is a warning.
 */
export async function tellingTopics<Done extends Finished>(
  stage: OpenedStage,
  work: () => Promise<Done>,
): Promise<Done> {
  if (!(stage.configuration.notifications ?? []).some(({ sns }) => sns !== undefined)) {
    return work();
  }
  let done: Done;
  try {
    done = await work();
  } catch (error) {
    const { code, message } = describeError(error);
    await tell({ error: stage.redactor.redact(`${code}: ${message}`) }, stage);
    throw error;
  }
  const { result } = done.outputs;
  if (result !== undefined) {
    await tell({ result: decodeJson(result) as DeployResult | RemovalResult }, stage);
  }
  return done;
}

/** Never rejects. */
async function tell(end: Partial<Pick<RunEnd, 'result' | 'error'>>, stage: OpenedStage): Promise<void> {
  await publish(end, stage).catch((error: Error) => stage.log.warning(`no topic could be told: ${error.message}`));
}

async function publish(end: Partial<Pick<RunEnd, 'result' | 'error'>>, stage: OpenedStage): Promise<void> {
  const { configuration, run, live, log } = stage;
  const { id, attempt, url, repository } = run;
  const ended = {
    decision: 'deploy',
    result: undefined,
    error: undefined,
    testResult: '',
    deployResult: '',
    ...end,
  } as const;
  const messages = reportsOfEnd(configuration, ended, { id, attempt, url }).map((one) =>
    notificationOf(one, repository),
  );
  for (const message of messages.filter((one) => one !== undefined)) {
    for (const { sns } of entriesFor(configuration.notifications ?? [], message)) {
      if (sns !== undefined) {
        await publishToTopic(sns, message, live.inRegion(sns.split(':')[3] ?? live.region)).catch((error: Error) =>
          log.warning(`${sns} could not be told of "${message.event}" of ${message.stage}: ${error.message}`),
        );
      }
    }
  }
}
