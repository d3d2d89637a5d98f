import { describe, expect, it } from 'vitest';
import { testCommand } from '../../../core/service/test-command.ts';

const manifest = (scripts: object) => JSON.stringify({ name: 'tasks', scripts });
const PLACEHOLDER = 'echo "Error: no test specified" && exit 1';

describe('the command of a service’s tests', () => {
  it('is the one that the configuration says, whatever stands in package.json', () => {
    expect(testCommand({ test: 'node --test' }, undefined)).toBe('node --test');
    expect(testCommand({ test: 'node --test' }, manifest({ test: 'vitest run' }))).toBe('node --test');
    expect(testCommand({ test: 'node --test' }, '{')).toBe('node --test');
  });

  it('is none where the configuration says false', () => {
    expect(testCommand({ test: false }, manifest({ test: 'vitest run' }))).toBeUndefined();
  });

  it('is npm test where the folder has a test script and the configuration says nothing', () => {
    expect(testCommand(undefined, manifest({ test: 'vitest run' }))).toBe('npm test');
    expect(testCommand({}, manifest({ build: 'tsc', test: 'vitest run' }))).toBe('npm test');
  });

  it('is npm test also where an editor wrote package.json with a byte order mark, as npm reads it', () => {
    expect(testCommand(undefined, `\uFEFF${manifest({ test: 'vitest run' })}`)).toBe('npm test');
  });

  it.each<[what: string, text: string | undefined]>([
    ['there is no package.json', undefined],
    ['it has no scripts', '{"name":"tasks"}'],
    ['it has other scripts', manifest({ build: 'tsc', pretest: 'tsc', 'test:unit': 'vitest run' })],
    ['its script is what npm init writes', manifest({ test: PLACEHOLDER })],
    ['its script is empty', manifest({ test: '' })],
    ['its script is no text', manifest({ test: ['vitest'] })],
    ['its scripts are none', '{"scripts":null}'],
    ['it is null', 'null'],
    ['it is no JSON', '{"scripts":'],
    ['it is empty', ''],
  ])('is none where %s', (_what, text) => {
    expect(testCommand(undefined, text)).toBeUndefined();
  });
});
