import * as v from 'valibot';
import { REGION_PATTERN } from '../aws/region.ts';
import { SAFEGUARD_IDS } from '../safeguards/catalogue.ts';
import { waiverSchema } from '../safeguards/waiver.ts';
import { freezeSchema } from './freeze.ts';
import { notification } from './notification-schema.ts';
import { promoteSchema } from './promote.ts';
import { duration, flag, names, someNames, text } from './schema-parts.ts';
import { service } from './service-schema.ts';

/** The version of serverless-stages.yml that this version of the product reads. */
export const CONFIG_VERSION = 1;

/** What the check says of a region that is none; the hint beside it names the nearest. */
export const NOT_A_REGION = 'is not the name of an AWS region';
const region = v.pipe(v.string(), v.regex(REGION_PATTERN, NOT_A_REGION));
const regions = v.pipe(
  v.union([region, v.pipe(v.array(region), v.minLength(1, 'names no region'))]),
  v.description('AWS region; a list makes one deployment per service and region.'),
);
const role = text('ARN of the IAM role that the job assumes with its OIDC token.');

const literal = v.pipe(
  v.union([v.string(), v.number(), v.boolean()]),
  v.description('A plain value, readable by anyone who can read the repository.'),
);
const ssmReference = v.strictObject({
  ssm: v.pipe(
    v.string(),
    v.regex(/^[a-zA-Z0-9_./-]+$/, 'is not the name of an SSM parameter'),
    v.description('Name of an SSM parameter in the account and region of the profile.'),
  ),
});
const secretReference = v.strictObject({
  secret: v.pipe(
    v.string(),
    v.regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'is not the name of an entry of PARAMETERS'),
    v.description("Name of an entry of the workflow's PARAMETERS secret."),
  ),
});
const parameter = v.union([literal, ssmReference, secretReference]);
/** A parameter's name as `${param:NAME}` can spell it. */
export const PARAMETER_NAME = /^[A-Za-z_][A-Za-z0-9_./-]*$/;
const parameterName = v.pipe(
  v.string(),
  v.regex(
    PARAMETER_NAME,
    'is not a parameter name that ${param:…} can spell; use letters, digits, _ - . / and begin with a letter or _',
  ),
);

const safeguards = v.pipe(
  v.array(
    v.pipe(
      v.union([v.picklist(SAFEGUARD_IDS), v.looseObject({})]),
      v.description('An id, an id with its configuration, or the form of the Serverless Dashboard.'),
    ),
  ),
  v.description('Policies that every package is checked by before it is deployed.'),
);

const boundary = (whose: string) =>
  v.pipe(
    v.string(),
    v.regex(/^arn:[a-z-]+:iam::([0-9]{12}|aws):policy\/[\w+=,.@/-]+$/, 'is not the ARN of an IAM policy'),
    v.description(`ARN of the permissions boundary that every role in the package of ${whose} gets (default: none).`),
  );

const profile = v.strictObject({
  role: v.optional(role),
  region: regions,
  environment: v.optional(text("GitHub environment of the deploy job (default: the profile's name).")),
  parameters: v.optional(
    v.pipe(
      v.record(parameterName, parameter),
      v.description("Values that the services' own configuration reads as ${param:NAME}."),
    ),
  ),
  'parameters-path': v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\/[a-zA-Z0-9_.-]+(\/[a-zA-Z0-9_.-]+)*\/?$/, 'is not a path of SSM; it begins with / and has no blanks'),
      v.description('Every SSM parameter below this path becomes a parameter too; explicit ones win.'),
    ),
  ),
  safeguards: v.optional(safeguards),
  'base-stage': v.optional(
    text("Configured stage that previews read from where they have no deployment (default: the profile's name)."),
  ),
  boundary: v.optional(boundary('a configured stage, and of a personal one without its own')),
  'session-duration': v.optional(duration('How long the role session lives (default 1h).')),
  'export-env': v.optional(
    names("Parameters that the Serverless Framework's process also gets as environment variables (default: none)."),
  ),
  'require-parameters': v.optional(
    flag('Whether an empty parameters-path is an error; false makes it a warning (default true).'),
  ),
  'viewer-role': v.optional(
    text(
      'ARN of a read-only IAM role, by which a promotion sees what the stages of this profile have (default: none).',
    ),
  ),
  'planner-role': v.optional(
    text('ARN of an IAM role, by which a dry run asks CloudFormation what a deploy would change (default: none).'),
  ),
});

const stage = v.strictObject({
  profile: text('Name of the profile that the stage uses.'),
  branch: v.optional(text('The one branch that this stage is deployed from; a pattern such as "feature/*" has none.')),
  services: v.optional(someNames('The services that this stage has (default: all).')),
  destroy: v.optional(
    v.pipe(
      v.literal('allowed'),
      v.description(
        'Whether destroy-stage may remove the stage. If it is not set, new stacks get termination protection.',
      ),
    ),
  ),
  freeze: v.optional(
    v.pipe(v.array(freezeSchema), v.description('Windows of time in which nothing is deployed to the stage.')),
  ),
  laptop: v.optional(
    v.pipe(
      v.literal('allowed'),
      v.description('Whether the stage may be deployed from a laptop too (default: from its branch alone).'),
    ),
  ),
  'on-failure': v.optional(
    v.pipe(
      v.literal('rollback'),
      v.description(
        'Whether services that a run has updated go back to what they were if another one fails (default: they stay).',
      ),
    ),
  ),
});

const previews = v.strictObject({
  'target-branches': v.optional(someNames('Only pull requests into these branches (default: the default branch).')),
  role: v.pipe(v.string(), v.description('ARN of the IAM role of previews.')),
  environment: v.optional(text('GitHub environment of the previews (default: preview).')),
  stage: v.optional(
    v.pipe(
      v.picklist(['branch', 'pull-request'], 'is neither branch nor pull-request'),
      v.description("What a preview's stage is named for (default branch)."),
    ),
  ),
  'max-length': v.optional(
    v.pipe(
      v.number(),
      v.integer('is not a whole number'),
      v.minValue(11, 'is too short: the mark and the hash take 9 characters'),
      v.maxValue(48, 'is longer than any stage name may be'),
      v.description('Longest stage name of a preview, in characters, hash included (default 20).'),
    ),
  ),
  services: v.optional(
    v.pipe(
      v.picklist(['affected', 'all'], 'is neither affected nor all'),
      v.description(
        'Which services a preview gets: those that its pull request changes, or all but the shared ones (default affected).',
      ),
    ),
  ),
  drafts: v.optional(flag('Whether draft pull requests get a preview (default false).')),
  bots: v.optional(flag("Whether bots' pull requests get a preview (default false).")),
  'expires-after': v.optional(duration('How long a preview lives without a deploy (default 7d).')),
  destroy: v.optional(
    v.pipe(
      v.picklist(['close', 'delete', 'never'], 'is none of close, delete, never'),
      v.description(
        'When a preview is removed: its pull request closed, its branch deleted, or never (default close).',
      ),
    ),
  ),
  retired: v.optional(
    v.pipe(
      v.array(v.strictObject({ role, region: regions })),
      v.description(
        'Places where previews may still live that were deployed by an earlier role or into an earlier region.',
      ),
    ),
  ),
  boundary: v.optional(boundary('a preview')),
});

const personal = v.strictObject({
  role: v.optional(
    v.pipe(
      v.string(),
      v.description(
        'ARN of the IAM role that a person assumes for stages of their own (default: none, their own credentials deploy).',
      ),
    ),
  ),
  'expires-after': v.optional(duration('How long a personal stage lives without a deploy (default 7d).')),
  boundary: v.optional(boundary('a personal stage')),
});

/**
 * The one definition of serverless-stages.yml: the runtime check, the types below and the JSON Schema in `schema/` all
 * come from it. Strict objects, so an unknown key is found.
 */
export const configSchema = v.strictObject({
  version: v.pipe(v.literal(CONFIG_VERSION), v.description('Version of this file format.')),
  app: v.pipe(
    v.string(),
    v.regex(
      /^[a-z][a-z0-9-]{0,47}$/,
      'is not a name: lower-case letters, digits and -, at most 48, beginning with a letter',
    ),
    v.description('Name of the application; several repositories may share one.'),
  ),
  profiles: v.pipe(v.record(text('Name.'), profile), v.description('Deployment profiles by name.')),
  'default-profile': v.optional(text('Profile of previews and personal stages.')),
  stages: v.optional(
    v.pipe(v.record(text('Name.'), stage), v.description('Configured stages by name, and patterns of branches.')),
  ),
  previews: v.optional(previews),
  personal: v.optional(personal),
  promote: v.optional(promoteSchema),
  services: v.optional(
    v.pipe(v.record(text('Name.'), service), v.description('Services by key (default: found by folder).')),
  ),
  notifications: v.optional(v.pipe(v.array(notification), v.description('Who is told of what becomes of a stage.'))),
  waivers: v.optional(
    v.pipe(v.array(waiverSchema), v.description('Findings of safeguards that somebody lets through for a time.')),
  ),
  env: v.optional(v.unknown()),
  setup: v.optional(v.unknown()),
  'check-stages': v.optional(
    someNames('Configured stages that the services of a pull request are packaged and checked for (default: none).'),
  ),
});

/** A whole serverless-stages.yml, as written: optional keys are absent where the file leaves them out. */
export type Config = v.InferOutput<typeof configSchema>;
export type ProfileConfig = v.InferOutput<typeof profile>;
export type StageConfig = v.InferOutput<typeof stage>;
/** A parameter: a literal, or a reference into SSM or into the PARAMETERS secret. */
export type ParameterConfig = v.InferOutput<typeof parameter>;

/** Whether a parameter is one of SSM. */
export function isSsm(value: ParameterConfig): value is { readonly ssm: string } {
  return typeof value === 'object' && 'ssm' in value;
}

/** Whether a parameter is an entry of the PARAMETERS secret. */
export function isSecret(value: ParameterConfig): value is { readonly secret: string } {
  return typeof value === 'object' && 'secret' in value;
}

/** Whether a parameter is a literal, which a pull request may change, and not a reference, which grants something. */
export function isLiteral(value: ParameterConfig): value is string | number | boolean {
  return typeof value !== 'object';
}
