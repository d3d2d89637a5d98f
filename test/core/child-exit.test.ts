import { describe, expect, it } from 'vitest';
import { lastWords } from '../../core/child-exit.ts';

describe('lastWords', () => {
  it('keeps the places of a configuration, which osls lists if there are several', () => {
    const output = [
      'Warning: something else',
      'Error:',
      'Configuration error:',
      "     at 'provider': unrecognized property 'lambdaHashingVersion'",
      "     at 'functions.hello.events.0': must be object",
      '',
      'Learn more about configuration validation here: https://example.com',
    ].join('\n');
    expect(lastWords(`\n${output}`)).toMatch(/'provider'.*'functions.hello.events.0'.*Learn more/);
  });

  it('leaves out where in a program an error was thrown', () => {
    const output =
      'TypeError: no\n    at Object.<anonymous> (/app/a.js:1:2)\n    at async run (file:///app/b.js:3:4)\n';
    expect(lastWords(output)).toBe('TypeError: no');
  });

  it('says so where there are none', () => {
    expect(lastWords('\n')).toBe('it said nothing');
  });
});
