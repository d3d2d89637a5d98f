import { recordOf } from '../../protocol/parameters.ts';
import type { Bucket } from '../../state/buckets.ts';
import { type DefaultRetention, lockObjects } from '../../state/object-lock.ts';
import type { Handlers, ResourceRequest } from '../handler.ts';
import { generatedName, textProperty } from '../physical-id.ts';

export const bucketHandlers: Handlers = {
  'AWS::S3::Bucket': {
    create: (request) => {
      const name = textProperty(request, 'BucketName') ?? generatedName(request, 63).toLowerCase();
      if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name)) throw new Error(`Bucket name ${name} is not valid`);
      if (request.world.buckets.find(name)) throw new Error(`${name} already exists`);
      configure(request.world.buckets.add(name, request.stack), request);
      return { physicalId: name, attributes: attributesOf(name, request.stack.region) };
    },
    update: (request, name) => {
      const bucket = request.world.buckets.find(name);
      if (!bucket) throw new Error('The specified bucket does not exist');
      configure(bucket, request);
      return { physicalId: name, attributes: attributesOf(name, request.stack.region) };
    },
    remove: ({ world }, name) => {
      const bucket = world.buckets.find(name);
      if (bucket && bucket.objects.size > 0) {
        throw new Error(
          'The bucket you tried to delete is not empty. You must delete all versions in the bucket. (Service: S3, Status Code: 409)',
        );
      }
      world.buckets.remove(name);
    },
  },
  'AWS::S3::BucketPolicy': {
    create: writePolicy,
    update: writePolicy,
    remove: ({ world, properties }) => void world.buckets.find(String(properties['Bucket']))?.settings.delete('policy'),
  },
};

function writePolicy(request: ResourceRequest): { physicalId: string } {
  const name = textProperty(request, 'Bucket') ?? '';
  const bucket = request.world.buckets.find(name);
  if (!bucket) throw new Error('The specified bucket does not exist');
  bucket.settings.set('policy', JSON.stringify(request.properties['PolicyDocument']));
  return { physicalId: name };
}

function configure(bucket: Bucket, { properties }: ResourceRequest): void {
  const status = recordOf(properties['VersioningConfiguration'])['Status'];
  if (status === 'Enabled') bucket.versioning = 'Enabled';
  else if (bucket.versioning === 'Enabled') bucket.versioning = 'Suspended';
  const lock = recordOf(properties['ObjectLockConfiguration']);
  const locked = String(properties['ObjectLockEnabled']) === 'true' || lock['ObjectLockEnabled'] === 'Enabled';
  // Once on, a lock stays whatever the template says.
  if (locked || bucket.objectLock) lockObjects(bucket, readRetention(lock) ?? bucket.objectLock?.defaultRetention);
}

function readRetention(lock: Record<string, unknown>): DefaultRetention | undefined {
  const { Mode, Days, Years } = recordOf(recordOf(lock['Rule'])['DefaultRetention']);
  if (Mode === undefined) return undefined;
  if (Mode !== 'GOVERNANCE' && Mode !== 'COMPLIANCE') throw new Error(`Object Lock mode ${Mode} is not valid`);
  if ((Days === undefined) === (Years === undefined)) {
    throw new Error('The XML you provided was not well-formed or did not validate against our published schema');
  }
  return { mode: Mode, ...(Days === undefined ? { years: Number(Years) } : { days: Number(Days) }) };
}

function attributesOf(name: string, region: string): Record<string, string> {
  return {
    Arn: `arn:aws:s3:::${name}`,
    DomainName: `${name}.s3.amazonaws.com`,
    RegionalDomainName: `${name}.s3.${region}.amazonaws.com`,
    WebsiteURL: `http://${name}.s3-website-${region}.amazonaws.com`,
  };
}
