import { Command } from 'commander';
import type { Terminal } from '../io/laptop/terminal.ts';
import type { InitOptions, Options } from './options.ts';
import { readVersion } from './version.ts';

/** Does what a verb is for and returns the exit code. */
export type Verb = (options: Options & InitOptions, terminal: Terminal) => Promise<number>;

/** Collects a value that may be given several times, or as a list with commas. */
const collect = (value: string, before: readonly string[] | undefined) => [
  ...(before ?? []),
  ...value.split(',').flatMap((name) => name.trim() || []),
];

const VERBS: readonly {
  readonly name: string;
  readonly description: string;
  /** Options that it has beside the common ones. */
  readonly more?: (command: Command) => Command;
  /** Whether it is about one stage (default true). */
  readonly ofStage?: false;
  readonly load: () => Promise<Verb>;
}[] = [
  {
    name: 'init',
    description: 'Set up a repository: configuration, workflows, and commands for the rest.',
    ofStage: false,
    more: withAnswers,
    load: async () => (await import('./verbs/init.ts')).init,
  },
  {
    name: 'doctor',
    description: 'Check the setup: this clone, GitHub and AWS.',
    ofStage: false,
    more: withAwsProfile,
    load: async () => (await import('./verbs/doctor.ts')).doctor,
  },
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

function withAnswers(command: Command): Command {
  return command
    .option('--account <ids>', 'AWS account: one id for all stages, or dev=ID,staging=ID,prod=ID', collect)
    .option('--region <region>', 'AWS region')
    .option('--production <way>', 'how production is deployed: branch or promotion')
    .option('--app <name>', 'name of the application (default: from the Dashboard or the repository)')
    .option(
      '--owner <owner>',
      'owner, or OWNER/NAME, of your copy of serverless-stages (default: where it was installed from)',
    )
    .option('--default-branch <name>', "default branch (default: GitHub's)")
    .option('--production-branch <name>', 'branch of production (default: one of that name, or prod)')
    .option(
      '--from-dashboard <file>',
      'import stages, parameters and safeguards from your export of the Serverless Dashboard',
    )
    .option('--replace', 'overwrite existing files that differ, after showing the difference', false);
}

function withAwsProfile(command: Command): Command {
  return command.option(
    '--aws-profile <name>',
    'profile of ~/.aws/config that your credentials come from (default: AWS_PROFILE)',
  );
}

function withStage(command: Command): Command {
  return withAwsProfile(command)
    .option('--stage <name>', "a configured stage, or a name for one of your own (default: your name's)")
    .option('--profile <name>', "deployment profile (default: the stage's, else default-profile)");
}

const VERSION = ['-V', '--version'];

/** Builds the program for a command line; `done` is told the exit code of the verb that ran. */
export function createProgram(args: readonly string[], done: (code: number) => void): Command {
  const program = new Command('serverless-stages')
    .description('Preview, staging and production for Serverless Framework applications: the same at home.')
    .configureHelp({ sortSubcommands: false })
    .showHelpAfterError('(serverless-stages --help shows what there is)')
    .version(VERSION.some((flag) => args.includes(flag)) ? readVersion() : '', VERSION.join(', '))
    .exitOverride();
  for (const { name, description, more, ofStage, load } of VERBS) {
    const bare = program.command(name).description(description);
    // Only the verb of the command line needs its options.
    if (!args.includes(name)) {
      continue;
    }
    const command = (ofStage === false ? bare : withStage(bare))
      .option('--json', 'print the result as JSON', false)
      .option('-y, --yes', 'ask nothing', false)
      .option('--verbose', 'show what the Serverless Framework prints, and more', false)
      .exitOverride();
    (more?.(command) ?? command).action(async (options: Options & InitOptions) => {
      const [verb, { openTerminal }] = await Promise.all([load(), import('../io/laptop/terminal.ts')]);
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
