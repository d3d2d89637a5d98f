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

export function passed(id: LineId, text: string, details?: readonly string[]): Line {
  return { id, answer: 'passed', text, ...onlyDefined({ details }) };
}

export function notAsked(id: LineId, text: string, details?: readonly string[]): Line {
  return { id, answer: 'not-asked', text, ...onlyDefined({ details }) };
}

/** What a line that failed says beside its text. */
export type Failure = Required<Pick<Line, 'code' | 'fix'>> & Pick<Line, 'details' | 'liftedBy'>;

export function failed(id: LineId, text: string, failure: Failure): Line {
  return { id, answer: 'failed', text, ...failure };
}

/** Lets the lines through that an override names. */
export function liftLines(lines: readonly Line[], names: readonly Liftable[]): Line[] {
  return lines.map((line) =>
    line.answer === 'failed' && line.liftedBy !== undefined && names.includes(line.liftedBy)
      ? { ...line, answer: 'lifted' }
      : line,
  );
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
