import type { Config } from '../configuration/schema.ts';
import type { Command } from './command.ts';
import { environmentCommand, environmentsOf } from './environments.ts';
import type { SetUpRepository } from './repository.ts';
import { awsCommands } from './roles.ts';

/** Every command of a set-up but the rules of branches, which come after the first push; in the order that they are run in. */
export function setUpCommands(config: Config, repository: SetUpRepository): Command[] {
  return [
    ...awsCommands(config, repository),
    ...environmentsOf(config).map((environment) => environmentCommand(environment, repository)),
  ];
}
