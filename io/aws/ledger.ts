import type { SSMClient } from '@aws-sdk/client-ssm';
import pThrottle from 'p-throttle';
import { type LedgerStage, recordName, repositoryName, serviceOfRecord, stagePath } from '../../core/ledger/keys.ts';
import {
  type DeploymentRecord,
  parseDeploymentRecord,
  parseRepositoryRecord,
  type RepositoryRecord,
} from '../../core/ledger/record.ts';
import type { Session } from '../../core/profile/session.ts';
import { clientOptions } from './client-options.ts';
import { awsError } from './errors.ts';
import { request } from './request.ts';

/** A version of a parameter as SSM's history has it. */
export interface ParameterVersion {
  readonly version: number;
  /** Milliseconds since 1970, by SSM's clock. */
  readonly written: number;
  readonly value: string;
}

/** The records of one account and region, in SSM Parameter Store. Each call throws E_AWS_DENIED, E_THROTTLED, E_AWS_UNAVAILABLE. */
export interface Ledger {
  /**
   * All records of a stage, by the service's name. One that cannot be read is given to `broken` and left out; without that
   * it is thrown: E_LEDGER.
   */
  records(stage: LedgerStage, broken?: (error: Error) => void): Promise<Map<string, DeploymentRecord>>;
  record(stage: LedgerStage, service: string): Promise<DeploymentRecord | undefined>;
  writeRecord(stage: LedgerStage, record: DeploymentRecord): Promise<void>;
  repository(stage: LedgerStage, repositoryId: string): Promise<RepositoryRecord | undefined>;
  writeRepository(stage: LedgerStage, repositoryId: string, record: RepositoryRecord): Promise<void>;
  /** What a parameter's history still holds, with SSM's clock at the answer; empty where there is none. */
  history(name: string): Promise<{ readonly versions: readonly ParameterVersion[]; readonly now: number }>;
  /** Writes a text over what is there, or (`fresh`) only where nothing is; returns its version, undefined where it was not written. */
  append(name: string, text: string, fresh: boolean): Promise<number | undefined>;
}

/** SSM takes few writes a second; what comes faster is throttled and made again. */
const pacedWrite = pThrottle({ limit: 10, interval: 1000 });

/** Opens the ledger with a session; the SDK is loaded when it is first used. */
export function openLedger(session: Session): Ledger {
  const place = `in account ${session.account}, region ${session.region}`;
  let opened:
    | Promise<{ sdk: typeof import('@aws-sdk/client-ssm'); client: SSMClient; clock: { now: number } }>
    | undefined;
  const open = () => {
    opened ??= import('@aws-sdk/client-ssm').then((sdk) => {
      const client = new sdk.SSMClient(clientOptions(session));
      return { sdk, client, clock: watchClock(client) };
    });
    return opened;
  };
  const explain = (what: string) => (error: unknown) => {
    throw awsError(`${what} ${place}`, error);
  };
  const read = async (name: string): Promise<string | undefined> => {
    const { sdk, client } = await open();
    try {
      const answer = await request(() => client.send(new sdk.GetParameterCommand({ Name: name })));
      return answer.Parameter?.Value;
    } catch (error) {
      if ((error as Error).name === 'ParameterNotFound') {
        return undefined;
      }
      return explain(`${name} could not be read`)(error);
    }
  };
  const write = async (name: string, text: string, overwrite: boolean): Promise<number> => {
    const { sdk, client } = await open();
    const input = { Name: name, Value: text, Type: 'String', Overwrite: overwrite } as const;
    const answer = await request(pacedWrite(() => client.send(new sdk.PutParameterCommand(input))));
    return answer.Version ?? 0;
  };
  return {
    async records(stage, broken) {
      const { sdk, client } = await open();
      const found = new Map<string, DeploymentRecord>();
      const path = stagePath(stage);
      for (let token: string | undefined; ; ) {
        const input = { Path: path, Recursive: false, MaxResults: 10, NextToken: token };
        const page = await request(() => client.send(new sdk.GetParametersByPathCommand(input))).catch(
          explain(`the records below ${path} could not be read`),
        );
        for (const { Name = '', Value = '' } of page.Parameters ?? []) {
          const service = serviceOfRecord(stage, Name);
          if (service !== undefined) {
            keep(found, service, () => parseDeploymentRecord(Value, Name), broken);
          }
        }
        token = page.NextToken;
        if (token === undefined || token === '') {
          return found;
        }
      }
    },
    async record(stage, service) {
      const name = recordName(stage, service);
      const text = await read(name);
      return text === undefined ? undefined : parseDeploymentRecord(text, name);
    },
    async writeRecord(stage, record) {
      const name = recordName(stage, record.service);
      await write(name, JSON.stringify(record), true).catch(explain(`${name} could not be written`));
    },
    async repository(stage, repositoryId) {
      const name = repositoryName(stage, repositoryId);
      const text = await read(name);
      return text === undefined ? undefined : parseRepositoryRecord(text, name);
    },
    async writeRepository(stage, repositoryId, record) {
      const name = repositoryName(stage, repositoryId);
      await write(name, JSON.stringify(record), true).catch(explain(`${name} could not be written`));
    },
    async history(name) {
      const { sdk, client, clock } = await open();
      const versions: ParameterVersion[] = [];
      try {
        for (let token: string | undefined; ; ) {
          const input = { Name: name, MaxResults: 50, NextToken: token };
          const page = await request(() => client.send(new sdk.GetParameterHistoryCommand(input)));
          for (const { Version = 0, LastModifiedDate, Value = '' } of page.Parameters ?? []) {
            versions.push({ version: Version, written: LastModifiedDate?.getTime() ?? 0, value: Value });
          }
          token = page.NextToken;
          if (token === undefined || token === '') {
            return { versions, now: clock.now };
          }
        }
      } catch (error) {
        if ((error as Error).name === 'ParameterNotFound') {
          return { versions: [], now: clock.now };
        }
        return explain(`${name} could not be read`)(error);
      }
    },
    async append(name, text, fresh) {
      try {
        return await write(name, text, !fresh);
      } catch (error) {
        if ((error as Error).name === 'ParameterAlreadyExists') {
          return undefined;
        }
        return explain(`${name} could not be written`)(error);
      }
    },
  };
}

function keep(
  found: Map<string, DeploymentRecord>,
  service: string,
  parse: () => DeploymentRecord,
  broken: ((error: Error) => void) | undefined,
): void {
  try {
    found.set(service, parse());
  } catch (error) {
    if (broken === undefined) {
      throw error;
    }
    broken(error as Error);
  }
}

/** Notes the time that AWS's answers say, so that the clock of this machine does not count. */
function watchClock(client: SSMClient): { now: number } {
  const clock = { now: Date.now() };
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const headers = (result.response as { headers?: Readonly<Record<string, string>> }).headers;
      const date = Date.parse(headers?.['date'] ?? '');
      clock.now = Number.isNaN(date) ? Date.now() : date;
      return result;
    },
    { step: 'deserialize', name: 'watchClock', priority: 'low' },
  );
  return clock;
}
