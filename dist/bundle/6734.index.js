export const id = 6734;
export const ids = [6734];
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

/***/ 17964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./core/aws/role-arn.js
var role_arn = __webpack_require__(28609);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(30742);
// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(49443);
// EXTERNAL MODULE: ./core/profile/masking.js
var masking = __webpack_require__(23303);
// EXTERNAL MODULE: ./core/profile/parameter.js
var parameter = __webpack_require__(29308);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./core/report/markdown.js
var markdown = __webpack_require__(87875);
;// CONCATENATED MODULE: ./core/report/parameters.js


/** How many names the log tells. */
const MOST_NAMES = 20;
/** Digits of the hash that people compare. */
const DIGITS = 12;
/**
 * Returns one hash over the names of parameters, where they come from, and SSM's versions of them, in 12 hex digits. Values are not
 * in it, since it is shown: a changed literal is told by the commit, a changed entry of PARAMETERS by nothing.
 */
function parametersHash(parameters) {
    const lines = parameters.map(({ name, source, version = '' }) => JSON.stringify([name, source, version]));
    return (0,external_node_crypto_.createHash)('sha256').update(lines.sort().join('\n')).digest('hex').slice(0, DIGITS);
}
/** Tells the log how many parameters there are, where the first of them come from, and their hash; never a value. */
function describeParameters(parameters) {
    const secret = parameters.filter((parameter) => parameter.secret).length;
    const shown = parameters.slice(0, MOST_NAMES).map(({ name, source }) => `${name} (${source})`);
    const more = parameters.length > shown.length ? `, and ${parameters.length - shown.length} more` : '';
    const names = shown.length === 0 ? '' : `: ${shown.join(', ')}${more}`;
    return `${counted(parameters.length, 'parameter')}, ${secret} of them secret, names and versions ${parametersHash(parameters)}${names}`;
}
/** Renders the same for the job summary, in Markdown: how many are of which kind of source. */
function renderParameters(profile, parameters) {
    const of = (kind) => parameters.filter(({ source }) => source.split(':')[0] === kind).length;
    const kinds = [
        [of('literal'), 'of the configuration'],
        [of('ssm'), 'of SSM'],
        [of('secret'), 'of the PARAMETERS secret'],
    ];
    const parts = kinds.flatMap(([count, place]) => (count === 0 ? [] : [`${count} ${place}`]));
    const from = parts.length === 0 ? '' : ` (${parts.join(', ')})`;
    return `Profile ${(0,markdown/* plain */.pj)(profile)}: ${counted(parameters.length, 'parameter')}${from}, names and versions \`${parametersHash(parameters)}\`\n`;
}
const counted = (count, what) => `${count} ${what}${count === 1 ? '' : 's'}`;

;// CONCATENATED MODULE: ./actions/load-profile/run.js






/** Loads a stage's profile: credentials and parameters, checked and masked, into files for the later steps. */
async function run(inputs, deps) {
    const { configuration, log } = deps;
    const { stage } = configuration;
    const profile = inputs.planner ? plannersProfile(configuration.profile) : configuration.profile;
    const secrets = (0,parameter/* parseParametersSecret */.EX)(inputs.parameters ?? '');
    (0,parameter/* checkSecretReferences */.nh)(profile.parameters, secrets);
    tellStray(inputs, deps);
    const session = await openSession(inputs['assume-role'], profile, deps);
    log.info(`profile ${profile.name} for stage ${stage.name}: account ${session.account}, region ${session.region}`);
    const parameters = await readParameters(profile, secrets, deps.openParameterStore(session), log);
    maskSecrets(parameters, (0,masking/* outputTexts */.i)(configuration, session), deps);
    log.info(describeParameters(parameters));
    const files = await deps.writeFiles(session, parameters);
    if (inputs['export-credentials']) {
        deps.exportCredentials(session);
    }
    return {
        outputs: {
            'credentials-file': files.credentials,
            'parameters-file': files.parameters,
            account: session.account,
            region: session.region,
            role: profile.role,
            'parameter-names': parameters.map((parameter) => parameter.name).join(','),
        },
        summary: renderParameters(profile.name, parameters),
    };
}
/** A profile with the role that only plans in the place of the one that deploys. Throws E_ROLE_ARN. */
function plannersProfile({ plannerRole, ...profile }) {
    if (plannerRole === undefined) {
        throw new errors/* UserError */.yo('E_ROLE_ARN', {
            what: `the profile "${profile.name}" has no planner-role`,
            fix: 'add `planner-role:` to it in serverless-stages.yml (docs/workflows.md), or leave the input "planner" out',
        });
    }
    return { ...profile, role: plannerRole };
}
/** People wonder which credentials count where a machine offers several. */
function tellStray({ 'assume-role': assume, 'export-credentials': isExported }, { strayCredentials, log }) {
    const ignored = strayCredentials.filter((source) => assume || source !== 'AWS_ACCESS_KEY_ID');
    if (ignored.length > 0) {
        const used = assume ? "the profile's role" : 'AWS_ACCESS_KEY_ID with its secret';
        log.notice(`this action does not use ${ignored.join(', ')}: what counts is ${used}`);
    }
    if (isExported && ignored.some((source) => /^AWS_(DEFAULT_)?PROFILE$/.test(source))) {
        log.warning('AWS_PROFILE is set: SDKs of later steps may prefer it to the exported credentials; take it out of the environment');
    }
}
async function openSession(assume, profile, deps) {
    const { role, region } = profile;
    const fault = role === undefined ? undefined : (0,role_arn/* roleArnFault */.as)(role, region);
    if (fault !== undefined) {
        throw new errors/* UserError */.yo('E_ROLE_ARN', {
            what: `the role "${role}" of profile "${profile.name}": ${fault}`,
            fix: role_arn/* ROLE_ARN_FIX */.vz,
        });
    }
    if (!assume) {
        return deps.ambientSession(region, role === undefined ? undefined : (0,role_arn/* parseRoleArn */.DM)(role).account);
    }
    if (role === undefined) {
        throw new errors/* UserError */.yo('E_ROLE_ARN', {
            what: `the profile "${profile.name}" has no role`,
            fix: 'add `role:` to it in serverless-stages.yml, or set assume-role: false and bring credentials',
        });
    }
    return deps.assumeRole(role);
}
async function readParameters(profile, secrets, store, log) {
    const path = profile.parametersPath;
    const { referenced, below } = await store.read((0,parameter/* ssmReferences */.Uv)(profile.parameters), path);
    if (path !== undefined && below.length === 0) {
        const what = `SSM has nothing below "${path}" (parameters-path of profile "${profile.name}")`;
        if (profile.requireParameters) {
            throw new errors/* UserError */.yo('E_SSM_PATH', {
                what,
                fix: 'create the parameters there, correct the path or the region of the profile, or write require-parameters: false',
            });
        }
        log.warning(`${what}; require-parameters: false lets it pass`);
    }
    const place = (0,only_defined/* onlyDefined */.M)({ path });
    return (0,parameter/* combineParameters */.mJ)({ parameters: profile.parameters, secrets, referenced, below, ...place });
}
function maskSecrets(parameters, outputs, deps) {
    const plan = (0,masking/* planMasks */.R)(parameters, outputs);
    for (const mask of plan.masks) {
        deps.mask(mask);
    }
    for (const warning of plan.warnings) {
        deps.log.warning(warning);
    }
}


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

/***/ 23303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ planMasks),
/* harmony export */   i: () => (/* binding */ outputTexts)
/* harmony export */ });
/* harmony import */ var _configuration_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28665);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3913);


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
    const literals = Object.values(profile.parameters).filter(_configuration_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .isLiteral */ .c$).map(String);
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
    const lines = (0,_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .splitLines */ .uz)(value);
    return lines.length > 1 ? (0,_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .linesOf */ .Dx)(value) : /[\r\n]/.test(value) ? lines : [value];
}
function maskObstacle(value, outputs) {
    if (value.trim().length < _redact_js__WEBPACK_IMPORTED_MODULE_1__/* .MIN_MASKED_LENGTH */ .Ym) {
        return `it is shorter than ${_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .MIN_MASKED_LENGTH */ .Ym} characters`;
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

/***/ 29308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EX: () => (/* binding */ parseParametersSecret),
/* harmony export */   Uv: () => (/* binding */ ssmReferences),
/* harmony export */   mJ: () => (/* binding */ combineParameters),
/* harmony export */   nh: () => (/* binding */ checkSecretReferences)
/* harmony export */ });
/* harmony import */ var _configuration_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28665);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30742);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51335);



/** Returns the names that the references of a profile point at in SSM. */
function ssmReferences(parameters) {
    const names = Object.values(parameters).flatMap((value) => ((0,_configuration_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .isSsm */ .uF)(value) ? [value.ssm] : []));
    return [...new Set(names)];
}
/**
 * Reads the PARAMETERS secret: lines of `NAME=<JSON string>`. Lines, because the runner masks each line of a secret: a
 * JSON object over several lines would mask `{`. Throws E_SECRET_MISSING with the line's number, never its text.
 */
function parseParametersSecret(text) {
    const entries = new Map();
    for (const [index, line] of text.split(/\r?\n/).entries()) {
        if (line.trim() === '') {
            continue;
        }
        const [, name, json] = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/.exec(line.trim()) ?? [];
        const value = json === undefined ? undefined : parseJsonString(json);
        if (name === undefined || value === undefined) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_SECRET_MISSING', {
                what: `line ${index + 1} of the PARAMETERS secret is not NAME=<JSON string>`,
                fix: 'write each entry on a line of its own, its value in double quotes: API_KEY="value" (line breaks as \\n)',
            });
        }
        if (entries.has(name)) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_SECRET_MISSING', {
                what: `line ${index + 1} of the PARAMETERS secret gives "${name}" a second time`,
                fix: 'keep one of the two lines',
            });
        }
        entries.set(name, value);
    }
    return entries;
}
function parseJsonString(json) {
    try {
        const value = JSON.parse(json);
        return typeof value === 'string' ? value : undefined;
    }
    catch {
        return undefined;
    }
}
/** Checks that every `secret:` reference has its entry; throws E_SECRET_MISSING for the first that has none. */
function checkSecretReferences(parameters, secrets) {
    for (const [name, value] of Object.entries(parameters)) {
        if ((0,_configuration_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecret */ .$f)(value) && !secrets.has(value.secret)) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_SECRET_MISSING', {
                what: `the parameter "${name}" names the entry "${value.secret}", which the PARAMETERS secret does not have`,
                fix: `add a line ${value.secret}="…" to the secret and pass it as the input "parameters" – ${(0,_suggest_js__WEBPACK_IMPORTED_MODULE_2__/* .suggestName */ .S)(value.secret, [...secrets.keys()])}`,
            });
        }
    }
}
/**
 * Puts the parameters of a profile together, ordered by name: explicit ones win over those below the path. Throws
 * E_PARAMETER for a name below the path that `${param:…}` cannot spell.
 */
function combineParameters(sources) {
    const combined = new Map();
    for (const found of sources.below) {
        const name = nameBelow(sources.path ?? '/', found.name);
        combined.set(name, {
            name,
            value: found.value,
            secret: found.secure,
            source: `ssm:${found.name}`,
            version: found.version,
        });
    }
    for (const [name, configured] of Object.entries(sources.parameters)) {
        combined.set(name, explicit(name, configured, sources));
    }
    return [...combined.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
function nameBelow(path, fullName) {
    const name = fullName.slice(path.endsWith('/') ? path.length : path.length + 1);
    if (!_configuration_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .PARAMETER_NAME */ .GV.test(name)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_PARAMETER', {
            what: `the SSM parameter "${fullName}" would be the parameter "${name}"`,
            why: '${param:…} cannot spell that name; it begins with a letter or _',
            fix: 'rename it in SSM, or name it under "parameters" with { ssm: … }',
        });
    }
    return name;
}
function explicit(name, configured, sources) {
    if ((0,_configuration_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .isLiteral */ .c$)(configured)) {
        return { name, value: String(configured), secret: false, source: 'literal' };
    }
    if ((0,_configuration_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecret */ .$f)(configured)) {
        const value = sources.secrets.get(configured.secret) ?? '';
        return { name, value, secret: true, source: `secret:${configured.secret}` };
    }
    const found = sources.referenced.get(configured.ssm);
    if (found === undefined) {
        throw new Error(`the SSM parameter ${configured.ssm} was not read`);
    }
    return { name, value: found.value, secret: found.secure, source: `ssm:${configured.ssm}`, version: found.version };
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

/***/ 32795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ openParameterStore)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(30742);
// EXTERNAL MODULE: ./core/once.js
var once = __webpack_require__(38668);
// EXTERNAL MODULE: ./io/aws/errors.js
var aws_errors = __webpack_require__(24713);
// EXTERNAL MODULE: ../node_modules/p-throttle/index.js
var p_throttle = __webpack_require__(2482);
// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(49443);
// EXTERNAL MODULE: ./io/broken-answer.js
var broken_answer = __webpack_require__(38884);
// EXTERNAL MODULE: ./io/aws/answer-clock.js
var answer_clock = __webpack_require__(44671);
// EXTERNAL MODULE: ./io/aws/client-options.js
var client_options = __webpack_require__(13786);
// EXTERNAL MODULE: ./io/aws/request.js
var request = __webpack_require__(16869);
;// CONCATENATED MODULE: ./io/aws/ssm-calls.js






/** SSM answers 40 reads a second for the whole account; a little less leaves room for others. */
const paced = (0,p_throttle/* default */.A)({ limit: 36, interval: 1000 });
/** Opens them with a session; the SDK is loaded then. */
async function openSsmCalls(session) {
    const { GetParametersByPathCommand, GetParametersCommand, SSMClient } = await Promise.all(/* import() */[__webpack_require__.e(5455), __webpack_require__.e(1686)]).then(__webpack_require__.t.bind(__webpack_require__, 21686, 19));
    const client = new SSMClient((0,client_options/* clientOptions */.s1)(session));
    return {
        async getParameters(names, decrypt) {
            const send = async () => {
                const command = new GetParametersCommand({ Names: [...names], WithDecryption: decrypt });
                const at = answeredAt(command);
                const answer = await (0,request/* whole */.WQ)(client.send(command), 'Parameters', 'InvalidParameters');
                const { Parameters, InvalidParameters: missing } = answer;
                const found = writtenValues(Parameters);
                const known = new Set([...found.map(({ value }) => value.name), ...missing]);
                const unsaid = names.find((name) => !known.has(name));
                if (unsaid !== undefined) {
                    throw new broken_answer/* BrokenAnswer */.M(`the answer says nothing of ${unsaid}`);
                }
                return { found, missing, at: at() };
            };
            return (0,request/* request */.Em)(paced(send), request/* BEGINNING_RETRY */.r3);
        },
        async getPage(path, token, decrypt) {
            const input = { Path: path, Recursive: true, WithDecryption: decrypt, MaxResults: 10, NextToken: token };
            const send = async () => {
                const command = new GetParametersByPathCommand(input);
                const at = answeredAt(command);
                const { Parameters, NextToken } = await (0,request/* whole */.WQ)(client.send(command), 'Parameters');
                const found = writtenValues(Parameters);
                const foreign = found.find(({ value }) => !value.name.startsWith(path.endsWith('/') ? path : `${path}/`));
                if (foreign !== undefined) {
                    throw new broken_answer/* BrokenAnswer */.M(`${foreign.value.name} is not below ${path}`);
                }
                const next = (0,only_defined/* onlyDefined */.M)({ next: NextToken === '' ? undefined : NextToken });
                return { found, at: at(), ...next };
            };
            return (0,request/* request */.Em)(paced(send), request/* BEGINNING_RETRY */.r3);
        },
    };
}
/** Returns when a command is answered, by AWS's clock: it shows seconds, so what was written in the same one counts as later. */
function answeredAt(command) {
    let date = Date.now();
    (0,answer_clock/* watchAnswers */.D)(command, (at) => {
        date = at;
    });
    return () => date;
}
function writtenValues(parameters) {
    return (0,request/* entriesOf */.Mc)(parameters, 'a parameter', 'Name', 'Value', 'Type', 'Version', 'LastModifiedDate').map(({ Name, Value, Type, Version, LastModifiedDate }) => ({
        value: { name: Name, value: Value, secure: Type === 'SecureString', version: Version },
        written: LastModifiedDate.getTime(),
    }));
}

;// CONCATENATED MODULE: ./io/aws/ssm.js





/** How often parameters are read that are written meanwhile, and how far apart, in milliseconds: SSM's clock shows seconds. */
const READINGS = 5;
const BETWEEN_MS = 1000;
/** GetParameters takes ten names. */
const NAMES_PER_CALL = 10;
/** Opens SSM Parameter Store with a session; the SDK is loaded when the first value is asked for. */
function openParameterStore(session) {
    const place = `in account ${session.account}, region ${session.region}`;
    const calls = (0,once/* once */.O)(() => openSsmCalls(session));
    return {
        async read(names, path) {
            for (let reading = 1;; reading += 1) {
                const [referenced, below] = await Promise.all([values(names), path === undefined ? [] : readBelow(path)]);
                const answers = [...referenced, ...below];
                const first = Math.min(...answers.map(({ at }) => at));
                const found = answers.flatMap((answer) => answer.found);
                const newer = answers.length < 2 ? undefined : found.find(({ written }) => written > first);
                if (newer === undefined) {
                    const known = (all) => all.flatMap((answer) => answer.found.map(({ value }) => value));
                    return {
                        referenced: new Map(known(referenced).map((value) => [value.name, value])),
                        below: known(below).sort((a, b) => (a.name < b.name ? -1 : 1)),
                    };
                }
                if (reading === READINGS) {
                    throw new errors/* UserError */.yo('E_SSM_PATH', {
                        what: `SSM's parameters change while they are read, ${newer.value.name} last`,
                        why: 'a deploy would mix old and new values',
                        fix: 'run again when nothing writes them any more',
                    });
                }
                await (0,promises_.setTimeout)(BETWEEN_MS);
            }
        },
    };
    async function values(names) {
        const { getParameters } = await calls();
        const batches = Array.from({ length: Math.ceil(names.length / NAMES_PER_CALL) }, (_, index) => names.slice(index * NAMES_PER_CALL, (index + 1) * NAMES_PER_CALL));
        const answers = await Promise.all(batches.map((batch) => getParameters(batch, true).catch((error) => explain(error, batch, `the parameters ${batch.join(', ')}`))));
        const missing = answers.flatMap((answer) => answer.missing);
        if (missing.length > 0) {
            throw new errors/* UserError */.yo('E_SSM_MISSING', {
                what: `SSM has no parameter ${missing.join(', ')} ${place}`,
                fix: 'create it there, or correct its name or the region of the profile',
            });
        }
        return answers;
    }
    async function readBelow(path) {
        const { getPage } = await calls();
        const pages = [];
        const seen = new Set();
        for (let token;;) {
            const at = token;
            const page = await getPage(path, at, true).catch(async (error) => {
                const names = (0,aws_errors/* isDenied */.GZ)(error) || isKeyFault(error) ? await encryptedNames(path, at) : [];
                return explain(error, names, `the parameters below ${path}`);
            });
            pages.push(page);
            token = page.next;
            if (token === undefined) {
                return pages;
            }
            if (seen.has(token)) {
                throw new errors/* UserError */.yo('E_SSM_PATH', {
                    what: `SSM gives the same page of ${path} again and again, after ${pages.flatMap(({ found }) => found).length} parameters`,
                    fix: 'run again; tell AWS support if it stays',
                });
            }
            seen.add(token);
        }
    }
    /** Names of the secure parameters on a page, as far as the role may see them: one of them could not be decrypted. */
    async function encryptedNames(path, token) {
        const { getPage } = await calls();
        const page = await getPage(path, token, false).catch(() => undefined);
        return page?.found.filter(({ value }) => value.secure).map(({ value }) => value.name) ?? [];
    }
    /** AWS does not say which of several parameters it could not decrypt: each is asked for by itself. */
    async function explain(error, names, what) {
        const { getParameters } = await calls();
        if (isKeyFault(error)) {
            for (const name of names) {
                const cause = names.length === 1
                    ? error
                    : await getParameters([name], true).then(() => undefined, (one) => one);
                if (cause !== undefined && isKeyFault(cause)) {
                    throw decryptError(name, cause, place);
                }
            }
        }
        throw (0,aws_errors/* awsError */.es)(`${what} could not be read ${place}`, error, session.region);
    }
}
function isKeyFault(error) {
    const { name, message } = error;
    return name === 'InvalidKeyId' || /KMS|kms:/.test(`${name} ${message}`);
}
function decryptError(name, cause, place) {
    const key = /arn:aws[\w-]*:kms:[^\s"]+|alias\/[\w/-]+/.exec(cause.message)?.[0] ?? 'unknown to us';
    return new errors/* UserError */.yo('E_SSM_DECRYPT', {
        what: `the SecureString ${name} cannot be decrypted ${place} (KMS key: ${key})`,
        why: cause.message,
        fix: 'allow kms:Decrypt on that key to the role (in its policy and in the key policy), and see that the key is enabled',
        cause,
    });
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
