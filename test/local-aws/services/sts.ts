import { randomBytes } from 'node:crypto';
import { AwsError, type CallContext, type QueryService } from '../protocol/service.ts';
import type { CredentialStore } from '../state/credentials.ts';
import { type OidcProviders, parseRoleArn, providerArn, type RoleStore, type StoredRole } from '../state/roles.ts';
import { evaluateTrust, type TrustRequest } from '../trust/evaluate.ts';
import { audiencesOf, verifyWebIdentity } from '../trust/token.ts';
import { conditionKeys } from '../trust/web-identity.ts';
import { callerMatches, isAssumedRole, principalArn } from './sts-caller.ts';
import { type Assumption, readAssumption } from './sts-input.ts';

export interface StsState {
  readonly roles: RoleStore;
  readonly providers: OidcProviders;
  readonly credentials: CredentialStore;
}

/** STS: verifies tokens, evaluates trust policies and registers the sessions it hands out. */
export function stsService(state: StsState): QueryService {
  return {
    protocol: 'query',
    name: 'sts',
    namespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    operations: {
      GetCallerIdentity: (_input, context) => identify(context),
      AssumeRole: (input, context) => assumeRole(state, readAssumption(input), input, context),
      AssumeRoleWithWebIdentity: (input, context) =>
        assumeRoleWithWebIdentity(state, readAssumption(input), String(input['WebIdentityToken'] ?? ''), context),
    },
  };
}

function identify(context: CallContext) {
  const { callerArn, account, accessKeyId } = requireCaller(context);
  return { Arn: callerArn, UserId: `AROAEXAMPLE${accessKeyId.slice(-8)}`, Account: account };
}

function requireCaller(
  context: CallContext,
): CallContext & { readonly callerArn: string; readonly accessKeyId: string } {
  const { callerArn, accessKeyId } = context;
  if (callerArn !== undefined) return { ...context, callerArn, accessKeyId: accessKeyId ?? '' };
  throw new AwsError('MissingAuthenticationToken', 'Request is missing Authentication Token', 403);
}

async function assumeRoleWithWebIdentity(state: StsState, asked: Assumption, token: string, context: CallContext) {
  const place = parseRoleArn(asked.roleArn);
  if (place === undefined) throw new AwsError('ValidationError', `Request ARN is invalid`);
  const verified = await verifyWebIdentity(token, state.providers.of(place.account), context.now());
  const federated = providerArn(place.partition, verified.provider);
  const refusal = new AwsError('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity', 403);
  const role = authorize(state.roles, asked.roleArn, refusal, {
    action: 'sts:AssumeRoleWithWebIdentity',
    isCaller: (kind, value) => kind === 'Federated' && value === federated,
    context: new Map([
      ...conditionKeys(verified.claims, verified.provider),
      ['sts:rolesessionname', [asked.sessionName]],
    ]),
  });
  return {
    ...openSession(state.credentials, role, asked, context),
    SubjectFromWebIdentityToken: verified.claims.sub,
    Audience: audiencesOf(verified.claims)[0],
    Provider: federated,
  };
}

function assumeRole(state: StsState, asked: Assumption, input: Record<string, unknown>, context: CallContext) {
  const caller = requireCaller(context);
  const refusal = new AwsError(
    'AccessDenied',
    `User: ${caller.callerArn} is not authorized to perform: sts:AssumeRole on resource: ${asked.roleArn}`,
    403,
  );
  const externalId = input['ExternalId'];
  const role = authorize(state.roles, asked.roleArn, refusal, {
    action: 'sts:AssumeRole',
    isCaller: (kind, value) => kind === 'AWS' && callerMatches(caller.callerArn, caller.account, value),
    context: new Map([
      ['aws:principalarn', [principalArn(caller.callerArn, state.roles)]],
      ['aws:principalaccount', [caller.account]],
      ['sts:rolesessionname', [asked.sessionName]],
      ...(typeof externalId === 'string' ? [['sts:externalid', [externalId]] as const] : []),
    ]),
  });
  if (isAssumedRole(caller.callerArn) && asked.seconds > 3600) {
    throw new AwsError(
      'ValidationError',
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
    );
  }
  return openSession(state.credentials, role, asked, context);
}

/** Returns the role when its trust policy lets the request in; else throws the refusal, which tells nothing, and keeps why. */
function authorize(roles: RoleStore, arn: string, refusal: AwsError, request: TrustRequest): StoredRole {
  const role = roles.find(arn);
  if (role === undefined) {
    roles.lastDenial = { role: arn, reason: 'no-such-role' };
    throw refusal;
  }
  const verdict = evaluateTrust(role.trust, request);
  if (verdict.allowed) return role;
  const { allowed, ...why } = verdict;
  roles.lastDenial = { role: arn, ...why };
  throw refusal;
}

function openSession(credentials: CredentialStore, role: StoredRole, asked: Assumption, context: CallContext) {
  if (asked.seconds > role.maxSessionDuration) {
    throw new AwsError(
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    );
  }
  const expiresAt = context.now() + asked.seconds * 1000;
  const arn = `arn:${role.partition}:sts::${role.account}:assumed-role/${role.name}/${asked.sessionName}`;
  const accessKeyId = `ASIA${randomBytes(10).toString('hex').toUpperCase().slice(0, 16)}`;
  const secretAccessKey = randomBytes(30).toString('base64');
  const sessionToken = `IQoJb3JpZ2luX2Vj${randomBytes(180).toString('base64')}`;
  credentials.add({
    accessKeyId,
    secretAccessKey,
    sessionToken,
    account: role.account,
    arn,
    roleArn: role.arn,
    ...(asked.policy === undefined ? {} : { sessionPolicy: asked.policy.statements }),
    expiresAt,
  });
  return {
    Credentials: {
      AccessKeyId: accessKeyId,
      SecretAccessKey: secretAccessKey,
      SessionToken: sessionToken,
      Expiration: new Date(expiresAt).toISOString().replace(/\.\d+Z$/, 'Z'),
    },
    AssumedRoleUser: { AssumedRoleId: `AROAEXAMPLE${accessKeyId.slice(-10)}:${asked.sessionName}`, Arn: arn },
    ...(asked.policy === undefined ? {} : { PackedPolicySize: asked.policy.packedSize }),
  };
}
