import type { ServerResponse } from 'node:http';
import type { OidcFault } from './faults.ts';

/** Notes the status of an answer; 0 where there is none. */
export type Recorder = (status: number) => void;

/** Answers with JSON. */
export function send(response: ServerResponse, record: Recorder, status: number, body: unknown): void {
  record(status);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

/** Does what the fault says instead of answering. */
export function misbehave(response: ServerResponse, record: Recorder, fault: OidcFault): void {
  switch (fault.kind) {
    case 'status':
      record(fault.status);
      response.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers });
      response.end(JSON.stringify({ message: `status ${fault.status}` }));
      break;
    case 'timeout':
      record(0);
      break;
    case 'reset':
      record(0);
      response.destroy();
      break;
    case 'invalid-json':
      record(200);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"count": 1, "value": ');
      break;
    case 'empty-value':
      send(response, record, 200, { count: 0, value: '' });
      break;
  }
}
