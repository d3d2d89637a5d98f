import { benchGraph } from './graph.ts';
import { benchPlan } from './plan.ts';
import { benchStart } from './start.ts';

benchStart();
await benchPlan();
await benchGraph();
