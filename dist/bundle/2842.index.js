export const id = 2842;
export const ids = [2842];
export const modules = {

/***/ 83801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uc: () => (/* binding */ describeError),
/* harmony export */   _h: () => (/* binding */ joinErrors),
/* harmony export */   a2: () => (/* binding */ stackTrace)
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

/***/ 30742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hl: () => (/* binding */ recoded),
/* harmony export */   ml: () => (/* binding */ throwCollected),
/* harmony export */   tQ: () => (/* binding */ UserErrors),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/* unused harmony exports ERROR_CODES, formatPosition */
/* harmony import */ var _only_defined_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49443);

/** Every code a user can meet, with the headline that `docs/errors.md` prints; the list is closed and tested. */
const ERROR_CODES = {
    E_INPUT: 'an input of the action has a value it does not take',
    E_CONFIG: 'serverless-stages.yml does not say what it may say',
    E_CONFIG_FILE: 'a configuration file cannot be read',
    E_CONFIG_VERSION: 'serverless-stages.yml needs a newer version of the action',
    E_NOT_SUPPORTED: 'a key of serverless-stages.yml needs a newer version of the action',
    E_PROFILE_UNKNOWN: 'a profile is named that is not configured',
    E_STAGE_UNKNOWN: 'a stage is named that is not configured',
    E_STAGE_AMBIGUOUS: 'a branch belongs to several configured stages and none was chosen',
    E_ROLE_ARN: 'a role is not the ARN of an IAM role',
    E_REF_REQUIRED: 'a run has no branch and no pull request',
    E_EVENT: 'the event that started the run cannot be read',
    E_LAPTOP_FORBIDDEN: 'a configured stage may not be changed from a laptop',
    E_NO_CLONE: 'the folder is in no clone of the repository on GitHub',
    E_NOT_ON_BRANCH: 'a commit or a run is not on the branch of the stage',
    E_WRONG_CHECKOUT: 'another commit is checked out than the one to deploy',
    E_GITHUB: 'GitHub could not answer',
    E_OIDC_PERMISSION: 'the job may not ask GitHub for an identity token',
    E_OIDC_TOKEN: 'GitHub gave no identity token',
    E_ROLE_REFUSED: 'AWS refused the role to this run',
    E_WRONG_ACCOUNT: 'the credentials belong to another AWS account than the role',
    E_NO_CREDENTIALS: 'there are no AWS credentials',
    E_AWS_DENIED: 'AWS denied a request',
    E_AWS_UNAVAILABLE: 'AWS could not be reached, or kept answering with errors',
    E_THROTTLED: 'AWS kept throttling',
    E_SSM_DECRYPT: 'a SecureString parameter cannot be decrypted',
    E_SSM_MISSING: 'a parameter is not in SSM Parameter Store',
    E_SSM_PATH: 'parameters could not be listed, or changed while they were read',
    E_PARAMETER: 'a parameter cannot be handed to the Serverless Framework',
    E_SECRET_MISSING: 'a parameter names an entry that the PARAMETERS secret does not have',
    E_OUTPUT_MISSING: 'an output is asked for that the stack does not have, or the stack is not there',
    E_OUTPUT_TEXT: 'CloudFormation does not give an output back as it is',
    E_OUTPUT_ADDRESS: 'the address of an output cannot be read',
    E_OUTPUT_ACCOUNT: 'an output is asked for that is in another AWS account',
    E_IMPORT_UNKNOWN: 'it cannot be told which export a preview imports',
    E_OUTPUT_MASKED: 'an output would hold a secret value',
    E_NAME_TOO_LONG: 'a name does not fit the limits of AWS',
    E_SERVICE_UNKNOWN: 'a service is named that does not exist',
    E_SERVICE_CONFIG: "a service's own configuration cannot be used",
    E_DEPENDENCY_CYCLE: 'services depend on each other in a circle',
    E_STACK_COLLISION: 'two services would share one stack',
    E_CLI_MISSING: 'the Serverless Framework is not installed in the project',
    E_CLI_VERSION: 'this version of the Serverless Framework is not supported',
    E_CLI_LICENSE: 'Serverless Framework 4 has no access key or licence key',
    E_INSTALL: "the project's dependencies could not be installed",
    E_TESTS_FAILED: "a service's own tests failed",
    E_HOOK_FAILED: "a service's own command before or after its deploy failed",
    E_VERIFY_FAILED: "a service's own check of its deployment failed",
    E_PACKAGE_FAILED: 'a service could not be packaged',
    E_PACKAGE_CHANGED: 'the package changed between the check and the deploy',
    E_CHECK_FAILED: 'services would not pass in a stage that a pull request is checked for',
    E_SAFEGUARD: 'a safeguard keeps a service from being deployed',
    E_TEMPLATE_CHANGED: 'another template was deployed than the one that was checked',
    E_UNRESOLVED_VARIABLE: 'a packaged template still holds a variable that was not resolved',
    E_STACK_FOREIGN: 'a stack of that name belongs to something else',
    E_STATEFUL_REMOVAL: 'an earlier version would remove a resource that holds data',
    E_STACK_STATE: 'a stack is in a state that cannot be deployed over',
    E_FROZEN: 'a stage is frozen: nothing is deployed to it for a time',
    E_NOT_STAGED: 'a commit is promoted that the stage before has not proved',
    E_NOT_SOAKED: 'a commit is promoted that is not long enough in the stage before',
    E_WORK_LOST: 'a promotion would take away changes that the branch of the stage has',
    E_NEEDS_MISSING: 'a stage lacks parameters or outputs that its services need',
    E_NOT_ALLOWED: 'a person may not start a promotion',
    E_MOVED: 'the branch of a stage moved on after the verdict',
    E_BRANCH_RULES: 'the rules of a branch refuse the move',
    E_OTHER_CODE: 'a package does not have the code that the stage before proved',
    E_STAGE_BUSY: 'another run changes the stage',
    E_STAGE_DIVERGED: 'the stage holds a commit that the one to deploy does not follow',
    E_LEDGER: 'what the ledger holds cannot be read',
    E_RECORD_MISMATCH: 'a record claims something that is not its own',
    E_DESTROY_FORBIDDEN: 'a stage may not be removed',
    E_STACK_PROTECTED: 'termination protection keeps a stack from being removed',
    E_STACK_IN_USE: 'other stacks import what a stack exports',
    E_BUCKET_NOT_EMPTY: 'a bucket cannot be emptied',
    E_DESTROY_FAILED: 'a stage could not be removed',
    E_DEPLOY_FAILED: 'a service could not be deployed',
    E_INTERNAL: 'something went wrong that this product did not foresee',
};
/** An error that the user can mend: a code of the closed list, what happened, why, and what to do about it. */
class UserError extends Error {
    code;
    position;
    constructor(code, parts) {
        const place = parts.position === undefined ? '' : `${formatPosition(parts.position)}: `;
        const texts = [parts.what, parts.why, parts.fix].filter((text) => text !== undefined && text !== '');
        super(`${place}${texts.join(' – ')}`, parts.cause === undefined ? undefined : { cause: parts.cause });
        this.name = 'UserError';
        this.code = code;
        this.position = parts.position;
    }
}
/** Renders a position as editors read it: `file:line:column`, with the revision behind the file where it has one. */
function formatPosition({ file, revision, line, column }) {
    return `${file}${revision === undefined ? '' : ` (${revision})`}:${line}:${column}`;
}
/** Several things wrong at once, each a `UserError` of its own; the first one's code and place stand for all. */
class UserErrors extends UserError {
    position;
    errors;
    constructor(errors) {
        const [first] = errors;
        super(first.code, { what: '', fix: '' });
        this.message = errors.map((error) => error.message).join('\n');
        this.position = first.position;
        this.errors = errors;
    }
}
/** Returns the same error under another code: a reader of one file that serves another one. */
function recoded(error, code) {
    const errors = error instanceof UserErrors ? error.errors : [error];
    const [first, ...rest] = errors.map(({ message, position, cause }) => {
        const copy = new UserError(code, { what: '', fix: '', ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_0__/* .onlyDefined */ .M)({ position }), cause });
        copy.message = message;
        return copy;
    });
    return first === undefined || rest.length === 0 ? (first ?? error) : new UserErrors([first, ...rest]);
}
/** Throws the collected errors: nothing for none, the error itself for one, `UserErrors` for more. */
function throwCollected(errors) {
    const [first, ...rest] = errors;
    if (first === undefined) {
        return;
    }
    throw rest.length === 0 ? first : new UserErrors([first, ...rest]);
}


/***/ }),

/***/ 47836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ notificationOf)
/* harmony export */ });
/* harmony import */ var _only_defined_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49443);
/* harmony import */ var _report_wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10448);


/** Builds what others are told of a stage; undefined where there is nothing to tell. */
function notificationOf(report, repository) {
    const { app, stage, commit, state, reason, url, run } = report;
    const { event } = (0,_report_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .wordingOf */ .O)(state);
    if (event === undefined) {
        return undefined;
    }
    const { name, kind, ref, pullRequest } = stage;
    return {
        schemaVersion: 1,
        event,
        state,
        app,
        stage: name,
        kind,
        ref,
        ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_1__/* .onlyDefined */ .M)({ commit, pullRequest, reason, url }),
        repository,
        run: run.url,
        services: servicesOf(report),
    };
}
function servicesOf({ deploy, removal }) {
    const deployed = (deploy?.services ?? []).filter(({ status }) => status !== 'left-out');
    const rows = [...deployed, ...(removal?.services ?? [])];
    return rows.map(({ key, status, region, url, error }) => ({
        service: key,
        status,
        region,
        ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_1__/* .onlyDefined */ .M)({ url, error: error?.code }),
    }));
}


/***/ }),

/***/ 58519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ entriesFor)
/* harmony export */ });
/* harmony import */ var _configuration_notification_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64349);
/* harmony import */ var _stage_among_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93052);


/** Statuses of services that nothing happened to. */
const QUIET = new Set(['unchanged', 'not-started', 'absent', 'kept', 'planned']);
/** Returns the entries of `notifications` that are told of a message: those whose filters let it through. */
function entriesFor(entries, message) {
    return entries.filter(({ events, stages, services }) => (events ?? _configuration_notification_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_EVENTS */ .O$).includes(message.event) &&
        (stages === undefined || (0,_stage_among_js__WEBPACK_IMPORTED_MODULE_1__/* .isStageAmong */ .d)({ name: message.stage, kind: message.kind }, stages)) &&
        (services === undefined || isOfServices(services, message)));
}
/** Before anything has happened to a service, and where nothing is known of any, it may be one of these. */
function isOfServices(wanted, { services }) {
    return (services.length === 0 || services.some(({ service, status }) => wanted.includes(service) && !QUIET.has(status)));
}


/***/ }),

/***/ 49443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ onlyDefined)
/* harmony export */ });
/** Returns an object without its undefined properties, so that what is not known is absent, in JSON and in types. */
function onlyDefined(values) {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}


/***/ }),

/***/ 9807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   d3: () => (/* binding */ isWebAddress),
/* harmony export */   g$: () => (/* binding */ printable)
/* harmony export */ });
/** Signs that turn the direction of what is around them: a text would not read as it is (Unicode, UAX 9). */
const BIDIRECTIONAL = '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';
const LINE_ENDS = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g;
// Built from text, as the signs themselves would turn this line.
const UNPRINTABLE = new RegExp(`[${BIDIRECTIONAL}\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u009f]`, 'g');
/** Shows the signs in a text that steer and are not seen, as JavaScript writes them: `\u202e`; line ends and tabs stay. */
function visible(text) {
    return text.replace(UNPRINTABLE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
/** Returns a text as one line that shows what it holds: line ends as blanks, signs that steer as `visible` has them. */
function printable(text) {
    return visible(text.replace(LINE_ENDS, ' '));
}
/**
 * Whether a text is an http(s) address that leads where it seems to: no name or password before the host
 * (`https://github.com@evil.example.com`), printable ASCII alone, no sign that ends a link of Markdown or Slack.
 */
function isWebAddress(text) {
    return /^https?:\/\/[^\s<>()|`"'\\]+$/.test(text) && /^[!-~]+$/.test(text) && hasPlainHost(text);
}
function hasPlainHost(address) {
    try {
        const { username, password } = new URL(address);
        const [authority = ''] = address.slice(address.indexOf('//') + 2).split(/[/?#]/);
        return username === '' && password === '' && !authority.includes('@');
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 14797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aq: () => (/* binding */ reportOfStart),
/* harmony export */   mD: () => (/* binding */ reportsOfEnd)
/* harmony export */ });
/* unused harmony export reportOfDeploy */
/* harmony import */ var _only_defined_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49443);

/** Says that the deploy of a stage begins. */
function reportOfStart(configuration, run) {
    return { ...about(configuration), ...commitOf(configuration), state: 'deploying', run };
}
/** Says what became of each stage that a run was about: one, but for a sweep. */
function reportsOfEnd(configuration, end, run) {
    const { result, checks } = end;
    const checked = (0,_only_defined_js__WEBPACK_IMPORTED_MODULE_0__/* .onlyDefined */ .M)({ checks });
    if (result === undefined) {
        return [{ ...about(configuration), ...commitOf(configuration), ...endWithoutResult(end), ...checked, run }];
    }
    return 'stages' in result
        ? reportsOfRemoval(configuration, result, run)
        : [{ ...reportOfDeploy(configuration, result, run), ...checked }];
}
/** Says what became of a deploy. */
function reportOfDeploy(configuration, deploy, run) {
    const { status, reason, removed, url, services } = deploy;
    const isEmpty = status === 'unchanged' && services.every((service) => service.status === 'left-out');
    return {
        ...about(configuration),
        // The result comes from a job that runs the author's code: it has no say in what it is of, where that is known.
        ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_0__/* .onlyDefined */ .M)({ commit: deploy.commit }),
        ...commitOf(configuration),
        state: isEmpty ? 'empty' : status,
        ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_0__/* .onlyDefined */ .M)({ reason, url }),
        deploy,
        ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_0__/* .onlyDefined */ .M)({ removal: removed }),
        run,
    };
}
const STATES = {
    removed: 'removed',
    planned: 'kept',
    wanted: 'kept',
    failed: 'failed',
};
/** Says what became of each stage of a removal; of the one that it was about also where there was nothing of it. */
function reportsOfRemoval(configuration, { stages, status, dryRun }, run) {
    if (dryRun) {
        return [];
    }
    const base = about(configuration);
    const isOfOne = base.stage.ref !== '';
    // Only a sweep is of other stages than its own, and of previews alone.
    const own = stages.filter(({ stage, kind }) => (isOfOne ? stage === base.stage.name : kind === 'preview'));
    const reports = own.map((removal) => {
        const isOwn = removal.stage === base.stage.name;
        const stage = isOwn ? base.stage : { name: removal.stage, kind: removal.kind, ref: removal.of };
        const reason = removal.error?.message ?? removal.reason;
        return { ...base, stage, state: STATES[removal.status], ...(reason === '' ? {} : { reason }), removal, run };
    });
    const isAbsent = isOfOne && status === 'nothing';
    return isAbsent ? [{ ...base, state: 'absent', reason: 'there was nothing of it', run }] : reports;
}
function endWithoutResult({ decision, error, testResult, deployResult }) {
    if (error !== undefined) {
        return { state: 'failed', reason: error };
    }
    if (testResult === 'failure') {
        return { state: 'failed', reason: 'the tests failed, so nothing was deployed' };
    }
    if (deployResult === 'failure') {
        return {
            state: 'failed',
            reason: 'the job ended before it could say what became of the services; its log says why',
        };
    }
    if (deployResult === 'success') {
        const reason = 'the job succeeded, and its result did not reach this one; its log has it';
        return { state: decision === 'deploy' ? 'deployed' : 'removed', reason };
    }
    return deployResult === 'skipped' && testResult !== 'cancelled'
        ? { state: 'failed', reason: 'the job that works on the stage was skipped' }
        : { state: 'cancelled', reason: 'the run was cancelled; what CloudFormation had begun goes on' };
}
function about({ app, stage, profile }) {
    const { name, kind, ref, pullRequest } = stage;
    return {
        app,
        stage: { name, kind, ref, ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_0__/* .onlyDefined */ .M)({ pullRequest }) },
        environment: profile.environment,
    };
}
function commitOf({ stage: { commit } }) {
    return commit === undefined ? {} : { commit };
}


/***/ }),

/***/ 10448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ wordingOf)
/* harmony export */ });
/* unused harmony export WORDING */
/** How each state is told, everywhere. */
const WORDING = {
    deploying: {
        icon: '🚀',
        words: 'is being deployed',
        deployment: 'in_progress',
        commit: 'pending',
        event: 'started',
    },
    deployed: { icon: '✅', words: 'is deployed', deployment: 'success', commit: 'success', event: 'deployed' },
    planned: { icon: '🔎', words: 'was not deployed: a dry run', deployment: 'inactive', commit: 'success' },
    unchanged: { icon: '✅', words: 'is up to date', deployment: 'success', commit: 'success', event: 'unchanged' },
    empty: { icon: '➖', words: 'has nothing to deploy', deployment: 'inactive', commit: 'success' },
    // Nothing is wrong with the commit: it was only not its turn any more.
    superseded: { icon: '⏭️', words: 'was superseded', deployment: 'inactive', commit: 'success', event: 'superseded' },
    removed: { icon: '🗑️', words: 'is removed', deployment: 'inactive', commit: 'success', event: 'removed' },
    absent: { icon: '🗑️', words: 'is gone', deployment: 'inactive', commit: 'success' },
    kept: { icon: '⏭️', words: 'was left alone', deployment: 'inactive', commit: 'success' },
    failed: { icon: '❌', words: 'failed', deployment: 'failure', commit: 'failure', event: 'failed' },
    cancelled: { icon: '🛑', words: 'was cancelled', deployment: 'error', commit: 'error', event: 'failed' },
};
/** How a state is told, with the parts that not all have. */
function wordingOf(state) {
    return WORDING[state];
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
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .notice */ .lm((0,_core_report_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .visible */ .RK)(outcome.notice));
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
    const { code, message } = (0,_core_described_error_js__WEBPACK_IMPORTED_MODULE_1__/* .describeError */ .Uc)((0,_files_disk_js__WEBPACK_IMPORTED_MODULE_6__/* .diskError */ .w)(error) ?? error);
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
    const { code, message } = (0,_core_described_error_js__WEBPACK_IMPORTED_MODULE_1__/* .describeError */ .Uc)(known ?? error);
    const position = known?.position;
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3((0,_core_report_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .visible */ .RK)(`${code}: ${message}`), position === undefined ? {} : { file: position.file, startLine: position.line, startColumn: position.column });
    for (let cause = error; cause instanceof Error; cause = cause.cause) {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .debug */ .Yz(cause.stack ?? cause.message);
    }
}


/***/ })

};
