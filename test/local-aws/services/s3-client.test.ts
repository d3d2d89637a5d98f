import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketVersioningCommand,
  GetObjectLockConfigurationCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type ObjectIdentifier,
  PutBucketVersioningCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalAws, startLocalAws } from '../server.ts';
import type { Bucket as StoredBucket } from '../state/buckets.ts';
import { putObjects } from '../state/fill-bucket.ts';
import { lockObjects } from '../state/object-lock.ts';

const place = { account: '111111111111', region: 'us-east-1' };
const DAY = 86_400_000;
let aws: LocalAws;
let s3: S3Client;
let bucket: StoredBucket;
beforeEach(async () => {
  aws = await startLocalAws();
  s3 = new S3Client({ endpoint: aws.url, region: 'us-east-1', forcePathStyle: true, credentials: aws.addUser() });
  bucket = aws.buckets.add('files', place);
});
afterEach(() => aws.close());

const Bucket = 'files';
const remove = (Objects: ObjectIdentifier[], Quiet = false) =>
  s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet } }));
const versioned = () => {
  bucket.versioning = 'Enabled';
};
const idsOf = ({ Versions = [], DeleteMarkers = [] }: ListObjectVersionsCommandOutput): ObjectIdentifier[] =>
  [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }));
const newestId = (key: string) => bucket.objects.get(key)?.[0]?.versionId ?? '';

/** Every page of versions; `visit` sees each before the next one is asked for. */
async function eachPage(visit: (ids: ObjectIdentifier[]) => unknown, input: object = {}): Promise<void> {
  let markers: object | undefined = {};
  while (markers !== undefined) {
    const page: ListObjectVersionsCommandOutput = await s3.send(
      new ListObjectVersionsCommand({ Bucket, ...input, ...markers }),
    );
    await visit(idsOf(page));
    const { NextKeyMarker: KeyMarker, NextVersionIdMarker: VersionIdMarker } = page;
    markers = page.IsTruncated ? { KeyMarker, VersionIdMarker } : undefined;
  }
}

describe('what a bucket says of itself', () => {
  it('is its versioning and whether versions need a device', async () => {
    const ask = () => s3.send(new GetBucketVersioningCommand({ Bucket }));
    expect(await ask()).not.toHaveProperty('Status');
    versioned();
    bucket.mfaDelete = true;
    expect(await ask()).toMatchObject({ Status: 'Enabled', MFADelete: 'Enabled' });
    bucket.mfaDelete = false;
    expect(await ask()).toMatchObject({ MFADelete: 'Disabled' });
  });

  it('is its lock, which needs versioning and does not let go of it', async () => {
    const ask = () => s3.send(new GetObjectLockConfigurationCommand({ Bucket }));
    await expect(ask()).rejects.toMatchObject({
      name: 'ObjectLockConfigurationNotFoundError',
      $metadata: { httpStatusCode: 404 },
    });
    lockObjects(bucket);
    expect((await ask()).ObjectLockConfiguration).toEqual({ ObjectLockEnabled: 'Enabled' });
    expect(await s3.send(new GetBucketVersioningCommand({ Bucket }))).toMatchObject({ Status: 'Enabled' });
    lockObjects(bucket, { mode: 'GOVERNANCE', years: 2 });
    expect((await ask()).ObjectLockConfiguration?.Rule?.DefaultRetention).toEqual({ Mode: 'GOVERNANCE', Years: 2 });
    const suspend = new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Suspended' } });
    await expect(s3.send(suspend)).rejects.toMatchObject({ name: 'InvalidBucketState' });
  });
});

describe('a list', () => {
  it('of keys goes from page to page', async () => {
    const keys = putObjects(bucket, 1005, 'p/');
    putObjects(bucket, 2, 'q/');
    const found: (string | undefined)[] = [];
    const sizes: number[] = [];
    for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket, Prefix: 'p/' })) {
      found.push(...Contents.map(({ Key }) => Key));
      sizes.push(Contents.length);
    }
    expect(sizes).toEqual([1000, 5]);
    expect(found).toEqual(keys);
  });

  it('of versions has each version and marker once, 1,000 a page, by prefix', async () => {
    versioned();
    putObjects(bucket, 700, 'p/', { versions: 3, markers: 100 });
    putObjects(bucket, 1, 'other');
    const seen: ObjectIdentifier[] = [];
    const sizes: number[] = [];
    await eachPage(
      (ids) => {
        seen.push(...ids);
        sizes.push(ids.length);
      },
      { Prefix: 'p/' },
    );
    expect(sizes).toEqual([1000, 1000, 200]);
    expect(new Set(seen.map(({ Key, VersionId }) => `${Key} ${VersionId}`)).size).toBe(2200);
  });

  it('of versions skips none when each page is deleted before the next one is asked for', async () => {
    versioned();
    putObjects(bucket, 5, 'p/', { versions: 3, markers: 5 });
    await eachPage((ids) => remove(ids), { MaxKeys: 3 });
    expect(bucket.objects.size).toBe(0);
  });

  it('of versions wants a key with a version to begin behind', async () => {
    await expect(s3.send(new ListObjectVersionsCommand({ Bucket, VersionIdMarker: 'x' }))).rejects.toMatchObject({
      name: 'InvalidArgument',
    });
  });

  it('of a bucket without versioning has versions named null', async () => {
    putObjects(bucket, 2, '');
    expect(idsOf(await s3.send(new ListObjectVersionsCommand({ Bucket })))).toEqual([
      { Key: '00000', VersionId: 'null' },
      { Key: '00001', VersionId: 'null' },
    ]);
  });

  it('writes keys percent-encoded when it is asked to', async () => {
    const key = 'a b/é(1)+&\u0001.txt';
    await s3.send(new PutObjectCommand({ Bucket, Key: key, Body: 'x' }));
    const encoded = 'a+b/%C3%A9%281%29%2B%26%01.txt';
    const EncodingType = 'url';
    const versions = await s3.send(new ListObjectVersionsCommand({ Bucket, EncodingType, Prefix: 'a b/' }));
    expect(versions).toMatchObject({ EncodingType, Prefix: 'a+b/', Versions: [{ Key: encoded }] });
    const keys = await s3.send(new ListObjectsV2Command({ Bucket, EncodingType }));
    expect(keys.Contents).toMatchObject([{ Key: encoded }]);
  });
});

describe('deleting many at once', () => {
  it('says of each what became of it, or nothing where it is to be quiet', async () => {
    versioned();
    putObjects(bucket, 3, 'k');
    const VersionId = newestId('k00000');
    const { Deleted, Errors } = await remove([
      { Key: 'k00000', VersionId },
      { Key: 'k00001' },
      { Key: 'never & there' },
    ]);
    expect(Errors).toBeUndefined();
    expect(Deleted).toEqual([
      { Key: 'k00000', VersionId },
      { Key: 'k00001', DeleteMarker: true, DeleteMarkerVersionId: newestId('k00001') },
      { Key: 'never & there', DeleteMarker: true, DeleteMarkerVersionId: newestId('never & there') },
    ]);
    const marker = newestId('k00001');
    expect((await remove([{ Key: 'k00001', VersionId: marker }])).Deleted).toEqual([
      { Key: 'k00001', VersionId: marker, DeleteMarker: true, DeleteMarkerVersionId: marker },
    ]);
    expect((await remove([{ Key: 'k00002' }], true)).Deleted).toBeUndefined();
  });

  it('leaves what a policy denies, with an error for each such key even when quiet', async () => {
    putObjects(bucket, 3, 'k');
    bucket.undeletable.add('k00001');
    const keys = [...bucket.objects.keys()].map((Key) => ({ Key }));
    const { Errors } = await remove(keys, true);
    expect(Errors).toEqual([
      {
        Key: 'k00001',
        Code: 'AccessDenied',
        Message: expect.stringContaining('explicit deny in a resource-based policy'),
      },
    ]);
    expect([...bucket.objects.keys()]).toEqual(['k00001']);
    await expect(s3.send(new DeleteObjectCommand({ Bucket, Key: 'k00001' }))).rejects.toMatchObject({
      name: 'AccessDenied',
      $metadata: { httpStatusCode: 403 },
    });
  });

  it('fails as a whole for a version without a device’s code where MFA delete is on', async () => {
    versioned();
    putObjects(bucket, 2, 'k');
    bucket.mfaDelete = true;
    const version = { Key: 'k00000', VersionId: newestId('k00000') };
    const Objects = [version, { Key: 'k00001' }];
    await expect(remove(Objects)).rejects.toMatchObject({ name: 'AccessDenied', $metadata: { httpStatusCode: 403 } });
    expect(bucket.objects.get('k00001')).toHaveLength(1);
    await expect(s3.send(new DeleteObjectCommand({ Bucket, ...version }))).rejects.toThrow(
      'Mfa Authentication must be used for this request',
    );
    expect((await remove([{ Key: 'k00001' }])).Deleted).toHaveLength(1);
    await s3.send(new DeleteObjectsCommand({ Bucket, MFA: 'arn 123456', Delete: { Objects } }));
    expect(bucket.objects.has('k00000')).toBe(false);
  });
});

describe('a locked version', () => {
  it('stays until its time by the stand-in’s clock is over; a marker may be laid over it and taken away', async () => {
    lockObjects(bucket, { mode: 'COMPLIANCE', days: 2 });
    await s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }));
    const locked = { Key: 'k', VersionId: newestId('k') };
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'k' }));
    const marker = { Key: 'k', VersionId: newestId('k') };
    const { Deleted, Errors } = await remove([locked, marker]);
    expect(Deleted).toMatchObject([marker]);
    expect(Errors).toEqual([
      { ...locked, Code: 'AccessDenied', Message: 'Access Denied because object protected by object lock.' },
    ]);
    aws.clock.advance(2 * DAY - 60_000);
    await expect(s3.send(new DeleteObjectCommand({ Bucket, ...locked }))).rejects.toMatchObject({
      name: 'AccessDenied',
      $metadata: { httpStatusCode: 403 },
    });
    aws.clock.advance(60_000);
    expect((await remove([locked])).Deleted).toHaveLength(1);
  });

  it('in governance mode goes for whoever asks to bypass it; a legal hold stays', async () => {
    lockObjects(bucket, { mode: 'GOVERNANCE', years: 1 });
    putObjects(bucket, 2, 'k');
    const held = bucket.objects.get('k00001')?.[0];
    if (held) held.legalHold = true;
    const Objects = ['k00000', 'k00001'].map((Key) => ({ Key, VersionId: newestId(Key) }));
    expect((await remove(Objects)).Errors).toHaveLength(2);
    const bypassing = await s3.send(
      new DeleteObjectsCommand({ Bucket, BypassGovernanceRetention: true, Delete: { Objects } }),
    );
    expect(bypassing).toMatchObject({ Deleted: [{ Key: 'k00000' }], Errors: [{ Key: 'k00001' }] });
  });

  it('can be asked for with the upload, in a bucket with a lock only', async () => {
    const ObjectLockRetainUntilDate = new Date(Date.now() + DAY);
    const upload = new PutObjectCommand({
      Bucket,
      Key: 'k',
      Body: 'x',
      ObjectLockMode: 'COMPLIANCE',
      ObjectLockRetainUntilDate,
    });
    await expect(s3.send(upload)).rejects.toThrow('Bucket is missing Object Lock Configuration');
    lockObjects(bucket);
    await s3.send(upload);
    expect((await remove([{ Key: 'k', VersionId: newestId('k') }])).Errors).toHaveLength(1);
  });
});

it('putObjects refuses versions that the bucket would not keep', () => {
  expect(() => putObjects(bucket, 1, '', { versions: 2 })).toThrow('bucket files keeps no versions');
});
