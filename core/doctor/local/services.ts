import { configuredStages, regionList } from '../../configuration/effective.ts';
import type { Config } from '../../configuration/schema.ts';
import { UserError } from '../../errors.ts';
import { ownValue } from '../../own-value.ts';
import { checkFunctionNames, checkRoleName } from '../../serverless/names.ts';
import type { Service } from '../../service/definition.ts';
import { word } from '../../setup/command.ts';
import { unmetParameters } from '../../setup/unmet-parameters.ts';
import { SHORTEST_PREVIEW } from '../../stage/name.ts';
import type { LocalCheck } from '../clone.ts';
import { type Finding, findingsOfError } from '../finding.ts';

/** The names that the Serverless Framework makes fit in every stage, and in previews. */
export const namesFit: LocalCheck = ({ config, services }) => {
  const stages = configuredStages(config).flatMap((stage) => {
    const { profile = '', services: only } = config.stages?.[stage] ?? {};
    const own = services.filter(({ key }) => only?.includes(key) ?? true);
    return regionsOf(config, profile).map((region) => ({ stage, region, services: own, isMarked: false }));
  });
  const previews =
    config.previews === undefined
      ? []
      : regionsOf(config, config['default-profile'] ?? '').map((region) => ({
          // The shortest name that a preview may have: it gets that one where a longer one does not fit.
          stage: SHORTEST_PREVIEW,
          region,
          services: services.filter(({ shared }) => shared !== 'always'),
          isMarked: true,
        }));
  const faults = [...stages, ...previews].flatMap(({ stage, region, services: own, isMarked }) =>
    own.flatMap((service) => faultsOf(service, stage, region, isMarked)),
  );
  return faults.filter(({ what }, index) => faults.findIndex((other) => other.what === what) === index);
};

function faultsOf(
  { key, path, name, functionNames, makesRole }: Service,
  stage: string,
  region: string,
  isMarked: boolean,
): Finding[] {
  const checks = [
    () => checkFunctionNames(key, functionNames, stage),
    // In a preview's package the role gets another name where this one does not fit.
    () => (makesRole && name !== undefined && !isMarked ? checkRoleName({ service: name, stage, region }) : undefined),
  ];
  return checks.flatMap((check): Finding[] => {
    try {
      check();
      return [];
    } catch (error) {
      if (!(error instanceof UserError)) {
        throw error;
      }
      return findingsOfError(error, 'name-too-long', `${path}${isMarked ? ', in previews' : ''}`);
    }
  });
}

function regionsOf(config: Config, profile: string): readonly string[] {
  return regionList(ownValue(config.profiles, profile)?.region ?? []);
}

/** Every parameter that services read is given. */
export const parametersAreGiven: LocalCheck = ({ config, configPath, services, ownParameters }) =>
  configuredStages(config).flatMap((stage): Finding[] => {
    const unmet = unmetParameters(config, stage, services, ownParameters);
    return unmet.length === 0
      ? []
      : [
          {
            level: 'error',
            check: 'parameter-missing',
            place: `${configPath}, profiles.${config.stages?.[stage]?.profile}.parameters`,
            what: `services of "${stage}" use ${unmet.map((name) => `\${param:${name}}`).join(', ')}, which no parameter or output provides`,
            why: 'the Serverless Framework fails with "Cannot resolve variable"',
            fix: 'add them to `parameters` of the profile: a text, { ssm: /PATH } or { secret: NAME }',
          },
        ];
  });

/** What is installed in a job is what a lockfile says. */
export const servicesAreLocked: LocalCheck = ({ unlocked }) =>
  unlocked.map((path) => ({
    level: 'error',
    check: 'no-lockfile',
    place: path,
    what: 'has a package.json without a lockfile',
    why: 'jobs install from lockfiles only',
    fix: `(cd ${word(path)} && npm install --package-lock-only) and commit package-lock.json`,
  }));

/** Outputs as the Serverless Dashboard had them need our plugin. */
export const servicesNamePlugin: LocalCheck = ({ pluginless }) =>
  pluginless.map((file) => ({
    level: 'error',
    check: 'plugin-missing',
    place: file,
    what: 'uses `outputs:` or `${output:…}` without the plugin serverless-stages/plugin',
    why: 'only the plugin resolves and publishes them (docs/plugin.md)',
    fix: 'add `- serverless-stages/plugin` to `plugins:`, and install the package: npm install --save-dev github:OWNER/serverless-stages#v1',
  }));

/** serverless 3 asks for a login where a file names an organisation. */
export const servicesNeedNoLogin: LocalCheck = ({ linked }) =>
  linked.map((file) => ({
    level: 'error',
    check: 'dashboard-login',
    place: file,
    what: 'has `org`, the organisation in the Serverless Dashboard',
    why: 'serverless 3 then fails in a job: "You are not currently logged in"',
    fix: 'remove the line `org: …`',
  }));
