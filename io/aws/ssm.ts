import type { Parameter as SdkParameter, SSMClient } from '@aws-sdk/client-ssm';
import pThrottle from 'p-throttle';
import { UserError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import { onlyDefined } from '../../core/only-defined.ts';
import type { SsmValue } from '../../core/profile/parameter.ts';
import type { Session } from '../../core/profile/session.ts';
import { BrokenAnswer } from '../broken-answer.ts';
import { clientOptions } from './client-options.ts';
import { awsError, isDenied } from './errors.ts';
import { BEGINNING_RETRY, entriesOf, request, whole } from './request.ts';

/** Reads parameters of one account and region, decrypted. */
export interface ParameterStore {
  /** Values of some names; throws E_SSM_MISSING naming all that are not there, E_SSM_DECRYPT, E_AWS_DENIED, E_THROTTLED. */
  values(names: readonly string[]): Promise<Map<string, SsmValue>>;
  /** Everything below a path, ordered by name; throws E_SSM_PATH, E_SSM_DECRYPT, E_AWS_DENIED, E_THROTTLED. */
  below(path: string): Promise<SsmValue[]>;
}

/** GetParameters takes ten names. */
const NAMES_PER_CALL = 10;

/** SSM answers 40 reads a second for the whole account; a little less leaves room for others. */
const paced = pThrottle({ limit: 36, interval: 1000 });

/** Opens SSM Parameter Store with a session; the SDK is loaded when the first value is asked for. */
export function openParameterStore(session: Session): ParameterStore {
  const place = `in account ${session.account}, region ${session.region}`;
  const calls = once(() => openCalls(session));
  return {
    async values(names) {
      if (names.length === 0) {
        return new Map();
      }
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
      return new Map(answers.flatMap((answer) => answer.found).map((value) => [value.name, value]));
    },
    async below(path) {
      const { getPage } = await calls();
      const found: SsmValue[] = [];
      const seen = new Set<string>();
      for (let token: string | undefined; ; ) {
        const at = token;
        const page = await getPage(path, at, true).catch(async (error) => {
          const names = isDenied(error) || isKeyFault(error) ? await encryptedNames(path, at) : [];
          return explain(error, names, `the parameters below ${path}`);
        });
        found.push(...page.found);
        token = page.next;
        if (token === undefined) {
          return found.sort((a, b) => (a.name < b.name ? -1 : 1));
        }
        if (seen.has(token)) {
          throw new UserError('E_SSM_PATH', {
            what: `SSM gives the same page of ${path} again and again, after ${found.length} parameters`,
            fix: 'run again; tell AWS support if it stays',
          });
        }
        seen.add(token);
      }
    },
  };

  /** Names of the secure parameters on a page, as far as the role may see them: one of them could not be decrypted. */
  async function encryptedNames(path: string, token: string | undefined): Promise<string[]> {
    const { getPage } = await calls();
    const page = await getPage(path, token, false).catch(() => undefined);
    return page?.found.filter((value) => value.secure).map((value) => value.name) ?? [];
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
    throw awsError(`${what} could not be read ${place}`, error);
  }
}

interface Calls {
  getParameters(names: readonly string[], decrypt: boolean): Promise<{ found: SsmValue[]; missing: string[] }>;
  getPage(path: string, token: string | undefined, decrypt: boolean): Promise<{ found: SsmValue[]; next?: string }>;
}

async function openCalls(session: Session): Promise<Calls> {
  const { GetParametersByPathCommand, GetParametersCommand, SSMClient } = await import('@aws-sdk/client-ssm');
  const client: SSMClient = new SSMClient(clientOptions(session));
  return {
    async getParameters(names, decrypt) {
      const command = () => client.send(new GetParametersCommand({ Names: [...names], WithDecryption: decrypt }));
      const send = async () => {
        const { Parameters, InvalidParameters: missing } = await whole(command(), 'Parameters', 'InvalidParameters');
        const found = ssmValues(Parameters);
        const known = new Set([...found.map(({ name }) => name), ...missing]);
        const unsaid = names.find((name) => !known.has(name));
        if (unsaid !== undefined) {
          throw new BrokenAnswer(`the answer says nothing of ${unsaid}`);
        }
        return { found, missing };
      };
      return request(paced(send), BEGINNING_RETRY);
    },
    async getPage(path, token, decrypt) {
      const input = { Path: path, Recursive: true, WithDecryption: decrypt, MaxResults: 10, NextToken: token };
      const send = async () => {
        const { Parameters, NextToken } = await whole(client.send(new GetParametersByPathCommand(input)), 'Parameters');
        return { found: ssmValues(Parameters), ...onlyDefined({ next: NextToken === '' ? undefined : NextToken }) };
      };
      return request(paced(send), BEGINNING_RETRY);
    },
  };
}

function ssmValues(parameters: readonly SdkParameter[]): SsmValue[] {
  return entriesOf(parameters, 'a parameter', 'Name', 'Value', 'Type').map(({ Name, Value, Type }) => ({
    name: Name,
    value: Value,
    secure: Type === 'SecureString',
  }));
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
