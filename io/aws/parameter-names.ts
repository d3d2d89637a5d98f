import type { ParameterStringFilter } from '@aws-sdk/client-ssm';
import { once } from '../../core/once.ts';
import { openClient } from './client-options.ts';
import { awsError } from './errors.ts';
import type { LiveSession } from './live-session.ts';
import { allPages } from './pages.ts';
import { entriesOf, request, whole } from './request.ts';

/** Tells which parameters there are in SSM Parameter Store, by name alone. Each call throws E_AWS_DENIED and its kin. */
export interface ParameterNames {
  /** Full names of all parameters below a path. */
  below(path: string): Promise<string[]>;
  /** Those of some names that there are. */
  existing(names: readonly string[]): Promise<string[]>;
}

/** Most values of a filter, and most answers in a page (SSM API reference, DescribeParameters). */
const MOST = 50;

/** Opens the one way to names without values. */
export function openParameterNames(session: LiveSession): ParameterNames {
  const place = `in account ${session.account}, region ${session.region}`;
  const open = once(async () => {
    const sdk = await import('@aws-sdk/client-ssm');
    return { sdk, client: openClient(sdk.SSMClient, session) };
  });
  const describe = async (filter: ParameterStringFilter): Promise<string[]> => {
    const { sdk, client } = await open();
    return allPages(async (token) => {
      const input = { ParameterFilters: [filter], MaxResults: MOST, NextToken: token };
      const command = new sdk.DescribeParametersCommand(input);
      return request(async () => {
        const page = await whole(client.send(command), 'Parameters');
        const all = entriesOf(page.Parameters, 'a parameter', 'Name');
        return { items: all.map(({ Name }) => Name), next: page.NextToken };
      }).catch((error) => {
        throw awsError(`the names of parameters could not be listed ${place}`, error);
      });
    });
  };
  return {
    below: (path) => describe({ Key: 'Path', Option: 'Recursive', Values: [path.replace(/(.)\/$/, '$1')] }),
    async existing(names) {
      const parts = Array.from({ length: Math.ceil(names.length / MOST) }, (_, index) =>
        names.slice(index * MOST, (index + 1) * MOST),
      );
      const found = await Promise.all(parts.map((Values) => describe({ Key: 'Name', Option: 'Equals', Values })));
      return found.flat();
    },
  };
}
