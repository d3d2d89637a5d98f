import type { ServiceCommands } from '../configuration/effective-services.ts';
import { parseJsonFile } from '../json-file.ts';

/** What npm writes where a project has no tests. */
const PLACEHOLDER = /no test specified/;

/**
 * Returns the command of a service's own tests: its `test`, else the test script of the package.json in its folder (its
 * text; undefined where there is none). Undefined where it has no tests.
 */
export function testCommand(
  commands: Pick<ServiceCommands, 'test'> | undefined,
  manifest: string | undefined,
): string | undefined {
  const own = commands?.test;
  if (own !== undefined) {
    return own === false ? undefined : own;
  }
  const script = scriptOf(manifest ?? '{}');
  return script === undefined || script.trim() === '' || PLACEHOLDER.test(script) ? undefined : 'npm test';
}

/** A manifest that cannot be read is told of by whoever installs it. */
function scriptOf(manifest: string): string | undefined {
  try {
    const { scripts } = parseJsonFile(manifest) as { scripts?: { test?: unknown } };
    return typeof scripts?.test === 'string' ? scripts.test : undefined;
  } catch {
    return undefined;
  }
}
