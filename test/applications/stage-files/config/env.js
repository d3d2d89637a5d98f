const base = require('./base.js');

module.exports = { ...base, retries: base.retries + 1 };
