import { posix } from 'node:path';
import type { Config } from '../../configuration/schema.ts';
import { ownValue } from '../../own-value.ts';
import { isServiceKey } from '../../service/definition.ts';
import { suggestName } from '../../suggest.ts';
import type { Path, Report } from './report.ts';

/** Reports services with keys or folders that cannot be, and names of services that lead nowhere. */
export function checkServices(config: Config, report: Report): void {
  if (config.services === undefined) {
    return;
  }
  if (Object.keys(config.services).length === 0) {
    report(['services'], '"services" lists no service', 'list them, or leave the key out to have them found', {
      of: 'key',
    });
  }
  checkKeys(config.services, report);
  checkFolders(config.services, report);
  for (const [key, service] of Object.entries(config.services)) {
    checkNames(['services', key, 'depends-on'], service['depends-on'] ?? [], config.services, report);
    checkTriggers(key, service, report);
  }
  for (const [name, stage] of Object.entries(config.stages ?? {})) {
    checkNames(['stages', name, 'services'], stage.services ?? [], config.services, report);
  }
}

type Services = NonNullable<Config['services']>;

function checkKeys(services: Services, report: Report): void {
  for (const key of Object.keys(services)) {
    if (!isServiceKey(key)) {
      const fix = 'use letters, digits, - and _, beginning with a letter, and not "all"';
      report(['services', key], `"${key}" is not a key of a service`, fix, { of: 'key' });
    }
  }
}

function checkFolders(services: Services, report: Report): void {
  const keyOfPath = new Map<string, string>();
  for (const [key, service] of Object.entries(services)) {
    const at = ['services', key, 'path'];
    const path = posix.normalize(service.path.replaceAll('\\', '/')).replace(/\/$/, '');
    if (/^([/\\]|[A-Za-z]:)/.test(path) || path.split('/').includes('..')) {
      report(at, `"${service.path}" leads out of the repository`, 'write a path relative to this file');
    }
    // Several services of a folder have a file each.
    const place = `${path}\0${service.config ?? ''}`;
    const twin = keyOfPath.get(place);
    if (twin !== undefined) {
      const fix = 'give each service a folder, or a file of its own (`config`)';
      report(at, `"${service.path}" is the folder of "${twin}" already`, fix);
    }
    keyOfPath.set(place, key);
  }
}

function checkNames(path: Path, names: readonly string[], services: Services, report: Report): void {
  for (const [index, name] of names.entries()) {
    if (ownValue(services, name) === undefined) {
      const fix = suggestName(name, Object.keys(services));
      report([...path, index], `"${name}" is not a service`, fix, { code: 'E_SERVICE_UNKNOWN' });
    }
  }
}

function checkTriggers(key: string, { triggers = [] }: Services[string], report: Report): void {
  for (const [index, glob] of (triggers === 'always' ? [] : triggers).entries()) {
    if (/^([/\\!]|[A-Za-z]:)/.test(glob) || glob.split('/').includes('..')) {
      const fix = 'write a glob of files of the repository, relative to this file, such as shared/**';
      report(['services', key, 'triggers', index], `"${glob}" is not a glob below this file's folder`, fix);
    }
  }
}
