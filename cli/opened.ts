import { createRedactor } from '../core/redact.ts';
import { type OpenedStage, openStage } from '../stage/open/stage.ts';
import type { Laptop } from './laptop.ts';

/** Opens the ways to AWS for a stage, without its parameters. Throws what its credentials throw. */
export async function openFromHere({ configuration, face, checkout, session }: Laptop): Promise<OpenedStage> {
  const parts = { configuration, session: await session(), redactor: createRedactor([]) };
  return openStage({ ...parts, workingDirectory: checkout.folder }, face);
}
