import type { DeployTarget } from './argv.ts';
import type { VariableLookup } from './variables.ts';

/** Knows the variables whose values are settled before the Serverless Framework runs: stage, region, parameters. */
export function knownVariables(
  { stage, region }: Partial<DeployTarget>,
  parameters: ReadonlyMap<string, string>,
): VariableLookup {
  return (source, address) => {
    switch (`${source}:${address}`) {
      case 'sls:stage':
      case 'opt:stage':
        return stage;
      case 'opt:region':
        return region;
      default:
        return source === 'param' ? parameters.get(address) : undefined;
    }
  };
}
