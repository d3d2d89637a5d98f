import { posix } from 'node:path';
import { parseRoleArn } from '../core/aws/role-arn.ts';
import { CONFIG_FILE } from '../core/config/parse.ts';
import type { Config } from '../core/configuration/schema.ts';
import { examineAws } from '../core/doctor/aws/examine.ts';
import { trialsOf } from '../core/doctor/aws/rights.ts';
import { callingJobs, type LocalFacts } from '../core/doctor/clone.ts';
import { type Examination, type Finding, findingsOfError } from '../core/doctor/finding.ts';
import { guardedBranches } from '../core/doctor/github/branches.ts';
import { examineGitHub } from '../core/doctor/github/examine.ts';
import { examineClone } from '../core/doctor/local/examine.ts';
import { parseWorkflow, type Workflow } from '../core/doctor/workflow.ts';
import { UserError } from '../core/errors.ts';
import type { Service } from '../core/service/definition.ts';
import { environmentsOf } from '../core/setup/environments.ts';
import type { SetUpRepository } from '../core/setup/repository.ts';
import { rolesOf } from '../core/setup/roles.ts';
import { openRoleReader } from '../io/aws/iam.ts';
import { readConfig } from '../io/configuration.ts';
import type { Checkout } from '../io/laptop/checkout.ts';
import { ownSession } from '../io/laptop/credentials.ts';
import { openProduct } from '../io/laptop/product.ts';
import { servicesOfConfig } from '../io/laptop/services.ts';
import {
  isDeployedByServerless3,
  ownParametersOf,
  publishedWorkflows,
  readBranches,
  readNeighbours,
  readServiceFacts,
  readWorkflowTexts,
} from '../io/laptop/setup-facts.ts';
import type { Terminal } from '../io/laptop/terminal.ts';
import { openSettings } from './face.ts';
import type { Options } from './options.ts';

const NOT_SET_UP: Finding = {
  level: 'error',
  check: 'not-set-up',
  place: CONFIG_FILE,
  what: 'not found here or in a parent folder',
  why: 'it defines the stages',
  fix: 'npx serverless-stages init',
};

/** Looks into the clone, then asks GitHub and AWS, each as far as it may be asked. */
export async function examineAll(checkout: Checkout, options: Options, terminal: Terminal): Promise<Examination[]> {
  const path = posix.join(checkout.folder, CONFIG_FILE);
  if (!checkout.isConfigured) {
    return [{ source: 'local', findings: [NOT_SET_UP] }];
  }
  let config: Config;
  try {
    config = await readConfig({ 'working-directory': checkout.folder }, checkout.root);
  } catch (error) {
    return [{ source: 'local', findings: findingsOfError(asUserError(error), 'configuration', path) }];
  }
  const clone = await readClone(checkout, config, path, terminal);
  const local = examineClone(clone.facts);
  const { repository, github } = await terminal.working('asking GitHub', () =>
    askGitHub(checkout, config, clone.facts),
  );
  const aws = await terminal.working('asking AWS', () => askAws(config, clone.facts.services, repository, options));
  return [{ ...local, findings: [...clone.findings, ...local.findings] }, github, aws];
}

function asUserError(error: unknown): UserError {
  if (error instanceof UserError) {
    return error;
  }
  throw error;
}

interface Clone {
  readonly facts: LocalFacts;
  /** What could not even be read. */
  readonly findings: readonly Finding[];
}

async function readClone(checkout: Checkout, config: Config, configPath: string, { log }: Terminal): Promise<Clone> {
  const { root, folder } = checkout;
  const findings: Finding[] = [];
  const workflows: Workflow[] = [];
  for (const [path, text] of await readWorkflowTexts(root)) {
    const read = parseWorkflow(text, path);
    if (typeof read === 'string') {
      const why = 'GitHub starts no workflow that it cannot read';
      findings.push({
        level: 'error',
        check: 'workflow-unreadable',
        place: path,
        what: read,
        why,
        fix: 'fix the YAML',
      });
    } else {
      workflows.push(read);
    }
  }
  let services: readonly Service[] = [];
  try {
    services = await servicesOfConfig(checkout, config, (at, reason) => log.info(`${at} is left out: ${reason}`));
  } catch (error) {
    findings.push(...findingsOfError(asUserError(error), 'services', configPath));
  }
  const about = await Promise.all(services.map(({ path }) => readServiceFacts(checkout, path)));
  const { defaultBranch } = await readBranches(checkout);
  const isServerless3 = await isDeployedByServerless3(checkout, about);
  const { repository: product } = await openProduct();
  const facts: LocalFacts = {
    product,
    neighbours: await readNeighbours(checkout),
    config,
    configPath,
    folder,
    workflows,
    defaultBranch,
    services,
    ownParameters: ownParametersOf(services, about),
    unlocked: about.flatMap(({ path, hasManifest, hasLockfile }) => (hasManifest && !hasLockfile ? [path] : [])),
    pluginless: about.flatMap(({ file, lacksPlugin }) => (lacksPlugin ? [file] : [])),
    linked: isServerless3 ? about.flatMap(({ file, org }) => (org === undefined ? [] : [file])) : [],
    published: await publishedWorkflows(root, guardedBranches(config, defaultBranch)),
  };
  return { facts, findings };
}

/** What GitHub says, and the repository as it says it is. */
async function askGitHub(
  checkout: Checkout,
  config: Config,
  facts: LocalFacts,
): Promise<{ github: Examination; repository: SetUpRepository }> {
  const { folder, remote } = checkout;
  const { defaultBranch } = facts;
  const unknown: SetUpRepository = {
    owner: remote?.owner ?? 'OWNER',
    name: remote?.name ?? 'REPO',
    defaultBranch,
    folder,
  };
  const place = `${unknown.owner}/${unknown.name}`;
  const silent = (what: string, fix: string) => ({
    repository: unknown,
    github: {
      source: 'github',
      findings: [{ level: 'not-asked', check: 'github', place, what, why: 'its settings were not checked', fix }],
    } as const,
  });
  try {
    const settings = await openSettings(checkout);
    const answer = await settings.repository();
    if ('because' in answer || answer.value === undefined) {
      const why = 'because' in answer ? answer.because : 'the token sees no such repository';
      return silent(why, 'sign in (gh auth login), or set GH_TOKEN');
    }
    const { value } = answer;
    const repository = {
      ...unknown,
      owner: value.owner,
      name: value.name,
      defaultBranch: value.defaultBranch,
      ids: { repository: value.id, owner: value.ownerId },
    };
    const names = environmentsOf(config).map(({ name }) => name);
    const branches = guardedBranches(config, value.defaultBranch);
    const [environments, rules, actions, secrets] = await Promise.all([
      Promise.all(names.map(async (name) => [name, await settings.environment(name)] as const)),
      Promise.all(branches.map(async (branch) => [branch, await settings.rules(branch)] as const)),
      settings.actions(),
      settings.secrets(),
    ]);
    return {
      repository,
      github: examineGitHub({
        config,
        setUp: repository,
        defaultBranch,
        repository: value,
        environments: new Map(environments),
        rules: new Map(rules),
        actions,
        secrets,
        product: facts.product,
        workflows: facts.workflows,
        callers: callingJobs(facts),
      }),
    };
  } catch (error) {
    return silent(asUserError(error).message, 'sign in (gh auth login), or set GH_TOKEN');
  }
}

async function askAws(
  config: Config,
  services: readonly Service[],
  setUp: SetUpRepository,
  { awsProfile }: Options,
): Promise<Examination> {
  const roles = rolesOf(config, setUp);
  const facts = { config, setUp, services };
  try {
    const session = await ownSession(roles[0]?.region ?? 'us-east-1', undefined, awsProfile);
    const reader = await openRoleReader(session);
    try {
      const own = roles.filter(({ arn }) => parseRoleArn(arn).account === session.account);
      const found = await Promise.all(
        own.map(async (role) => {
          const answer = await reader.role(posix.basename(parseRoleArn(role.arn).name));
          const isThere = 'value' in answer && answer.value !== undefined;
          const refused = isThere ? await reader.refused(role.arn, trialsOf(role, facts)) : undefined;
          return { arn: role.arn, answer, refused };
        }),
      );
      return examineAws({
        ...facts,
        account: { value: session.account },
        roles: new Map(found.map(({ arn, answer }) => [arn, answer])),
        refused: new Map(found.flatMap(({ arn, refused }) => (refused === undefined ? [] : [[arn, refused]]))),
      });
    } finally {
      reader.close();
    }
  } catch (error) {
    const because = asUserError(error).message;
    return examineAws({ ...facts, account: { because }, roles: new Map(), refused: new Map() });
  }
}
