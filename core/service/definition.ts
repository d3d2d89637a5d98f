import { parseDocument } from 'yaml';
import { UserError } from '../errors.ts';

/** One service of the application, as far as it is known before it is packaged. */
export interface Service {
  readonly key: string;
  /** Folder relative to the folder of serverless-stages.yml. */
  readonly path: string;
  /** Its `service:`; undefined where its configuration is a program or the name holds a variable. */
  readonly name: string | undefined;
  /** Whether the Serverless Framework makes a role named after it: it has functions and no role of its own. */
  readonly makesRole: boolean;
}

/** Names that a service's own configuration may have, as the Serverless Framework looks for them. */
export const SERVICE_FILES = [
  'serverless.yml',
  'serverless.yaml',
  'serverless.json',
  'serverless.ts',
  'serverless.js',
  'serverless.cjs',
  'serverless.mjs',
] as const;

interface RawService {
  readonly service?: unknown;
  readonly functions?: unknown;
  readonly provider?: { readonly role?: unknown; readonly iam?: { readonly role?: unknown } };
}

/** Reads what a service's YAML or JSON says of its names; throws E_SERVICE_CONFIG where it cannot be read. */
export function readServiceDefinition(key: string, path: string, file: string, text: string): Service {
  if (!/\.(ya?ml|json)$/.test(file)) {
    return { key, path, name: undefined, makesRole: false };
  }
  const document = parseDocument(text, { logLevel: 'silent' });
  const [fault] = document.errors;
  const raw = fault === undefined ? (document.toJS() as RawService | null) : null;
  if (fault !== undefined || raw === null || typeof raw !== 'object') {
    throw new UserError('E_SERVICE_CONFIG', {
      what: `${path}/${file} ${fault === undefined ? 'is empty' : `is not valid: ${fault.message}`}`,
      fix: 'mend the file; `npx osls print` in its folder says more',
    });
  }
  const name = typeof raw.service === 'string' && !raw.service.includes('${') ? raw.service : undefined;
  if (raw.service === undefined) {
    throw new UserError('E_SERVICE_CONFIG', {
      what: `${path}/${file} has no "service:"`,
      fix: 'give the service a name',
    });
  }
  const ownRole = raw.provider?.role ?? raw.provider?.iam?.role;
  const named = typeof ownRole === 'string' || (ownRole as { name?: unknown } | undefined)?.name !== undefined;
  return { key, path, name, makesRole: raw.functions !== undefined && !named };
}
