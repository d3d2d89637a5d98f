import { isAbsolute, relative } from 'node:path';
import { COMMANDS, type CommandTarget } from './command-actions.ts';
import type { Annotation, AnnotationLevel } from './run-options.ts';
import type { SecretMasker } from './secret-masker.ts';
import { parseCommand } from './workflow-command.ts';

// GitHub keeps ten annotations of each level a step, of at most 4,096 characters (actions/runner, ExecutionContext.AddIssue).
const ANNOTATIONS_KEPT = 10;
const ANNOTATION_LENGTH = 4096;

/** Takes what a step writes, line by line, and does what its commands say. */
export interface StepLog {
  /** A line of the step's own output. */
  take(line: string): void;
  /** A line that the runner adds: an annotation of this level, or a debug line that only debug shows. */
  issue(level: AnnotationLevel, message: string, properties?: Record<string, string>): void;
  debug(message: string): void;
  readonly annotations: Annotation[];
  readonly masks: string[];
  readonly outputs: Record<string, string>;
  readonly state: Record<string, string>;
  /** Whether a command could not be done, which fails the step. */
  readonly failed: boolean;
  text(): string;
}

export interface StepLogOptions {
  masker: SecretMasker;
  workspace: string;
  debug: boolean;
}

interface LogState extends CommandTarget, Omit<StepLog, 'failed' | 'text'> {
  failed: boolean;
}

/** Makes the log of one step; lines are masked with what is known when they come. */
export function createStepLog({ masker, workspace, debug }: StepLogOptions): StepLog {
  const lines: string[] = [];
  const state: LogState = {
    annotations: [],
    masks: [],
    outputs: {},
    state: {},
    failed: false,
    echo: debug,
    stopToken: undefined,
    show: (line) => void lines.push(masker.mask(line)),
    debug: (message) => debug && state.show(`##[debug]${message}`),
    issue: (level, message, properties = {}) => {
      state.show(`##[${level}]${message}`);
      if (state.annotations.filter((annotation) => annotation.level === level).length >= ANNOTATIONS_KEPT) return;
      const kept = masker.mask(message).slice(0, ANNOTATION_LENGTH);
      state.annotations.push({ level, message: kept, properties: withRelativeFile(properties, workspace) });
    },
    take: (line) => takeLine(line, state, masker),
  };
  return Object.assign(state, { text: () => lines.map((line) => `${line}\n`).join('') });
}

function withRelativeFile(properties: Record<string, string>, workspace: string): Record<string, string> {
  const file = properties['file'];
  if (!file || !isAbsolute(file)) return properties;
  const path = relative(workspace, file);
  return path.startsWith('..') ? properties : { ...properties, file: path.replaceAll('\\', '/') };
}

function takeLine(line: string, log: LogState, masker: SecretMasker): void {
  const isKnown = (name: string) => name.toLowerCase() === log.stopToken || COMMANDS.has(name.toLowerCase());
  const command = parseCommand(line, isKnown);
  if (!command || log.stopToken !== undefined) {
    log.show(line);
    if (command?.name.toLowerCase() === log.stopToken) log.stopToken = undefined;
    return;
  }
  const action = COMMANDS.get(command.name.toLowerCase());
  try {
    if (log.echo && !action?.silent) log.show(line);
    action?.run(command, log, masker, line);
  } catch (error) {
    log.issue('error', `Unable to process command '${action?.silent ? command.name : line}' successfully.`);
    log.issue('error', (error as Error).message);
    log.failed = true;
  }
}
