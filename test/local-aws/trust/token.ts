import { decodeJwt, errors, importJWK, type JWK, type JWTPayload, jwtVerify } from 'jose';
import { AwsError } from '../protocol/service.ts';
import type { OidcProvider } from '../state/roles.ts';

/**
 * Verifies a web identity token as STS does against one of the account's providers: issuer, key of the provider's JWKS,
 * signature, audience, and times by the given clock (milliseconds). Returns its claims and the provider. Throws
 * InvalidIdentityToken, ExpiredTokenException or IDPCommunicationError with the texts of STS.
 */
export async function verifyWebIdentity(
  token: string,
  providers: readonly OidcProvider[],
  now: number,
): Promise<{ readonly claims: JWTPayload; readonly provider: OidcProvider }> {
  const issuer = readIssuer(token);
  const provider = providers.find(({ url }) => url === issuer);
  if (provider === undefined) throw untrusted(`No OpenIDConnect provider found in your account for ${issuer}`);
  const keys = await fetchKeys(provider);
  const claims = await verify(token, keys, now);
  const audiences = audiencesOf(claims);
  if (!audiences.some((audience) => provider.audiences.includes(audience))) throw untrusted('Incorrect token audience');
  return { claims, provider };
}

/** What IAM's `aud` key holds: `azp` where the token has one, else `aud`. */
export function audiencesOf(claims: JWTPayload): readonly string[] {
  if (typeof claims['azp'] === 'string') return [claims['azp']];
  return typeof claims.aud === 'string' ? [claims.aud] : (claims.aud ?? []);
}

function readIssuer(token: string): string {
  try {
    const { iss } = decodeJwt(token);
    if (typeof iss === 'string') return iss;
  } catch {
    // Falls through: whatever is wrong with its form, STS has one text for it.
  }
  throw untrusted('The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)');
}

async function fetchKeys(provider: OidcProvider): Promise<readonly JWK[]> {
  try {
    const answer = await fetch(provider.jwksUri, { signal: AbortSignal.timeout(5000) });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const body = (await answer.json()) as { keys?: JWK[] };
    if (!Array.isArray(body.keys)) throw new Error('no keys');
    return body.keys;
  } catch (cause) {
    const error = new AwsError(
      'IDPCommunicationError',
      'The identity provider could not be reached to verify the token.',
    );
    error.cause = cause;
    throw error;
  }
}

async function verify(token: string, keys: readonly JWK[], now: number): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(
      token,
      async (header) => {
        const jwk = keys.find(({ kid }) => kid === header.kid);
        if (jwk === undefined)
          throw untrusted(
            "Couldn't retrieve verification key from your identity provider, please reference AssumeRoleWithWebIdentity documentation for requirements",
          );
        return importJWK(jwk, 'RS256');
      },
      { algorithms: ['RS256'], currentDate: new Date(now), requiredClaims: ['exp', 'iat', 'sub', 'aud'] },
    );
    return payload;
  } catch (cause) {
    throw translate(cause, now);
  }
}

function translate(cause: unknown, now: number): AwsError {
  if (cause instanceof AwsError) return cause;
  if (cause instanceof errors.JWTExpired) {
    const text = `Token expired: current date/time ${Math.floor(now / 1000)} must be before the expiration date/time ${cause.payload.exp}`;
    return new AwsError('ExpiredTokenException', text);
  }
  if (cause instanceof errors.JWTClaimValidationFailed && cause.claim === 'nbf') {
    return untrusted(`Token is not yet valid: current date/time ${Math.floor(now / 1000)}`);
  }
  if (cause instanceof errors.JWTClaimValidationFailed) return untrusted(`Missing a required claim: ${cause.claim}`);
  return untrusted('The web identity token that was passed could not be validated: invalid signature');
}

function untrusted(message: string): AwsError {
  return new AwsError('InvalidIdentityToken', message);
}
