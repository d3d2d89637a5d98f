import { stringify } from 'yaml';
import { previewStageName } from '../../core/stage/name.ts';
import { queues, stackClient } from '../local-aws/stack-client.ts';
import { ACCOUNTS, REGION, REPOSITORY } from '../world/accounts.ts';
import type { Files } from '../world/repository.ts';
import type { World } from '../world/world.ts';

const roleOf = (name: string) => `arn:aws:iam::${ACCOUNTS.dev}:role/${name}`;

/** The serverless-stages.yml of these tests: stage `dev` on master, previews of pull requests into master. */
export function previewsFile(
  previews: Readonly<Record<string, unknown>> = {},
  more: Readonly<Record<string, unknown>> = {},
): Files {
  return {
    'serverless-stages.yml': stringify({
      version: 1,
      app: 'workshop',
      profiles: { dev: { role: roleOf('serverless-stages'), region: REGION } },
      'default-profile': 'dev',
      stages: { dev: { profile: 'dev', branch: 'master' } },
      previews: { role: roleOf('serverless-stages-preview'), 'target-branches': ['master'], ...previews },
      services: { api: { path: 'api' } },
      ...more,
    }),
  };
}

/** A service of a stage as its records and its stack say it. */
export interface PlantedService {
  /** Name of the service; its key is the same. */
  readonly name: string;
  readonly needs?: readonly string[];
  /** Default: one queue. */
  readonly template?: object;
  /** Other fields of the record. */
  readonly record?: Readonly<Record<string, unknown>>;
  /** Whether there is only a record, and no stack. */
  readonly recordOnly?: boolean;
  /** Inputs of CreateStack, Tags among them (default: STAGE). */
  readonly stackInput?: Readonly<Record<string, unknown>>;
}

export interface PlantOptions {
  readonly kind?: 'preview' | 'configured' | 'personal';
  /** Name of the stage; default: the preview's of the ref. */
  readonly stage?: string;
  readonly account?: string;
  readonly region?: string;
  readonly owner?: Readonly<Record<string, unknown>>;
  /** Other fields of what the repository wants; null: there is no such record. */
  readonly wish?: Readonly<Record<string, unknown>> | null;
}

/** What was planted. */
export interface Planted {
  readonly stage: string;
  readonly path: string;
  /** ARNs of the stacks, by the service's name. */
  readonly stacks: Readonly<Record<string, string>>;
}

const RUN = { id: '9000', attempt: '1', url: 'https://github.com/acme/workshop/actions/runs/9000/attempts/1' };

/**
 * Puts a stage into AWS as deploys leave it, without any CLI: stacks, records, and what the repository wants. `ref` owns it
 * (a preview's: `refs/heads/feature/x`).
 */
export async function plantStage(
  world: World,
  ref: string,
  services: readonly PlantedService[],
  options: PlantOptions = {},
): Promise<Planted> {
  const { kind = 'preview', account = ACCOUNTS.dev, region = REGION } = options;
  const stage = options.stage ?? previewStageName(ref, 20);
  const path = `/serverless-stages/workshop/${kind}/${stage}`;
  const repository = { kind: 'repository', id: String(REPOSITORY.id), name: `${REPOSITORY.owner}/${REPOSITORY.name}` };
  const owner = options.owner ?? { ...repository, ...(kind === 'preview' ? { ref } : {}) };
  const client = stackClient(world.aws, account, region);
  const put = (name: string, value: object) => world.aws.ssm.put(account, region, name, JSON.stringify(value));
  const stacks: Record<string, string> = {};
  for (const { name, needs = [], template = queues({ Queue: {} }), record, recordOnly, stackInput } of services) {
    const stackName = `${name}-${stage}`;
    const input = { Tags: [{ Key: 'STAGE', Value: stage }], ...stackInput };
    const made = recordOnly === true ? undefined : await client.create(stackName, template, input);
    const id = made?.StackId ?? `arn:aws:cloudformation:${region}:${account}:stack/${stackName}/gone`;
    stacks[name] = id;
    put(`${path}/${name}`, {
      schemaVersion: 1,
      service: name,
      key: name,
      owner,
      run: RUN,
      status: 'deployed',
      stackName,
      needs,
      completed: { stack: id, changed: (made?.CreationTime ?? new Date()).toISOString(), outputs: '' },
      ...record,
    });
  }
  if (options.wish !== null) {
    const wish = { schemaVersion: 1, owner, run: RUN, regions: [region], complete: true, ...options.wish };
    put(`${path}/_repository/${REPOSITORY.id}`, wish);
  }
  return { stage, path, stacks };
}

/** Where these tests put things beside the usual region. */
export const OTHER_REGIONS = ['eu-west-1', 'eu-central-1'] as const;
