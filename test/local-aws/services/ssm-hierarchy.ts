/** True for a name in a hierarchy (a path with a slash at its end): directly, or on any level below. */
export function isBelow(name: string, path: string, recursive: boolean): boolean {
  const rest = path === '/' ? name.replace(/^\//, '') : name.startsWith(path) ? name.slice(path.length) : '';
  return rest !== '' && (recursive || !rest.includes('/'));
}
