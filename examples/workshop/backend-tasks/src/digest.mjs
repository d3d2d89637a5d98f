const HOUR = 60 * 60 * 1000;
const TIMEOUT = 5000;

/** The digest of the hour (in UTC) that ended before this time, an ISO 8601 text. */
export function digestOf(stage, time) {
  const until = Math.floor(Date.parse(time) / HOUR) * HOUR;
  return {
    application: 'workshop',
    stage,
    from: new Date(until - HOUR).toISOString(),
    until: new Date(until).toISOString(),
  };
}

/** Posts the digest to the endpoint; throws, without the key in the text, when it cannot be reached within `timeout` milliseconds or refuses. */
export async function postDigest(digest, { endpoint, apiKey, timeout = TIMEOUT }) {
  const response = await post(digest, endpoint, apiKey, timeout);
  await response.body?.cancel();
  if (!response.ok) throw new Error(`${endpoint} refused the digest: HTTP ${response.status} ${response.statusText}`);
}

async function post(digest, endpoint, apiKey, timeout) {
  try {
    return await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
      body: JSON.stringify(digest),
      signal: AbortSignal.timeout(timeout),
    });
  } catch (cause) {
    const why = cause.name === 'TimeoutError' ? `gave no answer within ${timeout} ms` : 'could not be reached';
    throw new Error(`${endpoint} ${why}`, { cause });
  }
}
