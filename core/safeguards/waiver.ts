import * as v from 'valibot';
import { isStageAmong } from '../stage/among.ts';
import type { StageKind } from '../stage/identity.ts';
import type { Finding } from './policy/policy.ts';

const text = (description: string) => v.pipe(v.string(), v.nonEmpty('is empty'), v.description(description));

/** An entry of `waivers`, as written. */
export const waiverSchema = v.strictObject({
  safeguard: text('Id of the safeguard that is waived.'),
  service: v.optional(text('Key of the service that it is waived for (default: all).')),
  resource: v.optional(
    text('Logical id of the resource, or key of the function, that it is waived for (default: all).'),
  ),
  stages: v.optional(
    v.pipe(
      v.array(text('One name.')),
      v.minLength(1, 'names nothing; leave the key out'),
      v.description('Stages that it is waived in, by name or pattern (default: all).'),
    ),
  ),
  owner: text('Who answers for it.'),
  reason: text('Why it may be so.'),
  until: v.pipe(
    v.string(),
    v.regex(/^\d{4}-\d\d-\d\d$/, 'is not a day; write it as 2026-12-31'),
    v.check((day) => isDay(day), 'is not a day of the calendar'),
    v.description('Last day on which it holds (UTC).'),
  ),
});

/** Who lets a finding through, why, and until when. */
export type Waiver = Readonly<v.InferOutput<typeof waiverSchema>>;

/** What a waiver is looked for with. */
export interface WaiverQuestion {
  readonly safeguard: string;
  /** Key of the service. */
  readonly service: string;
  readonly stage: { readonly name: string; readonly kind: StageKind };
  readonly finding: Pick<Finding, 'resource' | 'function'>;
}

/** Returns the waiver of a finding that holds longest; undefined for none. */
export function waiverOf(
  waivers: readonly Waiver[],
  { safeguard, service, stage, finding }: WaiverQuestion,
): Waiver | undefined {
  return waivers
    .filter((waiver) => waiver.safeguard === safeguard)
    .filter((waiver) => waiver.service === undefined || waiver.service === service)
    .filter((waiver) => waiver.stages === undefined || isStageAmong(stage, waiver.stages))
    .filter(({ resource }) => resource === undefined || resource === finding.resource || resource === finding.function)
    .sort((a, b) => (a.until < b.until ? 1 : -1))[0];
}

/** Whether a waiver's last day is over, at a time in milliseconds since 1970. */
export function hasExpired({ until }: Waiver, now: number): boolean {
  return now >= Date.parse(`${until}T00:00:00Z`) + 24 * 60 * 60_000;
}

function isDay(text: string): boolean {
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}
