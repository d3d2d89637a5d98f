import { styleText } from 'node:util';
import { printable, visible } from '../../core/report/printable.ts';
import { cut } from '../../core/terminal/table.ts';
import type { Log } from '../runner/log.ts';

/** How a text is shown where there are colours. */
export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

/** What a terminal is written to: results to the one, all else to the other. */
export interface Streams {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** How a person wants to be told. */
export interface TerminalOptions {
  /** Whether the result is JSON. */
  readonly json: boolean;
  /** Whether what children print, and what helps to find a fault, is shown too. */
  readonly verbose: boolean;
}

/** A person's terminal, or what stands in its place. */
export interface Terminal {
  readonly json: boolean;
  readonly verbose: boolean;
  /** Whether somebody is there who can be asked. */
  readonly isInteractive: boolean;
  /** Characters in a line of the result; undefined where nobody looks at it as it comes. */
  readonly width: number | undefined;
  /** What the work says of itself: on stderr, so that the result stands alone. */
  readonly log: Log;
  style(style: Style, text: string): string;
  /** Prints lines of the result; none where it is JSON. */
  print(lines: readonly string[]): void;
  /** Prints the result as JSON, where it is. */
  printJson(value: unknown): void;
  /** Shows what is at work, and how long, until the work is done. */
  working<Result>(what: string, work: () => Promise<Result>): Promise<Result>;
}

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 120;
/** Back to the line's beginning, and all of it away (ECMA-48). */
const CLEAR = '\r\u001b[2K';

/** Opens the terminal of this process. https://no-color.org, https://force-color.org */
export function openTerminal(
  { json, verbose }: TerminalOptions,
  { stdout, stderr }: Streams = process,
  environment: NodeJS.ProcessEnv = process.env,
): Terminal {
  const hasColours = (stream: NodeJS.WriteStream) =>
    (environment['NO_COLOR'] ?? '') === '' &&
    ((environment['FORCE_COLOR'] ?? '0') !== '0' || (stream.isTTY === true && environment['TERM'] !== 'dumb'));
  const paint = (stream: NodeJS.WriteStream, style: Style, text: string) =>
    hasColours(stream) ? styleText(style, text, { validateStream: false }) : text;
  const status = openStatus(stderr, environment);
  const say = (line: string) => status.above(() => stderr.write(`${line}\n`));
  const marked = (style: Style, mark: string) => (text: string) =>
    say(`${paint(stderr, style, mark)} ${visible(text)}`);
  const foreign = (title: string, text: string) => {
    if (verbose) {
      say(paint(stderr, 'dim', visible(title)));
      for (const line of text.replace(/\n$/, '').split(/\r?\n/)) {
        say(`  ${paint(stderr, 'dim', '│')} ${visible(line)}`);
      }
    }
  };
  const info = (text: string) => {
    status.tell(text);
    say(visible(text));
  };
  const log: Log = {
    info,
    notice: marked('cyan', 'note:'),
    warning: marked('yellow', 'warning:'),
    error: marked('red', 'error:'),
    debug: (text) => {
      if (verbose) {
        say(paint(stderr, 'dim', visible(text)));
      }
    },
    foreign,
    group: (title, entries) => {
      info(title);
      for (const entry of entries) {
        if ('line' in entry) {
          say(`  ${visible(entry.line)}`);
        } else {
          foreign(entry.title, entry.foreign);
        }
      }
    },
  };
  return {
    json,
    verbose,
    isInteractive: process.stdin.isTTY === true && stderr.isTTY === true && (environment['CI'] ?? '') === '',
    width: stdout.isTTY === true ? stdout.columns : undefined,
    log,
    style: (style, text) => paint(stdout, style, text),
    print: (lines) => {
      if (!json) {
        status.above(() => stdout.write(lines.map((line) => `${line}\n`).join('')));
      }
    },
    printJson: (value) => {
      if (json) {
        status.above(() => stdout.write(`${JSON.stringify(value, undefined, 2)}\n`));
      }
    },
    working: (what, work) => status.during(what, work),
  };
}

/** The last line of a terminal, which says what is at work and how long; none where nobody looks at it as it comes. */
function openStatus(stream: NodeJS.WriteStream, environment: NodeJS.ProcessEnv) {
  const isLive = stream.isTTY === true && environment['TERM'] !== 'dumb' && (environment['CI'] ?? '') === '';
  let text: string | undefined;
  let start = 0;
  let frame = 0;
  const draw = () => {
    if (isLive && text !== undefined) {
      const seconds = Math.round((performance.now() - start) / 1000);
      const line = `${FRAMES[frame % FRAMES.length]} ${printable(text)} · ${seconds} s`;
      stream.write(`${CLEAR}${cut(line, (stream.columns || 80) - 1)}`);
    }
  };
  const clear = () => {
    if (isLive && text !== undefined) {
      stream.write(CLEAR);
    }
  };
  return {
    /** Writes something above the line. */
    above(write: () => void): void {
      clear();
      write();
      draw();
    },
    /** Has the line say the last thing that was told. */
    tell(said: string): void {
      text = text === undefined ? undefined : said;
    },
    async during<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
      text = what;
      start = performance.now();
      const timer = setInterval(() => {
        frame += 1;
        draw();
      }, FRAME_MS);
      timer.unref();
      try {
        return await work();
      } finally {
        clearInterval(timer);
        clear();
        text = undefined;
      }
    },
  };
}
