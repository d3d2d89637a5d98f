import * as v from 'valibot';
import { atFunction, policy } from '../policy/policy.ts';
import { type CheckedFunction, isOfFramework } from '../view/functions.ts';
import { type CheckedResource, recordOf, standsWith } from '../view/resource.ts';
import { alternatives, literalsIn } from '../view/values.ts';

/** Events that Lambda takes without an answer, so that only a queue or a destination keeps what failed. */
const ASYNCHRONOUS = new Set([
  'alexaSkill',
  'alexaSmartHome',
  'cloudwatchEvent',
  'cloudwatchLog',
  'cognitoUserPool',
  'eventBridge',
  'iot',
  's3',
  'schedule',
  'sns',
]);

export const requireDlq = policy({
  checks:
    'every function with asynchronous events, or without any, has a dead-letter queue or an on-failure destination',
  configuration: '',
  example: 'require-dlq',
  config: v.undefined(),
  check: ({ functions, resources }) =>
    functions
      .filter((one) => !isOfFramework(one) && isAsynchronous(one) && !keepsFailures(one, resources))
      .map((one) => ({
        ...atFunction(one),
        what: `what fails in the function ${one.label} is kept nowhere`,
        fix: 'set its `onError:`, or `destinations.onFailure:`',
      })),
});

function isAsynchronous({ events }: CheckedFunction): boolean {
  return (
    events.length === 0 ||
    events.some(
      ({ type, settings }) => ASYNCHRONOUS.has(type) || (type === 'http' && recordOf(settings)['async'] === true),
    )
  );
}

function keepsFailures(one: CheckedFunction, resources: readonly CheckedResource[]): boolean {
  const { properties, configured } = one;
  const queues = [properties['DeadLetterConfig'], properties['DeadLetterQueue']];
  return (
    queues.some((queue) => alternatives(queue).every((one) => isThere(recordOf(one)['TargetArn']))) ||
    isThere(recordOf(configured['destinations'])['onFailure']) ||
    hasDestination(recordOf(properties['EventInvokeConfig'])) ||
    resources.some(
      (other) =>
        other.type === 'AWS::Lambda::EventInvokeConfig' &&
        standsWith(other, one.resource) &&
        isOf(other.properties['FunctionName'], one) &&
        hasDestination(other.properties),
    )
  );
}

function hasDestination(config: Readonly<Record<string, unknown>>): boolean {
  return isThere(recordOf(recordOf(config['DestinationConfig'])['OnFailure'])['Destination']);
}

/** Named by reference, or by the name that it has. */
function isOf(name: unknown, { resource: { id }, properties }: CheckedFunction): boolean {
  const own = properties['FunctionName'];
  return (
    literalsIn(name).some((text) => text === id || new RegExp(`\\$\\{${id}(\\.[A-Za-z]+)?\\}`).test(text)) ||
    (own !== undefined && JSON.stringify(name) === JSON.stringify(own))
  );
}

/** Whether there is something, on whichever side of a condition. */
function isThere(value: unknown): boolean {
  return alternatives(value).every((one) => one !== undefined && one !== null && one !== '');
}
