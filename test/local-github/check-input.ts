import { ApiError } from './api-error.ts';
import { CHECK_CONCLUSIONS, CHECK_STATUSES, type CheckInput, type CheckOutput } from './checks.ts';
import { type Fields, fieldsIn, isRecord } from './fields.ts';

/** What creates a check run; throws 422 without a name and a commit. */
export function readNewCheck(fields: Fields): CheckInput {
  return { ...readCheck(fields), name: fields.requiredText('name'), sha: fields.requiredText('head_sha') };
}

/** What changes a check run; throws 422 for what GitHub does not know. */
export function readCheck(fields: Fields): Partial<CheckInput> {
  const status = oneOf(fields, 'status', CHECK_STATUSES);
  const conclusion = oneOf(fields, 'conclusion', CHECK_CONCLUSIONS);
  if (status === 'completed' && conclusion === undefined)
    throw new ApiError(422, 'Invalid request.\n\n"conclusion" wasn\'t supplied.');
  return withoutUndefined({
    name: fields.text('name'),
    status,
    conclusion,
    detailsUrl: fields.text('details_url'),
    externalId: fields.text('external_id'),
    startedAt: time(fields, 'started_at'),
    completedAt: time(fields, 'completed_at'),
    output: readOutput(fields),
  });
}

/** A request may bring 50 annotations. */
const MAX_ANNOTATIONS = 50;
const MAX_LENGTH = 65_535;

function readOutput(fields: Fields): Partial<CheckOutput> | undefined {
  const given = fields.record('output');
  if (given === undefined) return undefined;
  const output = fieldsIn(given);
  const annotations = output.list('annotations')?.filter(isRecord);
  if ((annotations?.length ?? 0) > MAX_ANNOTATIONS)
    throw new ApiError(
      422,
      `Invalid request.\n\nNo more than ${MAX_ANNOTATIONS} items are allowed; ${annotations?.length} were supplied.`,
    );
  const texts = { title: output.text('title'), summary: output.requiredText('summary'), text: output.text('text') };
  for (const text of [texts.summary, texts.text ?? '']) {
    if (text.length > MAX_LENGTH)
      throw new ApiError(
        422,
        `Invalid request.\n\nOnly ${MAX_LENGTH} characters are allowed; ${text.length} were supplied.`,
      );
  }
  return withoutUndefined({ ...texts, annotations });
}

function oneOf<T extends string>(fields: Fields, name: string, known: readonly T[]): T | undefined {
  const given = fields.text(name);
  if (given === undefined) return undefined;
  const value = known.find((one) => one === given);
  if (value === undefined)
    throw new ApiError(422, `Invalid request.\n\n${given} is not a member of ${JSON.stringify(known)}.`);
  return value;
}

function time(fields: Fields, name: string): number | undefined {
  const given = fields.text(name);
  if (given === undefined) return undefined;
  const at = Date.parse(given);
  if (Number.isNaN(at)) throw new ApiError(422, `Invalid request.\n\n${given} is not a valid date-time.`);
  return at;
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(object: T): Defined<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Defined<T>;
}
