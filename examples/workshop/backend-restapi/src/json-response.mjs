/** The answer of an HTTP API's Lambda (payload format 2.0) with this status and this value as JSON. */
export function jsonResponse(statusCode, value) {
  return { statusCode, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}
