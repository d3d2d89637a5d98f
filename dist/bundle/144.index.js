export const id = 144;
export const ids = [144];
export const modules = {

/***/ 3144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./io/notify/topics.js + 1 modules
var topics = __webpack_require__(5560);
// EXTERNAL MODULE: ./core/redact.js
var redact = __webpack_require__(7468);
// EXTERNAL MODULE: ./io/configuration.js + 1 modules
var configuration = __webpack_require__(2727);
// EXTERNAL MODULE: ./io/files/profile-files.js
var profile_files = __webpack_require__(9937);
// EXTERNAL MODULE: ./io/stage.js + 15 modules
var io_stage = __webpack_require__(2477);
// EXTERNAL MODULE: ./io/removal/remove.js + 17 modules
var remove = __webpack_require__(2052);
;// CONCATENATED MODULE: ./io/removal/open.js





/** Reads what a removal works by; throws E_INPUT, E_CONFIG and their kin before anything is touched. */
async function openRemoval(inputs, context) {
    const stage = (0,io_stage/* openStage */.j)({
        configuration: await (0,configuration/* readConfiguration */.T)(inputs, context.workspace),
        session: await (0,profile_files/* readCredentialsFile */.dJ)(inputs['credentials-file']),
        redactor: (0,redact/* createRedactor */.lY)([]),
        githubToken: inputs['github-token'],
        workingDirectory: inputs['working-directory'],
    }, context);
    return {
        ...stage,
        removeOne: (options) => (0,remove/* removeOne */.xL)({ ...stage, ...options }),
        sweep: (options) => (0,remove/* sweep */.X0)({ ...stage, ...options }),
    };
}

// EXTERNAL MODULE: ./io/runner/context.js
var context = __webpack_require__(6526);
// EXTERNAL MODULE: ./io/runner/run-action.js + 1 modules
var run_action = __webpack_require__(5261);
;// CONCATENATED MODULE: ./actions/destroy-stage/contract.js
const contract = {
    name: 'destroy-stage',
    inputs: {
        configuration: { kind: 'text' },
        stage: { kind: 'text' },
        ref: { kind: 'text' },
        expired: { kind: 'flag', always: true },
        limit: { kind: 'integer', always: true },
        'dry-run': { kind: 'flag', always: true },
        confirm: { kind: 'text' },
        'credentials-file': { kind: 'text', always: true },
        concurrency: { kind: 'integer', always: true },
        'job-summary': { kind: 'flag', always: true },
        'github-token': { kind: 'secret', always: true },
        'working-directory': { kind: 'text', always: true },
    },
    outputs: ['status', 'removed', 'result', 'error'],
    onFailure: { status: 'failed' },
};

// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(742);
// EXTERNAL MODULE: ./core/profile/session.js
var session = __webpack_require__(4907);
// EXTERNAL MODULE: ./core/removal/failure.js
var removal_failure = __webpack_require__(268);
// EXTERNAL MODULE: ./core/removal/result.js
var removal_result = __webpack_require__(7249);
// EXTERNAL MODULE: ./core/report/removal.js
var report_removal = __webpack_require__(2332);
// EXTERNAL MODULE: ./core/stage/ref.js
var stage_ref = __webpack_require__(6113);
// EXTERNAL MODULE: ./core/transport.js
var transport = __webpack_require__(9964);
;// CONCATENATED MODULE: ./actions/destroy-stage/run.js








/** Removes a stage, or every one that is not wanted any more, and returns what came of each. */
async function run(inputs, deps) {
    const { configuration, log } = deps;
    (0,session/* checkSession */.dy)(configuration.profile, deps.session, 'destroy-stage');
    const options = { concurrency: inputs.concurrency, dryRun: inputs['dry-run'] };
    const ref = checkInputs(inputs, configuration);
    const removal = inputs.expired
        ? await deps.sweep({ ...options, limit: inputs.limit })
        : await deps.removeOne({ ...options, ref });
    const result = (0,redact/* redactDeep */.KL)({
        schemaVersion: 1,
        app: configuration.app,
        status: (0,removal_result/* removalStatus */.FU)(removal.stages),
        dryRun: inputs['dry-run'],
        stages: removal.stages,
        more: removal.more,
        wanted: removal.wanted,
        looked: removal.looked,
        unrecorded: removal.unrecorded,
    }, deps.redactor);
    const failure = (0,removal_failure/* removalFailure */.r)(result.stages);
    const failed = new Set(result.stages.flatMap(({ status, stage }) => (status === 'failed' ? [stage] : [])));
    const removed = result.stages.flatMap(({ status, stage }) => status === 'removed' && !failed.has(stage) ? [stage] : []);
    log.info(describe(result));
    for (const { stack, account, region } of result.unrecorded) {
        log.warning(`the stack ${stack} (account ${account}, ${region}) looks like a preview's, and no record of "${result.app}" claims it: untouched`);
    }
    return {
        outputs: {
            status: result.status,
            removed: JSON.stringify([...new Set(removed)]),
            result: (0,transport/* encodeJson */.Pr)(result),
        },
        summary: (0,report_removal/* renderRemoval */.dp)(result),
        ...(result.status === 'superseded' ? { notice: `superseded: ${result.stages[0]?.reason}` } : {}),
        ...(failure === undefined ? {} : { failure }),
    };
}
function describe({ status, stages, more, looked }) {
    const places = (0,removal_result/* describePlaces */._g)(looked);
    const rest = more === 0 ? '' : `; ${more} more are left to the next run`;
    return stages.length === 0
        ? `nothing found to remove; looked in ${places}`
        : `${status}: ${stages.map(({ stage, status: each }) => `${stage} ${each}`).join(', ')}${rest}; looked in ${places}`;
}
/** Checks that the inputs name what may be removed, and returns the ref of the preview that they name; '' for others. */
function checkInputs(inputs, { stage, destroyAllowed }) {
    const ref = inputs.ref ?? stage.ref;
    if (inputs.expired) {
        if (inputs.ref !== undefined || inputs.confirm !== undefined) {
            throw new errors/* UserError */.yo('E_INPUT', {
                what: 'the input "expired" is true, and "ref" or "confirm" is given too',
                fix: 'leave "expired" out to remove one stage, or the others to remove all that expired',
            });
        }
        return '';
    }
    if (stage.kind !== 'preview') {
        checkKeys(inputs, stage.name, destroyAllowed);
        return '';
    }
    if (!(0,stage_ref/* isBranchRef */._7)(ref) && (0,stage_ref/* pullRequestOfRef */.Fj)(ref) === undefined) {
        throw new errors/* UserError */.yo('E_REF_REQUIRED', {
            what: ref === '' ? 'no preview is named' : `"${ref}" is neither a branch nor a pull request`,
            fix: 'give the input "ref" a full ref (refs/heads/NAME, refs/pull/NUMBER), or "expired: true" for all that expired',
        });
    }
    return ref;
}
/** A configured stage goes by two keys: one in the configuration, one by who starts the run. */
function checkKeys({ confirm, ref, 'dry-run': dryRun }, name, allowed) {
    if (ref !== undefined) {
        throw new errors/* UserError */.yo('E_INPUT', {
            what: `"ref" is "${ref}", and the configuration is of the configured stage "${name}"`,
            fix: 'leave "ref" out, or pass on the configuration of a preview',
        });
    }
    if (!allowed || (confirm !== name && !dryRun)) {
        const what = allowed
            ? `"confirm" is ${confirm === undefined ? 'not given' : `"${confirm}"`}`
            : `its configuration does not say \`destroy: allowed\``;
        throw new errors/* UserError */.yo('E_DESTROY_FORBIDDEN', {
            what: `the stage "${name}" is a configured one, and ${what}`,
            why: 'nothing was touched',
            fix: `write \`destroy: allowed\` below stages.${name} in serverless-stages.yml, and \`confirm: ${name}\` for the action`,
        });
    }
}

;// CONCATENATED MODULE: ./actions/destroy-stage/main.js






const main = () => (0,run_action/* runAction */.C)(contract, async (inputs) => {
    const removal = await openRemoval(inputs, (0,context/* readRunContext */.$p)());
    return (0,topics/* tellingTopics */.m)(removal, () => run(inputs, removal));
});


/***/ }),

/***/ 6833:
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

/***/ 3303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   RH: () => (/* binding */ planMasks),
/* harmony export */   Ym: () => (/* binding */ MIN_MASKED_LENGTH),
/* harmony export */   im: () => (/* binding */ outputTexts)
/* harmony export */ });
/* harmony import */ var _config_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9349);

/** Shortest value that is masked: the runner would turn every `a` of the log into ***, and drop every output with one. */
const MIN_MASKED_LENGTH = 6;
/** Shortest line of a value of several lines that is masked by itself. */
const MIN_MASKED_LINE_LENGTH = 8;
/**
 * Plans which secret values the runner is told to mask. `outputs` are texts that the jobs pass on: the runner drops a
 * job output that holds a masked text, so a value that is part of one is not masked, and the user is warned.
 */
function planMasks(parameters, outputs) {
    const masks = new Set();
    const secrets = [];
    const warnings = [];
    for (const { name, value, secret } of parameters) {
        if (!secret || value === '') {
            continue;
        }
        const obstacle = maskObstacle(value, outputs);
        if (obstacle !== undefined) {
            warnings.push(`the secret parameter "${name}" is not masked in logs: ${obstacle}`);
            continue;
        }
        secrets.push(value);
        const lines = maskedLines(value).filter((line) => maskObstacle(line, outputs) === undefined);
        for (const line of lines) {
            masks.add(line);
        }
        if (lines.length === 0) {
            warnings.push(`the secret parameter "${name}" is not masked in logs: none of its lines can be`);
        }
    }
    return { masks: [...masks], secrets, warnings };
}
/** Returns the texts of a stage that the jobs pass on as outputs; literal parameters are among them, and not secret. */
function outputTexts(configuration, session) {
    const { app, stage, profile } = configuration;
    const { name, environment, region, role = '' } = profile;
    const literals = Object.values(profile.parameters).filter(_config_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .isLiteral */ .c$).map(String);
    return [
        app,
        stage.name,
        stage.kind,
        stage.ref,
        stage.commit ?? '',
        name,
        environment,
        region,
        role,
        session.account,
        ...literals,
    ];
}
/** The lines of a value that the runner is told: the one that it is, or the long ones of several. */
function maskedLines(value) {
    const lines = splitLines(value);
    return lines.length > 1 ? linesOf(value) : /[\r\n]/.test(value) ? lines : [value];
}
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
function maskObstacle(value, outputs) {
    if (value.trim().length < MIN_MASKED_LENGTH) {
        return `it is shorter than ${MIN_MASKED_LENGTH} characters`;
    }
    if (/^[+-]?[0-9]+([.,][0-9]+)?$/.test(value.trim())) {
        return 'it is a plain number';
    }
    if (/^(true|false)$/i.test(value.trim())) {
        return 'it is a boolean';
    }
    return outputs.some((output) => output.includes(value)) ? 'it is part of an output that later jobs need' : undefined;
}


/***/ }),

/***/ 7468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KL: () => (/* binding */ redactDeep),
/* harmony export */   lY: () => (/* binding */ createRedactor)
/* harmony export */ });
/* unused harmony exports REDACTED, formsOf */
/* harmony import */ var _profile_masking_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3303);

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
    if (secret.trim().length < _profile_masking_js__WEBPACK_IMPORTED_MODULE_0__/* .MIN_MASKED_LENGTH */ .Ym) {
        return [];
    }
    const plain = [...new Set([secret, secret.trim(), ...(0,_profile_masking_js__WEBPACK_IMPORTED_MODULE_0__/* .linesOf */ .Dx)(secret)])];
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
    return forms.filter((form) => form.length >= _profile_masking_js__WEBPACK_IMPORTED_MODULE_0__/* .MIN_MASKED_LENGTH */ .Ym);
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


/***/ }),

/***/ 2727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ readConfiguration),
  J: () => (/* binding */ readServices)
});

// EXTERNAL MODULE: ./core/config/effective-services.js
var effective_services = __webpack_require__(7962);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(742);
// EXTERNAL MODULE: ./core/config/effective.js
var effective = __webpack_require__(129);
;// CONCATENATED MODULE: ./core/config/from-workspace.js


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

// EXTERNAL MODULE: ./core/config/parse.js + 9 modules
var parse = __webpack_require__(5885);
// EXTERNAL MODULE: ./core/config/transport.js
var transport = __webpack_require__(6833);
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


/***/ })

};
