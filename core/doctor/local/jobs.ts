import type { Config } from '../../configuration/schema.ts';
import { ownValue } from '../../own-value.ts';
import { type CallingJob, callingJobs, type LocalCheck, stageOf, workingDirectory } from '../clone.ts';
import type { Finding } from '../finding.ts';
import { isProduct, type ProductWorkflow, type Used, type Workflow } from '../workflow.ts';

/** What the jobs of a called workflow ask for: a caller that grants less has its run refused. */
export const NEEDED_PERMISSIONS: Readonly<Record<ProductWorkflow, Readonly<Record<string, 'read' | 'write'>>>> = {
  preview: {
    contents: 'read',
    'pull-requests': 'write',
    deployments: 'write',
    statuses: 'write',
    actions: 'read',
    'id-token': 'write',
  },
  sweep: {
    contents: 'read',
    'pull-requests': 'write',
    deployments: 'write',
    statuses: 'write',
    actions: 'read',
    'id-token': 'write',
  },
  stage: {
    contents: 'read',
    'pull-requests': 'read',
    deployments: 'write',
    statuses: 'write',
    actions: 'read',
    'id-token': 'write',
  },
  promote: { contents: 'read', actions: 'read', 'id-token': 'write' },
};

/** A called workflow gets the rights of its caller, and no more. */
export const jobsMayDeploy: LocalCheck = (facts) =>
  callingJobs(facts).flatMap(({ job: { permissions }, kind, place }): Finding[] => {
    if (permissions === 'write-all') {
      return [];
    }
    const has = (right: string, level: 'read' | 'write') =>
      permissions === 'read-all'
        ? level === 'read'
        : permissions?.[right] === 'write' || permissions?.[right] === level;
    const missing = Object.entries(NEEDED_PERMISSIONS[kind]).filter(([right, level]) => !has(right, level));
    return missing.length === 0
      ? []
      : [
          {
            level: permissions === undefined ? 'warning' : 'error',
            check: 'permissions',
            place: `${place}, permissions`,
            what: `does not grant ${missing.map(([right, level]) => `\`${right}: ${level}\``).join(', ')}`,
            why: 'GitHub rejects a run if the called workflow needs more than its caller grants',
            fix: `write below \`permissions\`: ${missing.map(([right, level]) => `${right}: ${level}`).join(', ')}`,
          },
        ];
  });

/** Jobs are given the secrets that parameters and notifications name. */
export const jobsGetSecrets: LocalCheck = (facts) => {
  const { config } = facts;
  return callingJobs(facts).flatMap((one): Finding[] => {
    const { job, place } = one;
    if (job.secrets === undefined || one.kind === 'promote') {
      return [];
    }
    const named = one.kind === 'sweep' ? [] : secretParameters(config, one);
    const needed = [
      ...(named.length > 0 && !('PARAMETERS' in job.secrets) ? ['PARAMETERS'] : []),
      ...notified(config, one).filter((name) => !(name in (job.secrets ?? {}))),
    ];
    return needed.map((secret) => ({
      level: 'error',
      check: 'secrets',
      place: `${place}, secrets`,
      what:
        secret === 'PARAMETERS'
          ? `does not pass PARAMETERS, but ${named.join(', ')} ${named.length === 1 ? 'comes' : 'come'} from it ({ secret: … })`
          : `does not pass ${secret}, which a notification needs`,
      why: 'a called workflow gets only the secrets that its caller passes',
      fix: `write \`${secret}: \${{ secrets.${secret} }}\` below \`secrets\``,
    }));
  });
};

/** Names of the parameters of a job's profile that are entries of PARAMETERS. */
function secretParameters(config: Config, one: CallingJob): string[] {
  const name = one.kind === 'preview' ? config['default-profile'] : config.stages?.[stageOf(one) ?? '']?.profile;
  const parameters = ownValue(config.profiles, name ?? '')?.parameters ?? {};
  return Object.entries(parameters).flatMap(([key, value]) =>
    typeof value === 'object' && 'secret' in value ? [key] : [],
  );
}

/** Secrets of the called workflows that carry the addresses of notifications. */
function notified({ notifications = [] }: Config, one: CallingJob): string[] {
  const hasSlack = notifications.some(({ slack }) => slack !== undefined);
  const hasWebhook = notifications.some(({ webhook }) => webhook !== undefined);
  return one.kind === 'promote'
    ? []
    : [...(hasSlack ? ['NOTIFY_SLACK'] : []), ...(hasWebhook ? ['NOTIFY_WEBHOOK_URL', 'NOTIFY_WEBHOOK_KEY'] : [])];
}

/** Where serverless-stages.yml is in a folder, every job has to know it. */
export const jobsKnowFolder: LocalCheck = (facts) =>
  callingJobs(facts).flatMap(({ job, place }): Finding[] => {
    const folder = workingDirectory(job);
    return folder === facts.folder || folder.includes('${{')
      ? []
      : [
          {
            level: 'error',
            check: 'working-directory',
            place: `${place}, with.working-directory`,
            what: `looks for serverless-stages.yml in "${folder}", but the file is ${facts.configPath}`,
            why: 'every run fails with E_CONFIG_FILE',
            fix:
              facts.folder === '.'
                ? 'remove `working-directory`'
                : `write \`working-directory: ${facts.folder}\` below \`with\``,
          },
        ];
  });

/** One run of a stage is not broken off for the next, and two do not run at once. */
export const jobsWaitForEachOther: LocalCheck = (facts) =>
  callingJobs(facts)
    .filter(({ kind }) => kind !== 'promote')
    .flatMap(({ job: { group, cancelsInProgress }, place }): Finding[] => [
      ...(cancelsInProgress
        ? [
            {
              level: 'error',
              check: 'cancel-in-progress',
              place: `${place}, concurrency`,
              what: '`cancel-in-progress: true` cancels a deploy when the next one starts',
              why: 'CloudFormation continues what it has begun, and the next run has to wait or recover',
              fix: 'write `cancel-in-progress: false`',
            } as const,
          ]
        : []),
      ...(group === undefined
        ? [
            {
              level: 'warning',
              check: 'concurrency',
              place,
              what: 'has no `concurrency`',
              why: 'runs of the same stage wait for each other while their minutes are billed',
              fix: 'copy `concurrency` from the template of this workflow',
            } as const,
          ]
        : []),
    ]);

/** The product is used at a version, the same one everywhere; other actions at one that does not move by itself. */
export const usesArePinned: LocalCheck = ({ workflows, product }) => {
  const isOurs = (used: Used) => isProduct(used, product);
  const ours = workflows.flatMap((workflow) => usedBy(workflow).filter(isOurs));
  const versions = [...new Set(ours.map(({ ref }) => ref))];
  const owners = [...new Set(ours.map(({ repository }) => repository))];
  const placeholders = workflows.filter(({ hasPlaceholder }) => hasPlaceholder);
  return [
    ...placeholders.map(
      ({ path }): Finding => ({
        level: 'error',
        check: 'placeholder',
        place: path,
        what: 'still uses the placeholder OWNER/serverless-stages',
        why: 'GitHub finds no such workflow and starts nothing',
        fix: `sed -i 's|OWNER/serverless-stages|your-owner/serverless-stages|' ${path}`,
      }),
    ),
    ...(versions.length > 1 || (owners.length > 1 && placeholders.length === 0)
      ? [
          {
            level: 'error',
            check: 'versions-differ',
            place: workflows
              .filter((one) => usedBy(one).some(isOurs))
              .map(({ path }) => path)
              .join(', '),
            what: `serverless-stages is used as ${[...new Set(ours.map(({ repository, ref }) => `${repository}@${ref}`))].join(', ')}`,
            why: 'one version may not read the records of the other',
            fix: 'use the same version everywhere',
          } as const,
        ]
      : []),
    ...workflows.flatMap((workflow) =>
      usedBy(workflow)
        .filter((used) => isMoving(used))
        .map(
          (used): Finding => ({
            level: 'warning',
            check: 'unpinned',
            place: workflow.path,
            what: `uses ${used.repository} at the branch "${used.ref}"`,
            why: 'anyone who can push to that branch runs code in these jobs',
            fix: isOurs(used)
              ? 'write @v1, or all 40 digits of a commit'
              : 'write all 40 digits of a commit, or a tag that you trust',
          }),
        ),
    ),
  ];
};

function usedBy({ jobs }: Workflow): Used[] {
  const all = jobs.flatMap(({ uses, steps }) => [...(uses === undefined ? [] : [uses]), ...steps]);
  return all.filter(
    (used, index) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(used)) === index,
  );
}

/** A tag begins with a digit or `v` and a digit by convention; anything else that is no commit moves. */
function isMoving({ ref }: Used): boolean {
  return !/^[0-9a-f]{40}$|^v?\d/.test(ref) && !ref.includes('${{');
}
