import { type CheckedResource, recordOf } from './resource.ts';
import { alternatives } from './values.ts';

/** A Lambda function of a package, of `AWS::Lambda::Function` or `AWS::Serverless::Function`. */
export interface CheckedFunction {
  readonly resource: CheckedResource;
  /** Its key in the service's configuration; undefined if it is not from there. */
  readonly key: string | undefined;
  /** How findings call it. */
  readonly label: string;
  /** Properties, those of the template's `Globals` below its own. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** Its events in the service's configuration. */
  readonly events: readonly FunctionEvent[];
  /** What the service's configuration says of it. */
  readonly configured: Readonly<Record<string, unknown>>;
}

/** `http: GET hello`, or `http: { … }`. */
export interface FunctionEvent {
  readonly type: string;
  readonly settings: unknown;
}

const TYPES = ['AWS::Lambda::Function', 'AWS::Serverless::Function'];

/**
 * Returns the functions of a package. `configured` are the functions of the service's configuration by key, `globals` the
 * template's section of that name.
 */
export function functionsOf(
  resources: readonly CheckedResource[],
  configured: Readonly<Record<string, unknown>>,
  globals: unknown,
): CheckedFunction[] {
  const keys = new Map(Object.keys(configured).map((key) => [logicalIdOf(key), key]));
  const shared = recordOf(recordOf(globals)['Function']);
  return resources
    .filter(({ type }) => TYPES.includes(type))
    .map((resource) => {
      const key = keys.get(resource.id);
      const own = recordOf(key === undefined ? undefined : configured[key]);
      const inherited = resource.type === 'AWS::Serverless::Function' ? shared : {};
      const properties = merged(inherited, resource.properties);
      const events = [...eventsOf(own['events']), ...samEvents(properties['Events'])];
      return { resource, key, label: key ?? resource.id, properties, events, configured: own };
    });
}

/** Whether a function is one that the Serverless Framework adds for its own custom resources. */
export function isOfFramework({ key, properties }: CheckedFunction): boolean {
  const file = recordOf(properties['Code'])['S3Key'];
  return key === undefined && typeof file === 'string' && file.endsWith('/custom-resources.zip');
}

/** Whether a function's code is an image, which has a runtime of its own. */
export function isImage({ properties }: CheckedFunction): boolean {
  return (
    alternatives(properties['PackageType']).every((type) => type === 'Image') ||
    recordOf(properties['Code'])['ImageUri'] !== undefined ||
    properties['ImageUri'] !== undefined
  );
}

/** The logical id that the Serverless Framework gives a function (its `naming.getLambdaLogicalId`). */
export function logicalIdOf(key: string): string {
  const normal = key.replace(/-/g, 'Dash').replace(/_/g, 'Underscore');
  return `${normal.charAt(0).toUpperCase()}${normal.slice(1)}LambdaFunction`;
}

function eventsOf(events: unknown): FunctionEvent[] {
  return (Array.isArray(events) ? events : []).flatMap((event): FunctionEvent[] => {
    if (typeof event === 'string') {
      return [{ type: event, settings: undefined }];
    }
    const [entry] = Object.entries(recordOf(event));
    return entry === undefined ? [] : [{ type: entry[0], settings: entry[1] }];
  });
}

/** Events of `AWS::Serverless::Function` by the names that the Serverless Framework has for them. */
const SAM_EVENTS: Readonly<Record<string, string>> = {
  AlexaSkill: 'alexaSkill',
  CloudWatchEvent: 'cloudwatchEvent',
  CloudWatchLogs: 'cloudwatchLog',
  Cognito: 'cognitoUserPool',
  EventBridgeRule: 'eventBridge',
  IoTRule: 'iot',
  S3: 's3',
  SNS: 'sns',
  Schedule: 'schedule',
  ScheduleV2: 'schedule',
};

function samEvents(events: unknown): FunctionEvent[] {
  return Object.values(recordOf(events)).map((event) => {
    const { Type: type, Properties: settings } = recordOf(event);
    return { type: SAM_EVENTS[String(type)] ?? String(type), settings };
  });
}

/** As SAM merges `Globals`: maps key by key, lists one behind the other, the function's own value for all else. */
function merged(shared: Mapping, own: Mapping): Mapping {
  const both = Object.keys(own).map((key): [string, unknown] => [key, mergedValue(shared[key], own[key])]);
  return { ...shared, ...Object.fromEntries(both) };
}

function mergedValue(shared: unknown, own: unknown): unknown {
  if (Array.isArray(shared) && Array.isArray(own)) {
    return [...shared, ...own];
  }
  const areMaps = [shared, own].every((one) => Object.keys(recordOf(one)).length > 0);
  return areMaps ? merged(recordOf(shared), recordOf(own)) : own;
}

type Mapping = Readonly<Record<string, unknown>>;
