import { describe, expect, it } from 'vitest';
import { parseDashboard, stagesOfDashboard } from '../../../core/setup/dashboard.ts';

const SECRET = 'canary-dashboard-5d1e';
const USUAL = ['dev', 'staging', 'prod'];
const read = (text: string | object) =>
  parseDashboard(typeof text === 'string' ? text : JSON.stringify(text), 'export', 'shop');
const parametersOf = (text: string | object, stage: string) => read(text).profiles[stage]?.parameters;

describe('parameters that somebody exported from the Dashboard', () => {
  const expected = { api_url: 'https://a.example.com', api_key: { ssm: '/shop/dev/api_key' } };
  it.each([
    ['an object of stages', { dev: { api_url: 'https://a.example.com', api_key: SECRET } }],
    [
      'a list',
      [
        { stage: 'dev', name: 'api_url', value: 'https://a.example.com' },
        { stage: 'dev', name: 'api_key', value: SECRET },
      ],
    ],
    [
      'profiles that stages name',
      {
        stages: [{ name: 'dev', profile: 'development' }],
        profiles: [
          {
            name: 'development',
            parameters: [
              { key: 'api_url', value: 'https://a.example.com' },
              { key: 'api_key', value: SECRET },
            ],
          },
        ],
      },
    ],
    ['a table with commas', `stage,name,value\ndev,api_url,https://a.example.com\ndev,api_key,"${SECRET}"\n`],
    ['a table with tabs', `Stage\tKey\tValue\r\ndev\tapi_url\thttps://a.example.com\r\ndev\tapi_key\t${SECRET}\r\n`],
    [
      'a table of Markdown',
      `| profile | parameter | value |\n|---|---|---|\n| dev | api_url | https://a.example.com |\n| dev | api_key | ${SECRET} |\n`,
    ],
  ])('may be %s', (_what, text) => {
    expect(parametersOf(text, 'dev')).toEqual(expected);
    expect(JSON.stringify(read(text))).not.toContain(SECRET);
  });

  it('are of every stage where they name none', () => {
    const found = read(`api_url  https://a.example.com\nqueue: a b\n`);
    const { profiles, stages } = stagesOfDashboard(found, USUAL);
    expect(stages).toEqual(USUAL);
    expect(profiles['prod']?.parameters).toEqual({ api_url: 'https://a.example.com', queue: 'a b' });
  });

  it.each([
    ['by its name', 'DB_PASSWORD', 'x'],
    ['by its name with a hyphen', 'api-key', 'hunter2'],
    ['by its short name', 'db_pwd', 'hunter2'],
    ['by what it signs', 'signing_key', 'hunter2'],
    ['by its value', 'mapping', `AKIA${'ABCDEFGH12345678'}`],
  ])('that look secret %s go to SSM', (_what, name, value) => {
    expect(parametersOf({ dev: { [name]: value } }, 'dev')).toEqual({ [name]: { ssm: `/shop/dev/${name}` } });
  });

  it('keep their columns where cells before them are empty', () => {
    const text = `stage,name,value,description\n,api_key,${SECRET},"the key, of course"\n`;
    expect(parametersOf(text, '*')).toEqual({ api_key: { ssm: '/shop/*/api_key' } });
    const { profiles } = stagesOfDashboard(read(text), USUAL);
    expect(profiles['prod']?.parameters).toEqual({ api_key: { ssm: '/shop/prod/api_key' } });
    expect(JSON.stringify(read(text))).not.toContain(SECRET);
  });

  it('whose name no variable can spell are left out, and told without their value', () => {
    const { profiles, leftOut } = read({ dev: { 'a b': SECRET, ok: '1' } });
    expect(profiles['dev']?.parameters).toEqual({ ok: '1' });
    expect(leftOut.join()).toContain('"a b"');
    expect(leftOut.join()).not.toContain(SECRET);
  });

  it.each([
    ['broken JSON', `{ "dev": { "k": "${SECRET}" `],
    ['a value that is none', JSON.stringify({ dev: { k: { nested: SECRET } } })],
    ['a list without names', JSON.stringify([{ value: SECRET }])],
    ['a line of one word', `${SECRET}\n`],
  ])('are refused where they are %s, without a value', (_what, text) => {
    let message = '';
    try {
      read(text);
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toContain('export');
    expect(message).not.toContain(SECRET);
  });
});

describe('stages and profiles of the Dashboard', () => {
  const exported = {
    stages: [
      { name: 'prod', profile: 'live' },
      { name: 'qa', profile: 'test', region: 'eu-west-1' },
    ],
    profiles: [
      {
        name: 'live',
        roleArn: 'arn:aws:iam::333333333333:role/sls',
        safeguards: [
          { title: 'DLQ', safeguard: 'require-dlq', enforcementLevel: 'error', config: {} },
          { safeguard: 'none-such' },
        ],
      },
      { name: 'test', accountId: '222222222222' },
    ],
  };

  it('keep their names, accounts, regions and safeguards, and production comes last', () => {
    const { stages, accounts, profiles, leftOut } = stagesOfDashboard(read(exported), USUAL);
    expect(stages).toEqual(['qa', 'prod']);
    expect(accounts).toEqual({ qa: '222222222222', prod: '333333333333' });
    expect(profiles['qa']).toMatchObject({ region: 'eu-west-1' });
    expect(profiles['prod']?.safeguards).toHaveLength(1);
    expect(leftOut.join()).toContain('none-such');
  });

  it('get a stage for previews where there is production alone', () => {
    const { stages } = stagesOfDashboard(read({ stages: [{ name: 'production' }] }), USUAL);
    expect(stages).toEqual(['dev', 'production']);
  });
});
