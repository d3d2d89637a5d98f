/** Shorter forms stand in any text by chance. */
const SHORTEST = 6;

/**
 * The ways a secret may be written: as it is, each line, in JSON, URL-encoded, and in base64 at each of the three places
 * where it can begin in a longer text (without the characters that its neighbours change too).
 */
export function formsOf(secret: string): string[] {
  const lines = secret.split(/[\r\n]+/).filter((line) => line.length >= 8);
  const texts = [...new Set([secret, ...lines])];
  const forms = texts.flatMap((text) => [
    text,
    JSON.stringify(text).slice(1, -1),
    encodeURIComponent(text),
    new URLSearchParams({ v: text }).toString().slice(2),
    ...([0, 1, 2] as const).flatMap((shift) => base64At(text, shift)),
  ]);
  return [...new Set(forms)].filter((form) => form.length >= SHORTEST);
}

/** Base64 of a text that begins `shift` bytes after a multiple of three, in both alphabets. */
export function base64At(text: string, shift: 0 | 1 | 2): string[] {
  const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]);
  const whole = bytes.length % 3 === 0;
  const encoded = bytes.toString('base64').replaceAll('=', '');
  const own = encoded.slice([0, 2, 3][shift], whole ? undefined : -1);
  return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
}

/** Where (by its name) any secret (by its name) stands in a text, in any form. */
export function findSecrets(
  places: Readonly<Record<string, string>>,
  secrets: Readonly<Record<string, string>>,
): string[] {
  return Object.entries(secrets).flatMap(([name, secret]) => {
    const forms = formsOf(secret);
    return Object.entries(places)
      .filter(([, text]) => forms.some((form) => text.includes(form)))
      .map(([place]) => `${name} in ${place}`);
  });
}
