import { AwsError } from '../protocol/service.ts';

/** One page and the token of the next: opaque, and good only for the question that it came from. */
export function cut<T>(items: readonly T[], size: number, token: string | undefined, scope: string, loop: boolean) {
  const start = token === undefined ? 0 : startOf(token, scope);
  const end = start + size;
  const next = loop ? encodeToken(scope, size) : end < items.length ? encodeToken(scope, end) : undefined;
  return { items: items.slice(start, end), next };
}

function encodeToken(scope: string, start: number): string {
  return Buffer.from(JSON.stringify({ scope, start })).toString('base64url');
}

function startOf(token: string, scope: string): number {
  try {
    const read: { scope?: unknown; start?: unknown } = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (read.scope === scope && typeof read.start === 'number') return read.start;
  } catch {
    // Not one of ours: refused like one that belongs to another question.
  }
  throw new AwsError('InvalidNextToken', "The specified token isn't valid.");
}
