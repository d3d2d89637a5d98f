import type { ErrorCode } from '../../errors.ts';

export type Path = (string | number)[];

/** Adds one error at a path of the configuration; `of: 'key'` points at the key instead of its value. */
export type Report = (path: Path, what: string, fix: string, more?: { code?: ErrorCode; of?: 'key' }) => void;
