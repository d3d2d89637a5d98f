export const id = 3709;
export const ids = [3709];
export const modules = {

/***/ 8753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./io/runner/context.js
var context = __webpack_require__(56526);
// EXTERNAL MODULE: ./io/runner/run-action.js
var run_action = __webpack_require__(15511);
// EXTERNAL MODULE: ./core/redact.js + 2 modules
var redact = __webpack_require__(3913);
// EXTERNAL MODULE: ./io/configuration.js + 1 modules
var configuration = __webpack_require__(10716);
// EXTERNAL MODULE: ./io/files/profile-files.js
var profile_files = __webpack_require__(89937);
// EXTERNAL MODULE: ./stage/open/face.js
var face = __webpack_require__(77680);
// EXTERNAL MODULE: ./stage/open/stage.js + 3 modules
var stage = __webpack_require__(64209);
;// CONCATENATED MODULE: ./stage/open/removal.js





/** Reads what a removal works by; throws E_INPUT, E_CONFIG and their kin before anything is touched. */
async function openRemoval(inputs, context) {
    return (0,stage/* openStage */.j)({
        configuration: await (0,configuration/* readConfiguration */.TD)(inputs, context.workspace),
        session: await (0,profile_files/* readCredentialsFile */.dJ)(inputs['credentials-file']),
        redactor: (0,redact/* createRedactor */.lY)([]),
        workingDirectory: inputs['working-directory'],
    }, (0,face/* jobFace */.D)(inputs['github-token'], context));
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

// EXTERNAL MODULE: ./actions/destroy-stage/run.js
var run = __webpack_require__(14322);
;// CONCATENATED MODULE: ./actions/destroy-stage/main.js






const main = () => (0,run_action/* runAction */.C)(contract, async (inputs) => {
    const removal = await openRemoval(inputs, (0,context/* readRunContext */.$p)());
    return (0,topics/* tellingTopics */.m)(removal, () => (0,run/* run */.e)(inputs, removal));
});


/***/ }),

/***/ 14322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);
/* harmony import */ var _core_only_defined_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(49443);
/* harmony import */ var _core_profile_session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4907);
/* harmony import */ var _core_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3913);
/* harmony import */ var _core_removal_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70268);
/* harmony import */ var _core_removal_result_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(57249);
/* harmony import */ var _core_report_removal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(32332);
/* harmony import */ var _core_stage_ref_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(66113);
/* harmony import */ var _core_transport_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(59964);
/* harmony import */ var _stage_remove_remove_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(16360);










/** Removes a stage, or every one that is not wanted any more, and returns what came of each. */
async function run(inputs, deps) {
    const { configuration, voice: { log }, } = deps;
    (0,_core_profile_session_js__WEBPACK_IMPORTED_MODULE_1__/* .checkSession */ .dy)(configuration.profile, deps.session, 'destroy-stage');
    const options = { concurrency: inputs.concurrency, dryRun: inputs['dry-run'] };
    const ref = checkInputs(inputs, configuration);
    const removal = inputs.expired
        ? await (0,_stage_remove_remove_js__WEBPACK_IMPORTED_MODULE_7__/* .sweep */ .X0)({ ...deps, ...options, limit: inputs.limit })
        : await (0,_stage_remove_remove_js__WEBPACK_IMPORTED_MODULE_7__/* .removeOne */ .xL)({ ...deps, ...options, ref });
    const result = (0,_core_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .redactDeep */ .KL)({
        schemaVersion: 1,
        app: configuration.app,
        status: (0,_core_removal_result_js__WEBPACK_IMPORTED_MODULE_8__/* .removalStatus */ .FU)(removal.stages),
        dryRun: inputs['dry-run'],
        stages: removal.stages,
        more: removal.more,
        wanted: removal.wanted,
        looked: removal.looked,
        unrecorded: removal.unrecorded,
    }, deps.redactor);
    const failure = (0,_core_removal_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .removalFailure */ .r)(result.stages);
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
            result: (0,_core_transport_js__WEBPACK_IMPORTED_MODULE_6__/* .encodeJson */ .Pr)(result),
        },
        summary: (0,_core_report_removal_js__WEBPACK_IMPORTED_MODULE_4__/* .renderRemoval */ .dp)(result),
        ...(result.status === 'superseded' ? { notice: `superseded: ${result.stages[0]?.reason}` } : {}),
        ...(0,_core_only_defined_js__WEBPACK_IMPORTED_MODULE_9__/* .onlyDefined */ .M)({ failure }),
    };
}
function describe({ status, stages, more, looked }) {
    const places = (0,_core_removal_result_js__WEBPACK_IMPORTED_MODULE_8__/* .describePlaces */ ._g)(looked);
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
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_INPUT', {
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
    if (!(0,_core_stage_ref_js__WEBPACK_IMPORTED_MODULE_5__/* .isBranchRef */ ._7)(ref) && (0,_core_stage_ref_js__WEBPACK_IMPORTED_MODULE_5__/* .pullRequestOfRef */ .Fj)(ref) === undefined) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_REF_REQUIRED', {
            what: ref === '' ? 'no preview is named' : `"${ref}" is neither a branch nor a pull request`,
            fix: 'give the input "ref" a full ref (refs/heads/NAME, refs/pull/NUMBER), or "expired: true" for all that expired',
        });
    }
    return ref;
}
/** A configured stage goes by two keys: one in the configuration, one by who starts the run. */
function checkKeys({ confirm, ref, 'dry-run': dryRun }, name, allowed) {
    if (ref !== undefined) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_INPUT', {
            what: `"ref" is "${ref}", and the configuration is of the configured stage "${name}"`,
            fix: 'leave "ref" out, or pass on the configuration of a preview',
        });
    }
    if (!allowed || (confirm !== name && !dryRun)) {
        const what = allowed
            ? `"confirm" is ${confirm === undefined ? 'not given' : `"${confirm}"`}`
            : `its configuration does not say \`destroy: allowed\``;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_DESTROY_FORBIDDEN', {
            what: `the stage "${name}" is a configured one, and ${what}`,
            why: 'nothing was touched',
            fix: `write \`destroy: allowed\` below stages.${name} in serverless-stages.yml, and \`confirm: ${name}\` for the action`,
        });
    }
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


/***/ })

};
