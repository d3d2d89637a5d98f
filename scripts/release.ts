import { fileURLToPath } from 'node:url';
import { makeRelease } from './release-commit.ts';

try {
  const { commit, tag, moving } = makeRelease(fileURLToPath(new URL('..', import.meta.url)));
  console.log(`${tag} and ${moving} are commit ${commit} now, in this clone only. To publish them:
  git push origin ${tag} && git push --force origin ${moving}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
