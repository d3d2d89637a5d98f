import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleOf } from '../sample.ts';
import { useInstaller } from './install-run.ts';
import { PROBE_REPORT, packageJson } from './npm-project.ts';
import { expectFailure, expectSuccess } from './verdict.ts';

const tests = useInstaller();

describe('what is installed', () => {
  it('is nothing where there is no package.json', async () => {
    tests.project.write({ 'package.json': null, 'package-lock.json': null });
    const step = await tests.install();
    expectSuccess(step);
    expect(step.outputs['installed'] ?? '').toBe('');
  });

  it('is each folder with a lockfile of its own, once', async () => {
    tests.project.write({
      'api/package.json': packageJson({ probe: 'file:../vendor/probe-1.0.0.tgz' }),
      'web/serverless.yml': 'service: web\nprovider:\n  name: aws\n',
    });
    tests.project.lock('api');
    const step = await tests.install();
    expectSuccess(step);
    expect(step.outputs['installed']?.split(',').sort()).toEqual(['.', 'api']);
    expect(tests.isThere('api/node_modules/probe/package.json')).toBe(true);
    expect(tests.isThere(`api/${PROBE_REPORT}`)).toBe(false);
  });

  it('is the workspace of the root, for a service that is one of its packages', async () => {
    tests.project.write({
      'package.json': packageJson({}, { workspaces: ['api'] }),
      'api/package.json': packageJson({ probe: 'file:../vendor/probe-1.0.0.tgz' }, { name: 'api' }),
    });
    tests.project.lock();
    const step = await tests.install();
    expectSuccess(step);
    expect(step.outputs['installed']).toBe('.');
    expect(tests.isThere('node_modules/probe/package.json')).toBe(true);
  });

  it('is what the services of the configuration need', async () => {
    tests.project.write({
      'serverless-stages.yml': 'not: [read',
      'unused/serverless.yml': 'service: unused\nprovider:\n  name: aws\n',
      'unused/package.json': packageJson({ probe: 'file:../vendor/probe-1.0.0.tgz' }),
      'package-lock.json': null,
      'package.json': null,
      'api/package.json': packageJson({ probe: 'file:../vendor/probe-1.0.0.tgz' }),
    });
    tests.project.lock('api');
    const configuration = JSON.stringify({
      schemaVersion: 1,
      app: 'workshop',
      stage: { name: 'dev', kind: 'configured', ref: 'refs/heads/master', commit: 'a'.repeat(40) },
      profile: {
        name: 'dev',
        region: 'us-east-1',
        environment: 'dev',
        parameters: {},
        exportEnv: [],
        requireParameters: false,
        sessionDuration: 3600,
      },
      services: { api: { path: 'api' } },
    });
    const step = await tests.install({ configuration });
    expectSuccess(step);
    expect(step.outputs['installed']).toBe('api');
    expect(tests.isThere('unused/node_modules')).toBe(false);
  });

  it('is below the working directory', async () => {
    tests.project.write({
      'inner/.npmrc': readFileSync(join(tests.project.folder, '.npmrc')),
      'inner/package.json': packageJson({ probe: 'file:../vendor/probe-1.0.0.tgz' }),
      'inner/api/serverless.yml': 'service: inner\nprovider:\n  name: aws\n',
    });
    tests.project.lock('inner');
    const step = await tests.install({ 'working-directory': 'inner' });
    expectSuccess(step);
    expect(tests.isThere('inner/node_modules/probe/package.json')).toBe(true);
    expect(tests.isThere(`inner/${PROBE_REPORT}`)).toBe(false);
  });
});

describe('an input that does not fit', () => {
  it.each(
    sampleOf([
      ['B12', { 'install-scripts': 'yes' }, /install-scripts/],
      ['B12', { 'install-scripts': '1' }, /install-scripts/],
      ['B12', { 'install-scripts': 'True ' }, /install-scripts/],
      ['a configuration that is none', { configuration: '{}' }, /configuration/],
      ['a folder outside the workspace', { 'working-directory': '..' }, /working-directory/],
    ] as const),
  )('%s %j is an error before anything is installed', async (_id, inputs, words) => {
    expect(expectFailure(await tests.install(inputs), 'E_INPUT').message).toMatch(words);
    expect(tests.isThere('node_modules')).toBe(false);
  });
});
