import { decodeConfiguration } from '../../core/configuration/transport.ts';
import { createGitHubReporter } from '../../io/github/reporter.ts';
import { deliverNotifications } from '../../io/notify/deliver.ts';
import { openTargets } from '../../io/notify/open-targets.ts';
import { readRunContext, runUrl } from '../../io/runner/context.ts';
import { runnerLog as log } from '../../io/runner/log.ts';
import { runAction } from '../../io/runner/run-action.ts';
import { contract } from './contract.ts';
import { run } from './run.ts';

export const main = () =>
  runAction(contract, async (inputs) => {
    const context = readRunContext();
    const configuration = decodeConfiguration(inputs.configuration);
    const targets = openTargets(inputs, log);
    const entries = configuration.notifications ?? [];
    return run(inputs, {
      configuration,
      run: { id: context.runId, attempt: context.runAttempt, url: runUrl(context) },
      repository: `${context.owner}/${context.repository}`,
      github: createGitHubReporter(inputs['github-token'], context),
      deliver: (message) => deliverNotifications(entries, message, targets, log),
      log,
    });
  });
