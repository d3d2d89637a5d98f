import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from './source-files.ts';

type Json = { readonly [key: string]: Json } | readonly Json[] | string | number | boolean | null;

const jobsOf = (file: string) =>
  (parse(readFileSync(join(ROOT, '.github/workflows', file), 'utf8')) as Json & { jobs: Record<string, Json> }).jobs;
const [preview, stage] = [jobsOf('preview.yml'), jobsOf('stage.yml')];

/** A job with the words of removal taken out, which a configured stage has none of. */
function withoutRemoval(job: Json | undefined): string {
  return JSON.stringify(job)
    .replace(/"pull-requests":"write",/, '')
    .replace(/ *'destroy success skipped success '\*\) ;;\\n/, '')
    .replace(
      /\(needs\.resolve\.outputs\.decision == 'deploy' \|\| needs\.resolve\.outputs\.decision == 'destroy'\)/,
      "needs.resolve.outputs.decision == 'deploy'",
    );
}

describe('the workflows of a preview and of a stage', () => {
  it.each(['start', 'test', 'end', 'result'])('have the same job %s, but for the removal', (job) => {
    expect(preview[job]).toBeDefined();
    expect(withoutRemoval(preview[job])).toBe(withoutRemoval(stage[job]));
  });

  it('have the same jobs', () => {
    expect(Object.keys(preview)).toEqual(Object.keys(stage));
  });
});
