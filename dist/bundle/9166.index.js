export const id = 9166;
export const ids = [9166];
export const modules = {

/***/ 75068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./io/aws/ssm.js + 1 modules
var ssm = __webpack_require__(32795);
// EXTERNAL MODULE: ./io/configuration.js + 1 modules
var io_configuration = __webpack_require__(10716);
// EXTERNAL MODULE: ./io/files/profile-files.js
var profile_files = __webpack_require__(89937);
// EXTERNAL MODULE: ./io/profile.js
var profile = __webpack_require__(79387);
// EXTERNAL MODULE: ./io/runner/context.js
var runner_context = __webpack_require__(56526);
// EXTERNAL MODULE: ./io/runner/log.js
var log = __webpack_require__(37735);
// EXTERNAL MODULE: ./io/runner/run-action.js
var run_action = __webpack_require__(15511);
;// CONCATENATED MODULE: ./actions/load-profile/contract.js
const contract = {
    name: 'load-profile',
    inputs: {
        configuration: { kind: 'text' },
        stage: { kind: 'text' },
        profile: { kind: 'text' },
        parameters: { kind: 'text' },
        planner: { kind: 'flag', always: true },
        'assume-role': { kind: 'flag', always: true },
        'export-credentials': { kind: 'flag', always: true },
        'working-directory': { kind: 'text', always: true },
    },
    outputs: ['credentials-file', 'parameters-file', 'account', 'region', 'role', 'parameter-names', 'error'],
    onFailure: {},
};

// EXTERNAL MODULE: ./actions/load-profile/run.js + 1 modules
var run = __webpack_require__(17964);
;// CONCATENATED MODULE: ./actions/load-profile/main.js









const main = () => (0,run_action/* runAction */.C)(contract, async (inputs) => {
    const context = (0,runner_context/* readRunContext */.$p)();
    const configuration = await (0,io_configuration/* readConfiguration */.TD)(inputs, context.workspace);
    const edges = { ambientSession: profile/* ambientSession */.PX, openParameterStore: ssm/* openParameterStore */.X, mask: profile/* mask */.dK, exportCredentials: profile/* exportCredentials */.rG, log: log/* runnerLog */.t };
    return (0,run/* run */.e)(inputs, {
        configuration,
        ...edges,
        strayCredentials: (0,profile/* strayCredentials */.i)(),
        assumeRole: (0,profile/* roleAssumer */.Dw)(configuration, context, profile/* mask */.dK, log/* runnerLog */.t),
        writeFiles: (session, parameters) => (0,profile_files/* writeProfileFiles */.mG)(context.tempFolder, session, parameters, profile/* rememberFolder */.Qw),
    });
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
    const line = parted((0,_printable_js__WEBPACK_IMPORTED_MODULE_0__.printable)(text));
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
    return (0,_printable_js__WEBPACK_IMPORTED_MODULE_0__.isWebAddress)(url) ? `<${url}>` : plain(url);
}


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

/***/ 44671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ watchAnswers)
/* harmony export */ });
/** Tells AWS's time of each answer, in milliseconds since 1970; it shows seconds. */
function watchAnswers(watched, tell) {
    const watch = (next) => async (args) => {
        const received = await next(args);
        const date = Date.parse(received.response.headers?.['date'] ?? '');
        if (!Number.isNaN(date)) {
            tell(date);
        }
        return received;
    };
    watched.middlewareStack.add(watch, { step: 'deserialize', name: 'watchAnswers', priority: 'low' });
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

/***/ 89937:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F9: () => (/* binding */ readParametersFile),
/* harmony export */   dJ: () => (/* binding */ readCredentialsFile),
/* harmony export */   mG: () => (/* binding */ writeProfileFiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37728);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30742);
/* harmony import */ var _private_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93405);




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


/***/ }),

/***/ 2482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ pThrottle)
/* harmony export */ });
const states = new WeakMap();
const signalThrottleds = new WeakMap(); // AbortSignal -> {throttleds: Set<WeakRef>, listener: Function}

const finalizationRegistry = new FinalizationRegistry(({signalWeakRef, weakReference}) => {
	const signal = signalWeakRef.deref();
	if (!signal) {
		return; // Signal already GC'd
	}

	const registration = signalThrottleds.get(signal);
	if (registration) {
		registration.throttleds.delete(weakReference);
		if (registration.throttleds.size === 0) {
			// Remove the abort listener when no throttleds remain
			signal.removeEventListener('abort', registration.listener);
			signalThrottleds.delete(signal);
		}
	}
});

function pThrottle({limit, interval, strict, signal, onDelay, weight}) {
	if (!Number.isFinite(limit)) {
		throw new TypeError('Expected `limit` to be a finite number');
	}

	if (!Number.isFinite(interval)) {
		throw new TypeError('Expected `interval` to be a finite number');
	}

	if (limit < 0) {
		throw new TypeError('Expected `limit` to be >= 0');
	}

	if (interval < 0) {
		throw new TypeError('Expected `interval` to be >= 0');
	}

	if (weight !== undefined && typeof weight !== 'function') {
		throw new TypeError('Expected `weight` to be a function');
	}

	if (weight && interval === 0) {
		throw new TypeError('The `weight` option cannot be used with `interval` of 0');
	}

	// TODO: Uncomment in next major version (breaking change)
	// The combination of strict mode with interval=0 doesn't enforce the limit correctly
	// (minSpacing becomes 0, allowing unlimited calls in the same millisecond).
	// For now, we allow it to avoid breaking existing code, but it should be rejected in v9.
	// if (strict && interval === 0) {
	// 	throw new TypeError('The `strict` option cannot be used with `interval` of 0');
	// }

	const state = {
		queue: new Map(),
		strictTicks: [],
		// Track windowed algorithm state so it can be reset on abort
		currentTick: 0,
		activeWeight: 0,
	};
	const strictCapacity = Math.max(limit, 1);

	// Helper: insert tick maintaining sorted order by time (for weighted strict mode)
	const insertTickSorted = tickRecord => {
		// Optimization: append if it belongs at the end (common case - O(1))
		if (state.strictTicks.length === 0 || tickRecord.time >= state.strictTicks.at(-1).time) {
			state.strictTicks.push(tickRecord);
		} else {
			// Insert at correct position (rare case - O(n))
			const insertIndex = state.strictTicks.findIndex(tick => tick.time > tickRecord.time);
			state.strictTicks.splice(insertIndex, 0, tickRecord);
		}
	};

	function windowedDelay(requestWeight) {
		const now = Date.now();

		if ((now - state.currentTick) > interval) {
			state.activeWeight = requestWeight;
			state.currentTick = now;
			return 0;
		}

		if (state.activeWeight + requestWeight <= limit) {
			state.activeWeight += requestWeight;
		} else {
			state.currentTick += interval;
			state.activeWeight = requestWeight;
		}

		return state.currentTick - now;
	}

	function weightedDelay(requestWeight, now, ticks) {
		// Check both the requested time and future reservations that would share a window with this call. A smaller call must not steal capacity already reserved for a later, heavier call.
		const findBlockingTick = time => {
			let windowStart = 0;
			let windowWeight = 0;

			for (const [index, tick] of ticks.entries()) {
				if (tick.time >= time + interval) {
					break;
				}

				windowWeight += tick.weight;
				const windowEnd = Math.max(time, tick.time);
				while (windowStart <= index && ticks[windowStart].time <= windowEnd - interval) {
					windowWeight -= ticks[windowStart].weight;
					windowStart++;
				}

				if (windowWeight + requestWeight > limit) {
					return ticks[windowStart];
				}
			}
		};

		let nextExecutionTime = now;
		let blockingTick = findBlockingTick(nextExecutionTime);
		while (blockingTick) {
			nextExecutionTime = blockingTick.time + interval;
			blockingTick = findBlockingTick(nextExecutionTime);
		}

		const tickRecord = {
			time: nextExecutionTime,
			weight: requestWeight,
			isExecuted: false,
		};
		insertTickSorted(tickRecord);
		return {delay: Math.max(0, nextExecutionTime - now), tickRecord};
	}

	function strictDelay(requestWeight) {
		const now = Date.now();

		// Clear the queue if there's a significant delay since the last execution
		if (state.strictTicks.length > 0 && now - state.strictTicks.at(-1).time > interval) {
			state.strictTicks.length = 0;
		}

		// For weighted throttling, use time-based sliding window
		if (weight) {
			// Remove ticks outside the current interval window
			while (state.strictTicks.length > 0 && now - state.strictTicks[0].time >= interval) {
				state.strictTicks.shift();
			}

			return weightedDelay(requestWeight, now, state.strictTicks);
		}

		// For non-weighted throttling, use count-based queue (original algorithm)
		// If the queue is not full (treat limit 0 as capacity 1 for seeding), add the current time and execute immediately
		if (state.strictTicks.length < strictCapacity) {
			state.strictTicks.push({time: now, weight: requestWeight});
			return {delay: 0};
		}

		// Calculate next execution time: must be after oldest + interval,
		// AND must be after the most recent to prevent multiple calls bunching up
		const oldestTime = state.strictTicks[0].time;
		const mostRecentTime = state.strictTicks.at(-1).time;
		const baseTime = oldestTime + interval;
		// Add minimum spacing to prevent bunching (except for interval=0)
		const minSpacing = interval > 0 ? Math.ceil(interval / strictCapacity) : 0;
		const nextExecutionTime = baseTime <= mostRecentTime ? mostRecentTime + minSpacing : baseTime;

		// Shift the queue and add a record for the new execution
		state.strictTicks.shift();
		const tickRecord = {time: nextExecutionTime, weight: requestWeight};
		state.strictTicks.push(tickRecord);

		// Calculate the delay for the current execution
		return {delay: Math.max(0, nextExecutionTime - now), tickRecord};
	}

	const getDelay = strict ? strictDelay : windowedDelay;

	return function_ => {
		const throttled = function (...arguments_) {
			if (!throttled.isEnabled) {
				return (async () => function_.apply(this, arguments_))();
			}

			let timeoutId;
			return new Promise((resolve, reject) => {
				// Calculate weight for this call
				let requestWeight = 1;
				if (weight) {
					try {
						requestWeight = weight(...arguments_);
					} catch (error) {
						reject(error);
						return;
					}

					// Validate weight
					if (!Number.isFinite(requestWeight) || requestWeight < 0) {
						reject(new TypeError('Expected `weight` to be a finite non-negative number'));
						return;
					}

					if (requestWeight > limit) {
						reject(new TypeError(`Expected \`weight\` (${requestWeight}) to be <= \`limit\` (${limit})`));
						return;
					}
				}

				const delayResult = getDelay(requestWeight);
				const delay = strict ? delayResult.delay : delayResult;
				let tickRecord = strict ? delayResult.tickRecord : undefined;

				const execute = () => {
					// Revalidate weighted calls at execution time to account for timer drift
					if (tickRecord) {
						const actualTime = Date.now();

						if (weight) {
							const index = state.strictTicks.indexOf(tickRecord);
							if (index !== -1) {
								state.strictTicks.splice(index, 1);
							}

							const executedTicks = state.strictTicks.filter(tick => tick.isExecuted);
							const updatedDelayResult = weightedDelay(requestWeight, actualTime, executedTicks);
							tickRecord = updatedDelayResult.tickRecord;

							if (updatedDelayResult.delay > 0) {
								state.queue.delete(timeoutId);
								timeoutId = setTimeout(execute, updatedDelayResult.delay);
								state.queue.set(timeoutId, reject);
								return;
							}

							tickRecord.isExecuted = true;
						} else {
							tickRecord.time = actualTime;
						}
					}

					try {
						resolve(function_.apply(this, arguments_));
					} catch (error) {
						reject(error);
					}

					state.queue.delete(timeoutId);
				};

				if (delay > 0) {
					timeoutId = setTimeout(execute, delay);
					state.queue.set(timeoutId, reject);
					try {
						onDelay?.(...arguments_);
					} catch {}
				} else {
					execute();
				}
			});
		};

		signal?.throwIfAborted();

		if (signal) {
			let registration = signalThrottleds.get(signal);
			if (!registration) {
				registration = {
					throttleds: new Set(),
					listener: null,
				};

				registration.listener = () => {
					for (const weakReference of registration.throttleds) {
						const function_ = weakReference.deref();
						if (!function_) {
							continue;
						}

						const functionState = states.get(function_);
						if (!functionState) {
							continue;
						}

						for (const timeout of functionState.queue.keys()) {
							clearTimeout(timeout);
							functionState.queue.get(timeout)(signal.reason);
						}

						functionState.queue.clear();
						functionState.strictTicks.length = 0;
						// Reset windowed state so subsequent calls are not artificially delayed
						functionState.currentTick = 0;
						functionState.activeWeight = 0;
					}

					signalThrottleds.delete(signal);
				};

				signalThrottleds.set(signal, registration);
				signal.addEventListener('abort', registration.listener, {once: true});
			}

			const weakReference = new WeakRef(throttled);
			registration.throttleds.add(weakReference);
			finalizationRegistry.register(throttled, {
				signalWeakRef: new WeakRef(signal),
				weakReference,
			});
		}

		throttled.isEnabled = true;

		Object.defineProperty(throttled, 'queueSize', {
			get() {
				return state.queue.size;
			},
		});

		states.set(throttled, state);

		return throttled;
	};
}


/***/ })

};
