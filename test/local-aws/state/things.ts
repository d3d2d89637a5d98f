import { createPlacedStore, type Place, type PlacedStore } from './place.ts';

/** A thing of a service that the stand-in only keeps: a log group, a queue, a topic, a schedule. */
export interface Thing extends Place {
  type: string;
  name: string;
  arn: string;
  createdAt: number;
  properties: Record<string, unknown>;
}

export type ThingStore = PlacedStore<Thing>;
export const createThingStore = (): ThingStore => createPlacedStore<Thing>();
