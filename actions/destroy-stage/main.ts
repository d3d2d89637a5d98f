import { readRunContext } from '../../io/runner/context.ts';
import { runAction } from '../../io/runner/run-action.ts';
import { openRemoval } from '../../stage/open/removal.ts';
import { tellingTopics } from '../../stage/tell/topics.ts';
import { contract } from './contract.ts';
import { run } from './run.ts';

export const main = () =>
  runAction(contract, async (inputs) => {
    const removal = await openRemoval(inputs, readRunContext());
    return tellingTopics(removal, () => run(inputs, removal));
  });
