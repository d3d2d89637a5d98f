import { openParameterStore } from '../../io/aws/ssm.ts';
import { readConfiguration } from '../../io/configuration.ts';
import { writeProfileFiles } from '../../io/files/profile-files.ts';
import {
  ambientSession,
  exportCredentials,
  mask,
  rememberFolder,
  roleAssumer,
  strayCredentials,
} from '../../io/profile.ts';
import { readRunContext } from '../../io/runner/context.ts';
import { runnerLog as log } from '../../io/runner/log.ts';
import { runAction } from '../../io/runner/run-action.ts';
import { contract } from './contract.ts';
import { run } from './run.ts';

export const main = () =>
  runAction(contract, async (inputs) => {
    const context = readRunContext();
    const configuration = await readConfiguration(inputs, context.workspace);
    const edges = { ambientSession, openParameterStore, mask, exportCredentials, log };
    return run(inputs, {
      configuration,
      ...edges,
      strayCredentials: strayCredentials(),
      assumeRole: roleAssumer(configuration, context, mask, log),
      writeFiles: (session, parameters) => writeProfileFiles(context.tempFolder, session, parameters, rememberFolder),
    });
  });
