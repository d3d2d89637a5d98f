import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { POLICIES } from '../../core/safeguards/catalogue.ts';
import { readSafeguard, type Safeguard } from '../../core/safeguards/entry.ts';
import { evaluate } from '../../core/safeguards/evaluate.ts';
import { subjectOf } from '../../core/safeguards/view/subject.ts';
import { readPackagedService, STATE_FILE } from '../../core/serverless/state.ts';
import { child, seconds } from './child.ts';
import { median } from './median.ts';

const MODULES = resolve(import.meta.dirname, '../../node_modules');
/** Functions of the service: with roles, log groups and versions they are nearly 500 resources. */
const FUNCTIONS = 160;
const RUNS = 5;
const TARGET = { stage: 'dev', region: 'us-east-1' };

/** Entries that give each policy what it needs. */
const CONFIGURED: Readonly<Record<string, unknown>> = {
  'allowed-function-names': '${SERVICE}-${STAGE}-${FUNCTION}',
  'allowed-regions': ['us-east-1'],
  'allowed-runtimes': ['nodejs24.x'],
  'allowed-stages': 'dev|prod',
  'framework-version': '>=3',
  'required-stack-tags': { STAGE: 'dev' },
  'restricted-deploy-times': { time: '2020-01-01T00:00', duration: 'PT1H', interval: 'P1D' },
};

/** Prints how long all safeguards take over a package of nearly 500 resources, against the packaging. */
export async function benchSafeguards(): Promise<void> {
  const folder = makeService();
  try {
    const packaging: number[] = [];
    const checking: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const env = { PATH: process.env['PATH'] ?? '', HOME: folder, AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'x' };
      const args = ['package', '--stage', TARGET.stage, '--region', TARGET.region];
      packaging.push(await seconds(() => child(join(MODULES, '.bin/osls'), args, folder, env)));
      const text = readFileSync(join(folder, '.serverless', STATE_FILE), 'utf8');
      checking.push(await seconds(async () => void checkAll(text)));
    }
    const [packageS, checkS] = [median(packaging), median(checking)];
    console.log(`\nAll safeguards over a package of ${countOf(folder)} resources (osls, median of ${RUNS})`);
    console.log(`  packaging   ${packageS.toFixed(2)} s`);
    console.log(`  safeguards  ${checkS.toFixed(3)} s   ${(checkS / packageS).toFixed(3)} × packaging`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** As a deploy does it: the package is read, looked at as one subject, and evaluated. */
function checkAll(text: string): void {
  const packaged = readPackagedService(text, TARGET);
  const subject = subjectOf({
    service: packaged.service,
    stage: { name: TARGET.stage, kind: 'configured' },
    region: TARGET.region,
    stack: packaged.stack,
    cli: { product: 'osls', version: '4.3.1' },
    now: Date.now(),
    template: packaged.template,
    provider: packaged.provider,
    stackTags: packaged.stackTags,
    configured: packaged.functions,
    nested: [],
    unresolved: [],
    changes: [],
  });
  const safeguards = Object.keys(POLICIES).map((id) => readSafeguard({ safeguard: id, config: CONFIGURED[id] }));
  const settings = safeguards.filter((one): one is Safeguard => 'id' in one);
  const results = evaluate({ subject, service: 'bench', safeguards: settings, waivers: [], foreign: new Map() });
  if (settings.length !== safeguards.length || results.length !== settings.length) {
    throw new Error('not all safeguards were evaluated');
  }
}

function countOf(folder: string): number {
  const text = readFileSync(join(folder, '.serverless', STATE_FILE), 'utf8');
  return Object.keys(readPackagedService(text, TARGET).resources).length;
}

function makeService(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-safeguards-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(join(MODULES, 'osls'), join(folder, 'node_modules/osls'));
  const functions = Array.from({ length: FUNCTIONS }, (_, at) => `  f${at}: { handler: index.handler }\n`).join('');
  writeFileSync(join(folder, 'index.js'), 'exports.handler = async () => "ok";\n');
  writeFileSync(
    join(folder, 'serverless.yml'),
    `service: bench\nprovider: { name: aws, runtime: nodejs24.x, environment: { A_TOKEN: plain } }\nfunctions:\n${functions}`,
  );
  return folder;
}
