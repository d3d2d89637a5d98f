export const id = 552;
export const ids = [552];
export const modules = {

/***/ 72503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./core/stage/event.js
var stage_event = __webpack_require__(26552);
// EXTERNAL MODULE: ./io/github/client.js
var client = __webpack_require__(47601);
// EXTERNAL MODULE: ./io/github/config-reader.js + 1 modules
var config_reader = __webpack_require__(626);
// EXTERNAL MODULE: ./io/runner/context.js
var runner_context = __webpack_require__(56526);
// EXTERNAL MODULE: ./io/runner/log.js
var log = __webpack_require__(37735);
// EXTERNAL MODULE: ./io/runner/run-action.js
var run_action = __webpack_require__(15511);
// EXTERNAL MODULE: ./io/source.js + 19 modules
var io_source = __webpack_require__(77700);
// EXTERNAL MODULE: ./stage/wanted/preview-now.js
var preview_now = __webpack_require__(85975);
;// CONCATENATED MODULE: ./actions/resolve-stage/contract.js
const contract = {
    name: 'resolve-stage',
    inputs: {
        stage: { kind: 'text' },
        commit: { kind: 'text' },
        ref: { kind: 'text' },
        freeze: { kind: 'text' },
        'lift-freeze': { kind: 'text' },
        'dry-run': { kind: 'flag', always: true },
        sweep: { kind: 'flag', always: true },
        'working-directory': { kind: 'text', always: true },
        'github-token': { kind: 'secret', always: true },
    },
    outputs: [
        'decision',
        'reason',
        'kind',
        'stage',
        'ref',
        'commit',
        'pull-request',
        'profile',
        'environment',
        'region',
        'services',
        'tests',
        'check-stages',
        'node-version',
        'deployed',
        'planner',
        'configuration',
        'error',
    ],
    onFailure: { decision: 'error' },
};

// EXTERNAL MODULE: ./actions/resolve-stage/run.js + 6 modules
var run = __webpack_require__(11144);
;// CONCATENATED MODULE: ./actions/resolve-stage/main.js










const main = () => (0,run_action/* runAction */.C)(contract, (inputs) => {
    const context = (0,runner_context/* readRunContext */.$p)();
    const github = (0,client/* createGitHubReader */.r)(inputs['github-token'], context);
    const configs = (0,config_reader/* createConfigReader */.A)(github, inputs['working-directory'], log/* runnerLog */.t);
    const event = (0,stage_event/* parseEvent */.w)(context.eventName, (0,runner_context/* readEventPayload */.N5)());
    const isRerun = context.runAttempt !== '1';
    const about = { event, runRef: context.ref, isRerun, ...(0,preview_now/* previewsFrom */.sx)({ github, configs }) };
    return (0,io_source/* withSource */.g)(context.workspace, inputs['working-directory'], (source) => (0,run/* run */.e)(inputs, { ...about, github, configs, source, filesOf: (0,io_source/* filesAtCommit */.a)(source), now: Date.now, log: log/* runnerLog */.t }));
});


/***/ }),

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

/***/ 83801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   describeError: () => (/* binding */ describeError),
/* harmony export */   joinErrors: () => (/* binding */ joinErrors),
/* harmony export */   stackTrace: () => (/* binding */ stackTrace)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);

/** Describes an error for a result: what is no `UserError` is a fault of ours, E_INTERNAL. */
function describeError(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo
        ? { code: error.code, message: error.message }
        : {
            code: 'E_INTERNAL',
            message: `${error instanceof Error ? error.message : String(error)} – this is a fault of Serverless Stages – run again with debug logging on (on a laptop: --verbose) and report what it says`,
        };
}
/** Says where an error comes from, for the debug log. */
function stackTrace(error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
/** Makes one error of several that a result holds; the first one's code stands for them. Undefined for none. */
function joinErrors(errors) {
    const [first, ...rest] = errors;
    if (first === undefined) {
        return undefined;
    }
    const others = rest.map((error) => `${error.code}: ${error.message}`);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(first.code, { what: [first.message, ...others].join('\n'), fix: '' });
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

/***/ 38884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ BrokenAnswer)
/* harmony export */ });
/**
 * An answer that says it is a success and does not have what it must have: of a proxy, or cut off. It says nothing about what is
 * there, least of all that nothing is: absence is the service's own word (an error code, a list that is there and empty).
 */
class BrokenAnswer extends Error {
    name = 'BrokenAnswer';
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

/***/ 626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ createConfigReader)
});

// EXTERNAL MODULE: ./core/configuration/schema.js + 1 modules
var schema = __webpack_require__(28665);
// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(49443);
// EXTERNAL MODULE: ./core/own-value.js
var own_value = __webpack_require__(67413);
;// CONCATENATED MODULE: ./core/config/merge.js



/**
 * Merges the configuration of a preview: everything that grants something comes from the target branch (`trusted`),
 * services and literal parameters from the pull request (`proposed`).
 */
function mergeForPreview(trusted, proposed) {
    const ignored = changedKeys(trusted, proposed);
    const profiles = {};
    for (const [name, profile] of Object.entries(trusted.profiles)) {
        const wanted = proposed.profiles[name];
        const parameters = {};
        for (const key of wanted === undefined ? [] : parameterNames(profile, wanted)) {
            const merged = mergeParameter(profile.parameters?.[key], wanted?.parameters?.[key]);
            if (merged.value !== undefined) {
                parameters[key] = merged.value;
            }
            if (merged.ignored) {
                ignored.push(`profiles.${name}.parameters.${key}`);
            }
        }
        profiles[name] = wanted === undefined ? profile : { ...profile, parameters };
    }
    const { services: _, waivers, ...rest } = trusted;
    const moved = (waivers ?? []).filter(({ service }) => isMoved(service, trusted, proposed));
    ignored.push(...moved.map(({ safeguard, service }) => `services.${service}.path (a waiver of ${safeguard} names it)`));
    const own = (0,only_defined/* onlyDefined */.M)({
        services: proposed.services,
        waivers: waivers?.filter((waiver) => !moved.includes(waiver)),
    });
    return { config: { ...rest, profiles, ...own }, ignored: ignored.sort() };
}
/** Whether a pull request gives the key of a service to another folder: what was waived for the one is not for the other. */
function isMoved(key, trusted, proposed) {
    const [before, after] = [trusted, proposed].map(({ services = {} }) => (0,own_value/* ownValue */.e)(services, key ?? '')?.path);
    return before !== after;
}
function parameterNames(...profiles) {
    return new Set(profiles.flatMap((profile) => Object.keys(profile.parameters ?? {})));
}
/** A literal is the pull request's, also where it drops one; a reference is the target branch's. */
function mergeParameter(granted, wanted) {
    if (wanted !== undefined && (0,schema/* isLiteral */.c$)(wanted)) {
        return { value: wanted, ignored: false };
    }
    if (wanted === undefined && granted !== undefined && (0,schema/* isLiteral */.c$)(granted)) {
        return { ignored: false };
    }
    return { ...(0,only_defined/* onlyDefined */.M)({ value: granted }), ignored: !sameValue(granted, wanted) };
}
/** Paths of what grants something and differs between the two configurations. */
function changedKeys(trusted, proposed) {
    const keys = [
        'app',
        'default-profile',
        'previews',
        'personal',
        'promote',
        'notifications',
        'waivers',
        'check-stages',
    ];
    const changed = keys.filter((key) => !sameValue(trusted[key], proposed[key]));
    for (const group of ['stages', 'profiles']) {
        const before = trusted[group] ?? {};
        const after = proposed[group] ?? {};
        for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
            changed.push(...changedFields(`${group}.${name}`, before[name], after[name]));
        }
    }
    return changed;
}
function changedFields(path, before, after) {
    if (before === undefined || after === undefined) {
        return [path];
    }
    const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
    fields.delete('parameters');
    return [...fields]
        .filter((field) => !sameValue(Reflect.get(before, field), Reflect.get(after, field)))
        .map((field) => `${path}.${field}`);
}
function sameValue(a, b) {
    return JSON.stringify(a) === JSON.stringify(b);
}

// EXTERNAL MODULE: ./core/config/parse.js + 16 modules
var parse = __webpack_require__(4235);
// EXTERNAL MODULE: ./core/config/policy-files.js
var policy_files = __webpack_require__(62926);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(30742);
// EXTERNAL MODULE: ./core/short-commit.js
var short_commit = __webpack_require__(99341);
;// CONCATENATED MODULE: ./io/github/config-reader.js





/** Builds a reader of the configuration in `folder` (relative to the repository's root). */
function createConfigReader(github, folder, log) {
    const path = (0,parse/* configPath */.eQ)(folder);
    const read = async (commit, place) => {
        const bytes = await github.file(path, commit);
        if (bytes === undefined) {
            return undefined;
        }
        const config = (0,parse/* parseConfig */.o4)(bytes, path, place);
        return (0,policy_files/* withPolicyFiles */.O)(config, path, place, (policy) => github.file(policy, commit));
    };
    /** Its policies count for nothing, whatever became of their files. */
    const readOwn = async (commit) => {
        const bytes = await github.file(path, commit);
        const config = bytes === undefined ? undefined : (0,parse/* parseConfig */.o4)(bytes, path, (0,short_commit/* shortCommit */.A)(commit));
        return config && (0,policy_files/* withPolicyFiles */.O)(config, path, '', (policy) => github.file(policy, commit)).catch(() => config);
    };
    const missing = (place) => new errors/* UserError */.yo('E_CONFIG_FILE', {
        what: `there is no ${path} on ${place}`,
        fix: `commit one there (see docs/configuration.md), or name its folder with "working-directory"`,
    });
    return {
        async ofBranch(branch, ownCommit) {
            const head = await github.branchHead(branch);
            const config = head === undefined ? undefined : await read(head, branch);
            if (config !== undefined) {
                return config;
            }
            const own = ownCommit === undefined ? undefined : await read(ownCommit, (0,short_commit/* shortCommit */.A)(ownCommit));
            if (own === undefined) {
                throw missing(branch);
            }
            log.info(`${branch} has no ${path} yet: the one of ${(0,short_commit/* shortCommit */.A)(ownCommit ?? '')} is used`);
            return own;
        },
        async ofTarget(branch, defaultBranch, main) {
            const listed = main.previews?.['target-branches']?.includes(branch) ?? false;
            const head = branch === defaultBranch || !listed ? undefined : await github.branchHead(branch);
            return (head === undefined ? undefined : await read(head, branch)) ?? main;
        },
        async ofCommit(commit, place) {
            const config = await read(commit, place);
            if (config === undefined) {
                throw missing(place);
            }
            return config;
        },
        async merged(trusted, commit) {
            const own = await readOwn(commit);
            if (own === undefined) {
                return trusted;
            }
            const { config, ignored } = mergeForPreview(trusted, own);
            if (ignored.length > 0) {
                log.notice(`changed in ${(0,short_commit/* shortCommit */.A)(commit)} without effect before it is merged: ${ignored.join(', ')}`);
            }
            return config;
        },
    };
}


/***/ }),

/***/ 15511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ runAction)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2327);
/* harmony import */ var _core_described_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83801);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30742);
/* harmony import */ var _core_input_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62049);
/* harmony import */ var _core_report_printable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9807);
/* harmony import */ var _cancellation_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29463);
/* harmony import */ var _files_disk_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(13729);







/**
 * The one way every action goes: read all inputs, run, write the outputs; or fail the step with one annotation.
 * Never rejects.
 */
async function runAction(contract, run) {
    const forget = (0,_cancellation_js__WEBPACK_IMPORTED_MODULE_5__/* .onCancel */ .Ao)(() => setOutputs(contract.onFailure));
    try {
        const inputs = readInputs(contract);
        const outcome = await run(inputs);
        const outputs = outcome.outputs;
        for (const name of contract.outputs) {
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH(name, outputs[name] ?? '');
        }
        // An action that has the input `job-summary` writes none where it is false.
        if (Reflect.get(inputs, 'job-summary') !== false) {
            await writeSummary(outcome.summary);
        }
        if (outcome.notice !== undefined) {
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .notice */ .lm((0,_core_report_printable_js__WEBPACK_IMPORTED_MODULE_4__.visible)(outcome.notice));
        }
        if (outcome.failure !== undefined) {
            failStep(outcome.failure);
            setOutputs(errorOutput(contract, outcome.failure));
        }
    }
    catch (error) {
        // First the annotation: outputs go to a file, which may be what fails.
        failStep(error);
        try {
            setOutputs({ ...contract.onFailure, ...errorOutput(contract, error) });
        }
        catch (fault) {
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .debug */ .Yz(`the outputs could not be written: ${fault.message}`);
        }
    }
    finally {
        forget();
    }
}
/** Longest text of the output `error`, in characters. */
const MAX_ERROR = 4000;
/** The output `error` of the actions that have one: a later job tells people by it why there is no result. */
function errorOutput(contract, error) {
    const { code, message } = (0,_core_described_error_js__WEBPACK_IMPORTED_MODULE_1__.describeError)((0,_files_disk_js__WEBPACK_IMPORTED_MODULE_6__/* .diskError */ .w)(error) ?? error);
    return contract.outputs.includes('error') ? { error: `${code}: ${message}`.slice(0, MAX_ERROR) } : {};
}
function setOutputs(outputs) {
    for (const [name, value] of Object.entries(outputs)) {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH(name, value);
    }
}
/** Reads all inputs of a contract; throws E_INPUT for the first that is missing or is not of its kind. */
function readInputs(contract) {
    const values = {};
    for (const [name, { kind, always }] of Object.entries(contract.inputs)) {
        const value = (0,_core_input_js__WEBPACK_IMPORTED_MODULE_3__/* .parseInput */ .CU)(name, kind, _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4(name, { trimWhitespace: kind !== 'flag' }));
        if (value === undefined && always === true) {
            throw (0,_core_input_js__WEBPACK_IMPORTED_MODULE_3__/* .missingInput */ .fV)(name);
        }
        if (kind === 'secret' && typeof value === 'string' && value.length >= 8) {
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq(value);
        }
        values[name] = value;
    }
    return values;
}
/** Adds to the job summary; a summary that cannot be written does not undo what was done. */
async function writeSummary(summary) {
    if (summary !== undefined && (process.env['GITHUB_STEP_SUMMARY'] ?? '') !== '') {
        await _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .summary */ .z
            .addRaw(summary)
            .write()
            .catch((error) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(`the job summary could not be written: ${error.message}`));
    }
}
/** Fails the step with one annotation, `CODE: what – why – what to do`; the stack goes to the debug log alone. */
function failStep(error) {
    process.exitCode = _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .ExitCode */ .yU.Failure;
    const known = error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo ? error : (0,_files_disk_js__WEBPACK_IMPORTED_MODULE_6__/* .diskError */ .w)(error);
    const { code, message } = (0,_core_described_error_js__WEBPACK_IMPORTED_MODULE_1__.describeError)(known ?? error);
    const position = known?.position;
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3((0,_core_report_printable_js__WEBPACK_IMPORTED_MODULE_4__.visible)(`${code}: ${message}`), position === undefined ? {} : { file: position.file, startLine: position.line, startColumn: position.column });
    for (let cause = error; cause instanceof Error; cause = cause.cause) {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .debug */ .Yz(cause.stack ?? cause.message);
    }
}


/***/ }),

/***/ 26989:
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
