import { pageOf } from '../protocol/paging.ts';
import { textOf } from '../protocol/parameters.ts';
import { AwsError, type JsonService } from '../protocol/service.ts';
import type { World } from '../world.ts';

const TYPE = 'AWS::Logs::LogGroup';

/** CloudWatch Logs, as far as log groups exist. */
export function logsService(world: World): JsonService {
  return {
    protocol: 'json',
    name: 'logs',
    targetPrefix: 'Logs_20140328',
    operations: {
      DescribeLogGroups: (input, context) => {
        const prefix = textOf(input, 'logGroupNamePrefix') ?? '';
        const groups = world.things
          .list(context.account, context.region)
          .filter((thing) => thing.type === TYPE && thing.name.startsWith(prefix))
          .sort((a, b) => (a.name < b.name ? -1 : 1));
        const page = pageOf(groups, textOf(input, 'nextToken'), 50);
        return {
          logGroups: page.items.map((one) => ({ logGroupName: one.name, arn: one.arn, creationTime: one.createdAt })),
          nextToken: page.nextToken,
        };
      },
      DeleteLogGroup: (input, context) => {
        const name = textOf(input, 'logGroupName') ?? '';
        if (world.things.remove(context, `${TYPE}/${name}`)) return {};
        throw new AwsError('ResourceNotFoundException', 'The specified log group does not exist.');
      },
      DescribeSubscriptionFilters: () => ({ subscriptionFilters: [] }),
    },
  };
}
