import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../world/world.ts';
import { deployInOwnJob, makeApplication, stagesFile, type WholeJob, written } from './deployment.ts';
import { checkedOf, verdictsOf } from './safeguards-checked.ts';
import { findSecrets } from './secret-forms.ts';
import { expectSuccess } from './verdict.ts';

/** A secret parameter and a plain variable; a policy puts them together from their pieces. */
const TOKEN = ['canary', 'policy-token', '5b1f'];
const PLAIN = ['recognisable', 'plain-value', '77c2'];

const SERVICE = `service: javascript-api
provider:
  name: aws
  runtime: nodejs22.x
  stackTags: { team: platform }
  environment: { PLAIN: ${PLAIN.join('-')} }
functions:
  first:
    handler: index.handle
    environment:
      TOKEN: \${param:token}
  second:
    handler: index.handle
    environment:
      SAME: \${param:token}
resources:
  Resources:
    Topic:
      Type: AWS::SNS::Topic
      Properties: { DisplayName: "at \${param:token} here" }
`;
const lineOf = (text: string) => `${SERVICE.split('\n').findIndex((line) => line.trim() === text) + 1}`;

const telling = (text: string) => `[{ message: '${text}', level: 'warning' }]`;
/** What a policy can say of the values that it gets. */
const VALUES = `export default (given) => {
  const variables = (id) => given.template.Resources[id].Properties.Environment.Variables;
  const [first, second] = [variables('FirstLambdaFunction'), variables('SecondLambdaFunction')];
  const token = given.config.token.join('-');
  const all = JSON.stringify(given);
  const facts = {
    hasText: typeof first.TOKEN === 'string' && first.TOKEN !== '',
    areEqual: first.TOKEN === second.SAME && first.PLAIN === second.PLAIN,
    differ: first.TOKEN !== first.PLAIN,
    areValues: first.TOKEN === token,
    holdsToken: all.includes(token),
    holdsPlain: all.includes(given.config.plain.join('-')),
    topicHasToken: given.template.Resources.Topic.Properties.DisplayName.includes(token),
  };
  return Object.entries(facts).map(([name, is]) => ({ message: name + ' ' + is, level: 'warning' }));
};
`;
const FACTS = `module.exports = (given) => [
  Object.keys(given).sort().join(' '),
  'service ' + JSON.stringify(given.service), 'stage ' + JSON.stringify(given.stage), 'cli ' + given.cli.version,
  'region ' + given.region, 'stack ' + given.stack, 'now ' + new Date(given.now).toISOString(),
  'functions ' + Object.keys(given.functions) + ' ' + given.functions.first.handler, 'runtime ' + given.provider.runtime,
  'tags ' + JSON.stringify(given.stackTags), 'config ' + JSON.stringify(given.config),
  'changes ' + JSON.stringify(given.changes).includes('FirstLambdaFunction'),
].map((message) => ({ message, level: 'warning' }));
`;
const FINDINGS = `export default async () => [
  { message: 'of a function', function: 'second', fix: 'mend the function', level: 'warning' },
  { message: 'of a resource', resource: 'Topic', fix: 'mend the resource' },
];
`;
const FILES = {
  'policies/module.js': `export default function () { return ${telling('module')}; }\n`,
  'policies/module.mjs': `export default () => ${telling('mjs')};\n`,
  'policies/common.js': `module.exports = function () { return ${telling('common')}; };\n`,
  'policies/common.cjs': `module.exports = () => ${telling('cjs')};\n`,
  'policies/later.js': `export default async () => { await new Promise((go) => setTimeout(go, 50)); return ${telling('later')}; };\n`,
  'policies/none.js': 'export default () => [];\n',
  'policies/facts.js': FACTS,
  'policies/findings.js': FINDINGS,
  'policies/values.js': VALUES,
};
const policy = (title: string, config: object) => ({ title, safeguard: 'javascript', config });
const pieces = { token: TOKEN, plain: PLAIN };
const SAFEGUARDS = [
  // GitHub keeps ten annotations of a step.
  { ...policy('findings', { path: 'policies/findings.js' }), enforcementLevel: 'warning' },
  ...Object.keys(FILES)
    .slice(0, 6)
    .map((path) => policy(path, { path })),
  policy('code', { code: `export default () => ${telling('code')};\n` }),
  policy('common code', { code: `module.exports = () => ${telling('common code')};\n` }),
  policy('facts', { path: 'policies/facts.js', config: { most: 30 } }),
  policy('hashes', { path: 'policies/values.js', config: pieces }),
  policy('values', { path: 'policies/values.js', config: pieces, values: true }),
];

let world: World;
let run: WholeJob;
let remove = () => {};
beforeAll(async () => {
  world = await startWorld();
  const profile = { safeguards: SAFEGUARDS, parameters: { token: { secret: 'TOKEN' } } };
  const files = {
    'serverless-stages.yml': stagesFile({ api: 'api' }, profile, { app: 'javascript' }),
    ...FILES,
    'api/serverless.yml': SERVICE,
    'api/index.js': 'exports.handle = async () => 1;\n',
  };
  const loadInputs = { parameters: `TOKEN=${JSON.stringify(TOKEN.join('-'))}` };
  const application = makeApplication(files);
  remove = application.remove;
  run = await deployInOwnJob(world, application.folder, { loadInputs });
});
afterAll(async () => {
  await world.close();
  remove();
});

describe('a policy', () => {
  const saidBy = (title: string) => checkedOf(run.step, 'api')[title]?.findings.map(({ what }) => what) ?? [];

  it.each([
    ['module.js', 'module'],
    ['module.mjs', 'mjs'],
    ['common.js', 'common'],
    ['common.cjs', 'cjs'],
    ['later.js', 'later'],
  ])('may be a file %s', (file, said) => {
    expect(saidBy(`policies/${file}`)).toEqual([said]);
  });

  it('may be a text in serverless-stages.yml', () => {
    expect([...saidBy('code'), ...saidBy('common code')]).toEqual(['code', 'common code']);
  });

  it('passes with an empty list, and only warns with findings of the level warning', () => {
    expectSuccess(run.step);
    expect(verdictsOf(run.step, 'api')).toMatchObject({
      'policies/none.js': 'passed',
      'policies/module.js': 'warned',
      findings: 'warned',
    });
  });

  it('gets what the documentation says, and nothing else', () => {
    const facts = saidBy('facts');
    const keys = 'changes cli config functions nested now provider region service stack stackTags stage template';
    expect(facts[0]).toBe(keys);
    expect(facts).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^service .*"api"/),
        expect.stringMatching(/^stage .*"dev"/),
        expect.stringMatching(/^cli 4\./),
        expect.stringMatching(/^now 20\d\d-/),
        expect.stringMatching(/^tags .*"team":"platform"/),
        'region us-east-1',
        'stack javascript-api-dev',
        'functions first,second index.handle',
        'runtime nodejs22.x',
        'config {"most":30}',
        'changes true',
      ]),
    );
  });

  it('has its findings shown at the function and at the resource, with what to change', () => {
    const shown = run.step.annotations.filter(({ message }) => message.includes('findings: of a'));
    expect(shown).toMatchObject([
      {
        level: 'warning',
        message: expect.stringContaining('mend the function'),
        properties: { line: lineOf('second:') },
      },
      {
        level: 'warning',
        message: expect.stringContaining('mend the resource'),
        properties: { line: lineOf('Topic:') },
      },
    ]);
    expect(run.step.summary).toContain('of a resource');
  });

  it('gets hashes of the variables of functions, which can be compared, and no value anywhere else', () => {
    expect(saidBy('hashes')).toEqual([
      'hasText true',
      'areEqual true',
      'differ true',
      'areValues false',
      'holdsToken false',
      'holdsPlain false',
      'topicHasToken false',
    ]);
  });

  it('gets the values with `values: true`', () => {
    expect(saidBy('values')).toEqual([
      'hasText true',
      'areEqual true',
      'differ true',
      'areValues true',
      'holdsToken true',
      'holdsPlain true',
      'topicHasToken true',
    ]);
  });

  it('C17 leaves no secret anywhere', () => {
    expect(findSecrets(written(run.profile, run.step, ...run.posts), { token: TOKEN.join('-') })).toEqual([]);
  });
});
