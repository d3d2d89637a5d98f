import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

/** What the runner takes from an action.yml. */
export interface ActionManifest {
  folder: string;
  inputs: Record<string, { default?: unknown; deprecationMessage?: string } | null>;
  main: string;
  post?: string;
  postIf: string;
}

interface ManifestFile {
  inputs?: ActionManifest['inputs'];
  runs?: { using?: string; main?: string; pre?: string; post?: string; 'post-if'?: string };
}

/** Reads `actions/<name>/action.yml`; throws when it is not a JavaScript action or when a file that it names is not there. */
export function readActionManifest(root: string, name: string): ActionManifest {
  const folder = join(root, 'actions', name);
  const { inputs, runs } = parse(readFileSync(join(folder, 'action.yml'), 'utf8')) as ManifestFile;
  if (!/^node\d+$/.test(runs?.using ?? '') || !runs?.main) throw new Error(`${folder} is not a JavaScript action`);
  if (runs.pre) throw new Error(`${folder} has a pre step, which this runner does not know`);
  return {
    folder,
    inputs: inputs ?? {},
    main: findScript(folder, runs.main),
    ...(runs.post ? { post: findScript(folder, runs.post) } : {}),
    postIf: runs['post-if'] ?? 'always()',
  };
}

function findScript(folder: string, script: string): string {
  const file = resolve(folder, script);
  if (!existsSync(file))
    throw new Error(`${folder}/action.yml names ${script}, but there is no ${file}: run npm run build`);
  return file;
}
