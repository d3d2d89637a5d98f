/** What a visitor of the example's site sends. */
export const FORM = { name: 'A visitor', email: 'visitor@example.com', message: 'I would like to come' } as const;

export interface SentForm {
  readonly id: string;
  /** The submission as the API gives it back. */
  readonly stored: Readonly<Record<string, unknown>>;
}

/** Sends the form to a deployed API, whose addresses `api` gives by path, and reads it back; throws where either fails. */
export async function sendForm(api: (path: string) => string): Promise<SentForm> {
  const headers = { 'content-type': 'application/json' };
  const created = await fetch(api('/submissions'), { method: 'POST', headers, body: JSON.stringify(FORM) });
  if (created.status !== 201) throw new Error(`POST /submissions: HTTP ${created.status}: ${await created.text()}`);
  const { id } = (await created.json()) as { id: string };
  const found = await fetch(api(`/submissions/${id}`));
  if (found.status !== 200) throw new Error(`GET /submissions/${id}: HTTP ${found.status}: ${await found.text()}`);
  return { id, stored: (await found.json()) as Record<string, unknown> };
}
