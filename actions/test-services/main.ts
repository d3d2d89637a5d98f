import { join } from 'node:path';
import { discoverServices } from '../../core/service/discover.ts';
import { readServices } from '../../io/configuration.ts';
import { workspaceFolder } from '../../io/files/workspace.ts';
import { readRunContext } from '../../io/runner/context.ts';
import { runnerLog as log } from '../../io/runner/log.ts';
import { runAction } from '../../io/runner/run-action.ts';
import { workspaceFiles } from '../../io/services.ts';
import { runTests } from '../../io/shell.ts';
import { contract } from './contract.ts';
import { run } from './run.ts';

export const main = () =>
  runAction(contract, async (inputs) => {
    const { workspace } = readRunContext();
    const root = await workspaceFolder(workspace, inputs['working-directory'], 'working-directory');
    const services = await readServices(inputs, workspace);
    const files = workspaceFiles(root);
    return run(inputs, {
      discover: () => discoverServices(files, services, () => undefined),
      readManifest: ({ path }) => files.read(join(path, 'package.json')),
      runTests: (service, line) => runTests(root, service, line),
      log,
    });
  });
