import { licenceOf } from '../../core/serverless/cli.ts';
import { readChecks } from '../../io/configuration.ts';
import { withPrivateFolder } from '../../io/private-work.ts';
import { readRunContext } from '../../io/runner/context.ts';
import { runAction } from '../../io/runner/run-action.ts';
import { openCheck } from '../../stage/open/check.ts';
import { contract } from './contract.ts';
import { run } from './run.ts';

export const main = () =>
  runAction(contract, async (inputs) => {
    const context = readRunContext();
    const checks = await readChecks(inputs, context.workspace);
    return withPrivateFolder(context.tempFolder, 'serverless-stages-check', async (folder) => {
      const { concurrency, 'working-directory': workingDirectory } = inputs;
      const licence = licenceOf(inputs);
      return run(checks, await openCheck({ workingDirectory, licence, concurrency, folder }, context));
    });
  });
