import { describe, expect, it } from 'vitest';
import type { Config } from '../../../core/configuration/schema.ts';
import { startCommand } from '../../../core/promote/command.ts';
import { choosePair, type PairInputs } from '../../../core/promote/pair.ts';

const STAGES = {
  dev: { profile: 'dev', branch: 'master' },
  staging: { profile: 'dev', branch: 'master' },
  prod: { profile: 'dev', branch: 'prod' },
};
const config = (promote?: Config['promote']): Config =>
  ({ version: 1, app: 'shop', profiles: { dev: { region: 'us-east-1' } }, stages: STAGES, promote }) as Config;
const NONE: PairInputs = { from: undefined, to: undefined, runBranch: undefined };
const PAIRS = [
  { from: 'dev', to: 'staging' },
  { from: 'staging', to: 'prod', soak: '2h', requires: 'admin' },
] as const;

describe('the pair of a promotion', () => {
  it('is the only one, its defaults filled in', () => {
    expect(choosePair(config({ from: 'staging', to: 'prod' }), NONE)).toEqual({
      from: 'staging',
      to: 'prod',
      soak: 0,
      mode: 'branch',
      requires: 'write',
      sameCode: 'warn',
    });
  });

  it('is of several the one on whose branch the run is, or that is named', () => {
    const several = config([...PAIRS]);
    expect(choosePair(several, { ...NONE, runBranch: 'prod' })).toMatchObject({ to: 'prod', soak: 7200 });
    expect(choosePair(several, { ...NONE, runBranch: 'master' })).toMatchObject({ to: 'staging' });
    expect(choosePair(several, { ...NONE, to: 'staging', runBranch: 'prod' })).toMatchObject({ from: 'dev' });
    expect(choosePair(several, { ...NONE, from: 'staging' })).toMatchObject({ requires: 'admin' });
  });

  it('is what the inputs say if the file says nothing', () => {
    expect(choosePair(config(), { ...NONE, from: 'staging', to: 'prod' })).toMatchObject({
      from: 'staging',
      to: 'prod',
    });
  });

  it.each<[what: string, promote: Config['promote'], inputs: Partial<PairInputs>, words: RegExp]>([
    ['nothing at all', undefined, {}, /has no `promote`.*promote: \{ from: staging, to: prod \}/],
    ['one side alone', undefined, { to: 'prod' }, /has no `promote`/],
    ['itself', undefined, { from: 'prod', to: 'prod' }, /has no `promote`/],
    ['several', [...PAIRS], { runBranch: 'feature/x' }, /several pairs.*dev to staging, staging to prod/],
    ['a stage that is none', [...PAIRS], { to: 'prd' }, /to "prd".*did you mean "prod"/],
    ['a pair that is none', { from: 'staging', to: 'prod' }, { from: 'dev', to: 'prod' }, /from "dev" to "prod"/],
  ])('cannot be told from %s', (_what, promote, inputs, words) => {
    expect(() => choosePair(config(promote), { ...NONE, ...inputs })).toThrow(words);
  });
});

it('writes the command that starts a run, quoted for a shell', () => {
  const inputs = { from: 'staging', commit: undefined, override: "soak: it's now; rm -rf $HOME" };
  expect(startCommand({ workflow: 'promote.yml', branch: 'release/1', inputs })).toBe(
    `gh workflow run promote.yml --ref release/1 -f from=staging -f 'override=soak: it'\\''s now; rm -rf $HOME'`,
  );
});
