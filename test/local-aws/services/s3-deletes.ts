import { createHash } from 'node:crypto';
import { authorize } from '../iam/authorize.ts';
import { AwsError } from '../protocol/service.ts';
import { renderXml } from '../protocol/xml.ts';
import type { Bucket } from '../state/buckets.ts';
import { isLocked } from '../state/object-lock.ts';
import { deleteObject } from '../state/object-versions.ts';
import { requireBucket, type S3Call, type S3Operation } from './s3.ts';

interface Deletion {
  key: string;
  versionId?: string;
}

export const deleteOperations: Readonly<Record<string, S3Operation>> = {
  DeleteObject: (call) => {
    const bucket = requireBucket(call);
    const versionId = call.request.query.get('versionId') ?? undefined;
    const deletion = { key: call.key, ...(versionId === undefined ? {} : { versionId }) };
    checkMfa(call, bucket, [deletion]);
    const refusal = refusalOf(call, bucket, deletion);
    if (refusal) throw refusal;
    const gone = deleteObject(bucket, call.key, versionId, call.world.clock.now());
    return {
      status: 204,
      headers: {
        ...(gone.versionId !== undefined ? { 'x-amz-version-id': gone.versionId } : {}),
        ...(gone.deleteMarker ? { 'x-amz-delete-marker': 'true' } : {}),
      },
    };
  },
  DeleteObjects: (call) => {
    const bucket = requireBucket(call);
    checkIntegrity(call);
    const body = call.request.body.toString();
    const wanted = readDeletions(body);
    if (wanted.length === 0 || wanted.length > 1000) {
      throw new AwsError(
        'MalformedXML',
        'The XML you provided was not well-formed or did not validate against our published schema',
      );
    }
    checkMfa(call, bucket, wanted);
    const quiet = /<Quiet>true<\/Quiet>/.test(body);
    const results = wanted.map((deletion) => deleteOne(call, bucket, deletion));
    const Deleted = quiet ? [] : results.flatMap((result) => ('deleted' in result ? [result.deleted] : []));
    const errors = results.flatMap((result) => ('error' in result ? [result.error] : []));
    const content = renderXml({ Deleted, Error: errors }, null);
    const root = `<DeleteResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${content}</DeleteResult>`;
    return { headers: { 'content-type': 'application/xml' }, body: root };
  },
};

/** S3 takes a list of keys only with a digest of it; SDKs send one by themselves. */
function checkIntegrity({ request: { headers, body } }: S3Call): void {
  const md5 = headers['content-md5'];
  const named = Object.keys(headers).some((name) => name.startsWith('x-amz-checksum-'));
  if (md5 === undefined && !named && headers['x-amz-trailer'] === undefined) {
    throw new AwsError('InvalidRequest', 'Missing required header for this request: Content-MD5');
  }
  if (md5 !== undefined && md5 !== createHash('md5').update(body).digest('base64')) {
    throw new AwsError('BadDigest', 'The Content-MD5 you specified did not match what we received.');
  }
}

/** Without a code one version among the keys fails the whole request (S3 API reference, DeleteObjects). */
function checkMfa({ request }: S3Call, { mfaDelete }: Bucket, wanted: readonly Deletion[]): void {
  if (!mfaDelete || request.headers['x-amz-mfa'] !== undefined) return;
  if (wanted.some(({ versionId }) => versionId !== undefined)) {
    throw new AwsError('AccessDenied', 'Mfa Authentication must be used for this request', 403);
  }
}

/** Why a key or version may not be deleted. A lock guards versions: without an id there is only a marker laid over them. */
function refusalOf(call: S3Call, bucket: Bucket, { key, versionId }: Deletion): AwsError | undefined {
  const { world, context, request } = call;
  const action = versionId === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion';
  try {
    checkRights(call, action, `arn:aws:s3:::${bucket.name}/${key}`);
  } catch (error) {
    return new AwsError('AccessDenied', (error as Error).message, 403);
  }
  if (bucket.undeletable.has(key)) {
    const message = `User: ${context.callerArn} is not authorized to perform: ${action} on resource: "arn:aws:s3:::${bucket.name}/${key}" with an explicit deny in a resource-based policy`;
    return new AwsError('AccessDenied', message, 403);
  }
  const version = bucket.objects.get(key)?.find((one) => one.versionId === versionId);
  const bypass = request.headers['x-amz-bypass-governance-retention'] === 'true';
  if (!version || !isLocked(version, world.clock.now(), bypass)) return undefined;
  return new AwsError('AccessDenied', 'Access Denied because object protected by object lock.', 403);
}

/** Each key of a request is one access (S3 API reference, DeleteObjects: "Access Denied" of single keys). */
function checkRights({ world, context }: S3Call, action: string, resource: string): void {
  const { accessKeyId, account, region } = context;
  if (accessKeyId === undefined) return;
  const conditions = { 'aws:ResourceAccount': account, 'aws:RequestedRegion': region };
  authorize(world, accessKeyId, { action, resource, context: conditions });
}

type Result = { deleted: Record<string, unknown> } | { error: Record<string, unknown> };

function deleteOne(call: S3Call, bucket: Bucket, deletion: Deletion): Result {
  const { key: Key, versionId: VersionId } = deletion;
  const refusal = refusalOf(call, bucket, deletion);
  if (refusal) return { error: { Key, VersionId, Code: refusal.code, Message: refusal.message } };
  const gone = deleteObject(bucket, Key, VersionId, call.world.clock.now());
  const marker = gone.deleteMarker ? { DeleteMarker: true, DeleteMarkerVersionId: gone.versionId } : {};
  return { deleted: { Key, VersionId, ...marker } };
}

/** The keys and versions of a DeleteObjects body. */
function readDeletions(xml: string): Deletion[] {
  return [...xml.matchAll(/<Object>([\s\S]*?)<\/Object>/g)].map((match) => {
    const object = match[1] ?? '';
    const versionId = /<VersionId>([\s\S]*?)<\/VersionId>/.exec(object)?.[1];
    const key = unescapeXml(/<Key>([\s\S]*?)<\/Key>/.exec(object)?.[1] ?? '');
    return versionId ? { key, versionId: unescapeXml(versionId) } : { key };
  });
}

function unescapeXml(text: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(#x?[0-9a-fA-F]+|\w+);/g, (whole, name: string) => {
    if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
    return named[name] ?? whole;
  });
}
