import { importersOf, listExports } from '../cloudformation/exports.ts';
import { pageOf } from '../protocol/paging.ts';
import { requireText, textOf } from '../protocol/parameters.ts';
import { AwsError, type Operation } from '../protocol/service.ts';
import type { World } from '../world.ts';
import { asciiOnly } from './cloudformation-render.ts';

export function exportOperations(world: World): Record<string, Operation> {
  return {
    ListExports: (input, context) => {
      const page = pageOf(listExports(world, context), textOf(input, 'NextToken'), 100);
      return {
        Exports: page.items.map(({ stackId, name, value }) => ({
          ExportingStackId: stackId,
          Name: name,
          Value: asciiOnly(value),
        })),
        NextToken: page.nextToken,
      };
    },
    ListImports: (input, context) => {
      const name = requireText(input, 'ExportName');
      const importers = importersOf(world, context, name);
      // CloudFormation answers an export that nobody imports (or that does not exist) with an error.
      if (importers.length === 0)
        throw new AwsError('ValidationError', `Export '${name}' is not imported by any stack.`);
      const page = pageOf(importers, textOf(input, 'NextToken'), 100);
      return { Imports: page.items, NextToken: page.nextToken };
    },
  };
}
