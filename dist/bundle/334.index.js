export const id = 334;
export const ids = [334];
export const modules = {

/***/ 10026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(49443);
// EXTERNAL MODULE: ./io/configuration.js + 1 modules
var configuration = __webpack_require__(10716);
// EXTERNAL MODULE: ./io/private-work.js
var private_work = __webpack_require__(29659);
// EXTERNAL MODULE: ./io/runner/context.js
var runner_context = __webpack_require__(56526);
// EXTERNAL MODULE: ./io/runner/run-action.js + 1 modules
var run_action = __webpack_require__(75261);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./core/redact.js + 2 modules
var redact = __webpack_require__(3913);
// EXTERNAL MODULE: ./core/safeguards/settings.js
var settings = __webpack_require__(41224);
// EXTERNAL MODULE: ./core/service/discover.js + 6 modules
var discover = __webpack_require__(22993);
// EXTERNAL MODULE: ./io/files/workspace.js
var files_workspace = __webpack_require__(39019);
// EXTERNAL MODULE: ./io/policy.js
var policy = __webpack_require__(62086);
// EXTERNAL MODULE: ./io/runner/log.js
var log = __webpack_require__(37735);
// EXTERNAL MODULE: ./io/serverless/find-cli.js
var find_cli = __webpack_require__(74797);
// EXTERNAL MODULE: ./io/serverless/runner.js + 2 modules
var runner = __webpack_require__(79902);
// EXTERNAL MODULE: ./io/services.js
var services = __webpack_require__(69684);
// EXTERNAL MODULE: ./stage/open/definition-text.js
var definition_text = __webpack_require__(81146);
;// CONCATENATED MODULE: ./stage/open/check.js












/** Opens the ways of a check to the checkout and the Serverless CLI. Throws E_INPUT. */
async function openCheck(parts, { workspace }) {
    const { workingDirectory, licence, concurrency, folder } = parts;
    const top = await (0,files_workspace/* workspaceFolder */.ih)(workspace, '.', 'GITHUB_WORKSPACE');
    const root = await (0,files_workspace/* workspaceFolder */.ih)(workspace, workingDirectory, 'working-directory');
    const redactor = (0,redact/* createRedactor */.lY)(Object.values(licence));
    const runPolicy = (0,policy/* policyRunner */.L)({ tempFolder: folder, redactor });
    const salt = (0,external_node_crypto_.randomUUID)();
    return {
        discover: (configured, lookup) => (0,discover/* discoverServices */.U)((0,services/* workspaceFiles */.P)(root), configured, lookup),
        folderOf: ({ path }) => (0,external_node_path_.join)(root, path),
        findCli: (start) => (0,find_cli/* findCli */.M)(start, top),
        createRunner: ({ target, ...more }) => {
            // A region alone: the CLI gets no keys.
            const keys = () => Promise.resolve({ region: target.region });
            return (0,runner/* createServerlessRunner */.b)({ ...more, target, keys, redactor, folder: (0,external_node_path_.join)(folder, target.stage) });
        },
        safeguardingOf: ({ safeguards, waivers, stage }) => ({
            safeguards: safeguards ?? (0,settings/* safeguardsOf */.L)([], stage),
            waivers: waivers ?? [],
            runPolicy,
            redactor,
            salt,
            readDefinition: (service) => (0,definition_text/* readDefinitionText */.D)(workspace, (0,external_node_path_.join)(workingDirectory, service.path), service),
        }),
        licence,
        concurrency,
        now: Date.now,
        log: (0,log/* redactingLog */.K)(log/* runnerLog */.t, redactor),
    };
}

;// CONCATENATED MODULE: ./actions/check-stages/contract.js
const contract = {
    name: 'check-stages',
    inputs: {
        configuration: { kind: 'text' },
        stages: { kind: 'list' },
        services: { kind: 'list' },
        concurrency: { kind: 'integer', always: true },
        'working-directory': { kind: 'text', always: true },
        'serverless-access-key': { kind: 'secret' },
        'serverless-license-key': { kind: 'secret' },
    },
    outputs: ['status', 'result', 'error'],
    onFailure: { status: 'failed' },
};

// EXTERNAL MODULE: ./core/check/error.js
var error = __webpack_require__(81356);
// EXTERNAL MODULE: ./core/check/result.js
var check_result = __webpack_require__(6265);
// EXTERNAL MODULE: ./core/report/stage-checks.js
var stage_checks = __webpack_require__(9578);
// EXTERNAL MODULE: ./core/transport.js
var transport = __webpack_require__(59964);
// EXTERNAL MODULE: ../node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(89680);
// EXTERNAL MODULE: ./core/output/address.js
var output_address = __webpack_require__(54275);
// EXTERNAL MODULE: ./core/serverless/variables.js
var variables = __webpack_require__(42653);
// EXTERNAL MODULE: ./core/service/parameter-outputs.js
var parameter_outputs = __webpack_require__(90813);
// EXTERNAL MODULE: ./core/suggest.js
var suggest = __webpack_require__(51335);
;// CONCATENATED MODULE: ./core/check/reads.js




/** Returns what is wrong with the outputs that a service reads: of a service that the stage does not have, or that nobody publishes. */
function readProblems(service, scene) {
    const { stage, only, published } = scene;
    return readsOf(service, scene).flatMap(({ text, key, output }) => {
        if (only?.includes(key) === false) {
            return [{ level: 'error', message: `it reads \${${text}}, and "${stage}" does not have the service "${key}"` }];
        }
        const { names, isOpen } = published.get(key) ?? { names: [], isOpen: true };
        const isKnown = names.some((name) => name === output || name.startsWith(`${output}.`)) || MADE.test(output);
        if (isKnown || !published.has(key)) {
            return [];
        }
        const message = `it reads \${${text}}, and "${key}" publishes no output "${output}" – ${(0,suggest/* suggestName */.S)(output, names)}`;
        return [{ level: isOpen ? 'warning' : 'error', message }];
    });
}
/** Outputs that the Serverless Framework makes by itself (osls 4.3, `lib/plugins/aws/lib/naming.js`). */
const MADE = /^(ServerlessDeploymentBucketName|ServiceEndpoint(Websocket)?|HttpApi(Id|Url)|CloudFrontDistribution(DomainName)?|[A-Za-z0-9]+(LambdaFunctionQualifiedArn|LambdaFunctionUrl|LambdaLayerQualifiedArn|LambdaLayerHash|LambdaLayerS3Key))$/;
/** What a service reads of others in its own stage, without a fallback. */
function readsOf({ reads }, { app, stage, services, given, lookup }) {
    const keys = services.map(({ key }) => key);
    const params = reads.needed.flatMap((name) => {
        const output = given.has(name) ? undefined : (0,parameter_outputs/* outputOfParameter */.Y)(name, keys);
        return output === undefined ? [] : [{ text: `param:${name}`, key: output.key, output: output.path.join('.') }];
    });
    const outputs = reads.neededOutputs.flatMap((written) => {
        const text = (0,variables/* substitute */.V)(written, lookup);
        if (text.includes('${')) {
            return [];
        }
        const address = (0,output_address/* parseOutputAddress */.Z)(text);
        const key = services.find(({ name }) => name === address.service)?.key;
        const isOwn = (address.app ?? app) === app && (address.stage ?? stage) === stage && address.region === undefined;
        return isOwn && key !== undefined ? [{ text: `output:${text}`, key, output: address.path.join('.') }] : [];
    });
    return [...params, ...outputs];
}

// EXTERNAL MODULE: ./core/configuration/schema.js + 1 modules
var schema = __webpack_require__(28665);
// EXTERNAL MODULE: ./core/serverless/known-variables.js
var known_variables = __webpack_require__(33931);
// EXTERNAL MODULE: ./stage/deploy/service/stack-claims.js
var stack_claims = __webpack_require__(74934);
;// CONCATENATED MODULE: ./core/check/failure.js
/** Sources of variables that ask AWS. */
const CLOUD = ['ssm', 'cf', 's3', 'aws'];
/**
 * Returns why nothing can be said of a service that could not be packaged without the cloud; undefined if the fault is its own.
 * `unknown` are names that it was given placeholders for.
 */
function whyNotAsked(output, { reads }, unknown) {
    const asks = reads.unknown.filter((source) => CLOUD.includes(source));
    if (/credential/i.test(output)) {
        return asks.length === 0
            ? 'it asks AWS while it is packaged'
            : `it reads \${${asks.join(':…}, ${')}:…}, which needs the cloud`;
    }
    if (/\b(ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|ENETUNREACH)\b/.test(output)) {
        return 'it asks the network while it is packaged';
    }
    return isOfParameters(output) || unknown.length === 0
        ? undefined
        : `it cannot be packaged without the values of ${unknown.join(', ')}`;
}
/** Whether a parameter that nobody gives is what is missing (osls 4.3, serverless 3 and 4). */
function isOfParameters(output) {
    return /Value not found at "param" source|The param "[^"]*" cannot be resolved/.test(output);
}

// EXTERNAL MODULE: ./core/service/compose.js
var compose = __webpack_require__(83029);
;// CONCATENATED MODULE: ./core/check/placeholder.js

/** The mark in every placeholder, by which a package's texts are told from values. */
const MARK = 'unknown-[0-9a-f]{8}-value';
/** A placeholder as it was made, or what the Serverless Framework cut out of it. */
const PLACEHOLDER = new RegExp(`(?:https://|arn:aws[a-z-]*:[a-z0-9-]*:[a-z0-9-]*:(?:0{12})?:(?:[a-z]+/)?)?${MARK}(?:\\.invalid|/stream/${MARK})?`, 'g');
/**
 * Returns what stands for a value that is not known without the cloud: a secret parameter, an output. It has the form that its name
 * promises (an ARN, an address), since the Serverless Framework refuses an event source that is no ARN; equal names have equal
 * placeholders.
 */
function placeholderFor(name, region) {
    const mark = `unknown-${(0,external_node_crypto_.createHash)('sha256').update(name).digest('hex').slice(0, 8)}-value`;
    if (/arn$/i.test(name)) {
        return arnFor(name, mark, region);
    }
    return /(?:ur[il]|endpoint)$/i.test(name) ? `https://${mark}.invalid` : mark;
}
/** The services whose ARNs the Serverless Framework looks into, by what their outputs are called. */
const SERVICES = [
    [/table.*stream|stream.*table/i, (mark, place) => `dynamodb:${place}:table/${mark}/stream/${mark}`],
    [/stream/i, (mark, place) => `kinesis:${place}:stream/${mark}`],
    [/queue|dlq/i, (mark, place) => `sqs:${place}:${mark}`],
    [/topic/i, (mark, place) => `sns:${place}:${mark}`],
    [/table/i, (mark, place) => `dynamodb:${place}:table/${mark}`],
    [/bucket/i, (mark) => `s3:::${mark}`],
    [/bus/i, (mark, place) => `events:${place}:event-bus/${mark}`],
    [/pool/i, (mark, place) => `cognito-idp:${place}:userpool/${mark}`],
    [/role|policy|boundary/i, (mark) => `iam::${ACCOUNT}:role/${mark}`],
];
/** No account has this number. */
const ACCOUNT = '000000000000';
function arnFor(name, mark, region) {
    const partition = region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
    const place = `${region}:${ACCOUNT}`;
    const [, rest] = SERVICES.find(([pattern]) => pattern.test(name)) ?? [];
    return `arn:${partition}:${rest?.(mark, place) ?? `lambda:${place}:${mark}`}`;
}

;// CONCATENATED MODULE: ./core/check/parameters.js





/** Returns what a service is packaged with without the cloud. */
function offlineParameters(service, { parameters, hasMore, region, keys, lookup }) {
    const known = new Map();
    const unknown = [];
    const missing = [];
    const give = (name, value, source) => known.set(name, { name, value, secret: false, source });
    const placehold = (name) => {
        unknown.push(name);
        return placeholderFor(name, region);
    };
    for (const [name, value] of Object.entries(parameters)) {
        give(name, (0,schema/* isLiteral */.c$)(value) ? String(value) : placehold(name), 'profile');
    }
    for (const [name, template] of Object.entries(service.composeParams)) {
        const withOutputs = [...(0,compose/* composeReferences */.rd)(template)].reduce((text, [key, output]) => text.replaceAll(`\${${key}.${output}}`, () => placehold(`${key}.${output}`)), (0,variables/* substitute */.V)(template, lookup));
        missing.push(...(0,compose/* composeVariables */.OU)(template).filter((variable) => !known.has(variable) && !hasMore));
        const value = (0,compose/* withComposeVariables */.ai)(withOutputs, (variable) => known.get(variable)?.value ?? placehold(variable));
        give(name, value, 'serverless-compose.yml');
    }
    for (const name of service.reads.params) {
        if (!known.has(name) && (0,parameter_outputs/* outputOfParameter */.Y)(name, keys) !== undefined) {
            give(name, placehold(name), 'output');
        }
    }
    const addresses = service.reads.outputs.map((written) => (0,variables/* substitute */.V)(written, lookup));
    const outputs = addresses
        .filter((address) => !address.includes('${'))
        .map((address) => [address, { value: placehold(address) }]);
    return { parameters: [...known.values()], outputs: Object.fromEntries(outputs), missing, unknown };
}

// EXTERNAL MODULE: ./core/stack/template-text.js
var template_text = __webpack_require__(44484);
;// CONCATENATED MODULE: ./core/check/unknowns.js


/** Functions of CloudFormation whose argument is a name in the template, not a value. */
const NAMES = ['Ref', 'Fn::GetAtt', 'Fn::FindInMap', 'Condition', 'DependsOn', 'Type'];
/**
 * Returns a template, or a part of one, with what CloudFormation has for values that are not known yet (`Ref`, `Fn::Join`, `Fn::Sub`) in
 * the place of placeholders: no policy takes one for a value.
 */
function withUnknowns(value) {
    if (typeof value === 'string') {
        return withUnknownParts(value);
    }
    if (Array.isArray(value)) {
        return value.map(withUnknowns);
    }
    return typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withUnknownsOf(key, item)]))
        : value;
}
/** Returns a text with `unknown` in the place of every placeholder. */
function replacePlaceholders(text, unknown) {
    return text.replace(PLACEHOLDER, () => unknown);
}
function withUnknownsOf(key, item) {
    if (NAMES.includes(key)) {
        return item;
    }
    if (key !== 'Fn::Sub') {
        return withUnknowns(item);
    }
    const inText = (text) => (typeof text === 'string' ? replacePlaceholders(text, `\${${template_text/* UNTOLD */.tl}}`) : text);
    return Array.isArray(item) ? [inText(item[0]), ...item.slice(1).map(withUnknowns)] : inText(item);
}
function withUnknownParts(text) {
    const pieces = text.split(PLACEHOLDER);
    if (pieces.length === 1) {
        return text;
    }
    const parts = pieces.flatMap((piece, index) => [
        ...(index === 0 ? [] : [{ Ref: template_text/* UNTOLD */.tl }]),
        ...(piece === '' ? [] : [piece]),
    ]);
    return parts.length === 1 ? parts[0] : { 'Fn::Join': ['', parts] };
}

// EXTERNAL MODULE: ./core/child-exit.js
var child_exit = __webpack_require__(27972);
// EXTERNAL MODULE: ./core/described-error.js
var described_error = __webpack_require__(83801);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(30742);
// EXTERNAL MODULE: ./core/output/names.js
var names = __webpack_require__(91539);
// EXTERNAL MODULE: ./core/serverless/cli.js
var serverless_cli = __webpack_require__(83738);
// EXTERNAL MODULE: ./core/serverless/names.js
var serverless_names = __webpack_require__(27044);
// EXTERNAL MODULE: ./core/serverless/parameters.js
var serverless_parameters = __webpack_require__(11258);
// EXTERNAL MODULE: ./stage/deploy/plan/find-clis.js
var find_clis = __webpack_require__(33933);
// EXTERNAL MODULE: ./stage/deploy/service/check-safeguards.js
var check_safeguards = __webpack_require__(27756);
// EXTERNAL MODULE: ./stage/deploy/service/evaluate-package.js + 4 modules
var evaluate_package = __webpack_require__(60161);
;// CONCATENATED MODULE: ./stage/check/check-service.js

















/** Packages a service for a stage without the cloud and checks what came out. Rejects only if the disk fails. */
async function checkService(service, around, edges) {
    const { key } = service;
    const { region, configuration } = around;
    const end = (found) => (0,check_result/* serviceCheck */.wD)({ key, region, problems: [], safeguards: [], ...(0,only_defined/* onlyDefined */.M)(found) });
    if (service.commands?.beforeDeploy !== undefined) {
        return { check: end({ reason: 'its hook before-deploy runs in the deploy alone' }), outputs: undefined };
    }
    try {
        (0,find_clis/* checkNames */.L)(service, configuration);
        const cli = await edges.findCli(edges.folderOf(service));
        if ((0,serverless_cli/* needsLicence */.nR)(cli) && Object.keys(edges.licence).length === 0) {
            return { check: end({ reason: `serverless ${cli.version} needs a key` }), outputs: undefined };
        }
        const made = await packageOffline(service, cli, around, edges);
        if ('reason' in made) {
            return { check: end(made), outputs: undefined };
        }
        const { job, packaged, problems } = made;
        const safeguards = await evaluateOffline(service, job, packaged, around, edges);
        return { check: end({ problems, safeguards }), outputs: Object.keys(packaged.outputs).map(names/* outputName */.V) };
    }
    catch (error) {
        const { code, message } = (0,described_error/* describeError */.Uc)(error);
        return { check: end({ problems: [{ level: 'error', message: `${code}: ${message}` }] }), outputs: undefined };
    }
}
/** Packages with placeholders; once more with one for each parameter that may stand below `parameters-path`. Throws E_PACKAGE_FAILED. */
async function packageOffline(service, cli, around, edges) {
    const { configuration, region, services, runner, lookup, claimStack } = around;
    const { parameters, parametersPath } = configuration.profile;
    const hasMore = parametersPath !== undefined;
    const offline = offlineParameters(service, {
        parameters,
        hasMore,
        region,
        keys: services.map(({ key }) => key),
        lookup,
    });
    const lacking = service.reads.needed.filter((name) => !offline.parameters.some((known) => known.name === name));
    const first = jobOf(service, cli, offline, around, edges);
    (0,serverless_cli/* checkCli */.dT)(cli, true);
    if ((0,serverless_cli/* needsLicence */.nR)(cli)) {
        (0,serverless_parameters/* checkServerless4Values */.j)(first.parameters);
    }
    let { job, result } = { job: first, result: await runner.package(first) };
    if (result.code !== 0 && hasMore && lacking.length > 0 && isOfParameters(result.output)) {
        const guessed = lacking.map((name) => ({
            name,
            value: placeholderFor(name, region),
            secret: false,
            source: 'parameters-path',
        }));
        job = { ...first, parameters: [...first.parameters, ...guessed] };
        result = await runner.package(job);
    }
    if (result.code !== 0) {
        edges.log.foreign(`${job.label}: ${cli.product} package`, result.output);
        const unknown = [...offline.unknown, ...(hasMore ? lacking : [])];
        const reason = (0,serverless_cli/* licenceFailure */.gw)(cli, result.output)?.message ?? whyNotAsked(result.output, service, unknown);
        if (reason !== undefined) {
            return { reason };
        }
        throw new errors/* UserError */.yo('E_PACKAGE_FAILED', {
            what: `it cannot be packaged for "${configuration.stage.name}" (${(0,child_exit/* describeExit */.K)(result)})`,
            why: (0,child_exit/* lastWords */.a)(result.output),
            fix: isOfParameters(result.output) && lacking.length > 0
                ? `give the profile "${configuration.profile.name}" what it needs of these: ${lacking.join(', ')}`
                : 'mend what it says',
        });
    }
    const packaged = told(await runner.packaged(job));
    if (!packaged.stack.includes(template_text/* UNKNOWN_PART */.DQ)) {
        claimStack(packaged.stack, service.key);
        (0,serverless_names/* checkTemplateNames */.XA)(packaged.stack, packaged.resources, region);
    }
    const problems = offline.missing.map((name) => ({
        level: 'error',
        message: `serverless-compose.yml reads \${env:${name}}, and the profile "${configuration.profile.name}" has no parameter "${name}"`,
    }));
    return { job, packaged, problems };
}
function jobOf(service, cli, { parameters, outputs }, { configuration, region }, { folderOf }) {
    const { app, stage, accounts, profile } = configuration;
    const reader = { app, stage: stage.name, kind: stage.kind, region, accounts };
    return {
        key: service.key,
        label: `${service.key} for ${stage.name}${profile.regions.length > 1 ? ` in ${region}` : ''}`,
        ...(0,only_defined/* onlyDefined */.M)({ config: service.config }),
        folder: folderOf(service),
        cli,
        parameters,
        pluginContext: { schemaVersion: 1, reader, resolved: outputs, stacks: {} },
        isRedirected: false,
    };
}
/** A package with what CloudFormation has for unknown values in the place of placeholders. */
function told(packaged) {
    const { template, resources, outputs, functions, provider, stackTags, stack } = packaged;
    const unknowns = withUnknowns({ template, resources, outputs, functions, provider });
    const tags = Object.entries(stackTags).map(([tag, value]) => [tag, replacePlaceholders(value, template_text/* UNKNOWN_PART */.DQ)]);
    return {
        ...packaged,
        ...unknowns,
        stackTags: Object.fromEntries(tags),
        stack: replacePlaceholders(stack, template_text/* UNKNOWN_PART */.DQ),
    };
}
/** Safeguards that are about the moment of a deploy, and what it would find there. */
const OF_THE_DEPLOY = ['no-stateful-replacement', 'restricted-deploy-times'];
async function evaluateOffline(service, job, packaged, { configuration, region, runner }, { safeguardingOf, now }) {
    const safeguarding = safeguardingOf(configuration);
    const nested = (await (0,check_safeguards/* nestedTemplates */.h)(job, runner)).map((one) => withUnknowns(one));
    const safeguards = safeguarding.safeguards.filter(({ id }) => !OF_THE_DEPLOY.includes(id));
    const { name, kind } = configuration.stage;
    return (0,evaluate_package/* evaluatePackage */.A)(job, service, { packaged, nested, stage: { name, kind }, region, now: now(), changes: undefined }, { ...safeguarding, safeguards });
}

;// CONCATENATED MODULE: ./stage/check/check-stage.js








/**
 * Packages services for a stage without the cloud, and says what would keep them from being deployed there. `changed` are the keys
 * of the services that are checked; undefined for all that the stage has. Throws E_SERVICE_CONFIG and its kin if the services cannot be read.
 */
async function checkStage(configuration, changed, edges) {
    const { stage, profile, only } = configuration;
    const services = await edges.discover(configuration.services, lookupIn(configuration, undefined));
    const isChecked = ({ key }) => (changed?.includes(key) ?? true) && (only?.includes(key) ?? true);
    const limit = (0,p_limit/* default */.A)(edges.concurrency);
    const checks = [];
    for (const region of profile.regions) {
        const runner = await edges.createRunner({
            target: { stage: stage.name, region },
            exportEnv: profile.exportEnv,
            licence: edges.licence,
        });
        const around = {
            configuration,
            region,
            services,
            runner,
            claimStack: (0,stack_claims/* createStackClaims */.W)(),
            lookup: lookupIn(configuration, region),
        };
        // One service is packaged in one folder, so that its regions follow each other.
        const done = await Promise.all(services
            .filter(isChecked)
            .map((service) => limit(async () => ({ service, ...(await checkService(service, around, edges)) }))));
        const published = publishedBy(services, done);
        const scene = {
            app: configuration.app,
            stage: stage.name,
            services,
            only,
            published,
            given: new Set(Object.keys(profile.parameters)),
            lookup: around.lookup,
        };
        checks.push(...done.map(({ service, check }) => (0,check_result/* withProblems */.rB)(check, readProblems(service, scene))));
    }
    return { stage: stage.name, status: (0,check_result/* overallCheck */.YA)(checks), services: checks };
}
/** What variables are known to be in a stage, and in one of its regions. */
function lookupIn({ stage, profile }, region) {
    const literals = Object.entries(profile.parameters).filter(([, value]) => (0,schema/* isLiteral */.c$)(value));
    const values = new Map(literals.map(([name, value]) => [name, String(value)]));
    const single = profile.regions.length > 1 ? undefined : profile.region;
    return (0,known_variables/* knownVariables */.h)({ stage: stage.name, ...(0,only_defined/* onlyDefined */.M)({ region: region ?? single }) }, values);
}
/** What each service publishes: by its package, else by its configuration. */
function publishedBy(services, checked) {
    const known = services.flatMap(({ key, published }) => published === undefined ? [] : [[key, published]]);
    const packaged = checked.flatMap(({ service: { key }, outputs }) => outputs === undefined ? [] : [[key, { names: outputs, isOpen: false }]]);
    return new Map([...known, ...packaged]);
}

// EXTERNAL MODULE: ./stage/deploy/service/tell-findings.js + 1 modules
var tell_findings = __webpack_require__(56490);
;// CONCATENATED MODULE: ./stage/check/tell.js

/** Says what came of the check of a stage, each finding at its place in the repository. */
function tellCheck({ stage, status, services }, log) {
    log.info(`${stage}: ${status}`);
    for (const { key, region, reason, problems, safeguards } of services) {
        const label = `${key} for ${stage} (${region})`;
        if (reason !== undefined) {
            log.info(`${label}: not asked: ${reason}`);
        }
        for (const { level, message } of problems) {
            // The step's own error has those that fail it.
            (level === 'error' ? log.info : log.warning)(`${label}: ${message}`);
        }
        if (safeguards.length > 0) {
            (0,tell_findings/* tellFindings */.y)({ label }, safeguards, log);
        }
    }
}

;// CONCATENATED MODULE: ./actions/check-stages/run.js







/** Says for each stage whether the services would pass there; the step fails if they would not. */
async function run({ stages, services }, edges) {
    const checks = [];
    // One after the other: a service's folder is packaged for one stage at a time.
    for (const configuration of stages) {
        const check = await checkStage(configuration, services, edges);
        tellCheck(check, edges.log);
        checks.push(check);
    }
    const result = { schemaVersion: 1, stages: checks };
    const status = stages.length === 0 ? 'none' : (0,check_result/* overallCheck */.YA)(checks);
    return {
        outputs: { status, result: (0,transport/* encodeJson */.Pr)(result) },
        summary: (0,stage_checks/* renderChecks */.g)(result),
        ...(0,only_defined/* onlyDefined */.M)({ failure: (0,error/* checkError */.L)(checks) }),
    };
}

;// CONCATENATED MODULE: ./actions/check-stages/main.js








const main = () => (0,run_action/* runAction */.C)(contract, async (inputs) => {
    const context = (0,runner_context/* readRunContext */.$p)();
    const checks = await (0,configuration/* readChecks */.wf)(inputs, context.workspace);
    return (0,private_work/* withPrivateFolder */.m)(context.tempFolder, 'serverless-stages-check', async (folder) => {
        const { concurrency, 'working-directory': workingDirectory } = inputs;
        const licence = (0,only_defined/* onlyDefined */.M)({
            accessKey: inputs['serverless-access-key'],
            licenseKey: inputs['serverless-license-key'],
        });
        return run(checks, await openCheck({ workingDirectory, licence, concurrency, folder }, context));
    });
});


/***/ }),

/***/ 81356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ checkError),
/* harmony export */   x: () => (/* binding */ faultsOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);
/* harmony import */ var _safeguards_evaluate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62702);
/* harmony import */ var _safeguards_policy_policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16356);



/** Most faults that the error names; the summary has them all. */
const MOST = 10;
/** Returns the error of services that would not pass in some stage; undefined if all would, as far as that was asked. */
function checkError(checks) {
    const failed = checks.filter(({ status }) => status === 'failed');
    if (failed.length === 0) {
        return undefined;
    }
    const faults = failed.flatMap(({ stage, services }) => services.flatMap((service) => faultsOf(service).map((fault) => `${stage}: ${service.key}: ${fault}`)));
    const more = faults.length - MOST;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_CHECK_FAILED', {
        what: `this would not pass in ${failed.map(({ stage }) => `"${stage}"`).join(', ')}: ${faults.slice(0, MOST).join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
        fix: 'mend what they say; a safeguard can be waived (docs/safeguards.md)',
    });
}
/** Returns what would keep a service from being deployed, a text each. */
function faultsOf({ problems, safeguards }) {
    return [
        ...problems.flatMap(({ level, message }) => (level === 'error' ? [message] : [])),
        ...safeguards.flatMap(({ title, findings }) => findings.filter(_safeguards_evaluate_js__WEBPACK_IMPORTED_MODULE_1__/* .isBlocking */ .Us).map((finding) => `${title}: ${(0,_safeguards_policy_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .findingText */ .NK)(finding)}`)),
    ];
}


/***/ }),

/***/ 6265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YA: () => (/* binding */ overallCheck),
/* harmony export */   rB: () => (/* binding */ withProblems),
/* harmony export */   tg: () => (/* binding */ parseCheckResult),
/* harmony export */   wD: () => (/* binding */ serviceCheck)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37728);

/** Returns the check of a service, with the status that what was found in it comes to. */
function serviceCheck(found) {
    return { ...found, status: statusOf(found) };
}
/** Adds to what is wrong with a service. */
function withProblems(check, more) {
    return more.length === 0 ? check : serviceCheck({ ...check, problems: [...check.problems, ...more] });
}
function statusOf({ problems, safeguards, reason }) {
    if (problems.some(({ level }) => level === 'error') || safeguards.some(({ status }) => status === 'failed')) {
        return 'failed';
    }
    if (problems.length > 0 || safeguards.some(({ status }) => status === 'warned')) {
        return 'warned';
    }
    return reason === undefined ? 'passed' : 'not-asked';
}
/** Sums the checks of services up: one that failed fails all, and one that was not asked makes no difference beside others. */
function overallCheck(services) {
    const order = ['failed', 'warned', 'passed'];
    return order.find((status) => services.some((one) => one.status === status)) ?? 'not-asked';
}
const status = valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['passed', 'warned', 'failed', 'not-asked']);
const schema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    schemaVersion: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    stages: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        stage: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        status,
        services: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
            // Neither holds any markup: what renders them rests on it.
            key: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^[A-Za-z0-9_-]*$/)),
            region: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^[a-z0-9-]+$/)),
            status,
            reason: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
            problems: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ level: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['error', 'warning']), message: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })),
            safeguards: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
                title: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
                status: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['passed', 'warned', 'failed', 'waived', 'skipped']),
                findings: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ what: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), fix: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), level: valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['error', 'warning']) })),
            })),
        })),
    })),
});
/** Reads what check-stages gave, as far as reports show it; undefined if it is something else. */
function parseCheckResult(value) {
    return valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(schema, value).success ? value : undefined;
}


/***/ }),

/***/ 27972:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ describeExit),
/* harmony export */   a: () => (/* binding */ lastWords)
/* harmony export */ });
/** Says how a child process ended. */
function describeExit({ code, signal, }) {
    return signal === null ? `exit code ${code}` : `ended by ${signal}`;
}
/** Returns the end of what a program said, where its error is, in one line. */
function lastWords(output) {
    const error = output.lastIndexOf('\nError:\n');
    const text = (error === -1 ? output : output.slice(error + '\nError:\n'.length)).trim();
    const lines = text.split('\n').filter((line) => line.trim() !== '' && !NOISE.test(line));
    const words = (error === -1 ? lines.slice(-5) : lines.slice(0, 5)).join(' / ') || 'it said nothing';
    const over = words.length - MOST_WORDS;
    return over <= 0 ? words : `${words.slice(0, MOST_WORDS)}… (${over} characters more in the log)`;
}
/** Longest text of a program in an error, in characters. */
const MOST_WORDS = 800;
/**
 * Where in a program, and where a package manager keeps its log: of no use to a reader. The places of a configuration begin with a
 * quote (`at 'provider'`) and stay.
 */
const NOISE = /^\s*at (?!')|A complete log of this run/;


/***/ }),

/***/ 89101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ decodeConfiguration)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);
/* harmony import */ var _transport_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59964);


/** Reads resolve-stage's output `configuration` (JSON, or the long form of `encodeJson`); throws E_INPUT on any other text. */
function decodeConfiguration(text) {
    const wrong = (why, cause) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_INPUT', {
        what: 'the input "configuration" is not what resolve-stage gives',
        why,
        fix: 'pass resolve-stage\'s output "configuration" on as it is',
        cause,
    });
    let value;
    try {
        value = (0,_transport_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeJson */ .xO)(text);
    }
    catch (cause) {
        throw wrong('it is not JSON', cause);
    }
    const configuration = value;
    if (configuration?.schemaVersion !== 1) {
        throw wrong(`its schemaVersion is ${JSON.stringify(configuration?.schemaVersion)}, and this action reads 1`);
    }
    if (configuration.app === undefined || configuration.stage === undefined || configuration.profile === undefined) {
        throw wrong('it has no app, stage or profile');
    }
    // What a version before wrote knows no removal.
    return { elsewhere: [], configured: [], destroyAllowed: false, ...configuration };
}


/***/ }),

/***/ 38668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ once)
/* harmony export */ });
/** Returns a function that makes its result when it is first asked for, and has it from then on. */
function once(make) {
    let made;
    return () => {
        made ??= make();
        return made;
    };
}


/***/ }),

/***/ 87875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   wn: () => (/* binding */ commitLink)
/* harmony export */ });
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9807);

/** Begins a text where a list, rule, heading or code block could start, and parts what GitHub makes something of; nothing is seen of it. */
const NOTHING = '\u200b';
/** Longest piece of a commit's hash that GitHub makes no link of, in digits. */
const SHORT = 6;
/**
 * Writes a text so that Markdown and HTML show it as it is: no markup, no image, no broken table, no maths, and nothing that
 * GitHub makes of plain words (https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls):
 * mentions, issues (`#1`, `GH-1`, those of other trackers), commits, emojis. It looks for these in the rendered text, where an
 * entity hides nothing, so a sign that is not seen stands in them.
 */
function plain(text) {
    const line = parted((0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(text));
    const escaped = line
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/([\\`*_{}[\]()#|!~@:$])/g, (sign) => `&#${sign.charCodeAt(0)};`)
        // GitHub makes links of these, too.
        .replace(/\bwww\./gi, (start) => `${start.slice(0, -1)}&#46;`);
    return /^(\s|[-+]|\d+[.)]|=)/.test(line) ? NOTHING + escaped : escaped;
}
function parted(line) {
    return line
        .replace(/([@#])(?=\w)|(\$)(?=\S)/g, `$&${NOTHING}`)
        .replace(/\b(?:gh|[A-Z][A-Z0-9]+)-(?=\d)/gi, (start) => (isTracker(start) ? start + NOTHING : start))
        .replace(/\b[0-9a-f]{7,64}\b/gi, (hex) => 
    // A number is none: accounts stand in commands that people copy.
    /^\d+$/.test(hex) ? hex : (hex.match(new RegExp(`.{1,${SHORT}}`, 'g')) ?? []).join(NOTHING))
        .replace(/\S+/g, (word) => (word.includes('arn:') ? word : word.replace(/:(?=[a-z0-9_+-]+:)/g, `:${NOTHING}`)));
}
/** `GH-12` in any case, and keys of trackers, which are in capitals. */
function isTracker(start) {
    return /^gh-$/i.test(start) || start === start.toUpperCase();
}
/** Writes a commit's short hash, which GitHub may make a link of; anything else as plain text. */
function commitLink(commit) {
    const short = commit.slice(0, 7);
    return /^[0-9a-f]{7}$/.test(short) ? short : plain(short);
}
/** Writes an http(s) address as a link, and anything else as plain text. */
function link(url) {
    return (0,_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .isWebAddress */ .d3)(url) ? `<${url}>` : plain(url);
}


/***/ }),

/***/ 9578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ checkLines),
/* harmony export */   g: () => (/* binding */ renderChecks)
/* harmony export */ });
/* harmony import */ var _check_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81356);
/* harmony import */ var _safeguards_policy_policy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16356);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87875);
/* harmony import */ var _truncate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29060);




/** Longest text of a fault in a line, in characters. */
const MAX_FAULT = 500;
/** Most faults and warnings of a stage that are shown. */
const MOST = 20;
const HEADLINES = {
    passed: (stage) => `✅ would pass in ${stage}`,
    warned: (stage) => `⚠️ would pass in ${stage}, with warnings`,
    failed: (stage) => `❌ would not pass in ${stage}`,
    'not-asked': (stage) => `➖ not asked for ${stage}`,
};
/** Renders the checks of a pull request's services for later stages as the Markdown of a job summary; empty for none. */
function renderChecks(result) {
    return result.stages.length === 0
        ? ''
        : (0,_truncate_js__WEBPACK_IMPORTED_MODULE_2__/* .truncateSummary */ .X)(`${['## Would this pass?', '', ...checkLines(result)].join('\n')}\n`);
}
/** Renders a line for each stage, with what is wrong below it. Empty for none. */
function checkLines({ stages }) {
    const lines = stages.flatMap((check) => {
        const faults = check.services.flatMap(linesOf);
        const more = faults.length - MOST;
        return [
            `- **${HEADLINES[check.status]((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(check.stage))}**${countOf(check)}`,
            ...faults.slice(0, MOST),
            ...(more > 0 ? [`  - and ${more} more`] : []),
        ];
    });
    return lines.length === 0 ? [] : [...lines, ''];
}
/** How many services were asked about, and which were not. */
function countOf({ services }) {
    const open = services.filter(({ status }) => status === 'not-asked');
    const asked = services.length - open.length;
    const count = asked === 0 ? '' : ` (${asked} ${asked === 1 ? 'service' : 'services'})`;
    const reasons = open.map(({ key, reason = '' }) => `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(key)}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)((0,_truncate_js__WEBPACK_IMPORTED_MODULE_2__/* .truncateText */ .E)(reason, MAX_FAULT))}`);
    return open.length === 0
        ? count
        : `${count}; ${open.length} ${open.length === 1 ? 'service' : 'services'} not asked (${reasons.join('; ')})`;
}
function linesOf(service) {
    const { key, problems, safeguards } = service;
    const warnings = [
        ...problems.flatMap(({ level, message }) => (level === 'warning' ? [message] : [])),
        ...safeguards.flatMap(({ title, status, findings }) => status === 'warned' ? findings.map((finding) => `${title}: ${(0,_safeguards_policy_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .findingText */ .NK)(finding)}`) : []),
    ];
    const line = (icon) => (text) => `  - ${icon} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)(key)}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .plain */ .pj)((0,_truncate_js__WEBPACK_IMPORTED_MODULE_2__/* .truncateText */ .E)(text, MAX_FAULT))}`;
    return [...(0,_check_error_js__WEBPACK_IMPORTED_MODULE_0__/* .faultsOf */ .x)(service).map(line('❌')), ...warnings.map(line('⚠️'))];
}


/***/ }),

/***/ 29060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ truncateText),
/* harmony export */   X: () => (/* binding */ truncateSummary)
/* harmony export */ });
/**
 * Cuts a text to a number of UTF-16 units, `…` included, and leaves no half of a pair: a receiver would refuse it or show
 * another sign.
 */
function truncateText(text, max) {
    if (text.length <= max) {
        return text;
    }
    const start = text.slice(0, max - 1);
    return `${start.replace(/[\uD800-\uDBFF]$/, '')}…`;
}
/** GitHub takes a job summary of 1 MiB at most, and shows nothing of a longer one; some is left for other steps' parts. */
const MAX_SUMMARY_BYTES = 900 * 1024;
/** Cuts the Markdown of a job summary behind a line, and says so. */
function truncateSummary(text) {
    const bytes = Buffer.from(text);
    if (bytes.length <= MAX_SUMMARY_BYTES) {
        return text;
    }
    const start = bytes.subarray(0, MAX_SUMMARY_BYTES).toString();
    return `${start.slice(0, start.lastIndexOf('\n'))}\n\nThe rest is too long to be shown here.\n`;
}


/***/ }),

/***/ 33931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ knownVariables)
/* harmony export */ });
/** Knows the variables whose values are settled before the Serverless Framework runs: stage, region, parameters. */
function knownVariables({ stage, region }, parameters) {
    return (source, address) => {
        switch (`${source}:${address}`) {
            case 'sls:stage':
            case 'opt:stage':
                return stage;
            case 'opt:region':
                return region;
            default:
                return source === 'param' ? parameters.get(address) : undefined;
        }
    };
}


/***/ }),

/***/ 10716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  wf: () => (/* binding */ readChecks),
  TD: () => (/* binding */ readConfiguration),
  JQ: () => (/* binding */ readServices)
});

// EXTERNAL MODULE: ./core/config/parse.js + 15 modules
var parse = __webpack_require__(91264);
// EXTERNAL MODULE: ./core/config/policy-files.js
var policy_files = __webpack_require__(62926);
// EXTERNAL MODULE: ./core/configuration/check-stages.js
var check_stages = __webpack_require__(55538);
// EXTERNAL MODULE: ./core/configuration/effective-services.js
var effective_services = __webpack_require__(98758);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(30742);
// EXTERNAL MODULE: ./core/configuration/effective.js
var effective = __webpack_require__(39045);
;// CONCATENATED MODULE: ./core/configuration/from-workspace.js


/**
 * Builds the effective configuration from the file in the workspace, for a configured stage or a profile alone (whose
 * stage then has the profile's name). Throws E_INPUT, E_STAGE_UNKNOWN, E_PROFILE_UNKNOWN.
 */
function configurationOfChoice(config, choice) {
    const { stage: name, profile } = choice;
    if (name === undefined && profile === undefined) {
        throw new errors/* UserError */.yo('E_INPUT', {
            what: 'neither "configuration" nor "stage" nor "profile" is given',
            fix: 'pass resolve-stage\'s output "configuration" on, or name a configured stage',
        });
    }
    if (name === undefined) {
        return (0,effective/* effectiveConfiguration */.kH)(config, { name: profile ?? '', kind: 'configured', ref: '' }, profile ?? '');
    }
    const stage = (0,effective/* findConfiguredStage */.aM)(config, name, {
        why: 'a preview is known only to resolve-stage',
        fix: 'pass resolve-stage\'s output "configuration" on',
    });
    const identity = { name, kind: 'configured', ref: `refs/heads/${stage.branch}` };
    return (0,effective/* effectiveConfiguration */.kH)(config, identity, profile ?? stage.profile);
}

// EXTERNAL MODULE: ./core/configuration/transport.js
var transport = __webpack_require__(89101);
// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(49443);
// EXTERNAL MODULE: ./io/files/workspace.js
var files_workspace = __webpack_require__(39019);
;// CONCATENATED MODULE: ./io/configuration.js









/**
 * Returns the configuration that an action works by: what resolve-stage gave, else that of the file in the workspace.
 * Throws E_INPUT, E_CONFIG_FILE and what `parseConfig` and `configurationOfChoice` throw.
 */
async function readConfiguration(inputs, workspace) {
    if (inputs.configuration !== undefined) {
        const configuration = (0,transport/* decodeConfiguration */.d)(inputs.configuration);
        if (inputs.stage !== undefined && inputs.stage !== configuration.stage.name) {
            throw new errors/* UserError */.yo('E_INPUT', {
                what: `"stage" is "${inputs.stage}", and "configuration" is of the stage "${configuration.stage.name}"`,
                fix: 'leave "stage" out where you pass "configuration"',
            });
        }
        return configuration;
    }
    return configurationOfChoice(await readConfig(inputs, workspace), inputs);
}
/** Reads the file in the workspace, with the policies that it names. Throws E_CONFIG_FILE and what `parseConfig` throws. */
async function readConfig(inputs, workspace) {
    const path = (0,parse/* configPath */.eQ)(inputs['working-directory']);
    const bytes = await (0,files_workspace/* readWorkspaceFile */.sL)(workspace, path);
    if (bytes === undefined) {
        throw new errors/* UserError */.yo('E_CONFIG_FILE', {
            what: `there is no ${path} in the workspace`,
            fix: 'check the repository out before this step, or pass resolve-stage\'s output "configuration" on',
        });
    }
    return (0,policy_files/* withPolicyFiles */.O)((0,parse/* parseConfig */.o4)(bytes, path), path, 'this commit', (policy) => (0,files_workspace/* readWorkspaceFile */.sL)(workspace, policy));
}
/**
 * Returns the stages that an action checks: those that it is given, of the file in the workspace; else those that resolve-stage gave.
 * Throws E_INPUT and what `readConfiguration` throws.
 */
async function readChecks(inputs, workspace) {
    const { configuration, stages, services } = inputs;
    if (configuration !== undefined && stages !== undefined) {
        throw new errors/* UserError */.yo('E_INPUT', {
            what: 'the inputs "configuration" and "stages" are both given',
            why: 'the one that resolve-stage gave has the stages of `check-stages`',
            fix: 'leave one of them out',
        });
    }
    const checks = configuration === undefined
        ? { stages: (0,check_stages/* checkedStages */.Z)(await readConfig(inputs, workspace), undefined, stages) }
        : ((0,transport/* decodeConfiguration */.d)(configuration).checks ?? { stages: [] });
    return { ...checks, ...(0,only_defined/* onlyDefined */.M)({ services }) };
}
/**
 * Returns the services that the configuration of an action lists, without anything of a stage: what resolve-stage gave, else
 * the file in the workspace. Undefined where it lists none, or there is no file.
 */
async function readServices(inputs, workspace) {
    if (inputs.configuration !== undefined) {
        return (0,transport/* decodeConfiguration */.d)(inputs.configuration).services;
    }
    const path = (0,parse/* configPath */.eQ)(inputs['working-directory']);
    const bytes = await (0,files_workspace/* readWorkspaceFile */.sL)(workspace, path);
    const services = bytes === undefined ? undefined : (0,parse/* parseConfig */.o4)(bytes, path).services;
    return services === undefined ? undefined : (0,effective_services/* effectiveServices */.e)(services);
}


/***/ }),

/***/ 93405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AG: () => (/* binding */ readPrivateJson),
/* harmony export */   C0: () => (/* binding */ removeAll),
/* harmony export */   FO: () => (/* binding */ writePrivateJson),
/* harmony export */   I2: () => (/* binding */ makePrivateFolder),
/* harmony export */   aF: () => (/* binding */ keepFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30742);
/* harmony import */ var _disk_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13729);
/* harmony import */ var _limited_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83824);





/** Makes a folder of its own (0700) in a temp folder; throws E_INPUT with the system's reason where that fails. */
async function makePrivateFolder(tempFolder, name) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(tempFolder, { recursive: true });
        const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(tempFolder, `${name}-`));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(folder, 0o700);
        return folder;
    }
    catch (cause) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('E_INPUT', {
            what: `no folder can be made in the runner's temp folder "${tempFolder}": ${cause.message}`,
            fix: 'check RUNNER_TEMP, its rights and the free space',
            cause,
        });
    }
}
/** Writes a value as JSON to a new file that only its owner can read (0600); throws E_INPUT where the disk fails. */
async function writePrivateJson(path, value) {
    await (0,_disk_js__WEBPACK_IMPORTED_MODULE_3__/* .onDisk */ .F)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, JSON.stringify(value), { mode: 0o600, flag: 'wx' }));
}
/** Writes a file that only its owner can read (0600), over one that is there; returns its path. Throws E_INPUT where the disk fails. */
async function keepFile(folder, name, text) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name);
    await (0,_disk_js__WEBPACK_IMPORTED_MODULE_3__/* .onDisk */ .F)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, text, { mode: 0o600 }));
    return path;
}
/** Reads a JSON file of ours; throws E_INPUT, with the name of the input that holds its path, where it cannot. */
async function readPrivateJson(path, input) {
    try {
        return JSON.parse((await (0,_limited_js__WEBPACK_IMPORTED_MODULE_4__/* .readLimited */ .t)(path, path, "a file of the action's")).toString());
    }
    catch (cause) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('E_INPUT', {
            what: `the file of the input "${input}" cannot be read: "${path}"`,
            fix: `pass load-profile's output "${input}" on, in the same job`,
            cause,
        });
    }
}
/** Removes a file or a folder with all in it; it may be gone already. */
async function removeAll(path) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 });
}


/***/ }),

/***/ 39019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ isInside),
/* harmony export */   ih: () => (/* binding */ workspaceFolder),
/* harmony export */   sL: () => (/* binding */ readWorkspaceFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30742);
/* harmony import */ var _limited_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83824);




/**
 * Reads a file of the workspace; undefined where there is none. Throws E_CONFIG_FILE where it is a directory, cannot
 * be read, or is a link that leads out of the workspace.
 */
async function readWorkspaceFile(workspace, path) {
    const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, path);
    const refuse = (what, fix, cause) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('E_CONFIG_FILE', { what: `${path} ${what}`, fix, cause });
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(full);
    }
    catch {
        return undefined;
    }
    try {
        const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(full);
        if (!isInside(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(workspace), real)) {
            throw refuse(`is a link out of the workspace, to ${real}`, 'commit a plain file there');
        }
        return await (0,_limited_js__WEBPACK_IMPORTED_MODULE_3__/* .readLimited */ .t)(real, path);
    }
    catch (cause) {
        if (cause instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo) {
            throw cause;
        }
        const { code } = cause;
        throw code === 'EISDIR'
            ? refuse('is a directory', 'put a file of that name there', cause)
            : refuse(`cannot be read (${code})`, 'check the file and its rights', cause);
    }
}
/** Whether a path is a folder or something below it; both absolute. */
function isInside(folder, path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, path);
    return way === '' || !(way === '..' || way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way));
}
/** Returns the absolute path of a folder of the workspace; throws E_INPUT where it leads out of it. */
async function workspaceFolder(workspace, folder, input) {
    const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, folder);
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(full).catch(() => undefined);
    if (real === undefined || !isInside(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(workspace), real)) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('E_INPUT', {
            what: `the folder "${folder}" of "${input}" is not in the workspace`,
            fix: 'write a path relative to the repository, and check the repository out before this step',
        });
    }
    return real;
}


/***/ }),

/***/ 29659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ whileRemovable),
/* harmony export */   m: () => (/* binding */ withPrivateFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _cancellation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29463);
/* harmony import */ var _files_private_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93405);
/* harmony import */ var _runner_log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37735);




/** Does a piece of work with a private folder (0700), which is removed at its end, however it ends. */
async function withPrivateFolder(tempFolder, name, work) {
    const folder = await (0,_files_private_js__WEBPACK_IMPORTED_MODULE_2__/* .makePrivateFolder */ .I2)(tempFolder, name);
    return whileRemovable(folder, () => work(folder));
}
/** Does a piece of work and removes a folder that it leaves, also where the step is cancelled. */
async function whileRemovable(folder, work) {
    const forget = (0,_cancellation_js__WEBPACK_IMPORTED_MODULE_1__/* .onCancel */ .Ao)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(folder, { recursive: true, force: true, maxRetries: 3 }));
    try {
        return await work();
    }
    finally {
        await (0,_files_private_js__WEBPACK_IMPORTED_MODULE_2__/* .removeAll */ .C0)(folder).catch((error) => _runner_log_js__WEBPACK_IMPORTED_MODULE_3__/* .runnerLog */ .t.warning(`${folder} could not be removed: ${error.message}`));
        forget();
    }
}


/***/ }),

/***/ 11101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ runProcess)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./core/kept-output.js
/** Most that is kept, in characters: the error stands at the end, what was wanted at the beginning. */
const LIMITS = { beginning: 64 * 1024, end: 2 * 1024 * 1024 };
/** Returns an output that is empty as yet; `limits` in characters. */
function createKeptOutput(limits = LIMITS) {
    let beginning = '';
    let end = '';
    let leftOut = 0;
    return {
        add(text) {
            const room = limits.beginning - beginning.length;
            beginning += text.slice(0, room);
            end += text.slice(room);
            if (end.length > limits.end * 2) {
                leftOut += end.length - limits.end;
                end = end.slice(-limits.end);
            }
        },
        text() {
            const over = Math.max(0, end.length - limits.end);
            const missing = leftOut + over;
            return missing === 0
                ? beginning + end
                : `${beginning}\n[${missing} characters are left out here]\n${end.slice(over)}`;
        },
    };
}

// EXTERNAL MODULE: ./core/redact.js + 2 modules
var redact = __webpack_require__(3913);
;// CONCATENATED MODULE: ./core/redacting-stream.js

/** Longest text without a line break that is held back, in characters. */
const MAX_HELD = 256 * 1024;
/** Builds a redacting stream; text comes out in whole lines, and never ends inside a secret. */
function createRedactingStream(redactor) {
    let held = '';
    return {
        write(chunk) {
            held += chunk;
            const isTooLong = held.length > MAX_HELD;
            if (!isTooLong && !held.includes('\n')) {
                return '';
            }
            const scan = redactor.scan(held);
            const end = lastBreak(scan, (limit) => (limit === 0 ? 0 : held.lastIndexOf('\n', limit - 1) + 1));
            const cut = end === 0 && isTooLong ? lastBreak(scan, (limit) => limit) : end;
            const ready = (0,redact/* cutOut */.r1)(held.slice(0, cut), scan.spans.filter(([, after]) => after <= cut));
            held = held.slice(cut);
            return ready;
        },
        end() {
            const rest = redactor.redact(held);
            held = '';
            return rest;
        },
    };
}
/** The last place before what is open where the text may be cut, and no secret runs over it; `breakBefore` says where it may be. */
function lastBreak({ spans, open }, breakBefore) {
    let end = breakBefore(open);
    for (const [start, after] of spans.toReversed()) {
        if (start < end && end < after) {
            end = breakBefore(start);
        }
    }
    return end;
}

// EXTERNAL MODULE: ./io/cancellation.js
var cancellation = __webpack_require__(29463);
;// CONCATENATED MODULE: ./io/process.js




/** How long the pipes of a child that has ended are still read: what it left behind may hold them for ever. */
const PIPES_MS = 5000;
/**
 * Runs a program in a process group of its own and waits for its end; what it leaves in the group ends with it, and so
 * does all of it where the step is cancelled: nothing comes of it then. Rejects only where it cannot be started. `@actions/exec` is not used for
 * this: it gives no process group and no way to end a child.
 */
async function runProcess(request) {
    await (0,cancellation/* unlessCancelled */.MS)();
    // Each pipe by itself: what one writes in between would cut a secret of the other in two.
    const streams = { stdout: createRedactingStream(request.redactor), stderr: createRedactingStream(request.redactor) };
    const output = createKeptOutput();
    let isLineOpen = false;
    const take = (text) => {
        output.add(text);
        isLineOpen = text === '' ? isLineOpen : !text.endsWith('\n');
    };
    const takeRest = (text) => take(text === '' || !isLineOpen ? text : `\n${text}`);
    return new Promise((resolve, reject) => {
        const child = (0,external_node_child_process_.spawn)(request.command, request.args, {
            cwd: request.folder,
            env: request.environment,
            stdio: ['ignore', 'pipe', 'pipe'],
            detached: process.platform !== 'win32',
            windowsHide: true,
        });
        const forget = (0,cancellation/* onCancel */.Ao)(() => endGroup(child));
        const end = () => endGroup(child);
        request.abort?.addEventListener('abort', end);
        for (const pipe of ['stdout', 'stderr']) {
            child[pipe].setEncoding('utf8').on('data', (chunk) => take(streams[pipe].write(chunk)));
        }
        child.once('error', (error) => {
            forget();
            reject(error);
        });
        child.once('exit', () => {
            endGroup(child);
            setTimeout(() => {
                child.stdout.destroy();
                child.stderr.destroy();
            }, PIPES_MS).unref();
        });
        child.once('close', (code, signal) => {
            forget();
            request.abort?.removeEventListener('abort', end);
            takeRest(streams.stdout.end());
            takeRest(streams.stderr.end());
            if (!(0,cancellation/* isCancelled */.mm)()) {
                resolve({ code, signal, output: output.text() });
            }
        });
    });
}
/** Ends what a child left behind in its group: nothing it started goes on after it. */
function endGroup(child) {
    if (child.pid === undefined || process.platform === 'win32') {
        return;
    }
    try {
        process.kill(-child.pid, 'SIGKILL');
    }
    catch {
        // The group is gone already.
    }
}


/***/ }),

/***/ 85156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ runShell),
/* harmony export */   N: () => (/* binding */ runTests)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _core_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3913);
/* harmony import */ var _core_serverless_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95765);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11101);




/** Longest time that a command of the user's own may take, in milliseconds. */
const COMMAND_MS = 30 * 60_000;
/**
 * Runs a command line that the configuration holds, by bash as GitHub's own steps do: the first line or the first part of
 * a pipe that fails ends it. It is ended itself after COMMAND_MS. Rejects where there is no bash.
 */
async function runShell(line, request) {
    const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', line];
    const abort = AbortSignal.timeout(COMMAND_MS);
    const result = await (0,_process_js__WEBPACK_IMPORTED_MODULE_2__/* .runProcess */ .R)({ ...request, command: 'bash', args, abort });
    const note = `\nended, because it took longer than ${COMMAND_MS / 60_000} minutes\n`;
    return abort.aborted ? { ...result, output: result.output + note } : result;
}
/** Runs a service's own tests in its folder, with a plain environment: no token of the job, no credentials. */
function runTests(root, { path }, line) {
    const environment = (0,_core_serverless_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .plainEnvironment */ .Ud)(process.env);
    return runShell(line, { folder: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, path), environment, redactor: (0,_core_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .createRedactor */ .lY)([]) });
}


/***/ })

};
