import { join } from 'node:path';
import * as v from 'valibot';
import { UserError } from '../../core/errors.ts';
import type { Parameter } from '../../core/profile/parameter.ts';
import type { Session } from '../../core/profile/session.ts';
import { makePrivateFolder, readPrivateJson, writePrivateJson } from './private.ts';

const sessionSchema = v.object({
  accessKeyId: v.string(),
  secretAccessKey: v.string(),
  sessionToken: v.exactOptional(v.string()),
  expiration: v.exactOptional(v.string()),
  account: v.string(),
  region: v.string(),
  arn: v.string(),
});
const parametersSchema = v.array(
  v.object({ name: v.string(), value: v.string(), secret: v.boolean(), source: v.string() }),
);

/** Writes a profile's credentials and parameters into a folder of their own (0700, files 0600) and returns the paths. */
export async function writeProfileFiles(
  tempFolder: string,
  session: Session,
  parameters: readonly Parameter[],
  remember: (folder: string) => void,
): Promise<{ credentials: string; parameters: string }> {
  const folder = await makePrivateFolder(tempFolder, 'serverless-stages-profile');
  remember(folder);
  const paths = { credentials: join(folder, 'credentials.json'), parameters: join(folder, 'parameters.json') };
  await writePrivateJson(paths.credentials, session);
  await writePrivateJson(paths.parameters, parameters);
  return paths;
}

/** Reads the credentials that load-profile wrote; throws E_INPUT where the file is not one of its. */
export async function readCredentialsFile(path: string): Promise<Session> {
  return checked(sessionSchema, await readPrivateJson(path, 'credentials-file'), 'credentials-file');
}

/** Reads the parameters that load-profile wrote; throws E_INPUT where the file is not one of its. */
export async function readParametersFile(path: string): Promise<Parameter[]> {
  return checked(parametersSchema, await readPrivateJson(path, 'parameters-file'), 'parameters-file');
}

function checked<Schema extends v.GenericSchema>(schema: Schema, value: unknown, input: string): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value);
  if (!result.success) {
    throw new UserError('E_INPUT', {
      what: `the file of the input "${input}" is not one that load-profile wrote`,
      fix: `pass load-profile's output "${input}" on, in the same job`,
    });
  }
  return result.output;
}
