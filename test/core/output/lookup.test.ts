import { describe, expect, it } from 'vitest';
import { UserError } from '../../../core/errors.ts';
import { parseOutputAddress } from '../../../core/output/address.ts';
import { type DeploymentPlace, lookUpOutput, type OutputReader } from '../../../core/output/lookup.ts';
import { outputId } from '../../../core/output/names.ts';
import type { StackView } from '../../../core/stack/status.ts';

const READER: OutputReader = {
  app: 'shop',
  stage: 'feature-login-0pv3fa9c',
  kind: 'preview',
  region: 'us-east-1',
  account: '111111111111',
  baseStage: 'dev',
  accounts: { dev: '111111111111', staging: '111111111111', prod: '333333333333' },
};
const OWN = READER.stage;

/** Outputs by `app/stage/region/service`. */
type World = Readonly<Record<string, Readonly<Record<string, string>>>>;

const stackOf = (name: string, outputs: Readonly<Record<string, string>>): StackView => ({
  name,
  id: `arn:aws:cloudformation:us-east-1:111111111111:stack/${name}/1`,
  status: 'UPDATE_COMPLETE',
  changed: '2026-11-25T10:00:00.000Z',
  created: '2026-11-25T00:00:00.000Z',
  exports: {},
  isProtected: false,
  outputs: Object.fromEntries(Object.entries(outputs).map(([key, value]) => [outputId(key), value])),
});

/** Looks an address up in a world; `places` is where, in order. */
async function look(address: string, world: World, reader: Partial<OutputReader> = {}) {
  const places: DeploymentPlace[] = [];
  const found = await lookUpOutput(parseOutputAddress(address), { ...READER, ...reader }, (place, service) => {
    places.push(place);
    const outputs = world[`${place.app}/${place.stage}/${place.region}/${service}`];
    return Promise.resolve(outputs && stackOf(`${service}-${place.stage}`, outputs));
  });
  return { found, places, stages: places.map(({ stage }) => stage) };
}
const value = async (address: string, world: World, reader: Partial<OutputReader> = {}) => {
  const { found } = await look(address, world, reader);
  return found.found ? `${JSON.stringify(found.value)} of ${found.stage}` : found.problem.message;
};

/** What is wrong, where an output is not there. */
async function missing(address: string, world: World, reader: Partial<OutputReader> = {}): Promise<string> {
  const { found } = await look(address, world, reader);
  if (found.found) return expect.fail(`found ${found.value}`);
  expect(found.problem).toBeInstanceOf(UserError);
  expect(found.problem.code).toBe('E_OUTPUT_MISSING');
  expect(found.problem.message).toMatch(/ – \S/);
  return found.problem.message;
}
async function refused(address: string, world: World, reader: Partial<OutputReader> = {}): Promise<string> {
  const error: unknown = await look(address, world, reader).then(
    () => undefined,
    (reason) => reason,
  );
  if (!(error instanceof UserError)) return expect.fail(`expected a UserError, got ${error}`);
  expect(error.code).toBe('E_OUTPUT_ACCOUNT');
  return error.message;
}

const place = (stage: string, service = 'shop-database', region = 'us-east-1', app = 'shop') =>
  `${app}/${stage}/${region}/${service}`;
const BOTH: World = { [place(OWN)]: { tableName: 'own' }, [place('dev')]: { tableName: 'base', only: 'base' } };
const BASE: World = { [place('dev')]: { tableName: 'base' } };

describe('an output without a stage', () => {
  it("is the own stage's where that has the service", async () => {
    expect(await value('shop-database.tableName', BOTH)).toBe(`"own" of ${OWN}`);
  });

  it("is the base stage's where it has not", async () => {
    expect(await value('shop-database.tableName', BASE)).toBe('"base" of dev');
  });

  it('is looked for in the own stage first, and no further than it is found', async () => {
    expect((await look('shop-database.tableName', BOTH)).stages).toEqual([OWN]);
    expect((await look('shop-database.tableName', BASE)).stages).toEqual([OWN, 'dev']);
  });

  it("is not the base stage's where the own one has the service without it", async () => {
    const message = await missing('shop-database.only', BOTH);
    expect(message).toContain(OWN);
    expect(message).toContain('tableName');
  });

  it('is looked for in the own stage alone where there is no base stage', async () => {
    const { baseStage: _, ...own } = READER;
    const { found, stages } = await look('shop-database.tableName', BASE, { ...own, stage: 'dev', kind: 'configured' });
    expect(found).toMatchObject({ found: true, value: 'base', stage: 'dev' });
    expect(stages).toEqual(['dev']);
  });
});

describe('an output with a stage', () => {
  const world = { ...BOTH, [place('staging')]: { tableName: 'staging' } };

  it("is that stage's", async () => {
    expect(await value(':staging::shop-database.tableName', world)).toBe('"staging" of staging');
    expect(await value(`:${OWN}::shop-database.tableName`, world)).toBe(`"own" of ${OWN}`);
    expect(await value(':dev::shop-database.tableName', world)).toBe('"base" of dev');
  });

  it('is looked for nowhere else', async () => {
    expect((await look(':staging::shop-database.tableName', BOTH)).stages).toEqual(['staging']);
    expect(await missing(':staging::shop-database.tableName', BOTH)).toContain('staging');
    expect((await look(`:${OWN}::shop-database.tableName`, BASE)).stages).toEqual([OWN]);
  });
});

describe('where an output is looked for', () => {
  it("is the reader's region and application, where the address names no other", async () => {
    const { places } = await look('shop-database.tableName', {});
    expect(places).toMatchObject([
      { app: 'shop', stage: OWN, region: 'us-east-1' },
      { app: 'shop', stage: 'dev', region: 'us-east-1' },
    ]);
  });

  it('may be another region', async () => {
    const world = { ...BOTH, [place(OWN, 'shop-database', 'eu-west-1')]: { tableName: 'europe' } };
    expect(await value('::eu-west-1:shop-database.tableName', world)).toBe(`"europe" of ${OWN}`);
    expect(await value('shop-database.tableName', world, { region: 'eu-west-1' })).toBe(`"europe" of ${OWN}`);
    expect(await missing('::ap-south-1:shop-database.tableName', world)).toContain('ap-south-1');
  });

  it('may be another application', async () => {
    const world = {
      [place('dev', 'blog-api', 'us-east-1', 'blog')]: { url: 'https://blog' },
      [place('dev', 'blog-api')]: {},
    };
    expect(await value('blog:dev::blog-api.url', world)).toBe('"https://blog" of dev');
  });

  it('may be another application, whose stage is the own one, else the base stage', async () => {
    const base = { [place('dev', 'blog-api', 'us-east-1', 'blog')]: { url: 'base' } };
    const own = { ...base, [place(OWN, 'blog-api', 'us-east-1', 'blog')]: { url: 'own' } };
    expect(await value('blog:::blog-api.url', own)).toBe(`"own" of ${OWN}`);
    expect(await value('blog:::blog-api.url', base)).toBe('"base" of dev');
  });

  it.each(['preview', 'personal', 'configured'] as const)('is the own stage by its kind: %s', async (kind) => {
    const { places } = await look('shop-database.tableName', BOTH, { kind });
    expect(places[0]?.kinds[0]).toBe(kind);
  });

  it('is the base stage, and every configured one, by that kind', async () => {
    expect((await look('shop-database.tableName', BASE)).places[1]?.kinds[0]).toBe('configured');
    expect((await look(':staging::shop-database.tableName', {})).places[0]?.kinds[0]).toBe('configured');
  });

  it('is a stage that nothing is known of by every kind', async () => {
    const { places } = await look(':feature-other-0pv12345::shop-database.tableName', {});
    expect(places[0]?.kinds).toEqual(expect.arrayContaining(['preview', 'personal', 'configured']));
  });
});

describe('the value of an output', () => {
  it.each(['', ' x ', 'größe 😀', 'a\nb\r\n', '${param:x}', '{"a":1}', '0'])('is %j, byte for byte', async (text) => {
    const { found } = await look('shop-database.tableName', { [place(OWN)]: { tableName: text } });
    expect(found).toEqual({ found: true, value: text, stage: OWN });
  });

  it('may be a nested one, or what is in it', async () => {
    const world = { [place(OWN)]: { 'table.name': 'a', 'table.arn': 'b', 'list.0': 'x', 'list.1': 'y' } };
    expect(await value('shop-database.table', world)).toContain('"name":"a"');
    expect(await value('shop-database.table.arn', world)).toBe(`"b" of ${OWN}`);
    expect(await value('shop-database.list', world)).toBe(`["x","y"] of ${OWN}`);
    expect(await missing('shop-database.table.other', world)).toContain('table.name');
  });
});

describe('an output that is missing', () => {
  it('E24 is told with those that there are', async () => {
    const message = await missing('shop-database.tablName', {
      [place(OWN)]: { tableName: 'x', tableArn: 'y', 'nested.key': 'z' },
    });
    expect(message).toContain('shop-database');
    expect(message).toContain('tablName');
    expect(message).toContain(OWN);
    for (const name of ['tableName', 'tableArn', 'nested.key']) expect(message).toContain(name);
  });

  it('E24 is told by names, and by no value', async () => {
    const message = await missing('shop-database.other', {
      [place(OWN)]: { tableName: 'the-value', 'a-b.c': 'another' },
    });
    expect(message).toContain('a-b.c');
    expect(message).not.toMatch(/the-value|another/);
  });

  it('E24 is told where the stack has no output at all', async () => {
    expect(await missing('shop-database.tableName', { [place(OWN)]: {} })).toContain('tableName');
  });

  it('E24 is told where no stage has the service, with the stages that were looked at', async () => {
    const message = await missing('shop-database.tableName', {});
    expect(message).toContain('shop-database');
    expect(message).toContain(OWN);
    expect(message).toContain('dev');
    expect(message).toContain('us-east-1');
  });

  it.each(['constructor', 'toString', '__proto__'])('E24 may have the name %s', async (name) => {
    expect(await missing(`shop-database.${name}`, BOTH)).toContain(name);
  });

  it('is an answer and no rejection: the reader may have a fallback', async () => {
    await expect(look('shop-database.nothing', BOTH)).resolves.toMatchObject({ found: { found: false } });
    await expect(look('nobody.nothing', BOTH)).resolves.toMatchObject({ found: { found: false } });
  });

  it('is none where the stack could not be looked at', async () => {
    const failing = () => Promise.reject(new Error('throttled'));
    await expect(lookUpOutput(parseOutputAddress('a.b'), READER, failing)).rejects.toThrow('throttled');
  });
});

describe('an output of another account', () => {
  it('is refused, with the stage and both accounts, before anything is looked for', async () => {
    const message = await refused(':prod::shop-database.tableName', { [place('prod')]: { tableName: 'x' } });
    expect(message).toContain('prod');
    expect(message).toContain('333333333333');
    expect(message).toContain('111111111111');
    expect(message).toMatch(/ – \S/);
  });

  it("is refused where the base stage's it would be", async () => {
    const message = await refused('shop-database.tableName', {}, { baseStage: 'prod' });
    expect(message).toContain('prod');
    expect(message).toContain('333333333333');
  });

  it("is not the base stage's where the own stage has the service", async () => {
    expect(await value('shop-database.tableName', BOTH, { baseStage: 'prod' })).toBe(`"own" of ${OWN}`);
  });

  it('is not known where an account is not', async () => {
    const world = { [place('prod')]: { tableName: 'x' }, [place('qa')]: { tableName: 'y' } };
    const { account: _, ...unknown } = READER;
    const { found } = await lookUpOutput(parseOutputAddress(':prod::shop-database.tableName'), unknown, () =>
      Promise.resolve(stackOf('shop-database-prod', { tableName: 'x' })),
    ).then((answer) => ({ found: answer }));
    expect(found).toMatchObject({ found: true, value: 'x' });
    expect(await value(':qa::shop-database.tableName', world)).toBe('"y" of qa');
  });

  it.each(['constructor', 'toString'])('is not that of a stage named %s', async (stage) => {
    expect(await value(`:${stage}::shop-database.tableName`, { [place(stage)]: { tableName: 'x' } })).toBe(
      `"x" of ${stage}`,
    );
  });

  it('is not told by the stages of this application where it is of another', async () => {
    const world = { [place('prod', 'blog-api', 'us-east-1', 'blog')]: { url: 'https://blog' } };
    expect(await value('blog:prod::blog-api.url', world)).toBe('"https://blog" of prod');
  });
});
