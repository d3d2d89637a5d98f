import type { StackOutput, Wish } from '../state/stacks.ts';
import { applyResources } from './apply.ts';
import { exportConflict, exportedValue } from './exports.ts';
import type { Run } from './run.ts';
import { evaluateOutputs, importedNames, liveScope } from './scope.ts';

/** The outputs that the wish comes to, or undefined with the run's reason or failed resources. */
export async function bringTo(run: Run, wish: Wish): Promise<StackOutput[] | undefined> {
  const { world, stack } = run;
  try {
    const imports = new Map<string, string>();
    for (const name of importedNames(stack, wish)) imports.set(name, exportedValue(world, stack, name));
    stack.imports = imports;
    if (!(await applyResources(run, wish))) return undefined;
    const outputs = computeOutputs(run, wish);
    const conflict = exportConflict(world, stack, outputs);
    if (conflict === undefined) return outputs;
    run.reason = conflict;
  } catch (cause) {
    if (world.closing.aborted) throw cause;
    run.reason = cause instanceof Error ? cause.message : String(cause);
  }
  return undefined;
}

function computeOutputs(run: Run, wish: Wish): StackOutput[] {
  const { world, stack } = run;
  const scope = liveScope(stack, wish, stack.resources, (name) => exportedValue(world, stack, name));
  return evaluateOutputs(wish, scope).map((output) => ({ ...output, value: String(output.value) }));
}

/** What CloudFormation says of a stack that failed: its own reason, or which resources failed. */
export function failureReason(run: Run): string {
  if (run.reason !== undefined) return `${run.reason} `;
  const named = (verb: 'create' | 'update') =>
    run.failed.filter((one) => one.verb === verb).map((one) => one.logicalId);
  return (['create', 'update'] as const)
    .filter((verb) => named(verb).length > 0)
    .map((verb) => `The following resource(s) failed to ${verb}: [${named(verb).join(', ')}]. `)
    .join('');
}
