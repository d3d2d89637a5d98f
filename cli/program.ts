import { Command } from 'commander';
import type { Terminal } from '../io/laptop/terminal.ts';
import { openTerminal } from '../io/laptop/terminal.ts';
import type { Options } from './options.ts';

/** Does what a verb is for and returns the exit code. */
export type Verb = (options: Options, terminal: Terminal) => Promise<number>;

/** Collects a value that may be given several times, or as a list with commas. */
const collect = (value: string, before: readonly string[] | undefined) => [
  ...(before ?? []),
  ...value.split(',').flatMap((name) => name.trim() || []),
];

const VERBS: readonly {
  readonly name: string;
  readonly description: string;
  readonly more?: (command: Command) => Command;
  readonly load: () => Promise<Verb>;
}[] = [
  {
    name: 'plan',
    description: 'Show what a deploy would do, and deploy nothing.',
    more: withServices,
    load: async () => (await import('./verbs/plan.ts')).plan,
  },
  {
    name: 'deploy',
    description: 'Deploy your own stage, as it is on this disk.',
    more: withServices,
    load: async () => (await import('./verbs/deploy.ts')).deploy,
  },
  {
    name: 'destroy',
    description: 'Remove your own stage.',
    load: async () => (await import('./verbs/destroy.ts')).destroy,
  },
  {
    name: 'outputs',
    description: 'Show what the services of a stage publish.',
    more: withServices,
    load: async () => (await import('./verbs/outputs.ts')).outputs,
  },
  {
    name: 'params',
    description: 'Show the parameters of a stage and where they come from, without secrets.',
    load: async () => (await import('./verbs/params.ts')).params,
  },
  {
    name: 'stages',
    description: 'Show what runs where.',
    load: async () => (await import('./verbs/stages.ts')).stages,
  },
  {
    name: 'unlock',
    description: 'Give a stage back that somebody left locked.',
    load: async () => (await import('./verbs/unlock.ts')).unlock,
  },
];

function withServices(command: Command): Command {
  return command.option('--service <key>', 'only this service, and what it needs (may be repeated)', collect);
}

/** Builds the program; `done` is told the exit code of the verb that ran. */
export function createProgram(done: (code: number) => void): Command {
  const program = new Command('serverless-stages')
    .description('Preview, staging and production for Serverless Framework applications: the same at home.')
    .configureHelp({ sortSubcommands: false })
    .showHelpAfterError('(serverless-stages --help shows what there is)')
    .exitOverride();
  for (const { name, description, more, load } of VERBS) {
    const command = program
      .command(name)
      .description(description)
      .option('--stage <name>', "a configured stage, or a name for one of your own (default: your name's)")
      .option('--profile <name>', "deployment profile (default: the stage's, else default-profile)")
      .option('--aws-profile <name>', 'profile of ~/.aws/config that your credentials come from (default: AWS_PROFILE)')
      .option('--json', 'print the result as JSON', false)
      .option('-y, --yes', 'ask nothing', false)
      .option('--verbose', 'show what the Serverless Framework prints, and more', false)
      .exitOverride();
    (more?.(command) ?? command).action(async (options: Options) => {
      const verb = await load();
      done(await verb(options, openTerminal(options)));
    });
  }
  return program.addHelpText(
    'after',
    `
Exit codes: 0 done, 1 failed, 2 called wrongly, 130 ended by Ctrl-C.
A stage of your own is called after you and ends with -0me and five characters.`,
  );
}
