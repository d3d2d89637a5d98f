import { randomBytes } from 'node:crypto';
import type { ResourceRequest } from './handler.ts';

/** A random text of upper case letters and digits, as CloudFormation ends its generated names. */
export function randomSuffix(length = 12): string {
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
  return Array.from(randomBytes(length), (byte) => signs[byte % signs.length]).join('');
}

/** What CloudFormation keeps of the stack's name, and of the logical id, where a name has no room for both. */
const CUT = 24;

/**
 * The name that a resource gets which has none of its own: `<stack>-<logical id>-<random>`, within the limit. Where that is
 * short, the stack's name is cut to 24 characters, and loses the stage at its end.
 */
export function generatedName({ stack, logicalId }: Pick<ResourceRequest, 'stack' | 'logicalId'>, limit = 64): string {
  if (limit <= 80) return `${stack.name.slice(0, CUT)}-${logicalId.slice(0, CUT)}-${randomSuffix()}`;
  const room = limit - 14;
  const half = Math.floor(room / 2);
  const long = stack.name.length + logicalId.length > room;
  const first = long ? stack.name.slice(0, Math.max(half, room - logicalId.length)) : stack.name;
  return `${first}-${logicalId.slice(0, room - first.length)}-${randomSuffix()}`;
}

/** A property as text, or undefined. */
export function textProperty(request: ResourceRequest, name: string): string | undefined {
  const value = request.properties[name];
  return value === undefined || value === null ? undefined : String(value);
}

/** An ARN of the stack's account and region. */
export function arnIn({ stack }: ResourceRequest, service: string, resource: string): string {
  return `arn:aws:${service}:${stack.region}:${stack.account}:${resource}`;
}
