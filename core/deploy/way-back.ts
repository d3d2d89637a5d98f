import { recordOf } from '../safeguards/view/resource.ts';
import type { UpdateSettings } from '../serverless/update-settings.ts';
import type { StackView } from '../stack/status.ts';
import { parseTemplate } from '../stack/template.ts';

/** A stack as it was before a run updated it: what it takes to bring that back. */
export interface Before {
  readonly stack: StackView;
  /** Its template as it was sent; a `?` may stand for characters that are not ASCII. */
  readonly template: string;
  /** Those of its nested stacks, by their logical ids. */
  readonly nested: ReadonlyMap<string, string>;
  readonly settings: UpdateSettings;
}

/** Why a stack cannot go back. */
export interface NoWayBack {
  readonly because: string;
}

/** Fewest packages that the bucket has to keep, so that the one before is there: the Serverless Framework keeps five. */
const FEWEST_PACKAGES = 2;

/** Returns why a stack could not go back although it stood before: values that CloudFormation does not give, packages that are not kept. */
export function wayBackFault({ template }: Before, provider: Readonly<Record<string, unknown>>): string | undefined {
  const parsed = parseTemplate(template);
  if (parsed === undefined) {
    return 'its template is not JSON';
  }
  const [hidden] = Object.entries(recordOf(parsed['Parameters'])).filter(([, one]) => isHidden(recordOf(one)));
  if (hidden !== undefined) {
    return `CloudFormation does not give the value of its parameter ${hidden[0]} back`;
  }
  const kept = recordOf(provider['deploymentBucket'])['maxPreviousDeploymentArtifacts'];
  return typeof kept === 'number' && kept < FEWEST_PACKAGES
    ? `provider.deploymentBucket.maxPreviousDeploymentArtifacts is ${kept}, so the package before is not kept`
    : undefined;
}

/** A parameter that is masked, or that is a name in SSM, whose value may be another one by now. */
function isHidden({ NoEcho: noEcho, Type: type }: Readonly<Record<string, unknown>>): boolean {
  return String(noEcho) === 'true' || String(type).startsWith('AWS::SSM::Parameter');
}

/** Name of the template beside the code in the bucket of packages (osls 4.3, serverless 3: `getCompiledTemplateS3Suffix`). */
const TEMPLATE_FILE = 'compiled-cloudformation-template.json';

/**
 * Returns the key of the template that a stack was made from, by where its functions' code is: `folder` is where the packages of the
 * service and stage are. Undefined if it has no function there.
 */
export function templateBesideCode(template: string, folder: string): string | undefined {
  const resources = Object.values(recordOf(parseTemplate(template)?.['Resources'])).map(recordOf);
  const keys = resources
    .filter(({ Type: type }) => type === 'AWS::Lambda::Function')
    .map(({ Properties: properties }) => recordOf(recordOf(properties)['Code'])['S3Key']);
  const folders = new Set(
    keys.flatMap((key) =>
      typeof key === 'string' && key.startsWith(`${folder}/`) ? [key.slice(0, key.lastIndexOf('/'))] : [],
    ),
  );
  const [only] = folders;
  return folders.size === 1 ? `${only}/${TEMPLATE_FILE}` : undefined;
}

/** Returns the keys of templates among those of a bucket, the newest package's first. */
export function templateKeys(keys: readonly string[]): string[] {
  // A package's folder begins with its time, in milliseconds since 1970.
  return keys.filter((key) => key.endsWith(`/${TEMPLATE_FILE}`)).sort((a, b) => (a < b ? 1 : -1));
}
