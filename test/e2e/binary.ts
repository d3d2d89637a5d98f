import { accessSync, constants } from 'node:fs';

/** Path of a tool that `.ci/tools.sh` installs, from the environment; throws when it is not given or cannot be run. */
export function requireBinary(variable: 'ACT' | 'CFN_LINT' | 'MINISTACK'): string {
  const path = process.env[variable];
  if (path === undefined || path === '') {
    throw new Error(`${variable} is not set: run \`source .ci/tools.sh FOLDER\` first`);
  }
  accessSync(path, constants.X_OK);
  return path;
}
