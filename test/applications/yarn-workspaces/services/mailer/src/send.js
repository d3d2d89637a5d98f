const { subject } = require('@yarnnotes/kit');

exports.handler = async (event) => ({ statusCode: 200, body: subject(event.text) });
