const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#xD;' };

export function escapeXml(text: string): string {
  return (
    text
      .replace(/[&<>"\r]/g, (sign) => entities[sign] ?? sign)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 cannot carry them at all
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '\uFFFD')
  );
}

/** Renders a value as XML content; an array's items are wrapped in `<member>` unless `item` names another element or none. */
export function renderXml(value: unknown, item: string | null = 'member'): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) {
    return value.map((entry) => (item ? element(item, entry, item) : renderXml(entry, item))).join('');
  }
  if (typeof value !== 'object') return escapeXml(String(value));
  return Object.entries(value)
    .filter(([, entry]) => entry !== undefined && entry !== null)
    .map(([name, entry]) =>
      // In S3's XML a list has no wrapper: its element is repeated.
      item === null && Array.isArray(entry)
        ? entry.map((one) => element(name, one, item)).join('')
        : element(name, entry, item),
    )
    .join('');
}

function element(name: string, value: unknown, item: string | null): string {
  return `<${name}>${renderXml(value, item)}</${name}>`;
}
