import type { Bucket } from '../local-aws/state/buckets.ts';
import { ACCOUNTS, REGION, REPOSITORY } from '../world/accounts.ts';
import type { World } from '../world/world.ts';
import { OTHER_REGIONS, type Planted } from './plant.ts';

/** Names of all parameters of the ledger in a region. */
export function ledgerNames(world: World, account: string = ACCOUNTS.dev, region: string = REGION): string[] {
  return world.aws.ssm
    .list(account, region)
    .map(({ name }) => name)
    .filter((name) => name.startsWith('/serverless-stages/'))
    .sort();
}

/** A record of the ledger; undefined where there is none. */
export function recordOf(world: World, name: string): Record<string, unknown> | undefined {
  const found = world.aws.ssm.list(ACCOUNTS.dev, REGION).find((parameter) => parameter.name === name);
  return found === undefined
    ? undefined
    : (JSON.parse(found.versions.at(-1)?.value ?? '{}') as Record<string, unknown>);
}

/** Who a lock says holds it; undefined where nobody does. */
export function lockHolder(world: World, { path }: Pick<Planted, 'path'>): unknown {
  return recordOf(world, `${path}/_repository/${REPOSITORY.id}/lock`)?.['holder'];
}

/** Has a run of our repository take a stage's lock; without one, whoever holds it gives it back. */
export function writeLock(world: World, { path }: Pick<Planted, 'path'>, run?: number): void {
  const name = `${path}/_repository/${REPOSITORY.id}/lock`;
  const repository = `${REPOSITORY.owner}/${REPOSITORY.name}`;
  const url = `https://github.com/${repository}/actions/runs/${run}`;
  const of = { repository, repositoryId: String(REPOSITORY.id), run: String(run), attempt: '1' };
  const holder = run === undefined ? undefined : { kind: 'run', ...of, runner: `runner-of-${run}`, url };
  const { id = '', sequence = -1 } = (recordOf(world, name) ?? {}) as { id?: string; sequence?: number };
  const entry = { id: `test-${sequence + 1}`, follows: id, sequence: sequence + 1, holder };
  world.aws.ssm.put(ACCOUNTS.dev, REGION, name, JSON.stringify(entry));
}

/** All that is in AWS, to be compared with what is there later; a removal that was refused leaves a free lock behind. */
export function stateOfAws({ aws }: World, { locks = true } = {}): Readonly<Record<string, readonly string[]>> {
  const regions = [REGION, ...OTHER_REGIONS];
  const parameters = Object.values(ACCOUNTS).flatMap((account) =>
    regions.flatMap((region) =>
      aws.ssm
        .list(account, region)
        .filter(({ name }) => locks || !name.endsWith('/lock'))
        .map(({ name, versions }) => `${account} ${region} ${name} v${versions.length} ${versions.at(-1)?.value}`),
    ),
  );
  return {
    parameters,
    stacks: aws.stacks
      .list()
      .flatMap(({ id, status, terminationProtection, events, resources }) => [
        `${id} ${status} ${terminationProtection} ${events.length} events`,
        ...[...resources.values()].map((one) => `${id} ${one.logicalId} ${one.status}`),
      ]),
    buckets: aws.buckets
      .list()
      .flatMap(({ name, versioning, objects }) => [
        `${name} ${versioning}`,
        ...[...objects].map(([key, versions]) => `${name} ${key} ${versions.map((one) => one.versionId).join()}`),
      ]),
    functions: aws.functions.list().map(({ arn }) => arn),
    things: aws.things.list().map(({ type, arn }) => `${type} ${arn}`),
    repositories: aws.repositories.list().map(({ arn, images }) => `${arn} ${images.length} images`),
  };
}

/** All that is in AWS of one planted stage, but its lock: to be compared with what is there later. */
export function stateOfStage(world: World, { path, stacks }: Planted): readonly string[] {
  const { parameters = [], stacks: all = [] } = stateOfAws(world, { locks: false });
  const ids = Object.values(stacks);
  const isOfStage = (text: string) => text.includes(` ${path}/`) || ids.some((id) => text.startsWith(`${id} `));
  return [...parameters, ...all].filter(isOfStage);
}

/** The bucket that a stack has under a logical id; throws where there is none. */
export function bucketOf({ aws }: World, stack: string | undefined, logicalId = 'Files'): Bucket {
  const name = aws.stacks.find(stack ?? '')?.resources.get(logicalId)?.physicalId ?? '';
  const bucket = aws.buckets.find(name);
  if (bucket === undefined) throw new Error(`${stack} has no bucket ${logicalId}`);
  return bucket;
}

/**
 * From now on an answer about a stack that is being deleted takes as long as the stand-in needs for that (milliseconds): a
 * run then sees the end at its first look, and does not wait two seconds for the next.
 */
export function answerOnceDeleted({ aws }: World, delayMs = 40): void {
  const isBeingDeleted = ({ StackName }: Record<string, unknown>) =>
    aws.stacks.find(String(StackName))?.status === 'DELETE_IN_PROGRESS';
  aws.faults.add({ service: 'cloudformation', action: 'DescribeStacks', match: isBeingDeleted, delayMs });
}
