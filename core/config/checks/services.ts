import { posix } from 'node:path';
import { suggestName } from '../../suggest.ts';
import { ownValue } from '../own-value.ts';
import type { Config } from '../schema.ts';
import type { Report } from './report.ts';

const SERVICE_KEY = /^[A-Za-z][A-Za-z0-9_-]*$/;

/** Reports services with keys or folders that cannot be, and stages that name a service which is not there. */
export function checkServices(config: Config, report: Report): void {
  const services = config.services ?? {};
  const keyOfPath = new Map<string, string>();
  for (const [key, service] of Object.entries(services)) {
    if (!SERVICE_KEY.test(key) || key === 'all') {
      const fix = 'use letters, digits, - and _, beginning with a letter, and not "all"';
      report(['services', key], `"${key}" is not a key of a service`, fix, { of: 'key' });
    }
    const path = posix.normalize(service.path.replaceAll('\\', '/')).replace(/\/$/, '');
    if (/^([/\\]|[A-Za-z]:)/.test(path) || path.split('/').includes('..')) {
      report(
        ['services', key, 'path'],
        `"${service.path}" leads out of the repository`,
        'write a path relative to this file',
      );
    }
    const twin = keyOfPath.get(path);
    if (twin !== undefined) {
      report(
        ['services', key, 'path'],
        `"${service.path}" is the folder of "${twin}" already`,
        'give each service a folder',
      );
    }
    keyOfPath.set(path, key);
  }
  if (config.services === undefined) {
    return;
  }
  if (Object.keys(services).length === 0) {
    report(['services'], '"services" lists no service', 'list them, or leave the key out to have them found', {
      of: 'key',
    });
  }
  for (const [name, stage] of Object.entries(config.stages ?? {})) {
    for (const [index, key] of (stage.services ?? []).entries()) {
      if (ownValue(services, key) === undefined) {
        const fix = suggestName(key, Object.keys(services));
        report(['stages', name, 'services', index], `"${key}" is not a service`, fix, { code: 'E_SERVICE_UNKNOWN' });
      }
    }
  }
}
