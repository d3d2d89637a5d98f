import { existsSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFakeProduct, type FakeProduct } from './fake-action.ts';
import { createJob, type Job, runAction } from './job.ts';

let product: FakeProduct;
let job: Job;

beforeEach(() => {
  product = createFakeProduct();
  job = createJob({ root: product.root, workspace: product.workspace, patience: { interrupt: 300, terminate: 300 } });
});

afterEach(() => {
  job.remove();
  rmSync(product.root, { recursive: true });
});

const show = (expression: string) => `append("OUTPUT", "value<<EOF\\n" + (${expression}) + "\\nEOF\\n");`;

describe('the steps of a job', () => {
  it('share RUNNER_TEMP, which is gone with the job', async () => {
    product.add('write', { main: 'fs.writeFileSync(process.env.RUNNER_TEMP + "/note", "hello")' });
    product.add('read', { main: show('fs.readFileSync(process.env.RUNNER_TEMP + "/note", "utf8")') });
    await job.run({ action: 'write' });
    expect((await job.run({ action: 'read' })).outputs['value']).toBe('hello');
    expect(existsSync(`${job.temp}/note`)).toBe(true);
    job.remove();
    expect(existsSync(job.temp)).toBe(false);
  });

  it('see what earlier ones put into the environment, unless they have their own', async () => {
    product.add('export', { main: 'append("ENV", "A=earlier\\nB<<X\\n1\\n2\\nX\\nGITHUB_SHA=forged\\n")' });
    product.add('read', { main: show('[process.env.A, process.env.B, process.env.GITHUB_SHA].join()') });
    await job.run({ action: 'export' });
    expect((await job.run({ action: 'read' })).outputs['value']).toBe(`earlier,1\n2,${'0'.repeat(40)}`);
    expect((await job.run({ action: 'read', env: { A: 'own' } })).outputs['value']).toMatch(/^own,/);
  });

  it('see the folders that earlier ones put in front of PATH, the newest first', async () => {
    product.add('first', { main: 'append("PATH", "/one\\n/two\\n")' });
    product.add('second', { main: 'append("PATH", "/one\\n")' });
    product.add('read', { main: show('process.env.PATH') });
    await job.run({ action: 'first' });
    await job.run({ action: 'second' });
    expect((await job.run({ action: 'read' })).outputs['value']).toMatch(/^\/one:\/two:/);
  });

  it('hide what earlier ones masked', async () => {
    product.add('mask', { main: 'console.log("::add-mask::canary-value")' });
    product.add('print', { main: 'console.log("canary-value")' });
    await job.run({ action: 'mask' });
    expect((await job.run({ action: 'print' })).log).toBe('***\n');
  });

  it('have command files and stopped commands of their own', async () => {
    product.add('stop', { main: 'console.log("::stop-commands::x"); append("OUTPUT", "a=1\\n")' });
    product.add('fail', { main: 'console.log("::error::counts")' });
    await job.run({ action: 'stop' });
    expect(await job.run({ action: 'fail' })).toMatchObject({ outputs: {}, annotations: [{ message: 'counts' }] });
  });

  it('need a workspace', () => {
    const bare = createJob();
    expect(() => bare.start({ action: 'any' })).toThrow('workspace');
    bare.remove();
  });
});

describe('an action that uses @actions/core', () => {
  it('is understood in everything that it does', async () => {
    const core = JSON.stringify(import.meta.resolve('@actions/core'));
    product.add('core', {
      inputs: { 'dry-run': { default: true }, list: { default: 'a\nb' } },
      main: `import(${core}).then(async (core) => {
        core.setSecret('canary\\nvalue');
        core.info('canary');
        core.setOutput('inputs', { dry: core.getBooleanInput('dry-run'), list: core.getMultilineInput('list') });
        core.setOutput('odd', 'x\\n::error::no\\r\\nghadelimiter_=%0A');
        core.exportVariable('EXPORTED', 'one\\ntwo');
        core.addPath('/added');
        core.saveState('key', { a: 1 });
        core.warning('100 %\\nreally', { title: 'T: a, b', file: 'serverless-stages.yml', startLine: 3 });
        await core.group('Group', async () => core.debug('hidden'));
        await core.summary.addHeading('value').write();
        core.setFailed('It broke');
      })`,
      post: `import(${core}).then((core) => core.info('state ' + core.getState('key')))`,
    });
    const result = await job.run({ action: 'core' });
    expect(result).toMatchObject({
      conclusion: 'failure',
      exitCode: 1,
      outputs: { inputs: '{"dry":true,"list":["a","b"]}', odd: 'x\n::error::no\r\nghadelimiter_=%0A' },
      env: { EXPORTED: 'one\ntwo' },
      path: ['/added'],
      summary: '<h1>***</h1>\n',
      masks: ['canary\nvalue'],
      log: '***\n##[warning]100 %\nreally\n##[group]Group\n##[endgroup]\n##[error]It broke\n',
    });
    expect(result.annotations[0]?.properties).toEqual({ title: 'T: a, b', file: 'serverless-stages.yml', line: '3' });
    expect((await job.finish())[0]?.log).toBe('state {"a":1}\n');
  });
});

describe('the post steps of a job', () => {
  const withPost = (name: string, main: string, postIf?: string) =>
    product.add(name, { main, post: show(`"${name}:" + process.env.STATE_key`), ...(postIf ? { postIf } : {}) });

  it('run in reverse order with the state of their own step', async () => {
    withPost('one', 'append("STATE", "key=1\\n")');
    withPost('two', 'append("STATE", "key<<X\\n2\\n2\\nX\\n")');
    await job.run({ action: 'one' });
    await job.run({ action: 'two' });
    expect((await job.finish()).map(({ outputs }) => outputs['value'])).toEqual(['two:2\n2', 'one:1']);
    expect(await job.finish()).toEqual([]);
  });

  it('run after a failure, too, and get the inputs again', async () => {
    product.add('fail', { main: 'process.exit(1)', post: show('process.env.INPUT_STAGE'), inputs: { stage: null } });
    await job.run({ action: 'fail', inputs: { stage: 'dev' } });
    expect(job.status).toBe('failure');
    expect((await job.finish())[0]?.outputs['value']).toBe('dev');
  });

  it('run only when post-if says so', async () => {
    withPost('good', '', 'success()');
    withPost('bad', 'process.exitCode = 1', 'failure()');
    await job.run({ action: 'good' });
    await job.run({ action: 'bad' });
    expect((await job.finish()).map(({ outputs }) => outputs['value'])).toEqual(['bad:undefined']);
  });

  it('cannot have a condition that this runner does not understand', async () => {
    withPost('odd', '', "github.ref == 'x'");
    await job.run({ action: 'odd' });
    await expect(job.finish()).rejects.toThrow('post-if');
  });

  it('come with the result of an action that is run alone', async () => {
    withPost('alone', 'append("STATE", "key=v\\n")');
    const { post } = await runAction({ action: 'alone', root: product.root, workspace: product.workspace });
    expect(post?.outputs['value']).toBe('alone:v');
  });
});

describe('the outputs of a job', () => {
  it('arrive without those that are empty or hold a masked value, however it is encoded', async () => {
    product.add('mask', { main: 'console.log("::add-mask::canary-value")' });
    await job.run({ action: 'mask' });
    const base64 = Buffer.from('canary-value').toString('base64');
    expect(job.outputs({ good: 'dev', bad: 'x canary-value', encoded: base64, empty: '' })).toEqual({
      outputs: { good: 'dev' },
      warnings: [
        "Skip output 'bad' since it may contain secret.",
        "Skip output 'encoded' since it may contain secret.",
      ],
    });
  });
});

describe('a step that is cancelled', () => {
  const started = async (main: string) => {
    product.add('long', {
      main: `${main} setInterval(() => {}, 1000); append("STATE", "ready=1\\n"); fs.writeFileSync(process.env.RUNNER_TEMP + "/ready", "")`,
    });
    const step = job.start({ action: 'long' });
    while (!existsSync(`${job.temp}/ready`)) await sleep(10);
    return step;
  };
  const note = (signal: string, then = '') => `process.on("${signal}", () => { console.log("${signal}"); ${then} });`;

  it('gets SIGINT and may end by itself', async () => {
    const step = await started(note('SIGINT', 'process.exit(3)'));
    expect(await step.cancel()).toMatchObject({ conclusion: 'cancelled', exitCode: 3, log: 'SIGINT\n' });
    expect(job.status).toBe('cancelled');
  });

  it('gets SIGTERM when it went on after SIGINT', async () => {
    const step = await started(note('SIGINT') + note('SIGTERM', 'process.exit(4)'));
    expect(await step.cancel()).toMatchObject({ exitCode: 4, log: 'SIGINT\nSIGTERM\n' });
  });

  it('gets SIGKILL when nothing else helps, and keeps what it wrote', async () => {
    const step = await started(note('SIGINT') + note('SIGTERM'));
    expect(await step.cancel()).toMatchObject({
      conclusion: 'cancelled',
      signal: 'SIGKILL',
      log: 'SIGINT\nSIGTERM\n',
      state: { ready: '1' },
    });
  });

  it('is one that reached its timeout, with an error', async () => {
    product.add('slow', { main: 'setInterval(() => {}, 1000)' });
    const result = await job.run({ action: 'slow', timeout: 300 });
    expect(result.conclusion).toBe('cancelled');
    expect(result.annotations[0]?.message).toBe("The action 'slow' has timed out after 0.005 minutes.");
  });

  it('ends at once when it is killed, like a machine that dies', async () => {
    const step = await started(note('SIGINT') + note('SIGTERM'));
    expect(await step.kill()).toMatchObject({ conclusion: 'failure', signal: 'SIGKILL', log: '' });
  });
});

describe.runIf(process.platform === 'linux')('a process that an action leaves behind', () => {
  it('is named in the result and ended with the job', async () => {
    product.add('leave', {
      main: `const { spawn } = require('node:child_process');
        const child = spawn('sleep', ['60'], { stdio: 'ignore' }); child.unref(); ${show('child.pid')}`,
    });
    const { orphans, outputs } = await job.run({ action: 'leave' });
    const pid = Number(outputs['value']);
    expect(orphans).toEqual([pid]);
    job.remove();
    await expect.poll(() => isAlive(pid)).toBe(false);
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
