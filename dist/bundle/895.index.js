export const id = 895;
export const ids = [895];
export const modules = {

/***/ 9101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ decodeConfiguration)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(742);
/* harmony import */ var _transport_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9964);


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

/***/ 5027:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ apiUrl)
/* harmony export */ });
/** Outputs that the Serverless Framework gives the address of an API. */
const URL_OUTPUTS = ['HttpApiUrl', 'ServiceEndpoint', 'ServiceEndpointWebsocket'];
/** Returns the address at which a stack's API answers, where it has one. */
function apiUrl(outputs) {
    return URL_OUTPUTS.map((name) => outputs[name]).find((url) => url !== undefined && url !== '');
}


/***/ }),

/***/ 1539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ outputId),
/* harmony export */   V: () => (/* binding */ outputName)
/* harmony export */ });
/** What begins an encoded byte; `0x` of a name itself is encoded too, so that the way back is plain. */
const MARK = '0x';
/**
 * Returns the id of the stack output that an output of any name is published as. CloudFormation takes letters and digits
 * alone, so every other character stands as `0x` and two hex digits for each of its UTF-8 bytes.
 */
function outputId(name) {
    const encode = (text) => [...Buffer.from(text)].map((byte) => MARK + byte.toString(16).padStart(2, '0')).join('');
    return name.replace(/0(?=x)|[^A-Za-z0-9]+/g, encode);
}
/** Returns the name that an output was published under: the way back from `outputId`. */
function outputName(id) {
    return id.replace(/(?:0x[0-9a-f]{2})+/g, (encoded) => Buffer.from(encoded.replaceAll(MARK, ''), 'hex').toString());
}


/***/ }),

/***/ 7468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   KL: () => (/* binding */ redactDeep),
/* harmony export */   Ym: () => (/* binding */ MIN_MASKED_LENGTH),
/* harmony export */   lY: () => (/* binding */ createRedactor),
/* harmony export */   uz: () => (/* binding */ splitLines)
/* harmony export */ });
/* unused harmony exports REDACTED, formsOf */
/** Shortest value that is masked: the runner would turn every `a` of the log into ***, and drop every output with one. */
const MIN_MASKED_LENGTH = 6;
/** Shortest line of a value of several lines that is masked by itself. */
const MIN_MASKED_LINE_LENGTH = 8;
/** What stands where a secret was. */
const REDACTED = '***';
/**
 * Builds a redactor. Forms: as it is, each long line, as JSON writes it, URL-encoded, and base64 at each of the three
 * places where it can begin in a longer text. Values shorter than six characters are in every text and stay.
 */
function createRedactor(secrets) {
    let forms = [];
    const learn = (...more) => {
        forms = [...new Set([...forms, ...more.flatMap(formsOf)])].sort((a, b) => b.length - a.length);
    };
    learn(...secrets);
    return {
        redact: (text) => cutOut(text, findSpans(text, forms)),
        holds: (text) => forms.some((form) => text.includes(form)),
        get forms() {
            return forms;
        },
        learn: (secret) => learn(secret),
    };
}
/** Where the forms stand in a text, in order, those that overlap as one. */
function findSpans(text, forms) {
    const found = [];
    for (const form of forms) {
        for (let start = text.indexOf(form); start !== -1; start = text.indexOf(form, start + 1)) {
            found.push([start, start + form.length]);
        }
    }
    const merged = [];
    for (const [start, end] of found.sort((a, b) => a[0] - b[0])) {
        const last = merged.at(-1);
        if (last !== undefined && start < last[1]) {
            merged[merged.length - 1] = [last[0], Math.max(last[1], end)];
        }
        else {
            merged.push([start, end]);
        }
    }
    return merged;
}
function cutOut(text, spans) {
    const pieces = spans.map(([start], index) => text.slice(index === 0 ? 0 : spans[index - 1]?.[1], start) + REDACTED);
    return pieces.join('') + text.slice(spans.at(-1)?.[1] ?? 0);
}
/** Returns the forms of one secret that are looked for, the value itself first. */
function formsOf(secret) {
    if (secret.trim().length < MIN_MASKED_LENGTH) {
        return [];
    }
    const plain = [...new Set([secret, secret.trim(), ...linesOf(secret)])];
    return [...new Set(plain.flatMap((text) => [text, ...encodings(text)]))];
}
function encodings(text) {
    const json = JSON.stringify(text).slice(1, -1);
    return [
        json,
        JSON.stringify(json).slice(1, -1),
        encodeURIComponent(text),
        encodeURI(text),
        encodeURIComponent(text).replaceAll('%20', '+'),
        encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, (byte) => byte.toLowerCase()),
        json.replace(/[\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
        Buffer.from(text).toString('hex'),
        ...base64Forms(text),
    ];
}
/** The part of base64 that a text gives wherever it begins: the characters at the edges hold foreign bits and fall off. */
function base64Forms(text) {
    const bytes = Buffer.from(text);
    const forms = [0, 1, 2].flatMap((shift) => {
        const padded = Buffer.concat([Buffer.alloc(shift), bytes]);
        const encoded = padded.toString('base64').replace(/=+$/, '');
        const start = shift === 0 ? 0 : shift + 1;
        const whole = (padded.length % 3 === 0 ? 0 : 1);
        const inner = encoded.slice(start, encoded.length - whole);
        return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
    });
    return forms.filter((form) => form.length >= MIN_MASKED_LENGTH);
}
/** Returns a copy of a plain JSON value with every text in it redacted, keys too. */
function redactDeep(value, redactor) {
    if (typeof value === 'string') {
        return redactor.redact(value);
    }
    if (Array.isArray(value)) {
        return value.map((item) => redactDeep(item, redactor));
    }
    if (typeof value === 'object' && value !== null) {
        const entries = Object.entries(value).map(([key, item]) => [redactor.redact(key), redactDeep(item, redactor)]);
        return Object.fromEntries(entries);
    }
    return value;
}
/** Returns the lines of a text that are not empty, without the blanks around them. */
function splitLines(value) {
    return value
        .split(/\r\n|\r|\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
}
/** Returns the lines of a value of several lines that are long enough to be looked for by themselves. */
function linesOf(value) {
    const lines = splitLines(value);
    return lines.length > 1 ? lines.filter((line) => line.length >= MIN_MASKED_LINE_LENGTH) : [];
}


/***/ }),

/***/ 5765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PO: () => (/* binding */ awsEnvironment),
/* harmony export */   Ud: () => (/* binding */ plainEnvironment),
/* harmony export */   m9: () => (/* binding */ cliEnvironment),
/* harmony export */   uk: () => (/* binding */ factVariables)
/* harmony export */ });
/* unused harmony export PLUGIN_CONTEXT */
/* harmony import */ var _only_defined_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9443);
/* harmony import */ var _output_api_url_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5027);
/* harmony import */ var _output_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1539);



/**
 * Variables that a child may have from ours. All else stays behind: the runner's tokens and command files (`ACTIONS_*`,
 * `GITHUB_*`, `INPUT_*`, `STATE_*`, most of `RUNNER_*`), stray AWS profiles and keys, the user's secrets.
 */
const ALLOWED = [
    'PATH',
    'Path',
    'HOME',
    'USERPROFILE',
    'APPDATA',
    'LOCALAPPDATA',
    'SystemRoot',
    'ComSpec',
    'PATHEXT',
    'LANG',
    'LC_ALL',
    'LC_CTYPE',
    'TZ',
    'TMPDIR',
    'TEMP',
    'TMP',
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'NO_PROXY',
    'http_proxy',
    'https_proxy',
    'no_proxy',
    'NODE_EXTRA_CA_CERTS',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
    // By this the runner finds and ends, when the job is over, what outlived its step. It is a number, no secret.
    'RUNNER_TRACKING_ID',
];
/** Variables that say where AWS is, not who we are. */
const ALLOWED_AWS = /^AWS_(ENDPOINT_URL(_[A-Z0-9_]+)?|CA_BUNDLE|USE_FIPS_ENDPOINT|USE_DUALSTACK_ENDPOINT|STS_REGIONAL_ENDPOINTS|RETRY_MODE|MAX_ATTEMPTS)$/;
/** Returns what any child gets: a plain environment without tokens, credentials or command files. */
function plainEnvironment(own) {
    const picked = ALLOWED.flatMap((name) => pick(own, name));
    return { ...Object.fromEntries(picked), CI: 'true' };
}
function pick(own, name) {
    const value = own[name];
    return value === undefined ? [] : [[name, value]];
}
/**
 * Returns the variables that tell a service's own commands of its deployment: STAGE, REGION, SERVICE, COMMIT, SERVICE_URL,
 * and OUTPUT_<name> for each output, with `_` for what cannot stand in the name of a variable.
 */
function factVariables({ stage, region, service, commit, outputs }) {
    const named = Object.entries(outputs).map(([id, value]) => [
        `OUTPUT_${(0,_output_names_js__WEBPACK_IMPORTED_MODULE_0__/* .outputName */ .V)(id).replace(/[^A-Za-z0-9_]/g, '_')}`,
        value,
    ]);
    const url = (0,_output_api_url_js__WEBPACK_IMPORTED_MODULE_1__/* .apiUrl */ .y)(outputs);
    return {
        ...Object.fromEntries(named),
        STAGE: stage,
        REGION: region,
        SERVICE: service,
        ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_2__/* .onlyDefined */ .M)({ COMMIT: commit, SERVICE_URL: url }),
    };
}
/** Name of the variable that tells our Serverless plugin where the deploy's context is. */
const PLUGIN_CONTEXT = 'SERVERLESS_STAGES_CONTEXT';
/** How often the CLI looks at CloudFormation, in milliseconds: its own 5,000 would dominate a short deploy. */
const MONITORING_MS = '1000';
/** Returns the environment of a child that works with AWS: the plain one, the role's session, and the exported parameters. */
function awsEnvironment({ own, session, emptyFile, exported }) {
    const aws = Object.keys(own).filter((name) => ALLOWED_AWS.test(name));
    return {
        ...plainEnvironment(own),
        ...Object.fromEntries(aws.flatMap((name) => pick(own, name))),
        ...Object.fromEntries(exported.map(({ name, value }) => [name, value])),
        AWS_ACCESS_KEY_ID: session.accessKeyId,
        AWS_SECRET_ACCESS_KEY: session.secretAccessKey,
        ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_2__/* .onlyDefined */ .M)({ AWS_SESSION_TOKEN: session.sessionToken }),
        AWS_REGION: session.region,
        AWS_DEFAULT_REGION: session.region,
        AWS_CONFIG_FILE: emptyFile,
        AWS_SHARED_CREDENTIALS_FILE: emptyFile,
        AWS_EC2_METADATA_DISABLED: 'true',
    };
}
/** Returns the environment of the Serverless CLI: that of a child that works with AWS, and what the CLI itself reads. */
function cliEnvironment(parts) {
    const { own, licence } = parts;
    return {
        ...awsEnvironment(parts),
        SLS_SCHEMA_CACHE_BASE_DIR: parts.schemaCache,
        SLS_AWS_MONITORING_FREQUENCY: own['SLS_AWS_MONITORING_FREQUENCY'] ?? MONITORING_MS,
        [PLUGIN_CONTEXT]: parts.pluginContext,
        SLS_NOTIFICATIONS_MODE: 'off',
        SLS_TELEMETRY_DISABLED: '1',
        ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_2__/* .onlyDefined */ .M)({ SERVERLESS_ACCESS_KEY: licence?.accessKey, SERVERLESS_LICENSE_KEY: licence?.licenseKey }),
    };
}


/***/ }),

/***/ 716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ readConfiguration),
  J: () => (/* binding */ readServices)
});

// EXTERNAL MODULE: ./core/config/parse.js + 11 modules
var parse = __webpack_require__(2024);
// EXTERNAL MODULE: ./core/configuration/effective-services.js
var effective_services = __webpack_require__(8758);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(742);
// EXTERNAL MODULE: ./core/configuration/effective.js
var effective = __webpack_require__(9045);
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
var transport = __webpack_require__(9101);
// EXTERNAL MODULE: ./io/files/workspace.js
var files_workspace = __webpack_require__(9019);
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
    const path = (0,parse/* configPath */.eQ)(inputs['working-directory']);
    const bytes = await (0,files_workspace/* readWorkspaceFile */.sL)(workspace, path);
    if (bytes === undefined) {
        throw new errors/* UserError */.yo('E_CONFIG_FILE', {
            what: `there is no ${path} in the workspace`,
            fix: 'check the repository out before this step, or pass resolve-stage\'s output "configuration" on',
        });
    }
    return configurationOfChoice((0,parse/* parseConfig */.o4)(bytes, path), inputs);
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

/***/ 9019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ isInside),
/* harmony export */   ih: () => (/* binding */ workspaceFolder),
/* harmony export */   sL: () => (/* binding */ readWorkspaceFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(742);



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
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(real);
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

/***/ 9091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ runProcess)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./core/redacting-stream.js
/** Longest text without a line break that is held back, in characters. */
const MAX_HELD = 256 * 1024;
/** Builds a redacting stream; text comes out in whole lines, and never ends inside a secret. */
function createRedactingStream(redactor) {
    let held = '';
    const release = (end) => {
        const ready = held.slice(0, end);
        held = held.slice(end);
        return redactor.redact(ready);
    };
    return {
        write(chunk) {
            held += chunk;
            const safe = firstOpenSecret(held, redactor.forms);
            const end = wholeLines(held, safe, redactor.forms);
            return release(end === 0 && held.length > MAX_HELD ? safe : end);
        },
        end: () => release(held.length),
    };
}
/** Where the first secret may begin that the text does not hold to its end; the text's length where none does. */
function firstOpenSecret(text, forms) {
    let first = text.length;
    for (const form of forms) {
        const head = form.charAt(0);
        for (let at = text.indexOf(head, Math.max(0, text.length - form.length + 1)); at !== -1 && at < first;) {
            if (form.startsWith(text.slice(at))) {
                first = at;
            }
            at = text.indexOf(head, at + 1);
        }
    }
    return first;
}
/** The end of the last line before `limit` that no secret runs over. */
function wholeLines(text, limit, forms) {
    let end = limit === 0 ? 0 : text.lastIndexOf('\n', limit - 1) + 1;
    for (let moved = end > 0; moved;) {
        moved = false;
        for (const form of forms) {
            const start = text.indexOf(form, Math.max(0, end - form.length + 1));
            if (start !== -1 && start < end) {
                end = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
                moved = end > 0;
            }
        }
    }
    return end;
}

// EXTERNAL MODULE: ./io/cancellation.js
var cancellation = __webpack_require__(9463);
;// CONCATENATED MODULE: ./io/process.js



/** Most of a child's output that is kept, in characters. */
const MAX_KEPT = 2 * 1024 * 1024;
/** How long the pipes of a child that has ended are still read: what it left behind may hold them for ever. */
const PIPES_MS = 5000;
/**
 * Runs a program in a process group of its own and waits for its end; what it leaves in the group ends with it, and so
 * does all of it where the step is cancelled: nothing comes of it then. Rejects only where it cannot be started. `@actions/exec` is not used for
 * this: it gives no process group and no way to end a child.
 */
async function runProcess(request) {
    await (0,cancellation/* unlessCancelled */.MS)();
    const stream = createRedactingStream(request.redactor);
    let output = '';
    const take = (text) => {
        output = (output + text).slice(-MAX_KEPT);
    };
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
        for (const pipe of [child.stdout, child.stderr]) {
            pipe.setEncoding('utf8').on('data', (chunk) => take(stream.write(chunk)));
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
            take(stream.end());
            if (!(0,cancellation/* isCancelled */.mm)()) {
                resolve({ code, signal, output });
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


/***/ })

};
