import { asciiOutput, type TemplateOutput } from '../stack/output-text.ts';
import { resolveShared, restoreSharedObjects } from './shared-objects.ts';

/** Returns the text of a package's state file whose outputs are such as CloudFormation gives back (core/stack/output-text.ts). */
export function withAsciiOutputs(text: string): string {
  const root: unknown = JSON.parse(text);
  const path = ['service', 'provider', 'compiledCloudFormationTemplate', 'Outputs'];
  const outputs = resolveShared(root, path) as Record<string, unknown> | undefined;
  const changes = Object.keys(outputs ?? {}).flatMap((id): [string, TemplateOutput][] => {
    const whole = restoreSharedObjects(resolveShared(root, [...path, id])) as TemplateOutput | undefined;
    const changed = typeof whole === 'object' && whole !== null ? asciiOutput(whole) : undefined;
    return changed === undefined ? [] : [[id, changed]];
  });
  if (outputs === undefined || changes.length === 0) {
    return text;
  }
  for (const [id, changed] of changes) {
    outputs[id] = changed;
  }
  return JSON.stringify(root);
}
