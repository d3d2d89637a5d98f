export const id = 7132;
export const ids = [7132];
export const modules = {

/***/ 62926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ withPolicyFiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30742);
/* harmony import */ var _safeguards_catalogue_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69878);
/* harmony import */ var _safeguards_entry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69633);
/* harmony import */ var _safeguards_javascript_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3494);
/* harmony import */ var _checks_report_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60032);






/**
 * Returns a configuration with the text of the policies that it names by path: they are read with it, from the same commit, and go
 * with it from job to job. `file` is the configuration's path from the repository's root, `place` the commit's name in errors. Throws
 * E_CONFIG.
 */
async function withPolicyFiles(config, file, place, read) {
    const folder = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(file);
    const profiles = await Promise.all(Object.entries(config.profiles).map(async ([name, profile]) => {
        const { safeguards } = profile;
        if (safeguards === undefined) {
            return [name, profile];
        }
        const full = await Promise.all(safeguards.map((entry, index) => withCode(entry, (0,_checks_report_js__WEBPACK_IMPORTED_MODULE_5__/* .formatPath */ .j)(['profiles', name, 'safeguards', index]), folder, place, read)));
        return [name, { ...profile, safeguards: full }];
    }));
    return { ...config, profiles: Object.fromEntries(profiles) };
}
async function withCode(entry, at, folder, place, read) {
    const safeguard = (0,_safeguards_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .readSafeguard */ .D)(entry);
    const config = 'id' in safeguard && safeguard.id === _safeguards_catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .JAVASCRIPT */ .i5 ? safeguard.config : undefined;
    if (config?.path === undefined) {
        return entry;
    }
    const path = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder, config.path));
    const bytes = await read(path);
    const refuse = (what, fix) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_CONFIG', { what: `the policy of ${at}, ${path}, ${what} on ${place}`, fix });
    if (bytes === undefined) {
        throw refuse('is not there', 'commit the file, or correct its path: it begins at the folder of serverless-stages.yml');
    }
    if (bytes.length > _safeguards_javascript_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_POLICY_BYTES */ .mk) {
        throw refuse(`has ${bytes.length} bytes`, `shorten it to ${_safeguards_javascript_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_POLICY_BYTES */ .mk} bytes: it is one file, without its libraries`);
    }
    return entryOf(safeguard, config, new TextDecoder().decode(bytes));
}
/** The entry in its full form, with the text in the place of the path. */
function entryOf({ title, description, level, stages }, config, code) {
    const { path, ...rest } = config;
    return {
        safeguard: _safeguards_catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .JAVASCRIPT */ .i5,
        title: title === _safeguards_catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .JAVASCRIPT */ .i5 ? `${_safeguards_catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .JAVASCRIPT */ .i5}: ${path}` : title,
        ...(description === undefined ? {} : { description }),
        enforcementLevel: level,
        ...(stages === undefined ? {} : { stage: [...stages] }),
        config: { ...rest, code },
    };
}


/***/ }),

/***/ 55538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ checkedStage),
/* harmony export */   Z: () => (/* binding */ checkedStages)
/* harmony export */ });
/* harmony import */ var _only_defined_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49443);
/* harmony import */ var _effective_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39045);


/**
 * Returns configured stages as they would be deployed from a commit; `names` are those of `check-stages` by default. Throws
 * E_STAGE_UNKNOWN.
 */
function checkedStages(config, commit, names = config['check-stages'] ?? []) {
    return names.map((name) => checkedStage(config, commit, name));
}
/** Returns one configured stage in that way. Throws E_STAGE_UNKNOWN. */
function checkedStage(config, commit, name) {
    const { branch = '', profile } = (0,_effective_js__WEBPACK_IMPORTED_MODULE_0__/* .findConfiguredStage */ .aM)(config, name);
    const stage = { name, kind: 'configured', ref: `refs/heads/${branch}`, ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_1__/* .onlyDefined */ .M)({ commit }) };
    // Nobody is told of a check by way of the stage.
    const { notifications: _, ...checked } = (0,_effective_js__WEBPACK_IMPORTED_MODULE_0__/* .effectiveConfiguration */ .kH)(config, stage, profile);
    return checked;
}


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

/***/ 62049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CU: () => (/* binding */ parseInput),
/* harmony export */   fV: () => (/* binding */ missingInput),
/* harmony export */   x3: () => (/* binding */ NONE)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);

/** Reads one input's text by its kind; empty text is undefined. Throws E_INPUT where the kind does not take the text. */
function parseInput(name, kind, text) {
    if (text === '') {
        return undefined;
    }
    switch (kind) {
        case 'text':
        case 'secret':
            return text;
        case 'flag':
            return parseFlag(name, text);
        case 'integer':
            return parseInteger(name, text);
        case 'list':
            return parseList(name, text);
    }
}
function parseList(name, text) {
    const items = text
        .split(/[\n,]/)
        .map((item) => item.trim())
        .filter((item) => item !== '');
    if (items.length === 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_INPUT', {
            what: `the input "${name}" names nothing`,
            fix: 'write names separated by commas',
        });
    }
    return items;
}
function parseFlag(name, text) {
    if (text === 'true' || text === 'false') {
        return text === 'true';
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_INPUT', {
        what: `the input "${name}" is ${JSON.stringify(text)}`,
        fix: 'write true or false',
    });
}
function parseInteger(name, text) {
    if (/^[1-9][0-9]{0,5}$/.test(text)) {
        return Number(text);
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_INPUT', {
        what: `the input "${name}" is ${JSON.stringify(text)}`,
        fix: 'write a whole number from 1',
    });
}
/** Describes the error of an input that is needed and was not given. */
function missingInput(name) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_INPUT', {
        what: `the input "${name}" is missing`,
        fix: `add "${name}:" under the step's with:`,
    });
}
/** Stands for no service or stage in an output: no name, and no empty text, which an output that got lost would be. */
const NONE = '-';


/***/ }),

/***/ 59964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pr: () => (/* binding */ encodeJson),
/* harmony export */   xO: () => (/* binding */ decodeJson)
/* harmony export */ });
/* unused harmony export MAX_PLAIN_BYTES */
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);

/** Longest JSON that travels between jobs as it is, in bytes: an input is one environment string of at most 131,071. */
const MAX_PLAIN_BYTES = 100 * 1024;
/** Most that a text may unpack to, in bytes: GitHub passes a megabyte of outputs on, and that could be a thousand times as much. */
const MAX_UNPACKED = 32 * 1024 * 1024;
const GZIP = 'gzip:';
/** Writes a value for an output: JSON, or `gzip:` and base64 of it where it is long. */
function encodeJson(value) {
    const json = JSON.stringify(value);
    return Buffer.byteLength(json) <= MAX_PLAIN_BYTES ? json : GZIP + (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gzipSync)(json).toString('base64');
}
/** Reads what `encodeJson` wrote; throws where the text is neither form. */
function decodeJson(text) {
    const json = text.startsWith(GZIP)
        ? (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gunzipSync)(Buffer.from(text.slice(GZIP.length), 'base64'), { maxOutputLength: MAX_UNPACKED }).toString()
        : text;
    return JSON.parse(json);
}


/***/ }),

/***/ 29463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ao: () => (/* binding */ onCancel),
/* harmony export */   MS: () => (/* binding */ unlessCancelled),
/* harmony export */   WN: () => (/* binding */ cancellation),
/* harmony export */   jl: () => (/* binding */ beforeCancelledExit),
/* harmony export */   mm: () => (/* binding */ isCancelled)
/* harmony export */ });
const cleanups = new Set();
const farewells = { first: new Set(), last: new Set() };
let listening = false;
let cancelled = false;
/** How long farewells may take together, in milliseconds: the runner sends SIGTERM 7.5 s after SIGINT, and kills 2.5 s later. */
const FAREWELL_MS = 4000;
/**
 * Has a cancelled step (SIGINT, SIGTERM) do something at once before it exits with 128 and the signal's number; returns
 * the way to take it back. What is given has to be quick and synchronous.
 */
function onCancel(cleanup) {
    listen();
    cleanups.add(cleanup);
    return () => cleanups.delete(cleanup);
}
/**
 * Has a cancelled step say something to others (AWS) when all that `onCancel` was given is done, all of a round at the same
 * time, and for a few seconds at the most; returns the way to take it back. What others wait for (a lock) comes last.
 */
function beforeCancelledExit(farewell, round = 'first') {
    listen();
    farewells[round].add(farewell);
    return () => farewells[round].delete(farewell);
}
/** Whether the step is being cancelled: it only says farewell any more. */
function isCancelled() {
    return cancelled;
}
/** Resolves at once; never where the step is being cancelled: nothing that changes something is begun then. */
function unlessCancelled() {
    return cancelled ? new Promise(() => undefined) : Promise.resolve();
}
/** The cancellation of this process. */
const cancellation = { onCancel, beforeCancelledExit, unlessCancelled };
function listen() {
    if (!listening) {
        listening = true;
        process.once('SIGINT', () => cancel(2));
        process.once('SIGTERM', () => cancel(15));
    }
}
function cancel(signal) {
    if (cancelled) {
        process.exit(128 + signal);
    }
    cancelled = true;
    for (const cleanup of [...cleanups].reverse()) {
        try {
            cleanup();
        }
        catch {
            // The others have to be done too.
        }
    }
    const exit = () => process.exit(128 + signal);
    setTimeout(exit, FAREWELL_MS);
    const say = (round) => Promise.allSettled([...farewells[round]].map((farewell) => farewell()));
    say('first')
        .then(() => say('last'))
        .then(exit);
}


/***/ }),

/***/ 10716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  wf: () => (/* binding */ readChecks),
  Xg: () => (/* binding */ readConfig),
  TD: () => (/* binding */ readConfiguration),
  JQ: () => (/* binding */ readServices)
});

// EXTERNAL MODULE: ./core/config/parse.js + 16 modules
var parse = __webpack_require__(4235);
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
 * Returns the stages that an action checks, and the services that it is given (`named`): those that it is given, of the file in the workspace; else those that resolve-stage gave.
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
        ? { stages: (0,check_stages/* checkedStages */.Z)(await readConfig(inputs, workspace), undefined, stages && [...new Set(stages)]) }
        : ((0,transport/* decodeConfiguration */.d)(configuration).checks ?? { stages: [] });
    return { ...checks, ...(0,only_defined/* onlyDefined */.M)({ named: services }) };
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


/***/ })

};
