import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

export interface Signer {
  readonly jwks: { readonly keys: readonly JWK[] };
  /** RS256 with `kid`; `forged` signs with a key that is not in the set, under the same id. */
  sign(payload: Record<string, unknown>, forged: boolean): Promise<string>;
}

/** A fresh RSA key and its published form. */
export async function createSigner(): Promise<Signer> {
  const kid = 'local-oidc-1';
  const own = await generateKeyPair('RS256', { extractable: true });
  const published = { ...(await exportJWK(own.publicKey)), kid, alg: 'RS256', use: 'sig' };
  return {
    jwks: { keys: [published] },
    async sign(payload, forged) {
      const key = forged ? (await generateKeyPair('RS256')).privateKey : own.privateKey;
      const whole = Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined));
      return new SignJWT(whole).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid }).sign(key);
    },
  };
}
