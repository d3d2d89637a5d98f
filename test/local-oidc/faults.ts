/** What the token endpoint does instead of answering with a token. */
export type OidcFault =
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** The connection stays open and nothing comes. */
  | { readonly kind: 'timeout' }
  /** The connection is cut. */
  | { readonly kind: 'reset' }
  | { readonly kind: 'invalid-json' }
  | { readonly kind: 'empty-value' };

export interface OidcFaults {
  /** The next answers, in this order; `times` repeats the fault (default 1). */
  next(fault: OidcFault, times?: number): void;
  clear(): void;
}

/** A queue of faults and the way to take the first one out. */
export function createFaults(): OidcFaults & { take(): OidcFault | undefined } {
  const queue: OidcFault[] = [];
  return {
    next(fault, times = 1) {
      for (let count = 0; count < times; count++) queue.push(fault);
    },
    clear: () => void queue.splice(0),
    take: () => queue.shift(),
  };
}
