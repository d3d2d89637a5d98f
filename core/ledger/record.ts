import * as v from 'valibot';
import { UserError } from '../errors.ts';
import { ownerSchema } from './owner.ts';
import { typeFault } from './stored-text.ts';

/** The version of what the ledger holds. */
export const version = { schemaVersion: v.literal(1) };
/** The run that wrote something into the ledger. */
export const runSchema = v.object({
  id: v.string(),
  attempt: v.string(),
  /** Where a person sees the run; empty where there is none. */
  url: v.string(),
});

/** Hashes of what a deployment is made of (source) and of what it is made with. */
const fingerprint = v.object({
  source: v.string(),
  parameters: v.string(),
  outputs: v.string(),
  tools: v.string(),
});

/** What is known of a deployment that was completed. */
const completed = v.object({
  commit: v.exactOptional(v.string()),
  /** Absent where not everything that goes into it could be told. */
  fingerprint: v.exactOptional(fingerprint),
  /** ARN of the stack. */
  stack: v.string(),
  /** The stack's LastUpdatedTime (else CreationTime) when the verdict was made, in ISO 8601. */
  changed: v.string(),
  /** SHA-256 of the stack's outputs. */
  outputs: v.string(),
  /** Hash over the code of all functions; absent if it could not be told. */
  code: v.exactOptional(v.string()),
});

const record = v.object({
  ...version,
  service: v.string(),
  /** What the owner's configuration calls it. */
  key: v.string(),
  owner: ownerSchema,
  run: runSchema,
  /**
   * What became of it last: `interrupted` is a deploy that was cancelled while CloudFormation went on, `removing` a removal
   * that is, or was, under way, `orphaned` one that CloudFormation could not finish.
   */
  status: v.picklist(['deploying', 'deployed', 'failed', 'interrupted', 'removing', 'orphaned']),
  /** Commit that is, or was, being deployed. */
  commit: v.exactOptional(v.string()),
  /** Name of the stack, known before there is one. */
  stackName: v.string(),
  /** Names of the services that it depends on: whoever removes the stage has no graph but this. */
  needs: v.array(v.string()),
  /** The CLI that deployed it last, with its version. */
  cli: v.exactOptional(v.string()),
  completed: v.exactOptional(completed),
  /** ARN of a stack whose removal was begun and not finished, if `completed` does not say. */
  removing: v.exactOptional(v.string()),
});

/** What is known of one service in one stage and region; never a value of a parameter or an output. */
export type DeploymentRecord = Readonly<v.InferOutput<typeof record>>;
export type Completed = Readonly<v.InferOutput<typeof completed>>;
export type Fingerprint = Readonly<v.InferOutput<typeof fingerprint>>;
/** The run that wrote a record. */
export type RecordedRun = Readonly<v.InferOutput<typeof runSchema>>;

/** Reads the record of a deployment; throws E_LEDGER with the remedy where it is none. */
export function parseDeploymentRecord(text: string, name: string): DeploymentRecord {
  const found = parseStored(record, text, name);
  if (name.split('/').at(-1) !== found.service) {
    throw unreadable(name, `it is of the service "${found.service}"`);
  }
  return found;
}

/** Reads a text of the ledger by its schema; throws E_LEDGER with the remedy. */
export function parseStored<Schema extends v.GenericSchema>(
  schema: Schema,
  text: string,
  name: string,
): v.InferOutput<Schema> {
  const fault = typeFault(text);
  if (fault !== undefined) {
    throw unreadable(name, fault);
  }
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
  if (result.success) {
    return result.output;
  }
  const [issue] = result.issues;
  throw unreadable(name, v.getDotPath(issue) ?? 'it is no JSON');
}

function unreadable(name: string, fault: string): UserError {
  const isDeployment = !name.includes('/_repository/');
  const adopt = !isDeployment
    ? ''
    : name.includes('/configured/')
      ? ', to have the stage take its stack over anew'
      : ' when its stack is gone (a stack without a record is never removed)';
  return new UserError('E_LEDGER', {
    what: `the record ${name} in SSM Parameter Store cannot be read (${fault})`,
    why: 'it is not what this version of the product writes',
    fix:
      'use the version that wrote it; or write an earlier version of the parameter back ' +
      `(aws ssm get-parameter-history --name ${name}); or remove it${adopt}: aws ssm delete-parameter --name ${name}`,
  });
}
