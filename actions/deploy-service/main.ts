import { dirname } from 'node:path';
import { withPrivateFolder } from '../../io/private-work.ts';
import { readRunContext } from '../../io/runner/context.ts';
import { runAction } from '../../io/runner/run-action.ts';
import { createServerlessRunner } from '../../io/serverless/runner.ts';
import { withSource } from '../../io/source.ts';
import type { Dependencies } from '../../stage/deploy/dependencies.ts';
import { readDeployment } from '../../stage/open/deployment.ts';
import { tellingTopics } from '../../stage/tell/topics.ts';
import { contract } from './contract.ts';
import { run } from './run.ts';

export const main = () =>
  runAction(contract, async (inputs) => {
    const context = readRunContext();
    const deployment = await readDeployment(inputs, context);
    // Beside the credentials, so that it goes with them at the job's end even where this step is killed.
    return withPrivateFolder(dirname(inputs['credentials-file']), 'deploy', (folder) => {
      const createRunner: Dependencies['createRunner'] = (parts) => createServerlessRunner({ ...parts, folder });
      return withSource(context.workspace, inputs['working-directory'], (source) =>
        tellingTopics(deployment, () => run(inputs, { ...deployment, source, createRunner })),
      );
    });
  });
