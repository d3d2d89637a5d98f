import { parseRoleArn } from '../../core/aws/role-arn.ts';
import type { EffectiveConfiguration } from '../../core/configuration/effective.ts';
import type { Session } from '../../core/profile/session.ts';
import { createGitHubReader } from '../../io/github/client.ts';
import type { GitHubReader } from '../../io/github/reader.ts';
import { type AssumeRole, mask, roleAssumer } from '../../io/profile.ts';
import { type RunContext, runUrl } from '../../io/runner/context.ts';
import { type Log, runnerLog } from '../../io/runner/log.ts';
import type { RunAttempt } from '../run.ts';

/** The side that the product is used from, a job of GitHub Actions or a laptop: who works, and what that brings. */
export interface Face {
  readonly attempt: RunAttempt;
  readonly github: GitHubReader;
  /** Where it is shown what is said; whatever comes here is redacted. */
  readonly log: Log;
  /** Has a text masked in all that is shown from here on. */
  readonly mask: (text: string) => void;
  /** How the stage of a configuration assumes roles; `secret` is told of each secret text at once. */
  readonly assumerOf: (configuration: EffectiveConfiguration, secret: (text: string) => void, log: Log) => AssumeRole;
  /** The role that a session is of, if it can be assumed anew. */
  readonly renewableRole: (configuration: EffectiveConfiguration, session: Session) => string | undefined;
  /** Absolute path of the checkout. */
  readonly workspace: string;
  /** Folder for what nobody needs when the work is done. */
  readonly tempFolder: string;
}

/** Returns the face of a step in a job. */
export function jobFace(githubToken: string, context: RunContext): Face {
  return {
    attempt: {
      repository: `${context.owner}/${context.repository}`,
      repositoryId: context.repositoryId,
      id: context.runId,
      attempt: context.runAttempt,
      runner: context.runnerName,
      url: runUrl(context),
    },
    github: createGitHubReader(githubToken, context),
    log: runnerLog,
    mask,
    assumerOf: (configuration, secret, log) => roleAssumer(configuration, context, secret, log),
    renewableRole: (configuration, session) => {
      const mayAsk = (process.env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '') !== '';
      return mayAsk ? roleOfSession(configuration, session) : undefined;
    },
    workspace: context.workspace,
    tempFolder: context.tempFolder,
  };
}

/** The profile's role, if a session is of it; undefined for other credentials. */
export function roleOfSession({ profile: { role } }: EffectiveConfiguration, session: Session): string | undefined {
  // A role's path is in its own ARN and not in that of its sessions.
  const name = role === undefined ? '' : parseRoleArn(role).name.split('/').at(-1);
  return session.arn.includes(`:assumed-role/${name}/`) ? role : undefined;
}
