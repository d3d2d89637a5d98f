import type { Parameter as SdkParameter, SSMClient } from '@aws-sdk/client-ssm';
import pThrottle from 'p-throttle';
import { onlyDefined } from '../../core/only-defined.ts';
import type { SsmValue } from '../../core/profile/parameter.ts';
import type { Session } from '../../core/profile/session.ts';
import { BrokenAnswer } from '../broken-answer.ts';
import { watchAnswers } from './answer-clock.ts';
import { clientOptions } from './client-options.ts';
import { BEGINNING_RETRY, entriesOf, request, whole } from './request.ts';

/** SSM answers 40 reads a second for the whole account; a little less leaves room for others. */
const paced = pThrottle({ limit: 36, interval: 1000 });

/** A value, and when it was written, in milliseconds since 1970 by AWS's clock. */
interface Written {
  readonly value: SsmValue;
  readonly written: number;
}

/** What one call brought, and when it was answered, in milliseconds since 1970 by AWS's clock. */
export interface SsmAnswer {
  readonly found: readonly Written[];
  readonly at: number;
}

/** The calls that parameters are read by, each made again as `BEGINNING_RETRY` has it. */
export interface SsmCalls {
  /** At most ten names; `missing` are those that SSM does not have. */
  getParameters(
    names: readonly string[],
    decrypt: boolean,
  ): Promise<SsmAnswer & { readonly missing: readonly string[] }>;
  /** A page of what is below a path, at any depth. */
  getPage(path: string, token: string | undefined, decrypt: boolean): Promise<SsmAnswer & { readonly next?: string }>;
}

/** Opens them with a session; the SDK is loaded then. */
export async function openSsmCalls(session: Session): Promise<SsmCalls> {
  const { GetParametersByPathCommand, GetParametersCommand, SSMClient } = await import('@aws-sdk/client-ssm');
  const client: SSMClient = new SSMClient(clientOptions(session));
  return {
    async getParameters(names, decrypt) {
      const send = async () => {
        const command = new GetParametersCommand({ Names: [...names], WithDecryption: decrypt });
        const at = answeredAt(command);
        const answer = await whole(client.send(command), 'Parameters', 'InvalidParameters');
        const { Parameters, InvalidParameters: missing } = answer;
        const found = writtenValues(Parameters);
        const known = new Set([...found.map(({ value }) => value.name), ...missing]);
        const unsaid = names.find((name) => !known.has(name));
        if (unsaid !== undefined) {
          throw new BrokenAnswer(`the answer says nothing of ${unsaid}`);
        }
        return { found, missing, at: at() };
      };
      return request(paced(send), BEGINNING_RETRY);
    },
    async getPage(path, token, decrypt) {
      const input = { Path: path, Recursive: true, WithDecryption: decrypt, MaxResults: 10, NextToken: token };
      const send = async () => {
        const command = new GetParametersByPathCommand(input);
        const at = answeredAt(command);
        const { Parameters, NextToken } = await whole(client.send(command), 'Parameters');
        const found = writtenValues(Parameters);
        const foreign = found.find(({ value }) => !value.name.startsWith(path.endsWith('/') ? path : `${path}/`));
        if (foreign !== undefined) {
          throw new BrokenAnswer(`${foreign.value.name} is not below ${path}`);
        }
        const next = onlyDefined({ next: NextToken === '' ? undefined : NextToken });
        return { found, at: at(), ...next };
      };
      return request(paced(send), BEGINNING_RETRY);
    },
  };
}

/** Returns when a command is answered, by AWS's clock: it shows seconds, so what was written in the same one counts as later. */
function answeredAt(command: Parameters<typeof watchAnswers>[0]): () => number {
  let date = Date.now();
  watchAnswers(command, (at) => {
    date = at;
  });
  return () => date;
}

function writtenValues(parameters: readonly SdkParameter[]): Written[] {
  return entriesOf(parameters, 'a parameter', 'Name', 'Value', 'Type', 'Version', 'LastModifiedDate').map(
    ({ Name, Value, Type, Version, LastModifiedDate }) => ({
      value: { name: Name, value: Value, secure: Type === 'SecureString', version: Version },
      written: LastModifiedDate.getTime(),
    }),
  );
}
