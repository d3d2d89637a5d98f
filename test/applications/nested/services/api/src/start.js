const { steps } = require('../jobs/src/steps.js');

exports.handler = async () => ({ statusCode: 200, body: steps.join() });
