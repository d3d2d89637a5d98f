import { benchChanges } from './changes.ts';
import { benchDestroy } from './destroy.ts';
import { benchGraph } from './graph.ts';
import { benchPlan } from './plan.ts';
import { benchSafeguards } from './safeguards.ts';
import { benchStart } from './start.ts';

const BENCHES: Readonly<Record<string, () => void | Promise<void>>> = {
  start: benchStart,
  plan: benchPlan,
  graph: benchGraph,
  destroy: benchDestroy,
  safeguards: benchSafeguards,
  changes: benchChanges,
};

const named = process.argv.slice(2);
for (const [name, bench] of Object.entries(BENCHES)) {
  if (named.length === 0 || named.includes(name)) {
    await bench();
  }
}
