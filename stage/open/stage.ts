import { setTimeout as pause } from 'node:timers/promises';
import type { EffectiveConfiguration } from '../../core/configuration/effective.ts';
import type { Session } from '../../core/profile/session.ts';
import type { Redactor } from '../../core/redact.ts';
import { createLiveSession, type LiveSession } from '../../io/aws/live-session.ts';
import { type Place, placesOf } from '../../io/aws/place.ts';
import { type PublishToTopic, topicPublisher } from '../../io/aws/topics.ts';
import { type Cancellation, cancellation } from '../../io/cancellation.ts';
import { emptyFolderRunner, type RunInEmptyFolder } from '../../io/empty-folder.ts';
import { type ConfigReader, createConfigReader } from '../../io/github/config-reader.ts';
import type { GitHubReader } from '../../io/github/reader.ts';
import { redactingLog } from '../../io/runner/log.ts';
import { acquireLock } from '../hold/lock.ts';
import type { AcquireLock } from '../hold/locked-stage.ts';
import type { RunAttempt } from '../run.ts';
import type { Voice } from '../voice.ts';
import type { Face } from './face.ts';

/** What a stage is changed by and with: the ways to AWS and GitHub. */
export interface OpenedStage {
  readonly configuration: EffectiveConfiguration;
  /** As the profile was loaded; for its keys see `live`. */
  readonly session: Session;
  readonly live: LiveSession;
  readonly attempt: RunAttempt;
  /** The session's account in a region. */
  readonly placeIn: (region: string) => Place;
  /** The account of another role, which this run may assume too. Throws E_OIDC_PERMISSION, E_ROLE_REFUSED. */
  readonly placesOfRole: (role: string) => Promise<(region: string) => Place>;
  readonly acquireLock: AcquireLock;
  readonly github: GitHubReader;
  /** serverless-stages.yml as it is on GitHub. */
  readonly configs: ConfigReader;
  /** Takes the secrets that are known out of texts. */
  readonly redactor: Redactor;
  /** Its log redacts by itself. */
  readonly voice: Voice;
  readonly cancellation: Cancellation;
  /** Publishes with the role's session. */
  readonly publishToTopic: PublishToTopic;
  /** Runs a command of the configuration that has no checkout. */
  readonly runInEmptyFolder: RunInEmptyFolder;
}

export interface StageParts {
  readonly configuration: EffectiveConfiguration;
  readonly session: Session;
  readonly redactor: Redactor;
  /** Folder of serverless-stages.yml. */
  readonly workingDirectory: string;
}

/** Opens the ways to AWS and GitHub; nothing is asked yet. */
export function openStage(parts: StageParts, face: Face): OpenedStage {
  const { configuration, session, redactor } = parts;
  const { attempt, github } = face;
  redactor.learn(session.secretAccessKey);
  redactor.learn(session.sessionToken ?? '');
  const log = redactingLog(face.log, redactor);
  const secret = (text: string) => {
    face.mask(text);
    redactor.learn(text);
  };
  const assume = face.assumerOf(configuration, secret, log);
  const liveOf = async (role: string, policy?: string) => {
    const renewal = () => assume(role, policy);
    return createLiveSession(await renewal(), renewal, log.warning);
  };
  const ownRole = face.renewableRole(configuration, session);
  const live = createLiveSession(session, ownRole === undefined ? undefined : () => assume(ownRole), log.warning);
  return {
    configuration,
    session,
    live,
    attempt,
    placeIn: placesOf(live, ownRole === undefined ? undefined : (policy) => liveOf(ownRole, policy)),
    placesOfRole: async (role) => placesOf(await liveOf(role), (policy) => liveOf(role, policy)),
    acquireLock: (lock) => acquireLock({ ...lock, hasEnded: github.hasEnded, pause, cancellation }),
    github,
    configs: createConfigReader(github, parts.workingDirectory, log),
    redactor,
    voice: { log, say: log.info, clock: () => performance.now(), pause },
    cancellation,
    publishToTopic: topicPublisher(live),
    runInEmptyFolder: emptyFolderRunner({ tempFolder: face.tempFolder, environment: process.env, redactor }),
  };
}
