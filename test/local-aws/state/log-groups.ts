import type { Place } from './place.ts';
import type { Thing, ThingStore } from './things.ts';

const TYPE = 'AWS::Logs::LogGroup';

/** All log groups of an account and region, ordered by name. */
export function listLogGroups(things: ThingStore, { account, region }: Place): Thing[] {
  return things
    .list(account, region)
    .filter((thing) => thing.type === TYPE)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Makes a log group; false where it is there already, which it stays as it is. */
export function addLogGroup(things: ThingStore, place: Place, name: string, createdAt: number): boolean {
  const { account, region } = place;
  const key = `${TYPE}/${name}`;
  if (things.find(place, key)) return false;
  const arn = `arn:aws:logs:${region}:${account}:log-group:${name}:*`;
  things.put(key, { type: TYPE, name, arn, account, region, createdAt, properties: {} });
  return true;
}

/** False where there is no such log group. */
export function removeLogGroup(things: ThingStore, place: Place, name: string): boolean {
  return things.remove(place, `${TYPE}/${name}`);
}
