import { openParameterStore } from '../../io/aws/ssm.ts';
import { assumeRole } from '../../io/aws/sts.ts';
import { readConfiguration } from '../../io/configuration.ts';
import { writeProfileFiles } from '../../io/files/profile-files.ts';
import { createTokenSource } from '../../io/oidc.ts';
import { ambientSession, exportCredentials, mask, rememberFolder, sessionNameOf } from '../../io/profile.ts';
import { readRunContext } from '../../io/runner/context.ts';
import { runnerLog as log } from '../../io/runner/log.ts';
import { runAction } from '../../io/runner/run-action.ts';
import { contract } from './contract.ts';
import { run } from './run.ts';

export const main = () =>
  runAction(contract, async (inputs) => {
    const context = readRunContext();
    return run(inputs, {
      configuration: await readConfiguration(inputs, context.workspace),
      assumeRole: ({ role, region, sessionDuration: duration }) =>
        assumeRole({ role, region, duration, sessionName: sessionNameOf(context) }, createTokenSource(), mask, log),
      ambientSession,
      openParameterStore,
      mask,
      writeFiles: (session, parameters) => writeProfileFiles(context.tempFolder, session, parameters, rememberFolder),
      exportCredentials,
      log,
    });
  });
