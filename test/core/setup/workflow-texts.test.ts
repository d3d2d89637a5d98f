import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseConfig } from '../../../core/config/parse.ts';
import { parseWorkflow, type Workflow } from '../../../core/doctor/workflow.ts';
import { configText } from '../../../core/setup/config-text.ts';
import { TEMPLATES, type TemplateName, workflowTexts } from '../../../core/setup/workflow-texts.ts';
import { diagnose } from '../../contract/workflow-rules/language-service.ts';

const templates = Object.fromEntries(
  TEMPLATES.map((name) => [
    name,
    readFileSync(new URL(`../../../workflows-templates/${name}`, import.meta.url), 'utf8'),
  ]),
) as Record<TemplateName, string>;
const readOwn = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

interface Options {
  readonly production?: 'branch' | 'promotion';
  readonly stages?: readonly string[];
  readonly defaultBranch?: string;
  readonly productionBranch?: string;
  readonly folder?: string;
}

function texts({
  production = 'promotion',
  stages = ['dev', 'staging', 'prod'],
  defaultBranch = 'main',
  productionBranch = 'prod',
  folder = '.',
}: Options = {}) {
  const accounts = Object.fromEntries(stages.map((stage) => [stage, '111111111111']));
  const parts = {
    accounts,
    region: 'eu-west-1',
    production,
    app: 'shop',
    stages,
    defaultBranch,
    productionBranch,
    product: 'OWNER/serverless-stages',
  };
  const config = parseConfig(Buffer.from(configText(parts)));
  return {
    config,
    files: workflowTexts({ config, templates, product: 'OWNER/serverless-stages', folder, defaultBranch }),
  };
}
const read = (files: Readonly<Record<string, string>>, name: string) =>
  parseWorkflow(files[`.github/workflows/${name}`] ?? '', name) as Workflow;

describe('the workflows that init writes', () => {
  it.each([
    ['three stages', {}],
    ['stages of other names', { stages: ['test', 'qa', 'live-eu'], productionBranch: 'release/live' }],
    ['a folder', { folder: 'services/api' }],
    [
      'names that begin with a digit',
      { stages: ['2024', '1-qa', 'prod'], defaultBranch: '1.x', productionBranch: 'r$&x' },
    ],
    ['names that hold the template’s', { stages: ['staging-2', 'eu-staging', 'prod-eu'] }],
    ['a folder with blanks', { folder: "it's $1 here" }],
    ['one stage', { stages: ['prod'], production: 'branch' }],
  ] as const)('are right for %s, as GitHub sees it', async (_what, options) => {
    const { files } = texts(options);
    expect(Object.keys(files)).not.toEqual([]);
    for (const [path, text] of Object.entries(files)) {
      expect(await diagnose(path.replace('.github/workflows', 'workflows-templates'), text, readOwn)).toEqual([]);
    }
  });

  it('have a job for each stage, of its own branch, secrets and group', () => {
    const { files } = texts({ stages: ['test', 'qa', 'live-eu'], productionBranch: 'release/live' });
    expect(
      Object.keys(files)
        .map((path) => path.split('/').at(-1))
        .sort(),
    ).toEqual(['live-eu.yml', 'preview.yml', 'promote.yml', 'staging.yml', 'sweep.yml']);
    const staging = read(files, 'staging.yml');
    expect(staging.jobs.map(({ id, with: { stage }, group }) => [id, stage, group?.includes(`'stage-${id}'`)])).toEqual(
      [
        ['test', 'test', true],
        ['qa', 'qa', true],
      ],
    );
    expect(staging.on).toMatchObject({
      push: { branches: ['main'] },
      workflow_dispatch: { inputs: { stage: { options: ['test', 'qa'] } } },
    });
    expect(staging.jobs[1]?.secrets?.['PARAMETERS']).toBe('${{ secrets.PARAMETERS_QA }}');
    const live = read(files, 'live-eu.yml');
    expect(live.on['push']).toEqual({ branches: ['release/live'] });
    expect(live.jobs.find(({ id }) => id === 'approve')?.environment).toBe('live-eu-approval');
    expect(live.jobs.find(({ id }) => id === 'live-eu')).toMatchObject({
      with: { stage: 'live-eu' },
      group: 'stage-live-eu',
      needs: ['approve'],
    });
    expect(Object.values(files).join('')).not.toMatch(/\bprod\b/);
  });

  it('are all there where a stage that is promoted to is called like the file of others', () => {
    const chain = parseConfig(
      Buffer.from(`version: 1
app: shop
profiles: { a: { region: us-east-1 } }
stages:
  dev: { profile: a, branch: main }
  staging: { profile: a, branch: staging }
  prod: { profile: a, branch: prod }
promote: [{ from: dev, to: staging }, { from: staging, to: prod }]
`),
    );
    const files = workflowTexts({
      config: chain,
      templates,
      product: 'OWNER/serverless-stages',
      folder: '.',
      defaultBranch: 'main',
    });
    const jobs = Object.keys(files).flatMap((path) => read(files, path.split('/').at(-1) ?? '').jobs);
    expect(new Set(jobs.flatMap(({ with: { stage } }) => stage ?? []))).toEqual(new Set(['dev', 'staging', 'prod']));
    expect(
      Object.keys(files)
        .map((path) => path.split('/').at(-1))
        .sort(),
    ).toEqual(['prod.yml', 'promote-prod.yml', 'promote-staging.yml', 'staging-stages.yml', 'staging.yml']);
  });

  it('are called after their folder where the repository has other applications', () => {
    const { config } = texts({ folder: 'apps/shop' });
    const parts = { config, templates, product: 'OWNER/serverless-stages', folder: 'apps/shop', defaultBranch: 'main' };
    expect(Object.keys(workflowTexts({ ...parts, suffix: '-apps-shop' }))).toContain(
      '.github/workflows/preview-apps-shop.yml',
    );
  });

  it.each(['prod-eu', 'prod', 'live-prod', 'prod-prod'])('deploy %s, and nothing that is called otherwise', (stage) => {
    const { files } = texts({ stages: ['staging-2', 'eu-staging', stage] });
    const jobs = Object.keys(files).flatMap((path) => read(files, path.split('/').at(-1) ?? '').jobs);
    const deployed = jobs.flatMap(({ id, with: { stage: one } }) => (one === undefined ? [] : [[id, one]]));
    expect(new Set(deployed.map(([, one]) => one))).toEqual(new Set(['staging-2', 'eu-staging', stage]));
    expect(deployed.every(([id, one]) => id === one)).toBe(true);
  });

  it('say nothing of what init sets up itself', () => {
    for (const text of Object.values(texts().files)) expect(text).not.toContain('Set up once');
  });

  it('know the folder, and do not wait for those of another one', () => {
    const { files } = texts({ folder: 'services/api' });
    for (const text of Object.values(files)) {
      const jobs = Object.values(
        parse(text).jobs as Record<
          string,
          { uses?: string; with?: Record<string, unknown>; concurrency?: { group: string } }
        >,
      );
      for (const { uses, with: inputs, concurrency } of jobs) {
        if (uses !== undefined) expect(inputs?.['working-directory']).toBe('services/api');
        if (concurrency !== undefined) expect(concurrency.group).toContain('-services-api');
      }
    }
  });

  it('are the templates, with other names alone', () => {
    const { files } = texts({ defaultBranch: 'master' });
    const bare = (text: string) => text.replace(/^#.*\n/gm, '');
    expect(bare(files['.github/workflows/prod.yml'] ?? '')).toBe(bare(templates['prod.yml']));
    expect(bare(files['.github/workflows/promote.yml'] ?? '')).toBe(bare(templates['promote.yml']));
    expect(bare(files['.github/workflows/staging.yml'] ?? '')).toBe(bare(templates['staging.yml']));
    expect(bare(files['.github/workflows/preview.yml'] ?? '')).toBe(bare(templates['preview.yml']));
  });
});

describe('the configuration that init writes', () => {
  it.each(['branch', 'promotion'] as const)('is a right one, production by %s', (production) => {
    const { config } = texts({ production, defaultBranch: 'release-1.0', productionBranch: 'yes' });
    expect(config.stages?.['prod']).toEqual({ profile: 'prod', branch: 'yes' });
    expect(config.previews?.['target-branches']).toEqual(['release-1.0']);
    expect(config.promote === undefined).toBe(production === 'branch');
    expect(config.profiles['prod']?.['viewer-role'] === undefined).toBe(production === 'branch');
  });
});
