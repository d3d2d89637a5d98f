import { type ChildProcess, spawn } from 'node:child_process';
import { gitArguments, gitEnvironment } from './run-git.ts';

/** Reads blobs by object id, through one process of git for all of them. */
export interface ObjectReader {
  /** Rejects where the object is not there (a partial or shallow clone). */
  read(id: string): Promise<string>;
  close(): void;
}

interface Waiting {
  readonly resolve: (text: string) => void;
  readonly reject: (error: Error) => void;
}

/** Opens the objects of a repository; the process begins with the first one that is asked for. */
export function openObjects(folder: string): ObjectReader {
  let git: ChildProcess | undefined;
  const waiting: Waiting[] = [];
  let held: Buffer = Buffer.alloc(0);

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
    child.stdout?.on('data', (chunk: Buffer) => {
      held = take(Buffer.concat([held, chunk]), waiting);
    });
    child.once('error', fail);
    child.once('close', () => {
      git = undefined;
      fail(new Error('git cat-file ended: an object is not in this clone'));
    });
    child.stdin?.on('error', fail);
    return child;
  };
  return {
    read(id) {
      git ??= begin();
      const answer = new Promise<string>((resolve, reject) => waiting.push({ resolve, reject }));
      git.stdin?.write(`${id}\n`);
      return answer;
    },
    close: () => git?.stdin?.end(),
  };
}

/** Hands out the whole answers (`<id> blob <size>\n<content>\n`, or `<id> missing\n`) and returns the rest. */
function take(bytes: Buffer, waiting: Waiting[]): Buffer {
  let from = 0;
  for (;;) {
    const lineEnd = bytes.indexOf(10, from);
    if (lineEnd === -1) {
      return bytes.subarray(from);
    }
    const [id, kind, size = '0'] = bytes.toString('utf8', from, lineEnd).split(' ');
    if (kind === 'missing') {
      waiting.shift()?.reject(new Error(`git has no object ${id}`));
      from = lineEnd + 1;
      continue;
    }
    const end = lineEnd + 1 + Number(size);
    if (bytes.length <= end) {
      return bytes.subarray(from);
    }
    waiting.shift()?.resolve(bytes.toString('utf8', lineEnd + 1, end));
    from = end + 1;
  }
}
