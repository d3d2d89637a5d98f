import { type ErrorCode, UserError } from '../errors.ts';
import { onlyDefined } from '../only-defined.ts';

/** What one line of a verdict is about. */
export type LineId =
  | 'source'
  | 'staged'
  | 'whole'
  | 'tested'
  | 'soak'
  | 'freeze'
  | 'follows'
  | 'kept'
  | 'needs'
  | 'proven'
  | 'target'
  | 'starter'
  | 'approval'
  | 'branch';

/** What `override` can let through. */
export const LIFTABLE = ['soak', 'freeze', 'ahead'] as const;
export type Liftable = (typeof LIFTABLE)[number];

/** One line of a verdict: what was asked, and what came of it. */
export interface Line {
  readonly id: LineId;
  /** `lifted`: it failed, and somebody let it through. */
  readonly answer: 'passed' | 'failed' | 'not-asked' | 'lifted';
  readonly text: string;
  /** Files, services or names that the text is about. */
  readonly details?: readonly string[];
  /** What to do about it, of a line that failed. */
  readonly fix?: string;
  readonly code?: ErrorCode;
  /** What lets it through. */
  readonly liftedBy?: Liftable;
}

/** A line whose question has the right answer. */
export function passed(id: LineId, text: string): Line {
  return { id, answer: 'passed', text };
}

/** A line whose question nobody could be asked, or that only says something. */
export function notAsked(id: LineId, text: string, details?: readonly string[]): Line {
  return { id, answer: 'not-asked', text, ...onlyDefined({ details: details && capped(details) }) };
}

/** What a line that failed says beside its text. */
export type Failure = Required<Pick<Line, 'code' | 'fix'>> & Pick<Line, 'details' | 'liftedBy'>;

/** A line that stops a promotion, unless it is let through. */
export function failed(id: LineId, text: string, { details, ...failure }: Failure): Line {
  return { id, answer: 'failed', text, ...failure, ...onlyDefined({ details: details && capped(details) }) };
}

/** Most details that a line keeps: the outputs of a job have a limit. */
const MOST_KEPT = 200;

function capped(details: readonly string[]): readonly string[] {
  const more = details.length - MOST_KEPT;
  return more > 0 ? [...details.slice(0, MOST_KEPT), `and ${more} more`] : details;
}

/** Lets the lines through that an override names. */
export function liftLines(lines: readonly Line[], names: readonly Liftable[]): Line[] {
  return lines.map((line) =>
    line.answer === 'failed' && line.liftedBy !== undefined && names.includes(line.liftedBy)
      ? { ...line, answer: 'lifted' }
      : line,
  );
}

/** Whether an override let a line through. */
export function isLifted(lines: readonly Line[], name: Liftable): boolean {
  return lines.some(({ answer, liftedBy }) => answer === 'lifted' && liftedBy === name);
}

/** Returns the error of a verdict in which lines failed: that of the first, with the texts of all; undefined if none did. */
export function verdictError(lines: readonly Line[], what: string): UserError | undefined {
  const failures = lines.filter(({ answer }) => answer === 'failed');
  const [first] = failures;
  if (first === undefined) {
    return undefined;
  }
  const texts = failures.map(({ text, details }) => `${text}${listed(details)}`);
  return new UserError(first.code ?? 'E_NOT_STAGED', {
    what: `${what}: ${texts.join('; ')}`,
    why: 'nothing was moved and nothing was deployed',
    fix: failures.map(({ fix }) => fix ?? '').join('; '),
  });
}

/** Most details that an error names. */
const MOST = 10;

function listed(details: readonly string[] | undefined): string {
  if (details === undefined || details.length === 0) {
    return '';
  }
  const more = details.length > MOST ? ` and ${details.length - MOST} more` : '';
  return ` (${details.slice(0, MOST).join(', ')}${more})`;
}
