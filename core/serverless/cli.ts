import { UserError } from '../errors.ts';
import { onlyDefined } from '../only-defined.ts';

/** The Serverless CLI that a project has installed. */
export interface ServerlessCli {
  readonly product: 'osls' | 'serverless';
  readonly version: string;
  readonly major: number;
  /** Absolute path of the program's JavaScript file. */
  readonly script: string;
}

/** The licence of serverless 4 as an action's inputs give it; empty for none. */
export function licenceOf(inputs: {
  readonly 'serverless-access-key': string | undefined;
  readonly 'serverless-license-key': string | undefined;
}): { readonly accessKey?: string; readonly licenseKey?: string } {
  return onlyDefined({ accessKey: inputs['serverless-access-key'], licenseKey: inputs['serverless-license-key'] });
}

/** Major versions that are deployed with. */
const SUPPORTED = { osls: [4], serverless: [3, 4] } as const;

/** Checks a CLI's version and, for serverless 4, that it has a key; throws E_CLI_VERSION, E_CLI_LICENSE. */
export function checkCli(cli: ServerlessCli, hasLicence: boolean): void {
  const supported: readonly number[] = SUPPORTED[cli.product];
  if (!supported.includes(cli.major)) {
    throw new UserError('E_CLI_VERSION', {
      what: `the project has ${cli.product} ${cli.version}`,
      why: `versions ${supported.join(' and ')} of ${cli.product} are supported`,
      fix: 'install osls 4 (npm install --save-dev osls@4), or serverless 3 or 4',
    });
  }
  if (needsLicence(cli) && !hasLicence) {
    throw licenceError(`serverless ${cli.version} needs an access key or a licence key, and none was given`);
  }
}

/** Whether a CLI asks its vendor for a licence before it does anything. */
export function needsLicence(cli: ServerlessCli): boolean {
  return cli.product === 'serverless' && cli.major >= 4;
}

/** Recognises in a failed serverless 4's output that its vendor did not let it in. */
export function licenceFailure(cli: ServerlessCli, output: string): UserError | undefined {
  const said = /^.*(licen[cs]e key|access key|sign in|authenticat|unauthorized).*$/im.exec(output)?.[0];
  return needsLicence(cli) && said !== undefined
    ? licenceError(`serverless ${cli.version} said: ${said.trim()}`)
    : undefined;
}

function licenceError(what: string): UserError {
  return new UserError('E_CLI_LICENSE', {
    what,
    fix: 'set the input "serverless-access-key" or "serverless-license-key" from a secret, or use osls 4, which needs none',
  });
}
