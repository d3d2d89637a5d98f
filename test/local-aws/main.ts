import { startLocalAws } from './server.ts';

const aws = await startLocalAws({ port: Number(process.argv[2] ?? 4566) });
const keys = aws.addUser();
console.log(`export AWS_ENDPOINT_URL=${aws.url}`);
console.log(
  `export AWS_ACCESS_KEY_ID=${keys.accessKeyId} AWS_SECRET_ACCESS_KEY=${keys.secretAccessKey} AWS_REGION=us-east-1`,
);
process.once('SIGINT', () => void aws.close());
process.once('SIGTERM', () => void aws.close());
