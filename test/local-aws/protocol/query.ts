import { renderXml } from './xml.ts';

type Node = { [key: string]: Node | string };

/** Decodes a query protocol body: `Tags.member.1.Key=a` becomes `{ Tags: [{ Key: 'a' }] }`; an empty list stays `''`. */
export function decodeQuery(body: URLSearchParams): Record<string, unknown> {
  const root: Node = {};
  for (const [name, value] of body) {
    const parts = name.split('.');
    const last = parts.pop() ?? name;
    let node = root;
    for (const part of parts) {
      const existing = node[part];
      const next = typeof existing === 'object' ? existing : {};
      node[part] = next;
      node = next;
    }
    node[last] = value;
  }
  return Object.fromEntries(Object.entries(root).map(([key, value]) => [key, toLists(value)]));
}

function toLists(node: Node | string): unknown {
  if (typeof node === 'string') return node;
  const members = node['member'];
  if (members !== undefined && typeof members === 'object') {
    return Object.keys(members)
      .sort((a, b) => Number(a) - Number(b))
      .map((index) => toLists(members[index] as Node | string));
  }
  if (members === '') return [];
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, toLists(value)]));
}

/** Renders a query service's answer: `<XResponse><XResult>…</XResult><ResponseMetadata>…`. */
export function encodeQuery(action: string, namespace: string, result: unknown, requestId: string): string {
  return (
    `<${action}Response xmlns="${namespace}"><${action}Result>${renderXml(result)}</${action}Result>` +
    `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${action}Response>`
  );
}
