import { digestOf, postDigest } from './digest.mjs';

/** Runs once an hour; `event.time` is when EventBridge meant it to run. */
export async function handler(event) {
  const { STAGE, ENDPOINT, ENDPOINT_API_KEY } = process.env;
  await postDigest(digestOf(STAGE, event.time), { endpoint: ENDPOINT, apiKey: ENDPOINT_API_KEY });
}
