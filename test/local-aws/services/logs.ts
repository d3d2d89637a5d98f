import { pageOf } from '../protocol/paging.ts';
import { textOf } from '../protocol/parameters.ts';
import { AwsError, type JsonService } from '../protocol/service.ts';
import { addLogGroup, listLogGroups, removeLogGroup } from '../state/log-groups.ts';
import type { World } from '../world.ts';

/** CloudWatch Logs, as far as log groups exist. */
export function logsService(world: World): JsonService {
  return {
    protocol: 'json',
    name: 'logs',
    targetPrefix: 'Logs_20140328',
    operations: {
      CreateLogGroup: (input, context) => {
        if (addLogGroup(world.things, context, requireName(input), context.now())) return {};
        throw new AwsError('ResourceAlreadyExistsException', 'The specified log group already exists');
      },
      DescribeLogGroups: (input, context) => {
        const prefix = textOf(input, 'logGroupNamePrefix') ?? '';
        const pattern = textOf(input, 'logGroupNamePattern')?.toLowerCase() ?? '';
        if (prefix !== '' && pattern !== '') {
          throw new AwsError(
            'InvalidParameterException',
            'LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.',
          );
        }
        const groups = listLogGroups(world.things, context).filter(
          ({ name }) => name.startsWith(prefix) && name.toLowerCase().includes(pattern),
        );
        const page = pageOf(groups, textOf(input, 'nextToken'), Number(input['limit'] ?? 50));
        return {
          logGroups: page.items.map(({ name, arn, createdAt, properties }) => ({
            logGroupName: name,
            arn,
            logGroupArn: arn.replace(/:\*$/, ''),
            creationTime: createdAt,
            retentionInDays:
              properties['RetentionInDays'] === undefined ? undefined : Number(properties['RetentionInDays']),
            storedBytes: 0,
          })),
          nextToken: page.nextToken,
        };
      },
      DeleteLogGroup: (input, context) => {
        if (removeLogGroup(world.things, context, requireName(input))) return {};
        throw new AwsError('ResourceNotFoundException', 'The specified log group does not exist.');
      },
      DescribeSubscriptionFilters: () => ({ subscriptionFilters: [] }),
    },
  };
}

function requireName(input: Record<string, unknown>): string {
  const name = textOf(input, 'logGroupName') ?? '';
  if (/^[.\-_/#A-Za-z0-9]{1,512}$/.test(name)) return name;
  throw new AwsError(
    'InvalidParameterException',
    `1 validation error detected: Value '${name}' at 'logGroupName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+`,
  );
}
