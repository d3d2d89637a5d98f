import type { Rule, ShippedFile } from './shipped-file.ts';

/** Returns the lines of the comment that a file begins with, without their `#`. */
function headerOf({ text }: ShippedFile): string[] {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  return lines.slice(0, end === -1 ? undefined : end).map((line) => line.replace(/^# ?/, ''));
}

/** A workflow begins with a comment that says its privileges. */
export const privileges: Rule = (file) => {
  if (file.kind === 'action') return [];
  const said = headerOf(file).some((line) => /^Privileges: \S/.test(line));
  return said ? [] : [`${file.path}: does not begin with a comment that says its privileges`];
};

/** The header of a template lists the steps of its set-up, numbered from 1. */
export const setUpSteps: Rule = (file) => {
  if (file.kind !== 'template') return [];
  const header = headerOf(file);
  const start = header.findIndex((line) => /^Set up\b.*:$/.test(line));
  const numbers = header.slice(start + 1).flatMap((line) => /^ +(\d+)\. \S/.exec(line)?.[1] ?? []);
  const ordered = numbers.length > 0 && numbers.every((number, index) => Number(number) === index + 1);
  return start !== -1 && ordered ? [] : [`${file.path}: its header lists no numbered steps of set-up`];
};
