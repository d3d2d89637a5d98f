/** Where a thing lives; every store keeps its things apart by it. */
export interface Place {
  readonly account: string;
  readonly region: string;
}

export interface PlacedStore<T extends Place> {
  list(account?: string, region?: string): T[];
  find(place: Place, name: string): T | undefined;
  put(name: string, item: T): T;
  remove(place: Place, name: string): boolean;
}

/** A store of named things per account and region. */
export function createPlacedStore<T extends Place>(): PlacedStore<T> {
  const items = new Map<string, T>();
  const keyOf = (place: Place, name: string) => `${place.account}/${place.region}/${name}`;
  return {
    list: (account, region) =>
      [...items.values()].filter((i) => (!account || i.account === account) && (!region || i.region === region)),
    find: (place, name) => items.get(keyOf(place, name)),
    put: (name, item) => {
      items.set(keyOf(item, name), item);
      return item;
    },
    remove: (place, name) => items.delete(keyOf(place, name)),
  };
}
