import type { ErrorCode } from '../../errors.ts';

export type Path = (string | number)[];

/** Adds one error at a path of the configuration; `of: 'key'` points at the key instead of its value. */
export type Report = (path: Path, what: string, fix: string, more?: { code?: ErrorCode; of?: 'key' }) => void;

/** Spells a path as it is spoken of: `profiles.dev.region`, `previews.target-branches[0]`. */
export function formatPath(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') {
      return `${text}[${part}]`;
    }
    return text === '' ? part : `${text}.${part}`;
  }, '');
}
