import { isoSeconds } from './commits.ts';
import type { Deployment, DeploymentStatus } from './deployments.ts';
import type { Repository, Site } from './hub.ts';
import { apiOf } from './present-repository.ts';
import { presentApp, presentUser } from './present-user.ts';
import { nodeId } from './repositories.ts';
import type { Actor } from './tokens.ts';

/** A deployment. */
export function presentDeployment(deployment: Deployment, repository: Repository, site: Site) {
  const url = urlOf(deployment, repository, site);
  return {
    url,
    id: deployment.id,
    node_id: nodeId('Deployment', deployment.id),
    task: deployment.task,
    original_environment: deployment.originalEnvironment,
    environment: deployment.environment,
    description: deployment.description,
    created_at: isoSeconds(deployment.createdAt),
    updated_at: isoSeconds(deployment.updatedAt),
    statuses_url: `${url}/statuses`,
    repository_url: apiOf(repository, site),
    ...presentMaker(deployment.creator, site),
    sha: deployment.sha,
    ref: deployment.ref,
    payload: deployment.payload,
    transient_environment: deployment.transient,
    production_environment: deployment.production,
  };
}

/** One status of a deployment. */
export function presentDeploymentStatus(
  status: DeploymentStatus,
  deployment: Deployment,
  repository: Repository,
  site: Site,
) {
  const url = urlOf(deployment, repository, site);
  const at = isoSeconds(status.createdAt);
  return {
    url: `${url}/statuses/${status.id}`,
    id: status.id,
    node_id: nodeId('DeploymentStatus', status.id),
    state: status.state,
    ...presentMaker(status.creator, site),
    description: status.description,
    environment: status.environment,
    target_url: status.logUrl,
    log_url: status.logUrl,
    environment_url: status.environmentUrl,
    created_at: at,
    updated_at: at,
    deployment_url: url,
    repository_url: apiOf(repository, site),
  };
}

function presentMaker(creator: Actor, site: Site) {
  return {
    creator: presentUser(creator, site),
    performed_via_github_app: creator.app === undefined ? null : presentApp(creator.app, site),
  };
}

function urlOf({ id }: Deployment, repository: Repository, site: Site): string {
  return `${apiOf(repository, site)}/deployments/${id}`;
}
