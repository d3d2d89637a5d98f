import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { configSchema } from '../core/configuration/schema.ts';

/** Where the JSON Schema that editors use stands. */
export const SCHEMA_FILE = fileURLToPath(new URL('../schema/serverless-stages.schema.json', import.meta.url));

/** Returns the text of the JSON Schema of serverless-stages.yml, made from the one definition in core. */
export function renderSchema(): string {
  const schema = toJsonSchema(configSchema, { typeMode: 'input', errorMode: 'ignore' });
  return `${JSON.stringify({ ...schema, title: 'serverless-stages.yml' }, null, 2)}\n`;
}

/** Writes the JSON Schema to its place. */
export async function writeSchema(): Promise<void> {
  await mkdir(dirname(SCHEMA_FILE), { recursive: true });
  await writeFile(SCHEMA_FILE, renderSchema());
}
