import { plain } from './markdown.ts';
import { truncateText } from './truncate.ts';

/**
 * Renders an error as a paragraph, behind the key of the service that it is of (empty: of the whole stage), at most so many
 * characters of its message; empty where there is none.
 */
export function failureLines(
  key: string,
  error: { readonly code: string; readonly message: string } | undefined,
  max = Number.POSITIVE_INFINITY,
): string[] {
  if (error === undefined) {
    return [];
  }
  const of = key === '' ? '' : `**${plain(key)}**: `;
  return [`${of}${plain(error.code)}: ${plain(truncateText(error.message, max))}`, ''];
}
