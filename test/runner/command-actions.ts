import type { AnnotationLevel } from './run-options.ts';
import type { SecretMasker } from './secret-masker.ts';
import type { WorkflowCommand } from './workflow-command.ts';

/** What the commands of a step can change. */
export interface CommandTarget {
  readonly masks: string[];
  readonly outputs: Record<string, string>;
  readonly state: Record<string, string>;
  /** Whether commands are shown as they were written, too. */
  echo: boolean;
  /** While it is set only the command of this name counts. */
  stopToken: string | undefined;
  show(line: string): void;
  issue(level: AnnotationLevel, message: string, properties?: Record<string, string>): void;
  debug(message: string): void;
}

/** How one command is done; `run` throws when it cannot be. */
export interface CommandAction {
  /** Never echoed, as it may hold a secret or shows itself. */
  silent?: boolean;
  run(command: WorkflowCommand, log: CommandTarget, masker: SecretMasker, line: string): void;
}

const issueAs = (level: AnnotationLevel): CommandAction => ({
  silent: true,
  run: ({ data, properties }, log) => log.issue(level, data, properties),
});

const refuse: CommandAction = {
  run: ({ name }) => {
    throw new Error(
      `The \`${name}\` command is disabled. Please upgrade to using Environment Files or opt into unsecure command execution by setting the \`ACTIONS_ALLOW_UNSECURE_COMMANDS\` environment variable to \`true\`.`,
    );
  },
};

const storeIn = (kind: 'outputs' | 'state'): CommandAction => ({
  run: ({ name, data, properties }, log) => {
    const key = properties['name'];
    if (!key) throw new Error(`Required field 'name' is missing in ##[${name}] command.`);
    log.issue('warning', `The \`${name}\` command is deprecated and will be disabled soon.`);
    log[kind][key] = data;
  },
});

/** What the runner does for each command, by its name in lower case. */
export const COMMANDS = new Map<string, CommandAction>([
  ['error', issueAs('error')],
  ['warning', issueAs('warning')],
  ['notice', issueAs('notice')],
  ['debug', { silent: true, run: ({ data }, log) => log.debug(data) }],
  ['group', { run: ({ data }, log) => log.show(`##[group]${data}`) }],
  ['endgroup', { run: (_command, log) => log.show('##[endgroup]') }],
  ['add-mask', { silent: true, run: ({ data }, log, masker) => addMask(data, log, masker) }],
  ['stop-commands', { run: ({ data }, log, _masker, line) => stopCommands(data, line, log) }],
  ['echo', { run: ({ data }, log) => setEcho(data, log) }],
  ['set-output', storeIn('outputs')],
  ['save-state', storeIn('state')],
  ['set-env', refuse],
  ['add-path', refuse],
  ['add-matcher', { run: () => undefined }],
  ['remove-matcher', { run: () => undefined }],
]);

function addMask(value: string, log: CommandTarget, masker: SecretMasker): void {
  if (value.trim() === '') {
    log.issue('warning', "Can't add secret mask for empty string in ##[add-mask] command.");
    return;
  }
  if (log.echo) log.show('::add-mask::***');
  masker.add(value);
  log.masks.push(value);
}

function stopCommands(token: string, line: string, log: CommandTarget): void {
  const name = token.toLowerCase();
  if (name === '' || name === 'pause-logging' || COMMANDS.has(name)) {
    throw new Error(
      'You cannot use a endToken that is an empty string, the string "pause-logging", or another workflow command.',
    );
  }
  if (!log.echo) log.show(line);
  log.stopToken = name;
}

function setEcho(value: string, log: CommandTarget): void {
  const wish = value.trim().toUpperCase();
  if (wish !== 'ON' && wish !== 'OFF') {
    throw new Error(`Invalid echo command value. Possible values can be: 'on', 'off'. Current value is: '${value}'.`);
  }
  log.echo = wish === 'ON';
}
