import {
  AddTagsToResourceCommand,
  DescribeParametersCommand,
  GetParameterCommand,
  GetParameterHistoryCommand,
  GetParametersByPathCommand,
  GetParametersCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalAws, startLocalAws } from '../server.ts';

const ACCOUNT = '111111111111';
const parameter = (path: string) => `arn:aws:ssm:us-east-1:${ACCOUNT}:parameter/${path}`;

let aws: LocalAws;
beforeAll(async () => {
  aws = await startLocalAws();
  for (const name of ['/app/key', '/other/key', 'plain']) aws.ssm.put(ACCOUNT, 'us-east-1', name, 'v');
});
afterAll(() => aws.close());

/** A client that may do one action on one resource. */
function clientOf(action: string, resource: string): SSMClient {
  const accessKeyId = `ASIA${Math.random().toString(36).slice(2)}`;
  const sessionPolicy = [{ Sid: 'One', Effect: 'Allow', Action: action, Resource: resource }] as const;
  const arn = `arn:aws:sts::${ACCOUNT}:assumed-role/any/session`;
  aws.credentials.add({ accessKeyId, secretAccessKey: 's', account: ACCOUNT, arn, sessionPolicy });
  const credentials = { accessKeyId, secretAccessKey: 's' };
  return new SSMClient({ endpoint: aws.url, region: 'us-east-1', credentials, maxAttempts: 1 });
}
const DENIED = { name: 'AccessDeniedException' };

describe('the rights of a session on parameters', () => {
  it('to describe them are for all or for none: a resource allows nothing', async () => {
    const command = () => new DescribeParametersCommand({ ParameterFilters: [{ Key: 'Path', Values: ['/app'] }] });
    expect((await clientOf('ssm:DescribeParameters', '*').send(command())).Parameters).toHaveLength(1);
    for (const resource of [parameter('app/*'), parameter('*'), `arn:aws:ssm:us-east-1:${ACCOUNT}:*`])
      await expect(clientOf('ssm:DescribeParameters', resource).send(command())).rejects.toMatchObject({
        ...DENIED,
        message: expect.stringContaining('ssm:DescribeParameters on resource: *'),
      });
    await expect(clientOf('ssm:GetParameter*', '*').send(command())).rejects.toMatchObject(DENIED);
  });

  it('to read their history are by name', async () => {
    const client = clientOf('ssm:GetParameterHistory', parameter('app/*'));
    const read = (Name: string) => client.send(new GetParameterHistoryCommand({ Name }));
    expect((await read('/app/key')).Parameters).toHaveLength(1);
    expect((await read(parameter('app/key'))).Parameters).toHaveLength(1);
    for (const name of ['/other/key', parameter('other/key'), 'plain'])
      await expect(read(name)).rejects.toMatchObject(DENIED);
  });

  it.each(['plain', 'plain:1', parameter('plain')])('to read %s are for the parameter of that name', async (Name) => {
    const read = (resource: string) => clientOf('ssm:GetParameter', resource).send(new GetParameterCommand({ Name }));
    expect((await read(parameter('plain'))).Parameter?.Value).toBe('v');
    await expect(read(parameter('app/*'))).rejects.toMatchObject(DENIED);
  });

  it('to read several are for each', async () => {
    const client = clientOf('ssm:GetParameters', parameter('app/*'));
    const read = (...Names: string[]) => client.send(new GetParametersCommand({ Names }));
    expect((await read('/app/key', '/app/none')).Parameters).toHaveLength(1);
    await expect(read('/app/key', '/other/key')).rejects.toMatchObject(DENIED);
  });

  it('to read a path are for that path', async () => {
    const client = clientOf('ssm:GetParametersByPath', parameter('app'));
    expect((await client.send(new GetParametersByPathCommand({ Path: '/app' }))).Parameters).toHaveLength(1);
    await expect(client.send(new GetParametersByPathCommand({ Path: '/other' }))).rejects.toMatchObject(DENIED);
  });

  it('to tag them are for the one that is tagged', async () => {
    const client = clientOf('ssm:AddTagsToResource', parameter('app/*'));
    const tag = (ResourceId: string) =>
      client.send(
        new AddTagsToResourceCommand({ ResourceType: 'Parameter', ResourceId, Tags: [{ Key: 'a', Value: 'b' }] }),
      );
    await tag('/app/key');
    await expect(tag('/other/key')).rejects.toMatchObject(DENIED);
  });
});
