const { upper } = require('@npmnotes/text');

exports.subject = (text) => `[notes] ${upper(text)}`;
