import { it } from 'vitest';
import { openShop, ship, linesOf } from './promote-world.ts';
it('explores', async () => {
  const shop = await openShop();
  await shop.stages('one'); await ship(shop);
  await shop.completes('prod', shop.push('hot', 'prod'));
  await shop.completes('prod', shop.push({ 'ein Ärger "<b>|.txt': 'x\n' }, 'prod'));
  await shop.stages('two');
  const v = await shop.verdict();
  console.log(v.log, v.summary, linesOf(v));
  const b = await shop.move({ rollback: 'last' });
  console.log(b.verdict.log, b.verdict.outputs, b.move?.log, b.move?.outputs);
  console.log(shop.repository.git('log', '--graph', '--all', '--format=%h %d %B'));
  await shop.close();
});
