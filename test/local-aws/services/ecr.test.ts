import {
  CreateRepositoryCommand,
  DeleteRepositoryCommand,
  DescribeRepositoriesCommand,
  ECRClient,
  paginateDescribeRepositories,
} from '@aws-sdk/client-ecr';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalAws, startLocalAws } from '../server.ts';
import { stackClient } from '../stack-client.ts';

const place = { account: '111111111111', region: 'us-east-1' };
let aws: LocalAws;
let ecr: ECRClient;
beforeEach(async () => {
  aws = await startLocalAws({ resourceDelayMs: 0 });
  ecr = new ECRClient({ endpoint: aws.url, region: 'us-east-1', credentials: aws.addUser() });
});
afterEach(() => aws.close());

const create = (repositoryName: string) => ecr.send(new CreateRepositoryCommand({ repositoryName }));
const remove = (repositoryName: string, more: object = {}) =>
  ecr.send(new DeleteRepositoryCommand({ repositoryName, ...more }));
const push = (name: string) =>
  aws.repositories.find(place, name)?.images.push({ digest: 'sha256:1', tags: ['latest'], pushedAt: 0 });

describe('a repository', () => {
  it('is made once, described and deleted', async () => {
    expect((await create('shop/api')).repository).toMatchObject({
      repositoryArn: 'arn:aws:ecr:us-east-1:111111111111:repository/shop/api',
      repositoryUri: '111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api',
      registryId: '111111111111',
      createdAt: expect.any(Date),
    });
    await expect(create('shop/api')).rejects.toMatchObject({ name: 'RepositoryAlreadyExistsException' });
    const { repositories } = await ecr.send(new DescribeRepositoriesCommand({ repositoryNames: ['shop/api'] }));
    expect(repositories).toMatchObject([{ repositoryName: 'shop/api' }]);
    await remove('shop/api', { registryId: '111111111111' });
    await expect(remove('shop/api')).rejects.toMatchObject({
      name: 'RepositoryNotFoundException',
      message: "The repository with name 'shop/api' does not exist in the registry with id '111111111111'",
    });
  });

  it('with images goes by force only', async () => {
    await create('shop');
    push('shop');
    await expect(remove('shop')).rejects.toMatchObject({
      name: 'RepositoryNotEmptyException',
      $metadata: { httpStatusCode: 400 },
    });
    expect((await remove('shop', { force: true })).repository?.repositoryName).toBe('shop');
    expect(aws.repositories.list()).toEqual([]);
  });

  it('is not seen from another account or region', async () => {
    await create('shop');
    const credentials = aws.addUser('222222222222');
    const other = new ECRClient({ endpoint: aws.url, region: 'us-east-1', credentials });
    const ask = new DescribeRepositoriesCommand({ repositoryNames: ['shop'] });
    await expect(other.send(ask)).rejects.toMatchObject({ name: 'RepositoryNotFoundException' });
    expect((await other.send(new DescribeRepositoriesCommand({}))).repositories).toEqual([]);
  });

  it('is listed with the others, page after page', async () => {
    for (const name of ['c', 'a', 'b']) await create(name);
    const found: (string | undefined)[] = [];
    for await (const { repositories = [] } of paginateDescribeRepositories({ client: ecr, pageSize: 2 }, {})) {
      found.push(repositories.map(({ repositoryName }) => repositoryName).join());
    }
    expect(found).toEqual(['a,b', 'c']);
  });
});

describe('a repository of a stack', () => {
  const template = (Properties: object) => ({ Resources: { Images: { Type: 'AWS::ECR::Repository', Properties } } });

  it('with images fails the stack’s deletion, unless it is to be emptied then', async () => {
    const cfn = stackClient(aws);
    await cfn.create('app', template({ RepositoryName: 'app' }));
    await cfn.create('other', template({ EmptyOnDelete: true }));
    for (const { name } of aws.repositories.list()) push(name);
    expect((await cfn.remove('app')).StackStatus).toBe('DELETE_FAILED');
    expect((await cfn.remove('other')).StackStatus).toBe('DELETE_COMPLETE');
    expect(aws.repositories.list().map(({ name }) => name)).toEqual(['app']);
  });
});
