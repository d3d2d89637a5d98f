// Loaded before the Serverless CLI (`node --import`) if a preview reads stacks that it does not have: its variable
// source `${cf:…}` then looks at the base stage's stack instead. The framework resolves these variables before it loads plugins, and
// takes no other source of that name, so this is done where it makes the source (osls 4, serverless 3).

import { readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

interface Variable {
  readonly address?: unknown;
  readonly params?: readonly string[];
}

interface Source {
  readonly resolve: (variable: Variable) => Promise<{ readonly value: unknown }>;
}

type MakeSource = (serverless: unknown) => Source;

const SOURCE = 'lib/configuration/variables/sources/instance-dependent/get-cf.js';

const context = process.env['SERVERLESS_STAGES_CONTEXT'] ?? '';
const script = realpathSync(process.argv[1] ?? '');
const { stacks } = JSON.parse(readFileSync(context, 'utf8')) as { readonly stacks: Readonly<Record<string, string>> };
const path = join(dirname(dirname(script)), SOURCE);
const requireFrom = createRequire(script);
const [makeSource, loaded] = findSource();
const redirected: MakeSource = (serverless) => {
  const { resolve } = makeSource(serverless);
  return { resolve: (variable) => resolve({ ...variable, address: redirect(variable) }) };
};
loaded.exports = redirected;

/** The module that makes the source, and its place among the loaded ones. */
function findSource(): [MakeSource, NodeJS.Module] {
  try {
    const make = requireFrom(path) as MakeSource;
    return [make, requireFrom.cache[requireFrom.resolve(path)] as NodeJS.Module];
  } catch (cause) {
    const what = `the Serverless Framework in ${dirname(dirname(script))} keeps its source \${cf:…} elsewhere`;
    throw new Error(`${what}: read outputs of the base stage as \${param:KEY.OUTPUT}`, { cause });
  }
}

/** `STACK.OUTPUT` with the stack that is read in its place. */
function redirect({ address, params = [] }: Variable): unknown {
  if (typeof address !== 'string') {
    return address;
  }
  const [stack = '', ...output] = address.split('.');
  const place = params[0] === undefined ? stack : `${params[0]}:${stack}`;
  const other = Object.hasOwn(stacks, place) ? stacks[place] : undefined;
  return [other ?? stack, ...output].join('.');
}
