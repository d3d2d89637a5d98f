import type { Conclusion } from './run-options.ts';

/** Whether a post step with this `post-if` runs in a job of this status; throws for a condition that is more than one status function. */
export function isWanted(condition: string, status: Conclusion): boolean {
  const [, name] = /^(?:\$\{\{)?\s*(always|success|failure|cancelled)\(\)\s*(?:\}\})?$/.exec(condition.trim()) ?? [];
  if (!name) throw new Error(`This runner cannot evaluate post-if: ${condition}`);
  return name === 'always' || name === status;
}
