import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  HASH_SUFFIX_LENGTH,
  isNameOfRef,
  isStagePattern,
  PREVIEW_NAME,
  previewStageName,
  STAGE_NAME,
} from '../../../core/stage/name.ts';

const LEGAL = /^[a-z](?:-?[a-z0-9])*-0pv[a-z0-9]{5}$/;
const branch = (name: string) => `refs/heads/${name}`;
const nameOf = (name: string, max = 20) => previewStageName(branch(name), max);
const SEED = 20261123;

describe('previewStageName', () => {
  it('A1 names feature/ÄÖ in plain letters, the same each time', () => {
    expect(nameOf('feature/ÄÖ'.normalize('NFC'))).toMatch(/^feature-ao-0pv[a-z0-9]{5}$/);
    expect(nameOf('feature/ÄÖ'.normalize('NFD'))).toMatch(/^feature-ao-0pv[a-z0-9]{5}$/);
    expect(nameOf('feature/ÄÖ')).toBe(nameOf('feature/ÄÖ'));
  });

  it('A1 gives two Unicode forms of one word, which are two refs for git, two stages', () => {
    expect(nameOf('feature/ÄÖ'.normalize('NFC'))).not.toBe(nameOf('feature/ÄÖ'.normalize('NFD')));
  });

  it('A2 names --stage=prod so that no command line takes it for an option', () => {
    expect(nameOf('--stage=prod')).toMatch(/^stage-prod-0pv[a-z0-9]{5}$/);
  });

  it.each(['$(curl evil)', '$(curl${IFS}evil)', '`id`', 'a";curl${IFS}x|sh;"', 'a\nb', 'x\0y', '../../etc/passwd'])(
    'A3 leaves nothing of shell syntax in the name of %j',
    (name) => {
      expect(nameOf(name)).toMatch(LEGAL);
    },
  );

  it.each([11, 13, 20, 35, 48])('A4 cuts a branch of 300 characters to %i and keeps its hash', (max) => {
    const cut = nameOf('x'.repeat(300), max);
    expect(cut).toHaveLength(max);
    expect(cut).toMatch(LEGAL);
    expect(cut.slice(-HASH_SUFFIX_LENGTH)).toBe(nameOf('x'.repeat(300), 48).slice(-HASH_SUFFIX_LENGTH));
  });

  it('A4 ends no cut name with two hyphens', () => {
    for (let max = 11; max <= 48; max++) expect(nameOf('ab-cd-ef-gh-ij-kl-mn-op', max)).toMatch(LEGAL);
  });

  it.each(['-----', '___', '🚀🚀', '/', '日本'])('A5 falls back to b-<hash> for %s', (name) => {
    expect(nameOf(name)).toMatch(/^b-0pv[a-z0-9]{5}$/);
  });

  it.each(['prod', 'PROD', 'Prod', 'staging', 'default'])('A6 never names a preview of %s like a stage', (name) => {
    expect(nameOf(name)).toMatch(new RegExp(`^${name.toLowerCase()}-0pv[a-z0-9]{5}$`));
  });

  it('A8 gives feature/a, feature-a and Feature/A three stages', () => {
    expect(new Set([nameOf('feature/a'), nameOf('feature-a'), nameOf('Feature/A')]).size).toBe(3);
  });

  it('A9 never gives two of 100,000 random pairs of refs one stage', () => {
    const part = fc.string({ unit: fc.constantFrom('a', 'B', 'ä', '-', '_', '/', '.', '1', '🚀'), maxLength: 30 });
    const pair = fc.tuple(part, part, part);
    fc.assert(
      fc.property(pair, ([common, one, other]) => {
        fc.pre(one !== other);
        expect(nameOf(common + one)).not.toBe(nameOf(common + other));
      }),
      { numRuns: 100_000, seed: SEED },
    );
  });

  it('A9 gives every ref and length a legal name that fits, the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.integer({ min: 11, max: 48 }), (name, max) => {
        const stage = nameOf(name, max);
        expect(stage).toMatch(LEGAL);
        expect(stage).toMatch(STAGE_NAME);
        expect(stage).toMatch(PREVIEW_NAME);
        expect(stage.length).toBeLessThanOrEqual(max);
        expect(nameOf(name, max)).toBe(stage);
      }),
      { numRuns: 5000, seed: SEED },
    );
  });

  it('A10 does not take a branch called refs/heads/x for the branch x', () => {
    expect(nameOf('refs/heads/x')).not.toBe(nameOf('x'));
    expect(nameOf('refs/pull/5')).not.toBe(previewStageName('refs/pull/5', 20));
  });

  it('A13 puts b- before a name that begins with a digit', () => {
    expect(nameOf('123-fix')).toMatch(/^b-123-fix-0pv[a-z0-9]{5}$/);
  });

  it('names the preview of a pull request by its number', () => {
    expect(previewStageName('refs/pull/12', 20)).toMatch(/^pr-12-0pv[a-z0-9]{5}$/);
  });
});

describe('the forms of stage names', () => {
  it.each(['feature-login-0pv3fa9c', 'pr-12-0pv77ab0', 'b-0pv00000'])('knows %s as a preview', (name) => {
    expect(name).toMatch(PREVIEW_NAME);
  });

  it.each(['dev', 'staging', 'prod', 'prod-eu', 'prod-europe', 'team-backup', 'anna', 'dev-2026'])(
    'knows %s as no preview',
    (name) => {
      expect(name).not.toMatch(PREVIEW_NAME);
    },
  );

  it.each(['prod.eu', 'a_b', 'a b', '', 'é', 'prod\n'])('knows %j as no stage at all', (name) => {
    expect(name).not.toMatch(STAGE_NAME);
  });

  it.each([
    ['feature/*', true],
    ['**', true],
    ['release-?', true],
    ['dev', false],
    ['prod-eu', false],
  ])('tells whether %s is a pattern of branches', (key, pattern) => {
    expect(isStagePattern(key)).toBe(pattern);
  });
});

describe('isNameOfRef', () => {
  const ref = 'refs/heads/feature/login';

  it('knows the stage of a ref, however short its name was cut', () => {
    for (const length of [11, 20, 48]) expect(isNameOfRef(previewStageName(ref, length), ref)).toBe(true);
  });

  it('knows no stage of another ref, and no name that is no preview’s', () => {
    expect(isNameOfRef(previewStageName('refs/heads/feature/log-in', 20), ref)).toBe(false);
    expect(isNameOfRef(`-${previewStageName(ref, 20).slice(-8)}`, ref)).toBe(false);
  });

  it('knows no name that has the hash of a ref, and other words', () => {
    for (const words of ['prod', 'feature-loginx', 'login']) {
      expect(isNameOfRef(`${words}${previewStageName(ref, 20).slice(-9)}`, ref)).toBe(false);
    }
    for (const words of ['feature-login', 'feature', 'fe']) {
      expect(isNameOfRef(`${words}${previewStageName(ref, 20).slice(-9)}`, ref)).toBe(true);
    }
  });
});
