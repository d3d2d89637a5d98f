import { readYaml } from '../yaml/read.ts';
import { PROGRAM } from './configuration-files.ts';

/** Folders whose contents are there to be looked at, copied or tested. */
const SHOWN = new Set([
  'example',
  'examples',
  'sample',
  'samples',
  'template',
  'templates',
  'boilerplate',
  'boilerplates',
  'scaffold',
  'scaffolds',
  'types',
  '@types',
  'typings',
]);
/** Last words of the names of folders that hold what tests need: `test`, `integrationTests`, `__fixtures__`. */
const TESTED = new Set(['test', 'tests', 'spec', 'specs', 'fixture', 'fixtures', 'mock', 'mocks', 'e2e']);

/** What a program that is a configuration has: a value that it exports, and a key that the Serverless Framework knows. */
const EXPORTS =
  /\bmodule\.exports\s{0,20}=|\bexport\s{0,20}=|\bexport\s{1,20}default\s{1,20}(?!interface\b|type\b|abstract\b|class\b)/;
const KEY = /\b(?:service|provider|functions|resources|plugins)\b/;

/**
 * Returns why a configuration that was found in a folder is no service that is deployed; undefined if it may be one. Services
 * that are listed are not asked this.
 */
export function reasonToLeaveOut(folder: string, file: string, text: string): string | undefined {
  const shown = folder.split('/').find((name) => SHOWN.has(name.toLowerCase()));
  if (shown !== undefined) {
    return `the folder "${shown}" is for what is shown or copied`;
  }
  const tested = folder.split('/').find((name) => TESTED.has(lastWord(name)));
  if (tested !== undefined) {
    return `the folder "${tested}" is for tests`;
  }
  if (PROGRAM.test(file)) {
    return EXPORTS.test(text) && KEY.test(text) ? undefined : `its ${file} exports no configuration`;
  }
  const { value } = { value: undefined, ...readYaml(text) };
  const isMapping = typeof value === 'object' && value !== null;
  // What cannot be read may be a service, and is refused as one.
  const isEmpty = value === null || (value === undefined && text.trim() === '');
  return isEmpty || (isMapping && !Object.hasOwn(value, 'service')) ? `its ${file} has no "service:"` : undefined;
}

function lastWord(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[-_.]+/)
    .filter((word) => word !== '');
  return words.at(-1) ?? '';
}
