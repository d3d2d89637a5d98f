import { parseYamlSource, type YamlSource } from '../yaml/source.ts';
import type { Finding } from './policy/policy.ts';
import { recordOf } from './view/resource.ts';

/** Where in the repository a finding is. */
export interface SourcePlace {
  /** Path from the repository's root. */
  readonly file: string;
  /** From 1; absent if only the file is known. */
  readonly line?: number;
}

/** Returns how findings are placed in a service's configuration: the function's line, or the resource's, where it is YAML or JSON. */
export function placesIn(file: string, text: string): (finding: Pick<Finding, 'resource' | 'function'>) => SourcePlace {
  const source = /\.(ya?ml|json)$/.test(file) ? tryParse(text, file) : undefined;
  return (finding) => {
    const path = source === undefined ? undefined : pathOf(source.value, finding);
    return path === undefined || source === undefined ? { file } : { file, line: source.position(path, 'key').line };
  };
}

function pathOf(value: unknown, finding: Pick<Finding, 'resource' | 'function'>): (string | number)[] | undefined {
  const top = recordOf(value);
  if (finding.function !== undefined && Object.hasOwn(recordOf(top['functions']), finding.function)) {
    return ['functions', finding.function];
  }
  const { resource } = finding;
  const resources = top['resources'];
  const parts: [(string | number)[], unknown][] = Array.isArray(resources)
    ? resources.map((part, index) => [['resources', index], part])
    : [[['resources'], resources]];
  const [path] =
    parts.find(
      ([, part]) => resource !== undefined && Object.hasOwn(recordOf(recordOf(part)['Resources']), resource),
    ) ?? [];
  return path === undefined || resource === undefined ? undefined : [...path, 'Resources', resource];
}

/** A configuration that this product's reader does not take is the Serverless Framework's to judge. */
function tryParse(text: string, file: string): YamlSource | undefined {
  try {
    return parseYamlSource(text, file);
  } catch {
    return undefined;
  }
}
