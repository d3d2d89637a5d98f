import { configuredStages } from '../configuration/effective.ts';
import { pairList } from '../configuration/promote.ts';
import type { Config } from '../configuration/schema.ts';
import { branchOfStage } from '../configuration/stage-of.ts';
import type { Command } from './command.ts';
import type { SetUpRepository } from './repository.ts';

/** What protects the branches that stages are deployed from: pull requests, reviews, and the required check of previews. */
export function rulesetCommand(config: Config, { owner, name, defaultBranch }: SetUpRepository): Command {
  // An App moves the branch of a promotion, which needs rules of its own.
  const moved = pairList(config.promote).flatMap(({ to, mode }) => (mode === 'pull-request' ? [] : [to]));
  const branches = configuredStages(config)
    .filter((stage) => !moved.includes(stage))
    .map((stage) => branchOfStage(config, stage));
  const include = [...new Set([defaultBranch, ...branches])].map((branch) => `refs/heads/${branch}`);
  const check = {
    type: 'required_status_checks',
    parameters: {
      strict_required_status_checks_policy: false,
      // A branch of a stage may be made from the default one.
      do_not_enforce_on_create: true,
      required_status_checks: [{ context: RESULT_CHECK }],
    },
  };
  const body = {
    name: 'stages',
    target: 'branch',
    enforcement: 'active',
    conditions: { ref_name: { include, exclude: [] } },
    rules: [
      { type: 'deletion' },
      { type: 'non_fast_forward' },
      {
        type: 'pull_request',
        parameters: {
          required_approving_review_count: 1,
          dismiss_stale_reviews_on_push: true,
          require_code_owner_review: false,
          require_last_push_approval: true,
          required_review_thread_resolution: false,
        },
      },
      ...(config.previews === undefined ? [] : [check]),
    ],
  };
  return {
    what: `After the first push: rules for ${include.map((ref) => ref.slice('refs/heads/'.length)).join(', ')}: anyone who can push there gets a stage's role`,
    command: `gh api -X POST repos/${owner}/${name}/rulesets --input - <<'JSON'\n${rulesetText(body)}\nJSON`,
  };
}

/** A ruleset as JSON, with a line for each rule. */
function rulesetText({
  rules,
  ...head
}: Readonly<Record<string, unknown>> & { readonly rules: readonly unknown[] }): string {
  const lines = [...Object.entries(head), ['rules', undefined] as const].map(([key, value]) =>
    key === 'rules'
      ? `  "rules": [\n${rules.map((rule) => `    ${JSON.stringify(rule)}`).join(',\n')} ]`
      : `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return `{\n${lines.join(',\n')} }`;
}

/** The check that says how a preview went. */
export const RESULT_CHECK = 'Preview / Result';
