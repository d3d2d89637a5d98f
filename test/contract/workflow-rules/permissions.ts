import { ownTarget } from './pins.ts';
import { asRecord, commentBehind, jobsOf, type Rule } from './shipped-file.ts';

const LEVELS = ['none', 'read', 'write'];
const levelOf = (level: unknown) => LEVELS.indexOf(String(level ?? 'none'));
const isMapping = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A workflow grants nothing to all its jobs, and each job has its own permissions. */
export const ownPermissions: Rule = ({ path, kind, content, ...rest }) => {
  if (kind === 'action') return [];
  const top = isMapping(content.permissions) && Object.keys(asRecord(content.permissions)).length === 0;
  return [
    ...(top ? [] : [`${path}: does not begin with permissions: {}`]),
    ...jobsOf({ path, kind, content, ...rest })
      .filter(([, { permissions }]) => !isMapping(permissions))
      .map(([name]) => `${path}: job ${name}: has no permissions of its own, name by name`),
  ];
};

/** Each permission that a job is granted has a comment on its line that says what for. */
export const reasons: Rule = (file) =>
  jobsOf(file).flatMap(([name, { permissions }]) =>
    Object.keys(asRecord(permissions))
      .filter((scope) => !/\S+ \S+/.test(commentBehind(file, ['jobs', name, 'permissions', scope]) ?? ''))
      .map((scope) => `${file.path}: job ${name}: does not say why it has ${scope}`),
  );

/** A job that calls one of our workflows has every permission that a job of that workflow asks for. */
export const grants: Rule = (file, shipped) =>
  jobsOf(file).flatMap(([name, job]) => {
    const called = ownTarget(job.uses, file, shipped);
    const granted = asRecord(job.permissions);
    return (called ? jobsOf(called) : []).flatMap(([inner, { permissions }]) =>
      Object.entries(asRecord(permissions))
        .filter(([scope, level]) => levelOf(granted[scope]) < levelOf(level))
        .map(
          ([scope, level]) =>
            `${file.path}: job ${name}: grants ${scope}: ${granted[scope] ?? 'none'}, and job ${inner} of ${called?.path} asks for ${level}`,
        ),
    );
  });
