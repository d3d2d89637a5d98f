import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFakeProduct, type FakeAction, type FakeProduct } from './fake-action.ts';
import { runAction } from './job.ts';
import type { RunOptions, StepResult } from './run-options.ts';

let product: FakeProduct;

beforeEach(() => {
  product = createFakeProduct();
});

afterEach(() => rmSync(product.root, { recursive: true }));

/** Runs one fake action whose main is this script. */
function run(
  main: string,
  options: Partial<RunOptions> & { inputs_yml?: FakeAction['inputs'] } = {},
): Promise<StepResult> {
  const { inputs_yml: inputs, ...rest } = options;
  product.add('fake', { main, ...(inputs ? { inputs } : {}) });
  return runAction({ action: 'fake', root: product.root, workspace: product.workspace, ...rest });
}

const print = (...lines: string[]) => `console.log(${JSON.stringify(lines.join('\n'))});`;
const environment = 'append("OUTPUT", "all<<EOF\\n" + JSON.stringify(process.env) + "\\nEOF\\n");';

async function environmentOf(options: Parameters<typeof run>[1] = {}): Promise<Record<string, string>> {
  const { outputs } = await run(environment, options);
  return JSON.parse(outputs['all'] ?? '') as Record<string, string>;
}

describe('the result of a step', () => {
  it('holds outputs, state, environment, path and summary from the command files', async () => {
    const result = await run(`append("OUTPUT", "a=1\\nb<<X\\ntwo\\nlines\\nX\\n"); append("STATE", "s=2\\n");
      append("ENV", "E=3\\n"); append("PATH", "/one\\n/two\\n"); append("STEP_SUMMARY", "# Title\\n");`);
    expect(result).toMatchObject({
      conclusion: 'success',
      exitCode: 0,
      outputs: { a: '1', b: 'two\nlines' },
      state: { s: '2' },
      env: { E: '3' },
      path: ['/one', '/two'],
      summary: '# Title\n',
    });
  });

  it('is a failure with the exit code of the process', async () => {
    expect(await run('process.exit(7)')).toMatchObject({ conclusion: 'failure', exitCode: 7 });
  });

  it('is a failure with the signal that ended the process', async () => {
    expect(await run('process.kill(process.pid, "SIGKILL")')).toMatchObject({ exitCode: 137, signal: 'SIGKILL' });
  });

  it('is a failure when a command file is malformed, though the process ended well', async () => {
    const result = await run('append("OUTPUT", "good=1\\nbroken\\n")');
    expect(result).toMatchObject({ conclusion: 'failure', exitCode: 0, outputs: { good: '1' } });
    expect(result.log).toBe(
      "##[error]Unable to process file command 'output' successfully.\n##[error]Invalid format 'broken'\n",
    );
  });

  it('has every byte of both streams in raw', async () => {
    const result = await run('process.stdout.write("::debug::x\\r\\ny"); process.stderr.write("z\\n")');
    expect(result.raw).toBe('::debug::x\r\nyz\n');
    expect(result.files.OUTPUT).toBe('');
  });

  it('refuses NODE_OPTIONS in the environment of later steps', async () => {
    const result = await run('append("ENV", "node_options=--require=/x\\nGOOD=1\\n")');
    expect(result.env).toEqual({ GOOD: '1' });
    expect(result.annotations[0]?.message).toContain("Can't store NODE_OPTIONS");
  });

  it('has no summary above one mebibyte', async () => {
    const result = await run('append("STEP_SUMMARY", "x".repeat(1024 * 1024 + 1))');
    expect(result.summary).toBe('');
    expect(result.annotations[0]?.message).toContain('supports content up to a size of 1024k');
  });
});

describe('a command in the output', () => {
  it('makes annotations with their properties', async () => {
    const file = `${product.workspace}/a/b.yml`;
    const result = await run(print(`::error file=${file},line=3::Bad%0Aline`, '::warning title=T::W', '##[notice]N'));
    expect(result.annotations).toEqual([
      { level: 'error', message: 'Bad\nline', properties: { file: 'a/b.yml', line: '3' } },
      { level: 'warning', message: 'W', properties: { title: 'T' } },
      { level: 'notice', message: 'N', properties: {} },
    ]);
    expect(result.log).toBe('##[error]Bad\nline\n##[warning]W\n##[notice]N\n');
    expect(result.conclusion).toBe('success');
  });

  it('counts on stderr, too, and after a carriage return', async () => {
    const result = await run('process.stderr.write("50 %\\r::error::From stderr\\n")');
    expect(result.annotations).toHaveLength(1);
  });

  it('keeps ten annotations of a level, and all in the log', async () => {
    const result = await run(print(...Array.from({ length: 12 }, (_, number) => `::warning::${number}`), '::error::e'));
    expect(result.annotations.map(({ level }) => level)).toEqual([...Array(10).fill('warning'), 'error']);
    expect(result.log).toContain('##[warning]11\n');
  });

  it('groups lines', async () => {
    const { log } = await run(print('::group::Deploy', 'inside', '::endgroup::'));
    expect(log).toBe('##[group]Deploy\ninside\n##[endgroup]\n');
  });

  it('shows debug lines only in debug', async () => {
    expect((await run(print('::debug::detail', 'text'))).log).toBe('text\n');
    expect((await run(print('::debug::detail'), { debug: true })).log).toContain('##[debug]detail\n');
  });

  it('shows what the runner itself says in debug, masked', async () => {
    const { log } = await run(`${print('::add-mask::canary-value')} append("OUTPUT", "o=canary-value\\n")`, {
      debug: true,
    });
    expect(log).toContain("##[debug]OUTPUT o='***'");
    expect(log).not.toContain('canary-value');
  });

  it('is plain text between stop-commands and its token', async () => {
    const result = await run(
      print('::stop-commands::tok3n', '::error::no', '##[warning]no', '::other::', '::TOK3N::', '::error::yes'),
    );
    expect(result.annotations.map(({ message }) => message)).toEqual(['yes']);
    expect(result.log).toBe('::stop-commands::tok3n\n::error::no\n##[warning]no\n::other::\n::TOK3N::\n##[error]yes\n');
  });

  it('is still masked while commands are stopped, but add-mask does not count', async () => {
    const result = await run(
      print('::add-mask::known-secret', '::stop-commands::t', '::add-mask::later', 'known-secret later'),
    );
    expect(result.masks).toEqual(['known-secret']);
    expect(result.log).toContain('*** later\n');
  });

  it.each(['', 'error', 'pause-logging'])('cannot stop commands with the token %j', async (token) => {
    const result = await run(print(`::stop-commands::${token}`, '::error::after'));
    expect(result.conclusion).toBe('failure');
    expect(result.annotations.at(-1)?.message).toBe('after');
  });

  it('is shown as written while echo is on, but never add-mask', async () => {
    const { log } = await run(
      print('::echo::on', '::add-mask::canary-value', '::group::g', '::echo::off', '::group::h'),
    );
    expect(log).toBe('::add-mask::***\n::group::g\n##[group]g\n::echo::off\n##[group]h\n');
  });

  it('may set outputs and state in the old way, with a warning', async () => {
    const result = await run(print('::set-output name=o::1%0A2', '::save-state name=s::3'));
    expect(result).toMatchObject({ outputs: { o: '1\n2' }, state: { s: '3' } });
    expect(result.annotations.map(({ level }) => level)).toEqual(['warning', 'warning']);
  });

  it.each(['::set-env name=A::1', '::add-path::/x'])('is refused and fails the step: %s', async (line) => {
    const result = await run(print(line));
    expect(result).toMatchObject({ conclusion: 'failure', env: {}, path: [] });
    expect(result.annotations[1]?.message).toContain('command is disabled');
  });
});

describe('a mask', () => {
  it('hides a value in the lines after it, not before', async () => {
    const result = await run(
      print('canary-value', '::add-mask::canary-value', 'a canary-value b', '::error::canary-value'),
    );
    expect(result.log).toBe('canary-value\na *** b\n##[error]***\n');
    expect(result.annotations[0]?.message).toBe('***');
    expect(result.raw).toContain('a canary-value b');
  });

  it('hides each line of a value of several lines, in the summary, too', async () => {
    const result = await run(`${print('::add-mask::line-one%0Aline-two', 'x line-two')}
      append("STEP_SUMMARY", "| line-one |\\nline-one\\nline-two\\n")`);
    expect(result.log).toBe('x ***\n');
    expect(result.summary).toBe('| *** |\n***\n***\n');
    expect(result.masks).toEqual(['line-one\nline-two']);
  });

  it('hides secrets of the workflow and the tokens from the start', async () => {
    const { log } = await run(
      'console.log("my-secret", process.env.ACTIONS_RUNTIME_TOKEN, process.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN)',
      {
        secrets: ['my-secret'],
        idToken: { url: 'http://127.0.0.1:9/?a=b', token: 'oidc-token' },
      },
    );
    expect(log).toBe('*** *** ***\n');
  });

  it('of nothing is a warning', async () => {
    expect((await run(print('::add-mask:: '))).annotations[0]?.level).toBe('warning');
  });
});

describe('the inputs of a step', () => {
  const inputs_yml = {
    stage: null,
    'dry-run': { default: false },
    'with blank': { default: 'x' },
    token: { default: '${{ github.token }}' },
    commit: { default: '${{ github.sha }}' },
  };

  it('come as INPUT_ variables: given, default or empty', async () => {
    const env = await environmentOf({ inputs_yml, inputs: { Commit: 'abc' }, githubToken: 'ghs_1' });
    expect(env).toMatchObject({
      INPUT_STAGE: '',
      'INPUT_DRY-RUN': 'false',
      INPUT_WITH_BLANK: 'x',
      INPUT_TOKEN: 'ghs_1',
      INPUT_COMMIT: 'abc',
    });
  });

  it('keep newlines, and take the run into their defaults', async () => {
    const env = await environmentOf({ inputs_yml, inputs: { stage: 'a\nb ' }, sha: 'f'.repeat(40) });
    expect(env).toMatchObject({ INPUT_STAGE: 'a\nb ', INPUT_COMMIT: 'f'.repeat(40) });
  });

  it('that action.yml does not know are passed with a warning', async () => {
    const result = await run(environment, { inputs_yml, inputs: { stagee: 'x' } });
    expect(result.annotations[0]?.message).toContain("Unexpected input(s) 'stagee'");
    expect(result.outputs['all']).toContain('"INPUT_STAGEE":"x"');
  });

  it('cannot have a default that this runner does not understand', async () => {
    await expect(run(environment, { inputs_yml: { a: { default: '${{ hashFiles(1) }}' } } })).rejects.toThrow(
      'cannot evaluate',
    );
  });
});

describe('the environment of a step', () => {
  it('describes the run', async () => {
    const env = await environmentOf({
      ref: 'refs/pull/5/merge',
      headRef: 'feature/x',
      baseRef: 'master',
      repository: 'acme/shop',
      repositoryId: '77',
      actor: 'bob',
      runId: '9',
      runAttempt: '2',
      job: 'deploy',
      githubApiUrl: 'http://127.0.0.1:1234',
      event: { name: 'pull_request', payload: {} },
    });
    expect(env).toMatchObject({
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_REF_NAME: '5/merge',
      GITHUB_REF_TYPE: 'branch',
      GITHUB_HEAD_REF: 'feature/x',
      GITHUB_BASE_REF: 'master',
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_REPOSITORY_ID: '77',
      GITHUB_REPOSITORY_OWNER: 'acme',
      GITHUB_ACTOR: 'bob',
      GITHUB_RUN_ID: '9',
      GITHUB_RUN_ATTEMPT: '2',
      GITHUB_JOB: 'deploy',
      GITHUB_API_URL: 'http://127.0.0.1:1234',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_WORKSPACE: product.workspace,
    });
  });

  it('has the event as a file, byte for byte when a text is given', async () => {
    const main =
      'append("OUTPUT", "event<<EOF\\n" + fs.readFileSync(process.env.GITHUB_EVENT_PATH, "utf8") + "\\nEOF\\n")';
    const asJson = await run(main, { event: { name: 'push', payload: { number: 5 } } });
    expect(JSON.parse(asJson.outputs['event'] ?? '')).toEqual({ number: 5 });
    const asText = await run(main, { event: { name: 'push', payload: undefined, text: '{"broken' } });
    expect(asText.outputs['event']).toBe('{"broken');
  });

  it('holds nothing of the process that runs the tests but PATH', async () => {
    process.env['LEAK_OF_THE_TEST'] = 'leak';
    const env = await environmentOf();
    delete process.env['LEAK_OF_THE_TEST'];
    expect(env).not.toHaveProperty('LEAK_OF_THE_TEST');
    expect(env['PATH']).toContain(process.env['PATH']);
    expect(env['HOME']).not.toBe(process.env['HOME']);
  });

  it('runs on Node 24, in the workspace, with that Node first in PATH', async () => {
    const { outputs } = await run(
      'append("OUTPUT", `v=${process.version}\\ncwd=${process.cwd()}\\npath=${require("node:child_process").execFileSync("node", ["-v"])}`)',
    );
    expect(outputs['v']).toMatch(/^v(2[4-9]|[3-9]\d)\./);
    expect(outputs['path']).toBe(outputs['v']);
    expect(outputs['cwd']).toBe(product.workspace);
  });

  it('takes what env adds, but keeps what the runner sets', async () => {
    const env = await environmentOf({ env: { AWS_REGION: 'us-east-1', GITHUB_SHA: 'forged', RUNNER_TEMP: '/forged' } });
    expect(env['AWS_REGION']).toBe('us-east-1');
    expect(env['GITHUB_SHA']).toBe('0'.repeat(40));
    expect(env['RUNNER_TEMP']).not.toBe('/forged');
  });

  it('has the runtime token of every JavaScript action, and no action path: that is for composite ones', async () => {
    const env = await environmentOf();
    expect(env['ACTIONS_RUNTIME_TOKEN']).toContain('canary');
    expect(env).not.toHaveProperty('GITHUB_ACTION_PATH');
  });

  it('has the OIDC endpoint only with id-token, and debug only in debug', async () => {
    const without = await environmentOf();
    expect(Object.keys(without).filter((name) => /ID_TOKEN|DEBUG/.test(name))).toEqual([]);
    const idToken = { url: 'http://127.0.0.1:9/token?api-version=2.0', token: 't0ken-of-oidc' };
    expect(await environmentOf({ idToken, debug: true })).toMatchObject({
      ACTIONS_ID_TOKEN_REQUEST_URL: idToken.url,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: idToken.token,
      RUNNER_DEBUG: '1',
      ACTIONS_STEP_DEBUG: 'true',
    });
  });
});

describe('an action that cannot run', () => {
  it('is one whose script was not built', async () => {
    product.add('fake', { main: '' });
    rmSync(`${product.root}/dist`, { recursive: true });
    const options = { action: 'fake', root: product.root, workspace: product.workspace };
    await expect(runAction(options)).rejects.toThrow('run npm run build');
  });
});
