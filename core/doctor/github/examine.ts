import { environmentsOf } from '../../setup/environments.ts';
import type { Examination } from '../finding.ts';
import { actionFindings, secretFindings } from './actions.ts';
import { defaultBranchFindings, ruleFindings } from './branches.ts';
import { environmentFindings } from './environments.ts';
import type { GitHubFacts } from './facts.ts';

/** Looks at everything that GitHub says of a repository. */
export function examineGitHub(facts: GitHubFacts): Examination {
  return {
    source: 'github',
    findings: [
      ...defaultBranchFindings(facts),
      ...environmentsOf(facts.config).flatMap((environment) => environmentFindings(environment, facts)),
      ...[...facts.rules].flatMap(([branch, rules]) => ruleFindings(branch, rules, facts)),
      ...actionFindings(facts),
      ...secretFindings(facts),
    ],
  };
}
