import { shortCommit } from '../short-commit.ts';

/** What the trailers of a commit that `promote` made say. */
export interface Trailers {
  /** The commit whose tree it took, of a promotion. */
  readonly promoted: string | undefined;
  /** The commit of the branch whose tree it took, of a rollback. */
  readonly rolledBackTo: string | undefined;
  /** Id of the run that made it. */
  readonly run: string | undefined;
}

/** What a move is, for its commit's message. */
export interface MoveFacts {
  readonly from: string;
  readonly to: string;
  /** The commit whose tree it takes. */
  readonly commit: string;
  readonly isRollback: boolean;
  /** Numbers of the pull requests that it brings. */
  readonly pullRequests: readonly number[];
  /** Who started it. */
  readonly by: string;
  readonly runId: string;
  readonly runUrl: string;
  /** What was let through, as the input `override` has it. */
  readonly override: string | undefined;
}

/** Most pull requests in a subject. */
const MOST = 10;
const PROMOTED = 'Promoted-Commit';
const ROLLED_BACK = 'Rolled-Back-To';
const RUN = 'Promotion-Run-Id';

/** Writes the message of the commit that moves a branch: a subject for people, trailers for `git log` and for the next run. */
export function moveMessage(facts: MoveFacts): string {
  const { from, to, commit, isRollback, pullRequests, by, runId, runUrl, override } = facts;
  const shown = pullRequests.slice(0, MOST).map((number) => `#${number}`);
  const more = pullRequests.length > MOST ? ', …' : '';
  const brought = shown.length === 0 ? '' : ` (${shown.join(', ')}${more})`;
  const subject = isRollback
    ? `Roll ${to} back to ${shortCommit(commit)}`
    : `Promote ${from}@${shortCommit(commit)} to ${to}${brought}`;
  const trailers = [
    ...(isRollback
      ? [[ROLLED_BACK, commit]]
      : [
          ['Promoted-From', from],
          [PROMOTED, commit],
        ]),
    [isRollback ? 'Rolled-Back-By' : 'Promoted-By', by],
    [RUN, runId],
    ['Promotion-Run', runUrl],
    ...(override === undefined ? [] : [['Promotion-Override', override]]),
  ];
  return `${subject}\n\n${trailers.map(([name, value]) => `${name}: ${oneLine(value ?? '')}`).join('\n')}\n`;
}

/** Reads the trailers of a message, as git does: in its last paragraph. Anyone can write them, so they are never proof. */
export function readTrailers(message: string): Trailers {
  const last =
    message
      .trimEnd()
      .split(/\n\s*\n/)
      .at(-1) ?? '';
  const values = new Map(
    last.split('\n').flatMap((line): [string, string][] => {
      const [, name = '', value = ''] = /^([A-Za-z-]+): (.*)$/.exec(line) ?? [];
      return name === '' ? [] : [[name, value.trim()]];
    }),
  );
  const commitOf = (name: string) => {
    const value = values.get(name) ?? '';
    return /^[0-9a-f]{40}$/.test(value) ? value : undefined;
  };
  return { promoted: commitOf(PROMOTED), rolledBackTo: commitOf(ROLLED_BACK), run: values.get(RUN) };
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/**
 * Returns the numbers of the pull requests that commits say they came with: in a merge commit's subject (`Merge pull request #12
 * from …`), and at the end of a squashed one's (`… (#12)`).
 */
export function pullRequestsOf(messages: readonly string[]): number[] {
  const numbers = messages.flatMap((message) => {
    const [subject = ''] = message.split('\n');
    const found = /^Merge pull request #(\d+) from /.exec(subject) ?? /\(#(\d+)\)$/.exec(subject);
    return found === null ? [] : [Number(found[1])];
  });
  return [...new Set(numbers)].sort((a, b) => a - b);
}
