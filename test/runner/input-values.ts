import type { ActionManifest } from './action-manifest.ts';

/** The inputs as the runner passes them: what the step gives, else the default, else an empty text; `unexpected` names those that action.yml does not know. */
export interface InputValues {
  variables: Record<string, string>;
  unexpected: string[];
}

/** Resolves the inputs of a step; names are compared without case, `expand` evaluates the expressions in defaults. */
export function resolveInputs(
  manifest: ActionManifest,
  given: Record<string, string>,
  expand: (text: string) => string,
): InputValues {
  const values = new Map<string, string>();
  const known = new Set(Object.keys(manifest.inputs).map((name) => name.toLowerCase()));
  for (const [name, input] of Object.entries(manifest.inputs)) {
    values.set(variableName(name), expand(String(input?.default ?? '')));
  }
  for (const [name, value] of Object.entries(given)) values.set(variableName(name), value);
  return {
    variables: Object.fromEntries(values),
    unexpected: Object.keys(given).filter((name) => !known.has(name.toLowerCase())),
  };
}

function variableName(input: string): string {
  return `INPUT_${input.replaceAll(' ', '_').toUpperCase()}`;
}

/** Evaluates `${{ github.x }}` and `${{ runner.x }}` in a default from the step's variables; throws for any other expression. */
export function expandDefault(text: string, variables: Record<string, string>, token: string): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (whole, expression: string) => {
    if (expression === 'github.token') return token;
    const [, context, name] = /^(github|runner)\.(\w+)$/.exec(expression) ?? [];
    const value = variables[`${context}_${name}`.toUpperCase()];
    if (value === undefined) throw new Error(`This runner cannot evaluate the default ${whole}`);
    return value;
  });
}
