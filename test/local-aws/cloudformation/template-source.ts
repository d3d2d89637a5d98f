import { AwsError } from '../protocol/service.ts';
import { currentObject } from '../state/object-versions.ts';
import type { Place } from '../state/place.ts';
import type { World } from '../world.ts';
import { mayOnBehalf } from './on-behalf.ts';

/** Who reads a template: CloudFormation does with the rights of its caller. */
export interface TemplateReader extends Place {
  /** Absent where a role that the stack was given reads. */
  readonly callerKey?: string;
}

/** Bytes of a template in S3: a decimal megabyte, as the refusal says (seen on AWS). */
const LIMIT = 1_000_000;

/**
 * The text of the template at an S3 URL (path style or virtual host style); throws a ValidationError with what S3 says where it is
 * missing, or may not be read.
 */
export function readTemplateAt(world: World, reader: TemplateReader, url: string): string {
  const { bucket: name, key } = readS3Url(url);
  const { callerKey, account, region } = reader;
  const may = (action: string, resource: string) =>
    mayOnBehalf(world, callerKey, { action, resource, account, region });
  const bucket = world.buckets.find(name);
  if (!bucket) throw s3Error('The specified bucket does not exist');
  if (!may('s3:GetObject', `arn:aws:s3:::${name}/${key}`)) throw s3Error('Access Denied');
  const object = currentObject(bucket, key);
  if (!object) {
    // S3 tells what is missing to those alone who may list the bucket (API reference of S3, GetObject).
    throw s3Error(may('s3:ListBucket', `arn:aws:s3:::${name}`) ? 'The specified key does not exist.' : 'Access Denied');
  }
  if (object.body.byteLength > LIMIT) throw invalid(`Template may not exceed ${LIMIT} bytes in size.`);
  return object.body.toString('utf8');
}

/** Where a template's URL points; throws CloudFormation's refusals of what is none of S3 (seen on AWS). */
function readS3Url(url: string): { bucket: string; key: string } {
  const { protocol, hostname, pathname } = URL.canParse(url)
    ? new URL(url)
    : { protocol: '', hostname: '', pathname: '' };
  if (protocol === 's3:') throw invalid(`S3 error: Domain name specified in ${hostname} is not a valid S3 domain`);
  const host = /^(?:(.+)\.)?s3(?:[.-][a-z0-9-]+)*\.amazonaws\.com(?:\.cn)?$/.exec(hostname);
  const path = decodeURIComponent(pathname).slice(1);
  if (protocol !== 'https:' || !host) throw invalid('TemplateURL must be a supported URL.');
  const [, virtual] = host;
  if (virtual !== undefined) return { bucket: virtual, key: path };
  const slash = path.indexOf('/');
  if (slash <= 0) throw invalid('TemplateURL must reference a valid S3 object to which you have access.');
  return { bucket: path.slice(0, slash), key: path.slice(slash + 1) };
}

function s3Error(message: string): AwsError {
  return invalid(
    `S3 error: ${message}\nFor more information check http://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html`,
  );
}

function invalid(message: string): AwsError {
  return new AwsError('ValidationError', message);
}
