import { describe, expect, it } from 'vitest';
import { skipMark } from '../../../core/stage/event.ts';

describe('skipMark', () => {
  it.each(['[skip ci]', '[ci skip]', '[no ci]', '[skip actions]', '[actions skip]'])(
    'finds %s anywhere in a message',
    (mark) => {
      expect(skipMark(`Correct a word ${mark}`)).toBe(mark);
      expect(skipMark(`Correct a word\n\nMore about it. ${mark} The end.`)).toBe(mark);
    },
  );

  it.each(['skip-checks:true', 'skip-checks: true'])('finds the trailer %s after two empty lines', (trailer) => {
    expect(skipMark(`Correct a word\n\n\n${trailer}`)).toBeDefined();
  });

  it.each(['Skip ci on drafts', 'Document skip-checks: true in a sentence', '', 'Add [skip] ci'])(
    'leaves %j alone',
    (message) => {
      expect(skipMark(message)).toBeUndefined();
    },
  );
});
