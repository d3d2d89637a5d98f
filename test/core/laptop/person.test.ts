import { describe, expect, it } from 'vitest';
import { identityOf, stageNameOf } from '../../../core/laptop/person.ts';

const person = (login: string, email?: string) => ({ login, email, machine: 'box' });

describe('who somebody at a laptop is', () => {
  it('is the address of their commits, in one spelling', () => {
    expect(identityOf(person('ada', 'Ada@Example.com'))).toBe('ada@example.com');
  });
  it('is their name on the machine where git has no address', () => {
    expect(identityOf(person('ada'))).toBe('ada@box');
  });
});

describe('what somebody’s stage is called after', () => {
  it.each([
    ['their name on the machine', 'ada', 'lovelace@example.com', 'ada'],
    ['their address where many have that name', 'vscode', 'lovelace@example.com', 'lovelace'],
    ['the same in any case', 'ROOT', 'lovelace@example.com', 'lovelace'],
    ['that name where there is no address', 'root', undefined, 'root'],
  ])('is %s', (_what, login, email, name) => {
    expect(stageNameOf({ login, email })).toBe(name);
  });
});
