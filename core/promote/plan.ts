import * as v from 'valibot';
import { UserError } from '../errors.ts';
import { decodeJson } from '../transport.ts';

const commit = v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/));

const plan = v.object({
  schemaVersion: v.literal(1),
  kind: v.picklist(['promotion', 'rollback']),
  /** `move`: the branch of `to` moves, then it is deployed; `deploy`: a commit of the branch is deployed as it is. */
  action: v.picklist(['move', 'deploy']),
  mode: v.picklist(['branch', 'pull-request']),
  from: v.string(),
  to: v.string(),
  fromBranch: v.string(),
  toBranch: v.string(),
  /** The commit that is promoted, or that is rolled back to. */
  commit,
  /** Its tree. */
  tree: commit,
  /** Head of the branch of `to` at the verdict. */
  head: commit,
  /** Of the commit that moves the branch. */
  parents: v.array(commit),
  message: v.string(),
  /** Commit that is deployed if nothing moves. */
  deploy: v.exactOptional(commit),
  redeploy: v.boolean(),
  runId: v.string(),
  /** When the verdict was made, in ISO 8601. */
  judged: v.string(),
  /** Folder of serverless-stages.yml. */
  folder: v.string(),
  /** What was let through, and why. */
  override: v.exactOptional(v.string()),
  /** Why the freeze of `to` is lifted. */
  liftFreeze: v.exactOptional(v.string()),
  /** The verdict in Markdown, for the pull request. */
  summary: v.string(),
});

/** What an approval lets happen; plain JSON from the job of the verdict to the job that moves. */
export type PromotionPlan = Readonly<v.InferOutput<typeof plan>>;

/** Reads the input `plan`, which the verdict wrote; throws E_INPUT. */
export function parsePlan(text: string | undefined): PromotionPlan {
  try {
    return v.parse(plan, decodeJson(text ?? ''));
  } catch {
    throw new UserError('E_INPUT', {
      what: 'the input "plan" is not what the verdict of promote wrote',
      fix: 'pass the output "plan" of promote.yml on as it is',
    });
  }
}
