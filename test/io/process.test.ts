import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { createRedactor, REDACTED } from '../../core/redact.ts';
import { runProcess } from '../../io/process.ts';

const SECRET = 'SK_LIVE_0123456789';

/** Runs a program of Node.js that writes pieces to stdout and stderr in turn, each when the one before has arrived. */
const writing = (pieces: readonly (readonly ['stdout' | 'stderr', string])[]) => {
  const program = `
    const pieces = ${JSON.stringify(pieces)};
    const next = () => {
      const [pipe, text] = pieces.shift() ?? [];
      if (pipe !== undefined) process[pipe].write(text, () => setTimeout(next, 30));
    };
    next();
  `;
  return runProcess({
    command: process.execPath,
    args: ['-e', program],
    folder: tmpdir(),
    environment: {},
    redactor: createRedactor([SECRET]),
  });
};

describe('what a child prints', () => {
  it('has no secret in it that the other pipe cuts in two', async () => {
    const { output, code } = await writing([
      ['stdout', 'before SK_LIVE_01'],
      ['stderr', 'a warning\n'],
      ['stdout', '23456789 after\n'],
      ['stderr', 'SK_LIVE'],
      ['stdout', 'more\n'],
      ['stderr', '_0123456789\n'],
    ]);
    expect(code).toBe(0);
    expect(output.split('\n').toSorted()).toEqual(
      ['', REDACTED, 'a warning', `before ${REDACTED} after`, 'more'].toSorted(),
    );
  });

  it('comes in whole lines, in the order in which they end, and without a line break at the very end too', async () => {
    const { output } = await writing([
      ['stdout', 'one '],
      ['stderr', 'two\n'],
      ['stdout', 'three\nfour'],
      ['stderr', 'five'],
    ]);
    expect(output).toBe('two\none three\nfour\nfive');
  });
});
