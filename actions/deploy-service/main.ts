import { openStackReader } from '../../io/aws/cloudformation.ts';
import { readConfiguration } from '../../io/configuration.ts';
import { makePrivateFolder, removeAll } from '../../io/files/private.ts';
import { readCredentialsFile, readParametersFile } from '../../io/files/profile-files.ts';
import { workspaceFolder } from '../../io/files/workspace.ts';
import { readRunContext } from '../../io/runner/context.ts';
import { runnerLog as log } from '../../io/runner/log.ts';
import { cleanUpOnSignal } from '../../io/runner/on-signal.ts';
import { runAction } from '../../io/runner/run-action.ts';
import { findCli } from '../../io/serverless/find-cli.ts';
import { createServerlessRunner } from '../../io/serverless/runner.ts';
import { findServices } from '../../io/services.ts';
import { contract } from './contract.ts';
import { run } from './run.ts';

export const main = () =>
  runAction(contract, async (inputs) => {
    const { workspace, tempFolder } = readRunContext();
    const configuration = await readConfiguration(inputs, workspace);
    const top = await workspaceFolder(workspace, '.', 'GITHUB_WORKSPACE');
    const root = await workspaceFolder(workspace, inputs['working-directory'], 'working-directory');
    const session = await readCredentialsFile(inputs['credentials-file']);
    const parameters = await readParametersFile(inputs['parameters-file']);
    const folder = await makePrivateFolder(tempFolder, 'serverless-stages-deploy');
    cleanUpOnSignal(folder);
    return run(inputs, {
      configuration,
      session,
      parameters,
      root,
      findServices,
      findCli: (service) => findCli(service, top),
      createRunner: (parts) => createServerlessRunner({ ...parts, folder }),
      stacks: openStackReader(session),
      log,
      clock: () => performance.now(),
    }).finally(() => removeAll(folder));
  });
