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
    return run(inputs, {
      configuration,
      assumeRole: roleAssumer(configuration, context, mask, log),
      ambientSession,
      strayCredentials: strayCredentials(),
      openParameterStore,
      mask,
      writeFiles: (session, parameters) => writeProfileFiles(context.tempFolder, session, parameters, rememberFolder),
      exportCredentials,
      log,
    });
  });
