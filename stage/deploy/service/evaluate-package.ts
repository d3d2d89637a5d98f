import { JAVASCRIPT } from '../../../core/safeguards/catalogue.ts';
import { evaluate, type SafeguardResult } from '../../../core/safeguards/evaluate.ts';
import { foreignInput } from '../../../core/safeguards/foreign-input.ts';
import type { JavascriptConfig } from '../../../core/safeguards/javascript.ts';
import { placesIn } from '../../../core/safeguards/place.ts';
import type { Finding } from '../../../core/safeguards/policy/policy.ts';
import { appliesTo } from '../../../core/safeguards/settings.ts';
import { type Subject, subjectOf } from '../../../core/safeguards/view/subject.ts';
import { findUnresolved } from '../../../core/safeguards/view/unresolved.ts';
import type { PackagedService } from '../../../core/serverless/state.ts';
import type { Service } from '../../../core/service/definition.ts';
import type { NestedTemplate } from '../../../core/stack/nested-templates.ts';
import type { CliJob } from '../../../io/serverless/runner.ts';
import type { Safeguarding } from '../../edges.ts';

/** A package, and what is known around it. */
export interface EvaluatedPackage extends Pick<Subject, 'stage' | 'region' | 'now' | 'changes' | 'changesFault'> {
  readonly packaged: PackagedService;
  readonly nested: readonly NestedTemplate[];
}

/** Evaluates all safeguards of the stage on a package. Findings have their places in the service's configuration. */
export async function evaluatePackage(
  job: Pick<CliJob, 'key' | 'cli' | 'parameters'>,
  service: Pick<Service, 'path' | 'config'>,
  { packaged, nested, ...known }: EvaluatedPackage,
  safeguarding: Safeguarding,
): Promise<SafeguardResult[]> {
  const values = job.parameters.map(({ value }) => value);
  const templates = [packaged.template, ...nested.map(({ template }) => template)];
  const subject = subjectOf({
    ...known,
    service: packaged.service,
    stack: packaged.stack,
    cli: job.cli,
    template: packaged.template,
    provider: packaged.provider,
    stackTags: packaged.stackTags,
    configured: packaged.functions,
    nested,
    unresolved: templates.flatMap((template) => findUnresolved(template, values) ?? []),
  });
  const { safeguards, waivers } = safeguarding;
  const foreign = await runForeignPolicies(job.key, subject, packaged.functions, safeguarding);
  const results = evaluate({ subject, service: job.key, safeguards, waivers, foreign });
  return placed(results, service, safeguarding);
}

/** Runs the policies of users' own that are for the stage, one after the other. */
async function runForeignPolicies(
  key: string,
  subject: Subject,
  functions: PackagedService['functions'],
  { safeguards, runPolicy, redactor, salt }: Safeguarding,
): Promise<Map<number, Finding[]>> {
  const found = new Map<number, Finding[]>();
  for (const [index, safeguard] of safeguards.entries()) {
    if (safeguard.id === JAVASCRIPT && appliesTo(safeguard, subject.stage)) {
      const { code = '', values = false, config } = safeguard.config as JavascriptConfig;
      const input = foreignInput(key, subject, functions, { config, values, salt, redactor });
      found.set(index, await runPolicy(code, input));
    }
  }
  return found;
}

async function placed(
  results: readonly SafeguardResult[],
  service: Pick<Service, 'path' | 'config'>,
  { readDefinition }: Safeguarding,
): Promise<SafeguardResult[]> {
  if (results.every(({ findings }) => findings.length === 0)) {
    return [...results];
  }
  const definition = await readDefinition(service);
  if (definition === undefined) {
    return [...results];
  }
  const placeOf = placesIn(definition.file, definition.text);
  return results.map((result) => ({
    ...result,
    findings: result.findings.map((finding) => ({ ...finding, place: placeOf(finding) })),
  }));
}
