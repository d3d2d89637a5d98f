import { UserError } from '../../core/errors.ts';

/** Runs a function that has to throw a `UserError`, and returns it; throws where it returns or throws anything else. */
export function caught(run: () => unknown): UserError {
  let value: unknown;
  try {
    value = run();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error(`expected a UserError, got the value ${JSON.stringify(value)}`);
}
