import { licenceOf } from '../../core/serverless/cli.ts';
import { readComparison } from '../../io/comparison.ts';
import { withPrivateFolder } from '../../io/private-work.ts';
import { readRunContext } from '../../io/runner/context.ts';
import { runnerLog as log } from '../../io/runner/log.ts';
import { runAction } from '../../io/runner/run-action.ts';
import { withSource } from '../../io/source.ts';
import { openCheck } from '../../stage/open/check.ts';
import { contract } from './contract.ts';
import { run } from './run.ts';

export const main = () =>
  runAction(contract, async (inputs) => {
    const context = readRunContext();
    const { workspace, tempFolder } = context;
    const comparison = await readComparison(inputs, context);
    return withPrivateFolder(tempFolder, 'serverless-stages-check', async (folder) => {
      const { concurrency, 'working-directory': workingDirectory } = inputs;
      const licence = licenceOf(inputs);
      const edges = await openCheck({ workingDirectory, licence, concurrency, folder }, context);
      return withSource(workspace, workingDirectory, (source) => run(inputs, { ...comparison, edges, source, log }));
    });
  });
