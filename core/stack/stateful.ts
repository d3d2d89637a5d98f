import { UserError } from '../errors.ts';
import { NESTED_STACK } from './nested-templates.ts';
import { isStanding, type Resource, retainedResources } from './retained.ts';

/**
 * Types of resources that hold data which nothing brings back: those that cfn-lint calls stateful (rule I3011), without what a
 * stack removes and makes every day (log groups, queues, streams).
 */
const STATEFUL: ReadonlySet<string> = new Set([
  'AWS::Backup::BackupVault',
  'AWS::Cognito::UserPool',
  'AWS::DocDB::DBCluster',
  'AWS::DocDB::DBInstance',
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::EC2::Volume',
  'AWS::EFS::FileSystem',
  'AWS::ElastiCache::CacheCluster',
  'AWS::ElastiCache::ReplicationGroup',
  'AWS::Elasticsearch::Domain',
  'AWS::FSx::FileSystem',
  'AWS::KMS::Key',
  'AWS::Neptune::DBCluster',
  'AWS::Neptune::DBInstance',
  'AWS::OpenSearchService::Domain',
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBInstance',
  'AWS::Redshift::Cluster',
  'AWS::S3::Bucket',
  'AWS::SecretsManager::Secret',
]);

/** Further types of which a safeguard says that a deploy takes their data away; a removal of a stage asks for none of these. */
const FURTHER: ReadonlySet<string> = new Set([
  'AWS::AmazonMQ::Broker',
  'AWS::Cassandra::Table',
  'AWS::DSQL::Cluster',
  'AWS::DocDBElastic::Cluster',
  'AWS::ElastiCache::ServerlessCache',
  'AWS::KMS::ReplicaKey',
  'AWS::Kinesis::Stream',
  'AWS::MSK::Cluster',
  'AWS::MemoryDB::Cluster',
  'AWS::NeptuneGraph::Graph',
  'AWS::OpenSearchServerless::Collection',
  'AWS::RDS::GlobalCluster',
  'AWS::RedshiftServerless::Namespace',
  'AWS::S3Express::DirectoryBucket',
  'AWS::S3Tables::TableBucket',
  'AWS::SQS::Queue',
  'AWS::Timestream::Database',
  'AWS::Timestream::Table',
]);

/** Whether a resource of this type holds data, be it for a moment (a queue, a stream). */
export function holdsData(type: string): boolean {
  return STATEFUL.has(type) || FURTHER.has(type);
}

/** A stack as it stands. */
export interface StandingStack<One extends Resource> {
  readonly resources: readonly One[];
  /** Its template, as text; undefined if it may not be read. */
  readonly template: string | undefined;
}

/**
 * Returns the resources that an update removes which hold data, and nested stacks that it removes (`nested`, for a look into
 * them): those that the next template has not, or has as another type, and no policy of the live template keeps. CloudFormation
 * goes by the live template's policies then.
 */
export function statefulRemovals<One extends Resource>(
  { resources, template }: StandingStack<One>,
  next: Readonly<Record<string, { readonly Type?: unknown }>>,
): { readonly stateful: One[]; readonly nested: One[] } {
  const retained = retainedResources(resources, template);
  const removed = resources.filter(
    (one) => isStanding(one) && next[one.logicalId]?.Type !== one.type && !retained.includes(one),
  );
  return {
    stateful: removed.filter(({ type }) => STATEFUL.has(type)),
    nested: removed.filter(({ type }) => type === NESTED_STACK),
  };
}

/** Says what an earlier commit would remove, and how to keep it. */
export function statefulRemovalError(service: string, stack: string, removed: readonly Resource[]): UserError {
  const names = removed.map(({ logicalId, type, physicalId }) => `${logicalId} (${type} ${physicalId})`);
  return new UserError('E_STATEFUL_REMOVAL', {
    what: `the earlier version of "${service}" lacks what the stack ${stack} has and would remove ${names.join(', ')}`,
    why: 'the data in it would be lost; nothing of this service was deployed',
    fix: 'deploy `DeletionPolicy: Retain` for it first, and go back then; or revert the code and leave the resource in the template',
  });
}
