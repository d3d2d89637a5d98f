const { greeting } = require('../shared/greeting.js');

exports.handler = async () => ({ statusCode: 200, body: greeting });
