import { vi } from 'vitest';
import type { NotificationConfig } from '../../../core/configuration/notification-schema.ts';
import { createRedactor } from '../../../core/redact.ts';
import type { StageIdentity } from '../../../core/stage/identity.ts';
import { encodeJson } from '../../../core/transport.ts';
import { readRunContext } from '../../../io/runner/context.ts';
import type { Log } from '../../../io/runner/log.ts';
import { jobFace } from '../../../stage/open/face.ts';
import { type OpenedStage, openStage } from '../../../stage/open/stage.ts';
import { PREVIEW, sampleConfiguration } from '../../core/report/sample-report.ts';
import type { LocalAws } from '../../local-aws/server.ts';

/** The account of the sample preview. */
export const ACCOUNT = '111111111111';
/** A value that the stage's redactor knows. */
export const SECRET = 'canary-of-a-parameter';
const RUN = {
  GITHUB_REPOSITORY: 'acme/workshop',
  GITHUB_REPOSITORY_ID: '1001',
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_RUN_ID: '3001',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_API_URL: 'http://127.0.0.1:9',
  RUNNER_TEMP: '/nowhere',
};

/** A stage whose configuration has these entries, and the warnings that it gives. */
export function stageWith(
  aws: LocalAws,
  notifications: readonly NotificationConfig[],
  of: StageIdentity = PREVIEW,
): OpenedStage & { readonly warnings: string[] } {
  const { accessKeyId, secretAccessKey } = aws.addUser(ACCOUNT);
  const arn = `arn:aws:iam::${ACCOUNT}:user/test`;
  const stage = openStage(
    {
      configuration: sampleConfiguration(of, notifications),
      session: { accessKeyId, secretAccessKey, account: ACCOUNT, region: 'us-east-1', arn },
      redactor: createRedactor([SECRET]),
      workingDirectory: '.',
    },
    jobFace('canary-github-token', readRunContext(RUN)),
  );
  const warnings: string[] = [];
  const ignore = () => undefined;
  const quiet = { info: ignore, notice: ignore, debug: ignore, foreign: ignore, group: ignore, error: ignore };
  const log: Log = { ...quiet, warning: (text) => void warnings.push(text) };
  return { ...stage, voice: { ...stage.voice, log }, warnings };
}

/** Work that comes to this result. */
export const done = (result: object) => async () => ({ outputs: { result: encodeJson(result) } });

/** Lets this process ask the local AWS; `vi.unstubAllEnvs` takes it back. */
export function askLocalAws(aws: LocalAws): void {
  vi.stubEnv('AWS_ENDPOINT_URL', aws.url);
}
