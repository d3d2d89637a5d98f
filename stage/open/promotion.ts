import { openHistory } from '../../io/git/history.ts';
import { createGitHubReader } from '../../io/github/client.ts';
import { type ConfigReader, createConfigReader } from '../../io/github/config-reader.ts';
import { createMover, type GitHubMover } from '../../io/github/mover.ts';
import { createPromotionReader } from '../../io/github/promotion-reader.ts';
import type { GitHubReader } from '../../io/github/reader.ts';
import { type RunContext, runUrl } from '../../io/runner/context.ts';
import { runnerLog as log } from '../../io/runner/log.ts';
import { type ApplicationSource, filesAtCommit } from '../../io/source.ts';
import { viewerOpener } from '../../io/viewer.ts';
import type { PromotionEdges, PromotionRun } from '../promote/edges.ts';
import { finderIn } from './deployment.ts';

/** What a promotion asks and moves by. */
export interface OpenedPromotion extends PromotionEdges {
  readonly github: GitHubReader;
  readonly mover: GitHubMover;
  /** Reads serverless-stages.yml in a folder. */
  readonly configsIn: (folder: string) => ConfigReader;
  /** Where people see the repository. */
  readonly repositoryUrl: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Inputs of an action that promotes. */
export interface PromotionInputs {
  readonly 'github-token': string;
  readonly 'working-directory': string;
}

/** Opens the ways to GitHub, AWS and the clone in the workspace; GitHub and AWS are asked nothing yet. */
export async function openPromotion(
  inputs: PromotionInputs,
  context: RunContext,
  source: ApplicationSource | undefined,
): Promise<OpenedPromotion> {
  const { 'github-token': token, 'working-directory': folder } = inputs;
  const github = createGitHubReader(token, context);
  const configsIn = (where: string) => createConfigReader(github, where, log);
  return {
    github,
    configsIn,
    configs: configsIn(folder),
    people: createPromotionReader(token, context),
    mover: createMover(token, context),
    history: await openHistory(context.workspace),
    source,
    filesOf: filesAtCommit(source),
    openViewer: viewerOpener(context, log),
    finderIn,
    run: runOf(context),
    repositoryUrl: `${context.serverUrl}/${context.owner}/${context.repository}`,
    now: Date.now,
    log,
  };
}

function runOf(context: RunContext): PromotionRun {
  const { ref, triggeringActor, repositoryId, runId, workflowRef } = context;
  const [file = ''] = workflowRef.split('@');
  return {
    ref,
    actor: triggeringActor,
    repositoryId,
    id: runId,
    url: runUrl(context),
    workflow: file.split('/').at(-1) || 'promote.yml',
  };
}
