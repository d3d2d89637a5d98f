import { readFileSync } from 'node:fs';
import { parseConfig } from '../../../core/config/parse.ts';
import type { LocalFacts } from '../../../core/doctor/clone.ts';
import { examineClone } from '../../../core/doctor/local/examine.ts';
import { parseWorkflow, type Workflow } from '../../../core/doctor/workflow.ts';
import type { Service } from '../../../core/service/definition.ts';
import { NO_REFERENCES } from '../../../core/service/references.ts';
import { configText } from '../../../core/setup/config-text.ts';
import { TEMPLATES, type TemplateName, workflowTexts } from '../../../core/setup/workflow-texts.ts';

export type Change = readonly [from: string | RegExp, to: string];

const templates = Object.fromEntries(
  TEMPLATES.map((name) => [
    name,
    readFileSync(new URL(`../../../workflows-templates/${name}`, import.meta.url), 'utf8'),
  ]),
) as Record<TemplateName, string>;

const ACCOUNTS = { dev: '111111111111', staging: '222222222222', prod: '333333333333' };
const CONFIG = configText({
  accounts: ACCOUNTS,
  region: 'us-east-1',
  production: 'promotion',
  app: 'shop',
  stages: ['dev', 'staging', 'prod'],
  defaultBranch: 'main',
  productionBranch: 'prod',
  product: 'acme/serverless-stages',
});

/** Files of a right set-up, as `init` writes it, with changes in one of them. */
export function setUpWith(file = '', ...changes: readonly Change[]): Map<string, string> {
  const config = parseConfig(Buffer.from(CONFIG));
  const workflows = workflowTexts({
    config,
    templates,
    product: 'acme/serverless-stages',
    folder: '.',
    defaultBranch: 'main',
  });
  const files = new Map([['serverless-stages.yml', CONFIG], ...Object.entries(workflows)]);
  const [path, text] = [...files].find(([name]) => file !== '' && name.endsWith(file)) ?? [];
  if (path === undefined || text === undefined) return files;
  return files.set(
    path,
    changes.reduce((before, [from, to]) => {
      const after = before.replaceAll(typeof from === 'string' ? from : new RegExp(from, 'g'), to);
      if (after === before) throw new Error(`${path} has no ${from}`);
      return after;
    }, text),
  );
}

/** A service as it is found. */
export function serviceCalled(name: string, functions: readonly string[] = ['main']): Service {
  return {
    key: name,
    path: name,
    name,
    dependsOn: [],
    triggers: [],
    shared: false,
    composeParams: {},
    stackName: `${name}-dev`,
    exports: [],
    functionNames: functions.map((one) => `${name}--${one}`),
    makesRole: true,
    hasCode: true,
    isProgram: false,
    reads: NO_REFERENCES,
    includes: [],
  };
}

/** What a clone with these files says. */
export function factsOf(files: ReadonlyMap<string, string>, more: Partial<LocalFacts> = {}): LocalFacts {
  return {
    config: parseConfig(Buffer.from(files.get('serverless-stages.yml') ?? '')),
    configPath: 'serverless-stages.yml',
    folder: '.',
    product: undefined,
    neighbours: [],
    workflows: [...files].flatMap(([path, text]) =>
      path.startsWith('.github/') ? [parseWorkflow(text, path) as Workflow] : [],
    ),
    defaultBranch: 'main',
    services: [serviceCalled('shop-api')],
    ownParameters: new Map(),
    unlocked: [],
    pluginless: [],
    linked: [],
    published: new Map(),
    ...more,
  };
}

/** Names of the checks that found something in a clone with these files. */
export function foundIn(files: ReadonlyMap<string, string>, more: Partial<LocalFacts> = {}): string[] {
  return [...new Set(examineClone(factsOf(files, more)).findings.map(({ check }) => check))];
}
