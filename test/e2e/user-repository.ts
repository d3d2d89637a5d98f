import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ACCOUNT } from '../aws/deploy-role.ts';
import { git } from './tiny-product.ts';

export const PRODUCT = resolve(import.meta.dirname, '../..');

const CONFIGURATION = `version: 1
app: shop
profiles:
  dev: { role: 'arn:aws:iam::${ACCOUNT}:role/serverless-stages', region: us-east-1, parameters: { greeting: hello } }
default-profile: dev
stages:
  dev: { profile: dev, branch: master }
previews:
  target-branches: [master]
  role: arn:aws:iam::${ACCOUNT}:role/serverless-stages-preview
services:
  api: { path: api }
`;

const SERVICE = `service: shop-api
provider:
  name: aws
  runtime: nodejs24.x
  environment: { GREETING: '\${param:greeting}' }
functions:
  hello:
    handler: handler.hello
    events:
      - httpApi: GET /hello
`;

const handler = (text: string) =>
  `exports.hello = async () => ({ statusCode: 200, body: process.env.GREETING + ' ${text}' });\n`;

/**
 * Writes acme/shop as a user has it, with our template for previews, into a folder: branches master and feature/a. The
 * repository's own node_modules stand for installed dependencies.
 */
export function writeUserRepository(folder: string): { readonly user: string; readonly bare: string } {
  const bare = join(folder, 'shop.git');
  const user = join(folder, 'shop');
  git(folder, 'init', '--quiet', '--bare', '--initial-branch=master', bare);
  git(folder, 'init', '--quiet', '--initial-branch=master', user);
  git(user, 'remote', 'add', 'origin', bare);
  mkdirSync(join(user, '.github/workflows'), { recursive: true });
  cpSync(join(PRODUCT, 'workflows-templates/preview.yml'), join(user, '.github/workflows/preview.yml'));
  symlinkSync(join(PRODUCT, 'node_modules'), join(user, 'node_modules'));
  mkdirSync(join(user, 'api'));
  writeFileSync(join(user, 'serverless-stages.yml'), CONFIGURATION);
  writeFileSync(join(user, 'api/serverless.yml'), SERVICE);
  commitHandler(user, 'master');
  git(user, 'checkout', '--quiet', '-b', 'feature/a');
  commitHandler(user, 'feature');
  return { user, bare };
}

function commitHandler(user: string, text: string): void {
  writeFileSync(join(user, 'api/handler.js'), handler(text));
  git(user, 'add', '--all');
  git(user, '-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '-m', text);
  git(user, 'push', '--quiet', 'origin', 'HEAD');
}
