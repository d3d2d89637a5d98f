import { type UserError, UserErrors } from '../errors.ts';

/** How bad it is: an error stops a deploy or opens a door; what could not be asked says which right it takes. */
export type FindingLevel = 'error' | 'warning' | 'not-asked';

/** Where the answer comes from. */
export type FindingSource = 'local' | 'github' | 'aws';

/** Something that is not as it should be, or could not be looked at. */
export interface Finding {
  readonly level: FindingLevel;
  /** Names the check; stable, for scripts. */
  readonly check: string;
  /** File, environment, branch or role that it is about. */
  readonly place: string;
  readonly what: string;
  /** Why it matters. */
  readonly why: string;
  /** What mends it: a command where one does. */
  readonly fix: string;
}

/** All that one kind of source says. */
export interface Examination {
  readonly source: FindingSource;
  readonly findings: readonly Finding[];
}

/** Something that could not be looked at; `fix` says which right it takes. */
export function unasked(finding: Pick<Finding, 'check' | 'place' | 'what' | 'fix'>): Finding {
  return { ...finding, level: 'not-asked', why: 'this was not checked' };
}

/** An error as findings, each with its place; `check` names what found it. */
export function findingsOfError(error: UserError, check: string, file: string): Finding[] {
  const errors = error instanceof UserErrors ? error.errors : [error];
  return errors.map(({ code, message, position }) => {
    const place = position === undefined ? file : `${position.file}:${position.line}:${position.column}`;
    const text = position === undefined ? message : message.slice(message.indexOf(': ') + 2);
    const [what = '', ...rest] = text.split(' – ');
    return {
      level: 'error',
      check,
      place,
      what,
      why: rest.length > 1 ? rest.slice(0, -1).join('; ') : `every run ends with ${code}`,
      fix: rest.at(-1) ?? 'see docs/errors.md',
    };
  });
}
