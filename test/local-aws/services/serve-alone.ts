import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { renderError } from '../protocol/errors.ts';
import { decodeQuery, encodeQuery } from '../protocol/query.ts';
import { AwsError, type CallContext, type JsonService, type QueryService } from '../protocol/service.ts';
import type { CredentialStore } from '../state/credentials.ts';

export interface ServedAlone {
  readonly url: string;
  close(): Promise<void>;
}

/** One service on 127.0.0.1 without the rest of the stand-in: for tests of the service itself through AWS's own client. */
export async function serveAlone(
  service: JsonService | QueryService,
  credentials: CredentialStore,
  now: () => number,
): Promise<ServedAlone> {
  const server = createServer(async (request, response) => {
    const body = await readBody(request);
    const context = contextOf(request, service.name, credentials, now);
    const form = new URLSearchParams(service.protocol === 'query' ? body : '');
    const action =
      service.protocol === 'query'
        ? (form.get('Action') ?? '')
        : String(request.headers['x-amz-target']).replace(`${service.targetPrefix}.`, '');
    try {
      const operation = service.operations[action];
      if (operation === undefined) throw new AwsError('InvalidAction', action);
      const input = service.protocol === 'query' ? decodeQuery(form) : JSON.parse(body);
      const result = await operation(input, context);
      response.end(
        service.protocol === 'query' ? encodeQuery(action, service.namespace, result, 'id') : JSON.stringify(result),
      );
    } catch (error) {
      const known = error instanceof AwsError ? error : new AwsError('InternalFailure', String(error), 500);
      const answer = renderError(service.protocol, known, 'id');
      response.writeHead(answer.status ?? 500, answer.headers).end(answer.body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function contextOf(
  request: IncomingMessage,
  service: string,
  credentials: CredentialStore,
  now: () => number,
): CallContext {
  const [, key, region = 'us-east-1'] =
    /Credential=([^/]+)\/\d+\/([^/]+)\//.exec(request.headers.authorization ?? '') ?? [];
  const caller = key === undefined ? undefined : credentials.find(key);
  return {
    service,
    region,
    account: caller?.account ?? '000000000000',
    now,
    ...(caller === undefined ? {} : { callerArn: caller.arn, accessKeyId: caller.accessKeyId }),
  };
}
