import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

const FILES = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...['actions', 'docs', 'examples/workshop', 'test'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md') && !name.includes('node_modules') && !name.includes('e2e/comments'))
      .map((name) => join(folder, name)),
  ),
];

const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** The text without what is shown as it stands. */
const prose = (text: string) => text.replace(/^```.*?^```/gms, '').replace(/`[^`\n]*`/g, '');

/** Links into the repository: `[text](path#anchor)`. */
const linksOf = (file: string) =>
  [...prose(textOf(file)).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));

/** Anchors as GitHub makes them of headings: lower case, no signs but - and _, blanks as -. */
const anchorsOf = (file: string) =>
  [
    ...textOf(file)
      .replace(/^```.*?^```/gms, '')
      .matchAll(/^#+ (.*)$/gm),
  ].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );

describe('the links of the documentation', () => {
  it('are found at all', () => {
    expect(FILES.flatMap(linksOf).length).toBeGreaterThan(50);
    expect(anchorsOf('docs/security.md')).toContain('a-boundary-for-the-roles-of-services');
  });

  it.each(FILES)('lead somewhere: %s', (file) => {
    const broken = linksOf(file).filter((target) => {
      const [path = '', anchor] = target.split('#');
      const found = path === '' ? file : relative(ROOT, normalize(join(ROOT, dirname(file), path)));
      if (!existsSync(join(ROOT, found))) return true;
      return anchor !== undefined && !(statSync(join(ROOT, found)).isFile() && anchorsOf(found).includes(anchor));
    });
    expect(broken).toEqual([]);
  });
});
