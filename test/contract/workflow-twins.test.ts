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

/** A job of a preview without the check for later stages. */
function withoutChecks(job: Json | undefined): Json | undefined {
  const text = JSON.stringify(job)
    .replace(
      /\(needs\.resolve\.outputs\.tests != '-' \|\| needs\.resolve\.outputs\.check-stages != '-'\)/,
      "needs.resolve.outputs.tests != '-'",
    )
    .replace(/,"check":"\$\{\{ steps\.check[^"]*","check-status":"[^"]*","checks":"[^"]*"/, '')
    .replace(`"id":"test","if":"needs.resolve.outputs.tests != '-'",`, '"id":"test",')
    .replace(/,\{"name":"Check for .*?"\}\}/, '')
    .replace(/"checks":"[^"]*",/, '')
    .replace(/"STAGES":"[^"]*","CHECK":"[^"]*","CHECKED":"[^"]*",/, '')
    .replace(/case \\"\$DECISION \$STAGES.*?esac\\n.*?esac\\n/, '')
    .replace(/ *# Only the check[^\\]*\\n *'deploy success failure success -'\) ;;\\n/, '');
  return JSON.parse(text) as Json;
}

/** A job of a configured stage without the dry run, which a preview has none of. */
function withoutDryRun(job: Json | undefined): Json | undefined {
  const text = JSON.stringify(job)
    .replace('"difference","plan",', '')
    .replace(/"DIFFERENCE":"[^"]*","DEPLOYED":"[^"]*",/, '')
    .replace(/ *'dry-run success.*?esac\\n *;;\\n/, '');
  return JSON.parse(text) as Json;
}

describe('the workflows of a preview and of a stage', () => {
  it.each(['start', 'test', 'end', 'result'])(
    'have the same job %s, but for the removal, the checks and the dry run',
    (job) => {
      expect(preview[job]).toBeDefined();
      expect(withoutRemoval(withoutChecks(preview[job]))).toBe(withoutRemoval(withoutDryRun(stage[job])));
    },
  );

  it('have the same jobs', () => {
    expect(Object.keys(preview)).toEqual(Object.keys(stage).filter((job) => !['difference', 'plan'].includes(job)));
  });
});
