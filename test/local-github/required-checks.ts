import type { Repository } from './hub.ts';

type Standing = 'expected' | 'pending' | 'failing' | 'green';

/**
 * What GitHub says where status checks that a branch requires are not green at a commit; undefined where they are. Commit
 * statuses and check runs are looked for by name, and both have to be green where there are both; a check run that was
 * skipped, or is neutral, is green.
 */
export function missingChecks(repository: Repository, contexts: readonly string[], sha: string): string | undefined {
  const standings = contexts.map((context) => ({ context, standing: standingOf(repository, context, sha) }));
  const missing = standings.filter(({ standing }) => standing !== 'green');
  const [first] = missing;
  if (first === undefined) return undefined;
  if (missing.length === 1) return `Required status check "${first.context}" is ${first.standing}.`;
  const count = `${missing.length} of ${contexts.length} required status checks`;
  const kinds = (['expected', 'pending', 'failing'] as const)
    .map((kind) => ({ kind, number: missing.filter(({ standing }) => standing === kind).length }))
    .filter(({ number }) => number > 0);
  if (kinds.length === 1) return `${count} are ${kinds[0]?.kind}.`;
  return `${count} have not succeeded: ${kinds.map(({ kind, number }) => `${number} ${kind}`).join(' and ')}.`;
}

function standingOf({ statuses, checks }: Repository, context: string, sha: string): Standing {
  const states = [
    ...statuses
      .latest(sha)
      .filter((one) => one.context === context)
      .map(({ state }) => state),
    ...checks
      .latest(sha)
      .filter(({ name }) => name === context)
      .map(({ conclusion }) => conclusion ?? 'pending'),
  ];
  if (states.length === 0) return 'expected';
  if (states.every((state) => ['success', 'neutral', 'skipped'].includes(state))) return 'green';
  return states.some((state) => state !== 'pending' && state !== 'success') ? 'failing' : 'pending';
}
