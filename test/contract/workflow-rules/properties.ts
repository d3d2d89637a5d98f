/** What GitHub shows of an organisation's workflow template, beside its file. */
const KEYS = ['name', 'description', 'iconName', 'categories', 'filePatterns'];

/** The file at the root of a repository that a template is offered for. */
const CONFIGURATION = 'serverless-stages.yml';

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const isList = (value: unknown): value is string[] => Array.isArray(value) && value.length > 0 && value.every(isText);

/** Returns what is wrong in a template's properties.json: JSON, keys, and the form that GitHub asks for. */
export function propertiesFindings(path: string, text: string): string[] {
  const properties = readObject(text);
  if (properties === undefined) return [`${path}: is no JSON object`];
  const { name, description, iconName, categories, filePatterns } = properties;
  const findings = [
    ...Object.keys(properties)
      .filter((key) => !KEYS.includes(key))
      .map((key) => `GitHub knows no ${key}`),
    ...(isText(name) ? [] : ['has no name']),
    ...(isText(description) && /^[A-Z].*\.$/.test(description) ? [] : ['its description is no sentence']),
    ...(/^octicon [a-z]+(-[a-z0-9]+)*$/.test(String(iconName)) ? [] : ['its icon is not of the form "octicon NAME"']),
    ...(isList(categories) && categories.includes('Deployment') ? [] : ['is not in the category Deployment']),
    ...(isList(filePatterns) && filePatterns.every(isPattern) ? [] : ['its file patterns are no regular expressions']),
    ...(isList(filePatterns) && filePatterns.some(isOffered) ? [] : [`is not offered where ${CONFIGURATION} is`]),
  ];
  return findings.map((finding) => `${path}: ${finding}`);
}

/** Returns which templates have no properties.json, and which properties.json have no template. */
export function unpairedFindings(names: readonly string[]): string[] {
  const stems = (ending: string) =>
    names.filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length));
  const templates = stems('.yml');
  const described = stems('.properties.json');
  return [
    ...templates.filter((stem) => !described.includes(stem)).map((stem) => `${stem}.yml has no properties.json`),
    ...described.filter((stem) => !templates.includes(stem)).map((stem) => `${stem}.properties.json has no template`),
  ];
}

function readObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern) instanceof RegExp;
  } catch {
    return false;
  }
}

/** Whether a pattern finds the configuration, and not the one of a file with a similar name. */
function isOffered(pattern: string): boolean {
  if (!isPattern(pattern)) return false;
  const found = new RegExp(pattern);
  return found.test(CONFIGURATION) && !found.test(`my-${CONFIGURATION}.bak`) && !found.test('serverless-stages-yml');
}
