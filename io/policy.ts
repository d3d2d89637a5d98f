import { randomBytes } from 'node:crypto';
import { copyFile, realpath, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Redactor } from '../core/redact.ts';
import { crash } from '../core/safeguards/evaluate.ts';
import { foreignFindings } from '../core/safeguards/javascript.ts';
import type { Finding } from '../core/safeguards/policy/policy.ts';
import { onDisk } from './files/disk.ts';
import { writePrivateJson } from './files/private.ts';
import { withPrivateFolder } from './private-work.ts';
import { runProcess } from './process.ts';

/** How long a policy of a user's own may take, in milliseconds. */
const LIMIT_MS = 10_000;

/** Evaluates a policy of a user's own: `code` is the text of a module, `input` what it is given. Never rejects. */
export type RunPolicy = (code: string, input: unknown) => Promise<Finding[]>;

interface PolicyParts {
  readonly tempFolder: string;
  readonly redactor: Redactor;
}

/**
 * Returns how policies of users' own are evaluated: in a process that has no environment and, by Node's permissions, reads nothing
 * but its own folder, writes nothing and starts nothing. The host takes signals and sockets from it, too (plugin/policy-host.ts). One that
 * crashes, gives no findings or takes more than ten seconds has found that it could not be evaluated.
 */
export function policyRunner({ tempFolder, redactor }: PolicyParts): RunPolicy {
  // By this signal Node opens its inspector to whoever sends it: a policy could, to this process.
  process.on('SIGUSR1', () => undefined);
  return (code, input) =>
    withPrivateFolder(tempFolder, 'policy', async (folder) => {
      const real = await realpath(folder);
      await onDisk(async () => {
        await writeFile(join(real, 'policy.js'), code, { mode: 0o600 });
        await copyFile(await hostProgram(), join(real, 'host.mjs'));
      });
      await writePrivateJson(join(real, 'input.json'), input);
      const mark = randomBytes(16).toString('hex');
      const limit = AbortSignal.timeout(LIMIT_MS);
      const { code: exit, output } = await runProcess({
        command: process.execPath,
        args: [...permissions(real), '--max-old-space-size=512', join(real, 'host.mjs'), mark],
        folder: real,
        environment: {},
        redactor,
        abort: limit,
      });
      if (limit.aborted) {
        return [crash(`it took more than ${LIMIT_MS / 1000} s`)];
      }
      const answer = output.split('\n').findLast((line) => line.startsWith(mark));
      const found = answer === undefined ? undefined : foreignFindings(parse(answer.slice(mark.length)));
      return found ?? [crash(exit === 0 ? 'it gave no list of findings' : 'it crashed')];
    }).catch((error: Error) => [crash(error.name)]);
}

/** Node's own switches for a process that reads one folder. */
function permissions(folder: string): string[] {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isStable = major > 23 || (major === 23 && minor >= 5) || (major === 22 && minor >= 13);
  return [isStable ? '--permission' : '--experimental-permission', `--allow-fs-read=${folder}`, '--no-warnings'];
}

/** plugin/policy-host.ts as it is built, beside the program that runs (dist/<name>/index.js). */
async function hostProgram(): Promise<string> {
  return join(dirname(await realpath(process.argv[1] ?? '')), '..', 'plugin', 'policy-host.js');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
