import { commentBehind, jobsOf, type Rule, type Shipped, type ShippedFile, stepsOf } from './shipped-file.ts';

const FOREIGN = /^[\w.-]+\/[\w.-]+(\/[\w.-]+)*@[0-9a-f]{40}$/;
const RELEASED = /^OWNER\/serverless-stages\/(.+)@v1$/;

/**
 * Returns the path of our own file that a `uses` names: `$/…` in what runs from this repository, `OWNER/serverless-stages/…@v1`
 * in what users copy; undefined for everything else.
 */
export function ownFile(uses: string, kind: ShippedFile['kind']): string | undefined {
  const path = kind === 'template' ? RELEASED.exec(uses)?.[1] : /^\$\/([^@]+)$/.exec(uses)?.[1];
  return path === undefined || /\.ya?ml$/.test(path) ? path : `${path}/action.yml`;
}

/** Returns our own workflow or action that a `uses` names; undefined for a foreign one, and where it is not there. */
export function ownTarget(uses: string | undefined, file: ShippedFile, shipped: Shipped): ShippedFile | undefined {
  const path = uses === undefined ? undefined : ownFile(uses, file.kind);
  return path === undefined ? undefined : shipped.get(path);
}

/** Foreign actions and workflows are named by commit, with the version in a comment; our own are there. */
export const pins: Rule = (file, shipped) => {
  const steps = stepsOf(file).map(({ step, at, way }) => ({ uses: step.uses, at, way: [...way, 'uses'] }));
  const jobs = jobsOf(file).map(([name, { uses }]) => ({
    uses,
    at: `${file.path}: job ${name}`,
    way: ['jobs', name, 'uses'],
  }));
  return [...jobs, ...steps].flatMap(({ uses, at, way }) => {
    if (uses === undefined) return [];
    const path = ownFile(uses, file.kind);
    if (path !== undefined) return shipped.has(path) ? [] : [`${at}: ${uses} is not there`];
    if (!FOREIGN.test(uses)) return [`${at}: ${uses} is not named by its commit`];
    const comment = commentBehind(file, way) ?? '';
    return /^v\d+\.\d+\.\d+$/.test(comment) ? [] : [`${at}: ${uses} has no comment with its version`];
  });
};
