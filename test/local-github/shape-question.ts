/** One question to the server; `{name}` in a path is what an earlier answer gave under this name. */
export interface Question {
  /** `GET /pulls/:number`. */
  readonly route: string;
  /** Below the repository; may hold a query. */
  readonly path: string;
  readonly status: number;
  readonly body?: unknown;
  /** Keeps the answer's `id` (or this property of it) under this name. */
  readonly save?: string;
  readonly property?: string;
  /** Where it is asked; everywhere without it. */
  readonly only?: 'api.github.com' | 'ghes-3.19';
}

/** A question that is answered, with the status that its method mostly has. */
export const ok = (route: string, path: string, more: Partial<Question> = {}): Question => ({
  route,
  path,
  status: { GET: 200, POST: 201, PUT: 200, PATCH: 200 }[route.split(' ')[0] ?? ''] ?? 204,
  ...more,
});
