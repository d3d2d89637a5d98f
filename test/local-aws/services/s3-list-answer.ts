import type { RestAnswer } from '../protocol/service.ts';
import { renderXml } from '../protocol/xml.ts';
import type { ObjectVersion } from '../state/buckets.ts';
import type { S3Call } from './s3.ts';

const NAMESPACE = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"';
/** S3 lists never answer more entries than that (S3 API reference, MaxKeys). */
const MAX_KEYS = 1000;

/** How many entries a page of this list has. */
export function maxKeys({ request }: S3Call): number {
  return Math.min(MAX_KEYS, Number(request.query.get('max-keys') ?? MAX_KEYS));
}

/** How the call wants keys to be written: percent-encoded with `encoding-type=url`, else as they are. */
export function keyEncoder({ request }: S3Call): (key: string) => string {
  return request.query.get('encoding-type') === 'url' ? encodeKey : (key) => key;
}

/** As S3 does it: a slash and a star stay, a space is a plus. */
function encodeKey(key: string): string {
  return encodeURIComponent(key)
    .replace(/[!'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%2F/g, '/')
    .replace(/%20/g, '+')
    .replace(/~/g, '%7E');
}

/** A list with what every list repeats of its question. */
export function listAnswer(call: S3Call, root: string, content: Record<string, unknown>): RestAnswer {
  const { query } = call.request;
  const encode = keyEncoder(call);
  const delimiter = query.get('delimiter');
  const head = {
    Name: call.bucketName,
    Prefix: encode(query.get('prefix') ?? ''),
    Delimiter: delimiter ? encode(delimiter) : undefined,
    EncodingType: query.get('encoding-type') ?? undefined,
  };
  const body = `<?xml version="1.0" encoding="UTF-8"?><${root} ${NAMESPACE}>${renderXml({ ...head, ...content }, null)}</${root}>`;
  return { headers: { 'content-type': 'application/xml' }, body };
}

/** The order of keys in every list: by the bytes of their UTF-8. */
export function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

export function renderObject(object: ObjectVersion): Record<string, unknown> {
  return {
    LastModified: new Date(object.modified).toISOString(),
    ETag: object.etag,
    Size: object.body.length,
    StorageClass: 'STANDARD',
  };
}
