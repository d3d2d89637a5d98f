import * as v from 'valibot';
import { SHORT_DURATION } from '../duration.ts';

/** A text that says something. */
export const text = (description: string) =>
  v.pipe(v.string(), v.nonEmpty('is empty; write a value or leave the key out'), v.description(description));
/** A list of names, which may be empty. */
export const names = (description: string) => v.pipe(v.array(text('One name.')), v.description(description));
/** A list of names that has one. */
export const someNames = (description: string) =>
  v.pipe(v.array(text('One name.')), v.minLength(1, 'names nothing; leave the key out'), v.description(description));
/** A whole number and a unit. */
export const duration = (description: string) =>
  v.pipe(
    v.string(),
    v.regex(SHORT_DURATION, 'is not a duration; write a whole number and s, m, h or d: 30m, 1h, 7d'),
    v.description(description),
  );
/** True or false. */
export const flag = (description: string) => v.pipe(v.boolean(), v.description(description));
