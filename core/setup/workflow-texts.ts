import { configuredStages } from '../configuration/effective.ts';
import { pairList } from '../configuration/promote.ts';
import type { Config } from '../configuration/schema.ts';
import { branchOfStage } from '../configuration/stage-of.ts';
import { isStagePattern } from '../stage/name.ts';

/** Where workflows stand in a repository. */
export const WORKFLOWS = '.github/workflows';

/** Names of the templates that a repository's workflows are written from. */
export const TEMPLATES = ['preview.yml', 'sweep.yml', 'staging.yml', 'prod.yml', 'promote.yml'] as const;
export type TemplateName = (typeof TEMPLATES)[number];

/** What a repository's workflows are written from. */
export interface WorkflowParts {
  readonly config: Config;
  /** The texts of workflows-templates. */
  readonly templates: Readonly<Record<TemplateName, string>>;
  /** `owner/name` of the product. */
  readonly product: string;
  /** Folder of serverless-stages.yml from the repository's root; `.` for the root itself. */
  readonly folder: string;
  readonly defaultBranch: string;
  /** What the files' names end with, where the repository has other applications, too. */
  readonly suffix?: string;
}

/** Writes the workflows that a configuration needs, by their paths in the repository. */
export function workflowTexts(parts: WorkflowParts): Record<string, string> {
  const { config, templates, suffix = '' } = parts;
  const texts = new Map<string, string>();
  const add = (name: string, text: string) => {
    // On some disks names that differ in case alone are one.
    const isTaken = (one: string) => [...texts.keys()].some((other) => other.toLowerCase() === one.toLowerCase());
    let free = name;
    while (isTaken(free)) {
      free = `${free}-stages`;
    }
    texts.set(free, text);
  };
  if (config.previews !== undefined) {
    add('preview', previewText(parts));
    add('sweep', templates['sweep.yml']);
  }
  for (const stage of approvedStages(config)) {
    add(fileName(stage), stageText(templates['prod.yml'], stage, branchOfStage(config, stage)));
  }
  for (const [branch, stages] of plainStages(config)) {
    const name = branch === parts.defaultBranch ? 'staging' : fileName(branch);
    add(name, stagesText(templates['staging.yml'], name, branch, stages));
  }
  const promoted = pairList(config.promote).map(({ to }) => to);
  for (const stage of promoted) {
    const name = promoted.length === 1 ? 'promote' : `promote-${fileName(stage)}`;
    add(name, stageText(templates['promote.yml'], stage, branchOfStage(config, stage)));
  }
  return Object.fromEntries(
    [...texts].map(([name, text]) => [`${WORKFLOWS}/${name}${suffix}.yml`, finish(text, parts)]),
  );
}

/** Whether a stage is production by its name. */
export function isProduction(stage: string): boolean {
  return /^(prod|production|live)(?![a-z0-9])/i.test(stage);
}

/** The stages that a person approves before they are deployed: those that are promoted to, and production by its name. */
export function approvedStages(config: Config): string[] {
  const promoted = pairList(config.promote).map(({ to }) => to);
  return configuredStages(config).filter((stage) => promoted.includes(stage) || isProduction(stage));
}

/** All other stages by their branch. */
function plainStages(config: Config): Map<string, string[]> {
  const approved = approvedStages(config);
  const byBranch = new Map<string, string[]>();
  for (const stage of configuredStages(config).filter((name) => !approved.includes(name))) {
    const branch = branchOfStage(config, stage);
    byBranch.set(branch, [...(byBranch.get(branch) ?? []), stage]);
  }
  return byBranch;
}

/** What is said to be set up once is said by `init` itself. */
function finish(text: string, { product, folder }: WorkflowParts): string {
  const named = text.replace(/# Set up once:\n(?:# {2}.*\n)+#\n/, '').replaceAll('OWNER/serverless-stages', product);
  return folder === '.' ? named : inFolder(named, folder);
}

/** A folder's name at the end of other names. */
export function folderSuffix(folder: string): string {
  return folder === '.' ? '' : `-${folder.replace(/[^A-Za-z0-9_-]+/g, '-')}`;
}

function inFolder(text: string, folder: string): string {
  const suffix = folderSuffix(folder);
  return text
    .replace(
      /(\n {4}uses: \S+\/\.github\/workflows\/\S+\n {4}with:\n)/g,
      (text) => `${text}      working-directory: ${quoted(folder)}\n`,
    )
    .replace(/(group: (?:preview|promotion(?:-report)?-[\w-]+?|approval-[\w-]+?))(?=-\$\{\{)/g, `$1${suffix}`)
    .replace(/(group: (?:sweep|stage-[\w-]+))$/gm, `$1${suffix}`)
    .replace(/('stage-[\w-]+)(?=' \}\})/g, `$1${suffix}`);
}

function previewText({ config, templates }: WorkflowParts): string {
  const patterns = Object.keys(config.stages ?? {}).filter(isStagePattern);
  const push = `  push:\n    branches: ${list(patterns)}\n`;
  return patterns.length === 0
    ? templates['preview.yml']
    : templates['preview.yml'].replace('  merge_group:\n', `  merge_group:\n${push}`);
}

/** The template has a job for each of two stages of one branch; the second one is the model of all. */
function stagesText(template: string, name: string, branch: string, stages: readonly string[]): string {
  const [head = '', jobs = ''] = template.split('\njobs:\n');
  const model = /^ {2}staging:\n(?: {4}.*\n|\n)*/m.exec(jobs)?.[0].trimEnd() ?? '';
  const renamed = head
    .replace(
      'the stages of the main branch, dev and staging,',
      `${stages.join(', ')}, the stages of the branch ${branch},`,
    )
    .replace('branches: [master]', () => `branches: ${list([branch])}`)
    .replace('options: [dev, staging]', `options: ${list(stages)}`)
    .replace(/^name: .*$/m, `name: ${title(name)}`);
  return `${renamed}\njobs:\n${stages.map((stage) => renameStage(model, 'staging', stage)).join('\n\n')}\n`;
}

/** The text of a template for `prod`, for another stage and branch. */
function stageText(template: string, stage: string, branch: string): string {
  const branches = '\u0000';
  const ref = '\u0001';
  return renameStage(template.replace('branches: [prod]', branches).replace('--ref prod', ref), 'prod', stage)
    .replace(branches, () => `branches: ${list([branch])}`)
    .replace(ref, () => `--ref ${branch}`);
}

function renameStage(text: string, from: string, to: string): string {
  // A job's id begins with a letter or _.
  const id = /^[A-Za-z]/.test(to) ? to : `_${to}`;
  // All at once: a stage's name may hold the template's (`prod-eu`).
  const places = [
    `(?<name>(?<=^ *name: )${title(from)}$)`,
    `(?<id>(?<=^ {2})${from}(?=:)|(?<=needs\\.|needs: \\[.*, )${from}\\b)`,
    `(?<stage>(?<=^ +stage: )${from}$)`,
    `(?<title>\\b${title(from)}\\b)`,
    `(?<secret>PARAMETERS_${from.toUpperCase()}\\b)`,
    `\\b${from}\\b`,
  ];
  return text.replace(new RegExp(places.join('|'), 'gm'), (...args) => {
    const place = args.at(-1) as Readonly<Record<string, string | undefined>>;
    if (place['name'] !== undefined) {
      return quoted(title(to));
    }
    if (place['id'] !== undefined) {
      return id;
    }
    if (place['stage'] !== undefined) {
      return quoted(to);
    }
    if (place['title'] !== undefined) {
      return title(to);
    }
    return place['secret'] === undefined ? to : secretName(to);
  });
}

/** Name of the repository's secret with a stage's parameters. */
export function secretName(stage: string): string {
  return `PARAMETERS_${stage.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}`;
}

function title(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

function fileName(text: string): string {
  return text.replace(/[^A-Za-z0-9_.-]+/g, '-');
}

function list(names: readonly string[]): string {
  return `[${names.map(quoted).join(', ')}]`;
}

/** As a flow of YAML has it: plain, unless a character of it means something there. */
function quoted(text: string): string {
  return /^[A-Za-z][\w./-]*$/.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text)
    ? text
    : JSON.stringify(text);
}
