import { parseRoleArn } from '../aws/role-arn.ts';
import { accountsOf, configuredStages } from '../configuration/effective.ts';
import { pairList } from '../configuration/promote.ts';
import { type Config, isSecret } from '../configuration/schema.ts';
import { ssmReferences } from '../profile/parameter.ts';
import { word } from './command.ts';
import type { SetUpRepository } from './repository.ts';
import { secretName } from './workflow-texts.ts';

/** What of a set-up only a person can do. */
export interface LeftParts {
  /** What `init` writes, from the repository's root. */
  readonly paths: readonly string[];
  /** `owner/name` of the product. */
  readonly product: string;
  readonly config: Config;
  readonly repository: SetUpRepository;
  /** Parameters that services read and nobody gives, by profile. */
  readonly unmet: ReadonlyMap<string, readonly string[]>;
  /** Branches of stages that the remote does not have. */
  readonly missingBranches: readonly string[];
  readonly services: readonly {
    readonly path: string;
    readonly file: string;
    readonly org?: string | undefined;
    readonly lacksPlugin: boolean;
    readonly hasManifest: boolean;
    readonly hasLockfile: boolean;
  }[];
  /** Whether the application is deployed by serverless 3, which asks for a login where `org` is written. */
  readonly isServerless3: boolean;
}

/** Says what is left to a person, one step a text; a step may have commands behind a colon. */
export function leftToDo({
  config,
  repository,
  services,
  isServerless3,
  missingBranches,
  unmet,
  product,
  paths,
}: LeftParts): string[] {
  const { owner, name, defaultBranch } = repository;
  const unlocked = services
    .filter(({ hasManifest, hasLockfile }) => hasManifest && !hasLockfile)
    .map(({ path }) => path);
  const pluginless = services.flatMap(({ lacksPlugin, file }) => (lacksPlugin ? [file] : []));
  const linked = services.filter(({ org }) => org !== undefined);
  const parameters = Object.values(config.profiles).map(({ parameters: own = {} }) => own);
  const ssm = [...new Set(parameters.flatMap(ssmReferences))];
  const usesSecrets = parameters.flatMap((own) => Object.values(own)).some(isSecret);
  const missing = missingBranches.filter((branch) => branch !== defaultBranch);
  const moves = pairList(config.promote).some(({ mode }) => mode !== 'pull-request');
  const previews = config.previews === undefined ? undefined : parseRoleArn(config.previews.role).account;
  const shared = Object.entries(accountsOf(config)).flatMap(([stage, account]) =>
    account === previews ? [stage] : [],
  );
  return [
    ...[...byNames(unmet)].map(
      ([names, profiles]) =>
        `Add the parameters ${names} to the profiles ${profiles.join(', ')} in serverless-stages.yml, because services use them: a text, { ssm: /PATH } or { secret: NAME }`,
    ),
    ...(shared.length === 0
      ? []
      : [
          `Previews share their AWS account with ${shared.join(', ')} (SharedAccount=accepted). Read docs/security.md for what that leaves open, or use a separate account`,
        ]),
    ...(unlocked.length === 0
      ? []
      : [
          `Commit a lockfile for ${unlocked.join(', ')} (npm install --package-lock-only): jobs install from lockfiles only`,
        ]),
    ...(linked.length > 0 && isServerless3
      ? [
          `Remove the line "org: …" from ${linked.map(({ file }) => file).join(', ')}: with it, serverless 3 asks for a login. Nothing else has to change`,
        ]
      : []),
    ...(pluginless.length === 0
      ? []
      : [
          `Add "- serverless-stages/plugin" to "plugins:" of ${pluginless.join(', ')}: the plugin resolves \${output:…} and publishes "outputs:" (docs/plugin.md). Install it: npm install --save-dev github:${product}#v1`,
        ]),
    ...(ssm.length === 0
      ? []
      : [
          `Write the secret parameters into SSM, in the account and region of their stage. The command reads the value without showing it: ${ssm.map((one) => `\n  read -rs V && printf %s "$V" | aws ssm put-parameter --type SecureString --name ${one} --value file:///dev/stdin`).join('')}`,
        ]),
    ...(usesSecrets
      ? [
          `Create the secrets that hold \`{ secret: … }\` parameters: ${configuredStages(config)
            .map((stage) => `gh secret set ${secretName(stage)}`)
            .join(', ')}`,
        ]
      : []),
    `Commit and push: git add ${paths.map(word).join(' ')} && git commit -m "Deploy with Serverless Stages" && git push origin HEAD${missing.map((branch) => `; once it is on ${defaultBranch}, create the branch ${branch}: git fetch && git push origin ${word(`origin/${defaultBranch}:refs/heads/${branch}`)}`).join('')}`,
    ...(moves
      ? [`Protect the production branch. Its ruleset needs a GitHub App on the bypass list (docs/promotion.md)`]
      : []),
    'Check the setup: npx serverless-stages doctor',
    ...(owner === 'OWNER' || name === 'REPO'
      ? [
          'Create the repository, then run init again to get commands with its name: gh repo create --private --source . --push',
        ]
      : []),
  ];
}

/** Profiles by the names of the parameters that they lack. */
function byNames(unmet: LeftParts['unmet']): Map<string, string[]> {
  const profiles = new Map<string, string[]>();
  for (const [profile, names] of unmet) {
    const text = names.join(', ');
    profiles.set(text, [...(profiles.get(text) ?? []), profile]);
  }
  return profiles;
}
