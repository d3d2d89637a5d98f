import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sampleOf } from '../sample.ts';

/** An answer that is none of the service's, though most of them say that all went well. */
export interface WrongAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const HTML = '<html><head><title>Log in</title></head><body><p>Please log in.</p></body></html>';

/** What proxies and cut connections give. */
export const WRONG_ANSWERS: Readonly<Record<string, WrongAnswer>> = {
  'an empty body': { status: 200, type: JSON_TYPE, body: '' },
  'a log-in page': { status: 200, type: 'text/html', body: HTML },
  null: { status: 200, type: JSON_TYPE, body: 'null' },
  'an empty object': { status: 200, type: JSON_TYPE, body: '{}' },
  'cut JSON': { status: 200, type: JSON_TYPE, body: '[{"number": 1, "sta' },
  'HTTP 204': { status: 204, type: JSON_TYPE, body: '' },
  'HTTP 304': { status: 304, type: JSON_TYPE, body: '' },
  'a log-in page with 404': { status: 404, type: 'text/html', body: HTML },
};

/** Names of the answers that a walk goes through. */
export const ANSWERS = sampleOf(Object.keys(WRONG_ANSWERS), 4);

/** A server that answers each request as its caller is to be answered: by the access key or the token that it came with. */
export async function serveByCaller(
  answers: Readonly<Record<string, WrongAnswer>>,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const caller = Object.keys(answers).find((key) => request.headers.authorization?.includes(key)) ?? '';
    const { status, type, body } = answers[caller] ?? { status: 500, type: 'text/plain', body: 'who is that?' };
    request.resume();
    response.writeHead(status, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

/** Asks all questions of every caller at once, and returns what came of each: the code of its error, if it had one. */
export async function outcomesOf(
  callers: readonly string[],
  questions: (caller: string) => Readonly<Record<string, Promise<unknown>>>,
): Promise<Record<string, Record<string, unknown>>> {
  const all = await Promise.all(
    callers.map(async (caller) => {
      const outcomes = Object.entries(questions(caller)).map(async ([question, answer]) => [
        question,
        await answer.catch((error: { code?: string }) => error.code ?? error),
      ]);
      return [caller, Object.fromEntries(await Promise.all(outcomes))] as const;
    }),
  );
  return Object.fromEntries(all);
}
