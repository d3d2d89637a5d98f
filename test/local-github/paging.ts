import type { Call } from './route.ts';

/**
 * One page of a list by `page` and `per_page` (default 30, at most 100), with GitHub's `Link` header where there are
 * several; its addresses name the repository by id, as GitHub's do.
 */
export function paginate<T>(
  items: readonly T[],
  call: Call,
): { readonly page: readonly T[]; readonly headers: Readonly<Record<string, string>> } {
  const { query, path } = call.request;
  const size = Math.min(positive(query.get('per_page'), 30), 100);
  const current = positive(query.get('page'), 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const base = `${call.hub.url}/repositories/${call.repository.id}${path.replace(/^\/(?:repos\/[^/]+\/[^/]+|repositories\/\d+)/, '')}`;
  const link = (page: number, rel: string) => {
    const parameters = new URLSearchParams(query);
    parameters.set('page', String(page));
    return `<${base}?${parameters}>; rel="${rel}"`;
  };
  const links = [
    ...(current > 1 ? [link(current - 1, 'prev')] : []),
    ...(current < last ? [link(current + 1, 'next'), link(last, 'last')] : []),
    ...(current > 1 ? [link(1, 'first')] : []),
  ];
  const headers: Record<string, string> = links.length === 0 ? {} : { link: links.join(', ') };
  return { page: items.slice((current - 1) * size, current * size), headers };
}

function positive(text: string | null, fallback: number): number {
  const number = Number(text ?? fallback);
  return Number.isInteger(number) && number > 0 ? number : fallback;
}
