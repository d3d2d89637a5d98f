// The program in which a policy of a user's own is evaluated (io/policy.ts): it stands in a folder with `policy.js` and
// `input.json`, and writes the findings behind a mark of its caller's. Node's permissions keep files and children from the policy;
// what is left of a way to other processes (signals, sockets) is taken here before it is loaded.

import { readFileSync, writeSync } from 'node:fs';
import * as modules from 'node:module';

type Policy = (input: unknown) => unknown;

/** Modules of Node's own that only compute. */
const PURE = [
  'assert',
  'assert/strict',
  'buffer',
  'crypto',
  'events',
  'path',
  'path/posix',
  'querystring',
  'string_decoder',
  'url',
  'util',
];

const folder = new URL('.', import.meta.url);
const input: unknown = JSON.parse(readFileSync(new URL('input.json', folder), 'utf8'));
const mark = process.argv[2];
const { exit, version, platform, hrtime, nextTick } = process;
const write = writeSync;

// Node 20 has no hooks: its permissions are all that holds there. Actions run on Node 24.
modules.registerHooks?.({
  resolve(specifier, context, next) {
    if (modules.isBuiltin(specifier) && !PURE.includes(specifier.replace(/^node:/, ''))) {
      throw new Error(`a policy may not load ${specifier}`);
    }
    return next(specifier, context);
  },
});
for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest', 'Worker']) {
  Reflect.deleteProperty(globalThis, name);
}
const harmless = Object.freeze({
  env: Object.freeze({}),
  argv: Object.freeze([]),
  version,
  platform,
  hrtime,
  nextTick,
});
Object.defineProperty(globalThis, 'process', { value: harmless, writable: false, configurable: false });

const loaded = (await import(new URL('policy.js', folder).href)) as {
  readonly default?: Policy | { default?: Policy };
};
const policy = typeof loaded.default === 'function' ? loaded.default : loaded.default?.default;
if (typeof policy !== 'function') {
  throw new TypeError('the module exports no function');
}
const findings = JSON.stringify(await policy(input));
// All of it before the process ends, whatever the policy has left running.
let text = Buffer.from(`\n${mark}${findings}\n`);
while (text.length > 0) {
  text = text.subarray(write(1, text));
}
exit.call(undefined, 0);
