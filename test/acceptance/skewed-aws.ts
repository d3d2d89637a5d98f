import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** AWS whose clock is off from this machine's. */
export interface SkewedAws {
  /** The value for AWS_ENDPOINT_URL. */
  readonly url: string;
  /** How many calls it refused for their time. */
  readonly refusals: number;
  close(): Promise<void>;
}

const TOLERATED = 300_000;

/**
 * Puts a clock that is `skew` milliseconds ahead in front of an AWS endpoint: each answer has its time in `Date`, and a
 * signed call from more than five minutes away is refused (AWS, "Signature Version 4", troubleshooting).
 */
export async function startSkewedAws(endpoint: string, skew: number): Promise<SkewedAws> {
  let refusals = 0;
  const server = createServer((incoming, outgoing) => {
    const now = Date.now() + skew;
    const date = { date: new Date(now).toUTCString() };
    const [, day, time] = /^(\d{8})T(\d{6})Z$/.exec(String(incoming.headers['x-amz-date'] ?? '')) ?? [];
    if (day !== undefined && time !== undefined && Math.abs(now - Date.parse(isoOf(day, time))) > TOLERATED) {
      refusals += 1;
      incoming.resume();
      const isJson = String(incoming.headers['content-type']).includes('json');
      outgoing.writeHead(403, { ...date, 'content-type': isJson ? 'application/x-amz-json-1.1' : 'text/xml' });
      outgoing.end(isJson ? JSON_REFUSAL : XML_REFUSAL);
      return;
    }
    const { method, url = '/', headers } = incoming;
    const onward = request(new URL(url, endpoint), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, { ...answer.headers, ...date });
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get refusals() {
      return refusals;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const MESSAGE = 'Signature expired: it is now earlier than the time that is allowed';
const JSON_REFUSAL = JSON.stringify({ __type: 'InvalidSignatureException', message: MESSAGE });
const XML_REFUSAL = `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>SignatureDoesNotMatch</Code><Message>${MESSAGE}</Message></Error><RequestId>r</RequestId></ErrorResponse>`;

function isoOf(day: string, time: string): string {
  const [year, month, date] = [day.slice(0, 4), day.slice(4, 6), day.slice(6)];
  return `${year}-${month}-${date}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}Z`;
}
