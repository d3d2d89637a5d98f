import { writeFileSync, readFileSync } from 'node:fs';
import { it } from 'vitest';
import { useCases, applicationOf, configuration, saidOf } from './check-stages-cases.ts';
const check = useCases();
it('probe', async () => {
  const t = '${param:unknown}';
  const unknown = { profile: { parameters: { unknown: { ssm: '/x' }, lit: 'lit', s: { secret: 'S' } }, 'parameters-path': '/x/', 'require-parameters': false } };
  const env = (v: unknown, more: object = {}) => ({ provider: { environment: { V: v } }, ...more });
  const all: Record<string, object> = {
    ssmparam: configuration('a-ssmparam', env(t)),
    frompath: configuration('a-frompath', env('${param:frompath}')),
    ssm: configuration('a-ssm', env('${ssm:/x}')),
    ssmfb: configuration('a-ssmfb', env("${ssm:/x, 'none'}")),
    cfown: configuration('a-cfown', env('${cf:a-ssm-prod.x}')),
    cffb: configuration('a-cffb', env("${cf:foreign.x, 'none'}")),
    s3: configuration('a-s3', env('${s3:bucket/key}')),
    acct: configuration('a-acct', env('${aws:accountId}')),
    awsregion: configuration('a-awsregion', env('${aws:region}')),
    envv: configuration('a-envv', env('${env:MY_SECRET}')),
    envmiss: configuration('a-envmiss', env('${env:NOT_THERE}')),
    envfb: configuration('a-envfb', env("${env:NOT_THERE, 'x'}")),
    filejs: configuration('a-filejs', env('${file(./v.js):x}')),
    filesdk: configuration('a-filesdk', env('${file(./v.js):x}')),
    git: configuration('a-git', env('${git:sha1}')),
    opt: configuration('a-opt', env("${opt:foo, 'x'}")),
    missfile: configuration('a-missfile', env('${file(./nope.yml):x}')),
    outmiss: configuration('a-outmiss', env('${param:ssm.nope}')),
    outmissfb: configuration('a-outmissfb', env("${param:ssm.nope, 'x'}")),
    parammiss: configuration('a-parammiss', env('${param:nope}')),
    parammissfb: configuration('a-parammissfb', env("${param:nope, 'x'}")),
    fname: configuration('a-fname', { functions: { main: { handler: 'main.handler', name: 'x-${param:unknown}', description: t } } }),
    list: configuration('a-list', { provider: { vpc: { securityGroupIds: [t], subnetIds: '${param:list}' } } }),
    listsplit: configuration('a-listsplit', { provider: { vpc: { securityGroupIds: [t], subnetIds: '${strToList(${param:unknown})}' } } }),
    sqs: configuration('a-sqs', { functions: { main: { handler: 'main.handler', events: [{ sqs: t }, { sqs: { arn: '${param:s}' } }] } } }),
    stream: configuration('a-stream', { functions: { main: { handler: 'main.handler', events: [{ stream: t }] } } }),
    streamkin: configuration('a-streamkin', { functions: { main: { handler: 'main.handler', events: [{ stream: { type: 'kinesis', arn: t } }] } } }),
    sns: configuration('a-sns', { functions: { main: { handler: 'main.handler', events: [{ sns: t }] } } }),
    snsarn: configuration('a-snsarn', { functions: { main: { handler: 'main.handler', events: [{ sns: { arn: t, topicName: 't' } }] } } }),
    schedule: configuration('a-schedule', { functions: { main: { handler: 'main.handler', events: [{ schedule: t }] } } }),
    memory: configuration('a-memory', { functions: { main: { handler: 'main.handler', memorySize: t, timeout: '${param:s}' } } }),
    runtime: configuration('a-runtime', { functions: { main: { handler: 'main.handler', runtime: t } } }),
    layer: configuration('a-layer', { functions: { main: { handler: 'main.handler', layers: [t], role: '${param:s}' } } }),
    s3ev: configuration('a-s3ev', { functions: { main: { handler: 'main.handler', events: [{ s3: t }] } } }),
    bucket: configuration('a-bucket', { resources: { Resources: { B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'x-${param:unknown}' } } } } }),
    svcname: configuration('a-${param:unknown}'),
    stackname: configuration('a-stackname', { provider: { stackName: 'x-${param:unknown}' } }),
    regionp: configuration('a-regionp', { provider: { region: t } }),
    depbucket: configuration('a-depbucket', { provider: { deploymentBucket: t } }),
    depbucketn: configuration('a-depbucketn', { provider: { deploymentBucket: { name: t } } }),
    authorizer: configuration('a-authorizer', { functions: { main: { handler: 'main.handler', events: [{ http: { path: 'x', method: 'get', authorizer: { arn: t } } }] } } }),
    restapi: configuration('a-restapi', { provider: { apiGateway: { restApiId: t, restApiRootResourceId: '${param:s}' } }, functions: { main: { handler: 'main.handler', events: [{ http: { path: 'x', method: 'get' } }] } } }),
    cogn: configuration('a-cogn', { functions: { main: { handler: 'main.handler', events: [{ cognitoUserPool: { pool: t, trigger: 'PreSignUp', existing: true } }] } } }),
    eb: configuration('a-eb', { functions: { main: { handler: 'main.handler', events: [{ eventBridge: { eventBus: t, pattern: { source: ['x'] } } }] } } }),
    tf: configuration('a-tf', { functions: { main: { handler: 'main.handler', events: [{ cloudwatchLog: { logGroup: t } }] } } }),
    iot: configuration('a-iot', { functions: { main: { handler: 'main.handler', events: [{ alb: { listenerArn: t, priority: 1, conditions: { path: '/x' } } }] } } }),
    httpapi: configuration('a-httpapi', { provider: { httpApi: { id: t } }, functions: { main: { handler: 'main.handler', events: [{ httpApi: 'GET /x' }] } } }),
    kms: configuration('a-kms', { functions: { main: { handler: 'main.handler', kmsKeyArn: t } } }),
    onerr: configuration('a-onerr', { functions: { main: { handler: 'main.handler', onError: t } } }),
    dest: configuration('a-dest', { functions: { main: { handler: 'main.handler', destinations: { onFailure: t } } } }),
    perm: configuration('a-perm', { provider: { iam: { role: { permissionsBoundary: t } }, logRetentionInDays: 14 } }),
    retention: configuration('a-retention', { provider: { logRetentionInDays: t } }),
    domain: configuration('a-domain', { functions: { main: { handler: 'main.handler', events: [{ http: { path: t, method: 'get', cors: { origin: t } } }] } } }),
    tags: configuration('a-tags', { provider: { tags: { team: t }, stackTags: { team: t } } }),
    cond: configuration('a-cond', { provider: { environment: { V: '${self:custom.${param:unknown}}' } }, custom: { a: 1 } }),
    condfile: configuration('a-condfile', { provider: { environment: { V: '${file(./${param:unknown}.yml):x}' } } }),
  };
  const only = process.env['ONLY']?.split(',');
  const chosen = only ? Object.fromEntries(Object.entries(all).filter(([k]) => only.includes(k))) : all;
  const files = { ...applicationOf(chosen, unknown),
   'filejs/v.js': "module.exports = async () => ({ x: process.env.MY_SECRET ?? 'none' });",
   'filesdk/v.js': "module.exports = async () => { const { STSClient, GetCallerIdentityCommand } = require('/work/main/node_modules/@aws-sdk/client-sts'); const r = await new STSClient({region:'us-east-1'}).send(new GetCallerIdentityCommand({})); return { x: r.Account }; };",
  };
  const { step, result, temp, folder } = await check(files);
  const out = (result?.stages[0]?.services ?? []).map((s) => `${s.key}: ${s.status}: ${saidOf(s).slice(0, 400)}`).join('\n');
  writeFileSync('/tmp/probe/out.txt', `${out}\n\n${JSON.stringify(step.outputs).slice(0, 300)}\n${temp.join('\n')}\n\n${step.log}`);
}, 300000);
