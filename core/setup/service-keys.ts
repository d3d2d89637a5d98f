import type { Service } from '../service/definition.ts';

/**
 * Returns the services with the keys that they call each other by (`${param:KEY.output}`), by key; undefined if they are called by
 * the names of their folders, or none is. A key that nobody has is that of the one service whose key or name ends with it.
 */
export function calledKeys(services: readonly Service[]): Readonly<Record<string, string>> | undefined {
  const keys = services.map(({ key }) => key);
  const called = new Set(
    services.flatMap(({ reads }) =>
      reads.params.flatMap((name) => {
        const [key = '', ...output] = name.split('.');
        return output.length > 0 && !keys.includes(key) ? [key] : [];
      }),
    ),
  );
  const renamed = new Map(
    [...called].flatMap((key) => {
      const meant = services.filter((service) => isCalled(service, key));
      return meant.length === 1 ? [[meant[0]?.path ?? '', key] as const] : [];
    }),
  );
  if (renamed.size === 0) {
    return undefined;
  }
  return Object.fromEntries(services.map(({ key, path }) => [renamed.get(path) ?? plainKey(key, keys), path]));
}

function isCalled({ key, name }: Service, wanted: string): boolean {
  return [key, name ?? ''].some((one) => one === wanted || one.endsWith(`-${wanted}`));
}

/** A key without what all of them begin with: where one is called `database`, its neighbours are not `backend-tasks`. */
function plainKey(key: string, keys: readonly string[]): string {
  const [first = ''] = keys;
  const prefix = `${first.split('-')[0]}-`;
  return keys.every((one) => one.startsWith(prefix) && one.length > prefix.length) ? key.slice(prefix.length) : key;
}
