import { UserError } from '../../core/errors.ts';
import { checkClaim } from '../../core/removal/claim.ts';
import { beforeDelete } from '../../core/stack/before-delete.ts';
import type { StackContents } from '../../core/stack/contents.ts';
import { explainProtection, explainState } from '../../core/stack/explain.ts';
import type { StackView } from '../../core/stack/status.ts';
import type { Place } from '../../io/aws/place.ts';
import type { StackResource } from '../../io/aws/stack-changes.ts';
import { sayWait } from '../say-wait.ts';
import { contentsOfDeployment } from './contents.ts';
import type { FoundDeployment, FoundStage } from './find.ts';

/** A deployment with what stands of it. */
interface LookedAtDeployment extends FoundDeployment {
  /** Undefined where it is gone. */
  readonly stack: StackView | undefined;
  /** What the stack holds, or held; empty where that is not known any more. */
  readonly contents: StackContents<StackResource>;
}

/** A deployment that may be removed, with all that has to be known for it. */
export interface CheckedDeployment extends LookedAtDeployment {
  /** Names of the stacks of this removal that import what it exports: they go first. */
  readonly importedBy: readonly string[];
  /** Looks once more, right before it goes: hours may lie between. Throws what the check throws. */
  readonly recheck: () => Promise<CheckedDeployment>;
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
  readonly say: (text: string) => void;
}

/** Longest time that somebody else's operation is waited for, in milliseconds. */
const BUSY_WAIT_MS = 60 * 60_000;

/** Checks every deployment of a stage by looking alone: claim, state, protection, importers, buckets. Never rejects. */
export async function checkStage(found: FoundStage, parts: CheckParts): Promise<Check[]> {
  const looks = await Promise.allSettled(found.deployments.map((one) => lookAt(one, found, parts)));
  const family = familyOf(
    found.deployments.map((one, index) => {
      const look = looks[index];
      return { ...one, nested: look?.status === 'fulfilled' ? look.value.contents.nested : [] };
    }),
  );
  const importers = await Promise.allSettled(
    looks.map(async (look) => (look.status === 'fulfilled' ? checkImporters(look.value, family) : [])),
  );
  return found.deployments.map((one, index): Check => {
    const [look, importedBy] = [looks[index], importers[index]];
    const failed = [look, importedBy].find((result) => result?.status === 'rejected');
    if (failed?.status === 'rejected' || look?.status !== 'fulfilled' || importedBy?.status !== 'fulfilled') {
      return { ok: false, found: one, error: (failed as PromiseRejectedResult).reason as Error };
    }
    return { ok: true, checked: checkedOf(look.value, importedBy.value) };
  });

  function checkedOf(look: LookedAtDeployment, importedBy: readonly string[]): CheckedDeployment {
    const recheck = async () => {
      const now = await lookAt(look, found, parts);
      return checkedOf(now, await checkImporters(now, family));
    };
    return { ...look, importedBy, recheck };
  }
}

async function lookAt(
  { record, place }: FoundDeployment,
  found: FoundStage,
  { configured, waits, say }: CheckParts,
): Promise<LookedAtDeployment> {
  const { account, region, stacks } = place;
  const claim = { stage: found.stage, record, account, region, configured };
  const seen = await stacks.find(record.stackName);
  checkClaim({ ...claim, stack: seen });
  const onWait = sayWait(record.key, place, { say }, record.run.url);
  const isBusy = beforeDelete(seen?.status) === 'wait';
  const stack = isBusy && waits ? await stacks.settled(record.stackName, BUSY_WAIT_MS, onWait) : seen;
  checkClaim({ ...claim, stack });
  const { service, stackName } = record;
  const named = { service, stage: found.stage.name, stackName, account, region };
  if (beforeDelete(stack?.status) === 'nothing' || stack === undefined) {
    const contents = await contentsOfDeployment(undefined, named, record, place);
    checkKnown(stackName, contents);
    return { record, place, stack: undefined, contents };
  }
  if (beforeDelete(stack.status) === 'refuse') {
    throw explainState(stack, region);
  }
  if (stack.isProtected) {
    throw explainProtection(stack, region, 'nothing of the stage was touched');
  }
  const contents = await contentsOfDeployment(stack, named, record, place);
  checkKnown(stackName, contents);
  await checkBuckets(stack, contents, place);
  return { record, place, stack, contents };
}

/** The stacks that go together, each name (nested ones too) with that of its root, by region. */
type Family = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** One that could not be looked at belongs to it all the same; its nested stacks are not known. */
function familyOf(deployments: readonly (FoundDeployment & Pick<StackContents, 'nested'>)[]): Family {
  const family = new Map<string, Map<string, string>>();
  for (const { record, place, nested } of deployments) {
    const names = family.get(place.region) ?? new Map<string, string>();
    for (const name of [record.stackName, ...nested.map((id) => id.split('/')[1] ?? id)]) {
      names.set(name, record.stackName);
    }
    family.set(place.region, names);
  }
  return family;
}

/** Returns the importers that go with the stage; throws E_STACK_IN_USE for those that stay. */
async function checkImporters({ stack, contents, place }: LookedAtDeployment, family: Family): Promise<string[]> {
  const { stacks, region } = place;
  const inner = await Promise.all(contents.nested.map((id) => stacks.find(id)));
  const exports = stack === undefined ? [] : [stack, ...inner].flatMap((view) => Object.keys(view?.exports ?? {}));
  const lists = await Promise.all(exports.map(async (name) => ({ name, importers: await stacks.importers(name) })));
  const roots = family.get(region);
  const foreign = lists.flatMap(({ name, importers }) => {
    const others = importers.filter((importer) => !roots?.has(importer));
    return others.length === 0 ? [] : [`${name} by ${others.join(', ')}`];
  });
  if (foreign.length > 0) {
    throw new UserError('E_STACK_IN_USE', {
      what: `the stack ${stack?.name} exports what other stacks import: ${foreign.join('; ')}`,
      why: 'CloudFormation does not remove such a stack, and nothing of it was touched',
      fix: 'remove those stacks, or their imports, first',
    });
  }
  return [...new Set(lists.flatMap(({ importers }) => importers.flatMap((importer) => roots?.get(importer) ?? [])))];
}

/** Without its template it is not known which buckets are to be kept, and what functions leave behind. */
function checkKnown(stackName: string, { isKnown, ownBuckets, functions }: StackContents): void {
  if (!isKnown && (ownBuckets.length > 0 || functions.length > 0)) {
    throw new UserError('E_AWS_DENIED', {
      what: `the template of the stack ${stackName} may not be read, so it is not known which of its buckets are to be kept, and which log groups its functions leave`,
      fix: 'allow cloudformation:GetTemplate on it to the role',
    });
  }
}

async function checkBuckets(stack: StackView, contents: StackContents, { leftovers }: Place): Promise<void> {
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
