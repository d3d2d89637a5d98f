import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleOf } from '../sample.ts';
import { ACCOUNTS, REGION } from '../world/accounts.ts';
import { startWorld, type World } from '../world/world.ts';
import { expectLoadFailure, loadProfile, parametersOf, putBelow, valuesOf } from './load-profile-run.ts';
import { annotationsOf, changesIn, expectNoSecret, expectSuccess } from './verdict.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());
afterEach(() => {
  world.aws.faults.clear();
  world.aws.ssm.clearFaults();
  expect(changesIn(world.aws.journal.entries)).toEqual([]);
  world.aws.journal.clear();
});

const warningsOf = (step: Parameters<typeof annotationsOf>[0]) =>
  annotationsOf(step, 'warning')
    .map(({ message }) => message)
    .join('\n');

const PEM = [
  '-----BEGIN PRIVATE KEY-----',
  'canaryMIIEvQIBADANBgkqh',
  'canaryG9w0BAQEFAASCBKcw',
  '-----END PRIVATE KEY-----',
  '',
];

describe('the value of a parameter', () => {
  it('C1 is in the file byte by byte', async () => {
    const values = {
      lines: 'one-canary-line\ntwo-canary-line\n',
      windows: 'one-canary-a\r\ntwo-canary-b\r\n',
      blanks: '  canary blanks around \t',
      unicode: 'canary-ü-漢-🚀-e\u0301',
      quotes: `canary'"$\`\\ \${env:HOME} $(id)`,
      pem: PEM.join('\n'),
    };
    const loaded = await loadProfile(world, { profile: { 'parameters-path': putBelow(world, values) } });
    expectSuccess(loaded.step);
    expect(valuesOf(loaded)).toEqual(values);
    expectNoSecret(loaded.step, values.unicode, values.quotes, values.blanks, ...PEM.slice(1, 3));
  });

  it('C2 cannot inject an output', async () => {
    const values = {
      one: 'canary\nghadelimiter_5a609e1d-22d5-4920-b433-42e687f43897\nstage=prod',
      two: 'canary-EOF\nEOF\nregion=eu-west-1\n',
      three: '::set-output name=region::eu-west-1\n::error::canary-injected\n',
    };
    const loaded = await loadProfile(world, { profile: { 'parameters-path': putBelow(world, values) } });
    expectSuccess(loaded.step);
    expect(valuesOf(loaded)).toEqual(values);
    expect(loaded.step.outputs).toMatchObject({ region: REGION, 'parameter-names': 'one,three,two' });
    expect(Object.keys(loaded.step.outputs)).not.toContain('stage');
    expectNoSecret(loaded.step, 'canary-injected', 'canary-EOF');
  });

  it('C3 is wanted below the path: none at all is a warning, and an error with require-parameters', async () => {
    const path = putBelow(world, {});
    const free = await loadProfile(world, { profile: { 'parameters-path': path, 'require-parameters': false } });
    expectSuccess(free.step);
    expect(warningsOf(free.step)).toContain(path.slice(0, -1));
    const strict = await loadProfile(world, { profile: { 'parameters-path': path, 'require-parameters': true } });
    const [error] = annotationsOf(strict.step, 'error');
    const code = error?.message.startsWith('E_SSM_PATH') ? 'E_SSM_PATH' : 'E_SSM_MISSING';
    expect(await expectLoadFailure(strict, code)).toContain(path.slice(0, -1));
  });

  it('C4 stays readable where masking it would empty every output, and the warning names it', async () => {
    const values = { one: 'a', two: '1', three: 'true', four: '{', five: 'prod', six: REGION, seven: '123456789012' };
    const loaded = await loadProfile(world, { profile: { 'parameters-path': putBelow(world, values) } });
    expectSuccess(loaded.step);
    for (const value of Object.values(values)) expect(loaded.step.masks).not.toContain(value);
    for (const name of Object.keys(values)) expect(warningsOf(loaded.step)).toMatch(new RegExp(`\\b${name}\\b`));
    const sent = loaded.job.outputs({ ...loaded.step.outputs, status: 'deployed', json: '{"a":1}' });
    expect(sent.warnings).toEqual([]);
    expect(sent.outputs).toMatchObject({ region: REGION, account: ACCOUNTS.dev, json: '{"a":1}' });
  });

  it('C4 stays readable where it is part of an output, such as a literal parameter or the account', async () => {
    const path = putBelow(world, { same: 'https://literal.example.com', digits: ACCOUNTS.dev });
    const parameters = { endpoint: 'https://literal.example.com/path' };
    const loaded = await loadProfile(world, { profile: { 'parameters-path': path, parameters } });
    expectSuccess(loaded.step);
    const sent = loaded.job.outputs({ account: ACCOUNTS.dev, configuration: JSON.stringify({ parameters }) });
    expect(sent.warnings).toEqual([]);
    expect(warningsOf(loaded.step)).toContain('same');
  });

  it('C5 of several lines is masked line by line, and the brace of pretty JSON is not', async () => {
    const json = JSON.stringify({ password: 'canary-in-json-1', user: 'x' }, null, 2);
    const loaded = await loadProfile(world, {
      profile: { 'parameters-path': putBelow(world, { pem: PEM.join('\n'), json }) },
    });
    expectSuccess(loaded.step);
    for (const line of PEM.slice(1, 3)) expect(loaded.step.masks.join('\n')).toContain(line);
    const sent = loaded.job.outputs({ json: '{"a":{"b":1}}', printed: `key ${PEM[1]}` });
    expect(sent.outputs['json']).toBe('{"a":{"b":1}}');
    expect(sent.warnings).toHaveLength(1);
    // The runner masks each line of a value, also of one that add-mask gave it.
    const masked = loaded.step.masks.flatMap((each) => each.split(/[\r\n]+/)).map((line) => line.trim());
    expect(masked).not.toContain('{');
  });

  it('C7 may be 4 KB, or 8 KB', async () => {
    const values = { standard: `canary${'x'.repeat(4090)}`, advanced: `canary${'y'.repeat(8186)}` };
    const loaded = await loadProfile(world, { profile: { 'parameters-path': putBelow(world, values) } });
    expect(valuesOf(loaded)).toEqual(values);
  });

  it('C14 of a StringList keeps its commas', async () => {
    const list = 'one,two\\,three,,four';
    const loaded = await loadProfile(world, {
      profile: { 'parameters-path': putBelow(world, { list }, 'StringList') },
    });
    expect(valuesOf(loaded)).toEqual({ list });
  });

  it('C17 is not in the log of a debug run', async () => {
    const value = 'canary-in-debug-52';
    const context = { ...world.dispatchRun('refs/heads/master'), debug: true };
    const loaded = await loadProfile(world, {
      context,
      profile: { 'parameters-path': putBelow(world, { value }) },
      inputs: { parameters: 'KEY="canary-debug-entry"' },
    });
    expectSuccess(loaded.step);
    expectNoSecret(loaded.step, value, 'canary-debug-entry');
  });
});

describe('an entry of the PARAMETERS secret', () => {
  const profile = { parameters: { key: { secret: 'API_KEY' }, pem: { secret: 'PEM' } } };

  it('is a JSON string of one line, and secret', async () => {
    const lines = [
      `API_KEY=${JSON.stringify('canary-entry-1="x"')}`,
      '',
      `PEM=${JSON.stringify(PEM.join('\n'))}`,
      'OTHER="unused-canary"',
    ];
    const loaded = await loadProfile(world, { profile, inputs: { parameters: lines.join('\n') } });
    expectSuccess(loaded.step);
    expect(valuesOf(loaded)).toEqual({ key: 'canary-entry-1="x"', pem: PEM.join('\n') });
    expect(parametersOf(loaded).map(({ secret }) => secret)).toEqual([true, true]);
    expectNoSecret(loaded.step, 'canary-entry-1="x"', ...PEM.slice(1, 3), 'unused-canary');
  });

  it.each(
    sampleOf([
      ['is missing', 'OTHER="canary-other-entry"', /API_KEY/],
      ['is not JSON', 'API_KEY=canary-not-json', /line 1/],
      ['is no text', 'PEM="x"\nAPI_KEY={"canary-object": 1}', /line 2/],
      ['has no name', 'PEM="x"\n\ncanary-without-name', /line 3/],
      ['is not given at all', '', /API_KEY|PARAMETERS/],
    ]),
  )('is an error without its text, before any token is asked for, where it %s', async (_what, parameters, words) => {
    const asked = world.oidc.journal.length;
    const loaded = await loadProfile(world, { profile, inputs: { parameters } });
    expect(await expectLoadFailure(loaded, 'E_SECRET_MISSING')).toMatch(words);
    expect(loaded.step.raw.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain('canary');
    expect(world.oidc.journal.length).toBe(asked);
    expect(world.aws.journal.entries).toEqual([]);
  });
});
