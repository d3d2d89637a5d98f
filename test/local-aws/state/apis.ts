import { createPlacedStore, type Place, type PlacedStore } from './place.ts';

export interface Route {
  id: string;
  /** `POST /submissions/{id}` or `$default`. */
  key: string;
  /** `integrations/<id>`. */
  target: string;
}

/** What an HTTP API answers browsers of other origins. */
export interface Cors {
  origins: string[];
  methods: string[];
  headers: string[];
}

/** An HTTP API or a REST API, reduced to what a request needs. */
export interface Api extends Place {
  id: string;
  name: string;
  kind: 'http' | 'rest';
  routes: Map<string, Route>;
  /** Integration id to the function it calls (an ARN or an invocation URI). */
  integrations: Map<string, string>;
  /** Stage name to its tags. */
  stages: Map<string, Record<string, string>>;
  deployments: string[];
  cors?: Cors;
}

export type ApiStore = PlacedStore<Api>;
export const createApiStore = (): ApiStore => createPlacedStore<Api>();
