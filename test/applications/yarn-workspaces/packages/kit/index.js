const { upper } = require('@yarnnotes/text');

exports.subject = (text) => `[notes] ${upper(text)}`;
