import { randomUUID } from 'node:crypto';
import { jsonResponse } from './json-response.mjs';
import { parseSubmission } from './submission.mjs';
import { putSubmission } from './table.mjs';

/** POST /submissions: 201 with the new id, or 400 with what is wrong. */
export async function handler(event) {
  const text = event.isBase64Encoded ? Buffer.from(event.body, 'base64').toString('utf8') : event.body;
  const { submission, errors } = parseSubmission(text);
  if (errors) return jsonResponse(400, { errors });
  const id = randomUUID();
  await putSubmission({ id, ...submission, createdAt: new Date().toISOString() });
  return jsonResponse(201, { id });
}
