import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { authenticate } from './authenticate.ts';
import type { CallFault, FaultDesk } from './faults.ts';
import { AccessRefused } from './iam/authorize.ts';
import type { JournalEntry, WritableJournal } from './journal.ts';
import { renderError } from './protocol/errors.ts';
import { AwsError, type AwsService, type CallContext, type RestAnswer, type RestRequest } from './protocol/service.ts';
import { readScope } from './protocol/signature.ts';
import { type Call, readCall } from './read-call.ts';
import type { CredentialStore } from './state/credentials.ts';

export interface DispatchDeps {
  services: ReadonlyMap<string, AwsService>;
  credentials: CredentialStore;
  faults: FaultDesk;
  journal: WritableJournal;
  /** Throws AccessRefused where policies do not allow a call. */
  authorize(entry: JournalEntry, accessKeyId: string | undefined): void;
  now(): number;
  /** Waits; rejects when the stand-in closes. */
  wait(ms: number): Promise<void>;
}

/** Answers one AWS call; undefined when a fault ends the connection instead. */
export async function answerCall(deps: DispatchDeps, request: RestRequest): Promise<RestAnswer | undefined> {
  const requestId = randomUUID();
  const call = readCall(deps.services, request);
  const entry: JournalEntry = {
    at: deps.now(),
    service: call.service,
    action: call.action,
    region: 'us-east-1',
    account: '',
    params: call.params,
    status: 0,
  };
  deps.journal.write(entry);
  try {
    const context = readContext(deps, call, request, entry);
    deps.authorize(entry, context.accessKeyId);
    const fault = deps.faults.takeCall(entry);
    if (fault?.delayMs !== undefined) await deps.wait(fault.delayMs);
    const early = fault && fault.when !== 'after' ? spoil(fault, entry) : undefined;
    const answer = early ? early.answer : identified(await call.run(context, requestId), call, requestId);
    const late = fault?.when === 'after' ? spoil(fault, entry) : undefined;
    const final = late ? late.answer : answer;
    entry.status = final?.status ?? (final ? 200 : 0);
    return final;
  } catch (cause) {
    return identified(renderFailure(call, entry, cause, requestId), call, requestId);
  }
}

/** AWS's own answers all have the id of their request; what something else answers in its place (`rawBody`) has none. */
function identified(answer: RestAnswer, { service }: Call, requestId: string): RestAnswer {
  const name = service === 's3' ? 'x-amz-request-id' : 'x-amzn-requestid';
  return { ...answer, headers: { ...answer.headers, [name]: requestId } };
}

/** What a fault does to an answer: another one, or none; undefined when it only delays. */
function spoil(fault: CallFault, entry: JournalEntry): { answer: RestAnswer | undefined } | undefined {
  if (fault.closeConnection) return { answer: undefined };
  if (fault.rawBody !== undefined) return { answer: { status: fault.status ?? 200, body: fault.rawBody } };
  if (fault.status === undefined && fault.code === undefined) return undefined;
  const status = fault.status ?? 400;
  const code =
    fault.code ?? (status === 503 ? 'ServiceUnavailable' : status >= 500 ? 'InternalFailure' : 'ValidationError');
  entry.errorCode = code;
  throw new AwsError(code, fault.message ?? (/Throttl/.test(code) ? 'Rate exceeded' : code), status);
}

function renderFailure(call: Call, entry: JournalEntry, cause: unknown, requestId: string): RestAnswer {
  const own = cause instanceof AccessRefused ? refusal(call.form, cause.message) : cause;
  const known = own instanceof AwsError;
  // An error of the stand-in itself must not look like one of AWS.
  if (!known) console.error(`local-aws: ${call.service} ${call.action} failed`, cause);
  const error = known ? own : new AwsError('StandInFailure', String(cause), 500);
  entry.status = error.status;
  entry.errorCode = error.code;
  return renderError(call.form, error, requestId);
}

/** How each family of services says that it is not allowed. */
function refusal(form: Call['form'], message: string): AwsError {
  return form === 'json'
    ? new AwsError('AccessDeniedException', message, 400)
    : new AwsError('AccessDenied', message, 403);
}

function readContext(deps: DispatchDeps, call: Call, request: RestRequest, entry: JournalEntry): CallContext {
  const scope = readScope(request.headers as IncomingHttpHeaders, request.query);
  const base = { service: call.service, region: scope?.region ?? 'us-east-1', now: deps.now };
  entry.region = base.region;
  if (!scope) {
    // A web identity's token stands for the signature.
    if (call.action === 'AssumeRoleWithWebIdentity') return { ...base, account: '' };
    throw new AwsError('MissingAuthenticationToken', 'Request is missing Authentication Token', 403);
  }
  const { account, arn, accessKeyId } = authenticate(deps.credentials, scope, call.form, deps.now());
  entry.account = account;
  entry.callerArn = arn;
  entry.accessKeyId = accessKeyId;
  return { ...base, account, callerArn: arn, accessKeyId };
}
