import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiOutput, isLostOutput, outputText } from '../../../core/stack/output-text.ts';

/** What CloudFormation gives back of a text. */
const givenBack = (text: string) => text.replace(/[^\0-\x7f]/gu, '?');
const read = ({ Value, Description }: { Value?: unknown; Description?: unknown }) =>
  outputText(givenBack(Value as string), givenBack(String(Description ?? '')));

describe('an output of a template', () => {
  it('is read as it was written, whatever text it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.option(fc.string({ unit: 'binary' })), (Value, own) => {
        const output = { Value, ...(own === null ? {} : { Description: own }) };
        const changed = asciiOutput(output) ?? output;
        expect(String(changed.Value)).toBe(givenBack(String(changed.Value)));
        expect(read(changed)).toBe(Value);
      }),
    );
  });

  it.each([['plain'], [{ Ref: 'Table' }], [{ 'Fn::Sub': '${Table}\\u00fc' }], ['a\\u00fcb'], [undefined]])(
    'stays as it is where it is ASCII: %j',
    (Value) => {
      expect(asciiOutput({ Value })).toBeUndefined();
    },
  );

  it.each([
    [{ 'Fn::Sub': 'Grüße ${Table}' }, { 'Fn::Sub': 'Gr\\u00fc\\u00dfe ${Table}' }],
    [{ 'Fn::Sub': ['ü${a}', { a: { Ref: 'T' } }] }, { 'Fn::Sub': ['\\u00fc${a}', { a: { Ref: 'T' } }] }],
    [
      { 'Fn::Join': ['–', ['a', { Ref: 'T' }, 'ö\\']] },
      { 'Fn::Join': ['\\u2013', ['a', { Ref: 'T' }, '\\u00f6\\u005c']] },
    ],
    [{ 'Fn::Join': ['', [{ 'Fn::Sub': 'ü' }]] }, { 'Fn::Join': ['', [{ 'Fn::Sub': '\\u00fc' }]] }],
    ['🚀', '\\ud83d\\ude80'],
    [{ 'Fn::Join': ['', ['ü', '\\u0041']] }, { 'Fn::Join': ['', ['\\u00fc', '\\u005cu0041']] }],
    [{ 'Fn::Sub': ['${A}-ü', { A: 'x\\y' }] }, { 'Fn::Sub': ['${A}-\\u00fc', { A: 'x\\u005cy' }] }],
  ])('is escaped where it is put together of texts: %j', (Value, escaped) => {
    expect(asciiOutput({ Value })).toMatchObject({ Value: escaped });
  });

  it.each([
    [{ Value: { 'Fn::Select': [0, ['ü']] } }],
    [{ Value: { 'Fn::Sub': ['ü${a}', { a: { 'Fn::Select': [0, ['ü']] } }] } }],
    [{ Value: { 'Fn::Join': ['', { 'Fn::Split': ['ü', 'aüb'] }] } }],
    [{ Value: 'ü', Export: { Name: 'x' } }],
  ])('stays as it is, and says so, where others look at its characters: %j', (output) => {
    const changed = asciiOutput({ ...output, Description: 'ours' });
    expect(changed).toMatchObject({ ...output, Description: expect.stringMatching(/^ours /) });
    expect(isLostOutput(changed ?? {})).toBe(true);
    expect(read({ Value: 'x', Description: changed?.Description })).toBeUndefined();
  });

  it('has a description that is no longer than CloudFormation takes', () => {
    const { Description = '' } = asciiOutput({ Value: 'ü', Description: 'ü'.repeat(600) }) ?? {};
    expect(Buffer.byteLength(Description)).toBeLessThanOrEqual(1024);
    expect(read({ Value: '\\u00fc', Description })).toBe('ü');
  });
});
