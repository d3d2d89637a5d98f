import type { Format } from 'ajv';

const anyText: Format = () => true;
const whole: Format = { type: 'number', validate: Number.isInteger };

/** The formats that GitHub's descriptions name. */
export const FORMATS: Readonly<Record<string, Format>> = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  // The default of some addresses is the empty text.
  uri: (text: string) => text === '' || (/^[\w.+-]+:[^\s{}[\]"<>\\^`|]+$/.test(text) && URL.canParse(text)),
  'uri-template': (text: string) => /^[\w.+-]+:\S+$/.test(text),
  email: /^[^\s@]+@[^\s@]+$/,
  'repo.nwo': /^[^/\s]+\/[^/\s]+$/,
  int32: whole,
  int64: whole,
  double: { type: 'number', validate: () => true },
  binary: anyText,
};
