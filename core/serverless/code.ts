import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { PackagedService } from './state.ts';

/** The code of one function: known by its hash, or the name of a file of the package that is to be hashed. */
export type FunctionCode = { readonly id: string } & ({ readonly hash: string } | { readonly file: string });

/** Functions that the Serverless Framework adds by itself have its own code. */
const FRAMEWORK_ZIP = 'custom-resources.zip';

/**
 * Returns where the code of each function in a package is told, by logical id: the digest of an image, the SHA-256 that a
 * version of the function names, else the function's zip. Undefined if that of one of them cannot be told (an image by its tag,
 * a zip that somebody else uploaded).
 */
export function functionCodes({ resources }: Pick<PackagedService, 'resources'>): FunctionCode[] | undefined {
  const versions = versionHashes(resources);
  const codes: FunctionCode[] = [];
  for (const [id, { Type, Properties }] of Object.entries(resources)) {
    if (Type !== 'AWS::Lambda::Function') {
      continue;
    }
    const code = (Properties?.['Code'] ?? {}) as Readonly<Record<string, unknown>>;
    const key = code['S3Key'];
    const file = typeof key === 'string' ? posix.basename(key) : undefined;
    if (file === FRAMEWORK_ZIP) {
      continue;
    }
    const hash = versions.get(id) ?? imageDigest(code['ImageUri']) ?? inlineHash(code['ZipFile']);
    if (hash !== undefined) {
      codes.push({ id, hash });
    } else if (file !== undefined) {
      codes.push({ id, file });
    } else {
      return undefined;
    }
  }
  return codes;
}

/** Returns one hash over the code of all functions: the same for the same code, whatever the stage, account and region. */
export function joinCodes(codes: readonly { readonly id: string; readonly hash: string }[]): string {
  const lines = codes.map(({ id, hash }) => `${id} ${hash}\n`).sort();
  return createHash('sha256').update(lines.join('')).digest('hex').slice(0, 32);
}

/** What the versions in a template say of their functions' zips (CodeSha256: base64 of the SHA-256). */
function versionHashes(resources: PackagedService['resources']): Map<string, string> {
  const hashes = new Map<string, string>();
  for (const { Type, Properties } of Object.values(resources)) {
    const id = (Properties?.['FunctionName'] as { Ref?: unknown } | undefined)?.Ref;
    const hash = Properties?.['CodeSha256'];
    if (Type === 'AWS::Lambda::Version' && typeof id === 'string' && typeof hash === 'string') {
      hashes.set(id, hash);
    }
  }
  return hashes;
}

/** An image is in another registry in each account; its digest is the same everywhere. */
function imageDigest(uri: unknown): string | undefined {
  return typeof uri === 'string' ? /@(sha256:[0-9a-f]{64})$/.exec(uri)?.[1] : undefined;
}

function inlineHash(text: unknown): string | undefined {
  return text === undefined ? undefined : createHash('sha256').update(JSON.stringify(text)).digest('base64');
}
