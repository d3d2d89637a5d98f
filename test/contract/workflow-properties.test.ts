import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, readSource } from './source-files.ts';
import { propertiesFindings, unpairedFindings } from './workflow-rules/properties.ts';

const FOLDER = 'workflows-templates';
const NAMES = readdirSync(join(ROOT, FOLDER));
const PROPERTIES = NAMES.filter((name) => name.endsWith('.json')).map((name) => `${FOLDER}/${name}`);

describe('a workflow template', () => {
  it('has a properties.json, which GitHub shows it by', () => {
    expect(PROPERTIES).toContain(`${FOLDER}/preview.properties.json`);
    expect(unpairedFindings(NAMES)).toEqual([]);
  });

  it.each(PROPERTIES)('is described as GitHub asks for in %s', (path) => {
    expect(propertiesFindings(path, readSource(path))).toEqual([]);
  });

  it('has a name of its own', () => {
    const names = PROPERTIES.map((path) => JSON.parse(readSource(path)).name);
    expect(new Set(names).size).toBe(names.length);
  });
});

const GOOD = {
  name: 'Prod',
  description: 'Deploys.',
  iconName: 'octicon rocket',
  categories: ['Deployment', 'JavaScript'],
  filePatterns: ['^serverless-stages\\.yml$'],
};

describe('the check of a properties.json', () => {
  it('is content with a good one', () => {
    expect(propertiesFindings('x', JSON.stringify(GOOD))).toEqual([]);
  });

  it.each([
    ['a key that GitHub does not know', { icon: 'rocket' }, 'GitHub knows no icon'],
    ['no name', { name: undefined }, 'has no name'],
    ['a blank name', { name: ' ' }, 'has no name'],
    ['a description that is no sentence', { description: 'deploys' }, 'its description is no sentence'],
    ['an icon that is no octicon', { iconName: 'rocket' }, 'its icon is not of the form "octicon NAME"'],
    ['no icon', { iconName: undefined }, 'its icon is not of the form "octicon NAME"'],
    ['categories that are no list', { categories: 'Deployment' }, 'is not in the category Deployment'],
    ['another category', { categories: ['JavaScript'] }, 'is not in the category Deployment'],
    ['a broken pattern', { filePatterns: ['('] }, 'its file patterns are no regular expressions'],
    ['no patterns', { filePatterns: [] }, 'its file patterns are no regular expressions'],
    ['a pattern of another file', { filePatterns: ['^x$'] }, 'is not offered where serverless-stages.yml is'],
    ['an open pattern', { filePatterns: ['serverless-stages\\.yml'] }, 'is not offered where serverless-stages.yml is'],
    ['a loose pattern', { filePatterns: ['^serverless-stages.yml$'] }, 'is not offered where serverless-stages.yml is'],
  ])('finds %s', (_, change, finding) => {
    expect(propertiesFindings('x', JSON.stringify({ ...GOOD, ...change }))).toContain(`x: ${finding}`);
  });

  it.each(['', '[]', 'null', '{'])('finds what is no object: %j', (text) => {
    expect(propertiesFindings('x', text)).toEqual(['x: is no JSON object']);
  });

  it('finds a template without properties, and properties without a template', () => {
    expect(unpairedFindings(['a.yml', 'b.properties.json', 'c.yml', 'c.properties.json'])).toEqual([
      'a.yml has no properties.json',
      'b.properties.json has no template',
    ]);
  });
});
