import { previewStageName } from '../../core/stage/name.ts';
import { putObjects } from '../local-aws/state/fill-bucket.ts';
import { addLogGroup, listLogGroups } from '../local-aws/state/log-groups.ts';
import type { Strike } from '../local-aws/tap.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import type { World } from '../world/world.ts';
import { type Attempt, type LoadedJob, loadJob, lockOf, type RunningAttempt, startAttempt } from './fault-points.ts';
import { type Planted, plantStage } from './plant.ts';

const PLACE = { account: ACCOUNTS.dev, region: REGION };
const CODE = { Runtime: 'nodejs22.x', Handler: 'index.handler', Code: { ZipFile: '' }, Role: 'arn:aws:iam::1:role/r' };

/** A preview whose branch is gone, and what it holds beside its stacks. */
export interface GonePreview extends Planted {
  readonly ref: string;
  readonly bucket: string;
  readonly logGroup: string;
}

/** Plants a preview as deploys leave it: `api` imports from `database`, which has a bucket with versions and a function that was called; `slow` stacks take their time. */
export async function plantGonePreview(world: World, branch: string, slow = false): Promise<GonePreview> {
  const ref = `refs/heads/${branch}`;
  // As the Serverless Framework names functions: SERVICE-STAGE-FUNCTION.
  const name = `database-${previewStageName(ref, 20)}-called`;
  const Files = { Type: 'AWS::S3::Bucket', Properties: { VersioningConfiguration: { Status: 'Enabled' } } };
  const Called = { Type: 'AWS::Lambda::Function', Properties: { FunctionName: name, ...CODE } };
  const Outputs = { bucket: { Value: { Ref: 'Files' }, Export: { Name: name } } };
  const Properties = { QueueName: { 'Fn::ImportValue': name } };
  const extra = slow ? { Slow: { Type: 'AWS::SQS::Queue' } } : {};
  const planted = await plantStage(world, ref, [
    { name: 'database', template: { Resources: { Files, Called, ...extra }, Outputs } },
    {
      name: 'api',
      needs: ['database'],
      template: { Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties }, ...extra } },
    },
  ]);
  const { aws } = world;
  const bucket = aws.stacks.find(planted.stacks['database'] ?? '')?.resources.get('Files')?.physicalId ?? '';
  const found = aws.buckets.find(bucket);
  if (found === undefined) throw new Error(`there is no bucket ${bucket}`);
  putObjects(found, 3, 'files/', { versions: 2, markers: 1 });
  const logGroup = `/aws/lambda/${name}`;
  addLogGroup(aws.things, PLACE, logGroup, aws.clock.now());
  const free = { id: 'planted', follows: '', sequence: 0 };
  aws.ssm.put(ACCOUNTS.dev, REGION, lockOf(planted.path), JSON.stringify(free));
  return { ...planted, ref, bucket, logGroup };
}

/** Names of what is still there of a preview: stacks, all that the ledger knows, its bucket, its log group. */
export function leftOf({ aws }: World, { stage, path, bucket, logGroup }: GonePreview): string[] {
  const stacks = aws.stacks
    .list()
    .filter(({ name, status }) => name.endsWith(`-${stage}`) && status !== 'DELETE_COMPLETE');
  return [
    ...stacks.map(({ name, status }) => `${name} ${status}`),
    ...aws.ssm.list(ACCOUNTS.dev, REGION).flatMap(({ name }) => (name.startsWith(`${path}/`) ? [name] : [])),
    ...aws.buckets.list().flatMap(({ name }) => (name === bucket ? [name] : [])),
    ...listLogGroups(aws.things, PLACE).flatMap(({ name }) => (name === logGroup ? [name] : [])),
  ];
}

/** A job that removes previews that are gone, by the run of a closed pull request and by the sweep. */
export interface RemovalJob extends LoadedJob {
  /** Starts an attempt to destroy a preview. */
  destroy(attempt: Attempt, preview: GonePreview, options?: RemovalOptions): Promise<RunningAttempt>;
  sweep(attempt: Attempt): Promise<RunningAttempt>;
}

export interface RemovalOptions {
  readonly strike?: Strike;
  readonly env?: Record<string, string>;
}

/** Opens and closes a pull request, and loads what its run and the sweep destroy with. */
export async function openRemovalJob(world: World, branch: string): Promise<RemovalJob> {
  world.repository.commit(branch, { 'note.txt': branch });
  const pull = await world.github.pulls.open({ head: branch, base: 'master' });
  await world.github.pulls.close(pull.number);
  const closed = await world.pullRequestRun(pull.number, 'closed');
  const { outputs } = await world.job(closed).run({ action: 'resolve-stage' });
  const schedule = world.otherRun('schedule', 'refs/heads/master');
  const swept = await world.job(schedule).run({ action: 'resolve-stage', inputs: { sweep: 'true' } });
  const [configuration = '', ofSweep = ''] = [outputs['configuration'], swept.outputs['configuration']];
  const { job, files } = await loadJob(world, closed, configuration, outputs['environment'] ?? '');
  const credentials = { 'credentials-file': files['credentials-file'] };
  const parts = { action: 'destroy-stage', context: closed } as const;
  return {
    job,
    files,
    destroy(attempt, { ref }, { env = {}, ...strike } = {}) {
      const inputs = { ...credentials, configuration, ref };
      return startAttempt(world, job, { ...parts, ...attempt, inputs, context: { ...closed, env }, ...strike });
    },
    sweep(attempt) {
      const inputs = { ...credentials, configuration: ofSweep, expired: 'true' };
      return startAttempt(world, job, { ...parts, ...attempt, inputs });
    },
  };
}
