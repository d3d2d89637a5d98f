import type { ProfileConfig } from '../../configuration/schema.ts';
import { ownValue } from '../../own-value.ts';
import { suggestName } from '../../suggest.ts';
import type { Path, Report } from './report.ts';

/** Names of variables that programs heed by themselves, and what a parameter of that name would change. */
const HEEDED: readonly (readonly [names: RegExp, what: string])[] = [
  [
    /^(LD_|DYLD_)|^(PATH|PATHEXT|COMSPEC|SHELL|BASH_ENV|ENV|IFS|NODE_PATH|NODE_OPTIONS|NODE_REPL_.*)$/,
    'which programs and libraries are loaded',
  ],
  [
    /^(PYTHON(PATH|HOME|STARTUP)|RUBY(OPT|LIB)|PERL5?(OPT|LIB)|JAVA_TOOL_OPTIONS|_JAVA_OPTIONS|CLASSPATH|GOFLAGS)$/,
    'which programs and libraries are loaded',
  ],
  [/^(AWS_|AMAZON_)/, 'the credentials, or which AWS is talked to'],
  [/^(GITHUB_|GH_|ACTIONS_|RUNNER_|INPUT_|STATE_)/, 'what the runner tells its steps, or listens to'],
  [/^((HTTPS?|NO|ALL|FTP)_PROXY|(https?|no|all|ftp)_proxy)$/, 'where requests go'],
  [
    /^(NODE_EXTRA_CA_CERTS|NODE_TLS_.*|SSL_CERT_.*|SSLKEYLOGFILE|CURL_CA_BUNDLE|REQUESTS_CA_BUNDLE)$/,
    'whose certificates are trusted',
  ],
  [/^(GIT_|NPM_CONFIG_|npm_config_|YARN_|COREPACK_|PNPM_)/, 'what git and package managers do'],
  [/^(SLS_|SERVERLESS_)/, 'what the Serverless Framework does'],
  [
    /^(HOME|USERPROFILE|APPDATA|LOCALAPPDATA|XDG_.*|TMPDIR|TEMP|TMP|CI)$/,
    'where programs keep their files, or how they behave in a job',
  ],
];

/** Reports parameters that cannot be exported as variables, or that a program would heed as something else. */
export function checkExported(profile: ProfileConfig, path: Path, report: Report): void {
  const seen = new Map<string, string>();
  for (const [index, name] of (profile['export-env'] ?? []).entries()) {
    const fault = faultOf(name, profile, seen.get(name.toLowerCase()));
    if (fault !== undefined) {
      report([...path, index], ...fault);
    }
    seen.set(name.toLowerCase(), name);
  }
}

function faultOf(
  name: string,
  profile: ProfileConfig,
  twin: string | undefined,
): [what: string, fix: string] | undefined {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    return [`"${name}" cannot be the name of a variable`, 'rename the parameter'];
  }
  const [, changed] = HEEDED.find(([names]) => names.test(name)) ?? [];
  if (changed !== undefined) {
    return [`a variable "${name}" would change ${changed}`, 'rename the parameter, or read it as ${param:…} alone'];
  }
  if (twin !== undefined) {
    const what = twin === name ? `"${name}" is listed twice` : `"${name}" and "${twin}" differ only in case`;
    return [what, 'keep one of them: variables of that name may be one and the same'];
  }
  if (ownValue(profile.parameters, name) === undefined && profile['parameters-path'] === undefined) {
    return [`"${name}" is not a parameter`, suggestName(name, Object.keys(profile.parameters ?? {}))];
  }
  return undefined;
}
