import { followsLine, keptLine } from '../../../core/promote/kept.ts';
import type { Line } from '../../../core/promote/line.ts';
import { moveMessage } from '../../../core/promote/trailers.ts';
import { findLostWork, readHistory } from '../../../stage/promote/lost-work.ts';
import { type Branches, createBranches, differing, historyOf, type Tree } from './branches.ts';

/** What people do to the two branches. */
export const DEEDS = [
  'push',
  'revert',
  'hotfix',
  'cherry-pick',
  'promote',
  'promote',
  'promote-earlier',
  'rollback',
  'merge',
  'squash',
  'back-merge',
  'revert-on-prod',
] as const;

export interface Deed {
  readonly what: (typeof DEEDS)[number];
  /** Chooses among what there is. */
  readonly which: number;
  /** Whether a refusal is let through. */
  readonly insists: boolean;
}

/** A team at work, with what went wrong. */
export interface Team {
  readonly branches: Branches;
  readonly faults: string[];
  /** Whether nobody ever changed production's branch but by promotions and rollbacks. */
  isTidy: boolean;
  /** What each content was made from. */
  readonly madeFrom: Map<string, string>;
  /** Commits that the main branch ever was at. */
  readonly onMaster: Set<string>;
  /** Commits of the main branch that were promoted. */
  readonly promoted: string[];
  /** Contents that somebody let go with an override. */
  readonly letGo: Set<string>;
  /** Merges of the main branch into production's by hand: what they leave out, git left out. */
  readonly merges: string[];
  refusals: number;
}

export function createTeam(): Team {
  const branches = createBranches({ a: 'a0', b: 'b0', c: 'c0' });
  return {
    branches,
    faults: [],
    isTidy: true,
    madeFrom: new Map(),
    onMaster: new Set([branches.heads.master]),
    promoted: [],
    letGo: new Set(),
    merges: [],
    refusals: 0,
  };
}

let made = 0;
const NAMES = { from: 'staging', to: 'prod', fromBranch: 'master', toBranch: 'prod' };

/** Does one deed, as far as git lets it. */
export async function act(team: Team, { what, which, insists }: Deed): Promise<void> {
  const { heads, line } = team.branches;
  if (what === 'promote' || what === 'promote-earlier') {
    const earlier = what === 'promote' ? [] : line(heads.master);
    await promote(team, earlier[which % earlier.length]?.id ?? heads.master, insists);
  } else {
    team.isTidy &&= TIDY.has(what);
    GIT[what](team, which);
  }
  team.onMaster.add(heads.master);
}

/** What people do who leave production's branch to promotions. */
const TIDY: ReadonlySet<Deed['what']> = new Set(['push', 'revert', 'rollback', 'cherry-pick']);
const PATHS = ['a', 'b', 'c', 'd'] as const;
const pathOf = (which: number) => PATHS[which % PATHS.length] as string;

/** What is done with git alone. */
const GIT: Readonly<Record<Exclude<Deed['what'], 'promote' | 'promote-earlier'>, (team: Team, which: number) => void>> =
  {
    push(team, which) {
      const { heads, get, commit } = team.branches;
      heads.master = commit(edited(team, get(heads.master).files, pathOf(which)), [heads.master]);
    },
    revert({ branches: { heads, line, commit } }) {
      const before = line(heads.master)[1];
      if (before !== undefined) heads.master = commit(before.files, [heads.master], 'Revert "Change"');
    },
    hotfix(team, which) {
      const { heads, get, commit } = team.branches;
      heads.prod = commit(edited(team, get(heads.prod).files, pathOf(which)), [heads.prod], 'Hotfix');
    },
    'cherry-pick'({ branches: { heads, get, commit } }) {
      const [master, prod] = [get(heads.master), get(heads.prod)];
      const [before, second] = prod.parents;
      if (before === undefined || second !== undefined) return;
      const changed = differing(get(before).files, prod.files);
      if (!changed.every((path) => master.files[path] === get(before).files[path])) return;
      const picked = Object.fromEntries(changed.map((path) => [path, prod.files[path]]));
      heads.master = commit(withoutGone({ ...master.files, ...picked }), [master.id], 'Hotfix\n\n(cherry picked)');
    },
    rollback({ branches: { heads, get, line, commit } }, which) {
      const earlier = line(heads.prod).filter(({ tree }) => tree !== get(heads.prod).tree);
      const target = earlier[which % Math.max(1, earlier.length)];
      if (target !== undefined) heads.prod = commit(target.files, [heads.prod], messageOf(target.id, true));
    },
    merge: (team) => mergeByHand(team, (prod, master) => [prod, master]),
    squash: (team) => mergeByHand(team, (prod) => [prod]),
    'back-merge'({ branches: { heads, get, commit, mergeBase, merged } }) {
      const base = mergeBase(heads.prod, heads.master) as string;
      const files = merged(get(base).files, get(heads.master).files, get(heads.prod).files);
      if (files === undefined || base === heads.prod) return;
      heads.master = base === heads.master ? heads.prod : commit(files, [heads.master, heads.prod], 'Merge prod');
    },
    'revert-on-prod'({ branches: { heads, get, commit } }) {
      const [before] = get(heads.prod).parents;
      if (before !== undefined) heads.prod = commit(get(before).files, [heads.prod], 'Revert "Promote"');
    },
  };

/** Merges the main branch into production's, unless there is nothing to merge or a conflict. */
function mergeByHand({ branches, merges }: Team, parentsOf: (prod: string, master: string) => string[]): void {
  const { heads, get, commit, mergeBase, merged } = branches;
  const base = mergeBase(heads.prod, heads.master) as string;
  const files = merged(get(base).files, get(heads.prod).files, get(heads.master).files);
  if (files === undefined || base === heads.master) return;
  heads.prod = commit(files, parentsOf(heads.prod, heads.master), 'Merge master');
  merges.push(heads.prod);
}

/** Files with one changed, on top of what it held. */
function edited({ madeFrom }: Team, files: Tree, path: string): Tree {
  made += 1;
  const content = `${path}${made}`;
  madeFrom.set(content, files[path] ?? '');
  return { ...files, [path]: content };
}

async function promote(team: Team, wanted: string, insists: boolean): Promise<void> {
  const { branches } = team;
  const { heads, get, commit } = branches;
  const [target, prod] = [get(wanted), get(heads.prod)];
  if (target.tree === prod.tree) return;
  const lines = await judge(branches, wanted);
  const failed = lines.filter(({ answer }) => answer === 'failed');
  checkVerdict(team, wanted, failed);
  const isLifted = insists && failed.every(({ liftedBy }) => liftedBy === 'ahead');
  if (failed.length > 0 && !isLifted) {
    team.refusals += 1;
    return;
  }
  if (failed.length > 0) {
    for (const path of differing(prod.files, target.files)) team.letGo.add(prod.files[path] ?? '');
  }
  team.promoted.push(wanted);
  heads.prod = commit(target.files, [prod.id, wanted], messageOf(wanted, false));
}

async function judge(branches: Branches, promoted: string): Promise<Line[]> {
  const { heads } = branches;
  const of = { from: heads.master, to: heads.prod, promoted };
  const history = historyOf(branches);
  const parts = await readHistory(history, of);
  if (parts === undefined) throw new Error('the model has all of its history');
  const { before, lost } = await findLostWork(history, of, parts);
  const names = { ...NAMES, commit: promoted };
  return [followsLine(names, before), keptLine(names, lost)];
}

/** Nothing that was approved goes without a line that says so; and who keeps to the rules is never stopped. */
function checkVerdict(team: Team, wanted: string, failed: readonly Line[]): void {
  const { branches, isTidy } = team;
  const [target, prod] = [branches.get(wanted), branches.get(branches.heads.prod)];
  const lost = [...lostHotfixes(team, wanted), ...lostByMerge(team, wanted)];
  if (lost.length > 0 && failed.length === 0) {
    const trees = `prod has ${tellTree(prod.files)}, and gets ${tellTree(target.files)}`;
    team.faults.push(`${lost.join()} is lost, and no line says so: ${trees}`);
  }
  const isOlder = failed.some(({ id, liftedBy }) => id === 'follows' && liftedBy === undefined);
  if (isTidy && failed.length > 0 && !isOlder) {
    team.faults.push(`only promotions and rollbacks, and ${failed.map(({ text }) => text).join('; ')}`);
  }
}

/** What production has and the main branch never had. */
function lostHotfixes({ branches, onMaster }: Team, wanted: string): string[] {
  const [target, prod] = [branches.get(wanted), branches.get(branches.heads.prod)];
  // A branch that was set to another one has that one's line from then on.
  const was = [...branches.ancestors(wanted)].filter((id) => onMaster.has(id)).map(branches.get);
  const ofMaster = [...was, ...branches.line(wanted)];
  return differing(prod.files, target.files).flatMap((path) => {
    const content = prod.files[path];
    const isKnown = content === undefined || ofMaster.some(({ files }) => files[path] === content);
    return isKnown ? [] : [content];
  });
}

/** What was promoted once, and a merge of production's rolled back state took from the main branch since the last promotion. */
function lostByMerge(team: Team, wanted: string): string[] {
  const { branches, promoted, merges, letGo } = team;
  const ofMaster = branches.line(wanted);
  const told = new Set([...promoted.slice(-1), ...merges].flatMap((id) => [...branches.ancestors(id)]));
  const target = branches.get(wanted);
  return ofMaster.flatMap((commit, index) => {
    const before = ofMaster[index + 1];
    if (before === undefined || told.has(commit.id) || !/^(Merge prod|Roll )/.test(commit.message)) return [];
    return differing(before.files, commit.files).flatMap((path) => {
      const content = before.files[path];
      const wasApproved = promoted.some((id) => branches.get(id).files[path] === content) && !letGo.has(content ?? '');
      const isBack = ofMaster.slice(0, index + 1).some(({ files }) => files[path] === content);
      // Nothing was taken where production had a newer one.
      const isOlder = ofMaster.slice(index + 1).some(({ files }) => files[path] === commit.files[path]);
      return content !== undefined && wasApproved && !isBack && isOlder && !holds(team, target.files[path], content)
        ? [content]
        : [];
    });
  });
}

/** Whether a content is another one, or was made from it. */
function holds({ madeFrom }: Team, content: string | undefined, other: string): boolean {
  for (let each = content; each !== undefined; each = madeFrom.get(each)) {
    if (each === other) return true;
  }
  return false;
}

const withoutGone = (files: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(
    Object.entries(files).flatMap(([path, content]) => (content === undefined ? [] : [[path, content]])),
  );
const tellTree = (tree: Tree) =>
  Object.entries(tree)
    .sort()
    .flatMap(([, content]) => content)
    .join(' ');
const messageOf = (commit: string, isRollback: boolean) =>
  moveMessage({
    from: 'staging',
    to: 'prod',
    commit,
    isRollback,
    pullRequests: [],
    by: 'ada',
    runId: '1',
    runUrl: 'https://example.com',
    override: undefined,
  });
