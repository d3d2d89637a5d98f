import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from './clock.ts';
import { createWorld } from './create-world.ts';
import { answerCall, type DispatchDeps } from './dispatch.ts';
import type { Faults } from './faults.ts';
import { listen } from './http.ts';
import { authorize, isBounded } from './iam/authorize.ts';
import { accessesOf } from './iam/calls.ts';
import { createJournal, type Journal } from './journal.ts';
import type { AwsService, RestRequest } from './protocol/service.ts';
import { apiGatewayService } from './services/api-gateway.ts';
import { cloudFormationService } from './services/cloudformation.ts';
import { dynamoDbService } from './services/dynamodb.ts';
import { ecrService } from './services/ecr.ts';
import { answerApi, EXECUTE_API, localApiUrl } from './services/execute-api.ts';
import { iamService } from './services/iam.ts';
import { lambdaService } from './services/lambda.ts';
import { logsService } from './services/logs.ts';
import { s3Service } from './services/s3.ts';
import { snsService } from './services/sns.ts';
import { ssmService } from './services/ssm.ts';
import { stsService } from './services/sts.ts';
import type { World } from './world.ts';

export interface LocalAwsOptions {
  /** Any free one by default. */
  port?: number;
  /** Of the users that `addUser` makes without naming one; 111111111111 by default. */
  account?: string;
  /** Milliseconds that CloudFormation takes over one resource; 2 by default. A test that looks at what is under way gives a promise of them. */
  resourceDelayMs?: number | ((type: string, logicalId: string) => number | Promise<number>);
  /** The same for single resources, by logical id or else by type; goes before `resourceDelayMs`. */
  resourceDelays?: Readonly<Record<string, number>>;
  /** Calls that find a change set in progress before one finds it made; 1 by default. */
  changeSetLooks?: number;
}

export interface UserKeys {
  accessKeyId: string;
  secretAccessKey: string;
}

/** A stand-in for AWS on 127.0.0.1, and its state for tests to look into. */
export interface LocalAws
  extends Pick<
    World,
    | 'credentials'
    | 'stacks'
    | 'buckets'
    | 'functions'
    | 'tables'
    | 'apis'
    | 'things'
    | 'repositories'
    | 'ssm'
    | 'roles'
    | 'providers'
  > {
  /** `http://127.0.0.1:<port>`: the value for AWS_ENDPOINT_URL. */
  readonly url: string;
  readonly journal: Journal;
  readonly faults: Faults;
  readonly clock: Clock;
  /** Where a deployed API (`https://<id>.execute-api.…`) answers here. */
  apiUrl(deployed: string): string;
  /** Static keys of a user with every right in the account. */
  addUser(account?: string): UserKeys;
  /** Ends the server, every operation under way and every Lambda process. */
  close(): Promise<void>;
}

export async function startLocalAws(options: LocalAwsOptions = {}): Promise<LocalAws> {
  const closing = new AbortController();
  let url = '';
  const world = createWorld(options, closing.signal, () => url);
  const journal = createJournal();
  const deps: DispatchDeps = {
    services: new Map(servicesOf(world).map((service) => [service.name, service])),
    credentials: world.credentials,
    faults: world.faults,
    journal,
    authorize: (entry, accessKeyId) => {
      if (!isBounded(world, accessKeyId)) return;
      for (const access of accessesOf(entry, world)) authorize(world, accessKeyId, access);
    },
    now: world.clock.now,
    wait: (ms) => sleep(ms, undefined, { signal: closing.signal }),
  };
  const answer = (request: RestRequest) =>
    request.path.startsWith(EXECUTE_API) ? answerApi(world, journal, request) : answerCall(deps, request);
  const listener = await listen(options.port ?? 0, answer, world.clock.now);
  url = `http://127.0.0.1:${listener.port}`;
  return {
    ...world,
    url,
    journal,
    apiUrl: (deployed) => localApiUrl(world, url, deployed),
    addUser: (account = options.account ?? '111111111111') => addUser(world, account),
    close: async () => {
      closing.abort();
      await listener.close();
      await world.lambda.close();
    },
  };
}

function servicesOf(world: World): AwsService[] {
  return [
    apiGatewayService(world),
    cloudFormationService(world),
    dynamoDbService(world),
    ecrService(world.repositories),
    iamService(world),
    lambdaService(world),
    logsService(world),
    s3Service(world),
    snsService(),
    ssmService(world.ssm),
    stsService({ roles: world.roles, providers: world.providers, credentials: world.credentials }),
  ];
}

function addUser(world: World, account: string): UserKeys {
  const keys = {
    accessKeyId: `AKIA${randomBytes(8).toString('hex').toUpperCase()}`,
    secretAccessKey: randomBytes(30).toString('base64'),
  };
  world.credentials.add({ ...keys, account, arn: `arn:aws:iam::${account}:user/test` });
  return keys;
}
