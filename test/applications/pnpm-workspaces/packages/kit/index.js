const { upper } = require('@pnpmnotes/text');

exports.subject = (text) => `[notes] ${upper(text)}`;
