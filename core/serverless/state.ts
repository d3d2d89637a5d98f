import * as v from 'valibot';
import { UserError } from '../errors.ts';
import { foreignRecord } from '../foreign-record.ts';
import type { TemplateOutput } from '../stack/output-text.ts';
import type { DeployTarget } from './argv.ts';
import { restoreSharedObjects } from './shared-objects.ts';

/** The file of a package that holds the template which is deployed (osls 4.3, serverless 3). */
export const STATE_FILE = 'serverless-state.json';

/** What we read of a package: its names, and the very template that `deploy --package` uploads. */
export interface PackagedService {
  readonly service: string;
  readonly stack: string;
  readonly resources: Readonly<
    Record<string, { readonly Type?: string; readonly Properties?: Record<string, unknown> }>
  >;
  readonly outputs: Readonly<Record<string, TemplateOutput>>;
  /** The whole template. */
  readonly template: Readonly<Record<string, unknown>>;
  /** Tags of the stack, as the Serverless Framework gives them to it. */
  readonly stackTags: Readonly<Record<string, string>>;
  /** `functions` of the service's configuration, as the Serverless Framework resolved it. */
  readonly functions: Readonly<Record<string, unknown>>;
  /** `provider` of the same. */
  readonly provider: Readonly<Record<string, unknown>>;
  /** Where packages of the service and the stage are in the bucket: `<prefix>/<service>/<stage>`. */
  readonly folder: string;
  /** Where this very package goes; undefined if the CLI does not say. */
  readonly directory: string | undefined;
  /** Whether the service says itself if its stack is protected (`provider.deletionProtection`, osls 4). */
  readonly decidesProtection: boolean;
}

const record = foreignRecord(v.unknown());
const stateSchema = v.object({
  service: v.object({
    service: v.string(),
    functions: v.nullish(record),
    provider: v.looseObject({
      region: v.optional(v.string()),
      stackName: v.optional(v.string()),
      stackTags: v.nullish(record),
      deletionProtection: v.optional(v.unknown()),
      compiledCloudFormationTemplate: v.looseObject({ Resources: v.optional(record), Outputs: v.optional(record) }),
    }),
  }),
  /** `<prefix>/<service>/<stage>/<time>`, where the package goes in the bucket: the one place that names the stage. */
  package: v.object({ artifactDirectoryName: v.optional(v.string()) }),
});

/** Reads the text of a package's state file; throws E_PACKAGE_FAILED where it is not of `target` or cannot be read. */
export function readPackagedService(text: string, target: DeployTarget): PackagedService {
  const parsed = v.safeParse(stateSchema, restoreSharedObjects(parseJson(text)));
  if (!parsed.success) {
    throw new UserError('E_PACKAGE_FAILED', {
      what: `the package's ${STATE_FILE} is not what the Serverless Framework writes`,
      fix: 'update osls or serverless; run `npx osls package` in the folder of the service to see more',
    });
  }
  const { service, provider, functions } = parsed.output.service;
  const stage = parsed.output.package.artifactDirectoryName?.split('/').at(-2);
  for (const [part, found] of [
    ['stage', stage],
    ['region', provider.region],
  ] as const) {
    if (found !== undefined && found !== target[part]) {
      throw new UserError('E_PACKAGE_FAILED', {
        what: `the service "${service}" was packaged for the ${part} "${found}", not for "${target[part]}"`,
        why: `something in its configuration overrides --${part}`,
        fix: `remove what sets the ${part} in its configuration or in a plugin`,
      });
    }
  }
  const resources = (provider.compiledCloudFormationTemplate.Resources ?? {}) as PackagedService['resources'];
  const template = provider.compiledCloudFormationTemplate;
  return {
    service,
    stack: provider.stackName ?? `${service}-${target.stage}`,
    resources,
    outputs: (provider.compiledCloudFormationTemplate.Outputs ?? {}) as PackagedService['outputs'],
    template,
    stackTags: stackTagsOf(provider.stackTags ?? {}, target.stage),
    functions: functions ?? {},
    provider,
    folder:
      parsed.output.package.artifactDirectoryName?.split('/').slice(0, -1).join('/') ??
      `serverless/${service}/${target.stage}`,
    directory: parsed.output.package.artifactDirectoryName,
    decidesProtection: (provider.deletionProtection ?? undefined) !== undefined,
  };
}

/** The tags that osls 4.3 and serverless 3 send: STAGE, unless the service has a tag of that name in any case. */
function stackTagsOf(own: Readonly<Record<string, unknown>>, stage: string): Record<string, string> {
  const hasStage = Object.keys(own).some((key) => key.toUpperCase() === 'STAGE');
  const tags = Object.fromEntries(Object.entries(own).map(([key, value]) => [key, String(value)]));
  return hasStage ? tags : { STAGE: stage, ...tags };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
