import type { Inputs } from '../actions/deploy-service/contract.ts';
import { run } from '../actions/deploy-service/run.ts';
import type { DeployResult } from '../core/deploy/result.ts';
import type { UserError } from '../core/errors.ts';
import { decodeJson } from '../core/transport.ts';
import type { Terminal } from '../io/laptop/terminal.ts';
import { withPrivateFolder } from '../io/private-work.ts';
import { withSource } from '../io/source.ts';
import { deploymentOpener } from '../stage/open/deployment.ts';
import type { Laptop, LoadedProfile } from './laptop.ts';
import type { Options } from './options.ts';

/** What a deploy, or the plan of one, came to. */
export interface Deployed {
  readonly result: DeployResult;
  /** Why it failed; undefined if it did not. */
  readonly failure: UserError | undefined;
}

/** How many services are deployed at the same time. */
const CONCURRENCY = 4;

/** Does what the action deploy-service does, with the files of this clone as they are. Throws what that throws. */
export async function deployFromHere(
  laptop: Laptop,
  { session, parameters }: LoadedProfile,
  { service, isDryRun }: { readonly service: Options['service']; readonly isDryRun: boolean },
  terminal: Terminal,
): Promise<Deployed> {
  const { configuration, face, checkout } = laptop;
  const workingDirectory = checkout.folder;
  const open = await deploymentOpener({ configuration, session, parameters, workingDirectory, keep: undefined }, face);
  const inputs: Inputs = {
    services: service,
    configuration: undefined,
    stage: undefined,
    'credentials-file': '',
    'parameters-file': '',
    concurrency: CONCURRENCY,
    'publish-outputs': undefined,
    'dry-run': isDryRun,
    redeploy: false,
    rollback: false,
    freeze: undefined,
    'lift-freeze': undefined,
    'test-result': undefined,
    'expected-code': undefined,
    'job-summary': false,
    'github-token': '',
    'serverless-access-key': process.env['SERVERLESS_ACCESS_KEY'],
    'serverless-license-key': process.env['SERVERLESS_LICENSE_KEY'],
    'working-directory': workingDirectory,
  };
  const title = `${isDryRun ? 'planning' : 'deploying'} ${configuration.stage.name}`;
  const { outputs, failure } = await terminal.working(title, () =>
    withPrivateFolder(face.tempFolder, 'serverless-stages', (folder) =>
      withSource(checkout.root, workingDirectory, (source) => run(inputs, open(source, folder))),
    ),
  );
  return { result: decodeJson(outputs.result ?? '') as DeployResult, failure };
}
