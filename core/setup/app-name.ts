import { slug } from '../slug.ts';

/** Turns a text into the name of an application: lower-case letters, digits and single `-`, a letter first, at most 48; undefined if nothing is left. */
export function appName(text: string): string | undefined {
  const words = slug(text.replace(/([a-z0-9])([A-Z])/g, '$1-$2'));
  const name = words
    .replace(/^[^a-z]+/, '')
    .slice(0, 48)
    .replace(/-+$/, '');
  return name === '' ? undefined : name;
}
