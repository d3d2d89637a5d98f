/**
 * Lets a CLI of the tests find what it compiled before: its code, and the validator of osls that takes two seconds to make.
 * A deploy of ours gives each run a folder of its own for that validator, which hundreds of deploys would each fill.
 */
const { mkdirSync } = require('node:fs');
const { enableCompileCache } = require('node:module');
const { join, resolve } = require('node:path');

const CACHE = resolve(__dirname, '../../node_modules/.cache/cli-of-tests');
mkdirSync(CACHE, { recursive: true });
// Node 20 has none.
enableCompileCache?.(join(CACHE, 'compiled'));
process.env.SLS_SCHEMA_CACHE_BASE_DIR = CACHE;
