import { openStackReader } from '../../io/aws/cloudformation.ts';
import { readDeploymentSource } from '../../io/deployment.ts';
import { withPrivateFolder } from '../../io/private-work.ts';
import { readRunContext } from '../../io/runner/context.ts';
import { runnerLog as log } from '../../io/runner/log.ts';
import { runAction } from '../../io/runner/run-action.ts';
import { createServerlessRunner } from '../../io/serverless/runner.ts';
import { findServices } from '../../io/services.ts';
import { contract } from './contract.ts';
import { type Dependencies, run } from './run.ts';

export const main = () =>
  runAction(contract, async (inputs) => {
    const { workspace, tempFolder } = readRunContext();
    const source = await readDeploymentSource(inputs, workspace);
    return withPrivateFolder(tempFolder, 'serverless-stages-deploy', (folder) => {
      const createRunner: Dependencies['createRunner'] = (parts) => createServerlessRunner({ ...parts, folder });
      const stacks = openStackReader(source.session);
      return run(inputs, { ...source, findServices, createRunner, stacks, log, clock: () => performance.now() });
    });
  });
