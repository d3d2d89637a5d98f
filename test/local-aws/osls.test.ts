import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runOsls } from './run-osls.ts';
import { writeSampleService } from './sample-service.ts';
import { type LocalAws, startLocalAws, type UserKeys } from './server.ts';

describe('the real osls on the local AWS', () => {
  let aws: LocalAws;
  let keys: UserKeys;
  let folder: string;
  const osls = (args: string[], env: Record<string, string> = {}) => runOsls(folder, args, { url: aws.url, keys, env });
  const urlOf = (path: string) => {
    const output = aws.stacks.find('submissions-dev')?.outputs.find((one) => one.key === 'HttpApiUrl');
    return aws.apiUrl(`${output?.value}${path}`);
  };
  const submit = (body: object) =>
    fetch(urlOf('/submissions'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  beforeAll(async () => {
    aws = await startLocalAws();
    keys = aws.addUser('111111111111');
    folder = writeSampleService();
  });
  afterAll(async () => {
    await aws.close();
    rmSync(folder, { recursive: true });
  });

  it('deploys a service that is not there yet', async () => {
    const { code, output } = await osls(['deploy', '--stage', 'dev']);
    expect(output).toContain('Service deployed to stack submissions-dev');
    expect(code).toBe(0);
    expect(aws.stacks.find('submissions-dev')?.status).toBe('UPDATE_COMPLETE');
    expect(aws.functions.environment('submissions-dev-submit')).toMatchObject({
      GREETING: 'hello',
      TABLE: 'submissions-dev',
    });
  });

  it('skips a deployment without changes', async () => {
    const { code, output } = await osls(['deploy', '--stage', 'dev']);
    expect(output).toContain('No changes to deploy. Deployment skipped.');
    expect(code).toBe(0);
  });

  it('deploys a changed environment, and nothing else', async () => {
    const before = aws.stacks.find('submissions-dev')?.events.length ?? 0;
    const { code } = await osls(['deploy', '--stage', 'dev'], { GREETING: 'servus' });
    expect(code).toBe(0);
    expect(aws.functions.environment('submissions-dev-submit')).toMatchObject({ GREETING: 'servus' });
    const updated = aws.stacks
      .find('submissions-dev')
      ?.events.slice(before)
      .filter((event) => event.status === 'UPDATE_COMPLETE')
      .map((event) => event.logicalId);
    expect(updated).toEqual(['SubmitLambdaFunction', 'submissions-dev']);
  });

  it('carries a request to the deployed API through the handler into the table', async () => {
    const posted = await submit({ id: 'a1', text: 'grüß dich' });
    expect(posted.status).toBe(201);
    expect(await posted.json()).toEqual({ id: 'a1', greeting: 'servus' });
    const table = aws.tables.list().find((one) => one.name === 'submissions-dev');
    expect([...(table?.items.values() ?? [])]).toEqual([{ id: { S: 'a1' }, text: { S: 'grüß dich' } }]);
    const read = await fetch(urlOf('/submissions/a1'));
    expect(await read.json()).toEqual({ id: { S: 'a1' }, text: { S: 'grüß dich' } });
    expect((await fetch(urlOf('/submissions/none'))).status).toBe(404);
    expect((await fetch(urlOf('/elsewhere'))).status).toBe(404);
  });

  it('answers 500 for a handler whose process ends, and goes on with a new one', async () => {
    expect((await submit({ id: 'crash' })).status).toBe(500);
    expect((await submit({ id: 'a2', text: 'again' })).status).toBe(201);
  });

  it('ends the CLI with an error when a resource cannot be made, and rolls the stack back', async () => {
    const reason = 'Rate limit of the database';
    aws.faults.failResource({ stack: 'submissions-broken', type: 'AWS::DynamoDB::Table', on: 'create', reason });
    const { code, output } = await osls(['deploy', '--stage', 'broken']);
    expect(code).toBe(1);
    expect(output).toContain(reason);
    expect(aws.tables.list().map((table) => table.name)).toEqual(['submissions-dev']);
  });

  it('deploys a package that was made before, and removes it with everything in it', async () => {
    expect((await osls(['package', '--stage', 'two', '--package', 'made'])).code).toBe(0);
    expect((await osls(['deploy', '--stage', 'two', '--package', 'made'])).code).toBe(0);
    expect(aws.stacks.find('submissions-two')?.status).toBe('UPDATE_COMPLETE');
    const removed = await osls(['remove', '--stage', 'two']);
    expect(removed.output).toContain('has been successfully removed');
    expect(aws.stacks.find('submissions-two')).toBeUndefined();
    expect(aws.functions.environment('submissions-two-submit')).toBeUndefined();
  });

  it('asked for nothing that the local AWS does not implement', () => {
    expect(aws.journal.entries.filter((entry) => entry.status === 501)).toEqual([]);
  });
});
