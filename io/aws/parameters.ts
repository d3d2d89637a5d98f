import type { GetParameterResult } from '@aws-sdk/client-ssm';
import pThrottle from 'p-throttle';
import type { ListedParameter } from '../../core/ledger/listing.ts';
import { storedText } from '../../core/ledger/stored-text.ts';
import { once } from '../../core/once.ts';
import { watchAnswers } from './answer-clock.ts';
import { openClient } from './client-options.ts';
import { awsError } from './errors.ts';
import type { LiveSession } from './live-session.ts';
import { allPages } from './pages.ts';
import { entriesOf, request, whole } from './request.ts';

/** A version of a parameter as SSM's history has it. */
export interface ParameterVersion {
  readonly version: number;
  /** Milliseconds since 1970, by SSM's clock. */
  readonly written: number;
  readonly value: string;
}

/** SSM takes few writes a second; what comes faster is throttled and made again. */
const pacedWrite = pThrottle({ limit: 10, interval: 1000 });
/** SSM answers 40 lists a second for the whole account; a little less leaves room for others. */
const pacedList = pThrottle({ limit: 36, interval: 1000 });

/** Opens the calls of SSM that the ledger is made of; their errors say which parameter, and where. */
export function openParameters(session: LiveSession) {
  const place = `in account ${session.account}, region ${session.region}`;
  let offset = 0;
  const open = once(async () => {
    const sdk = await import('@aws-sdk/client-ssm');
    const client = openClient(sdk.SSMClient, session);
    watchAnswers(client, (date) => {
      offset = date - Date.now();
    });
    return { sdk, client };
  });
  const explain = (error: unknown, what: string): never => {
    throw awsError(`${what} ${place}`, error);
  };
  const now = () => Date.now() + offset;
  return {
    now,
    /** Parameters below a path, at any depth or right below it. */
    async list(path: string, recursive: boolean): Promise<ListedParameter[]> {
      const { sdk, client } = await open();
      return allPages(async (token) => {
        const input = { Path: path, Recursive: recursive, MaxResults: 10, NextToken: token };
        const command = new sdk.GetParametersByPathCommand(input);
        const send = async () => {
          const { Parameters, NextToken } = await whole(client.send(command), 'Parameters');
          const all = entriesOf(Parameters, 'a parameter', 'Name', 'Value', 'Type', 'LastModifiedDate');
          return {
            items: all.map(({ Name, Value, Type, LastModifiedDate }) => ({
              name: Name,
              value: storedText(Value, Type),
              written: LastModifiedDate.getTime(),
            })),
            next: NextToken,
          };
        };
        return request(pacedList(send)).catch((error) => explain(error, `the records below ${path} could not be read`));
      });
    },
    async read(name: string): Promise<string | undefined> {
      const { sdk, client } = await open();
      try {
        const command = new sdk.GetParameterCommand({ Name: name });
        return await request(() => parameterValue(client.send(command)));
      } catch (error) {
        return isMissing(error) ? undefined : explain(error, `${name} could not be read`);
      }
    },
    /** Returns the version that was written; undefined where one was there and was not to be overwritten. */
    async write(name: string, text: string, overwrite: boolean): Promise<number | undefined> {
      const { sdk, client } = await open();
      const input = { Name: name, Value: text, Type: 'String', Overwrite: overwrite } as const;
      try {
        const command = new sdk.PutParameterCommand(input);
        return (await request(pacedWrite(() => whole(client.send(command), 'Version')))).Version;
      } catch (error) {
        return !overwrite && (error as Error).name === 'ParameterAlreadyExists'
          ? undefined
          : explain(error, `${name} could not be written`);
      }
    },
    async remove(name: string): Promise<void> {
      const { sdk, client } = await open();
      const command = new sdk.DeleteParameterCommand({ Name: name });
      await request(pacedWrite(() => client.send(command))).catch((error) =>
        isMissing(error) ? undefined : explain(error, `${name} could not be removed`),
      );
    },
    async history(name: string): Promise<{ versions: ParameterVersion[]; now: number }> {
      const { sdk, client } = await open();
      const versions = await allPages(async (token) => {
        const input = { Name: name, MaxResults: 50, NextToken: token };
        const command = new sdk.GetParameterHistoryCommand(input);
        return request(async () => {
          const { Parameters, NextToken } = await whole(client.send(command), 'Parameters');
          const all = entriesOf(Parameters, 'a version of a parameter', 'Version', 'Value', 'Type', 'LastModifiedDate');
          return {
            items: all.map(({ Version, LastModifiedDate, Value, Type }) => ({
              version: Version,
              written: LastModifiedDate.getTime(),
              value: storedText(Value, Type),
            })),
            next: NextToken,
          };
        });
      }).catch((error) => (isMissing(error) ? [] : explain(error, `${name} could not be read`)));
      return { versions, now: now() };
    },
  };
}

/** Returns the text of the parameter that was asked for: that there is none is an error of SSM's. Throws BrokenAnswer. */
export async function parameterValue(sending: Promise<GetParameterResult>): Promise<string> {
  const { Parameter } = await whole(sending, 'Parameter');
  const [{ Value, Type } = { Value: '', Type: '' }] = entriesOf([Parameter], 'the parameter', 'Value', 'Type');
  return storedText(Value, Type);
}

const isMissing = (error: unknown) => (error as Error).name === 'ParameterNotFound';
