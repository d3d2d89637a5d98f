import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../world/world.ts';
import { type Application, deploy, makeApplication, servicesOf, stagesFile } from './deployment.ts';
import { inFolder, stubCli, stubService } from './stub-cli.ts';
import { annotationsOf, changesIn, expectSuccess } from './verdict.ts';

const WORKSHOP = resolve(import.meta.dirname, '../../examples/workshop');
const DATABASE = readFileSync(join(WORKSHOP, 'backend-database/serverless.yml'), 'utf8');
/** The key of the table of the example, which CloudFormation can change by a new table alone. */
const OTHER_KEY = DATABASE.replaceAll('AttributeName: id', 'AttributeName: email');

let world: World;
const applications: Application[] = [];
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  await world.close();
  for (const each of applications) each.remove();
});

const serviceOf = (text: string, name: string) =>
  text.replace('workshop-database', name).replace('workshop-submissions', name);

/** Deploys the example's database with osls, then with another key, with these waivers. */
async function changeKey(name: string, waivers: readonly object[] = []) {
  const file = stagesFile({ database: 'database' }, {}, { app: name });
  const application = makeApplication({
    'serverless-stages.yml': file,
    'database/serverless.yml': serviceOf(DATABASE, name),
  });
  applications.push(application);
  expectSuccess((await deploy(world, application.folder)).step);
  const table = () => world.aws.stacks.find(`${name}-dev`)?.resources.get('Submissions');
  const before = table()?.physicalId;
  application.write({
    'serverless-stages.yml': stagesFile({ database: 'database' }, {}, { app: name, waivers }),
    'database/serverless.yml': serviceOf(OTHER_KEY, name).replace('TableName: ', 'TableName: new-'),
  });
  return { ...(await deploy(world, application.folder)), table, before };
}

const waiver = (until: string) => ({
  safeguard: 'no-stateful-replacement',
  service: 'database',
  resource: 'Submissions',
  owner: 'platform team',
  reason: 'nobody uses it yet',
  until,
});

describe('a table of the example whose key changes', () => {
  it('I1 is kept from being replaced in a configured stage, with the resource, the reason and the waiver to write', async () => {
    const { step, calls, table, before } = await changeKey('key-kept');
    expect(step.exitCode).toBe(1);
    const error = annotationsOf(step, 'error').at(-1)?.message ?? '';
    expect(error).toMatch(/^E_SAFEGUARD: .*replaces Submissions \(AWS::DynamoDB::Table\), and the data in it/);
    expect(error).toContain('safeguard: no-stateful-replacement, service: database, resource: Submissions');
    const [place] = annotationsOf(step, 'error');
    const line = DATABASE.split('\n').findIndex((text) => text.includes('Submissions:')) + 1;
    expect(place?.properties).toMatchObject({ file: 'database/serverless.yml', line: `${line}` });
    expect(changesIn(calls)).toEqual([]);
    expect(table()?.physicalId).toBe(before);
    expect(servicesOf(step)['database']).toMatchObject({ status: 'failed', error: { code: 'E_SAFEGUARD' } });
    expect(step.summary).toContain('| ❌ failed | database |');
    expect(step.summary).toMatch(/\| database \| replace \| Submissions \| .*DynamoDB.* \| ⚠️ holds data \|/);
  });

  it('is replaced with a waiver, and the summary shows who waived it until when', async () => {
    const { step, table, before } = await changeKey('key-waived', [waiver('2099-12-31')]);
    expectSuccess(step);
    expect(table()?.physicalId).not.toBe(before);
    expect(step.summary).toMatch(/waived until 2099.12.31 by platform team: nobody uses it yet/);
  });

  it('is kept when the waiver is over', async () => {
    const { step, table, before } = await changeKey('key-over', [waiver('2020-01-01')]);
    expect(annotationsOf(step, 'error').at(-1)?.message).toMatch(/^E_SAFEGUARD: /);
    expect(step.summary).toMatch(/the waiver of platform team ended on 2020.01.01/);
    expect(table()?.physicalId).toBe(before);
  });
});

describe('a template that is changed on its way', () => {
  it('fails the verdict, is not undone, and is deployed again by the next run', async () => {
    const beforeDeploy = `
      const file = path.join(folder, 'serverless-state.json');
      const state = JSON.parse(fs.readFileSync(file, 'utf8'));
      state.service.provider.compiledCloudFormationTemplate.Resources.Extra = { Type: 'AWS::SNS::Topic' };
      fs.writeFileSync(file, JSON.stringify(state));`;
    const application = makeApplication(
      {
        'serverless-stages.yml': stagesFile({ api: 'api' }),
        ...stubCli({ name: 'osls', version: '4.3.1', beforeDeploy }),
        ...inFolder('api', stubService('changed-on-its-way')),
      },
      [],
    );
    applications.push(application);
    const { step } = await deploy(world, application.folder);
    expect(annotationsOf(step, 'error').map(({ message }) => message)).toEqual([
      expect.stringMatching(/^E_TEMPLATE_CHANGED: the stack changed-on-its-way-dev of "api"/),
    ]);
    expect([...(world.aws.stacks.find('changed-on-its-way-dev')?.resources.keys() ?? [])]).toContain('Extra');
    application.write(stubCli({ name: 'osls', version: '4.3.1' }));
    const next = await deploy(world, application.folder);
    expectSuccess(next.step);
    expect([...(world.aws.stacks.find('changed-on-its-way-dev')?.resources.keys() ?? [])]).not.toContain('Extra');
  });
});
