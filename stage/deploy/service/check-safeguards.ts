import { describeError } from '../../../core/described-error.ts';
import { UserError } from '../../../core/errors.ts';
import type { SafeguardResult } from '../../../core/safeguards/evaluate.ts';
import type { Subject } from '../../../core/safeguards/view/subject.ts';
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
import { evaluatePackage } from './evaluate-package.ts';
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
  const nested = await nestedTemplates(job, runner);
  const asked = await askChanges(packaged, nested, before, edges);
  const stage = { name: run.stage.name, kind: run.stage.kind };
  const known = { stage, region: place.region, now: place.ledger.now(), packaged, nested, ...asked };
  const safeguards = await evaluatePackage(job, service, known, safeguarding);
  return { safeguards, changes: asked.changes?.slice(0, MOST_CHANGES) };
}

/** If CloudFormation cannot say what changes, only a safeguard that needs to know it stops the deploy. */
async function askChanges(
  packaged: CheckedPackage,
  nested: readonly NestedTemplate[],
  before: ReadyStack & { readonly isDoubtful: boolean },
  { run: { isDryRun }, place, voice: { log } }: CheckEdges,
): Promise<Pick<Subject, 'changes' | 'changesFault'>> {
  try {
    const isSame = before.isDoubtful && (await hasNoChange(packaged, before, place));
    const changes = isSame
      ? []
      : await changesOf(packaged, nested, before.stack, place, { isDryRun, tell: log.warning });
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

/** Returns the templates of nested stacks in a package; throws E_PACKAGE_FAILED if one is not JSON. */
export async function nestedTemplates(
  job: CliJob,
  { templates }: Pick<ServerlessRunner, 'templates'>,
): Promise<NestedTemplate[]> {
  return (await templates(job)).map(({ name, text }) => ({ name, template: parse(text) }));
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
