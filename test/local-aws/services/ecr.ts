import { createHash } from 'node:crypto';
import { pageOf } from '../protocol/paging.ts';
import { listOf, requireText, textOf } from '../protocol/parameters.ts';
import { AwsError, type CallContext, type JsonService } from '../protocol/service.ts';
import { addRepository, contentOf, type ImageRepository, type RepositoryStore } from '../state/repositories.ts';

type Input = Record<string, unknown>;

/** ECR, as far as repositories and the manifests of images go; layers are nowhere. */
export function ecrService(repositories: RepositoryStore): JsonService {
  return {
    protocol: 'json',
    name: 'ecr',
    targetPrefix: 'AmazonEC2ContainerRegistry_V20150921',
    operations: {
      CreateRepository: (input, context) => {
        const name = requireText(input, 'repositoryName');
        if (repositories.find(context, name)) {
          throw new AwsError(
            'RepositoryAlreadyExistsException',
            `The repository with name '${name}' already exists in the registry with id '${context.account}'`,
          );
        }
        return { repository: describe(addRepository(repositories, context, name, context.now())) };
      },
      DescribeRepositories: (input, context) => {
        const names = listOf<string>(input, 'repositoryNames');
        if (names.length > 0)
          return { repositories: names.map((name) => describe(requireRepository(repositories, input, context, name))) };
        const all = repositories.list(context.account, context.region).sort((a, b) => (a.name < b.name ? -1 : 1));
        const page = pageOf(all, textOf(input, 'nextToken'), Number(input['maxResults'] ?? 100));
        return { repositories: page.items.map(describe), nextToken: page.nextToken };
      },
      PutImage: (input, context) => {
        const repository = requireRepository(repositories, input, context, requireText(input, 'repositoryName'));
        const manifest = requireText(input, 'imageManifest');
        const digest = `sha256:${createHash('sha256').update(manifest).digest('hex')}`;
        const tag = textOf(input, 'imageTag');
        // A tag is of one image only.
        for (const image of repository.images) image.tags = image.tags.filter((other) => other !== tag);
        const known = repository.images.find((image) => image.digest === digest);
        const image = known ?? { digest, tags: [], pushedAt: context.now() };
        if (known === undefined) repository.images.push(image);
        if (tag !== undefined) image.tags.push(tag);
        return { image: { repositoryName: repository.name, imageId: { imageDigest: digest, imageTag: tag } } };
      },
      DeleteRepository: (input, context) => {
        const repository = requireRepository(repositories, input, context, requireText(input, 'repositoryName'));
        const content = contentOf(repository);
        if (content !== undefined && input['force'] !== true) {
          throw new AwsError('RepositoryNotEmptyException', content);
        }
        repositories.remove(context, repository.name);
        return { repository: describe(repository) };
      },
    },
  };
}

/** Throws where the caller's registry, or the one that is asked for, has no such repository. */
function requireRepository(store: RepositoryStore, input: Input, context: CallContext, name: string): ImageRepository {
  const registry = textOf(input, 'registryId') ?? context.account;
  const repository = registry === context.account ? store.find(context, name) : undefined;
  if (repository) return repository;
  throw new AwsError(
    'RepositoryNotFoundException',
    `The repository with name '${name}' does not exist in the registry with id '${registry}'`,
  );
}

function describe({ name, account, arn, uri, createdAt }: ImageRepository): Record<string, unknown> {
  return {
    repositoryArn: arn,
    registryId: account,
    repositoryName: name,
    repositoryUri: uri,
    createdAt: createdAt / 1000,
    imageTagMutability: 'MUTABLE',
  };
}
