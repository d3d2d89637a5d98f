#!/usr/bin/env node
require('../../warm.cjs');
// Says that the CLI was looked for and found, or it would look for the one of the application: this file.
EvalError.$serverlessCommandStartTime = process.hrtime();
require('osls/bin/serverless.js');
