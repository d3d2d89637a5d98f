import { posix } from 'node:path';
import { CONFIG_FILE, parseConfig } from '../../core/config/parse.ts';
import { configuredStages } from '../../core/configuration/effective.ts';
import { pairList } from '../../core/configuration/promote.ts';
import type { Config } from '../../core/configuration/schema.ts';
import { branchOfStage } from '../../core/configuration/stage-of.ts';
import type { Service } from '../../core/service/definition.ts';
import { NEW_STAGES } from '../../core/setup/answers.ts';
import { appName } from '../../core/setup/app-name.ts';
import { setUpCommands } from '../../core/setup/commands.ts';
import { configText } from '../../core/setup/config-text.ts';
import { parseDashboard, stagesOfDashboard } from '../../core/setup/dashboard.ts';
import { leftToDo } from '../../core/setup/left-to-do.ts';
import type { SetUpRepository } from '../../core/setup/repository.ts';
import { rulesetCommand } from '../../core/setup/ruleset.ts';
import { calledKeys } from '../../core/setup/service-keys.ts';
import { type OwnParameters, unmetParameters } from '../../core/setup/unmet-parameters.ts';
import { folderSuffix, workflowTexts } from '../../core/setup/workflow-texts.ts';
import { readLimited } from '../../io/files/limited.ts';
import { type Checkout, openCheckout, readCheckoutFile } from '../../io/laptop/checkout.ts';
import { openProduct, type Product } from '../../io/laptop/product.ts';
import { servicesOfConfig, servicesOnDisk } from '../../io/laptop/services.ts';
import {
  type Branches,
  isDeployedByServerless3,
  ownParametersOf,
  readBranches,
  readNeighbours,
  readServiceFacts,
  type ServiceFacts,
} from '../../io/laptop/setup-facts.ts';
import { changedFiles } from '../../io/laptop/setup-files.ts';
import type { Terminal } from '../../io/laptop/terminal.ts';
import { answersOf } from '../answers.ts';
import { EXIT } from '../exit-codes.ts';
import { openSettings } from '../face.ts';
import type { InitOptions } from '../options.ts';
import { UsageError } from '../usage-error.ts';
import { applyChanges } from '../writing.ts';

/** What is known before anything is asked. */
interface Facts {
  readonly checkout: Checkout;
  readonly product: Product;
  /** `owner/name` of the product, and whether something says so. */
  readonly productName: string;
  readonly isProductKnown: boolean;
  readonly branches: Branches;
  readonly repository: SetUpRepository;
}

/**
 * Sets a repository up: writes serverless-stages.yml, the workflows and the role templates, each shown first, and says which
 * commands make the rest. What is there already is never changed without a yes. Throws E_NO_CLONE, E_SERVICE_CONFIG, E_CONFIG
 * and its kin, E_INPUT.
 */
export async function init(options: InitOptions, terminal: Terminal): Promise<number> {
  const facts = await readFacts(options, terminal);
  const { checkout } = facts;
  const written = await newConfig(facts, options, terminal);
  const path = posix.join(checkout.folder, CONFIG_FILE);
  const config = parseConfig(Buffer.from(written.text), path);
  const services = await servicesOfConfig(checkout, config, (folder, reason) =>
    terminal.log.info(`${folder} is left out: ${reason}`),
  );
  const about = await Promise.all(services.map(({ path: folder }) => readServiceFacts(checkout, folder)));
  terminal.print([
    `${terminal.style('bold', config.app)}: ${services.map(({ key }) => key).join(', ')}`,
    `stages ${configuredStages(config).join(', ')}; default branch ${facts.branches.defaultBranch}`,
  ]);
  const changes = await changedFiles(checkout.root, await wantedFiles(facts, config, written.text));
  const done = await applyChanges(changes, checkout.root, options, terminal);
  const commands = setUpCommands(config, facts.repository);
  const last = rulesetCommand(config, facts.repository);
  const left = [
    ...(facts.isProductKnown
      ? []
      : [
          `The workflows use ${facts.productName}@v1. If your copy of serverless-stages has another owner: serverless-stages init --replace --owner OWNER`,
        ]),
    ...written.left,
    ...leftToDo({
      config,
      repository: facts.repository,
      services: about,
      isServerless3: await isDeployedByServerless3(checkout, about),
      product: facts.productName,
      paths: changes.map(({ path: file }) => file),
      unmet: unmetByProfile(config, services, ownParametersOf(services, about)),
      missingBranches: missingBranches(config, facts.branches),
    }),
  ];
  terminal.print([
    '',
    terminal.style('bold', "Run these once, with an administrator's credentials:"),
    ...commands.flatMap(({ what, command }) => ['', terminal.style('dim', `# ${what}`), command]),
    '',
    terminal.style('bold', 'Left for you:'),
    ...left.map((step, index) => `${index + 1}. ${step}`),
    '',
    terminal.style('dim', `# ${last.what}`),
    last.command,
  ]);
  terminal.printJson({ app: config.app, files: done, commands: [...commands, last], left });
  return done.some(({ status }) => status === 'kept') ? EXIT.failed : EXIT.ok;
}

async function readFacts(options: InitOptions, terminal: Terminal): Promise<Facts> {
  const checkout = await openCheckout(process.cwd());
  const product = await openProduct();
  const { owner = 'OWNER', name = 'REPO' } = checkout.remote ?? {};
  const settings = checkout.remote === undefined ? undefined : await askGitHub(checkout, terminal);
  const local = await readBranches(checkout);
  const defaultBranch = options.defaultBranch ?? settings?.defaultBranch ?? local.defaultBranch;
  const production = options.productionBranch ?? local.production;
  const known = options.owner ?? product.repository;
  if (known !== undefined && !/^[\w.-]+(\/[\w.-]+)?$/.test(known)) {
    throw new UsageError(`--owner is "${known}" – write OWNER, or OWNER/NAME`);
  }
  const productName =
    known === undefined ? `${owner}/serverless-stages` : known.includes('/') ? known : `${known}/serverless-stages`;
  return {
    checkout,
    product,
    productName,
    isProductKnown: known !== undefined,
    branches: { ...local, defaultBranch, production },
    repository: {
      owner: settings?.owner ?? owner,
      name: settings?.name ?? name,
      defaultBranch,
      folder: checkout.folder,
      ids: settings === undefined ? undefined : { repository: settings.id, owner: settings.ownerId },
    },
  };
}

/** GitHub knows the numbers that roles are made for; without it the commands ask. */
async function askGitHub(checkout: Checkout, { log }: Terminal) {
  try {
    const answer = await (await openSettings(checkout)).repository();
    return 'value' in answer ? answer.value : undefined;
  } catch (error) {
    log.notice(
      `GitHub did not answer (${(error as Error).message.split(' – ')[0]}); the commands below ask for the repository's numbers`,
    );
    return undefined;
  }
}

interface NewConfig {
  readonly text: string;
  /** What is left to a person because of it. */
  readonly left: readonly string[];
}

/** The configuration that is there, else one from what a person answers. */
async function newConfig(facts: Facts, options: InitOptions, terminal: Terminal): Promise<NewConfig> {
  const { checkout, branches, productName } = facts;
  const there = await readCheckoutFile(checkout.root, posix.join(checkout.folder, CONFIG_FILE));
  if (there !== undefined) {
    terminal.log.info(`${CONFIG_FILE} exists: its workflows are written, nothing is asked`);
    return { text: there, left: [] };
  }
  // Nothing is asked where there is nothing to deploy.
  const services = await servicesOnDisk(checkout, undefined, { stage: 'dev', region: 'us-east-1' });
  const about = await Promise.all(services.map(({ path }) => readServiceFacts(checkout, path)));
  const app = options.app ?? nameOf(checkout, about);
  const exported = options.fromDashboard === undefined ? undefined : await readExport(options.fromDashboard, app);
  const dashboard = exported === undefined ? undefined : stagesOfDashboard(exported, NEW_STAGES);
  const stages = dashboard?.stages ?? NEW_STAGES;
  const answers = await answersOf(options, { stages, accounts: dashboard?.accounts ?? {}, services: about }, terminal);
  return {
    text: configText({
      ...answers,
      app,
      stages,
      defaultBranch: branches.defaultBranch,
      productionBranch: branches.production,
      product: productName,
      services: calledKeys(services),
      profiles: dashboard?.profiles ?? {},
    }),
    left: (dashboard?.leftOut ?? []).map((one) => `Not imported from the Dashboard: ${one}`),
  };
}

async function readExport(file: string, app: string) {
  const bytes = await readLimited(file, file).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new UsageError(`--from-dashboard: there is no file ${file}`) : error;
  });
  return parseDashboard(bytes.toString(), file, app);
}

/** What the application is called: as the Dashboard knows it, else like its repository, else like its folder. */
function nameOf({ remote, root }: Checkout, services: readonly ServiceFacts[]): string {
  const candidates = [...services.map(({ app }) => app), remote?.name, posix.basename(root)];
  return candidates.map((text) => appName(text ?? '')).find((name) => name !== undefined) ?? 'app';
}

/** Branches of stages that the remote does not have. */
function missingBranches(config: Config, { published }: Branches): string[] {
  const branches = configuredStages(config).map((stage) => branchOfStage(config, stage));
  return [...new Set(branches)].filter((branch) => !published.includes(branch));
}

function unmetByProfile(config: Config, services: readonly Service[], own: OwnParameters): Map<string, string[]> {
  const stages = configuredStages(config).map((stage) => [
    config.stages?.[stage]?.profile ?? stage,
    unmetParameters(config, stage, services, own),
  ]);
  return new Map((stages as [string, string[]][]).filter(([, names]) => names.length > 0));
}

/** Every file of a set-up, by its path in the repository. */
async function wantedFiles({ checkout, product, productName, branches }: Facts, config: Config, text: string) {
  const { folder } = checkout;
  const suffix = (await readNeighbours(checkout)).length === 0 ? '' : folderSuffix(folder);
  const { defaultBranch } = branches;
  const templates = [
    'github-oidc-role.yml',
    ...(pairList(config.promote).length === 0 ? [] : ['github-viewer-role.yml']),
  ];
  const roles = await Promise.all(
    templates.map(async (name) => [posix.join(folder, 'aws', name), await product.roleTemplate(name)] as const),
  );
  const workflows = workflowTexts({
    config,
    templates: product.workflows,
    product: productName,
    folder,
    defaultBranch,
    suffix,
  });
  return {
    own: { [posix.join(folder, CONFIG_FILE)]: text, ...workflows },
    copied: Object.fromEntries(roles),
  };
}
