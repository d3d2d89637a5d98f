import { AwsError } from '../protocol/service.ts';
import { currentObject } from '../state/object-versions.ts';
import type { World } from '../world.ts';

/** The text of the template at an S3 URL (path style or virtual host style); throws a ValidationError where it is missing. */
export function readTemplateAt(world: World, url: string): string {
  const place = readS3Url(url);
  const bucket = place && world.buckets.find(place.bucket);
  const object = bucket && currentObject(bucket, place.key);
  if (object) return object.body.toString('utf8');
  if (!place)
    throw new AwsError('ValidationError', `TemplateURL must reference a valid S3 object to which you have access.`);
  const message = bucket ? 'The specified key does not exist.' : 'The specified bucket does not exist';
  throw new AwsError(
    'ValidationError',
    `S3 error: ${message}\nFor more information check http://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html`,
  );
}

function readS3Url(url: string): { bucket: string; key: string } | undefined {
  if (!URL.canParse(url)) return undefined;
  const { hostname, pathname } = new URL(url);
  const path = decodeURIComponent(pathname).slice(1);
  const virtual =
    /^(.+)\.s3[.-].*amazonaws\.com$/.exec(hostname)?.[1] ?? /^(.+)\.s3\.amazonaws\.com$/.exec(hostname)?.[1];
  if (virtual !== undefined) return { bucket: virtual, key: path };
  const slash = path.indexOf('/');
  return slash > 0 ? { bucket: path.slice(0, slash), key: path.slice(slash + 1) } : undefined;
}
