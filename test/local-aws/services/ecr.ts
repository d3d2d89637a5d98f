import { AwsError, type JsonService } from '../protocol/service.ts';

/** ECR without any repository: what the CLI asks before it packages. */
export function ecrService(): JsonService {
  return {
    protocol: 'json',
    name: 'ecr',
    targetPrefix: 'AmazonEC2ContainerRegistry_V20150921',
    operations: {
      DescribeRepositories: (input, context) => {
        const names = Array.isArray(input['repositoryNames']) ? input['repositoryNames'].join(', ') : '';
        throw new AwsError(
          'RepositoryNotFoundException',
          `The repository with name '${names}' does not exist in the registry with id '${context.account}'`,
        );
      },
    },
  };
}
