/**
 * Makes serverless 3 a CLI of the tests: its SDK (version 2) asks AWS_ENDPOINT_URL, which that SDK itself does not know,
 * and it waits as briefly and says as little as osls does in tests. `node --require test/serverless3/preload.cjs …`.
 */
const { createRequire } = require('node:module');

const QUIET = {
  SLS_AWS_MONITORING_FREQUENCY: '50',
  SLS_NOTIFICATIONS_MODE: 'off',
  SLS_TELEMETRY_DISABLED: '1',
  SLS_DEPRECATION_DISABLE: '*',
  // It runs npm, which would look for a newer npm.
  npm_config_update_notifier: 'false',
};
for (const [name, value] of Object.entries(QUIET)) process.env[name] ??= value;

const ofServerless = createRequire(require.resolve('serverless/package.json'));
ofServerless('aws-sdk/lib/maintenance_mode_message').suppress = true;
// Without an endpoint no call gets anywhere: nothing in a test asks AWS itself.
const endpoint = process.env.AWS_ENDPOINT_URL || 'http://127.0.0.1:9';
ofServerless('aws-sdk/global').config.update({ endpoint, s3ForcePathStyle: true, sslEnabled: false });
