import { type ErrorCode, UserError } from './errors.ts';

/** Describes an error for a result: what is no `UserError` is a fault of ours, E_INTERNAL. */
export function describeError(error: unknown): { code: ErrorCode; message: string } {
  return error instanceof UserError
    ? { code: error.code, message: error.message }
    : {
        code: 'E_INTERNAL',
        message: `${error instanceof Error ? error.message : String(error)} – this is a fault of Serverless Stages – run again with debug logging on (on a laptop: --verbose) and report what it says`,
      };
}

/** Says where an error comes from, for the debug log. */
export function stackTrace(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Makes one error of several that a result holds; the first one's code stands for them. Undefined for none. */
export function joinErrors(
  errors: readonly { readonly code: string; readonly message: string }[],
): UserError | undefined {
  const [first, ...rest] = errors;
  if (first === undefined) {
    return undefined;
  }
  const others = rest.map((error) => `${error.code}: ${error.message}`);
  return new UserError(first.code as ErrorCode, { what: [first.message, ...others].join('\n'), fix: '' });
}
