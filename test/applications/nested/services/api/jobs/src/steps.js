exports.steps = ['read', 'write'];
