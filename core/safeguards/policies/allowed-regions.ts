import * as v from 'valibot';
import { spellAllowed } from '../policy/pattern.ts';
import { policy } from '../policy/policy.ts';

export const allowedRegions = policy({
  checks: 'the region is in the list',
  configuration: 'a list of regions',
  example: 'allowed-regions: [us-east-1, eu-central-1]',
  config: v.union([v.string(), v.pipe(v.array(v.string()), v.minLength(1, 'names nothing'))]),
  check: ({ region }, allowed) => {
    const list = typeof allowed === 'string' ? [allowed] : allowed;
    return list.includes(region)
      ? []
      : [{ what: `the region ${region} is not allowed`, fix: `deploy to one of these: ${spellAllowed(list)}` }];
  },
});
