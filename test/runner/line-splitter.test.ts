import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLineSplitter } from './line-splitter.ts';

function splitInChunks(bytes: Buffer, cuts: number[]): string[] {
  const splitter = createLineSplitter();
  const edges = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  const lines = edges.slice(1).flatMap((edge, index) => splitter.write(bytes.subarray(edges[index], edge)));
  return [...lines, ...splitter.end()];
}

describe('the lines of a stream', () => {
  it('end with LF, CR or CRLF', () => {
    expect(splitInChunks(Buffer.from('a\nb\rc\r\nd\n\r\r\ne'), [])).toEqual(['a', 'b', 'c', 'd', '', '', 'e']);
  });

  it('are the same wherever the stream was cut', () => {
    const text = fc.array(fc.constantFrom('a', 'ü', '😀', '\n', '\r', '\r\n'), { maxLength: 20 });
    fc.assert(
      fc.property(text, fc.array(fc.nat(), { maxLength: 5 }), (pieces, cuts) => {
        const bytes = Buffer.from(pieces.join(''));
        expect(splitInChunks(bytes, cuts)).toEqual(splitInChunks(bytes, []));
      }),
    );
  });
});
