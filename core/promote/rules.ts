import type { Asked } from './asked.ts';
import { type Line, notAsked, passed } from './line.ts';

/** What GitHub says of a branch's protection. */
export interface BranchRules {
  /** Types of the active rules of rulesets (REST API, "Get rules for a branch"). */
  readonly types: readonly string[];
  /** Approvals that a pull request into it needs. */
  readonly approvals: number;
  /** Whether a ruleset or a classic protection is on it. */
  readonly isProtected: boolean;
}

/** Rules that a move by a commit of ours passes. */
const HARMLESS = ['deletion', 'non_fast_forward', 'required_linear_history', 'required_signatures', 'creation'];

/** Rules that a move does not pass, unless whoever moves is on the bypass list. */
export function blockingRules({ types }: BranchRules): string[] {
  return [...new Set(types.filter((type) => !HARMLESS.includes(type)))];
}

/** Whether a branch takes no commit with two parents. */
export function isLinear({ types }: BranchRules): boolean {
  return types.includes('required_linear_history');
}

/** What is known of a move before it is made. */
export interface MoveAsked {
  readonly branch: string;
  readonly mode: 'branch' | 'pull-request';
  readonly rules: Asked<BranchRules>;
  /** Changed files of workflows that it brings. */
  readonly workflowFiles: readonly string[];
}

/** Says what the branch of `to` asks of who moves it. */
export function branchLine({ branch, mode, rules, workflowFiles }: MoveAsked): Line {
  if ('because' in rules) {
    return notAsked('branch', `the rules of "${branch}": ${rules.because}`);
  }
  const line = rulesLine(branch, mode, rules.value);
  return workflowFiles.length === 0
    ? line
    : notAsked(
        'branch',
        `${line.text}; it brings changed workflows, which only a GitHub App with \`workflows: write\` may push`,
        workflowFiles,
      );
}

function rulesLine(branch: string, mode: 'branch' | 'pull-request', rules: BranchRules): Line {
  if (!rules.isProtected) {
    return passed('branch', `"${branch}" has no rules: whoever can push to it deploys`);
  }
  if (mode === 'pull-request') {
    const asks = rules.approvals > 0 ? `needs ${spell(rules.approvals)}` : 'needs no approval';
    return passed('branch', `a pull request into "${branch}" ${asks}`);
  }
  if (rules.types.length === 0) {
    return notAsked('branch', `"${branch}" has a classic protection, which only an administrator's token can read`);
  }
  const blocking = blockingRules(rules);
  const linear = isLinear(rules) ? '; its history is linear, so the commit gets one parent' : '';
  return blocking.length === 0
    ? passed('branch', `the rules of "${branch}" let a commit of promote pass${linear}`)
    : notAsked(
        'branch',
        `the rules of "${branch}" (${blocking.join(', ')}) refuse a push, unless the App that moves it is on their bypass list${linear}`,
      );
}

const spell = (approvals: number) => (approvals === 1 ? 'one approval' : `${approvals} approvals`);
