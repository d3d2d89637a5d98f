module.exports = { level: 'info', retries: 2 };
