import { exportJWK, type GenerateKeyPairResult, generateKeyPair, type JWK, SignJWT } from 'jose';

export interface Signer {
  readonly jwks: { readonly keys: readonly JWK[] };
  /** RS256 with `kid`; `forged` signs with a key that is not in the set, under the same id. */
  sign(payload: Record<string, unknown>, forged: boolean): Promise<string>;
}

/** Keys take long to make, and all stand-ins of a process may have the same. */
let own: Promise<GenerateKeyPairResult> | undefined;
let foreign: Promise<GenerateKeyPairResult> | undefined;

/** A signer with this process's RSA key and its published form. */
export async function createSigner(): Promise<Signer> {
  const kid = 'local-oidc-1';
  own ??= generateKeyPair('RS256', { extractable: true });
  const { publicKey, privateKey } = await own;
  const published = { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' };
  return {
    jwks: { keys: [published] },
    async sign(payload, forged) {
      foreign ??= forged ? generateKeyPair('RS256') : undefined;
      const key = forged && foreign !== undefined ? (await foreign).privateKey : privateKey;
      const whole = Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined));
      return new SignJWT(whole).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid }).sign(key);
    },
  };
}
