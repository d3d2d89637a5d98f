/**
 * Reads the JSON of a file of the user's; a byte order mark before it counts for nothing, as package managers have it.
 * Throws where it is no JSON.
 */
export function parseJsonFile(text: string): unknown {
  return JSON.parse(text.replace(/^\uFEFF/, ''));
}
