import * as v from 'valibot';
import { POLICIES, type PolicyId } from '../../../core/safeguards/catalogue.ts';
import type { Finding, Policy } from '../../../core/safeguards/policy/policy.ts';
import { type Subject, type SubjectParts, subjectOf } from '../../../core/safeguards/view/subject.ts';

/** What a test says of a package; the rest is of a service `shop-api` in the stage `dev`. */
export interface Sample extends Partial<Omit<SubjectParts, 'stage' | 'now'>> {
  readonly resources?: Readonly<Record<string, unknown>>;
  readonly stage?: string;
  readonly kind?: Subject['stage']['kind'];
  /** As `Date.parse` reads it. */
  readonly now?: string;
}

/** A package in which nothing can be changed: a policy that writes into it throws. */
export function sampleSubject(sample: Sample = {}): Subject {
  const {
    resources = {},
    stage = 'dev',
    kind = 'configured',
    now = '2026-03-11T12:00:00Z',
    template,
    ...parts
  } = sample;
  return deepFreeze(
    subjectOf({
      service: 'shop-api',
      stage: { name: stage, kind },
      region: 'eu-central-1',
      stack: `shop-api-${stage}`,
      cli: { product: 'osls', version: '4.3.1' },
      now: Date.parse(now),
      provider: { name: 'aws', runtime: 'nodejs22.x' },
      stackTags: { STAGE: stage },
      unresolved: [],
      changes: [],
      configured: {},
      nested: [],
      ...parts,
      template: { AWSTemplateFormatVersion: '2010-09-09', Resources: resources, ...template },
    }),
  );
}

/**
 * Returns what a policy finds in a package, with the configuration that stands in a profile. Throws where that is not allowed,
 * where a finding does not say what is wrong and what to change, and where a second look finds something else.
 */
export function check(id: PolicyId, sample: Sample = {}, written?: unknown): Finding[] {
  const { config, check: run } = POLICIES[id] as unknown as Policy;
  const subject = sampleSubject(sample);
  const parsed = deepFreeze(v.parse(config, written));
  const findings = run(subject, parsed);
  if (JSON.stringify(run(subject, parsed)) !== JSON.stringify(findings)) throw new Error(`${id} is not pure`);
  for (const { what, fix } of findings) {
    if (what.trim() === '' || fix.trim() === '') throw new Error(`${id} says too little: ${JSON.stringify(findings)}`);
    if (`${what} ${fix}`.includes('[object Object]')) throw new Error(`${id} says nothing: ${what} ${fix}`);
  }
  return findings;
}

/** Names of the functions and resources that a policy has something against, each once, in order. */
export function named(id: PolicyId, sample: Sample = {}, written?: unknown): string[] {
  const names = check(id, sample, written).map((finding) => finding.function ?? finding.resource ?? 'the package');
  return [...new Set(names)].sort();
}

/** Whether a policy's configuration may be written so. */
export function allows(id: PolicyId, written: unknown): boolean {
  return v.safeParse(POLICIES[id].config, written).success;
}

/** A function as osls 4 and serverless 3 write it. */
export function lambda(name: string | undefined, properties: Readonly<Record<string, unknown>> = {}) {
  return {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Code: { S3Bucket: { Ref: 'ServerlessDeploymentBucket' }, S3Key: 'serverless/shop-api/dev/1-2026/shop-api.zip' },
      Handler: 'src/h.handler',
      Runtime: 'nodejs22.x',
      ...(name === undefined ? {} : { FunctionName: name }),
      MemorySize: 1024,
      Timeout: 6,
      Role: { 'Fn::GetAtt': ['IamRoleLambdaExecution', 'Arn'] },
      ...properties,
    },
    DependsOn: ['HelloLogGroup'],
  };
}

/** A package with the one function `hello` and its events. */
export function hello(properties: Readonly<Record<string, unknown>> = {}, configured: object = { events: [] }): Sample {
  return {
    resources: { HelloLambdaFunction: lambda('shop-api-dev-hello', properties) },
    configured: { hello: { handler: 'src/h.handler', name: 'shop-api-dev-hello', ...configured } },
  };
}

/** A function whose code is an image. */
export function image(name: string): ReturnType<typeof lambda> {
  const { Properties, ...rest } = lambda(name);
  const { Handler: _handler, Runtime: _runtime, ...properties } = Properties as Record<string, unknown>;
  const uri = `111111111111.dkr.ecr.eu-central-1.amazonaws.com/shop@sha256:${'6b'.repeat(32)}`;
  return { ...rest, Properties: { ...properties, Code: { ImageUri: uri }, PackageType: 'Image' } as never };
}

/** A package of SAM with the one function `Hello`. */
export function sam(
  properties: Readonly<Record<string, unknown>>,
  globals: Readonly<Record<string, unknown>> = {},
): Sample {
  return {
    template: { Transform: 'AWS::Serverless-2016-10-31', Globals: { Function: globals } },
    resources: {
      Hello: {
        Type: 'AWS::Serverless::Function',
        Properties: { CodeUri: './src', Handler: 'h.handler', ...properties },
      },
    },
  };
}

/** A function that the Serverless Framework adds for its own custom resources. */
export const OF_FRAMEWORK = {
  CustomDashresourceDashexistingDashs3LambdaFunction: lambda('shop-api-dev-custom-resource-existing-s3', {
    Code: { S3Bucket: 'packages', S3Key: 'serverless/shop-api/dev/1790000000000-2026/custom-resources.zip' },
    Handler: 's3/handler.handler',
    Timeout: 180,
    Role: { 'Fn::GetAtt': ['IamRoleCustomResourcesLambdaExecution', 'Arn'] },
  }),
};

/** Templates with something in them that no resource should hold, and that a policy has to live with. */
export const ODD: Readonly<Record<string, Sample>> = {
  nothing: {},
  'no resources': { template: { Resources: undefined } },
  'resources that are a list': { template: { Resources: [] } },
  'a resource without a type': { resources: { Odd: { Properties: { FunctionName: 'x' } } } },
  'a resource that is nothing': { resources: { Odd: null } },
  'empty properties': {
    resources: { OddLambdaFunction: { Type: 'AWS::Lambda::Function', Properties: {} } },
    configured: { odd: {} },
  },
  'no properties': {
    resources: {
      Odd: { Type: 'AWS::Lambda::Function' },
      Bucket: { Type: 'AWS::S3::Bucket' },
      Role: { Type: 'AWS::IAM::Role' },
    },
  },
  'functions that are nothing': { ...hello(), configured: { hello: null } },
  'events that are nothing': hello({}, { events: null }),
  'a loop of SAM': {
    template: { Transform: ['AWS::LanguageExtensions'] },
    resources: { 'Fn::ForEach::Topics': ['Name', ['a', 'b'], { '${Name}Topic': { Type: 'AWS::SNS::Topic' } }] },
  },
};

function deepFreeze<T>(value: T, seen = new Set<unknown>()): T {
  if (typeof value !== 'object' || value === null || seen.has(value)) return value;
  seen.add(value);
  for (const key of Object.keys(value)) deepFreeze((value as Record<string, unknown>)[key], seen);
  return Object.freeze(value);
}
