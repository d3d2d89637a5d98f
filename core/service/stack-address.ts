import { isWhole } from '../stack/template-text.ts';

/** Where `${cf:STACK.OUTPUT}` leads. */
export interface StackAddress {
  /** The region that it names; undefined for the reader's own. */
  readonly region: string | undefined;
  readonly stack: string;
  readonly output: string;
}

/** Reads the address of a stack's output, `[REGION:]STACK.OUTPUT`. It may hold variables that are not known, with any signs. */
export function parseStackAddress(address: string): StackAddress {
  const [, region, rest = address] = /^([a-z]{2}(?:-[a-z]+)+-\d):([\s\S]*)$/.exec(address) ?? [];
  // An output's name has no point, nor has a stack's; a variable in it may.
  const at = isWhole(rest) ? rest.indexOf('.') : rest.lastIndexOf('.');
  const isCut = at !== -1 && !rest.includes('}', at);
  return { region, stack: isCut ? rest.slice(0, at) : rest, output: isCut ? rest.slice(at + 1) : '' };
}
