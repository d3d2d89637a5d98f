import { stringify } from 'yaml';
import { partitionOf } from '../aws/region.ts';
import { CONFIG_VERSION, type ParameterConfig } from '../configuration/schema.ts';
import type { Answers } from './answers.ts';
import { isProduction } from './workflow-texts.ts';

/** What a serverless-stages.yml is written from. */
export interface ConfigParts extends Answers {
  readonly app: string;
  /** Names of the stages; the first one is what previews read from. */
  readonly stages: readonly string[];
  readonly defaultBranch: string;
  readonly productionBranch: string;
  /** `owner/name` of the product, for the address of the schema. */
  readonly product: string;
  /** Folders of the services by key, if they are to be listed. */
  readonly services?: Readonly<Record<string, string>> | undefined;
  /** What the stages' profiles had elsewhere. */
  readonly profiles?: Readonly<Record<string, ProfileParts>>;
}

/** What a profile has beside its role. */
export interface ProfileParts {
  readonly region?: string;
  readonly parameters?: Readonly<Record<string, ParameterConfig>>;
  readonly safeguards?: readonly unknown[];
}

/** Writes a serverless-stages.yml: the stages, each with a profile and a role of its own, and previews beside the first one. */
export function configText(parts: ConfigParts): string {
  const { app, product, defaultBranch, stages } = parts;
  const [first = ''] = stages;
  const entries = stages.map((stage) => {
    const branch = isProduction(stage) ? parts.productionBranch : defaultBranch;
    return `  ${flowKey(stage)}: ${flow({ profile: stage, branch })}\n`;
  });
  const pair = promotedPair(parts);
  return `# yaml-language-server: $schema=https://raw.githubusercontent.com/${product}/v1/schema/serverless-stages.schema.json
version: ${CONFIG_VERSION}
app: ${flow(app)}

profiles:
${stages.map((stage) => profileText(parts, stage)).join('')}
# What previews, and stages of people at their laptops, use.
default-profile: ${flow(first)}

stages:
${entries.join('')}
previews:
  target-branches: ${flow([defaultBranch])}
  role: ${roleArn(parts, first, 'preview')}
${pair === undefined ? '' : `\npromote: ${flow(pair)}\n`}${servicesText(parts.services)}`;
}

function servicesText(services: ConfigParts['services']): string {
  const lines = Object.entries(services ?? {}).map(([key, path]) => `  ${flowKey(key)}: ${flow({ path })}\n`);
  return lines.length === 0 ? '' : `\nservices:\n${lines.join('')}`;
}

/** The last stage before production, and production, if promotions are wanted. */
function promotedPair({ production, stages }: ConfigParts): { from: string; to: string } | undefined {
  const to = stages.find(isProduction);
  const from = stages.filter((stage) => !isProduction(stage)).at(-1);
  return production === 'promotion' && to !== undefined && from !== undefined ? { from, to } : undefined;
}

function profileText(parts: ConfigParts, stage: string): string {
  const { region = parts.region, parameters, safeguards } = parts.profiles?.[stage] ?? {};
  const pair = promotedPair(parts);
  const isLookedAt = stage === pair?.from || stage === pair?.to;
  const example = `    # parameters:                 # serverless.yml reads them as \${param:NAME}
    #   api_url: https://api.example.com
    #   api_key: { ssm: /${parts.app}/${stage}/api_key }
`;
  return [
    `  ${flowKey(stage)}:\n`,
    `    role: ${roleArn(parts, stage, stage)}\n`,
    `    region: ${flow(region)}\n`,
    isLookedAt ? `    viewer-role: ${roleArn(parts, stage, 'viewer')}\n` : '',
    parameters === undefined && stage === parts.stages[0] ? example : '',
    block('parameters', parameters),
    block('safeguards', safeguards),
  ].join('');
}

function roleArn({ accounts, region }: Answers, stage: string, name: string): string {
  return `arn:${partitionOf(region)}:iam::${accounts[stage]}:role/serverless-stages-${name}`;
}

/** Texts are quoted that older readers of YAML take for something else (`yes`, `0o7`). */
const YAML = { lineWidth: 0, version: '1.1' } as const;

/** A key of a profile with its value, four blanks in; nothing for no value. */
function block(key: string, value: unknown): string {
  return value === undefined ? '' : stringify({ [key]: value }, YAML).replace(/^(?=.)/gm, '    ');
}

function flow(value: unknown): string {
  return stringify(value, { ...YAML, collectionStyle: 'flow' }).trimEnd();
}

/** A name as a key, quoted if it has to be. */
function flowKey(name: string): string {
  return stringify({ [name]: 0 }, YAML).replace(/: 0\n$/, '');
}
