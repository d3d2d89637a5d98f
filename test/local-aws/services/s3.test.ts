import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalAws, startLocalAws } from '../server.ts';

let aws: LocalAws;
let key: string;
beforeEach(async () => {
  aws = await startLocalAws();
  key = aws.addUser('111111111111').accessKeyId;
  await s3('PUT', '/files');
});
afterEach(() => aws.close());

async function s3(method: string, path: string, body?: string, headers: Record<string, string> = {}, accessKey = key) {
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKey}/20260101/us-east-1/s3/aws4_request`;
  const digest: Record<string, string> =
    body === undefined ? {} : { 'content-md5': createHash('md5').update(body).digest('base64') };
  const response = await fetch(aws.url + path, {
    method,
    headers: { authorization, ...(path.endsWith('?delete') ? digest : {}), ...headers },
    ...(body !== undefined ? { body } : {}),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}
const tags = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map((match) => match[1]);

describe('an object', () => {
  it('is written, read, copied and deleted', async () => {
    const put = await s3('PUT', '/files/a/b%20c.txt', 'hello', {
      'content-type': 'text/plain',
      'x-amz-meta-kind': 'test',
    });
    expect(put.headers.get('etag')).toBe('"5d41402abc4b2a76b9719d911017c592"');
    const read = await s3('GET', '/files/a/b%20c.txt');
    expect([read.text, read.headers.get('content-type'), read.headers.get('x-amz-meta-kind')]).toEqual([
      'hello',
      'text/plain',
      'test',
    ]);
    await s3('PUT', '/files/copy', undefined, { 'x-amz-copy-source': '/files/a/b%20c.txt' });
    expect((await s3('GET', '/files/copy', undefined, { range: 'bytes=1-2' })).text).toBe('el');
    expect((await s3('DELETE', '/files/copy')).status).toBe(204);
    expect((await s3('GET', '/files/copy')).text).toContain('<Code>NoSuchKey</Code>');
    const head = await s3('HEAD', '/files/copy');
    expect([head.status, head.text]).toEqual([404, '']);
  });

  it('loses the framing of a chunked upload', async () => {
    const body = '5;chunk-signature=00\r\nhello\r\n6\r\n world\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n';
    await s3('PUT', '/files/x', body, {
      'content-encoding': 'aws-chunked',
      'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
    });
    expect((await s3('GET', '/files/x')).text).toBe('hello world');
  });

  it('can be uploaded in parts', async () => {
    const created = await s3('POST', '/files/big?uploads');
    const id = tags(created.text, 'UploadId')[0];
    await s3('PUT', `/files/big?partNumber=2&uploadId=${id}`, 'second');
    await s3('PUT', `/files/big?partNumber=1&uploadId=${id}`, 'first ');
    await s3('POST', `/files/big?uploadId=${id}`, '<CompleteMultipartUpload/>');
    expect((await s3('GET', '/files/big')).text).toBe('first second');
    expect((await s3('PUT', `/files/big?partNumber=3&uploadId=${id}`, 'x')).text).toContain('NoSuchUpload');
  });
});

describe('a bucket', () => {
  it('lists 1,000 keys a page, by prefix', async () => {
    for (let index = 0; index < 1005; index += 1) await s3('PUT', `/files/p/${String(index).padStart(4, '0')}`, '');
    await s3('PUT', '/files/q', '');
    const first = await s3('GET', '/files?list-type=2&prefix=p/');
    expect([tags(first.text, 'Key').length, tags(first.text, 'IsTruncated')]).toEqual([1000, ['true']]);
    const token = tags(first.text, 'NextContinuationToken')[0] ?? '';
    const second = await s3('GET', `/files?list-type=2&prefix=p/&continuation-token=${token}`);
    expect(tags(second.text, 'Key')).toEqual(['p/1000', 'p/1001', 'p/1002', 'p/1003', 'p/1004']);
    const rolled = await s3('GET', '/files?list-type=2&delimiter=/');
    expect([tags(rolled.text, 'Key'), tags(rolled.text, 'Prefix')]).toEqual([['q'], ['', 'p/']]);
  });

  it('with versioning keeps versions and delete markers, which must go before it can', async () => {
    await s3('PUT', '/files?versioning', '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>');
    await s3('PUT', '/files/x', '1');
    await s3('PUT', '/files/x', '2');
    await s3('DELETE', '/files/x');
    expect((await s3('GET', '/files/x')).status).toBe(404);
    expect((await s3('DELETE', '/files')).text).toContain('<Code>BucketNotEmpty</Code>');
    const seen: string[] = [];
    let marker = '';
    for (let more = true; more; ) {
      const { text } = await s3('GET', `/files?versions&max-keys=1${marker}`);
      seen.push(tags(text, 'VersionId')[0] ?? '');
      more = tags(text, 'IsTruncated')[0] === 'true';
      marker = `&key-marker=${tags(text, 'NextKeyMarker')[0]}&version-id-marker=${tags(text, 'NextVersionIdMarker')[0]}`;
    }
    expect(new Set(seen).size).toBe(3);
    const objects = seen.map((id) => `<Object><Key>x</Key><VersionId>${id}</VersionId></Object>`).join('');
    const deleted = await s3('POST', '/files?delete', `<Delete>${objects}</Delete>`);
    expect(tags(deleted.text, 'Key')).toEqual(['x', 'x', 'x']);
    expect((await s3('DELETE', '/files')).status).toBe(204);
  });

  it('refuses to delete more than 1,000 keys at once', async () => {
    const objects = '<Object><Key>x</Key></Object>'.repeat(1001);
    expect((await s3('POST', '/files?delete', `<Delete>${objects}</Delete>`)).text).toContain(
      '<Code>MalformedXML</Code>',
    );
  });

  it('is closed to other accounts, and its name is taken', async () => {
    const other = aws.addUser('222222222222').accessKeyId;
    expect((await s3('GET', '/files?list-type=2', undefined, {}, other)).text).toContain('<Code>AccessDenied</Code>');
    expect((await s3('PUT', '/files', undefined, {}, other)).text).toContain('<Code>BucketAlreadyExists</Code>');
  });

  it('gives back the policy it was given', async () => {
    expect((await s3('GET', '/files?policy')).text).toContain('NoSuchBucketPolicy');
    await s3('PUT', '/files?policy', '{"Version":"2012-10-17"}');
    expect((await s3('GET', '/files?policy')).text).toBe('{"Version":"2012-10-17"}');
  });
});
