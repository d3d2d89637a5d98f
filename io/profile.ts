import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as core from '@actions/core';
import type { EffectiveConfiguration } from '../core/configuration/effective.ts';
import { UserError } from '../core/errors.ts';
import { onlyDefined } from '../core/only-defined.ts';
import { type Session, sessionName } from '../core/profile/session.ts';
import { sessionPolicy } from '../core/profile/session-policy.ts';
import { assumeRole, checkAccount } from './aws/sts.ts';
import { removeAll } from './files/private.ts';
import { createTokenSource } from './oidc.ts';
import type { RunContext } from './runner/context.ts';
import type { Log } from './runner/log.ts';

/** Has the runner mask a text in everything that the job prints from here on. */
export const mask: (text: string) => void = core.setSecret;

const FOLDER_STATE = 'folder';

/** Has the job's end remove a folder, also where a later step fails. */
export function rememberFolder(folder: string): void {
  core.saveState(FOLDER_STATE, folder);
}

/** Removes the folder that `rememberFolder` noted; there may be none. */
export async function removeRememberedFolder(): Promise<void> {
  const folder = core.getState(FOLDER_STATE);
  if (folder !== '') {
    await removeAll(folder);
    core.info('removed the files with credentials and parameters');
  }
}

/** Names the role session of a run. */
export function sessionNameOf(context: RunContext): string {
  return sessionName(`${context.owner}-${context.repository}`, context.runId, context.runAttempt);
}

/**
 * Assumes roles with a run's identity token, in a session that `policy` narrows (undefined: to the run's stage); throws what
 * `assumeRole` throws.
 */
export type AssumeRole = (role: string, policy?: string) => Promise<Session>;

/**
 * Returns how a run assumes roles: in a session that is named after the run and narrowed to the stage of the configuration.
 * `secret` is told of each secret text at once.
 */
export function roleAssumer(
  configuration: EffectiveConfiguration,
  context: RunContext,
  secret: (text: string) => void,
  log: Log,
): AssumeRole {
  const { region, sessionDuration: duration } = configuration.profile;
  const wanted = { region, duration, sessionName: sessionNameOf(context) };
  const ofStage = sessionPolicy(configuration);
  return (role, policy = ofStage) => assumeRole({ role, policy, ...wanted }, createTokenSource(), secret, log);
}

/** Checks the credentials that an earlier step left in the environment; throws E_NO_CREDENTIALS, E_WRONG_ACCOUNT. */
export async function ambientSession(region: string, account: string | undefined): Promise<Session> {
  const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: token } = process.env;
  if (id === undefined || id === '' || secret === undefined || secret === '') {
    throw new UserError('E_NO_CREDENTIALS', {
      what: 'assume-role is false, and the environment has no AWS credentials',
      fix: 'run aws-actions/configure-aws-credentials before this step, or leave assume-role out',
    });
  }
  const keys = {
    accessKeyId: id,
    secretAccessKey: secret,
    region,
    ...onlyDefined({ sessionToken: token }),
  };
  return checkAccount(keys, account, 'the role of the profile');
}

/** Where the SDKs and the CLIs of AWS look for credentials, by variable. */
const SOURCES = [
  'AWS_ACCESS_KEY_ID',
  'AWS_PROFILE',
  'AWS_DEFAULT_PROFILE',
  'AWS_SHARED_CREDENTIALS_FILE',
  'AWS_CONFIG_FILE',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
] as const;
/** The files that they read without being told. */
const FILES = { AWS_SHARED_CREDENTIALS_FILE: 'credentials', AWS_CONFIG_FILE: 'config' } as const;

/** Returns which credentials the machine or an earlier step offers beside the profile: names of variables, and files. */
export function strayCredentials(environment: NodeJS.ProcessEnv = process.env): string[] {
  const isSet = (name: string) => (environment[name] ?? '') !== '';
  const home = environment['HOME'] ?? '';
  const files = Object.entries(FILES).flatMap(([variable, name]) => {
    const file = join(home, '.aws', name);
    return home !== '' && !isSet(variable) && existsSync(file) ? [file] : [];
  });
  return [...SOURCES.filter(isSet), ...files];
}

/** Sets the AWS variables for the job's later steps. */
export function exportCredentials(session: Session): void {
  core.exportVariable('AWS_ACCESS_KEY_ID', session.accessKeyId);
  core.exportVariable('AWS_SECRET_ACCESS_KEY', session.secretAccessKey);
  if (session.sessionToken !== undefined) {
    core.exportVariable('AWS_SESSION_TOKEN', session.sessionToken);
  }
  core.exportVariable('AWS_REGION', session.region);
  core.exportVariable('AWS_DEFAULT_REGION', session.region);
}
