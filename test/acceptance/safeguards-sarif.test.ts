import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handedOver } from '../world/workflow.ts';
import { startWorld, type World } from '../world/world.ts';
import { checkOut, deploy, makeApplication, stagesFile } from './deployment.ts';
import { loadProfileIn } from './loaded-profile.ts';
import { inFolder, QUEUE, stubCli, stubService } from './stub-cli.ts';
import { expectSuccess } from './verdict.ts';

interface Result {
  readonly ruleId: string;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region?: { readonly startLine?: number };
    };
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions?: readonly { readonly kind: string; readonly justification?: string }[];
}

interface Sarif {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly Result[];
    readonly versionControlProvenance: readonly { readonly revisionId: string; readonly branch: string }[];
  }[];
}

const PAGES = { Type: 'AWS::S3::Bucket', Properties: { AccessControl: 'PublicRead' } };
const BUS = { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'company-bus' } };
/** A service whose configuration has the resource on the line that is returned with it. */
function service(name: string, id: string, resource: object, lines = 0) {
  const files = stubService(name, { Resources: { ...QUEUE.Resources, [id]: resource } });
  const yaml = `${files['serverless.yml']}${'#\n'.repeat(lines)}resources:\n  Resources:\n    ${id}: ${JSON.stringify(resource)}\n`;
  return { ...files, 'serverless.yml': yaml };
}
const lineOf = (files: { 'serverless.yml': string }, id: string) =>
  files['serverless.yml'].split('\n').findIndex((line) => line.includes(`${id}:`)) + 1;

const failing = service('sarif-failing', 'Pages', PAGES);
const waived = service('sarif-waived', 'Bus', BUS);
const SAFEGUARDS = [{ 'stage-in-names': { level: 'warning' } }, 'no-public-bucket'];
const WAIVER = { safeguard: 'stage-in-names', service: 'waived', owner: 'platform team', reason: 'one for all' };

const files = (lines: number) => ({
  'serverless-stages.yml': stagesFile(
    { failing: 'failing', warned: 'warned', waived: 'waived' },
    { safeguards: SAFEGUARDS },
    { app: 'sarif', waivers: [{ ...WAIVER, until: '2099-12-31' }] },
  ),
  ...inFolder('failing', service('sarif-failing', 'Pages', PAGES, lines)),
  ...inFolder('warned', service('sarif-warned', 'Bus', BUS, lines)),
  ...inFolder('waived', waived),
});

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** Deploys `files` of a branch in a job of its own; returns the SARIF file before and its path after the job's end. */
async function run(lines: number) {
  const folder = checkOut(world, files(lines), stubCli({ name: 'osls', version: '4.3.1' }), 'sarif');
  const commit = world.repository.head('sarif');
  const context = { ...world.dispatchRun('refs/heads/master'), sha: commit, workspace: folder };
  const inputs = { stage: 'dev' };
  const { job, profile } = await loadProfileIn(world, { context, environment: 'dev', env: {}, inputs });
  const given = { ...inputs, ...handedOver(profile), services: 'all' };
  const step = await job.run({ ...world.withIdToken(context, 'dev'), action: 'deploy-service', inputs: given });
  const path = step.outputs['sarif'] ?? '';
  const sarif = JSON.parse(readFileSync(path, 'utf8')) as Sarif;
  await job.finish();
  return { path, sarif, commit, results: sarif.runs.flatMap(({ results }) => results) };
}

describe('the SARIF file of a deploy', () => {
  let told: Awaited<ReturnType<typeof run>>;
  beforeAll(async () => {
    told = await run(0);
  });

  it('is gone after the end of the job', () => {
    expect(told.path).toMatch(/\.sarif$/);
    expect(existsSync(told.path)).toBe(false);
  });

  it('is what code scanning takes: SARIF 2.1.0 with a tool, its rules, and the commit and ref that it is of', () => {
    expect(told.sarif).toMatchObject({ $schema: expect.stringContaining('sarif'), version: '2.1.0' });
    // One for each service that was checked: what was left alone keeps its alerts.
    expect(told.sarif.runs.length).toBeGreaterThan(1);
    const [{ tool, versionControlProvenance } = { tool: undefined }] = told.sarif.runs;
    expect(tool?.driver.name).toMatch(/\S/);
    const rules = told.sarif.runs.flatMap((run) => run.tool.driver.rules.map(({ id }) => id));
    expect([...new Set(rules)].sort()).toEqual(['no-public-bucket', 'stage-in-names']);
    expect(versionControlProvenance).toMatchObject([{ revisionId: told.commit, branch: 'refs/heads/master' }]);
  });

  // GitHub, "SARIF support for code scanning": each of these is required of a rule.
  it('has the texts of each rule that code scanning requires', () => {
    const text = { text: expect.stringMatching(/\S/) };
    for (const rule of told.sarif.runs.flatMap(({ tool }) => tool.driver.rules)) {
      expect(rule).toMatchObject({ shortDescription: text, fullDescription: text, help: text });
    }
  });

  // The same page: "Code scanning only uses the primaryLocationLineHash"; nothing else is compared between two uploads.
  it('has the fingerprint that code scanning knows a finding by', () => {
    for (const { partialFingerprints } of told.results) {
      expect(partialFingerprints).toHaveProperty('primaryLocationLineHash', expect.stringMatching(/\S/));
    }
  });

  it('has a result for each finding, at its line, with a level, a message and a fingerprint', () => {
    const shown = told.results.map(({ ruleId, level, locations: [location] }) => {
      const { artifactLocation, region } = location?.physicalLocation ?? {};
      return `${level} ${ruleId} ${artifactLocation?.uri}:${region?.startLine}`;
    });
    const line = lineOf(waived, 'Bus');
    const expected = [
      `error no-public-bucket failing/serverless.yml:${lineOf(failing, 'Pages')}`,
      `warning stage-in-names warned/serverless.yml:${line}`,
      `warning stage-in-names waived/serverless.yml:${line}`,
    ];
    expect(shown.sort()).toEqual(expected.sort());
    const rules = [...new Set(told.sarif.runs.flatMap(({ tool }) => tool.driver.rules.map(({ id }) => id)))];
    for (const { ruleId, message, partialFingerprints } of told.results) {
      expect(rules).toContain(ruleId);
      expect(message.text).toMatch(/\S/);
      expect(Object.values(partialFingerprints)).toContainEqual(expect.stringMatching(/\S/));
    }
    expect(new Set(told.results.map((one) => JSON.stringify(one.partialFingerprints))).size).toBe(3);
  });

  it('suppresses what is waived, and nothing else', () => {
    for (const {
      locations: [location],
      suppressions = [],
    } of told.results) {
      const isWaived = location?.physicalLocation.artifactLocation.uri.startsWith('waived/');
      expect(suppressions).toHaveLength(isWaived ? 1 : 0);
    }
    const [suppression] = told.results.flatMap(({ suppressions = [] }) => suppressions);
    expect(suppression?.kind).toBe('external');
    expect(suppression?.justification).toContain('one for all');
    expect(suppression?.justification).toContain('platform team');
  });

  it('keeps the fingerprint of a finding that has moved to another line', async () => {
    const fingerprints = ({ results }: { results: readonly Result[] }) =>
      results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints)).sort();
    const moved = await run(7);
    expect(fingerprints(moved)).toEqual(fingerprints(told));
    const lines = moved.results.map(({ locations }) => locations[0]?.physicalLocation.region?.startLine);
    expect(lines).toContain(lineOf(failing, 'Pages') + 7);
  });
});

describe('the folder of the application', () => {
  it('is a part of each path, as the repository has it', async () => {
    const application = makeApplication(
      {
        'backend/serverless-stages.yml': stagesFile(
          { api: 'api' },
          { safeguards: ['no-public-bucket'] },
          { app: 'below' },
        ),
        ...inFolder('backend', stubCli({ name: 'osls', version: '4.3.1' }) as Record<string, string>),
        ...inFolder('backend/api', service('sarif-below', 'Pages', PAGES)),
      },
      [],
    );
    const inputs = { 'working-directory': 'backend' };
    const { step } = await deploy(world, application.folder, { inputs, loadInputs: inputs });
    const sarif = JSON.parse(readFileSync(step.outputs['sarif'] ?? '', 'utf8')) as Sarif;
    application.remove();
    const place = { file: 'backend/api/serverless.yml', line: `${lineOf(failing, 'Pages')}` };
    expect(step.annotations.map(({ properties }) => properties)).toContainEqual(expect.objectContaining(place));
    const uris = sarif.runs
      .flatMap(({ results }) => results)
      .map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri);
    expect(uris).toEqual([place.file]);
  });
});

describe('a deploy in which nothing is packaged', () => {
  it('has no SARIF file', async () => {
    const stub = stubCli({ name: 'osls', version: '4.3.1' });
    const alone = {
      'serverless-stages.yml': stagesFile({ api: 'api' }, {}, { app: 'alone' }),
      ...inFolder('api', stubService('sarif-alone')),
    };
    expectSuccess((await deploy(world, checkOut(world, alone, stub, 'alone'))).step);
    const { step } = await deploy(world, checkOut(world, {}, stub, 'alone'));
    expect(step.outputs).toMatchObject({ status: 'unchanged', sarif: '' });
  });
});
