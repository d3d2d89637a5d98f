/** What is watched of a client of the SDK, or of one of its commands. */
interface Watched {
  readonly middlewareStack: {
    // The SDK's own types differ from client to client, and from command to command.
    // biome-ignore lint/suspicious/noExplicitAny: see above
    add(middleware: any, options: { step: 'deserialize'; name: string; priority: 'low' }): void;
  };
}

interface Received {
  readonly response: { readonly headers?: Readonly<Record<string, string>> };
}

/** Tells AWS's time of each answer, in milliseconds since 1970; it shows seconds. */
export function watchAnswers(watched: Watched, tell: (date: number) => void): void {
  const watch = (next: (args: unknown) => Promise<Received>) => async (args: unknown) => {
    const received = await next(args);
    const date = Date.parse(received.response.headers?.['date'] ?? '');
    if (!Number.isNaN(date)) {
      tell(date);
    }
    return received;
  };
  watched.middlewareStack.add(watch, { step: 'deserialize', name: 'watchAnswers', priority: 'low' });
}
