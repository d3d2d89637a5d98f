export const id = 625;
export const ids = [625];
export const modules = {

/***/ 10997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./io/runner/context.js
var context = __webpack_require__(56526);
// EXTERNAL MODULE: ./io/runner/run-action.js + 1 modules
var run_action = __webpack_require__(75261);
// EXTERNAL MODULE: ./core/redact.js + 2 modules
var redact = __webpack_require__(3913);
// EXTERNAL MODULE: ./io/configuration.js + 1 modules
var configuration = __webpack_require__(10716);
// EXTERNAL MODULE: ./io/files/profile-files.js
var profile_files = __webpack_require__(89937);
// EXTERNAL MODULE: ./stage/open/stage.js + 4 modules
var stage = __webpack_require__(17070);
;// CONCATENATED MODULE: ./stage/open/removal.js




/** Reads what a removal works by; throws E_INPUT, E_CONFIG and their kin before anything is touched. */
async function openRemoval(inputs, context) {
    return (0,stage/* openStage */.j)({
        configuration: await (0,configuration/* readConfiguration */.TD)(inputs, context.workspace),
        session: await (0,profile_files/* readCredentialsFile */.dJ)(inputs['credentials-file']),
        redactor: (0,redact/* createRedactor */.lY)([]),
        githubToken: inputs['github-token'],
        workingDirectory: inputs['working-directory'],
    }, context);
}

// EXTERNAL MODULE: ./stage/tell/topics.js
var topics = __webpack_require__(44840);
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
var errors = __webpack_require__(30742);
// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(49443);
// EXTERNAL MODULE: ./core/profile/session.js
var session = __webpack_require__(4907);
// EXTERNAL MODULE: ./core/removal/failure.js
var removal_failure = __webpack_require__(70268);
// EXTERNAL MODULE: ./core/removal/result.js
var removal_result = __webpack_require__(57249);
// EXTERNAL MODULE: ./core/report/removal.js
var report_removal = __webpack_require__(32332);
// EXTERNAL MODULE: ./core/stage/ref.js
var stage_ref = __webpack_require__(66113);
// EXTERNAL MODULE: ./core/transport.js
var transport = __webpack_require__(59964);
// EXTERNAL MODULE: ./stage/remove/remove.js + 14 modules
var remove = __webpack_require__(16360);
;// CONCATENATED MODULE: ./actions/destroy-stage/run.js










/** Removes a stage, or every one that is not wanted any more, and returns what came of each. */
async function run(inputs, deps) {
    const { configuration, voice: { log }, } = deps;
    (0,session/* checkSession */.dy)(configuration.profile, deps.session, 'destroy-stage');
    const options = { concurrency: inputs.concurrency, dryRun: inputs['dry-run'] };
    const ref = checkInputs(inputs, configuration);
    const removal = inputs.expired
        ? await (0,remove/* sweep */.X0)({ ...deps, ...options, limit: inputs.limit })
        : await (0,remove/* removeOne */.xL)({ ...deps, ...options, ref });
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
        ...(0,only_defined/* onlyDefined */.M)({ failure }),
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

/***/ 62926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ withPolicyFiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30742);
/* harmony import */ var _safeguards_catalogue_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69394);
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
/* harmony export */   Z: () => (/* binding */ checkedStages)
/* harmony export */ });
/* harmony import */ var _only_defined_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49443);
/* harmony import */ var _effective_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39045);


/**
 * Returns configured stages as they would be deployed from a commit; `names` are those of `check-stages` by default. Throws
 * E_STAGE_UNKNOWN.
 */
function checkedStages(config, commit, names = config['check-stages'] ?? []) {
    return names.map((name) => {
        const { branch = '', profile } = (0,_effective_js__WEBPACK_IMPORTED_MODULE_0__/* .findConfiguredStage */ .aM)(config, name);
        const stage = { name, kind: 'configured', ref: `refs/heads/${branch}`, ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_1__/* .onlyDefined */ .M)({ commit }) };
        // Nobody is told of a check by way of the stage.
        const { notifications: _, ...checked } = (0,_effective_js__WEBPACK_IMPORTED_MODULE_0__/* .effectiveConfiguration */ .kH)(config, stage, profile);
        return checked;
    });
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

/***/ 15027:
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

/***/ 91539:
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

/***/ 95765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PO: () => (/* binding */ awsEnvironment),
/* harmony export */   Ud: () => (/* binding */ plainEnvironment),
/* harmony export */   YO: () => (/* binding */ PLUGIN_CONTEXT),
/* harmony export */   m9: () => (/* binding */ cliEnvironment),
/* harmony export */   uk: () => (/* binding */ factVariables)
/* harmony export */ });
/* harmony import */ var _only_defined_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49443);
/* harmony import */ var _output_api_url_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15027);
/* harmony import */ var _output_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91539);



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
function factVariables({ stage, region, key, commit, outputs }) {
    const named = Object.entries(outputs).map(([id, value]) => [
        `OUTPUT_${(0,_output_names_js__WEBPACK_IMPORTED_MODULE_0__/* .outputName */ .V)(id).replace(/[^A-Za-z0-9_]/g, '_')}`,
        value,
    ]);
    const url = (0,_output_api_url_js__WEBPACK_IMPORTED_MODULE_1__/* .apiUrl */ .y)(outputs);
    return {
        ...Object.fromEntries(named),
        STAGE: stage,
        REGION: region,
        SERVICE: key,
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
        ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_2__/* .onlyDefined */ .M)({
            AWS_ACCESS_KEY_ID: session.accessKeyId,
            AWS_SECRET_ACCESS_KEY: session.secretAccessKey,
            AWS_SESSION_TOKEN: session.sessionToken,
        }),
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

/***/ 10716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  wf: () => (/* binding */ readChecks),
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
