import type { InputKind } from './contract.ts';
import { UserError } from './errors.ts';

/** Reads one input's text by its kind; empty text is undefined. Throws E_INPUT where the kind does not take the text. */
export function parseInput(
  name: string,
  kind: InputKind,
  text: string,
): string | boolean | number | string[] | undefined {
  if (text === '') {
    return undefined;
  }
  switch (kind) {
    case 'text':
    case 'secret':
      return text;
    case 'flag':
      return parseFlag(name, text);
    case 'integer':
      return parseInteger(name, text);
    case 'list':
      return parseList(name, text);
  }
}

function parseList(name: string, text: string): string[] {
  const items = text
    .split(/[\n,]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
  if (items.length === 0) {
    throw new UserError('E_INPUT', {
      what: `the input "${name}" names nothing`,
      fix: 'write names separated by commas',
    });
  }
  return items;
}

function parseFlag(name: string, text: string): boolean {
  if (text === 'true' || text === 'false') {
    return text === 'true';
  }
  throw new UserError('E_INPUT', {
    what: `the input "${name}" is ${JSON.stringify(text)}`,
    fix: 'write true or false',
  });
}

function parseInteger(name: string, text: string): number {
  if (/^[1-9][0-9]{0,5}$/.test(text)) {
    return Number(text);
  }
  throw new UserError('E_INPUT', {
    what: `the input "${name}" is ${JSON.stringify(text)}`,
    fix: 'write a whole number from 1',
  });
}

/** Describes the error of an input that is needed and was not given. */
export function missingInput(name: string): UserError {
  return new UserError('E_INPUT', {
    what: `the input "${name}" is missing`,
    fix: `add "${name}:" under the step's with:`,
  });
}

/** Stands for no service or stage in an output: no name, and no empty text, which an output that got lost would be. */
export const NONE = '-';
