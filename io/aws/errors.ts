import { isAlwaysOn } from '../../core/aws/region.ts';
import { UserError } from '../../core/errors.ts';
import { BrokenAnswer } from '../broken-answer.ts';

/** An error of the AWS SDK, as far as we look at it. */
interface SdkError extends Error {
  /** Where the request went; `openClient` adds it. */
  readonly region?: string;
  readonly $metadata?: {
    readonly httpStatusCode?: number;
    readonly attempts?: number;
    /**
     * Set by the SDK on every error where the answer told it that this machine's clock is off; the next request is signed
     * by AWS's.
     */
    readonly clockSkewCorrected?: boolean;
  };
}

const THROTTLING =
  /^(Throttling|ThrottlingException|ThrottledException|TooManyRequestsException|RequestLimitExceeded|SlowDown|TooManyUpdates)$/;
const DENIED = /^(AccessDenied|AccessDeniedException|UnauthorizedOperation)$/;
/** What AWS says of a request whose time is not its own. */
const SKEWED =
  /^(InvalidSignatureException|SignatureDoesNotMatch|RequestTimeTooSkewed|RequestExpired|RequestInTheFuture|AuthFailure)$/;
const EXPIRED = /^(ExpiredToken|ExpiredTokenException|RequestExpired)$/;

const statusOf = (error: unknown): number | undefined => (error as SdkError).$metadata?.httpStatusCode;
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

/** Whether AWS asked to go slower. */
export function isThrottling(error: unknown): boolean {
  return THROTTLING.test(nameOf(error)) || /Rate exceeded/.test((error as Error).message ?? '');
}

/** Whether the request may work when it is made again: throttling, 5xx, no answer at all, or a corrected clock. */
export function isTransient(error: unknown): boolean {
  if (isBroken(error)) {
    return true;
  }
  const isSkewed = (error as SdkError).$metadata?.clockSkewCorrected === true && SKEWED.test(nameOf(error));
  if (isThrottling(error) || isSkewed) {
    return true;
  }
  return isUnanswered(error) || (statusOf(error) ?? 0) >= 500;
}

/** Whether there was no answer at all: no connection, or one that was cut. */
export function isUnanswered(error: unknown): boolean {
  return statusOf(error) === undefined && isConnectionFault(error);
}

function isConnectionFault(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? '';
  return (
    /^(ECONN|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|UND_ERR)/.test(code) ||
    nameOf(error) === 'TimeoutError'
  );
}

/** Whether the answer is none of AWS's: a success without what it must have, or a text that the SDK cannot read. */
function isBroken(error: unknown): boolean {
  return error instanceof BrokenAnswer || unreadable(error) !== undefined;
}

/** What came in the place of an answer, if the SDK could not read it. */
function unreadable(error: unknown): string | undefined {
  const { $response: response, message = '' } = (error ?? {}) as {
    readonly $response?: { readonly statusCode?: number; readonly headers?: Readonly<Record<string, string>> };
    readonly message?: string;
  };
  const { statusCode = 0, headers = {} } = response ?? {};
  const isSuccess = statusCode >= 200 && statusCode < 300;
  // The SDK says so of errors that it cannot read, too.
  return isSuccess || message.includes('Deserialization error')
    ? `HTTP ${statusCode}, ${headers['content-type'] ?? 'no content type'}: no answer of AWS's form`
    : undefined;
}

/** Whether AWS refused the request for want of a permission. */
export function isDenied(error: unknown): boolean {
  return DENIED.test(nameOf(error));
}

/** Whether AWS says that the session's keys have ended. */
export function isExpired(error: unknown): boolean {
  return EXPIRED.test(nameOf(error));
}

/**
 * Turns an error of the SDK into the one that tells the user what to do; `what` says what was tried, `where` in which region, if the
 * error does not.
 */
export function awsError(what: string, cause: unknown, where?: string): UserError {
  const { name, message, region = where } = cause as SdkError;
  const at = region === undefined ? '' : ` in the region ${region}`;
  const enable =
    region === undefined || isAlwaysOn(region)
      ? ''
      : `; if other regions accept them, enable this one in the account (aws account enable-region --region-name ${region})`;
  if (isDenied(cause)) {
    return new UserError('E_AWS_DENIED', {
      what: `${what}: ${message}`,
      fix: 'allow that action on that resource to the role',
      cause,
    });
  }
  if (isThrottling(cause)) {
    const tries = (cause as { tries?: number }).tries ?? (cause as SdkError).$metadata?.attempts ?? 1;
    return new UserError('E_THROTTLED', {
      what: `${what}: AWS throttled ${tries} requests in a row`,
      fix: 'run again when the account is less busy, or have its limit raised',
      cause,
    });
  }
  if (isTransient(cause)) {
    const came = cause instanceof BrokenAnswer ? message : unreadable(cause);
    return new UserError('E_AWS_UNAVAILABLE', {
      what: `${what}: ${came ?? `${name}: ${message}`}`,
      fix: isBroken(cause)
        ? 'run again; if it stays, look at what answers in the place of AWS (a proxy of the network)'
        : 'run again when AWS answers',
      cause,
    });
  }
  if (isExpired(cause)) {
    return new UserError('E_NO_CREDENTIALS', {
      what: `${what}: the session has expired`,
      fix: 'allow `id-token: write` to the job, so that the role session is renewed; or let `session-duration` be longer than the job',
      cause,
    });
  }
  if (
    /^(UnrecognizedClientException|InvalidClientTokenId|RegionDisabledException|InvalidSignatureException|SignatureDoesNotMatch|CredentialsProviderError)$/.test(
      name,
    )
  ) {
    return new UserError('E_NO_CREDENTIALS', {
      what: `${what}: AWS does not accept the credentials${at} (${name})`,
      fix: `load the profile in the same job, before this step${enable}`,
      cause,
    });
  }
  return new UserError('E_AWS_UNAVAILABLE', {
    what: `${what}: ${name}: ${message}`,
    fix: 'see the message of AWS',
    cause,
  });
}
