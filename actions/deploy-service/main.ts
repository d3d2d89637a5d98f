import { dirname } from 'node:path';
import { withPrivateFolder } from '../../io/private-work.ts';
import { readRunContext } from '../../io/runner/context.ts';
import { runAction } from '../../io/runner/run-action.ts';
import { withSource } from '../../io/source.ts';
import { openDeployment } from '../../stage/open/deployment.ts';
import { tellingTopics } from '../../stage/tell/topics.ts';
import { contract } from './contract.ts';
import { run } from './run.ts';

export const main = () =>
  runAction(contract, async (inputs) => {
    const context = readRunContext();
    const open = await openDeployment(inputs, context);
    // Beside the credentials, so that it goes with them at the job's end even where this step is killed.
    return withPrivateFolder(dirname(inputs['credentials-file']), 'deploy', (folder) =>
      withSource(context.workspace, inputs['working-directory'], (source) => {
        const deployment = open(source, folder);
        const work = () => run(inputs, deployment);
        return inputs['dry-run'] ? work() : tellingTopics(deployment, work);
      }),
    );
  });
