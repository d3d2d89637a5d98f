import { decodeConfiguration } from '../../core/config/transport.ts';
import { createGitHubReader } from '../../io/github/client.ts';
import { createGitHubReporter } from '../../io/github/reporter.ts';
import { deliverNotifications } from '../../io/notify/deliver.ts';
import { readRunContext, runUrl } from '../../io/runner/context.ts';
import { runnerLog as log } from '../../io/runner/log.ts';
import { runAction } from '../../io/runner/run-action.ts';
import { contract } from './contract.ts';
import { run } from './run.ts';

export const main = () =>
  runAction(contract, async (inputs) => {
    const context = readRunContext();
    const configuration = decodeConfiguration(inputs.configuration);
    const token = inputs['github-token'];
    return run(inputs, {
      configuration,
      run: { id: context.runId, attempt: context.runAttempt, url: runUrl(context) },
      repository: `${context.owner}/${context.repository}`,
      github: { ...createGitHubReader(token, context), ...createGitHubReporter(token, context) },
      deliver: (message, targets) => deliverNotifications(configuration.notifications ?? [], message, targets, log),
      log,
    });
  });
