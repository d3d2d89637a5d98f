import { createHash } from 'node:crypto';
import type { DeployResult, ServiceResult } from '../deploy/result.ts';
import { POLICIES } from '../safeguards/catalogue.ts';
import type { SafeguardResult, ShownFinding } from '../safeguards/evaluate.ts';
import { findingText } from '../safeguards/policy/policy.ts';

/** Where a finding is shown that has no place of its own. */
const NO_PLACE = 'serverless-stages.yml';

/** Most runs that code scanning takes of one file. */
const MOST_RUNS = 20;

/**
 * Renders the findings of a deploy's safeguards as SARIF 2.1.0, as code scanning takes it (docs.github.com, "SARIF support for code
 * scanning"): a run for each deployment that was checked, so that what was left alone keeps its alerts. A waived finding is
 * suppressed, and each run names the commit and the ref that it is of. Undefined if nothing was checked.
 */
export function renderSarif(result: DeployResult, repository: string): string | undefined {
  const checked = result.services.filter(({ safeguards }) => safeguards !== undefined);
  const runs = checked.slice(0, MOST_RUNS).map((service) => runOf(service, result, repository));
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs };
  return checked.length === 0 ? undefined : `${JSON.stringify(log, null, 2)}\n`;
}

function runOf(
  { key, region, safeguards = [] }: ServiceResult,
  { app, stage, commit, ref }: DeployResult,
  repository: string,
) {
  const ids = [...new Set(safeguards.filter(({ findings }) => findings.length > 0).map(({ id }) => id))];
  return {
    tool: { driver: { name: 'Serverless Stages safeguards', rules: ids.map(ruleOf) } },
    automationDetails: { id: `serverless-stages/${app}/${stage}/${region}/${key}/` },
    ...(commit === undefined
      ? {}
      : { versionControlProvenance: [{ repositoryUri: repository, revisionId: commit, branch: branchOf(ref) }] }),
    originalUriBaseIds: { '%SRCROOT%': { uri: 'file:///' } },
    results: safeguards.flatMap((safeguard) =>
      safeguard.findings.map((finding) => resultOf(`${stage}/${region}/${key}`, key, safeguard, finding)),
    ),
  };
}

/** Code scanning knows the head of a pull request by this name. */
function branchOf(ref: string): string {
  return /^refs\/pull\/\d+$/.test(ref) ? `${ref}/head` : ref;
}

function ruleOf(id: string) {
  const text = Object.hasOwn(POLICIES, id)
    ? `Checks that ${POLICIES[id as keyof typeof POLICIES].checks}.`
    : 'A policy of this repository.';
  return {
    id,
    name: id,
    shortDescription: { text: id },
    fullDescription: { text },
    help: { text: `${text} See docs/safeguards.md of Serverless Stages.` },
  };
}

function resultOf(of: string, service: string, { id }: SafeguardResult, finding: ShownFinding) {
  const { what, resource = '', level, waiver, place = { file: NO_PLACE } } = finding;
  // Numbers in a text change with each deploy.
  const known = [of, id, resource, what.replace(/\d+/g, '0')].join('\n');
  const fingerprint = `${createHash('sha256').update(known).digest('hex').slice(0, 16)}:1`;
  return {
    ruleId: id,
    level,
    message: { text: `${service}: ${findingText(finding)}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(place.file), uriBaseId: '%SRCROOT%' },
          region: { startLine: place.line ?? 1 },
        },
      },
    ],
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    ...(waiver === undefined || waiver.hasExpired
      ? {}
      : {
          suppressions: [
            { kind: 'external', justification: `${waiver.owner}, until ${waiver.until}: ${waiver.reason}` },
          ],
        }),
  };
}
