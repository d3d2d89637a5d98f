import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXAMPLE } from './example.ts';
import type { Files } from './repository.ts';

/** A configuration of init's with what the example's services read in every profile. */
export function withParameters(configuration: string): string {
  return configuration.replace(
    / {2}(\w+):\n {4}role: .*\n {4}region: .*\n/g,
    (text, profile) => `${text}    parameters:
      endpoint: https://${profile}.example.com
      endpoint_api_key: { ssm: /workshop/${profile}/endpoint_api_key }
`,
  );
}

/** The example's services as somebody has them who has set nothing up yet, in a folder. */
export function newApplication(folder = '.'): Files {
  const names = readdirSync(EXAMPLE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name).slice(EXAMPLE.length + 1))
    .filter((name) => name !== 'serverless-stages.yml');
  return Object.fromEntries(names.map((name) => [join(folder, name), readFileSync(join(EXAMPLE, name), 'utf8')]));
}
