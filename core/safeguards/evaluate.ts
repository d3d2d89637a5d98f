import { onlyDefined } from '../only-defined.ts';
import { JAVASCRIPT, POLICIES } from './catalogue.ts';
import type { Safeguard } from './entry.ts';
import type { SourcePlace } from './place.ts';
import type { Finding, Level } from './policy/policy.ts';
import { appliesTo } from './settings.ts';
import type { Subject } from './view/subject.ts';
import { hasExpired, type Waiver, waiverOf } from './waiver.ts';

/** A finding as people are shown it. */
export interface ShownFinding extends Omit<Finding, 'level'> {
  readonly level: Level;
  /** Where it is in the repository, as far as that is known. */
  readonly place?: SourcePlace;
  /** Whether it cannot be waived. */
  readonly isFinal?: true;
  /** Who lets it through; of one that has expired nothing is let through. */
  readonly waiver?: Pick<Waiver, 'owner' | 'reason' | 'until'> & { readonly hasExpired: boolean };
}

/** What came of one safeguard for one service. */
export interface SafeguardResult {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly status: 'passed' | 'warned' | 'failed' | 'waived' | 'skipped';
  /** Why it was skipped. */
  readonly reason?: string;
  readonly findings: readonly ShownFinding[];
}

/** What safeguards are evaluated with. */
export interface Evaluation {
  readonly subject: Subject;
  /** Key of the service. */
  readonly service: string;
  readonly safeguards: readonly Safeguard[];
  readonly waivers: readonly Waiver[];
  /** What the policies of users' own found, by their place in `safeguards`. */
  readonly foreign: ReadonlyMap<number, readonly Finding[]>;
}

/**
 * Evaluates all safeguards for a package, each by itself. One that throws fails, whatever its level: what cannot be checked is
 * not let through.
 */
export function evaluate(evaluation: Evaluation): SafeguardResult[] {
  return evaluation.safeguards.map((safeguard, index) => {
    const { id, title, description, stages } = safeguard;
    const about = { id, title, ...onlyDefined({ description }) };
    const { stage } = evaluation.subject;
    if (!appliesTo(safeguard, stage)) {
      const reason = `it is for ${(stages ?? []).join(', ')}`;
      return { ...about, status: 'skipped', reason, findings: [] };
    }
    const findings = findingsOf(safeguard, index, evaluation).map((finding) => shown(finding, safeguard, evaluation));
    return { ...about, status: statusOf(findings), findings };
  });
}

/** Whether a finding keeps a service from being deployed. */
export function isBlocking({ level, waiver }: ShownFinding): boolean {
  return level === 'error' && (waiver === undefined || waiver.hasExpired);
}

/** A finding, and whether it is that the safeguard could not be evaluated. */
type Found = Finding & { readonly isCrash?: true };

function findingsOf(safeguard: Safeguard, index: number, { subject, foreign }: Evaluation): readonly Found[] {
  const { id, config } = safeguard;
  if (id === JAVASCRIPT) {
    return foreign.get(index) ?? [crash('nothing came of it')];
  }
  try {
    const { check } = POLICIES[id] as { readonly check: (subject: Subject, config: unknown) => Finding[] };
    return check(subject, config);
  } catch (error) {
    // Its text may hold a value of the template.
    return [crash(error instanceof Error ? error.name : 'something was thrown')];
  }
}

/** What is found where a safeguard could not be evaluated. */
export function crash(why: string): Found {
  return {
    what: `the safeguard could not be evaluated (${why}), so nothing is let through`,
    fix: 'mend the policy, or remove it from the list',
    isCrash: true,
  };
}

function shown(found: Found, safeguard: Safeguard, { subject, service, waivers }: Evaluation): ShownFinding {
  const { level: own, isCrash = false, ...finding } = found;
  const question = { safeguard: safeguard.id, service, stage: subject.stage, finding };
  const isWaivable = !isCrash && safeguard.id !== 'no-unresolved-variables';
  const waiver = isWaivable ? waiverOf(waivers, question) : undefined;
  const isOver = waiver !== undefined && hasExpired(waiver, subject.now);
  const level = isCrash || isOver ? 'error' : (own ?? safeguard.level);
  return {
    ...finding,
    level,
    ...(isWaivable ? {} : { isFinal: true as const }),
    ...(waiver === undefined
      ? {}
      : {
          waiver: { owner: waiver.owner, reason: waiver.reason, until: waiver.until, hasExpired: isOver },
        }),
  };
}

function statusOf(findings: readonly ShownFinding[]): SafeguardResult['status'] {
  if (findings.some(isBlocking)) {
    return 'failed';
  }
  if (findings.some(({ waiver }) => waiver === undefined)) {
    return 'warned';
  }
  return findings.length > 0 ? 'waived' : 'passed';
}
