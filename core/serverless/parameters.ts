import { UserError } from '../errors.ts';
import type { Parameter } from '../profile/parameter.ts';

/** How parameters reach the CLI: a JSON file with the values, and arguments that only point into it. */
export interface ParameterHandover {
  /** What the file holds: short keys without a dot, as `${file(…):key}` needs them. */
  readonly file: Readonly<Record<string, string>>;
  /** `--param name=${file(PATH):p0}` for each parameter; no value ever stands in argv. */
  readonly args: readonly string[];
}

/** Longest argument that Linux lets a program have is 131,071 bytes. */
const MAX_ARGUMENT_BYTES = 120_000;

/**
 * Plans the hand-over of parameters by a file at `path`. A value is itself resolved by the CLI, and its escape `\${`
 * does not hold after a `$`; so a value is cut between each `$` and `{` and put together again from the pieces, which
 * are never scanned as a whole (osls 4.3, serverless 3.40). Newlines, blanks and empty values stay as they are.
 */
export function planHandover(parameters: readonly Parameter[], path: string): ParameterHandover {
  const place = spellPath(path);
  const file: Record<string, string> = {};
  let count = 0;
  const args = parameters.flatMap(({ name, value }) => {
    const pieces = value.split(/(?<=\$)(?=\{)/).map((piece) => {
      const key = `p${count}`;
      count += 1;
      file[key] = piece;
      return `\${file(${place}):${key}}`;
    });
    const argument = `${name}=${pieces.join('')}`;
    if (Buffer.byteLength(argument) > MAX_ARGUMENT_BYTES) {
      throw new UserError('E_PARAMETER', {
        what: `the value of the parameter "${name}" holds "\${" ${pieces.length - 1} times`,
        why: 'what puts it together again does not fit one argument of a program',
        fix: 'shorten the value',
      });
    }
    return ['--param', argument];
  });
  return { file, args };
}

function spellPath(path: string): string {
  const spelled = path.replaceAll('\\', '/');
  const odd = /[(),'"${}]/.exec(spelled);
  if (odd !== null) {
    throw new UserError('E_INPUT', {
      what: `the runner's temp folder has a ${JSON.stringify(odd[0])} in its path: ${path}`,
      why: 'the Serverless Framework cannot be pointed to a file there',
      fix: 'set RUNNER_TEMP to a plain path',
    });
  }
  return spelled;
}

/** Refuses values that serverless 4 would read as variables: it scans them again and knows no escape (4.41). */
export function checkServerless4Values(parameters: readonly Parameter[]): void {
  const bad = parameters.find(({ value }) => /\$\{[a-zA-Z]+[:(]/.test(value));
  if (bad !== undefined) {
    throw new UserError('E_PARAMETER', {
      what: `the value of the parameter "${bad.name}" holds a "\${…:"`,
      why: 'serverless 4 resolves it and knows no escape',
      fix: 'change the value, or use osls 4 or serverless 3',
    });
  }
}
