import { followReferences, type References } from '../../../core/service/references.ts';
import { createSettler } from '../../../core/service/settle.ts';

/** What a configuration reads by itself, in a folder of its own: the files that it names are not there. */
export function findReferences(value: unknown): References {
  const files = { get: () => ({ kind: 'missing' }) as const, load: async () => undefined };
  const settler = createSettler({ folder: 'services/api', root: value, files, lookup: () => undefined });
  return followReferences(value, settler, files, {}).reads;
}
