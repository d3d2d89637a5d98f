import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { releaseManifest } from '../../scripts/release-commit.ts';
import { EXAMPLE } from './example.ts';
import type { Files } from './repository.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PRODUCT = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

/** A configuration of init's with what the example's services read in every profile. */
export function withParameters(configuration: string): string {
  return configuration.replace(
    / {2}(\w+):\n {4}role: .*\n {4}region: .*\n/g,
    (text, profile) => `${text}    parameters:
      endpoint: https://${profile}.example.com
      endpoint_api_key: { ssm: /workshop/${profile}/endpoint_api_key }
`,
  );
}

/** The example's services as somebody has them who has set nothing up yet, in a folder. */
export function newApplication(folder = '.'): Files {
  const names = readdirSync(EXAMPLE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name).slice(EXAMPLE.length + 1))
    .filter((name) => name !== 'serverless-stages.yml');
  return Object.fromEntries(names.map((name) => [join(folder, name), readFileSync(join(EXAMPLE, name), 'utf8')]));
}

const PROVIDER = 'provider: { name: aws, runtime: nodejs24.x }\n';
const TABLE = `resources:
  Resources:
    Todos:
      Type: AWS::DynamoDB::Table
      Properties:
        BillingMode: PAY_PER_REQUEST
        AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
        KeySchema: [{ AttributeName: id, KeyType: HASH }]
`;
const functionWith = (variables: string) => `functions: { app: { handler: app.handler, environment: ${variables} } }\n`;
const HANDLER = 'exports.handler = async () => 1;\n';

/** What Compose's users wrote. */
export const COMPOSE_APPLICATION: Files = {
  'serverless-compose.yml': 'services:\n  db: { path: db }\n  web: { path: web, params: { table: "${db.Table}" } }\n',
  'db/serverless.yml': `service: todo-db\n${PROVIDER}${TABLE}  Outputs: { Table: { Value: !Ref Todos } }\n`,
  'web/serverless.yml': `service: todo-web\n${PROVIDER}${functionWith('{ TABLE: "${param:table}" }')}`,
  'web/app.js': HANDLER,
};

/** What the Dashboard's users wrote, with the one line that init names. */
export const DASHBOARD_APPLICATION: Files = {
  'db/serverless.yml': `org: acme\napp: todo-list\nservice: todo-db\nplugins: [serverless-stages/plugin]\n${PROVIDER}outputs: { table: !Ref Todos }\n${TABLE}`,
  'web/serverless.yml': `org: acme\napp: todo-list\nservice: todo-web\nplugins: [serverless-stages/plugin]\n${PROVIDER}${functionWith('{ TABLE: "${output:todo-db.table}" }')}`,
  'web/app.js': HANDLER,
};

/** The example's package.json, lockfile and settings, by which an application has osls; with what of this product is a plugin, if it is asked for. */
export function oslsInstalled({ plugin = false } = {}): Files {
  const read = (name: string) => readFileSync(join(EXAMPLE, name), 'utf8');
  const settings = Object.fromEntries(['.npmrc', '.nvmrc', '.gitignore'].map((name) => [name, read(name)]));
  const { type: _, scripts: __, ...manifest } = JSON.parse(read('package.json'));
  const lock = JSON.parse(read('package-lock.json'));
  if (!plugin) {
    return { ...settings, 'package.json': JSON.stringify(manifest), 'package-lock.json': JSON.stringify(lock) };
  }
  const devDependencies = { ...manifest.devDependencies, 'serverless-stages': 'file:vendor/serverless-stages' };
  const { version } = PRODUCT;
  const packages = {
    ...lock.packages,
    '': { ...lock.packages[''], devDependencies },
    'node_modules/serverless-stages': { resolved: 'vendor/serverless-stages', link: true },
    'vendor/serverless-stages': { version, dev: true },
  };
  const folders = ['dist/bundle', 'dist/plugin'].flatMap((folder) =>
    readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`),
  );
  const vendored = ['dist/package.json', ...folders].map((path) => [
    `vendor/serverless-stages/${path}`,
    readFileSync(join(ROOT, path)),
  ]);
  return {
    ...settings,
    'package.json': JSON.stringify({ ...manifest, devDependencies }),
    'package-lock.json': JSON.stringify({ ...lock, packages }),
    'vendor/serverless-stages/package.json': JSON.stringify(releaseManifest(PRODUCT)),
    ...Object.fromEntries(vendored),
  };
}
