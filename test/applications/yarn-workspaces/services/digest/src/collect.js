const { upper } = require('@yarnnotes/text');

exports.handler = async (event) => ({ statusCode: 200, body: upper(event.text) });
