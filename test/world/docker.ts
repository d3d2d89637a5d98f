import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** As much of Docker as osls calls: what it pushes arrives in ECR, with the rights of who runs it. */
const PROGRAM = String.raw`#!/usr/bin/env node
const http = require('node:http');
const [, , command, tag = ''] = process.argv;
if (command !== 'push') process.exit(0);
const { AWS_ACCESS_KEY_ID: key, AWS_SESSION_TOKEN: token, AWS_ENDPOINT_URL: url } = process.env;
const [, region, repositoryName, imageTag] = /\.ecr\.([\w-]+)\.amazonaws\.com\/(.+):(.+)$/.exec(tag);
const scope = key + '/20260101/' + region + '/ecr/aws4_request';
const headers = {
  authorization: 'AWS4-HMAC-SHA256 Credential=' + scope + ', SignedHeaders=host, Signature=0',
  'content-type': 'application/x-amz-json-1.1',
  'x-amz-security-token': token,
  'x-amz-target': 'AmazonEC2ContainerRegistry_V20150921.PutImage',
};
const request = http.request(url, { method: 'POST', headers }, async (answer) => {
  let text = '';
  for await (const piece of answer) text += piece;
  if (answer.statusCode !== 200) throw new Error(text);
  console.log(imageTag + ': digest: ' + JSON.parse(text).image.imageId.imageDigest + ' size: 1');
});
request.end(JSON.stringify({ repositoryName, imageTag, imageManifest: '{}' }));
`;

/** A stand-in for Docker. */
export interface Docker {
  /** The PATH of a job that finds it. */
  readonly path: string;
  remove(): void;
}

export function makeDocker(): Docker {
  const folder = mkdtempSync(join(tmpdir(), 'docker-'));
  writeFileSync(join(folder, 'docker'), PROGRAM, { mode: 0o755 });
  return {
    path: [folder, process.env['PATH']].join(delimiter),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
