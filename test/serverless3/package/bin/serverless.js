#!/usr/bin/env node
require('../../../osls/warm.cjs');
require('../../preload.cjs');
// Says that the CLI was looked for and found, or it would look for the one of the application: this file.
EvalError.$serverlessCommandStartTime = process.hrtime();
require('serverless/bin/serverless.js');
