import { AwsError, type CallContext } from '../protocol/service.ts';
import type { DecryptionFailure, SsmState } from '../state/ssm.ts';

/** A ValidationException (400) with this text. */
export function invalid(message: string): AwsError {
  return new AwsError('ValidationException', message);
}

/** SSM answers with the bare type and no text. */
export function parameterNotFound(): AwsError {
  return new AwsError('ParameterNotFound', '');
}

/** ARN of a parameter; the slash in front of a path name is the ARN's own. */
export function parameterArn(name: string, context: CallContext): string {
  return `arn:${partitionOf(context.region)}:ssm:${context.region}:${context.account}:parameter/${name.replace(/^\//, '')}`;
}

function partitionOf(region: string): 'aws' | 'aws-cn' | 'aws-us-gov' {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

/** What IAM names where an action knows no resources. */
export function wholeRegion({ region, account }: CallContext): string {
  return `arn:${partitionOf(region)}:ssm:${region}:${account}:*`;
}

/** Throws IAM's AccessDeniedException when a denial of the state stands against this action on this name or path. */
export function authorize(
  state: SsmState,
  action: string,
  name: string,
  context: CallContext,
  resource = parameterArn(name, context),
): void {
  const denied = state.denials.some(
    (denial) =>
      (denial.action === 'ssm:*' || denial.action.replace(/^ssm:/, '') === action) &&
      (name.startsWith(denial.pathPrefix) || `${name}/`.startsWith(denial.pathPrefix)) &&
      (denial.caller === undefined || (context.callerArn ?? '').includes(denial.caller)),
  );
  if (!denied) return;
  const what = `ssm:${action}`;
  throw new AwsError(
    'AccessDeniedException',
    `User: ${context.callerArn ?? 'anonymous'} is not authorized to perform: ${what} on resource: ${resource} because no identity-based policy allows the ${what} action`,
  );
}

/**
 * The error that SSM passes on from KMS when a SecureString cannot be decrypted: AccessDeniedException where the caller
 * has no kms:Decrypt, InvalidKeyId where the key is gone, disabled or about to be deleted.
 */
export function decryptionError(failure: DecryptionFailure, context: CallContext): AwsError {
  const key = failure.keyId.startsWith('arn:')
    ? failure.keyId
    : `arn:${partitionOf(context.region)}:kms:${context.region}:${context.account}:${failure.keyId.startsWith('alias/') ? '' : 'key/'}${failure.keyId}`;
  switch (failure.reason) {
    case 'denied':
      return new AwsError(
        'AccessDeniedException',
        `User: ${context.callerArn ?? 'anonymous'} is not authorized to perform: kms:Decrypt on resource: ${key} because no identity-based policy allows the kms:Decrypt action`,
      );
    case 'missing-key':
      return kms(`Key '${key}' does not exist`, 'NotFoundException');
    case 'disabled':
      return kms(`${key} is disabled.`, 'DisabledException');
    case 'pending-deletion':
      return kms(`${key} is pending deletion.`, 'KMSInvalidStateException');
  }
}

function kms(message: string, code: string): AwsError {
  return new AwsError('InvalidKeyId', `${message} (Service: AWSKMS; Status Code: 400; Error Code: ${code})`);
}
