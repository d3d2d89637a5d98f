import { UserError } from '../../core/errors.ts';
import { lockName } from '../../core/ledger/keys.ts';
import { currentEntry, describeHolder, lockRegion } from '../../core/ledger/lock.ts';
import type { Terminal } from '../../io/laptop/terminal.ts';
import { readLog, release } from '../../stage/hold/lock-log.ts';
import { EXIT } from '../exit-codes.ts';
import { openLaptop } from '../laptop.ts';
import { openFromHere } from '../opened.ts';
import type { Options } from '../options.ts';
import { agree } from '../prompts.ts';

/** Gives back a stage that somebody holds who has ended. Throws E_STAGE_BUSY if GitHub says that the run is at work. */
export async function unlock(options: Options, terminal: Terminal): Promise<number> {
  const laptop = await openLaptop(options, terminal, 'change');
  const {
    app,
    stage: { kind, name: stage },
    profile,
  } = laptop.configuration;
  const opened = await openFromHere(laptop);
  const { ledger } = opened.placeIn(lockRegion(profile.regions));
  const name = lockName({ app, kind, name: stage }, laptop.face.attempt.repositoryId);
  const entry = currentEntry((await readLog(ledger, name)).log)?.entry;
  if (entry?.holder === undefined) {
    terminal.print([`nobody holds the stage "${stage}"`]);
    terminal.printJson({ stage, unlocked: false });
    return EXIT.ok;
  }
  const holder = describeHolder(entry.holder);
  if (entry.holder.kind === 'run') {
    const hasEnded = await laptop.face.github.hasEnded(entry.holder.run, entry.holder.attempt);
    if (hasEnded === false) {
      throw new UserError('E_STAGE_BUSY', {
        what: `${holder} is at work in the stage "${stage}"`,
        why: 'two runs must not change one stage at once',
        fix: 'wait for it, or cancel the run: it then gives the stage back itself',
      });
    }
  }
  await agree(`${holder} holds the stage "${stage}". Give it back, if nothing deploys it any more?`, options, terminal);
  await release(ledger, name, entry);
  terminal.print([`the stage "${stage}" is free: ${holder} held it`]);
  terminal.printJson({ stage, unlocked: true, holder });
  return EXIT.ok;
}
