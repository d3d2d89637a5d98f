import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sampleSize } from '../../sample.ts';
import { act, createTeam, DEEDS, type Deed } from './team.ts';

const SEED = Number(process.env['PROMOTIONS_SEED'] ?? 20261129);
const RUNS = Number(process.env['PROMOTIONS_RUNS'] ?? sampleSize(20_000, 2000));

const deed: fc.Arbitrary<Deed> = fc.record({
  what: fc.constantFrom(...DEEDS),
  which: fc.nat(7),
  insists: fc.boolean(),
});

it('takes nothing away that was approved without a line that says so, and never stops who keeps to the rules', async () => {
  let [promotions, refusals] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 20, size: 'max' }), async (deeds) => {
      const team = createTeam();
      for (const one of deeds) {
        await act(team, one);
      }
      promotions += team.promoted.length;
      refusals += team.refusals;
      expect(team.faults).toEqual([]);
    }),
    { seed: SEED, numRuns: RUNS },
  );
  // Both happen often, or it would prove nothing.
  expect(promotions).toBeGreaterThan(RUNS / 2);
  expect(refusals).toBeGreaterThan(RUNS / 10);
});
