import type { SSMClient } from '@aws-sdk/client-ssm';
import pThrottle from 'p-throttle';
import {
  kindPath,
  type LedgerStage,
  parseLedgerKey,
  recordName,
  repositoryName,
  stagePath,
} from '../../core/ledger/keys.ts';
import { type ListedParameter, type ListedStage, listStage, listStages } from '../../core/ledger/listing.ts';
import {
  type DeploymentRecord,
  parseDeploymentRecord,
  parseRepositoryRecord,
  type RepositoryRecord,
} from '../../core/ledger/record.ts';
import { openClient } from './client-options.ts';
import { awsError } from './errors.ts';
import type { LiveSession } from './live-session.ts';
import { allPages } from './pages.ts';
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
  /** All stages of one kind that something is known of; what cannot be read is told of with its stage. */
  stages(kind: Pick<LedgerStage, 'app' | 'kind'>): Promise<ListedStage[]>;
  /** The same of one stage. */
  stage(stage: LedgerStage): Promise<ListedStage>;
  /**
   * All records of a stage, by the service's name. One that cannot be read is given to `broken` and left out; without that
   * it is thrown: E_LEDGER.
   */
  records(stage: LedgerStage, broken?: (error: Error) => void): Promise<Map<string, DeploymentRecord>>;
  record(stage: LedgerStage, service: string): Promise<DeploymentRecord | undefined>;
  writeRecord(stage: LedgerStage, record: DeploymentRecord): Promise<void>;
  repository(stage: LedgerStage, repositoryId: string): Promise<RepositoryRecord | undefined>;
  writeRepository(stage: LedgerStage, repositoryId: string, record: RepositoryRecord): Promise<void>;
  /** Removes a parameter with its history; it may be gone already. */
  remove(name: string): Promise<void>;
  /** What a parameter's history still holds, with SSM's clock at the answer; empty where there is none. */
  history(name: string): Promise<{ readonly versions: readonly ParameterVersion[]; readonly now: number }>;
  /** Writes a text over what is there, or (`fresh`) only where nothing is; returns its version, undefined where it was not written. */
  append(name: string, text: string, fresh: boolean): Promise<number | undefined>;
  /** Milliseconds since 1970, by AWS's clock: asks for nothing, and is this machine's before AWS has answered. */
  now(): number;
}

/** SSM takes few writes a second; what comes faster is throttled and made again. */
const pacedWrite = pThrottle({ limit: 10, interval: 1000 });
/** SSM answers 40 lists a second for the whole account; a little less leaves room for others. */
const pacedList = pThrottle({ limit: 36, interval: 1000 });

/** Opens the ledger with a session; the SDK is loaded when it is first used. */
export function openLedger(session: LiveSession): Ledger {
  const { list, read, write, remove, history, now } = openParameters(session);
  return {
    now,
    remove,
    async stages(kind) {
      return listStages(kind, await list(kindPath(kind), true));
    },
    async stage(stage) {
      return listStage(stage, await list(stagePath(stage), true));
    },
    async records(stage, broken) {
      const found = new Map<string, DeploymentRecord>();
      for (const { name, value } of await list(stagePath(stage), false)) {
        const key = parseLedgerKey(stage, name);
        if (key?.holds === 'record' && key.stage === stage.stage) {
          keep(found, key.service, () => parseDeploymentRecord(value, name), broken);
        }
      }
      return found;
    },
    async record(stage, service) {
      const name = recordName(stage, service);
      const text = await read(name);
      return text === undefined ? undefined : parseDeploymentRecord(text, name);
    },
    async writeRecord(stage, record) {
      await write(recordName(stage, record.service), JSON.stringify(record), true);
    },
    async repository(stage, repositoryId) {
      const name = repositoryName(stage, repositoryId);
      const text = await read(name);
      return text === undefined ? undefined : parseRepositoryRecord(text, name);
    },
    async writeRepository(stage, repositoryId, record) {
      await write(repositoryName(stage, repositoryId), JSON.stringify(record), true);
    },
    history,
    append: (name, text, fresh) => write(name, text, !fresh),
  };
}

/** The calls of SSM that the ledger is made of, with errors that say which parameter and where. */
function openParameters(session: LiveSession) {
  const place = `in account ${session.account}, region ${session.region}`;
  let opened: Promise<{ sdk: typeof import('@aws-sdk/client-ssm'); client: SSMClient }> | undefined;
  let offset = 0;
  const open = () => {
    opened ??= import('@aws-sdk/client-ssm').then((sdk) => {
      const client = openClient(sdk.SSMClient, session);
      watchClock(client, (ahead) => {
        offset = ahead;
      });
      return { sdk, client };
    });
    return opened;
  };
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
        const page = await request(pacedList(() => client.send(new sdk.GetParametersByPathCommand(input)))).catch(
          (error) => explain(error, `the records below ${path} could not be read`),
        );
        const items = (page.Parameters ?? []).map(({ Name = '', Value = '', LastModifiedDate }) => ({
          name: Name,
          value: Value,
          written: LastModifiedDate?.getTime() ?? 0,
        }));
        return { items, next: page.NextToken };
      });
    },
    async read(name: string): Promise<string | undefined> {
      const { sdk, client } = await open();
      try {
        const answer = await request(() => client.send(new sdk.GetParameterCommand({ Name: name })));
        return answer.Parameter?.Value;
      } catch (error) {
        return isMissing(error) ? undefined : explain(error, `${name} could not be read`);
      }
    },
    /** Returns the version that was written; undefined where one was there and was not to be overwritten. */
    async write(name: string, text: string, overwrite: boolean): Promise<number | undefined> {
      const { sdk, client } = await open();
      const input = { Name: name, Value: text, Type: 'String', Overwrite: overwrite } as const;
      try {
        const answer = await request(pacedWrite(() => client.send(new sdk.PutParameterCommand(input))));
        return answer.Version ?? 0;
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
        const page = await request(() => client.send(new sdk.GetParameterHistoryCommand(input)));
        const items = (page.Parameters ?? []).map(({ Version = 0, LastModifiedDate, Value = '' }) => ({
          version: Version,
          written: LastModifiedDate?.getTime() ?? 0,
          value: Value,
        }));
        return { items, next: page.NextToken };
      }).catch((error) => (isMissing(error) ? [] : explain(error, `${name} could not be read`)));
      return { versions, now: now() };
    },
  };
}

const isMissing = (error: unknown) => (error as Error).name === 'ParameterNotFound';

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

/** Tells how far AWS's clock, as its answers say it, is ahead of this machine's, in milliseconds. */
function watchClock(client: SSMClient, tell: (ahead: number) => void): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const headers = (result.response as { headers?: Readonly<Record<string, string>> }).headers;
      const date = Date.parse(headers?.['date'] ?? '');
      if (!Number.isNaN(date)) {
        tell(date - Date.now());
      }
      return result;
    },
    { step: 'deserialize', name: 'watchClock', priority: 'low' },
  );
}
