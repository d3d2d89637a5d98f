import { readServices } from '../../io/configuration.ts';
import { workspaceFolder } from '../../io/files/workspace.ts';
import { findPackageFolders, whileInstalling } from '../../io/packages.ts';
import { readRunContext } from '../../io/runner/context.ts';
import { runnerLog as log } from '../../io/runner/log.ts';
import { runAction } from '../../io/runner/run-action.ts';
import { contract } from './contract.ts';
import { run } from './run.ts';

export const main = () =>
  runAction(contract, async (inputs) => {
    const { workspace } = readRunContext();
    const top = await workspaceFolder(workspace, '.', 'GITHUB_WORKSPACE');
    const root = await workspaceFolder(workspace, inputs['working-directory'], 'working-directory');
    const services = await readServices(inputs, workspace);
    return whileInstalling(top, (install) =>
      run(inputs, { findPackageFolders: () => findPackageFolders(top, root, services), install, log }),
    );
  });
