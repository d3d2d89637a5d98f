export const id = 930;
export const ids = [930];
export const modules = {

/***/ 1930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./core/errors.js
var core_errors = __webpack_require__(742);
;// CONCATENATED MODULE: ./core/stack/status.js
const DEPLOYABLE = [
    'CREATE_COMPLETE',
    'UPDATE_COMPLETE',
    'UPDATE_ROLLBACK_COMPLETE',
    'IMPORT_COMPLETE',
    'IMPORT_ROLLBACK_COMPLETE',
    'DELETE_COMPLETE',
];
/** Decides what to do about a stack's status (undefined: there is none) before a deploy. */
function beforeDeploy(status) {
    if (status === undefined || DEPLOYABLE.includes(status)) {
        return 'deploy';
    }
    return isTerminal(status) ? 'refuse' : 'wait';
}
/** Whether a stack stays in this status until somebody does something. */
function isTerminal(status) {
    return !status.endsWith('_IN_PROGRESS') || status === 'REVIEW_IN_PROGRESS';
}
/** Whether a status is the good end of a create, update or import. */
function isSuccess(status) {
    return status === 'CREATE_COMPLETE' || status === 'UPDATE_COMPLETE' || status === 'IMPORT_COMPLETE';
}

// EXTERNAL MODULE: ./io/aws/client-options.js
var client_options = __webpack_require__(3786);
// EXTERNAL MODULE: ./io/aws/errors.js
var errors = __webpack_require__(4713);
// EXTERNAL MODULE: ./io/aws/request.js
var request = __webpack_require__(6869);
;// CONCATENATED MODULE: ./io/aws/cloudformation.js






const HEARTBEAT_MS = 30_000;
const FIRST_DELAY_MS = 2000;
const LONGEST_DELAY_MS = 15_000;
/** Opens CloudFormation with a session; the SDK is loaded when the first stack is asked for. */
function openStackReader(session) {
    let opened;
    const client = () => {
        opened ??= Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(123)]).then(__webpack_require__.t.bind(__webpack_require__, 1123, 19)).then((sdk) => new sdk.CloudFormationClient((0,client_options/* clientOptions */.s)(session)));
        return opened;
    };
    const find = async (name) => {
        const { DescribeStacksCommand } = await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(123)]).then(__webpack_require__.t.bind(__webpack_require__, 1123, 19));
        const cloudFormation = await client();
        try {
            const answer = await (0,request/* request */.E)(() => cloudFormation.send(new DescribeStacksCommand({ StackName: name })));
            const [stack] = answer.Stacks ?? [];
            return stack === undefined ? undefined : stackView(stack);
        }
        catch (error) {
            if (error instanceof Error && error.name === 'ValidationError' && /does not exist/.test(error.message)) {
                return undefined;
            }
            throw (0,errors/* awsError */.es)(`the stack ${name} could not be looked at`, error);
        }
    };
    return {
        find,
        async settled(name, budgetMs, onWait) {
            const start = Date.now();
            let spoken = start;
            for (let delay = FIRST_DELAY_MS;; delay = Math.min(delay * 1.5, LONGEST_DELAY_MS)) {
                const stack = await find(name);
                if (stack === undefined || isTerminal(stack.status)) {
                    return stack;
                }
                if (Date.now() - start > budgetMs) {
                    throw busy(stack, budgetMs);
                }
                if (Date.now() - spoken >= HEARTBEAT_MS) {
                    onWait(stack);
                    spoken = Date.now();
                }
                await (0,promises_.setTimeout)(delay * (0.75 + Math.random() / 2));
            }
        },
        async template(id) {
            const { GetTemplateCommand } = await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(123)]).then(__webpack_require__.t.bind(__webpack_require__, 1123, 19));
            const cloudFormation = await client();
            try {
                return (await (0,request/* request */.E)(() => cloudFormation.send(new GetTemplateCommand({ StackName: id })))).TemplateBody;
            }
            catch (error) {
                if ((0,errors/* isDenied */.GZ)(error)) {
                    return undefined;
                }
                throw (0,errors/* awsError */.es)(`the template of the stack ${id} could not be read`, error);
            }
        },
        async newestEventTime(id) {
            const page = await eventPage(id, undefined);
            return Math.max(0, ...page.events.map((event) => event.time));
        },
        async events(id, since) {
            const events = [];
            for (let token;;) {
                const page = await eventPage(id, token);
                events.push(...page.events.filter((event) => event.time > since));
                token = page.next;
                if (token === undefined || page.events.some((event) => event.time <= since)) {
                    return events;
                }
            }
        },
    };
    async function eventPage(id, token) {
        const { DescribeStackEventsCommand } = await Promise.all(/* import() */[__webpack_require__.e(455), __webpack_require__.e(123)]).then(__webpack_require__.t.bind(__webpack_require__, 1123, 19));
        const cloudFormation = await client();
        const command = new DescribeStackEventsCommand({ StackName: id, NextToken: token });
        const page = await (0,request/* request */.E)(() => cloudFormation.send(command)).catch((error) => {
            throw (0,errors/* awsError */.es)(`the events of the stack ${id} could not be read`, error);
        });
        const events = (page.StackEvents ?? []).map((event) => ({
            id: event.EventId ?? '',
            time: event.Timestamp?.getTime() ?? 0,
            logicalId: event.LogicalResourceId ?? '',
            type: event.ResourceType ?? '',
            status: event.ResourceStatus ?? '',
            reason: event.ResourceStatusReason ?? '',
        }));
        return { events, ...(page.NextToken === undefined ? {} : { next: page.NextToken }) };
    }
}
function stackView(stack) {
    const outputs = (stack.Outputs ?? []).map((output) => [
        output.OutputKey ?? '',
        output.OutputValue ?? '',
    ]);
    const stage = stack.Tags?.find((tag) => tag.Key === 'STAGE')?.Value;
    return {
        name: stack.StackName ?? '',
        id: stack.StackId ?? '',
        status: stack.StackStatus ?? '',
        ...(stack.StackStatusReason === undefined ? {} : { reason: stack.StackStatusReason }),
        changed: (stack.LastUpdatedTime ?? stack.CreationTime)?.toISOString() ?? '',
        outputs: Object.fromEntries(outputs),
        ...(stage === undefined ? {} : { stage }),
    };
}
function busy(stack, budgetMs) {
    return new core_errors/* UserError */.yo('E_STACK_STATE', {
        what: `the stack ${stack.name} is ${stack.status} for more than ${Math.round(budgetMs / 60_000)} minutes`,
        why: 'CloudFormation goes on with it',
        fix: 'run again when CloudFormation is done with it',
    });
}

// EXTERNAL MODULE: ./io/configuration.js + 2 modules
var io_configuration = __webpack_require__(8335);
// EXTERNAL MODULE: ./io/files/profile-files.js
var profile_files = __webpack_require__(9937);
// EXTERNAL MODULE: ./io/files/workspace.js
var files_workspace = __webpack_require__(9019);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./io/serverless/find-cli.js




const PRODUCTS = ['osls', 'serverless'];
/**
 * Finds the Serverless CLI that a service's project has installed: the nearest `node_modules` from the service's
 * folder up to the workspace's root, osls before serverless. Throws E_CLI_MISSING.
 */
async function findCli(serviceFolder, root) {
    for (let folder = serviceFolder; (0,files_workspace/* isInside */.FK)(root, folder); folder = (0,external_node_path_.dirname)(folder)) {
        for (const product of PRODUCTS) {
            const found = await readCli(product, (0,external_node_path_.join)(folder, 'node_modules', product));
            if (found !== undefined) {
                return found;
            }
        }
        if (folder === root) {
            break;
        }
    }
    throw new core_errors/* UserError */.yo('E_CLI_MISSING', {
        what: `neither osls nor serverless is installed in ${serviceFolder} or a folder above it`,
        fix: 'add it to the project (npm install --save-dev osls@4), commit the lockfile, and install before this step',
    });
}
function readManifest(text, folder) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new core_errors/* UserError */.yo('E_CLI_MISSING', {
            what: `the package.json in ${folder} is not valid JSON`,
            fix: 'install the dependencies anew',
            cause,
        });
    }
}
async function readCli(product, folder) {
    const text = await (0,external_node_fs_promises_.readFile)((0,external_node_path_.join)(folder, 'package.json'), 'utf8').catch(() => undefined);
    if (text === undefined) {
        return undefined;
    }
    const { version = '0', bin } = readManifest(text, folder);
    const script = typeof bin === 'string' ? bin : (bin?.[product] ?? bin?.['serverless'] ?? 'bin/serverless.js');
    return { product, version, major: Number.parseInt(version, 10), script: (0,external_node_path_.join)(folder, script) };
}

;// CONCATENATED MODULE: ./io/deployment.js




/** Reads what a deploy works by; throws E_INPUT, E_CONFIG and their kin before anything is touched. */
async function readDeploymentSource(inputs, workspace) {
    const configuration = await (0,io_configuration/* readConfiguration */.T)(inputs, workspace);
    const top = await (0,files_workspace/* workspaceFolder */.ih)(workspace, '.', 'GITHUB_WORKSPACE');
    return {
        configuration,
        root: await (0,files_workspace/* workspaceFolder */.ih)(workspace, inputs['working-directory'], 'working-directory'),
        session: await (0,profile_files/* readCredentialsFile */.dJ)(inputs['credentials-file']),
        parameters: await (0,profile_files/* readParametersFile */.F9)(inputs['parameters-file']),
        findCli: (folder) => findCli(folder, top),
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./io/cancellation.js
var cancellation = __webpack_require__(9463);
// EXTERNAL MODULE: ./io/files/private.js
var files_private = __webpack_require__(3405);
// EXTERNAL MODULE: ./io/runner/log.js
var log = __webpack_require__(7735);
;// CONCATENATED MODULE: ./io/private-work.js




/** Does a piece of work with a private folder (0700), which is removed at its end, however it ends. */
async function withPrivateFolder(tempFolder, name, work) {
    const folder = await (0,files_private/* makePrivateFolder */.I2)(tempFolder, name);
    return whileRemovable(folder, () => work(folder));
}
/** Does a piece of work and removes a folder that it leaves, also where the step is cancelled. */
async function whileRemovable(folder, work) {
    const forget = (0,cancellation/* onCancel */.A)(() => (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true, maxRetries: 3 }));
    try {
        return await work();
    }
    finally {
        await (0,files_private/* removeAll */.C0)(folder).catch((error) => log/* runnerLog */.t.warning(`${folder} could not be removed: ${error.message}`));
        forget();
    }
}

// EXTERNAL MODULE: ./io/runner/context.js
var context = __webpack_require__(6526);
// EXTERNAL MODULE: ./io/runner/run-action.js + 1 modules
var run_action = __webpack_require__(5261);
;// CONCATENATED MODULE: ./core/serverless/argv.js
/** Arguments that package a service into `folder`; `parameters` come from `planHandover`. */
function packageArguments(target, folder, parameters) {
    return ['package', ...common(target), '--package', folder, ...parameters];
}
/**
 * Arguments that deploy the very package in `folder`. `force` has the CLI deploy also where the bucket holds an equal
 * package: after a rollback it does, although another version is live (osls 4.3, serverless 3).
 */
function deployArguments(target, folder, parameters, force = false) {
    return ['deploy', ...common(target), '--package', folder, ...(force ? ['--force'] : []), ...parameters];
}
function common(target) {
    return ['--stage', target.stage, '--region', target.region];
}

;// CONCATENATED MODULE: ./core/serverless/cli.js

/** Major versions that are deployed with. */
const SUPPORTED = { osls: [4], serverless: [3, 4] };
/** Checks a CLI's version and, for serverless 4, that it has a key; throws E_CLI_VERSION, E_CLI_LICENSE. */
function checkCli(cli, hasLicence) {
    const supported = SUPPORTED[cli.product];
    if (!supported.includes(cli.major)) {
        throw new core_errors/* UserError */.yo('E_CLI_VERSION', {
            what: `the project has ${cli.product} ${cli.version}`,
            why: `versions ${supported.join(' and ')} of ${cli.product} are supported`,
            fix: 'install osls 4 (npm install --save-dev osls@4), or serverless 3 or 4',
        });
    }
    if (needsLicence(cli) && !hasLicence) {
        throw licenceError(`serverless ${cli.version} needs an access key or a licence key, and none was given`);
    }
}
/** Whether a CLI asks its vendor for a licence before it does anything. */
function needsLicence(cli) {
    return cli.product === 'serverless' && cli.major >= 4;
}
/** Recognises in a failed serverless 4's output that its vendor did not let it in. */
function licenceFailure(cli, output) {
    const said = /^.*(licen[cs]e key|access key|sign in|authenticat|unauthorized).*$/im.exec(output)?.[0];
    return needsLicence(cli) && said !== undefined
        ? licenceError(`serverless ${cli.version} said: ${said.trim()}`)
        : undefined;
}
function licenceError(what) {
    return new core_errors/* UserError */.yo('E_CLI_LICENSE', {
        what,
        fix: 'set the input "serverless-access-key" or "serverless-license-key" from a secret, or use osls 4, which needs none',
    });
}

// EXTERNAL MODULE: ./core/serverless/environment.js
var environment = __webpack_require__(5765);
;// CONCATENATED MODULE: ./core/serverless/parameters.js

/** Longest argument that Linux lets a program have is 131,071 bytes. */
const MAX_ARGUMENT_BYTES = 120_000;
/**
 * Plans the hand-over of parameters by a file at `path`. A value is itself resolved by the CLI, and its escape `\${`
 * does not hold after a `$`; so a value is cut between each `$` and `{` and put together again from the pieces, which
 * are never scanned as a whole (osls 4.3, serverless 3.40). Newlines, blanks and empty values stay as they are.
 */
function planHandover(parameters, path) {
    const place = spellPath(path);
    const file = {};
    let count = 0;
    const args = parameters.flatMap(({ name, value }) => {
        const pieces = value.split(/(?<=\$)(?=\{)/).map((piece) => {
            const key = `p${count}`;
            count += 1;
            file[key] = piece;
            return `\${file(${place}):${key}}`;
        });
        const argument = `${name}=${pieces.join('')}`;
        if (Buffer.byteLength(argument) > MAX_ARGUMENT_BYTES) {
            throw new core_errors/* UserError */.yo('E_PARAMETER', {
                what: `the value of the parameter "${name}" holds "\${" ${pieces.length - 1} times`,
                why: 'what puts it together again does not fit one argument of a program',
                fix: 'shorten the value',
            });
        }
        return ['--param', argument];
    });
    return { file, args };
}
function spellPath(path) {
    const spelled = path.replaceAll('\\', '/');
    const odd = /[(),'"${}]/.exec(spelled);
    if (odd !== null) {
        throw new core_errors/* UserError */.yo('E_INPUT', {
            what: `the runner's temp folder has a ${JSON.stringify(odd[0])} in its path: ${path}`,
            why: 'the Serverless Framework cannot be pointed to a file there',
            fix: 'set RUNNER_TEMP to a plain path',
        });
    }
    return spelled;
}
/** Refuses values that serverless 4 would read as variables: it scans them again and knows no escape (4.41). */
function checkServerless4Values(parameters) {
    const bad = parameters.find(({ value }) => /\$\{[a-zA-Z]+[:(]/.test(value));
    if (bad !== undefined) {
        throw new core_errors/* UserError */.yo('E_PARAMETER', {
            what: `the value of the parameter "${bad.name}" holds a "\${…:"`,
            why: 'serverless 4 resolves it and knows no escape',
            fix: 'change the value, or use osls 4 or serverless 3',
        });
    }
}

// EXTERNAL MODULE: ../node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7728);
;// CONCATENATED MODULE: ./core/serverless/shared-objects.js
const STEP = /\["((?:[^"\\]|\\.)*)"\]|\[([0-9]+)\]/g;
/**
 * Puts objects back where a state file only points at them: the Serverless Framework writes an object that stands in
 * several places once, and `{"$ref": "$[\"service\"][\"provider\"]"}` in the others (json-cycle).
 */
function restoreSharedObjects(root) {
    const restore = (value, within) => {
        if (typeof value !== 'object' || value === null || within.includes(value)) {
            return value;
        }
        const path = pointer(value);
        if (path !== undefined) {
            return restore(follow(root, path), [...within, value]);
        }
        const inner = [...within, value];
        return Array.isArray(value)
            ? value.map((item) => restore(item, inner))
            : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, restore(item, inner)]));
    };
    return restore(root, []);
}
function pointer(value) {
    const path = Reflect.get(value, '$ref');
    return typeof path === 'string' && path.startsWith('$') && Object.keys(value).length === 1 ? path : undefined;
}
function follow(root, path) {
    let value = root;
    for (const [, name, index] of path.matchAll(STEP)) {
        const key = name === undefined ? Number(index) : JSON.parse(`"${name}"`);
        value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
    }
    return value;
}

;// CONCATENATED MODULE: ./core/serverless/state.js



/** The file of a package that holds the template which is deployed (osls 4.3, serverless 3). */
const STATE_FILE = 'serverless-state.json';
const record = dist/* record */.g1P(dist/* string */.YjP(), dist/* unknown */.L5J());
const stateSchema = dist/* object */.Ikc({
    service: dist/* object */.Ikc({
        service: dist/* string */.YjP(),
        provider: dist/* object */.Ikc({
            region: dist/* optional */.lqM(dist/* string */.YjP()),
            stackName: dist/* optional */.lqM(dist/* string */.YjP()),
            compiledCloudFormationTemplate: dist/* looseObject */._H3({ Resources: dist/* optional */.lqM(record) }),
        }),
    }),
    /** `<prefix>/<service>/<stage>/<time>`, where the package goes in the bucket: the one place that names the stage. */
    package: dist/* object */.Ikc({ artifactDirectoryName: dist/* optional */.lqM(dist/* string */.YjP()) }),
});
/** Reads the text of a package's state file; throws E_PACKAGE_FAILED where it is not of `target` or cannot be read. */
function readPackagedService(text, target) {
    const parsed = dist/* safeParse */.xLC(stateSchema, restoreSharedObjects(parseJson(text)));
    if (!parsed.success) {
        throw new core_errors/* UserError */.yo('E_PACKAGE_FAILED', {
            what: `the package's ${STATE_FILE} is not what the Serverless Framework writes`,
            fix: 'update osls or serverless; run `npx osls package` in the folder of the service to see more',
        });
    }
    const { service, provider } = parsed.output.service;
    const stage = parsed.output.package.artifactDirectoryName?.split('/').at(-2);
    for (const [part, found] of [
        ['stage', stage],
        ['region', provider.region],
    ]) {
        if (found !== undefined && found !== target[part]) {
            throw new core_errors/* UserError */.yo('E_PACKAGE_FAILED', {
                what: `the service "${service}" was packaged for the ${part} "${found}", not for "${target[part]}"`,
                why: `something in its configuration overrides --${part}`,
                fix: `remove what sets the ${part} in its configuration or in a plugin`,
            });
        }
    }
    const resources = (provider.compiledCloudFormationTemplate.Resources ?? {});
    const template = provider.compiledCloudFormationTemplate;
    return { service, stack: provider.stackName ?? `${service}-${target.stage}`, resources, template };
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./io/files/folder-hash.js





/** Returns the SHA-256 (hex) of a folder: each file's path, kind, mode and content, links by where they lead. */
async function hashFolder(folder) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const path of await filesBelow(folder)) {
        const { mode } = await (0,external_node_fs_promises_.lstat)(path);
        hash.update(`${(0,external_node_path_.relative)(folder, path).split(external_node_path_.sep).join('/')}\0${mode}\0${await hashFile(path)}\0`);
    }
    return hash.digest('hex');
}
async function filesBelow(folder) {
    const entries = await (0,external_node_fs_promises_.readdir)(folder, { withFileTypes: true });
    const found = await Promise.all(entries.map((entry) => {
        const path = (0,external_node_path_.join)(folder, entry.name);
        return entry.isDirectory() ? filesBelow(path) : [path];
    }));
    return found.flat().sort();
}
async function hashFile(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    if ((await (0,external_node_fs_promises_.lstat)(path)).isSymbolicLink()) {
        return hash.update(`link:${await (0,external_node_fs_promises_.readlink)(path)}`).digest('hex');
    }
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(path), hash);
    return hash.digest('hex');
}

// EXTERNAL MODULE: ./io/process.js + 1 modules
var io_process = __webpack_require__(9091);
;// CONCATENATED MODULE: ./io/serverless/runner.js













/** Prepares the private folder (parameters, empty AWS configuration) and returns a runner that works from it. */
async function createServerlessRunner(parts) {
    const { folder, target, session } = parts;
    const parametersPath = (0,external_node_path_.join)(folder, 'p.json');
    const emptyFile = (0,external_node_path_.join)(folder, 'empty');
    const handover = planHandover(parts.parameters, parametersPath);
    await (0,files_private/* writePrivateJson */.FO)(parametersPath, handover.file);
    await (0,external_node_fs_promises_.writeFile)(emptyFile, '', { mode: 0o600 });
    await (0,external_node_fs_promises_.mkdir)((0,external_node_path_.join)(folder, 'packages'), { mode: 0o700 });
    const command = await findNode(process.env['PATH'] ?? '');
    const packageFolder = (job) => (0,external_node_path_.join)(folder, 'packages', job.key);
    const exported = parts.parameters.filter(({ name }) => parts.exportEnv.includes(name));
    const run = async (job, args) => {
        const leftOver = (0,external_node_path_.join)(job.folder, '.serverless');
        await (0,files_private/* removeAll */.C0)(leftOver);
        return whileRemovable(leftOver, () => (0,io_process/* runProcess */.R)({
            command,
            args: [job.cli.script, ...args],
            folder: job.folder,
            environment: (0,environment/* cliEnvironment */.m)({
                own: process.env,
                session,
                emptyFile,
                schemaCache: (0,external_node_path_.join)(folder, 'schema-cache'),
                exported,
                ...(needsLicence(job.cli) ? { licence: parts.licence } : {}),
            }),
            redactor: parts.redactor,
        }));
    };
    let first;
    return {
        /** The first one goes alone: it compiles the CLI's validator, which the others then find. */
        async package(job) {
            const work = () => run(job, packageArguments(target, packageFolder(job), handover.args));
            if (first === undefined) {
                const result = work();
                first = result.catch(() => undefined);
                return result;
            }
            await first;
            return work();
        },
        async packaged(job) {
            const text = await (0,external_node_fs_promises_.readFile)((0,external_node_path_.join)(packageFolder(job), STATE_FILE), 'utf8').catch(() => '');
            return readPackagedService(text, target);
        },
        hash: (job) => hashFolder(packageFolder(job)),
        async deploy(job, force) {
            const forget = (0,cancellation/* onCancel */.A)(() => log/* runnerLog */.t.warning(`cancelled while ${job.key} was deployed: CloudFormation in ${target.region} goes on with its stack; look there, and run again when it is done`));
            return run(job, deployArguments(target, packageFolder(job), handover.args, force)).finally(forget);
        },
    };
}
/** The Node that the job set up, as its services expect it; ours where PATH has none. */
async function findNode(path) {
    const name = process.platform === 'win32' ? 'node.exe' : 'node';
    for (const folder of path.split(external_node_path_.delimiter).filter((part) => part !== '')) {
        const candidate = (0,external_node_path_.join)(folder, name);
        const found = await (0,external_node_fs_promises_.access)(candidate, external_node_fs_promises_.constants.X_OK).then(() => true, () => false);
        if (found) {
            return candidate;
        }
    }
    return process.execPath;
}

// EXTERNAL MODULE: ./io/services.js + 1 modules
var services = __webpack_require__(4121);
;// CONCATENATED MODULE: ./actions/deploy-service/contract.js
const contract = {
    name: 'deploy-service',
    inputs: {
        services: { kind: 'list', always: true },
        configuration: { kind: 'text' },
        stage: { kind: 'text' },
        'credentials-file': { kind: 'text', always: true },
        'parameters-file': { kind: 'text', always: true },
        concurrency: { kind: 'integer', always: true },
        'publish-outputs': { kind: 'list' },
        'serverless-access-key': { kind: 'secret' },
        'serverless-license-key': { kind: 'secret' },
        'working-directory': { kind: 'text', always: true },
    },
    outputs: ['status', 'url', 'result', 'outputs'],
    onFailure: { status: 'failed' },
};

;// CONCATENATED MODULE: ../node_modules/yocto-queue/index.js
/*
How it works:
`this.#head` is an instance of `Node` which keeps track of its current value and nests another instance of `Node` that keeps the value that comes after it. When a value is provided to `.enqueue()`, the code needs to iterate through `this.#head`, going deeper and deeper to find the last value. However, iterating through every single item is slow. This problem is solved by saving a reference to the last value as `this.#tail` so that it can reference it to add a new value.
*/

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		// Clean up tail reference when queue becomes empty
		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		// TODO: Node.js 18.
		// return this.#head?.value;
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

;// CONCATENATED MODULE: ../node_modules/p-limit/index.js


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		// Process the next queued function if we're under the concurrency limit
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		// Execute the function and capture the result promise
		const result = (async () => function_(...arguments_))();

		// Resolve immediately with the promise (don't wait for completion)
		resolve(result);

		// Wait for the function to complete (success or failure)
		// We catch errors here to prevent unhandled rejections,
		// but the original promise rejection is preserved for the caller
		try {
			await result;
		} catch {}

		// Decrement active count and process next queued function
		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		// Queue the internal resolve function instead of the run function
		// to preserve the asynchronous execution context.
		new Promise(internalResolve => { // eslint-disable-line promise/param-names
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_)); // eslint-disable-line promise/prefer-await-to-then

		// Start processing immediately if we haven't reached the concurrency limit
		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					// eslint-disable-next-line no-unmodified-loop-condition
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					// The iterable threw, so `Promise.all` never observes the already scheduled promises. Observe them here to avoid unhandled rejections.
					for (const promise of promises) {
						promise.catch(() => {}); // eslint-disable-line promise/prefer-await-to-then
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}

// EXTERNAL MODULE: ./core/suggest.js
var suggest = __webpack_require__(1335);
;// CONCATENATED MODULE: ./core/deploy/publish.js


/** Checks the names of outputs before anything is deployed: `SERVICE.OUTPUT` of a service of this run; throws E_INPUT. */
function checkOutputNames(names, keys) {
    for (const name of names) {
        const [, key] = /^([^.]+)\.(.+)$/.exec(name) ?? [];
        if (key === undefined || !keys.includes(key)) {
            throw new core_errors/* UserError */.yo('E_INPUT', {
                what: `"${name}" in the input "publish-outputs" is not SERVICE.OUTPUT of a service that is deployed`,
                fix: `write the key of a service, a dot and the output's name – ${(0,suggest/* suggestName */.S)(key ?? name, keys)}`,
            });
        }
    }
}
/**
 * Picks the outputs that are handed on, by `SERVICE.OUTPUT`, byte for byte. Throws E_OUTPUT_MISSING, and
 * E_OUTPUT_MASKED for one that holds a secret: the runner would drop it without an error.
 */
function publishOutputs(names, services, redactor) {
    const known = new Map(services.flatMap(({ key, outputs }) => Object.entries(outputs).map(([name, value]) => [`${key}.${name}`, value])));
    const published = {};
    for (const name of names) {
        const value = known.get(name);
        if (value === undefined) {
            throw new core_errors/* UserError */.yo('E_OUTPUT_MISSING', {
                what: `"${name}" in publish-outputs is not an output of a service that was deployed`,
                fix: (0,suggest/* suggestName */.S)(name, [...known.keys()]),
            });
        }
        if (redactor.holds(value)) {
            throw new core_errors/* UserError */.yo('E_OUTPUT_MASKED', {
                what: `the output "${name}" holds the value of a secret parameter`,
                why: 'the runner would hand on nothing in its place',
                fix: 'do not publish it; read it in the job that needs it',
            });
        }
        published[name] = value;
    }
    return published;
}

// EXTERNAL MODULE: ./core/profile/masking.js
var masking = __webpack_require__(3303);
// EXTERNAL MODULE: ./core/profile/role-arn.js
var role_arn = __webpack_require__(8829);
// EXTERNAL MODULE: ./core/redact.js
var redact = __webpack_require__(7468);
;// CONCATENATED MODULE: ./core/deploy/result.js
/** Sums services up: one failure fails all, and only where nothing changed it is `unchanged`. */
function overallStatus(services) {
    if (services.some((service) => service.status === 'failed')) {
        return 'failed';
    }
    return services.some((service) => service.status === 'deployed') ? 'deployed' : 'unchanged';
}
/** Outputs that the Serverless Framework gives the address of an API. */
const URL_OUTPUTS = ['HttpApiUrl', 'ServiceEndpoint', 'ServiceEndpointWebsocket'];
/** Returns the address at which a stack's API answers, where it has one. */
function urlOf(outputs) {
    return URL_OUTPUTS.map((name) => outputs[name]).find((url) => url !== undefined && url !== '');
}

;// CONCATENATED MODULE: ./core/serverless/unresolved.js

/**
 * A variable of a source that the Serverless Framework or a common plugin knows. `${AWS::Region}` is CloudFormation's;
 * `${aws:username}`, `${s3:prefix}` and their kin are IAM's.
 */
const VARIABLE = /\$\{(?:(?:env|opt|self|param|file|ssm|cf|git|sls|output|strToBool)(?:\([^)}]*\))?:[^}]*|aws:(?:accountId|region)|s3:[^}]*\/[^}]*)\}/;
/**
 * Refuses a packaged template that still holds the text of a variable: the Serverless Framework leaves some unresolved
 * without a word (`${output::dev::svc.key}`, serverless 3 and osls 4). `values` are parameter values, which may hold such
 * text on purpose. Throws E_UNRESOLVED_VARIABLE with the resource and the property, never with a value.
 */
function checkResolved(service, template, values) {
    const onPurpose = values.filter((value) => VARIABLE.test(value)).sort((a, b) => b.length - a.length);
    const found = findVariable(template, [], onPurpose);
    if (found !== undefined) {
        throw new core_errors/* UserError */.yo('E_UNRESOLVED_VARIABLE', {
            what: `the packaged template of the service "${service}" still holds ${found.variable} at ${found.path}`,
            why: 'the Serverless Framework did not resolve it, and it would be deployed as that very text',
            fix: 'correct its spelling, or add the plugin that knows it',
        });
    }
}
function findVariable(value, path, onPurpose) {
    if (typeof value === 'string') {
        const text = onPurpose.reduce((rest, known) => rest.replaceAll(known, ''), value);
        const variable = VARIABLE.exec(text)?.[0];
        return variable === undefined ? undefined : { path: path.join('.'), variable };
    }
    if (typeof value !== 'object' || value === null) {
        return undefined;
    }
    for (const [key, item] of Object.entries(value)) {
        const found = findVariable(item, [...path, key], onPurpose);
        if (found !== undefined) {
            return found;
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./core/service/names.js

/** `<service>-<stage>-<region>-lambdaRole` has to fit the 64 characters of an IAM role's name. */
const MAX_NAME_SUM = 51;
/**
 * Checks that the role which the Serverless Framework makes for a service with functions gets a legal name; throws
 * E_NAME_TOO_LONG with the limit and how much is over. Nothing has been asked of AWS yet.
 */
function checkRoleName({ service, stage, region }) {
    const sum = service.length + stage.length + region.length;
    if (sum > MAX_NAME_SUM) {
        throw new core_errors/* UserError */.yo('E_NAME_TOO_LONG', {
            what: `the service "${service}", the stage "${stage}" and the region "${region}" have ${sum} characters together`,
            why: `the name of the role of its functions (<service>-<stage>-<region>-lambdaRole, 64) leaves ${MAX_NAME_SUM}`,
            fix: `shorten the service's name by ${sum - MAX_NAME_SUM}, lower previews.max-length, or set provider.iam.role.name`,
        });
    }
}
/** Longest physical names that AWS takes, by resource type. */
const LIMITS = {
    'AWS::IAM::Role': { property: 'RoleName', max: 64 },
    'AWS::Lambda::Function': { property: 'FunctionName', max: 64 },
    'AWS::S3::Bucket': {
        property: 'BucketName',
        max: 63,
        form: /^[a-z0-9][a-z0-9.-]*$/,
        rule: 'lower-case letters, digits, - and .',
    },
    'AWS::SQS::Queue': { property: 'QueueName', max: 80 },
    'AWS::Events::Rule': { property: 'Name', max: 64 },
    'AWS::DynamoDB::Table': { property: 'TableName', max: 255 },
};
/** Checks the names in a packaged template, and its stack's, against AWS's limits; throws E_NAME_TOO_LONG. */
function checkTemplateNames(stack, resources, region) {
    checkLength(`the stack's name "${stack}"`, stack.length, 128);
    checkForm(`the stack's name "${stack}"`, /^[A-Za-z][A-Za-z0-9-]*$/.test(stack), 'letters, digits and -, beginning with a letter');
    for (const [id, resource] of Object.entries(resources)) {
        const limit = LIMITS[resource.Type ?? ''];
        const name = limit === undefined ? undefined : literalName(resource.Properties?.[limit.property], region);
        if (limit !== undefined && name !== undefined) {
            const what = `${limit.property} "${name}" of the resource ${id} in the stack ${stack}`;
            checkLength(what, name.length, limit.max);
            checkForm(what, limit.form?.test(name) ?? true, limit.rule ?? '');
        }
    }
}
function checkLength(what, length, max) {
    if (length > max) {
        throw new core_errors/* UserError */.yo('E_NAME_TOO_LONG', {
            what: `${what} has ${length} characters`,
            why: `AWS takes at most ${max}`,
            fix: `shorten it by ${length - max}: the service's name, the function's, or previews.max-length`,
        });
    }
}
function checkForm(what, holds, rule) {
    if (!holds) {
        throw new core_errors/* UserError */.yo('E_NAME_TOO_LONG', {
            what: `${what} is not a name that AWS takes`,
            why: `it takes ${rule}`,
            fix: 'change it',
        });
    }
}
/** A name as text where it is one, or a Fn::Join of texts and the region, as the Serverless Framework writes it. */
function literalName(value, region) {
    if (typeof value === 'string') {
        return value;
    }
    const join = value?.['Fn::Join'];
    if (!Array.isArray(join) || !Array.isArray(join[1])) {
        return undefined;
    }
    const parts = join[1].map((part) => (isRegion(part) ? region : part));
    return parts.every((part) => typeof part === 'string') ? parts.join(join[0]) : undefined;
}
function isRegion(part) {
    return part?.Ref === 'AWS::Region';
}

;// CONCATENATED MODULE: ./core/stack/explain.js


/** Describes why a stack cannot be deployed over, and what brings it back. */
function explainState(stack, region) {
    return new core_errors/* UserError */.yo('E_STACK_STATE', {
        what: `the stack ${stack.name} is ${stack.status}, which cannot be deployed over`,
        ...(stack.reason === undefined ? {} : { why: stack.reason }),
        fix: remedy(stack, region),
    });
}
function remedy(stack, region) {
    const command = (verb) => `aws cloudformation ${verb} --stack-name ${stack.name} --region ${region}`;
    switch (stack.status) {
        case 'CREATE_FAILED':
        case 'ROLLBACK_COMPLETE':
        case 'ROLLBACK_FAILED':
            return `it never worked: remove it (${command('delete-stack')}) and run again`;
        case 'REVIEW_IN_PROGRESS':
            return `it holds nothing but a change set: remove it (${command('delete-stack')}) and run again`;
        case 'UPDATE_FAILED':
            return `roll it back (${command('rollback-stack')}) and run again`;
        case 'UPDATE_ROLLBACK_FAILED':
            return `mend what its last events name, go on with the rollback (${command('continue-update-rollback')}) and run again`;
        case 'DELETE_FAILED':
            return `finish the removal (${command('delete-stack')}) and run again`;
        default:
            return `bring it back to a complete state (${command('describe-stack-events')} says more) and run again`;
    }
}
/**
 * Returns why a stack that is there must not be deployed over by a stage: it is another stage's (tag STAGE), or, for a
 * preview, nobody's that we know. Undefined where it may be.
 */
function foreignStack(stack, stage, kind) {
    const untagged = stack.stage === undefined && kind === 'preview';
    if ((stack.stage === undefined || stack.stage === stage) && !untagged) {
        return undefined;
    }
    const whose = stack.stage === undefined ? 'has no tag STAGE' : `is of the stage "${stack.stage}"`;
    return new core_errors/* UserError */.yo('E_STACK_FOREIGN', {
        what: `the stack ${stack.name} ${whose}, and this deploys the stage "${stage}"`,
        why: 'it was left untouched',
        fix: 'let the name of the stack hold the stage (provider.stackName, if the configuration sets it)',
    });
}
/** Describes a deploy that failed: the state that CloudFormation left, and the first thing that went wrong. */
function explainFailure(parts) {
    const { stack, first } = parts;
    const state = stack === undefined ? 'there is no stack' : `the stack ${stack.name} is ${stack.status}`;
    const why = first === undefined
        ? `${parts.ending}: ${parts.lastWords}`
        : `${first.logicalId} (${first.type}) is ${first.status}: ${first.reason}`;
    return new core_errors/* UserError */.yo('E_DEPLOY_FAILED', {
        what: `the service "${parts.service}" was not deployed: ${state}`,
        why,
        fix: consequence(parts),
    });
}
function consequence({ stack, untouched, isNew, region }) {
    if (stack === undefined || untouched) {
        return 'AWS is as it was before; mend the cause and run again';
    }
    if (isSuccess(stack.status)) {
        return 'the stack itself is complete, what failed is beside it; mend the cause and run again';
    }
    switch (stack.status) {
        case 'UPDATE_ROLLBACK_COMPLETE':
            return isNew
                ? 'CloudFormation rolled it back: the new stack holds nothing but its deployment bucket; mend the cause and run again'
                : 'CloudFormation rolled the update back, and the version before it is live; mend the cause and run again';
        case 'ROLLBACK_COMPLETE':
            return `CloudFormation rolled the creation back, and the empty stack stays; mend the cause, then: ${remedy(stack, region)}`;
        default:
            return `mend the cause, then: ${remedy(stack, region)}`;
    }
}

;// CONCATENATED MODULE: ./core/stack/template.js
/**
 * Whether a live template and a packaged one would make the same stack. What differs from packaging to packaging is left
 * out: where in the bucket code and layers are (their versions hold the hash), and the suffix of deployments of APIs.
 */
function sameTemplate(live, packaged) {
    try {
        return comparable(JSON.parse(live)) === comparable(packaged);
    }
    catch {
        return false;
    }
}
function comparable(template) {
    return JSON.stringify(ordered(template)).replace(/"((?:ApiGateway|Websockets)Deployment)[0-9A-Za-z]{5,}"/g, '"$1"');
}
/** A copy with its keys in order and without the keys of packages. */
function ordered(value) {
    if (Array.isArray(value)) {
        return value.map(ordered);
    }
    if (typeof value !== 'object' || value === null) {
        return value;
    }
    const entries = Object.entries(value).filter(([key]) => key !== 'S3Key');
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, ordered(item)]));
}

;// CONCATENATED MODULE: ./actions/deploy-service/cli-output.js
/** Says how a CLI ended. */
function ending(result) {
    return result.signal === null ? `exit code ${result.code}` : `ended by ${result.signal}`;
}
/** Returns the end of what a CLI said, where its error is. */
function lastWords(output) {
    const error = output.lastIndexOf('\nError:\n');
    const text = (error === -1 ? output : output.slice(error + '\nError:\n'.length)).trim();
    const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^\s*at /.test(line));
    return (error === -1 ? lines.slice(-5) : lines.slice(0, 5)).join(' / ').slice(0, 800) || 'it said nothing';
}
/** Whether a CLI failed because AWS did not answer it any more (a throttled last look, say), and not by its own doing. */
function lostSight(output) {
    return /Rate exceeded|Throttl|TooManyRequests|ECONNRESET|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|socket hang up/i.test(lastWords(output));
}

;// CONCATENATED MODULE: ./core/stack/failure.js
/** Events that only say that another resource failed. */
const CONSEQUENCE = /^(Resource (creation|update) cancelled|The following resource\(s\) failed)/i;
/**
 * Returns the first failed event after a time (milliseconds), which is what went wrong; the events after it are its
 * consequences. Doubled and unordered events do not matter.
 */
function firstFailure(events, since) {
    return [...new Map(events.map((event) => [event.id, event])).values()]
        .filter((event) => event.time > since && event.status.endsWith('_FAILED') && !CONSEQUENCE.test(event.reason))
        .sort((a, b) => a.time - b.time)[0];
}

;// CONCATENATED MODULE: ./actions/deploy-service/judge.js





/** CloudFormation has the verdict; the CLI's exit code only tells apart what CloudFormation cannot. */
async function judge(job, result, { before, after, since }, { stacks, region, log }) {
    const untouched = after !== undefined && before?.id === after.id && before.changed === after.changed;
    if (result.code === 0 && after !== undefined && isSuccess(after.status)) {
        return untouched ? 'unchanged' : 'deployed';
    }
    if (after?.status === 'UPDATE_COMPLETE' && !untouched && lostSight(result.output)) {
        log.warning(`${job.key}: CloudFormation completed the update, but ${job.cli.product} lost sight of it (${ending(result)}): ${lastWords(result.output)}`);
        return 'deployed';
    }
    const events = after === undefined || untouched ? [] : await stacks.events(after.id, since);
    const licence = after === undefined ? licenceFailure(job.cli, result.output) : undefined;
    throw (licence ??
        explainFailure({
            service: job.key,
            region,
            ...(after === undefined ? {} : { stack: after }),
            untouched: after === undefined || untouched,
            isNew: before === undefined,
            first: firstFailure(events, since),
            ending: ending(result),
            lastWords: lastWords(result.output),
        }));
}

;// CONCATENATED MODULE: ./actions/deploy-service/deploy-one.js










/** How often a service at work says so, in milliseconds. */
const deploy_one_HEARTBEAT_MS = 30_000;
/** Longest time that one operation of CloudFormation is waited for, in milliseconds. */
const WAIT_MS = 60 * 60_000;
/** Longest time that somebody else's operation is waited for before ours, in milliseconds. */
const BUSY_WAIT_MS = 30 * 60_000;
/** Packages one service, deploys that package, and returns what CloudFormation says came of it. Never rejects. */
async function deployOne(job, tools) {
    const start = tools.clock();
    const seen = {};
    const finish = (rest) => {
        const outputs = seen.stack?.outputs ?? {};
        const url = urlOf(outputs);
        return {
            key: job.key,
            name: seen.name ?? '',
            ...(seen.stackName === undefined ? {} : { stack: seen.stackName }),
            ...(seen.stack === undefined ? {} : { stackStatus: seen.stack.status }),
            ...(url === undefined ? {} : { url }),
            outputs,
            seconds: Math.round((tools.clock() - start) / 100) / 10,
            ...rest,
        };
    };
    const heartbeat = setInterval(() => {
        const seconds = Math.round((tools.clock() - start) / 1000);
        tools.log.info(`${job.key}: at work for ${seconds} s${seen.stackName === undefined ? '' : ` (${seen.stackName})`}`);
    }, deploy_one_HEARTBEAT_MS);
    try {
        tools.log.info(`${job.key}: packaging with ${job.cli.product} ${job.cli.version}`);
        const packaged = await packageService(job, tools);
        seen.name = packaged.service;
        seen.stackName = packaged.stack;
        const before = await readyStack(packaged.stack, tools);
        seen.stack = before;
        tools.log.info(`${job.key}: deploying the stack ${packaged.stack}`);
        const rolledBack = before !== undefined && !isSuccess(before.status);
        if (rolledBack) {
            tools.log.info(`${job.key}: its last update failed (${before.status}), so it is deployed whatever the CLI thinks`);
        }
        const since = before === undefined ? 0 : await tools.stacks.newestEventTime(before.id);
        const attempt = async (force) => {
            await checkUnchangedPackage(job, packaged.hash, tools);
            const result = await tools.runner.deploy(job, force);
            tools.log.foreign(`${job.key}: ${job.cli.product} deploy`, result.output);
            seen.stack = await tools.stacks.settled(packaged.stack, WAIT_MS, (stack) => tools.log.info(`${job.key}: the stack ${stack.name} is ${stack.status}`));
            return judge(job, result, { before, after: seen.stack, since }, tools);
        };
        const verdict = await attempt(rolledBack);
        if (verdict === 'unchanged' && (await isOtherVersion(seen.stack, packaged.template, tools))) {
            tools.log.info(`${job.key}: the CLI saw no change, but another template is live, so it is deployed`);
            return finish({ status: await attempt(true) });
        }
        return finish({ status: verdict });
    }
    catch (error) {
        return finish({ status: 'failed', error: describeError(error) });
    }
    finally {
        clearInterval(heartbeat);
    }
}
function describeError(error) {
    return error instanceof core_errors/* UserError */.yo
        ? { code: error.code, message: error.message }
        : { code: 'E_INTERNAL', message: error instanceof Error ? error.message : String(error) };
}
async function packageService(job, tools) {
    const result = await tools.runner.package(job);
    if (result.code !== 0) {
        tools.log.foreign(`${job.key}: ${job.cli.product} package`, result.output);
        throw (licenceFailure(job.cli, result.output) ??
            new core_errors/* UserError */.yo('E_PACKAGE_FAILED', {
                what: `the service "${job.key}" could not be packaged (${ending(result)})`,
                why: lastWords(result.output),
                fix: 'mend what it says; nothing of this service was deployed',
            }));
    }
    const packaged = await tools.runner.packaged(job);
    tools.claimStack(packaged.stack, job.key);
    checkTemplateNames(packaged.stack, packaged.resources, tools.region);
    checkResolved(job.key, packaged.template, tools.parameterValues);
    return { ...packaged, hash: await hashPackage(job, tools) };
}
/** Waits for an operation that is under way and refuses a stack that cannot be deployed over. */
async function readyStack(name, tools) {
    const found = await tools.stacks.find(name);
    const stack = beforeDeploy(found?.status) === 'wait'
        ? await tools.stacks.settled(name, BUSY_WAIT_MS, (view) => tools.log.info(`waiting: ${name} is ${view.status}`))
        : found;
    const foreign = stack === undefined ? undefined : foreignStack(stack, tools.stage.name, tools.stage.kind);
    if (foreign !== undefined) {
        throw foreign;
    }
    if (stack !== undefined && beforeDeploy(stack.status) === 'refuse') {
        throw explainState(stack, tools.region);
    }
    return stack;
}
/** The CLI compares with what was uploaded last, not with what is live (a rollback by hand, a run that was cut off). */
async function isOtherVersion(stack, template, tools) {
    const live = stack === undefined ? undefined : await tools.stacks.template(stack.id);
    return live !== undefined && !sameTemplate(live, template);
}
/** Returns the package's hash; throws E_PACKAGE_CHANGED where files come and go while it is read. */
async function hashPackage(job, tools) {
    return tools.runner.hash(job).catch((cause) => {
        throw packageChanged(job, cause);
    });
}
async function checkUnchangedPackage(job, hash, tools) {
    if ((await hashPackage(job, tools)) !== hash) {
        throw packageChanged(job);
    }
}
function packageChanged(job, cause) {
    return new core_errors/* UserError */.yo('E_PACKAGE_CHANGED', {
        what: `the package of the service "${job.key}" is not the one that was checked`,
        why: 'something wrote into it in the meantime, so it was not deployed',
        fix: 'find out what runs beside the deploy (a plugin that leaves a process behind, say)',
        cause,
    });
}

;// CONCATENATED MODULE: ./core/report/markdown.js
/** Begins a text where a list, rule, heading or code block could start; nothing is seen of it. */
const NOTHING = '\u200b';
/**
 * Writes a text so that Markdown and HTML show it as it is: no markup, no image, no broken table, and no mention (GitHub
 * looks for names in the rendered text, so a sign that is not seen stands behind each `@` and `#`).
 */
function plain(text) {
    const line = text.replace(/\r\n?|\n/g, ' ').replace(/([@#])(?=\w)/g, `$1${NOTHING}`);
    const escaped = line
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/([\\`*_{}[\]()#|!~@:])/g, (sign) => `&#${sign.charCodeAt(0)};`);
    return /^(\s|[-+]|\d+[.)]|=)/.test(line) ? NOTHING + escaped : escaped;
}
/** Writes an http(s) address as a link, and anything else as plain text. */
function markdown_link(url) {
    return /^https?:\/\/[^\s<>()|`"'\\]+$/.test(url) ? `<${url}>` : plain(url);
}

;// CONCATENATED MODULE: ./core/report/summary.js

const HEADLINES = {
    deployed: '✅ deployed',
    unchanged: '✅ unchanged',
    failed: '❌ failed',
};
/** Renders a (redacted) result as the Markdown of the job summary. */
function renderSummary(result) {
    const commit = result.commit === undefined ? '' : ` at ${plain(result.commit.slice(0, 7))}`;
    const lines = [
        `## ${HEADLINES[result.status]}: ${plain(result.app)} in stage ${plain(result.stage)}`,
        '',
        `${result.kind} stage of ${plain(result.ref)}${commit}, account ${result.account}, region ${result.region}`,
        '',
        '| service | status | stack | time | URL |',
        '|---|---|---|---|---|',
        ...result.services.map(row),
        '',
        ...result.services.flatMap(details),
    ];
    return `${lines.join('\n')}\n`;
}
function row(service) {
    const stack = service.stack === undefined ? '–' : `${plain(service.stack)} (${service.stackStatus ?? 'absent'})`;
    const url = service.url === undefined ? '–' : markdown_link(service.url);
    return `| ${plain(service.key)} | ${HEADLINES[service.status]} | ${stack} | ${Math.round(service.seconds)} s | ${url} |`;
}
function details(service) {
    if (service.error !== undefined) {
        return [`**${plain(service.key)}**: ${plain(service.error.code)}: ${plain(service.error.message)}`, ''];
    }
    const outputs = Object.entries(service.outputs);
    if (outputs.length === 0) {
        return [];
    }
    const items = outputs.map(([name, value]) => `| ${plain(name)} | ${plain(value)} |`);
    const title = `<details><summary>Outputs of ${plain(service.key)}</summary>`;
    return [title, '', '| output | value |', '|---|---|', ...items, '', '</details>', ''];
}

// EXTERNAL MODULE: ./core/transport.js
var transport = __webpack_require__(9964);
;// CONCATENATED MODULE: ./actions/deploy-service/outcome.js






/** Sums up what became of the services: outputs without secrets, the job summary, and one error for all that failed. */
function outcome(inputs, services, redactor, { configuration, session, }) {
    const { app, stage, profile } = configuration;
    const url = services.find((service) => service.url !== undefined)?.url;
    const status = overallStatus(services);
    const result = (0,redact/* redactDeep */.KL)({
        schemaVersion: 1,
        app,
        stage: stage.name,
        kind: stage.kind,
        ref: stage.ref,
        ...(stage.commit === undefined ? {} : { commit: stage.commit }),
        account: session.account,
        region: profile.region,
        status,
        ...(url === undefined ? {} : { url }),
        services,
    }, redactor);
    const published = failureOf(result) ?? tryPublish(inputs['publish-outputs'] ?? [], services, redactor);
    return {
        outputs: {
            status: published instanceof core_errors/* UserError */.yo ? 'failed' : status,
            url: result.url,
            result: (0,transport/* encodeJson */.Pr)(result),
            outputs: JSON.stringify(published instanceof core_errors/* UserError */.yo ? {} : published),
        },
        summary: renderSummary(result),
        ...(published instanceof core_errors/* UserError */.yo ? { failure: published } : {}),
    };
}
function tryPublish(names, services, redactor) {
    try {
        return publishOutputs(names, services, redactor);
    }
    catch (error) {
        if (error instanceof core_errors/* UserError */.yo) {
            return error;
        }
        throw error;
    }
}
/** One error for all that failed; the first one's code stands for them. */
function failureOf(result) {
    const errors = result.services.flatMap(({ error }) => (error === undefined ? [] : [error]));
    const [first, ...rest] = errors;
    if (first === undefined) {
        return undefined;
    }
    const others = rest.map((error) => `${error.code}: ${error.message}`);
    return new core_errors/* UserError */.yo(first.code, { what: [first.message, ...others].join('\n'), fix: '' });
}

;// CONCATENATED MODULE: ./core/service/choose.js


/** Picks the services that an input names (`all`, or keys); throws E_SERVICE_UNKNOWN with the nearest key. */
function chooseServices(services, wanted) {
    if (wanted.includes('all')) {
        return [...services];
    }
    const keys = services.map((service) => service.key);
    for (const key of wanted) {
        if (!keys.includes(key)) {
            throw new core_errors/* UserError */.yo('E_SERVICE_UNKNOWN', { what: `"${key}" is not a service`, fix: (0,suggest/* suggestName */.S)(key, keys) });
        }
    }
    return services.filter((service) => wanted.includes(service.key));
}
/** Checks that no two services have one name, and so one stack; throws E_STACK_COLLISION. */
function checkDistinctNames(services) {
    const byName = new Map();
    for (const service of services) {
        const twin = service.name === undefined ? undefined : byName.get(service.name);
        if (twin !== undefined) {
            throw new core_errors/* UserError */.yo('E_STACK_COLLISION', {
                what: `the services in ${twin.path} and ${service.path} are both called "${service.name}"`,
                why: 'they would share one stack in every stage',
                fix: 'give each its own `service:`',
            });
        }
        if (service.name !== undefined) {
            byName.set(service.name, service);
        }
    }
}

;// CONCATENATED MODULE: ./actions/deploy-service/plan.js






/** Finds out what is deployed and by what, and checks all that can be checked before anything is touched. */
async function planJobs(parts) {
    const { configuration, root } = parts;
    const services = chooseServices(await parts.findServices(root, configuration.services), parts.wanted);
    checkDistinctNames(services);
    const { name: stage } = configuration.stage;
    const { region } = configuration.profile;
    for (const service of services) {
        if (service.makesRole && service.name !== undefined) {
            checkRoleName({ service: service.name, stage, region });
        }
    }
    const jobs = [];
    for (const service of services) {
        const folder = (0,external_node_path_.join)(root, service.path);
        const cli = await parts.findCli(folder);
        checkCli(cli, parts.hasLicence);
        if (needsLicence(cli)) {
            checkServerless4Values(parts.parameters);
        }
        jobs.push({ key: service.key, folder, cli });
    }
    return jobs;
}
/** Returns a function that notes which service has which stack; it throws E_STACK_COLLISION for the second of one name. */
function createStackClaims() {
    const owners = new Map();
    return (stack, key) => {
        const owner = owners.get(stack);
        if (owner !== undefined && owner !== key) {
            throw new core_errors/* UserError */.yo('E_STACK_COLLISION', {
                what: `the services "${owner}" and "${key}" both have the stack "${stack}"`,
                fix: 'give each its own `service:` (or provider.stackName)',
            });
        }
        owners.set(stack, key);
    };
}

;// CONCATENATED MODULE: ./actions/deploy-service/run.js









/** Deploys services into a stage and returns what CloudFormation says came of each. */
async function run(inputs, deps) {
    const { configuration, session, parameters } = deps;
    const licence = licenceOf(inputs);
    checkSession(configuration, session);
    const jobs = await planJobs({
        ...deps,
        wanted: inputs.services,
        hasLicence: Object.keys(licence).length > 0,
    });
    checkOutputNames(inputs['publish-outputs'] ?? [], jobs.map(({ key }) => key));
    const redactor = redactorOf(deps, Object.values(licence));
    const { region, exportEnv } = configuration.profile;
    const target = { stage: configuration.stage.name, region };
    const runner = await deps.createRunner({ target, session, parameters, exportEnv, licence, redactor });
    const log = redactingLog(deps.log, redactor);
    const parameterValues = parameters.map(({ value }) => value);
    const tools = {
        region,
        stage: configuration.stage,
        parameterValues,
        runner,
        stacks: deps.stacks,
        claimStack: createStackClaims(),
        log,
        clock: deps.clock,
    };
    const limit = pLimit(inputs.concurrency);
    const services = await Promise.all(jobs.map((job) => limit(async () => {
        const result = await deployOne(job, tools);
        log.info(`${job.key}: ${result.status}${result.url === undefined ? '' : `, ${result.url}`}`);
        return result;
    })));
    return outcome(inputs, services, redactor, deps);
}
function licenceOf(inputs) {
    const accessKey = inputs['serverless-access-key'];
    const licenseKey = inputs['serverless-license-key'];
    return { ...(accessKey === undefined ? {} : { accessKey }), ...(licenseKey === undefined ? {} : { licenseKey }) };
}
/** The credentials may come from another profile than the configuration: then nothing is deployed. */
function checkSession(configuration, session) {
    const { role, region, name } = configuration.profile;
    const account = role === undefined ? session.account : (0,role_arn/* parseRoleArn */.DM)(role).account;
    if (account !== session.account || region !== session.region) {
        throw new core_errors/* UserError */.yo('E_WRONG_ACCOUNT', {
            what: `the credentials are of account ${session.account}, region ${session.region}; the profile "${name}" is of ${account}, ${region}`,
            fix: 'give load-profile and deploy-service the same configuration',
        });
    }
}
function redactorOf({ configuration, session, parameters }, more) {
    const { secrets } = (0,masking/* planMasks */.RH)(parameters, (0,masking/* outputTexts */.im)(configuration, session));
    return (0,redact/* createRedactor */.lY)([...secrets, session.secretAccessKey, session.sessionToken ?? '', ...more]);
}
function redactingLog(log, redactor) {
    return {
        info: (text) => log.info(redactor.redact(text)),
        notice: (text) => log.notice(redactor.redact(text)),
        warning: (text) => log.warning(redactor.redact(text)),
        foreign: (title, text) => log.foreign(title, redactor.redact(text)),
    };
}

;// CONCATENATED MODULE: ./actions/deploy-service/main.js










const main = () => (0,run_action/* runAction */.C)(contract, async (inputs) => {
    const { workspace, tempFolder } = (0,context/* readRunContext */.$)();
    const source = await readDeploymentSource(inputs, workspace);
    return withPrivateFolder(tempFolder, 'serverless-stages-deploy', (folder) => {
        const createRunner = (parts) => createServerlessRunner({ ...parts, folder });
        const stacks = openStackReader(source.session);
        return run(inputs, { ...source, findServices: services/* findServices */.O, createRunner, stacks, log: log/* runnerLog */.t, clock: () => performance.now() });
    });
});


/***/ }),

/***/ 3786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ REQUESTS),
/* harmony export */   s: () => (/* binding */ clientOptions)
/* harmony export */ });
/** How every client asks: once (`request` asks again), and never for ever. Milliseconds. */
const REQUESTS = {
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 5000, requestTimeout: 30_000, throwOnRequestTimeout: true },
};
/** Options of every SDK client: the region and the session's keys, nothing from the machine's own configuration. */
function clientOptions(session) {
    const { accessKeyId, secretAccessKey, sessionToken } = session;
    return {
        region: session.region,
        credentials: { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) },
        ...REQUESTS,
    };
}


/***/ }),

/***/ 4713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E2: () => (/* binding */ isThrottling),
/* harmony export */   GZ: () => (/* binding */ isDenied),
/* harmony export */   dg: () => (/* binding */ isTransient),
/* harmony export */   es: () => (/* binding */ awsError)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(742);

const THROTTLING = /^(Throttling|ThrottlingException|ThrottledException|TooManyRequestsException|RequestLimitExceeded|SlowDown)$/;
const DENIED = /^(AccessDenied|AccessDeniedException|UnauthorizedOperation)$/;
const EXPIRED = /^(ExpiredToken|ExpiredTokenException|RequestExpired)$/;
const statusOf = (error) => error.$metadata?.httpStatusCode;
const nameOf = (error) => (error instanceof Error ? error.name : '');
/** Whether AWS asked to go slower. */
function isThrottling(error) {
    return THROTTLING.test(nameOf(error)) || /Rate exceeded/.test(error.message ?? '');
}
/** Whether the request may work when it is made again: throttling, 5xx, no answer at all, or a corrected clock. */
function isTransient(error) {
    if (isThrottling(error) || error.$metadata?.clockSkewCorrected === true) {
        return true;
    }
    const status = statusOf(error);
    return status === undefined ? isConnectionFault(error) : status >= 500;
}
function isConnectionFault(error) {
    const code = error.code ?? '';
    return (/^(ECONN|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|UND_ERR)/.test(code) ||
        nameOf(error) === 'TimeoutError');
}
/** Whether AWS refused the request for want of a permission. */
function isDenied(error) {
    return DENIED.test(nameOf(error));
}
/** Turns an error of the SDK into the one that tells the user what to do; `what` says what was tried. */
function awsError(what, cause) {
    const { name, message } = cause;
    if (isDenied(cause)) {
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_AWS_DENIED', {
            what: `${what}: ${message}`,
            fix: 'allow that action on that resource to the role',
            cause,
        });
    }
    if (isThrottling(cause)) {
        const tries = cause.tries ?? cause.$metadata?.attempts ?? 1;
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_THROTTLED', {
            what: `${what}: AWS throttled ${tries} requests in a row`,
            fix: 'run again when the account is less busy, or have its limit raised',
            cause,
        });
    }
    if (isTransient(cause)) {
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_AWS_UNAVAILABLE', {
            what: `${what}: ${name}: ${message}`,
            fix: 'run again when AWS answers',
            cause,
        });
    }
    if (EXPIRED.test(name)) {
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_NO_CREDENTIALS', {
            what: `${what}: the session has expired`,
            fix: 'load the profile anew, and let `session-duration` be longer than the job',
            cause,
        });
    }
    if (/^(UnrecognizedClientException|InvalidClientTokenId|InvalidSignatureException|SignatureDoesNotMatch|CredentialsProviderError)$/.test(name)) {
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_NO_CREDENTIALS', {
            what: `${what}: AWS does not accept the credentials (${name})`,
            fix: 'load the profile in the same job, before this step',
            cause,
        });
    }
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_AWS_UNAVAILABLE', {
        what: `${what}: ${name}: ${message}`,
        fix: 'see the message of AWS',
        cause,
    });
}


/***/ }),

/***/ 6869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ request)
/* harmony export */ });
/* harmony import */ var p_retry__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6989);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4713);


/** Throttled and broken requests are made again for about half a minute, slower each time. */
const DEFAULT_RETRY = { retries: 9, minTimeout: 200, maxTimeout: 5000 };
/**
 * Makes a request to AWS, again while it may still work. The SDK's own retries are off (`maxAttempts: 1`), so that one
 * place decides and counts. Rejects with the SDK's error, `tries` added to a throttled one.
 */
async function request(send, plan = DEFAULT_RETRY) {
    let tries = 0;
    try {
        return await (0,p_retry__WEBPACK_IMPORTED_MODULE_1__/* ["default"] */ .Ay)(() => {
            tries += 1;
            return send();
        }, { ...plan, factor: 1.7, randomize: true, shouldRetry: ({ error }) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransient */ .dg)(error) });
    }
    catch (error) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isThrottling */ .E2)(error) ? Object.assign(error, { tries }) : error;
    }
}


/***/ }),

/***/ 3405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AG: () => (/* binding */ readPrivateJson),
/* harmony export */   C0: () => (/* binding */ removeAll),
/* harmony export */   FO: () => (/* binding */ writePrivateJson),
/* harmony export */   I2: () => (/* binding */ makePrivateFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(742);



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
/** Writes a value as JSON to a new file that only its owner can read (0600). */
async function writePrivateJson(path, value) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, JSON.stringify(value), { mode: 0o600, flag: 'wx' });
}
/** Reads a JSON file of ours; throws E_INPUT, with the name of the input that holds its path, where it cannot. */
async function readPrivateJson(path, input) {
    try {
        return JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8'));
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

/***/ 9937:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F9: () => (/* binding */ readParametersFile),
/* harmony export */   dJ: () => (/* binding */ readCredentialsFile),
/* harmony export */   mG: () => (/* binding */ writeProfileFiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7728);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(742);
/* harmony import */ var _private_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3405);




const sessionSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    accessKeyId: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    secretAccessKey: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    sessionToken: valibot__WEBPACK_IMPORTED_MODULE_3__/* .exactOptional */ .yqP(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    expiration: valibot__WEBPACK_IMPORTED_MODULE_3__/* .exactOptional */ .yqP(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
    account: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    region: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    arn: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
});
const parametersSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ name: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), value: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), secret: valibot__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(), source: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }));
/** Writes a profile's credentials and parameters into a folder of their own (0700, files 0600) and returns the paths. */
async function writeProfileFiles(tempFolder, session, parameters, remember) {
    const folder = await (0,_private_js__WEBPACK_IMPORTED_MODULE_2__/* .makePrivateFolder */ .I2)(tempFolder, 'serverless-stages-profile');
    remember(folder);
    const paths = { credentials: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'credentials.json'), parameters: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'parameters.json') };
    await (0,_private_js__WEBPACK_IMPORTED_MODULE_2__/* .writePrivateJson */ .FO)(paths.credentials, session);
    await (0,_private_js__WEBPACK_IMPORTED_MODULE_2__/* .writePrivateJson */ .FO)(paths.parameters, parameters);
    return paths;
}
/** Reads the credentials that load-profile wrote; throws E_INPUT where the file is not one of its. */
async function readCredentialsFile(path) {
    return checked(sessionSchema, await (0,_private_js__WEBPACK_IMPORTED_MODULE_2__/* .readPrivateJson */ .AG)(path, 'credentials-file'), 'credentials-file');
}
/** Reads the parameters that load-profile wrote; throws E_INPUT where the file is not one of its. */
async function readParametersFile(path) {
    return checked(parametersSchema, await (0,_private_js__WEBPACK_IMPORTED_MODULE_2__/* .readPrivateJson */ .AG)(path, 'parameters-file'), 'parameters-file');
}
function checked(schema, value, input) {
    const result = valibot__WEBPACK_IMPORTED_MODULE_3__/* .safeParse */ .xLC(schema, value);
    if (!result.success) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_INPUT', {
            what: `the file of the input "${input}" is not one that load-profile wrote`,
            fix: `pass load-profile's output "${input}" on, in the same job`,
        });
    }
    return result.output;
}


/***/ }),

/***/ 6989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ay: () => (/* binding */ pRetry)
});

// UNUSED EXPORTS: AbortError, makeRetriable

;// CONCATENATED MODULE: ../node_modules/is-network-error/index.js
const objectToString = Object.prototype.toString;

const isError = value => objectToString.call(value) === '[object Error]';

const errorMessages = new Set([
	'network error', // Chrome
	'NetworkError when attempting to fetch resource.', // Firefox
	'The Internet connection appears to be offline.', // Safari 16
	'Network request failed', // `cross-fetch`
	'fetch failed', // Undici (Node.js)
	'terminated', // Undici (Node.js)
	' A network error occurred.', // Bun (WebKit)
	'Network connection lost', // Cloudflare Workers (fetch)
]);

function isNetworkError(error) {
	const isValid = error
		&& isError(error)
		&& error.name === 'TypeError'
		&& typeof error.message === 'string';

	if (!isValid) {
		return false;
	}

	const {message, stack} = error;

	// Safari 17+ has generic message but no stack for network errors
	if (message === 'Load failed' || (message.startsWith('Load failed (') && message.endsWith(')'))) {
		return stack === undefined
			// Sentry adds its own stack trace to the fetch error, so also check for that
			|| '__sentry_captured__' in error;
	}

	// Deno network errors start with specific text
	if (message.startsWith('error sending request for url')) {
		return true;
	}

	// Chrome: exact "Failed to fetch" or with hostname: "Failed to fetch (example.com)"
	if (message === 'Failed to fetch' || (message.startsWith('Failed to fetch (') && message.endsWith(')'))) {
		return true;
	}

	// Standard network error messages
	return errorMessages.has(message);
}

;// CONCATENATED MODULE: ../node_modules/p-retry/index.js


function validateRetries(retries) {
	if (typeof retries === 'number') {
		if (retries < 0) {
			throw new TypeError('Expected `retries` to be a non-negative number.');
		}

		if (Number.isNaN(retries)) {
			throw new TypeError('Expected `retries` to be a valid number or Infinity, got NaN.');
		}
	} else if (retries !== undefined) {
		throw new TypeError('Expected `retries` to be a number or Infinity.');
	}
}

function validateNumberOption(name, value, {min = 0, allowInfinity = false} = {}) {
	if (value === undefined) {
		return;
	}

	if (typeof value !== 'number' || Number.isNaN(value)) {
		throw new TypeError(`Expected \`${name}\` to be a number${allowInfinity ? ' or Infinity' : ''}.`);
	}

	if (!allowInfinity && !Number.isFinite(value)) {
		throw new TypeError(`Expected \`${name}\` to be a finite number.`);
	}

	if (value < min) {
		throw new TypeError(`Expected \`${name}\` to be \u2265 ${min}.`);
	}
}

class AbortError extends Error {
	constructor(message) {
		super();

		if (message instanceof Error) {
			this.originalError = message;
			({message} = message);
		} else {
			this.originalError = new Error(message);
			this.originalError.stack = this.stack;
		}

		this.name = 'AbortError';
		this.message = message;
	}
}

function calculateDelay(retriesConsumed, options) {
	const attempt = Math.max(1, retriesConsumed + 1);
	const random = options.randomize ? (Math.random() + 1) : 1;

	let timeout = Math.round(random * options.minTimeout * (options.factor ** (attempt - 1)));
	timeout = Math.min(timeout, options.maxTimeout);

	return timeout;
}

function calculateRemainingTime(start, max) {
	if (!Number.isFinite(max)) {
		return max;
	}

	return max - (performance.now() - start);
}

async function onAttemptFailure({error, attemptNumber, retriesConsumed, startTime, options}) {
	const normalizedError = error instanceof Error
		? error
		: new TypeError(`Non-error was thrown: "${error}". You should only throw errors.`);

	if (normalizedError instanceof AbortError) {
		throw normalizedError.originalError;
	}

	const retriesLeft = Number.isFinite(options.retries)
		? Math.max(0, options.retries - retriesConsumed)
		: options.retries;

	const maxRetryTime = options.maxRetryTime ?? Number.POSITIVE_INFINITY;

	const context = Object.freeze({
		error: normalizedError,
		attemptNumber,
		retriesLeft,
		retriesConsumed,
	});

	await options.onFailedAttempt(context);

	if (calculateRemainingTime(startTime, maxRetryTime) <= 0) {
		throw normalizedError;
	}

	const consumeRetry = await options.shouldConsumeRetry(context);

	const remainingTime = calculateRemainingTime(startTime, maxRetryTime);

	if (remainingTime <= 0 || retriesLeft <= 0) {
		throw normalizedError;
	}

	if (normalizedError instanceof TypeError && !isNetworkError(normalizedError)) {
		if (consumeRetry) {
			throw normalizedError;
		}

		options.signal?.throwIfAborted();
		return false;
	}

	if (!await options.shouldRetry(context)) {
		throw normalizedError;
	}

	if (!consumeRetry) {
		options.signal?.throwIfAborted();
		return false;
	}

	const delayTime = calculateDelay(retriesConsumed, options);
	const finalDelay = Math.min(delayTime, remainingTime);

	options.signal?.throwIfAborted();

	if (finalDelay > 0) {
		await new Promise((resolve, reject) => {
			const onAbort = () => {
				clearTimeout(timeoutToken);
				options.signal?.removeEventListener('abort', onAbort);
				reject(options.signal.reason);
			};

			const timeoutToken = setTimeout(() => {
				options.signal?.removeEventListener('abort', onAbort);
				resolve();
			}, finalDelay);

			if (options.unref) {
				timeoutToken.unref?.();
			}

			options.signal?.addEventListener('abort', onAbort, {once: true});
		});
	}

	options.signal?.throwIfAborted();

	return true;
}

async function pRetry(input, options = {}) {
	options = {...options};

	validateRetries(options.retries);

	if (Object.hasOwn(options, 'forever')) {
		throw new Error('The `forever` option is no longer supported. For many use-cases, you can set `retries: Infinity` instead.');
	}

	options.retries ??= 10;
	options.factor ??= 2;
	options.minTimeout ??= 1000;
	options.maxTimeout ??= Number.POSITIVE_INFINITY;
	options.maxRetryTime ??= Number.POSITIVE_INFINITY;
	options.randomize ??= false;
	options.onFailedAttempt ??= () => {};
	options.shouldRetry ??= () => true;
	options.shouldConsumeRetry ??= () => true;

	// Validate numeric options and normalize edge cases
	validateNumberOption('factor', options.factor, {min: 0, allowInfinity: false});
	validateNumberOption('minTimeout', options.minTimeout, {min: 0, allowInfinity: false});
	validateNumberOption('maxTimeout', options.maxTimeout, {min: 0, allowInfinity: true});
	validateNumberOption('maxRetryTime', options.maxRetryTime, {min: 0, allowInfinity: true});

	// Treat non-positive factor as 1 to avoid zero backoff or negative behavior
	if (!(options.factor > 0)) {
		options.factor = 1;
	}

	options.signal?.throwIfAborted();

	let attemptNumber = 0;
	let retriesConsumed = 0;
	const startTime = performance.now();

	while (Number.isFinite(options.retries) ? retriesConsumed <= options.retries : true) {
		attemptNumber++;

		try {
			options.signal?.throwIfAborted();

			const result = await input(attemptNumber);

			options.signal?.throwIfAborted();

			return result;
		} catch (error) {
			if (await onAttemptFailure({
				error,
				attemptNumber,
				retriesConsumed,
				startTime,
				options,
			})) {
				retriesConsumed++;
			}
		}
	}

	// Should not reach here, but in case it does, throw an error
	throw new Error('Retry attempts exhausted without throwing an error.');
}

function makeRetriable(function_, options) {
	return function (...arguments_) {
		return pRetry(() => function_.apply(this, arguments_), options);
	};
}


/***/ })

};
