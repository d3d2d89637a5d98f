import type { ErrorForm } from './protocol/errors.ts';
import { AwsError } from './protocol/service.ts';
import type { Scope } from './protocol/signature.ts';
import type { Credential, CredentialStore } from './state/credentials.ts';

/** How each family of services calls the three things that can be wrong with a key (S3's and IAM's error tables). */
const codes = {
  query: { unknown: 'InvalidClientTokenId', token: 'InvalidClientTokenId', expired: 'ExpiredToken', status: 403 },
  json: {
    unknown: 'UnrecognizedClientException',
    token: 'UnrecognizedClientException',
    expired: 'ExpiredTokenException',
    status: 400,
  },
  xml: { unknown: 'InvalidAccessKeyId', token: 'InvalidToken', expired: 'ExpiredToken', status: 403 },
} as const satisfies Record<ErrorForm, { unknown: string; token: string; expired: string; status: number }>;

/** The credential that signed a call; throws the family's error for an unknown key, a wrong token or an ended session. */
export function authenticate(store: CredentialStore, scope: Scope, form: ErrorForm, now: number): Credential {
  const { unknown, token, expired, status } = codes[form];
  const credential = store.find(scope.accessKeyId);
  if (!credential) throw new AwsError(unknown, 'The security token included in the request is invalid.', status);
  if (credential.sessionToken !== scope.sessionToken) {
    throw new AwsError(token, 'The security token included in the request is invalid', form === 'xml' ? 400 : status);
  }
  if (credential.expiresAt !== undefined && credential.expiresAt <= now) {
    const message =
      form === 'xml' ? 'The provided token has expired.' : 'The security token included in the request is expired';
    throw new AwsError(expired, message, form === 'xml' ? 400 : status);
  }
  return credential;
}
