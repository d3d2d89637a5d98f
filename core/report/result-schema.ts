import * as v from 'valibot';
import type { DeployResult } from '../deploy/result.ts';
import { foreignRecord } from '../foreign-record.ts';
import type { RemovalResult } from '../removal/result.ts';

/** None of these holds any markup: what renders them rests on it. */
const key = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]*$/));
const region = v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/));
const account = v.pipe(v.string(), v.regex(/^[0-9]{12}$/));
const stackStatus = v.optional(v.pipe(v.string(), v.regex(/^[A-Z_]+$/)));
const commit = v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/)));
const error = v.optional(v.looseObject({ code: v.string(), message: v.string() }));
const kind = v.picklist(['configured', 'preview', 'personal']);

const removedService = v.looseObject({
  key,
  region,
  stack: v.string(),
  status: v.picklist(['removed', 'absent', 'planned', 'kept', 'failed', 'orphaned', 'not-started']),
  emptied: v.array(v.looseObject({ bucket: v.string() })),
  alsoRemoved: v.array(v.string()),
  retained: v.array(v.looseObject({ type: v.string(), physicalId: v.string() })),
  error,
});
const removedStage = v.looseObject({
  stage: v.string(),
  kind,
  of: v.string(),
  status: v.picklist(['removed', 'planned', 'wanted', 'failed']),
  reason: v.string(),
  services: v.array(removedService),
  error,
});
const removalResult = v.looseObject({
  schemaVersion: v.literal(1),
  app: v.string(),
  status: v.picklist(['removed', 'nothing', 'planned', 'superseded', 'failed']),
  dryRun: v.boolean(),
  stages: v.array(removedStage),
});

const safeguard = v.looseObject({
  id: v.string(),
  title: v.string(),
  status: v.picklist(['passed', 'warned', 'failed', 'waived', 'skipped']),
  reason: v.optional(v.string()),
  findings: v.array(
    v.looseObject({
      what: v.string(),
      fix: v.string(),
      level: v.picklist(['error', 'warning']),
      place: v.optional(v.looseObject({ file: v.string(), line: v.optional(v.number()) })),
      waiver: v.optional(
        v.looseObject({ owner: v.string(), reason: v.string(), until: v.string(), hasExpired: v.boolean() }),
      ),
    }),
  ),
});
const change = v.looseObject({
  action: v.picklist(['add', 'modify', 'replace', 'remove']),
  logicalId: v.string(),
  type: v.string(),
  stack: v.optional(v.string()),
  keeps: v.boolean(),
  isCertain: v.boolean(),
});
const service = v.looseObject({
  key,
  region,
  status: v.picklist(['deployed', 'planned', 'rolled-back', 'unchanged', 'failed', 'not-started', 'left-out']),
  reason: v.string(),
  reads: v.array(v.looseObject({ service: v.string(), stage: v.string() })),
  stackStatus,
  outputs: foreignRecord(v.string()),
  sameCode: v.optional(v.boolean()),
  seconds: v.number(),
  safeguards: v.optional(v.array(safeguard)),
  changes: v.optional(v.array(change)),
  rollback: v.optional(
    v.looseObject({ status: v.picklist(['done', 'failed', 'skipped']), reason: v.optional(v.string()) }),
  ),
  error,
});
const deployResult = v.looseObject({
  schemaVersion: v.literal(1),
  app: v.string(),
  stage: v.string(),
  kind,
  ref: v.string(),
  commit,
  account,
  regions: v.array(region),
  status: v.picklist(['deployed', 'planned', 'unchanged', 'failed', 'superseded', 'removed']),
  removed: v.optional(removedStage),
  services: v.array(service),
  dependsOn: v.optional(foreignRecord(v.array(key))),
  codeOf: v.optional(v.string()),
  leftOver: v.array(v.string()),
});

/** Reads what deploy-service or destroy-stage gave, as far as reports show it; undefined where it is neither. */
export function parseResult(value: unknown): DeployResult | RemovalResult | undefined {
  const schema = v.union([deployResult, removalResult]);
  return v.safeParse(schema, value).success ? (value as DeployResult | RemovalResult) : undefined;
}
