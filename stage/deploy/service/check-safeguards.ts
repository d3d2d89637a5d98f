import { describeError } from '../../../core/described-error.ts';
import { UserError } from '../../../core/errors.ts';
import { JAVASCRIPT } from '../../../core/safeguards/catalogue.ts';
import { evaluate, type SafeguardResult } from '../../../core/safeguards/evaluate.ts';
import { foreignInput } from '../../../core/safeguards/foreign-input.ts';
import type { JavascriptConfig } from '../../../core/safeguards/javascript.ts';
import { placesIn } from '../../../core/safeguards/place.ts';
import type { Finding } from '../../../core/safeguards/policy/policy.ts';
import { appliesTo } from '../../../core/safeguards/settings.ts';
import { type Subject, subjectOf } from '../../../core/safeguards/view/subject.ts';
import { findUnresolved } from '../../../core/safeguards/view/unresolved.ts';
import type { Service } from '../../../core/service/definition.ts';
import type { StackChange } from '../../../core/stack/change-table.ts';
import { NESTED_STACK, type NestedTemplate } from '../../../core/stack/nested-templates.ts';
import { sameTemplate } from '../../../core/stack/template.ts';
import type { Place } from '../../../io/aws/place.ts';
import type { CliJob, ServerlessRunner } from '../../../io/serverless/runner.ts';
import type { Safeguarding } from '../../edges.ts';
import type { Run } from '../../run.ts';
import type { Voice } from '../../voice.ts';
import { changesOf } from './changes.ts';
import type { CheckedPackage } from './package-service.ts';
import type { ReadyStack } from './ready-stack.ts';

/** What was found before a package is deployed. */
export interface Checked {
  readonly safeguards: readonly SafeguardResult[];
  /** What the deploy changes; undefined if CloudFormation could not say. */
  readonly changes: readonly StackChange[] | undefined;
}

/** Most changes that the result of a service holds: it is handed from job to job. */
const MOST_CHANGES = 500;

interface CheckEdges {
  readonly run: Run;
  readonly place: Place;
  readonly voice: Pick<Voice, 'log'>;
  readonly runner: Pick<ServerlessRunner, 'templates'>;
  readonly safeguarding: Safeguarding;
}

/**
 * Asks what a package would change, and evaluates all safeguards of the stage on it. Findings have their places in the service's
 * configuration.
 */
export async function checkSafeguards(
  job: CliJob,
  service: Pick<Service, 'path' | 'config'>,
  packaged: CheckedPackage,
  before: ReadyStack & { readonly isDoubtful: boolean },
  edges: CheckEdges,
): Promise<Checked> {
  const { run, place, runner, safeguarding } = edges;
  const nested = (await runner.templates(job)).map(({ name, text }) => ({ name, template: parse(text) }));
  const asked = await askChanges(packaged, nested, before, edges);
  const values = job.parameters.map(({ value }) => value);
  const templates = [packaged.template, ...nested.map(({ template }) => template)];
  const subject = subjectOf({
    service: packaged.service,
    stage: { name: run.stage.name, kind: run.stage.kind },
    region: place.region,
    stack: packaged.stack,
    cli: job.cli,
    now: place.ledger.now(),
    template: packaged.template,
    provider: packaged.provider,
    stackTags: packaged.stackTags,
    configured: packaged.functions,
    nested,
    unresolved: templates.flatMap((template) => findUnresolved(template, values) ?? []),
    ...asked,
  });
  const { safeguards, waivers } = safeguarding;
  const foreign = await runForeignPolicies(job.key, subject, packaged.functions, safeguarding);
  const results = evaluate({ subject, service: job.key, safeguards, waivers, foreign });
  return { safeguards: await placed(results, service, safeguarding), changes: asked.changes?.slice(0, MOST_CHANGES) };
}

/** If CloudFormation cannot say what changes, only a safeguard that needs to know it stops the deploy. */
async function askChanges(
  packaged: CheckedPackage,
  nested: readonly NestedTemplate[],
  before: ReadyStack & { readonly isDoubtful: boolean },
  { place, voice: { log } }: CheckEdges,
): Promise<Pick<Subject, 'changes' | 'changesFault'>> {
  try {
    const isSame = before.isDoubtful && (await hasNoChange(packaged, before, place));
    const changes = isSame ? [] : await changesOf(packaged, nested, before.stack, place, log.warning);
    return { changes, changesFault: undefined };
  } catch (error) {
    const { message } = describeError(error);
    log.warning(`what the deploy changes is not known: ${message}`);
    return { changes: undefined, changesFault: message };
  }
}

/** Types whose content is elsewhere than in the template, and in no function's code. */
const ELSEWHERE = [NESTED_STACK, 'AWS::Lambda::LayerVersion'];

/** Whether a package that is made in doubt is what stands: nothing has to be asked then. */
async function hasNoChange(
  { code, template, resources }: CheckedPackage,
  { stack, record }: ReadyStack,
  { stacks }: Place,
): Promise<boolean> {
  // What parameters, layers and nested templates come to does not stand in the template.
  const hasMore =
    template['Parameters'] !== undefined || Object.values(resources).some(({ Type = '' }) => ELSEWHERE.includes(Type));
  if (stack === undefined || hasMore || code === undefined || record?.completed?.code !== code) {
    return false;
  }
  const live = await stacks.template(stack.id);
  return live !== undefined && sameTemplate(live, template);
}

/** Runs the policies of users' own that are for the stage, one after the other. */
async function runForeignPolicies(
  key: string,
  subject: Subject,
  functions: CheckedPackage['functions'],
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

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch (cause) {
    throw new UserError('E_PACKAGE_FAILED', {
      what: 'a template of a nested stack in the package is not JSON',
      fix: 'update the plugin that makes it',
      cause,
    });
  }
}
