const LIMITS = { name: 100, email: 254, message: 2000 };

/** Reads the request's JSON text; gives the three fields without blanks around them, or the list of what is wrong. */
export function parseSubmission(text) {
  const fields = parseObject(text);
  if (!fields) return { errors: ['The body must be a JSON object with name, email and message.'] };
  const submission = {};
  const errors = [];
  for (const [field, limit] of Object.entries(LIMITS)) {
    const value = typeof fields[field] === 'string' ? fields[field].trim() : '';
    if (value === '') errors.push(`${field} is required and must be a text.`);
    else if (value.length > limit) errors.push(`${field} must have at most ${limit} characters.`);
    else submission[field] = value;
  }
  if (submission.email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(submission.email)) {
    errors.push('email must be an address like ada@example.com.');
  }
  return errors.length > 0 ? { errors } : { submission };
}

function parseObject(text) {
  try {
    const value = JSON.parse(text ?? '');
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
