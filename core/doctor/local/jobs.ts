import { callingJobs, type LocalCheck, workingDirectory } from '../clone.ts';
import type { Finding } from '../finding.ts';
import { neededSecrets, secretParameters } from '../needed-secrets.ts';
import type { ProductWorkflow } from '../workflow.ts';

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
    if (job.secrets === undefined) {
      return [];
    }
    const named = secretParameters(config, one);
    const needed = neededSecrets(config, one).filter((name) => !(name in (job.secrets ?? {})));
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
