import { createHash } from 'node:crypto';
import type { DeployResult } from '../deploy/result.ts';
import { POLICIES } from '../safeguards/catalogue.ts';
import type { SafeguardResult, ShownFinding } from '../safeguards/evaluate.ts';

/** Where a finding is shown that has no place of its own. */
const NO_PLACE = 'serverless-stages.yml';

/**
 * Renders the findings of a deploy's safeguards as SARIF 2.1.0, as code scanning takes it (docs.github.com, "SARIF support for code
 * scanning"): a waived one is suppressed, and the result names the commit and the ref that it is of. Undefined if nothing was checked.
 */
export function renderSarif(result: DeployResult, repository: string): string | undefined {
  const found = result.services.flatMap(({ key, region, safeguards = [] }) =>
    safeguards.flatMap((safeguard) =>
      safeguard.findings.map((finding) => ({ service: key, region, safeguard, finding })),
    ),
  );
  if (result.services.every(({ safeguards }) => safeguards === undefined)) {
    return undefined;
  }
  const ids = [...new Set(found.map(({ safeguard }) => safeguard.id))];
  const run = {
    tool: {
      driver: {
        name: 'Serverless Stages safeguards',
        rules: ids.map((id) => ({
          id,
          shortDescription: { text: Object.hasOwn(POLICIES, id) ? POLICIES[id as keyof typeof POLICIES].checks : id },
        })),
      },
    },
    automationDetails: { id: `serverless-stages/${result.app}/${result.stage}/` },
    ...(result.commit === undefined
      ? {}
      : {
          versionControlProvenance: [{ repositoryUri: repository, revisionId: result.commit, branch: result.ref }],
        }),
    originalUriBaseIds: { '%SRCROOT%': { uri: 'file:///' } },
    results: found.map(({ service, region, safeguard, finding }) =>
      resultOf(`${result.stage}/${region}/${service}`, service, safeguard, finding),
    ),
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultOf(of: string, service: string, { id }: SafeguardResult, finding: ShownFinding) {
  const { what, fix, resource = '', level, waiver, place = { file: NO_PLACE } } = finding;
  const fingerprint = createHash('sha256').update([of, id, resource, what].join('\n')).digest('hex');
  return {
    ruleId: id,
    level,
    message: { text: `${service}: ${what}${fix === '' ? '' : ` – ${fix}`}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(place.file), uriBaseId: '%SRCROOT%' },
          region: { startLine: place.line ?? 1 },
        },
      },
    ],
    partialFingerprints: { 'serverlessStages/v1': fingerprint },
    ...(waiver === undefined || waiver.hasExpired
      ? {}
      : {
          suppressions: [
            { kind: 'external', justification: `${waiver.owner}, until ${waiver.until}: ${waiver.reason}` },
          ],
        }),
  };
}
