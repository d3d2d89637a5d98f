import { describe, expect, it } from 'vitest';
import { restoreSharedObjects } from '../../../core/serverless/shared-objects.ts';

describe('restoreSharedObjects', () => {
  it('puts an object where the file points at it', () => {
    const state = { a: { b: [{ c: 1 }] }, d: { $ref: '$["a"]["b"][0]' } };
    expect(restoreSharedObjects(state)).toEqual({ a: { b: [{ c: 1 }] }, d: { c: 1 } });
  });

  it('follows keys with quotes and pointers to pointers', () => {
    const state = { 'a"b': { x: 1 }, c: { $ref: '$["a\\"b"]' }, d: { $ref: '$["c"]' } };
    expect(restoreSharedObjects(state)).toEqual({ 'a"b': { x: 1 }, c: { x: 1 }, d: { x: 1 } });
  });

  it('ends where an object holds itself', () => {
    const state = { a: { self: { $ref: '$["a"]' } } };
    expect(() => restoreSharedObjects(state)).not.toThrow();
  });

  it('leaves a property called $ref alone that is no such pointer', () => {
    const state = { a: { $ref: '#/definitions/x' }, b: { $ref: '$["a"]', more: 1 } };
    expect(restoreSharedObjects(state)).toEqual(state);
  });
});
