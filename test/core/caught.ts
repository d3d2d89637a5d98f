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

/** The same of a function whose promise has to reject. */
export async function rejected(run: () => Promise<unknown>): Promise<UserError> {
  const value = await run().catch((error: unknown) => {
    if (error instanceof UserError) return error;
    throw error;
  });
  if (value instanceof UserError) return value;
  throw new Error(`expected a UserError, got the value ${JSON.stringify(value)}`);
}
