import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Files } from '../world/repository.ts';
import { startWorld, type World } from '../world/world.ts';
import { checkOut, type Deployment, deploy, stagesFile } from './deployment.ts';
import { checkedOf, errorOf } from './safeguards-checked.ts';
import { inFolder, type StubCli, stubCalls, stubCli, stubService } from './stub-cli.ts';
import { changesIn, expectSuccess } from './verdict.ts';

const REFUSES = `export default () => [{ message: 'not like this', resource: 'Queue' }];\n`;
const PASSES = 'export default () => [];\n';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** A checkout of a commit with a service that this policy checks; `below` is the application's folder. */
function folderOf(app: string, path: string, files: Files, cli: Partial<StubCli> = {}, below = ''): string {
  const safeguards = [{ title: 'mine', safeguard: 'javascript', config: { path } }];
  const application = {
    'serverless-stages.yml': stagesFile({ api: 'api' }, { safeguards }, { app }),
    ...inFolder('api', stubService(`${app}-api`)),
  };
  const stub = stubCli({ name: 'osls', version: '4.3.1', ...cli }) as Record<string, string>;
  const at = (some: Record<string, string>) => (below === '' ? some : inFolder(below, some));
  return checkOut(world, { ...at(application), ...files }, at(stub), `policies/${app}`);
}

function expectRefused({ step, calls }: Deployment): void {
  expect(errorOf(step)).toMatch(/^E_SAFEGUARD: .*mine: not like this/);
  expect(checkedOf(step, 'api')['mine']?.findings).toMatchObject([{ resource: 'Queue', level: 'error' }]);
  expect(changesIn(calls)).toEqual([]);
}

describe('the file of a policy', () => {
  it('is found from the folder of serverless-stages.yml, and keeps the service from being deployed', async () => {
    const files = { 'backend/policies/no.js': REFUSES, 'policies/no.js': PASSES };
    const inputs = { 'working-directory': 'backend' };
    const folder = folderOf('below', 'policies/no.js', files, {}, 'backend');
    expectRefused(await deploy(world, folder, { inputs, loadInputs: inputs }));
  });

  it('may have 64 KiB', async () => {
    const files = { 'large.js': PASSES.padEnd(65_536, '/') };
    expectSuccess((await deploy(world, folderOf('large', 'large.js', files))).step);
  });

  it('is the one of the commit, whatever the framework makes of it while it packages', async () => {
    const before = `fs.writeFileSync(path.join(workspace, 'policies/no.js'), ${JSON.stringify(PASSES)});`;
    const folder = folderOf('rewritten', 'policies/no.js', { 'policies/no.js': REFUSES }, { before });
    expectRefused(await deploy(world, folder));
    expect(stubCalls(folder).map(({ command }) => command)).toContain('package');
  });

  it.each<[what: string, app: string, path: string, files: Files]>([
    ['that is not there', 'missing', 'none.js', {}],
    ['that has more than 64 KiB', 'too-large', 'large.js', { 'large.js': PASSES.padEnd(65_537, '/') }],
    ['that is a folder', 'folder', 'policies.js', { 'policies.js/none.js': PASSES }],
    ['that is a link out of the repository', 'linked', 'passwd.js', { 'passwd.js': { link: '/etc/passwd' } }],
    ['that is out of the repository', 'outside', '../outside.js', {}],
    ['of the machine', 'absolute', '/etc/passwd.js', {}],
  ])('%s is refused before anything is asked of AWS', async (_what, app, path, files) => {
    const context = { ...world.withIdToken(world.dispatchRun('refs/heads/master'), 'dev') };
    const step = await world.job(context).run({
      action: 'load-profile',
      inputs: { stage: 'dev' },
      workspace: folderOf(app, path, files),
    });
    expect(step.exitCode).not.toBe(0);
    expect(errorOf(step)).toMatch(/^E_CONFIG(_FILE)?: \S.* – \S/s);
    expect(step.log).not.toContain('root:');
  });
});
