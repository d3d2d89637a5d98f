import { describeExit, lastWords } from '../../core/child-exit.ts';
import { joinErrors } from '../../core/described-error.ts';
import { UserError } from '../../core/errors.ts';
import { onlyDefined } from '../../core/only-defined.ts';
import { plain } from '../../core/report/markdown.ts';
import { parseChoice } from '../../core/service/choose.ts';
import type { Service } from '../../core/service/definition.ts';
import { testCommand } from '../../core/service/test-command.ts';
import type { ProcessResult } from '../../io/process.ts';
import type { Log } from '../../io/runner/log.ts';
import type { Outcome } from '../../io/runner/run-action.ts';
import type { contract, Inputs } from './contract.ts';

export interface Dependencies {
  readonly discover: () => Promise<readonly Service[]>;
  /** Text of the package.json in a service's folder; undefined for none. */
  readonly readManifest: (service: Service) => Promise<string | undefined>;
  readonly runTests: (service: Service, command: string) => Promise<ProcessResult>;
  readonly log: Log;
}

/** How often tests at work say so, in milliseconds. */
const HEARTBEAT_MS = 30_000;

/** What came of the tests of one service. */
interface Tested {
  readonly key: string;
  readonly command: string;
  readonly error: UserError | undefined;
}

/** Runs the tests of services one after the other, all of them whatever fails. */
export async function run(inputs: Inputs, deps: Dependencies): Promise<Outcome<typeof contract>> {
  const services = await deps.discover();
  const chosen = parseChoice(services, inputs.services);
  const tested: Tested[] = [];
  for (const service of services.filter(({ key }) => chosen?.has(key) ?? true)) {
    const command = testCommand(service.commands, await deps.readManifest(service));
    if (command !== undefined) {
      tested.push(await testOne(service, command, deps));
    }
  }
  if (tested.length === 0) {
    deps.log.info('no service has tests');
    return { outputs: { status: 'none' } };
  }
  const failure = joinErrors(tested.flatMap(({ error }) => error ?? []));
  return {
    outputs: { status: failure === undefined ? 'passed' : 'failed' },
    summary: render(tested),
    ...onlyDefined({ failure }),
  };
}

async function testOne(service: Service, command: string, { runTests, log }: Dependencies): Promise<Tested> {
  const { key, path } = service;
  log.info(`${key}: ${command} (in ${path})`);
  const start = Date.now();
  const heartbeat = setInterval(() => {
    log.info(`${key}: at work for ${Math.round((Date.now() - start) / 1000)} s`);
  }, HEARTBEAT_MS);
  const result = await runTests(service, command).finally(() => clearInterval(heartbeat));
  log.foreign(`${key}: ${command}`, result.output);
  if (result.code === 0) {
    return { key, command, error: undefined };
  }
  const error = new UserError('E_TESTS_FAILED', {
    what: `the tests of the service "${key}" failed: ${command} (${describeExit(result)})`,
    why: lastWords(result.output),
    fix: `run them in ${path}; nothing was deployed`,
  });
  return { key, command, error };
}

function render(tested: readonly Tested[]): string {
  const rows = tested.map(
    ({ key, command, error }) =>
      `| ${plain(key)} | ${error === undefined ? '✅ passed' : '❌ failed'} | ${plain(command)} |`,
  );
  return `${['## Tests', '', '| service | status | command |', '|---|---|---|', ...rows].join('\n')}\n\n`;
}
