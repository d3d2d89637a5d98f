import { type ChildProcess, spawn } from 'node:child_process';
import { UserError } from '../../core/errors.ts';
import { sizeError } from '../../core/file-size.ts';
import { gitArguments, gitEnvironment } from './run-git.ts';

/** Reads blobs by object id, through one process of git for all of them. */
export interface ObjectReader {
  /** Rejects where the object is not there (a partial or shallow clone); with E_CONFIG_FILE where it is larger than a file of that path may be. */
  read(id: string, path: string): Promise<string>;
  close(): void;
}

interface Waiting {
  readonly path: string;
  readonly resolve: (text: string) => void;
  readonly reject: (error: Error) => void;
}

/** Opens the objects of a repository; the process begins with the first one that is asked for. */
export function openObjects(folder: string): ObjectReader {
  let git: ChildProcess | undefined;
  let isClosed = false;
  const waiting: Waiting[] = [];
  let pieces: Buffer[] = [];
  let length = 0;
  /** Bytes that the next answer has, as far as it is known: less is not looked at again and again. */
  let needed = 0;

  const fail = (error: Error) => {
    for (const { reject } of waiting.splice(0)) {
      reject(error);
    }
  };
  const begin = (): ChildProcess => {
    const child = spawn('git', [...gitArguments(folder), 'cat-file', '--batch'], {
      env: gitEnvironment(),
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    [pieces, length, needed] = [[], 0, 0];
    child.stdout?.on('data', (chunk: Buffer) => {
      if (git !== child) {
        return;
      }
      pieces.push(chunk);
      length += chunk.length;
      if (length < needed) {
        return;
      }
      const rest = take(Buffer.concat(pieces), waiting);
      if (rest instanceof UserError) {
        git = undefined;
        child.kill();
        fail(rest);
        return;
      }
      pieces = [rest.bytes];
      length = rest.bytes.length;
      needed = rest.needed;
    });
    const failNow = (error: Error) => {
      if (git === child) {
        fail(error);
      }
    };
    child.once('error', failNow);
    child.once('close', () => {
      failNow(new Error('git cat-file ended: an object is not in this clone'));
      git = git === child ? undefined : git;
    });
    child.stdin?.on('error', failNow);
    return child;
  };
  return {
    read(id, path) {
      // Whoever still reads when all is over would leave a process behind that nobody ends.
      if (isClosed) {
        return Promise.reject(new Error('the repository is closed'));
      }
      git ??= begin();
      const answer = new Promise<string>((resolve, reject) => waiting.push({ path, resolve, reject }));
      git.stdin?.write(`${id}\n`);
      return answer;
    },
    close: () => {
      isClosed = true;
      git?.stdin?.end();
    },
  };
}

/**
 * Hands out the whole answers (`<id> blob <size>\n<content>\n`, or `<id> missing\n`); returns the rest with the length that it
 * will have, or the error of an answer that is too large.
 */
function take(bytes: Buffer, waiting: Waiting[]): { bytes: Buffer; needed: number } | UserError {
  let from = 0;
  for (;;) {
    const lineEnd = bytes.indexOf(10, from);
    if (lineEnd === -1) {
      return { bytes: bytes.subarray(from), needed: 0 };
    }
    const [id, kind, size = '0'] = bytes.toString('utf8', from, lineEnd).split(' ');
    if (kind === 'missing') {
      waiting.shift()?.reject(new Error(`git has no object ${id}`));
      from = lineEnd + 1;
      continue;
    }
    const error = sizeError(waiting[0]?.path ?? '', Number(size));
    if (error !== undefined) {
      return error;
    }
    const end = lineEnd + 1 + Number(size);
    if (bytes.length <= end) {
      return { bytes: bytes.subarray(from), needed: end + 1 - from };
    }
    waiting.shift()?.resolve(bytes.toString('utf8', lineEnd + 1, end));
    from = end + 1;
  }
}
