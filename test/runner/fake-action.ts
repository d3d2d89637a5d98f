import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';

/** A product of tiny actions in a temporary folder, for tests of the runner itself. */
export interface FakeProduct {
  root: string;
  workspace: string;
  /** Adds an action whose scripts are CommonJS texts. */
  add(name: string, action: FakeAction): void;
}

export interface FakeAction {
  main: string;
  post?: string;
  postIf?: string;
  inputs?: Record<string, { default?: unknown; required?: boolean } | null>;
}

// What the scripts of the fake actions may use.
const PRELUDE = `const fs = require('node:fs');
const append = (name, text) => fs.appendFileSync(process.env['GITHUB_' + name], text);
`;

/** Makes an empty product and an empty workspace. */
export function createFakeProduct(): FakeProduct {
  const root = mkdtempSync(join(tmpdir(), 'fake-product-'));
  const workspace = join(root, 'workspace');
  mkdirSync(workspace);
  return {
    root,
    workspace,
    add(name, { main, post, postIf, inputs }) {
      const folder = join(root, 'actions', name);
      mkdirSync(join(root, 'dist', name), { recursive: true });
      mkdirSync(folder, { recursive: true });
      const runs = {
        using: 'node24',
        main: `../../dist/${name}/index.js`,
        ...(post ? { post: `../../dist/${name}/post.js` } : {}),
        ...(postIf ? { 'post-if': postIf } : {}),
      };
      writeFileSync(join(folder, 'action.yml'), stringify({ name, description: name, inputs, runs }));
      writeFileSync(join(root, 'dist', name, 'index.js'), PRELUDE + main);
      if (post) writeFileSync(join(root, 'dist', name, 'post.js'), PRELUDE + post);
    },
  };
}
