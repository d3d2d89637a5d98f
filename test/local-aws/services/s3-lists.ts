import { renderXml } from '../protocol/xml.ts';
import { type Bucket, currentObject, type ObjectVersion } from '../state/buckets.ts';
import { requireBucket, type S3Call, type S3Operation } from './s3.ts';

const NAMESPACE = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"';
/** S3 lists never answer more entries than that (S3 API reference, MaxKeys). */
const MAX_KEYS = 1000;

export const listOperations: Readonly<Record<string, S3Operation>> = {
  ListObjectsV2: (call) => {
    const { query } = call.request;
    const token = query.get('continuation-token');
    const after = token === null ? query.get('start-after') : Buffer.from(token, 'base64url').toString();
    const page = listKeys(call, after ?? '');
    const next = page.truncated ? Buffer.from(page.last).toString('base64url') : undefined;
    return answer(call, 'ListBucketResult', {
      ...page.content,
      KeyCount: page.count,
      ContinuationToken: token ?? undefined,
      NextContinuationToken: next,
    });
  },
  ListObjects: (call) => {
    const page = listKeys(call, call.request.query.get('marker') ?? '');
    return answer(call, 'ListBucketResult', { ...page.content, NextMarker: page.truncated ? page.last : undefined });
  },
  ListObjectVersions: (call) => {
    const bucket = requireBucket(call);
    const { query } = call.request;
    const max = maxKeys(call);
    const rows = versionRows(bucket, query.get('prefix') ?? '');
    const start = startOf(rows, query.get('key-marker'), query.get('version-id-marker'));
    const page = rows.slice(start, start + max);
    const truncated = start + page.length < rows.length;
    const last = page.at(-1);
    return answer(call, 'ListVersionsResult', {
      IsTruncated: truncated,
      MaxKeys: max,
      Version: page.filter((row) => !row.version.deleteMarker).map((row) => renderVersion(row, true)),
      DeleteMarker: page.filter((row) => row.version.deleteMarker).map((row) => renderVersion(row, false)),
      ...(truncated && last ? { NextKeyMarker: last.key, NextVersionIdMarker: last.version.versionId } : {}),
    });
  },
  ListMultipartUploads: (call) => {
    const uploads = [...requireBucket(call).uploads].map(([UploadId, { key }]) => ({ Key: key, UploadId }));
    return answer(call, 'ListMultipartUploadsResult', { IsTruncated: false, Upload: uploads });
  },
};

function maxKeys({ request }: S3Call): number {
  return Math.min(MAX_KEYS, Number(request.query.get('max-keys') ?? MAX_KEYS));
}

function answer({ bucketName, request }: S3Call, root: string, content: Record<string, unknown>) {
  const head = { Name: bucketName, Prefix: request.query.get('prefix') ?? '' };
  const body = `<?xml version="1.0" encoding="UTF-8"?><${root} ${NAMESPACE}>${renderXml({ ...head, ...content }, null)}</${root}>`;
  return { headers: { 'content-type': 'application/xml' }, body };
}

interface KeyPage {
  content: Record<string, unknown>;
  count: number;
  truncated: boolean;
  last: string;
}

/** Keys after a marker, with those that share a prefix up to the delimiter rolled into one entry. */
function listKeys(call: S3Call, after: string): KeyPage {
  const bucket = requireBucket(call);
  const prefix = call.request.query.get('prefix') ?? '';
  const delimiter = call.request.query.get('delimiter') ?? '';
  const entries = new Map<string, ObjectVersion | undefined>();
  for (const key of [...bucket.objects.keys()].sort(byBytes)) {
    const object = currentObject(bucket, key);
    if (!object || !key.startsWith(prefix)) continue;
    const cut = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
    const name = cut < 0 ? key : key.slice(0, cut + delimiter.length);
    if (byBytes(name, after) > 0) entries.set(name, cut < 0 ? object : undefined);
  }
  const max = maxKeys(call);
  const page = [...entries].slice(0, max);
  const truncated = entries.size > page.length;
  return {
    count: page.length,
    truncated,
    last: page.at(-1)?.[0] ?? '',
    content: {
      MaxKeys: max,
      IsTruncated: truncated,
      Contents: page.flatMap(([Key, object]) => (object ? [{ Key, ...renderObject(object) }] : [])),
      CommonPrefixes: page.flatMap(([Prefix, object]) => (object ? [] : [{ Prefix }])),
    },
  };
}

const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

function renderObject(object: ObjectVersion): Record<string, unknown> {
  return {
    LastModified: new Date(object.modified).toISOString(),
    ETag: object.etag,
    Size: object.body.length,
    StorageClass: 'STANDARD',
  };
}

interface VersionRow {
  key: string;
  version: ObjectVersion;
  latest: boolean;
}

function versionRows(bucket: Bucket, prefix: string): VersionRow[] {
  return [...bucket.objects]
    .filter(([key]) => key.startsWith(prefix))
    .sort(([a], [b]) => byBytes(a, b))
    .flatMap(([key, versions]) => versions.map((version, index) => ({ key, version, latest: index === 0 })));
}

/** A key marker alone goes on after the whole key; with a version it goes on after that version. */
function startOf(rows: VersionRow[], keyMarker: string | null, versionMarker: string | null): number {
  if (keyMarker === null || keyMarker === '') return 0;
  const exact = rows.findIndex((row) => row.key === keyMarker && row.version.versionId === versionMarker);
  if (exact >= 0) return exact + 1;
  const next = rows.findIndex((row) => byBytes(row.key, keyMarker) > 0);
  return next < 0 ? rows.length : next;
}

function renderVersion({ key, version, latest }: VersionRow, full: boolean): Record<string, unknown> {
  const { ETag, Size, StorageClass, LastModified } = renderObject(version);
  const common = { Key: key, VersionId: version.versionId, IsLatest: latest, LastModified };
  return full ? { ...common, ETag, Size, StorageClass } : common;
}

/** The keys and versions of a DeleteObjects body. */
export function readDeletions(xml: string): { key: string; versionId?: string }[] {
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
