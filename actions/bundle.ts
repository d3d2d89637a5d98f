// The plugin starts from the same bundle, so that no library is in dist twice.
export { ServerlessStages } from '../plugin/plugin.ts';

/** Every program that dist holds, by the path below dist that starts it; one bundle serves them all. */
const programs = {
  'check-stages/index': () => import('./check-stages/main.ts'),
  'cli/index': () => import('../cli/main.ts'),
  'compare-packages/index': () => import('./compare-packages/main.ts'),
  'deploy-service/index': () => import('./deploy-service/main.ts'),
  'destroy-stage/index': () => import('./destroy-stage/main.ts'),
  'install-dependencies/index': () => import('./install-dependencies/main.ts'),
  'load-profile/index': () => import('./load-profile/main.ts'),
  'load-profile/post': () => import('./load-profile/post.ts'),
  'promote/index': () => import('./promote/main.ts'),
  'report-stage/index': () => import('./report-stage/main.ts'),
  'resolve-stage/index': () => import('./resolve-stage/main.ts'),
  'test-services/index': () => import('./test-services/main.ts'),
};

export type ProgramName = keyof typeof programs;
export const PROGRAM_NAMES = Object.keys(programs) as ProgramName[];

/** Starts one program; never rejects, as each reports its own failure. */
export async function start(name: ProgramName): Promise<void> {
  const { main } = await programs[name]();
  await main();
}
