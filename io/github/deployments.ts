import { array } from 'valibot';
import { onlyDefined } from '../../core/only-defined.ts';
import type { DeploymentState } from '../../core/report/wording.ts';
import { deploymentAnswer, deploymentStatusAnswer, read } from './answers.ts';
import type { GitHubClient } from './client.ts';

/** What a deployment of GitHub is of. */
export interface NewDeployment {
  /** 40 hex digits. */
  readonly commit: string;
  readonly environment: string;
  /** By this the deployments of one stage are found in an environment of many. */
  readonly task: string;
  readonly description: string;
  /** Whether it will be gone some day, as a preview's. */
  readonly transient: boolean;
  /** The run and its attempt: one deployment each. */
  readonly run: string;
  /** Login of whoever our token speaks as: a deployment of anyone else is not ours, whatever stands in it. */
  readonly author: string;
}

export interface DeploymentStatus {
  readonly state: DeploymentState;
  /** At most 140 characters. */
  readonly description: string;
  readonly url?: string;
  readonly logUrl: string;
}

interface Repository {
  readonly owner: string;
  readonly repo: string;
}

/** Makes a deployment, or finds the one that an answer which got lost was of. */
export async function findOrCreateDeployment(
  { rest }: GitHubClient,
  place: Repository,
  { commit, environment, task, description, transient, run, author }: NewDeployment,
): Promise<number> {
  const about = { ...place, environment, task, sha: commit, per_page: 10 };
  const known = read(array(deploymentAnswer), await rest.repos.listDeployments(about));
  const own = known.find(({ payload, creator }) => creator?.login === author && runOf(payload) === run);
  if (own !== undefined) {
    return own.id;
  }
  const made = await rest.repos.createDeployment({
    ...place,
    ref: commit,
    environment,
    task,
    description,
    payload: { run },
    transient_environment: transient,
    // What is deployed was decided already: neither checks nor another branch have a say.
    auto_merge: false,
    required_contexts: [],
  });
  return read(deploymentAnswer, made).id;
}

/** The payload comes back as it was sent, or as its JSON. */
function runOf(payload: unknown): unknown {
  try {
    const value: unknown = typeof payload === 'string' ? JSON.parse(payload) : payload;
    return typeof value === 'object' && value !== null ? Reflect.get(value, 'run') : undefined;
  } catch {
    return undefined;
  }
}

/** Says how a deployment stands, unless it does already (`isAgain`: an answer got lost); no other one changes by it. */
export async function setDeploymentStatus(
  { rest }: GitHubClient,
  place: Repository,
  id: number,
  { state, description, url, logUrl }: DeploymentStatus,
  isAgain = false,
): Promise<void> {
  const one = { ...place, deployment_id: id, per_page: 1 };
  const [newest] = isAgain ? read(array(deploymentStatusAnswer), await rest.repos.listDeploymentStatuses(one)) : [];
  if (newest?.state === state && newest.description === description) {
    return;
  }
  const address = onlyDefined({ environment_url: url });
  const status = { state, description, log_url: logUrl, auto_inactive: false, ...address };
  read(deploymentStatusAnswer, await rest.repos.createDeploymentStatus({ ...place, deployment_id: id, ...status }));
}

/** States that a deployment is not seen as active in any more. */
const OVER = new Set(['inactive', 'failure', 'error']);

/** So many in a row that are over: those before them were made inactive by the runs that followed them. */
const ENOUGH = 5;

/**
 * Makes the newest deployments of a task inactive that are not: GitHub itself does it only for environments that are neither
 * transient nor production.
 */
export async function deactivateDeployments(
  octokit: GitHubClient,
  about: Repository & { readonly environment: string; readonly task: string },
  status: Pick<DeploymentStatus, 'description' | 'logUrl'>,
  except: number | undefined,
): Promise<void> {
  const { rest } = octokit;
  const { owner, repo } = about;
  const newest = read(array(deploymentAnswer), await rest.repos.listDeployments({ ...about, per_page: 100 }));
  let over = 0;
  for (const { id } of newest.filter((deployment) => deployment.id !== except)) {
    const one = { owner, repo, deployment_id: id, per_page: 1 };
    const statuses = read(array(deploymentStatusAnswer), await rest.repos.listDeploymentStatuses(one));
    if (OVER.has(statuses[0]?.state ?? '')) {
      over += 1;
      if (over === ENOUGH) {
        return;
      }
      continue;
    }
    over = 0;
    await setDeploymentStatus(octokit, { owner, repo }, id, { ...status, state: 'inactive' });
  }
}
