import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { explainRefusal, readClaims, type TokenClaims } from '../../../core/profile/token-claims.ts';

const CLAIMS: TokenClaims = {
  sub: 'repo:octo/shop:environment:Prod',
  aud: 'sts.amazonaws.com',
  ref: 'refs/heads/prod',
  environment: 'Prod',
  repository: 'octo/shop',
  repository_id: '7654321',
};

describe('readClaims', () => {
  it('reads the claims of a signed token', async () => {
    const key = new TextEncoder().encode('k'.repeat(32));
    const token = await new SignJWT({ ...CLAIMS, environment: 'Größe' }).setProtectedHeader({ alg: 'HS256' }).sign(key);
    expect(readClaims(token)).toMatchObject({ ...CLAIMS, environment: 'Größe' });
  });

  it.each([
    '',
    'a',
    'a.b.c',
    'a..c',
    `a.${Buffer.from('null').toString('base64url')}.c`,
    `a.${Buffer.from('7').toString('base64url')}.c`,
  ])('reads no claims from %j', (token) => {
    expect(readClaims(token).sub).toBeUndefined();
  });
});

describe('explainRefusal', () => {
  it.each(Object.values({ ...CLAIMS, environment: 'Prod', repository: 'octo/shop' }))(
    'D3 shows what the token said: %s',
    (value) => {
      expect(explainRefusal(CLAIMS)).toContain(value);
    },
  );

  it.each(['sub', 'aud', 'ref', 'repository_id'])('D3 names the claim %s', (claim) => {
    expect(explainRefusal(CLAIMS)).toContain(claim);
  });

  it('D4 says of a sub of the older form that a policy for the newer one does not match it', () => {
    expect(explainRefusal(CLAIMS)).toMatch(/repo:OWNER@ID\/REPO@ID|repo:octo@\d+\/shop@7654321/);
  });

  it('D4 says of a sub of the newer form that a policy for the older one does not match it', () => {
    const text = explainRefusal({ ...CLAIMS, sub: 'repo:octo@42/shop@7654321:environment:Prod' });
    expect(text).toContain('repo:octo@42/shop@7654321:environment:Prod');
    expect(text).toMatch(/repo:OWNER\/REPO:|repo:octo\/shop:/);
    expect(text).not.toContain('older form: a policy for the newer');
  });

  it('D5 speaks of letter case where the job names an environment', () => {
    expect(explainRefusal(CLAIMS)).toMatch(/letter case/);
    const { environment: _, ...withoutEnvironment } = CLAIMS;
    const text = explainRefusal({ ...withoutEnvironment, sub: 'repo:octo/shop:pull_request' });
    expect(text).not.toMatch(/letter case/);
  });

  it('D5 says how a colon in the name of an environment is spelt', () => {
    const text = explainRefusal({ ...CLAIMS, sub: 'repo:octo/shop:environment:aws%3AProd', environment: 'aws:Prod' });
    expect(text).toContain('%3A');
    expect(text).toContain('aws:Prod');
  });

  it('D15 shows the ref of a pull request beside the environment that its sub names', () => {
    expect(explainRefusal({ ...CLAIMS, ref: 'refs/pull/5/merge' })).toContain('refs/pull/5/merge');
  });

  it('D3 has something to say of a token that cannot be read', () => {
    expect(explainRefusal({}).length).toBeGreaterThan(0);
    expect(explainRefusal({})).not.toContain('undefined');
  });
});
