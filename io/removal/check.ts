import { UserError } from '../../core/errors.ts';
import { checkClaim } from '../../core/removal/claim.ts';
import { beforeDelete } from '../../core/stack/before-delete.ts';
import type { StackContents } from '../../core/stack/contents.ts';
import { explainState } from '../../core/stack/explain.ts';
import type { StackView } from '../../core/stack/status.ts';
import { describeWait } from '../../core/stack/wait.ts';
import type { OnWait } from '../aws/cloudformation.ts';
import type { RegionTools } from '../aws/region-tools.ts';
import type { StackResource } from '../aws/stack-changes.ts';
import { contentsOf, contentsOfGone } from './contents.ts';
import type { FoundDeployment, FoundStage } from './find.ts';

/** A deployment that may be removed, with all that has to be known for it. */
export interface CheckedDeployment extends FoundDeployment {
  /** Undefined where it is gone. */
  readonly stack: StackView | undefined;
  /** What the stack holds, or held; empty where that is not known any more. */
  readonly contents: StackContents<StackResource>;
  /** Names of the stacks of this removal that import what it exports: they go first. */
  readonly importedBy: readonly string[];
}

/** What came of the check of one deployment. */
export type Check =
  | { readonly ok: true; readonly checked: CheckedDeployment }
  | { readonly ok: false; readonly found: FoundDeployment; readonly error: Error };

export interface CheckParts {
  /** Names of the stages that the configuration has. */
  readonly configured: readonly string[];
  /** Whether an operation that is under way is waited for. */
  readonly waits: boolean;
  /** Shows what is waited for. */
  readonly live: (text: string) => void;
}

/** Longest time that somebody else's operation is waited for, in milliseconds. */
const BUSY_WAIT_MS = 60 * 60_000;

/** Checks every deployment of a stage by looking alone: claim, state, protection, importers, buckets. Never rejects. */
export async function checkStage(found: FoundStage, parts: CheckParts): Promise<Check[]> {
  return Promise.all(
    found.deployments.map(async (one): Promise<Check> => {
      try {
        return { ok: true, checked: await checkDeployment(one, found, parts) };
      } catch (error) {
        return { ok: false, found: one, error: error as Error };
      }
    }),
  );
}

async function checkDeployment(
  { record, tools }: FoundDeployment,
  found: FoundStage,
  { configured, waits, live }: CheckParts,
): Promise<CheckedDeployment> {
  const { account, region, stacks } = tools;
  const claim = { stage: found.stage, record, account, region, configured };
  const seen = await stacks.find(record.stackName);
  checkClaim({ ...claim, stack: seen });
  const onWait: OnWait = (view, newest) =>
    live(`${record.key}: ${describeWait(view, newest, tools.ledger.now(), record.run.url)}`);
  const isBusy = beforeDelete(seen?.status) === 'wait';
  const stack = isBusy && waits ? await stacks.settled(record.stackName, BUSY_WAIT_MS, onWait) : seen;
  checkClaim({ ...claim, stack });
  if (beforeDelete(stack?.status) === 'nothing' || stack === undefined) {
    return {
      record,
      tools,
      stack: undefined,
      contents: await contentsOfGone(found.stage.stage, record, tools),
      importedBy: [],
    };
  }
  if (beforeDelete(stack.status) === 'refuse') {
    throw explainState(stack, region);
  }
  checkProtection(stack, region);
  const contents = await contentsOf(stack.id, { service: record.service, stage: found.stage.stage }, tools);
  const importedBy = await checkImporters(stack, contents, found, tools);
  await checkBuckets(stack, contents, tools);
  return { record, tools, stack, contents, importedBy };
}

function checkProtection({ name, isProtected }: StackView, region: string): void {
  if (isProtected) {
    throw new UserError('E_STACK_PROTECTED', {
      what: `termination protection keeps the stack ${name} from being removed`,
      why: 'nothing of the stage was touched',
      fix: `lift it (aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${name} --region ${region}) and run again`,
    });
  }
}

/** Returns the importers that go with the stage; throws E_STACK_IN_USE for those that stay. */
async function checkImporters(
  stack: StackView,
  { nested }: StackContents,
  found: FoundStage,
  { stacks, region }: RegionTools,
): Promise<string[]> {
  const inner = await Promise.all(nested.map((id) => stacks.find(id)));
  const names = [stack, ...inner].flatMap((view) => view?.exports ?? []);
  const own = found.deployments.flatMap(({ record, tools }) => (tools.region === region ? [record.stackName] : []));
  const lists = await Promise.all(names.map(async (name) => ({ name, importers: await stacks.importers(name) })));
  const foreign = lists.flatMap(({ name, importers }) => {
    const others = importers.filter((importer) => !own.includes(importer));
    return others.length === 0 ? [] : [`${name} by ${others.join(', ')}`];
  });
  if (foreign.length > 0) {
    throw new UserError('E_STACK_IN_USE', {
      what: `the stack ${stack.name} exports what other stacks import: ${foreign.join('; ')}`,
      why: 'CloudFormation does not remove such a stack; nothing of the stage was touched',
      fix: 'remove those stacks, or their imports, first',
    });
  }
  return [...new Set(lists.flatMap(({ importers }) => importers))];
}

async function checkBuckets(stack: StackView, contents: StackContents, { leftovers }: RegionTools): Promise<void> {
  if (!contents.isKnown && contents.buckets.length > 0) {
    throw new UserError('E_AWS_DENIED', {
      what: `the template of the stack ${stack.name} may not be read, so it is not known which of its buckets are to be kept`,
      fix: 'allow cloudformation:GetTemplate on it to the role',
    });
  }
  for (const bucket of contents.buckets) {
    const obstacle = await leftovers.buckets.obstacle(bucket);
    if (obstacle !== undefined) {
      throw new UserError('E_BUCKET_NOT_EMPTY', {
        what: `the bucket ${bucket} of the stack ${stack.name} cannot be emptied: ${obstacle}`,
        why: 'nothing of the stage was touched',
        fix: 'empty it by hand, with who may, and run again',
      });
    }
  }
}
