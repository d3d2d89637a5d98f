import * as v from 'valibot';
import { losesData, type StackChange } from '../../stack/change-table.ts';
import { type Finding, policy } from '../policy/policy.ts';

export const noStatefulReplacement = policy({
  checks:
    'the deploy replaces and removes nothing that holds data: tables, databases, user pools, buckets, file systems, queues, streams, keys',
  configuration: '',
  example: 'no-stateful-replacement',
  config: v.undefined(),
  check: ({ changes, changesFault = 'nobody asked' }) =>
    changes === undefined
      ? [{ what: `it is not known what the deploy changes: ${changesFault}`, fix: 'mend what it says, and run again' }]
      : changes.filter(losesData).map(findingOf),
});

function findingOf({ logicalId, type, action, isCertain, stack }: StackChange): Finding {
  const does = isCertain ? `${action}s` : `may ${action}`;
  return {
    resource: stack === undefined ? logicalId : `${stack}/${logicalId}`,
    what: `the deploy ${does} ${logicalId} (${type}), and the data in it`,
    fix: 'change it in a way that keeps it (a second resource, then a move of the data), or waive it for this resource',
  };
}
