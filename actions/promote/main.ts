import { readRunContext } from '../../io/runner/context.ts';
import { runAction } from '../../io/runner/run-action.ts';
import { withSource } from '../../io/source.ts';
import { openPromotion } from '../../stage/open/promotion.ts';
import { contract } from './contract.ts';
import { run } from './run.ts';

export const main = () =>
  runAction(contract, async (inputs) => {
    const context = readRunContext();
    return withSource(context.workspace, inputs['working-directory'], async (source) =>
      run(inputs, await openPromotion(inputs, context, source)),
    );
  });
