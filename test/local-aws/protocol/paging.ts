import { AwsError } from './service.ts';

export interface Page<T> {
  items: T[];
  nextToken?: string;
}

/** One page of a list; tokens are opaque to callers and a foreign one is refused. */
export function pageOf<T>(all: readonly T[], token: string | undefined, size: number): Page<T> {
  const start = token === undefined ? 0 : readToken(token);
  const items = all.slice(start, start + size);
  const end = start + items.length;
  return end < all.length ? { items, nextToken: Buffer.from(`page:${end}`).toString('base64url') } : { items };
}

function readToken(token: string): number {
  const start = /^page:(\d+)$/.exec(Buffer.from(token, 'base64url').toString())?.[1];
  if (start === undefined) throw new AwsError('ValidationError', 'The specified NextToken is not valid');
  return Number(start);
}
