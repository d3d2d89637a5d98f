import { describe, expect, it } from 'vitest';
import { parseAccounts } from '../../../core/setup/answers.ts';
import { appName } from '../../../core/setup/app-name.ts';

const STAGES = ['dev', 'staging', 'prod'];
const [A, B, C] = ['111111111111', '222222222222', '333333333333'];

describe('accounts, as people type them', () => {
  it.each([
    ['one for all', A, [A, A, A]],
    ['with the hyphens of the console', '1111-1111-1111', [A, A, A]],
    ['one for each, with commas', `${A},${B},${C}`, [A, B, C]],
    ['one for each, with blanks', ` ${A}  ${B} ${C} `, [A, B, C]],
    ['by their stages, in any order', `prod=${C} dev=${A},staging=${B}`, [A, B, C]],
  ])('may be %s', (_what, text, [dev, staging, prod]) => {
    expect(parseAccounts(text, STAGES)).toEqual({ dev, staging, prod });
  });

  it.each([
    ['nothing', '', 'dev'],
    ['eleven digits', '11111111111', '"11111111111"'],
    ['an alias', 'my-company', 'is not the id of an AWS account'],
    ['two of three', `${A} ${B}`, 'prod'],
    ['four', `${A} ${B} ${C} ${A}`, 'more accounts than stages'],
    ['a stage that is none', `dve=${A} staging=${B} prod=${C}`, 'did you mean "dev"?'],
    ['one stage alone', `dev=${A}`, 'staging'],
  ])('are refused where they are %s', (_what, text, said) => {
    expect(() => parseAccounts(text, STAGES)).toThrow(said);
  });
});

describe('the name of an application', () => {
  it.each([
    ['Acme_Shop.API', 'acme-shop-api'],
    ['myService', 'my-service'],
    ['2024-orders', 'orders'],
    ['Café', 'cafe'],
    ['x'.repeat(60), 'x'.repeat(48)],
    ['--', undefined],
  ])('is made of %s', (text, name) => {
    expect(appName(text)).toBe(name);
  });
});
