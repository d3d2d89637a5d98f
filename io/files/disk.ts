import { UserError } from '../../core/errors.ts';

/** What the system says where a file cannot be written: no space, no right, or a medium that takes no writes. */
const DISK_FAULT = /^(ENOSPC|EDQUOT|EROFS|EACCES|EPERM)$/;

/** Returns the error that tells what to do about a file that could not be written; undefined for any other error. */
export function diskError(error: unknown): UserError | undefined {
  const { code, message } = error as NodeJS.ErrnoException;
  return error instanceof Error && DISK_FAULT.test(code ?? '')
    ? new UserError('E_INPUT', {
        what: `a file could not be written: ${message}`,
        fix: "check the runner's disk and RUNNER_TEMP: the free space and the rights",
        cause: error,
      })
    : undefined;
}

/** Does a piece of work with files; throws E_INPUT with the system's reason where the disk fails it. */
export async function onDisk<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw diskError(error) ?? error;
  }
}
