const { subject } = require('@pnpmnotes/kit');

exports.handler = async (event) => ({ statusCode: 200, body: subject(event.text) });
