import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleOf } from '../sample.ts';
import { startWorld, type World } from '../world/world.ts';
import { type Application, type Deployment, deploy, makeApplication, servicesOf, stagesFile } from './deployment.ts';
import { inFolder, type StubCli, stubCalls, stubCli, stubService } from './stub-cli.ts';
import { changesIn, expectFailure, expectSuccess } from './verdict.ts';

let world: World;
const applications: Application[] = [];
beforeAll(async () => {
  world = await startWorld();
});
afterEach(() => {
  for (const { folder } of applications) endRewriter(folder);
});
afterAll(async () => {
  await world.close();
  for (const each of applications) each.remove();
});

function endRewriter(folder: string): void {
  const file = join(folder, 'rewriter.pid');
  if (!existsSync(file)) return;
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 'SIGKILL');
  } catch {
    // It has ended by itself since.
  }
}

async function deployWith(
  name: string,
  stub: Partial<StubCli>,
): Promise<Deployment & { folder: string; commands: string[] }> {
  const files = {
    'serverless-stages.yml': stagesFile({ api: 'api' }),
    ...stubCli({ name: 'osls', version: '4.3.1', ...stub }),
    ...inFolder('api', stubService(name)),
  };
  const application = makeApplication(files, []);
  applications.push(application);
  const { folder } = application;
  const deployment = await deploy(world, folder);
  return { ...deployment, folder, commands: stubCalls(folder).map(({ command }) => command) };
}

/** A process of a session of its own that runs `body` every five milliseconds, with `n` counting, until the package is gone. */
const rewriting = (body: string) => `
  const program = \`const fs = require('node:fs'); const path = require('node:path');
    const folder = \${JSON.stringify(folder)}; let n = 0;
    const once = () => { n += 1; try { ${body} } catch (error) { if (!fs.existsSync(folder)) process.exit(); } };
    once(); fs.writeFileSync(\${JSON.stringify(path.join(workspace, 'rewriter.pid'))}, String(process.pid));
    setInterval(once, 5); setTimeout(() => process.exit(), 60000);\`;
  spawn(process.execPath, ['-e', program], { detached: true, stdio: 'ignore' }).unref();
  while (!fs.existsSync(path.join(workspace, 'rewriter.pid'))) await sleep(5);`;

describe('a package that changes between the check and the deploy', () => {
  async function expectChanged(name: string, body: string): Promise<void> {
    // AWS takes its time between the two looks at the package, however busy this machine is.
    const slow = world.aws.faults.add({ service: 'ssm', action: 'PutParameter', delayMs: 300 });
    const { step, calls, commands } = await deployWith(name, { afterPackage: rewriting(body) });
    slow.remove();
    expectFailure(step, 'E_PACKAGE_CHANGED');
    expect(step.outputs['status']).toBe('failed');
    expect(commands).toEqual(['package']);
    expect(changesIn(calls)).toEqual([]);
    expect(world.aws.stacks.find(`${name}-dev`)).toBeUndefined();
    expect(servicesOf(step)['api']).toMatchObject({ status: 'failed', error: { code: 'E_PACKAGE_CHANGED' } });
  }

  // Written in place and by one call, so that a reader finds the one text or the other and no file comes or goes.
  const inPlace = (file: string, text: string) => `
    const handle = fs.openSync(path.join(folder, '${file}'), 'r+');
    fs.writeSync(handle, ${text}, 0); fs.closeSync(handle);`;

  it.each([
    ['file', inPlace('cloudformation-template-update-stack.json', "String(n).padStart(8, '0')")],
    [
      'template',
      `globalThis.text ??= fs.readFileSync(path.join(folder, 'serverless-state.json'), 'utf8');
       ${inPlace('serverless-state.json', "globalThis.text.replace('SQS::Queue', String(n).padStart(10, '0'))")}`,
    ],
  ])('E36 is not deployed: another %s', (what, body) => expectChanged(`changing-${what}`, body));

  // What keeps writing also disturbs the hash and the removal of the folder: neither may hide what was found.
  it.each([
    ['come', "fs.writeFileSync(path.join(folder, 'more-' + n), '');"],
    [
      'come and go',
      "fs.writeFileSync(path.join(folder, 'more-' + n), ''); fs.rmSync(path.join(folder, 'more-' + (n - 1)), { force: true });",
    ],
  ])('E36 is not deployed: files %s', (what, body) => expectChanged(`restless-${what.length}`, body));

  it('E36 is deployed where nobody touched it', async () => {
    const { step, commands } = await deployWith('quiet', {});
    expectSuccess(step);
    expect(commands).toEqual(['package', 'deploy']);
  });
});

describe('a package', () => {
  it('is deployed from the very folder that it was made in, outside of the workspace', async () => {
    const { folder } = await deployWith('same-folder', {});
    const [packaged, deployed] = stubCalls(folder).map(({ argv }) => argv[argv.indexOf('--package') + 1]);
    expect(packaged).toBe(deployed);
    expect(packaged?.startsWith(folder)).toBe(false);
    expect(existsSync(packaged ?? '')).toBe(false);
  });

  it.each(
    sampleOf([
      [
        'is of another stage',
        "state.service.provider.stage = 'prod'; state.package.artifactDirectoryName = 'serverless/x/prod/1';",
      ],
      ['is of another region', "state.service.provider.region = 'eu-west-1';"],
      ['has no template', 'delete state.service.provider.compiledCloudFormationTemplate;'],
    ]),
  )('E_PACKAGE_FAILED is not deployed where it %s', async (what, change) => {
    const rewrite = `const file = path.join(folder, 'serverless-state.json');
      const state = JSON.parse(fs.readFileSync(file, 'utf8')); ${change} fs.writeFileSync(file, JSON.stringify(state));`;
    const { step, calls, commands } = await deployWith(`wrong-${what.length}`, { afterPackage: rewrite });
    expectFailure(step, 'E_PACKAGE_FAILED');
    expect(commands).toEqual(['package']);
    expect(changesIn(calls)).toEqual([]);
  });

  it.each(
    sampleOf([
      ['was not made at all', 'fs.rmSync(folder, { recursive: true, force: true });'],
      ['cannot be read', "fs.writeFileSync(path.join(folder, 'serverless-state.json'), '{');"],
      ['says nothing of its service', "fs.writeFileSync(path.join(folder, 'serverless-state.json'), '{}');"],
    ]),
  )('E_PACKAGE_FAILED is not deployed where it %s', async (what, change) => {
    const { step, calls, commands } = await deployWith(`absent-${what.length}`, { afterPackage: change });
    expectFailure(step, 'E_PACKAGE_FAILED');
    expect(commands).toEqual(['package']);
    expect(changesIn(calls)).toEqual([]);
  });

  it('E_PACKAGE_FAILED says what the CLI said', async () => {
    const { step } = await deployWith('broken', {
      before: "throw new Error('Cannot resolve variable at provider.x');",
    });
    expect(expectFailure(step, 'E_PACKAGE_FAILED').message).toContain('Cannot resolve variable at provider.x');
  });
});
