import type { Finding } from '../finding.ts';
import { neededSecrets } from '../needed-secrets.ts';
import { isProduct, matchesBranch, type Used } from '../workflow.ts';
import { type GitHubFacts, notAsked } from './facts.ts';

/** Whether what workflows use may run. */
export function actionFindings({ actions: answer, workflows, repository, product }: GitHubFacts): Finding[] {
  const place = `${repository.owner}/${repository.name}, settings of Actions`;
  if ('because' in answer) {
    return [notAsked(place, 'actions', answer.because)];
  }
  const { isEnabled, allowed, takesGitHubs, takesVerified, patterns } = answer.value;
  const repo = `repos/${repository.owner}/${repository.name}/actions/permissions`;
  if (!isEnabled) {
    return [
      {
        level: 'error',
        check: 'actions-disabled',
        place,
        what: 'Actions are disabled',
        why: 'GitHub starts no workflow',
        fix: `gh api -X PUT ${repo} -F enabled=true -f allowed_actions=all`,
      },
    ];
  }
  if (allowed === 'all') {
    return [];
  }
  const used = new Map(
    workflows
      .flatMap(({ jobs }) => jobs.flatMap(({ uses, steps }) => [...(uses === undefined ? [] : [uses]), ...steps]))
      .map((one) => [textOf(one), one]),
  );
  const refused = [...used].filter(([text, action]) => {
    const { repository: name } = action;
    const isOwn = name.split('/')[0]?.toLowerCase() === repository.owner.toLowerCase();
    const isGitHubs = takesGitHubs && /^(actions|github)\//.test(name);
    // Who is verified is not told.
    const isVerified = takesVerified && !isProduct(action, product);
    return !(
      isOwn ||
      isGitHubs ||
      isVerified ||
      patterns.some((pattern) => matchesBranch(pattern.replaceAll('*', '**'), text))
    );
  });
  return refused.map(([text]) => ({
    level: 'error',
    check: 'action-not-allowed',
    place,
    what: `${text} is not allowed`,
    why: 'GitHub rejects every workflow that uses it',
    fix: `allow it: gh api ${repo}/selected-actions --jq .patterns_allowed, and add "${text.replace(/@.*$/, '@*')}"`,
  }));
}

function textOf({ repository, path, ref }: Used): string {
  return `${repository}${path === '' ? '' : `/${path}`}@${ref}`;
}

/** Secrets that jobs hand on by name, and that what is configured needs. */
export function secretFindings({ secrets: answer, callers, config, repository }: GitHubFacts): Finding[] {
  const needed = callers.flatMap((one) =>
    neededSecrets(config, one).flatMap((name) => {
      const [, secret] = /secrets\.([A-Za-z_]\w*)/.exec(one.job.secrets?.[name] ?? '') ?? [];
      return secret === undefined ? [] : [{ secret, place: one.place }];
    }),
  );
  if (needed.length === 0) {
    return [];
  }
  const place = `${repository.owner}/${repository.name}, secrets`;
  if ('because' in answer) {
    return [notAsked(place, 'secrets', answer.because)];
  }
  const known = answer.value.map((name) => name.toUpperCase());
  return needed
    .filter(({ secret }) => !known.includes(secret.toUpperCase()))
    .map(({ secret, place: job }) => ({
      level: 'error',
      check: 'no-secret',
      place: job,
      what: `the secret ${secret} does not exist`,
      why: 'GitHub passes an empty text instead',
      fix: `gh secret set ${secret}`,
    }));
}
