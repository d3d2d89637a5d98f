import { jsonResponse } from './json-response.mjs';
import { getSubmission } from './table.mjs';

/** GET /submissions/{id}: 200 with the submission, or 404. */
export async function handler(event) {
  const submission = await getSubmission(event.pathParameters.id);
  return submission ? jsonResponse(200, submission) : jsonResponse(404, { errors: ['There is no such submission.'] });
}
