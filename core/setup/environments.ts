import { configuredStages } from '../configuration/effective.ts';
import type { Config } from '../configuration/schema.ts';
import { branchOfStage } from '../configuration/stage-of.ts';
import { ownValue } from '../own-value.ts';
import { type Command, word } from './command.ts';
import type { SetUpRepository } from './repository.ts';
import { approvedStages } from './workflow-texts.ts';

/** A GitHub environment that jobs name. */
export interface EnvironmentSetUp {
  readonly name: string;
  /** Branches that it is limited to; undefined for no limit, which previews need. */
  readonly branches?: readonly string[];
  /** Whether people approve in it. */
  readonly isApproval: boolean;
}

/** Returns the GitHub environments that the workflows of a configuration name. */
export function environmentsOf(config: Config): EnvironmentSetUp[] {
  const byName = new Map<string, string[]>();
  for (const stage of configuredStages(config)) {
    const { profile = '', branch = '' } = config.stages?.[stage] ?? {};
    const name = ownValue(config.profiles, profile)?.environment ?? profile;
    byName.set(name, [...new Set([...(byName.get(name) ?? []), branch])]);
  }
  return [
    ...(config.previews === undefined ? [] : [{ name: config.previews.environment ?? 'preview', isApproval: false }]),
    ...[...byName].map(([name, branches]) => ({ name, branches, isApproval: false })),
    ...approvedStages(config).map((stage) => ({
      name: `${stage}-approval`,
      branches: [branchOfStage(config, stage)],
      isApproval: true,
    })),
  ];
}

/** What to run on GitHub: the environments, each limited to its branches. */
export function environmentCommand(
  environment: EnvironmentSetUp,
  { owner, name }: Pick<SetUpRepository, 'owner' | 'name'>,
): Command {
  const path = `repos/${owner}/${name}/environments/${encodeURIComponent(environment.name)}`;
  const policies = word(`${path}/deployment-branch-policies`);
  const { branches, isApproval } = environment;
  if (branches === undefined) {
    return {
      what: 'The environment of previews, open to all branches: runs of pull requests are on none',
      command: `gh api -X PUT ${word(path)}`,
    };
  }
  const limit = '"deployment_branch_policy": { "protected_branches": false, "custom_branch_policies": true }';
  const reviewers = '"reviewers": [{ "type": "User", "id": \'"$(gh api user --jq .id)"\' }], ';
  const body = `'{ ${isApproval ? reviewers : ''}${limit} }'`;
  return {
    what: isApproval
      ? `The environment "${environment.name}", with you as its reviewer (add others in the settings)`
      : `The environment "${environment.name}", limited to ${branches.join(', ')}`,
    command: [
      `echo ${body} | gh api -X PUT ${word(path)} --input -`,
      ...branches.map((branch) => `gh api -X POST ${policies} -f name=${word(branch)}`),
    ].join('\n'),
  };
}
