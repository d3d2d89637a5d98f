import * as v from 'valibot';
import { type Finding, policy } from '../policy/policy.ts';
import { recordOf } from '../view/resource.ts';

/** CloudFormation's quotas of one template (docs.aws.amazon.com, "Understand CloudFormation quotas"). */
const LIMITS = { Resources: 500, Outputs: 200, Parameters: 200, Mappings: 200 } as const;
/** Bytes of a template that is uploaded. */
const MAX_BYTES = 1024 * 1024;
/** From this part of a limit on it is warned of. */
const NEAR = 0.8;

export const maxResources = policy({
  checks: "each template is within CloudFormation's limits; 80 % of one is a warning",
  configuration: '',
  example: 'max-resources',
  config: v.undefined(),
  check: ({ template, nested }) => [
    ...findingsOf(template, 'the template'),
    ...nested.flatMap((one) => findingsOf(recordOf(one.template), `the template ${one.name}`)),
  ],
});

function findingsOf(template: Readonly<Record<string, unknown>>, whose: string): Finding[] {
  const counted = Object.entries(LIMITS).flatMap(([section, most]) =>
    near(whose, Object.keys(recordOf(template[section])).length, section.toLowerCase(), most),
  );
  return [...counted, ...near(whose, Buffer.byteLength(JSON.stringify(template)), 'bytes', MAX_BYTES)];
}

function near(whose: string, count: number, what: string, most: number): Finding[] {
  return count < most * NEAR
    ? []
    : [
        {
          what: `${whose} has ${count} ${what}, and CloudFormation takes ${most}`,
          fix: 'split the service, or move a part of it into nested stacks',
          ...(count > most ? {} : { level: 'warning' as const }),
        },
      ];
}
