import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../core/config/parse.ts';
import { checkLaptopAllowed, laptopStage } from '../../../core/laptop/stage.ts';

const config = (more = '') =>
  parseConfig(
    Buffer.from(`version: 1
app: shop
profiles:
  dev: { region: us-east-1 }
  live: { region: us-east-1 }
default-profile: dev
stages:
  dev: { profile: dev, branch: main, laptop: allowed }
  prod: { profile: live, branch: prod }
  feature/*: { profile: dev }
${more}`),
  );
const ada = { login: 'Ada', email: 'ada@example.com', machine: 'box' };
const stageOf = (stage?: string, profile?: string, person = ada) =>
  laptopStage(config(), { stage, profile }, person, 'c0ffee');

describe('the stage that somebody means', () => {
  it('is their own, of the default profile, without more', () => {
    const { stage, profile } = stageOf();
    expect(stage).toMatchObject({ kind: 'personal', commit: 'c0ffee' });
    expect(stage.name).toMatch(/^ada-0me[0-9a-z]{5}$/);
    expect(profile).toBe('dev');
  });

  it('is never that of somebody else of the same name', () => {
    const other = stageOf(undefined, undefined, { ...ada, email: 'ada@example.org' });
    expect(other.stage.name).not.toBe(stageOf().stage.name);
  });

  it('is a configured one by its exact name, of its own profile', () => {
    expect(stageOf('prod')).toMatchObject({
      stage: { name: 'prod', kind: 'configured', ref: 'refs/heads/prod' },
      profile: 'live',
    });
  });

  it.each([
    'Try It!',
    'constructor',
    '__proto__',
    'feature/*',
    'feature/x',
    'ä',
    '0me',
    '-',
    'x'.repeat(80),
    '../../etc',
  ])('is a legal one of their own for %j', (typed) => {
    const { stage } = stageOf(typed);
    expect(stage.kind).toBe('personal');
    expect(stage.name).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*-0me[0-9a-z]{5}$/);
    expect(stage.name.length).toBeLessThanOrEqual(20);
  });

  it('is the same for its whole name as for what it is called after', () => {
    const { name } = stageOf('try-it').stage;
    expect(stageOf(name).stage.name).toBe(name);
  });

  it.each([
    ['', 'is empty'],
    ['  ', 'is empty'],
    ['PROD', 'did you mean "prod"?'],
    ['prod ', 'did you mean "prod"?'],
  ])('is not guessed from %j', (typed, said) => {
    expect(() => stageOf(typed)).toThrow(said);
  });

  it('is never a preview', () => {
    expect(() => stageOf('feature-x-0pvabcde')).toThrow('belongs to the workflow');
  });

  it('has the profile that is asked for', () => {
    expect(stageOf(undefined, 'live').profile).toBe('live');
  });
});

describe('a configured stage', () => {
  it('is changed from a laptop if its configuration says so', () => {
    expect(() => checkLaptopAllowed(config(), stageOf('dev').stage)).not.toThrow();
    expect(() => checkLaptopAllowed(config(), stageOf().stage)).not.toThrow();
  });
  it('is not, else', () => {
    expect(() => checkLaptopAllowed(config(), stageOf('prod').stage)).toThrow('laptop: allowed');
  });
});
