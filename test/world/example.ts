import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ACCOUNTS } from './accounts.ts';
import type { Files } from './repository.ts';

/** Folder of the application that every user's repository here holds. */
export const EXAMPLE = resolve(import.meta.dirname, '../../examples/workshop');
const TEMPLATES = resolve(import.meta.dirname, '../../workflows-templates');

/** The example's serverless-stages.yml with texts replaced; throws where one of them is not in it. */
export function configurationWith(...replacements: readonly (readonly [from: string, to: string])[]): string {
  let text = readFileSync(join(EXAMPLE, 'serverless-stages.yml'), 'utf8');
  for (const [from, to] of replacements) {
    if (!text.includes(from)) throw new Error(`the example's configuration has no ${from}`);
    text = text.replaceAll(from, to);
  }
  return text;
}

/** The example's configuration with all its stages in one account, each with a role of its own, and more replaced. */
export function exampleInOneAccount(...more: readonly (readonly [from: string, to: string])[]): string {
  const role = (account: string, name: string) => `arn:aws:iam::${account}:role/${name}`;
  return configurationWith(
    ...(['staging', 'prod'] as const).flatMap((stage): [string, string][] => [
      [role(ACCOUNTS[stage], 'serverless-stages-viewer'), role(ACCOUNTS.dev, 'serverless-stages-viewer')],
      [`${role(ACCOUNTS[stage], 'serverless-stages')}\n`, `${role(ACCOUNTS.dev, `serverless-stages-${stage}`)}\n`],
    ]),
    ...more,
  );
}

/** Files that change each service of the example, and nothing that it does. */
export function everyService(text: string): Record<string, string> {
  return Object.fromEntries(['database', 'restapi', 'tasks'].map((key) => [`backend-${key}/NOTES.md`, `${text}\n`]));
}

/** The workflows that a user copies, at the places where a user puts them. */
export function copiedWorkflows(): Files {
  const names = readdirSync(TEMPLATES).filter((name) => name.endsWith('.yml'));
  return Object.fromEntries(
    names.map((name) => [`.github/workflows/${name}`, readFileSync(join(TEMPLATES, name), 'utf8')]),
  );
}
