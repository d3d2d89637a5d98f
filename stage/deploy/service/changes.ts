import { UserError } from '../../../core/errors.ts';
import type { PackagedService } from '../../../core/serverless/state.ts';
import { deploymentBucket, updateSettings } from '../../../core/serverless/update-settings.ts';
import { allAdded, type StackChange, stackChange } from '../../../core/stack/change-table.ts';
import { isEmptyStack } from '../../../core/stack/empty-stack.ts';
import { NESTED_STACK, type NestedTemplate, withTemplateUrls } from '../../../core/stack/nested-templates.ts';
import { isStanding } from '../../../core/stack/retained.ts';
import type { StackView } from '../../../core/stack/status.ts';
import type { AnsweredChange, ReadChanges } from '../../../io/aws/change-sets.ts';
import type { Place } from '../../../io/aws/place.ts';

/** Most bytes of a template that CloudFormation takes in a request. */
const MAX_BODY_BYTES = 51_200;

/**
 * Returns what a package would change in the stack that stands, as CloudFormation says it; all is added where there is none, or an
 * empty one (a change set would leave a stack behind). Throws E_AWS_DENIED, E_STACK_STATE if CloudFormation cannot say.
 */
export async function changesOf(
  packaged: PackagedService,
  nested: readonly NestedTemplate[],
  stack: StackView | undefined,
  place: Place,
  { isDryRun, tell }: { readonly isDryRun: boolean; readonly tell: (text: string) => void },
): Promise<StackChange[]> {
  if (stack === undefined || (await isStillEmpty(stack, place))) {
    return allAdded(packaged.resources);
  }
  const settings = updateSettings(packaged);
  // A dry run holds no lock: nothing of it may come into the way of a run that does.
  const folder = `${packaged.folder}/${isDryRun ? 'serverless-stages-plan' : 'serverless-stages'}`;
  const question = {
    ...settings,
    name: isDryRun ? ('serverless-stages-plan' as const) : ('serverless-stages-changes' as const),
    stack: stack.id,
    template: await givenTemplate(packaged, nested, stack, folder, place),
  };
  const look = (changes: readonly AnsweredChange[], read: ReadChanges) => withNested(changes, undefined, read, place);
  return (await place.changeSets.ask(question, look, tell)) ?? [];
}

/** The template as it is, or put into the bucket of packages with those of its nested stacks: the package's own are not there yet. */
async function givenTemplate(
  packaged: PackagedService,
  nested: readonly NestedTemplate[],
  stack: StackView,
  folder: string,
  { uploads, region }: Place,
): Promise<{ readonly body: string } | { readonly url: string }> {
  const body = JSON.stringify(packaged.template);
  if (nested.length === 0 && Buffer.byteLength(body) <= MAX_BODY_BYTES) {
    return { body };
  }
  const bucket = deploymentBucket(packaged, stack.outputs);
  if (bucket === undefined) {
    throw new UserError('E_STACK_STATE', {
      what: `what the deploy changes in the stack ${stack.name} could not be asked: its template is too large for a request`,
      why: 'the stack has no output ServerlessDeploymentBucketName, and no provider.deploymentBucket is configured',
      fix: 'name the bucket of packages in provider.deploymentBucket',
    });
  }
  // Always the same place: what is there is of the last question.
  const keyOf = (name: string) => `${folder}/${name}`;
  const urlOf = (name: string) => `https://${s3Host(region)}/${bucket}/${keyOf(name)}`;
  const names = nested.map(({ name }) => name);
  for (const { name, template } of nested) {
    await uploads.put(bucket, keyOf(name), JSON.stringify(withTemplateUrls(template, names, urlOf)));
  }
  await uploads.put(bucket, keyOf('template.json'), JSON.stringify(withTemplateUrls(packaged.template, names, urlOf)));
  return { url: urlOf('template.json') };
}

/** Returns the entries of a change set with those of its nested stacks; of one that goes with all that is in it. */
export async function withNested(
  changes: readonly AnsweredChange[],
  above: string | undefined,
  read: ReadChanges,
  place: Place,
): Promise<StackChange[]> {
  const rows = await Promise.all(
    changes.map(async (change) => {
      const row = stackChange(change, above);
      const path = above === undefined ? change.logicalId : `${above}/${change.logicalId}`;
      if (change.type !== NESTED_STACK) {
        return [row];
      }
      if (row.action === 'remove' || row.action === 'replace') {
        return [row, ...(row.keeps ? [] : await goneWith(change.physicalId, path, place))];
      }
      if (change.changeSet === undefined) {
        throw unknownInner(path);
      }
      const inner = await read(change.changeSet, change.physicalId);
      return [row, ...(await withNested(inner, path, read, place))];
    }),
  );
  return rows.flat();
}

function unknownInner(path: string): UserError {
  return new UserError('E_STACK_STATE', {
    what: `CloudFormation does not say what changes in the nested stack ${path}`,
    fix: 'look at it by a change set with --include-nested-stacks',
  });
}

/** What its output says can be said by a package, too: its resources cannot. */
async function isStillEmpty(stack: StackView, { changes }: Place): Promise<boolean> {
  if (!isEmptyStack(stack)) {
    return false;
  }
  const resources = await changes.resources(stack.id);
  return resources.every(({ type }) => EMPTY_TYPES.includes(type));
}

/** What an empty stack has: what CloudFormation needs, and the bucket that the Serverless Framework puts into it. */
const EMPTY_TYPES = ['AWS::CloudFormation::WaitConditionHandle', 'AWS::S3::Bucket', 'AWS::S3::BucketPolicy'];

/** Returns where S3 is for CloudFormation, as the Serverless Framework names it. */
export function s3Host(region: string): string {
  if (region.startsWith('cn-')) {
    return `s3.${region}.amazonaws.com.cn`;
  }
  return region.startsWith('us-gov-') ? `s3.${region}.amazonaws.com` : 's3.amazonaws.com';
}

async function goneWith(id: string, path: string, place: Place): Promise<StackChange[]> {
  const resources = await place.changes.resources(id);
  const rows = await Promise.all(
    resources.filter(isStanding).map(async ({ logicalId, type, physicalId }) => {
      const row = stackChange({ action: 'Remove', logicalId, type, properties: [] }, path);
      return type === NESTED_STACK ? [row, ...(await goneWith(physicalId, `${path}/${logicalId}`, place))] : [row];
    }),
  );
  return rows.flat();
}
