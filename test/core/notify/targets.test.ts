import { describe, expect, it } from 'vitest';
import { parseTargets } from '../../../core/notify/targets.ts';
import { caught } from '../caught.ts';

const parse = (text: string | undefined) => Object.fromEntries(parseTargets('NOTIFY_SLACK', text));
const ADDRESS = 'https://hooks.example.com/services/T0/B0/canary-of-the-address';

describe('the secret with the addresses', () => {
  it.each([undefined, '', '  \n\n '])('has none in %j', (text) => {
    expect(parse(text)).toEqual({});
  });

  it.each([ADDRESS, `${ADDRESS}\n`, `\r\n  ${ADDRESS}  \r\n`])(
    'calls a single address as the secret is called: %j',
    (text) => {
      expect(parse(text)).toEqual({ NOTIFY_SLACK: ADDRESS });
    },
  );

  it('takes an = in an address for no name', () => {
    expect(parse(`${ADDRESS}?a=b=c`)).toEqual({ NOTIFY_SLACK: `${ADDRESS}?a=b=c` });
    expect(parse(`TEAM=${ADDRESS}?a=b=c`)).toEqual({ TEAM: `${ADDRESS}?a=b=c` });
  });

  it('reads several, a line each, whatever ends the lines', () => {
    const text = `TEAM=${ADDRESS}\r\n\r\n  ON_CALL=https://hooks.example.com/2\n`;
    expect(parse(text)).toEqual({ TEAM: ADDRESS, ON_CALL: 'https://hooks.example.com/2' });
  });

  it.each([
    `${ADDRESS}\n${ADDRESS}`,
    `TEAM=${ADDRESS}\n${ADDRESS}`,
    `TEAM=${ADDRESS}\nON-CALL=${ADDRESS}`,
    `TEAM=${ADDRESS}\nON_CALL=`,
  ])('H11 refuses lines of another form, and says nothing of the address: %#', (text) => {
    const error = caught(() => parse(text));
    expect(error.code).toBe('E_INPUT');
    expect(error.message).toMatch(/line \d+ of the secret NOTIFY_SLACK/);
    expect(error.message).not.toMatch(/canary|hooks\.example/);
  });

  it('gives a name that an object would have of its own no meaning', () => {
    expect(parseTargets('NOTIFY_SLACK', ADDRESS).get('constructor')).toBeUndefined();
  });
});
