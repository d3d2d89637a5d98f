import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import type { SsmValue } from '../../core/profile/parameter.ts';
import type { Session } from '../../core/profile/session.ts';
import { awsError, isDenied } from './errors.ts';
import { openSsmCalls, type SsmAnswer } from './ssm-calls.ts';

/** Reads parameters of one account and region, decrypted. */
export interface ParameterStore {
  /**
   * Values of some names (each once), and everything below a path (undefined: nothing), ordered by name, all of one moment:
   * they are read again where one was written after the first answer. What is removed meanwhile is not seen: SSM does not say
   * when. Throws E_SSM_MISSING naming all that are not there, E_SSM_PATH, E_SSM_DECRYPT, E_AWS_DENIED, E_THROTTLED.
   */
  read(names: readonly string[], path: string | undefined): Promise<StoredValues>;
}

/** What was read of SSM. */
export interface StoredValues {
  readonly referenced: ReadonlyMap<string, SsmValue>;
  readonly below: readonly SsmValue[];
}

/** How often parameters are read that are written meanwhile, and how far apart, in milliseconds: SSM's clock shows seconds. */
const READINGS = 5;
const BETWEEN_MS = 1000;

/** GetParameters takes ten names. */
const NAMES_PER_CALL = 10;

/** Opens SSM Parameter Store with a session; the SDK is loaded when the first value is asked for. */
export function openParameterStore(session: Session): ParameterStore {
  const place = `in account ${session.account}, region ${session.region}`;
  const calls = once(() => openSsmCalls(session));
  return {
    async read(names, path) {
      for (let reading = 1; ; reading += 1) {
        const [referenced, below] = await Promise.all([values(names), path === undefined ? [] : readBelow(path)]);
        const answers = [...referenced, ...below];
        const first = Math.min(...answers.map(({ at }) => at));
        const found = answers.flatMap((answer) => answer.found);
        const newer = answers.length < 2 ? undefined : found.find(({ written }) => written > first);
        if (newer === undefined) {
          const known = (all: readonly SsmAnswer[]) => all.flatMap((answer) => answer.found.map(({ value }) => value));
          return {
            referenced: new Map(known(referenced).map((value) => [value.name, value])),
            below: known(below).sort((a, b) => (a.name < b.name ? -1 : 1)),
          };
        }
        if (reading === READINGS) {
          throw new UserError('E_SSM_PATH', {
            what: `SSM's parameters change while they are read, ${newer.value.name} last`,
            why: 'a deploy would mix old and new values',
            fix: 'run again when nothing writes them any more',
          });
        }
        await sleep(BETWEEN_MS);
      }
    },
  };

  async function values(names: readonly string[]): Promise<SsmAnswer[]> {
    const { getParameters } = await calls();
    const batches = Array.from({ length: Math.ceil(names.length / NAMES_PER_CALL) }, (_, index) =>
      names.slice(index * NAMES_PER_CALL, (index + 1) * NAMES_PER_CALL),
    );
    const answers = await Promise.all(
      batches.map((batch) =>
        getParameters(batch, true).catch((error) => explain(error, batch, `the parameters ${batch.join(', ')}`)),
      ),
    );
    const missing = answers.flatMap((answer) => answer.missing);
    if (missing.length > 0) {
      throw new UserError('E_SSM_MISSING', {
        what: `SSM has no parameter ${missing.join(', ')} ${place}`,
        fix: 'create it there, or correct its name or the region of the profile',
      });
    }
    return answers;
  }

  async function readBelow(path: string): Promise<SsmAnswer[]> {
    const { getPage } = await calls();
    const pages: SsmAnswer[] = [];
    const seen = new Set<string>();
    for (let token: string | undefined; ; ) {
      const at = token;
      const page = await getPage(path, at, true).catch(async (error) => {
        const names = isDenied(error) || isKeyFault(error) ? await encryptedNames(path, at) : [];
        return explain(error, names, `the parameters below ${path}`);
      });
      pages.push(page);
      token = page.next;
      if (token === undefined) {
        return pages;
      }
      if (seen.has(token)) {
        throw new UserError('E_SSM_PATH', {
          what: `SSM gives the same page of ${path} again and again, after ${pages.flatMap(({ found }) => found).length} parameters`,
          fix: 'run again; tell AWS support if it stays',
        });
      }
      seen.add(token);
    }
  }

  /** Names of the secure parameters on a page, as far as the role may see them: one of them could not be decrypted. */
  async function encryptedNames(path: string, token: string | undefined): Promise<string[]> {
    const { getPage } = await calls();
    const page = await getPage(path, token, false).catch(() => undefined);
    return page?.found.filter(({ value }) => value.secure).map(({ value }) => value.name) ?? [];
  }

  /** AWS does not say which of several parameters it could not decrypt: each is asked for by itself. */
  async function explain(error: unknown, names: readonly string[], what: string): Promise<never> {
    const { getParameters } = await calls();
    if (isKeyFault(error)) {
      for (const name of names) {
        const cause =
          names.length === 1
            ? error
            : await getParameters([name], true).then(
                () => undefined,
                (one) => one,
              );
        if (cause !== undefined && isKeyFault(cause)) {
          throw decryptError(name, cause as Error, place);
        }
      }
    }
    throw awsError(`${what} could not be read ${place}`, error, session.region);
  }
}

function isKeyFault(error: unknown): boolean {
  const { name, message } = error as Error;
  return name === 'InvalidKeyId' || /KMS|kms:/.test(`${name} ${message}`);
}

function decryptError(name: string, cause: Error, place: string): UserError {
  const key = /arn:aws[\w-]*:kms:[^\s"]+|alias\/[\w/-]+/.exec(cause.message)?.[0] ?? 'unknown to us';
  return new UserError('E_SSM_DECRYPT', {
    what: `the SecureString ${name} cannot be decrypted ${place} (KMS key: ${key})`,
    why: cause.message,
    fix: 'allow kms:Decrypt on that key to the role (in its policy and in the key policy), and see that the key is enabled',
    cause,
  });
}
