import { UserError } from '../../../core/errors.ts';
import { importsOf, templateTextWithImports, withImports } from '../../../core/serverless/imports.ts';
import { STATE_FILE } from '../../../core/serverless/state.ts';
import { isWhole } from '../../../core/stack/template-text.ts';
import type { Log } from '../../../io/runner/log.ts';
import type { CliJob, ServerlessRunner } from '../../../io/serverless/runner.ts';
import type { ReadImport } from '../outputs/import-reads.ts';

/**
 * Puts values in place of the imports in a package, nested stacks included, so that the preview holds on to no configured stage.
 * Throws E_IMPORT_UNKNOWN for an import of which it cannot be told what it imports.
 */
export async function takeImports(
  job: CliJob,
  { readImport, region }: { readonly readImport: ReadImport; readonly region: string },
  runner: ServerlessRunner,
  log: Log,
): Promise<void> {
  const { stack, template } = await runner.packaged(job);
  const pseudo = { 'AWS::StackName': stack, 'AWS::Region': region };
  const nested = await runner.templates(job);
  const templates = [template, ...nested.map(({ text }) => JSON.parse(text) as unknown)];
  const names = [...new Set(templates.flatMap((each) => importsOf(each, pseudo)))];
  const values = new Map<string, string>();
  for (const name of names) {
    if (!isWhole(name)) {
      throw new UserError('E_IMPORT_UNKNOWN', {
        what: `the package of the service "${job.key}" imports an export whose name is not known before (${name})`,
        why: 'a preview that imports an export of a configured stage would keep that stage from being changed',
        fix: 'write its name with texts, variables of the Serverless Framework and pseudo parameters',
      });
    }
    const found = await readImport(name);
    if (found?.isLost === true) {
      throw new UserError('E_IMPORT_UNKNOWN', {
        what: `the package of the service "${job.key}" imports ${name}, of "${found.from.stage}" (${found.from.service})`,
        why: 'its value has characters that are not ASCII, for which CloudFormation gives "?"',
        fix: 'keep to ASCII in it, or hand the value over as a parameter',
      });
    }
    if (found !== undefined) {
      log.info(`${job.label}: the import ${name} is a value of "${found.from.stage}" (${found.from.service})`);
      values.set(name, found.value);
    }
  }
  if (values.size === 0) {
    return;
  }
  await runner.rewrite(job, STATE_FILE, (text) => withImports(text, values, pseudo));
  for (const { name } of nested) {
    await runner.rewrite(job, name, (text) => templateTextWithImports(text, values, pseudo));
  }
}
