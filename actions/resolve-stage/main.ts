import { parseEvent } from '../../core/stage/event.ts';
import { createGitHubReader } from '../../io/github/client.ts';
import { createConfigReader } from '../../io/github/config-reader.ts';
import { readEventPayload, readRunContext } from '../../io/runner/context.ts';
import { runnerLog as log } from '../../io/runner/log.ts';
import { runAction } from '../../io/runner/run-action.ts';
import { filesAtCommit, withSource } from '../../io/source.ts';
import { previewsFrom } from '../../stage/wanted/preview-now.ts';
import { contract } from './contract.ts';
import { run } from './run.ts';

export const main = () =>
  runAction(contract, (inputs) => {
    const context = readRunContext();
    const github = createGitHubReader(inputs['github-token'], context);
    const configs = createConfigReader(github, inputs['working-directory'], log);
    const event = parseEvent(context.eventName, readEventPayload());
    const isRerun = context.runAttempt !== '1';
    const about = { event, runRef: context.ref, isRerun, ...previewsFrom({ github, configs }) };
    return withSource(context.workspace, inputs['working-directory'], (source) =>
      run(inputs, { ...about, github, configs, source, filesOf: filesAtCommit(source), now: Date.now, log }),
    );
  });
