import { type PseudoParameters, templateText } from '../stack/template-text.ts';
import { restoreSharedObjects } from './shared-objects.ts';

const IMPORT = 'Fn::ImportValue';

interface Template {
  readonly Parameters?: Readonly<Record<string, { readonly Default?: unknown }>>;
}

/** Returns the names of the exports that a template imports, each once; `${?}` stands for what is not known of one. */
export function importsOf(template: unknown, pseudo: PseudoParameters): string[] {
  const names = new Set<string>();
  replaceImports(template, parametersOf(template, pseudo), (name) => {
    names.add(name);
    return undefined;
  });
  return [...names];
}

/** Returns the text of a package's state file with the values in place of the imports in its template. */
export function withImports(text: string, values: ReadonlyMap<string, string>, pseudo: PseudoParameters): string {
  const root = JSON.parse(text) as { service: { provider: { compiledCloudFormationTemplate: unknown } } };
  const restored = restoreSharedObjects(root) as typeof root;
  const template = restored.service.provider.compiledCloudFormationTemplate;
  root.service.provider.compiledCloudFormationTemplate = templateWithValues(template, values, pseudo);
  return JSON.stringify(root);
}

/** Returns the text of a template of its own, a nested stack's say, with the values in place of its imports. */
export function templateTextWithImports(
  text: string,
  values: ReadonlyMap<string, string>,
  pseudo: PseudoParameters,
): string {
  return JSON.stringify(templateWithValues(JSON.parse(text), values, pseudo));
}

function templateWithValues(template: unknown, values: ReadonlyMap<string, string>, pseudo: PseudoParameters): unknown {
  return replaceImports(template, parametersOf(template, pseudo), (name) => values.get(name));
}

/** The template's own parameters have the values that they have by default: the Serverless Framework gives them no others. */
function parametersOf(template: unknown, pseudo: PseudoParameters): PseudoParameters {
  const { Parameters = {} } = (template ?? {}) as Template;
  const defaults = Object.entries(Parameters).flatMap(([name, { Default: value } = {}]) =>
    typeof value === 'string' || typeof value === 'number' ? [[name, String(value)] as const] : [],
  );
  return { ...Object.fromEntries(defaults), ...pseudo };
}

function replaceImports(value: unknown, pseudo: PseudoParameters, find: (name: string) => string | undefined): unknown {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((item) => replaceImports(item, pseudo, find));
  }
  const entries = Object.entries(value);
  const [[key, inner] = []] = entries;
  const taken = entries.length === 1 && key === IMPORT ? find(templateText(inner, pseudo)) : undefined;
  return taken ?? Object.fromEntries(entries.map(([name, item]) => [name, replaceImports(item, pseudo, find)]));
}
