import { execFileSync } from 'node:child_process';
import { describeRun, type WorkflowEvent } from '../world/run-context.ts';

/** The `github` context of a run as environment variables for act, which reads the commit from SHA_REF; refs are those of the clone's origin. */
export function runVariables(event: WorkflowEvent, userRepository: string): Record<string, string> {
  const { repository, repositoryId, ownerId, ref, sha, headRef, baseRef } = describeRun(event, (wanted) => {
    const [commit = ''] = git(userRepository, 'ls-remote', 'origin', wanted).split(/\s/, 1);
    return commit === '' ? undefined : commit;
  });
  return {
    GITHUB_REPOSITORY: repository,
    GITHUB_REPOSITORY_OWNER: repository.split('/')[0] ?? '',
    GITHUB_REPOSITORY_ID: repositoryId,
    GITHUB_REPOSITORY_OWNER_ID: ownerId,
    GITHUB_REF: ref,
    SHA_REF: sha,
    ...(headRef === undefined ? {} : { GITHUB_BASE_REF: baseRef ?? '', GITHUB_HEAD_REF: headRef }),
  };
}

/** Path of the bare repository that the user's clone came from. */
export function originOf(userRepository: string): string {
  return git(userRepository, 'remote', 'get-url', 'origin').trim();
}

function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd, encoding: 'utf8' });
}
