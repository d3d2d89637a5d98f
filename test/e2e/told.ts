import type { TeamWorld } from '../world/world.ts';

/**
 * The comments of the product on a pull request, with what differs from run to run (commits, times, run numbers, API ids)
 * taken out; one text, so that a second comment would be seen.
 */
export function commentOf({ github }: TeamWorld, number: number): string {
  const bodies = github.comments.list(number).map(({ body }) => body);
  return (
    bodies
      .join('\n=== another comment ===\n')
      // What keeps GitHub from finding a hash, an emoji and the like.
      .replaceAll('\u200b', '')
      .replace(/\b[0-9a-f]{40}\b/g, 'COMMIT')
      .replace(/\b(at|since) [0-9a-f]{7}\b/g, '$1 COMMIT')
      .replace(/\b\d+ (s|versions)\b/g, 'N $1')
      .replace(/\b\d+(\.\d+)?ms\b/g, 'N ms')
      .replace(/(duration&#95;ms) [\d.]+/g, '$1 N')
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, 'UUID')
      .replace(/(-serverlessdepl?[a-z]*)-[a-z0-9]{8,13}\b/g, '$1-ID')
      .replace(/actions\/runs\/\d+\/attempts/g, 'actions/runs/N/attempts')
      .replace(/https:\/\/[a-z0-9]{10}\.execute-api/g, 'https://API.execute-api')
  );
}

/** Each GitHub deployment as its task, environment and states, oldest first. */
export function deploymentsOf({ github }: TeamWorld): string[] {
  return github.deployments
    .list()
    .toSorted((a, b) => a.id - b.id)
    .map(({ task, environment, statuses }) =>
      [task, environment, ...statuses.map(({ state }) => state).reverse()].join(' '),
    );
}

/** Each commit status of a commit as its context and its states, oldest first. */
export function statusesOf({ github }: TeamWorld, commit: string): string[] {
  const states = new Map<string, string[]>();
  for (const { context, state } of [...github.statuses.list(commit)].reverse()) {
    states.set(context, [...(states.get(context) ?? []), state]);
  }
  return [...states].map(([context, each]) => [context, ...each].join(' '));
}
