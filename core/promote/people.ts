import { PROMOTERS } from '../configuration/promote.ts';
import type { Asked } from './asked.ts';
import { failed, type Line, notAsked, passed } from './line.ts';

/** An environment of GitHub's, as far as an approval goes by it. */
export interface ApprovalEnvironment {
  readonly name: string;
  /** Who may approve: logins of people, names of teams. */
  readonly reviewers: readonly string[];
  /** Whether who started the run may not approve it. */
  readonly preventsSelfReview: boolean;
}

/** Says whether a person has the role in the repository that `promote.requires` asks for. */
export function starterLine(login: string, required: (typeof PROMOTERS)[number], role: Asked<string>): Line {
  if ('because' in role) {
    const failure = {
      code: 'E_NOT_ALLOWED',
      fix: 'give the job `contents: read`, and start it as a person with that role',
    } as const;
    const text = `the role of ${login}: ${role.because}`;
    // Whoever can start a workflow can write.
    return required === 'write' ? notAsked('starter', text) : failed('starter', text, failure);
  }
  const rank = (name: string) => (PROMOTERS as readonly string[]).indexOf(name);
  if (rank(role.value) >= rank(required)) {
    return passed('starter', `${login} has the role ${role.value}; ${required} is asked for`);
  }
  return failed('starter', `${login} has the role ${role.value}, and ${required} is asked for (promote.requires)`, {
    code: 'E_NOT_ALLOWED',
    fix: `have somebody start it who has the role ${required}`,
  });
}

/** Says who will be asked to approve; undefined: there is no such environment. */
export function approvalLine(name: string, environment: Asked<ApprovalEnvironment | undefined>): Line {
  if ('because' in environment) {
    return notAsked('approval', `who approves: ${environment.because}`);
  }
  const { value } = environment;
  if (value === undefined) {
    return notAsked('approval', `nobody is asked to approve: there is no environment "${name}"`);
  }
  if (value.reviewers.length === 0) {
    return notAsked('approval', `nobody is asked to approve: the environment "${name}" has no required reviewers`);
  }
  const self = value.preventsSelfReview ? ', and not who started the run' : '; it may be who started the run';
  return passed('approval', `one of ${value.reviewers.join(', ')} approves in "${name}"${self}`);
}
