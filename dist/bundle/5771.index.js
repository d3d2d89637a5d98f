export const id = 5771;
export const ids = [5771];
export const modules = {

/***/ 82649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./io/private-work.js
var private_work = __webpack_require__(29659);
// EXTERNAL MODULE: ./io/runner/context.js
var runner_context = __webpack_require__(56526);
// EXTERNAL MODULE: ./io/runner/run-action.js
var run_action = __webpack_require__(15511);
// EXTERNAL MODULE: ./io/source.js + 19 modules
var source = __webpack_require__(77700);
// EXTERNAL MODULE: ./stage/open/deployment.js
var deployment = __webpack_require__(48770);
// EXTERNAL MODULE: ./stage/tell/topics.js
var topics = __webpack_require__(44840);
;// CONCATENATED MODULE: ./actions/deploy-service/contract.js
const contract = {
    name: 'deploy-service',
    inputs: {
        services: { kind: 'list' },
        configuration: { kind: 'text' },
        stage: { kind: 'text' },
        'credentials-file': { kind: 'text', always: true },
        'parameters-file': { kind: 'text', always: true },
        concurrency: { kind: 'integer', always: true },
        'publish-outputs': { kind: 'list' },
        'dry-run': { kind: 'flag', always: true },
        redeploy: { kind: 'flag', always: true },
        rollback: { kind: 'flag', always: true },
        freeze: { kind: 'text' },
        'lift-freeze': { kind: 'text' },
        'test-result': { kind: 'text' },
        'expected-code': { kind: 'text' },
        'job-summary': { kind: 'flag', always: true },
        'github-token': { kind: 'secret', always: true },
        'serverless-access-key': { kind: 'secret' },
        'serverless-license-key': { kind: 'secret' },
        'working-directory': { kind: 'text', always: true },
    },
    outputs: ['status', 'url', 'result', 'outputs', 'sarif', 'error'],
    onFailure: { status: 'failed' },
};

// EXTERNAL MODULE: ./actions/deploy-service/run.js + 45 modules
var run = __webpack_require__(23368);
;// CONCATENATED MODULE: ./actions/deploy-service/main.js









const main = () => (0,run_action/* runAction */.C)(contract, async (inputs) => {
    const context = (0,runner_context/* readRunContext */.$p)();
    const open = await (0,deployment/* openDeployment */.Q6)(inputs, context);
    // Beside the credentials, so that it goes with them at the job's end even where this step is killed.
    return (0,private_work/* withPrivateFolder */.m)((0,external_node_path_.dirname)(inputs['credentials-file']), 'deploy', (folder) => (0,source/* withSource */.g)(context.workspace, inputs['working-directory'], (source) => {
        const deployment = open(source, folder);
        const work = () => (0,run/* run */.e)(inputs, deployment);
        return inputs['dry-run'] ? work() : (0,topics/* tellingTopics */.m)(deployment, work);
    }));
});


/***/ }),

/***/ 76290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nh: () => (/* binding */ frozenError),
/* harmony export */   Or: () => (/* binding */ tellLifted),
/* harmony export */   bh: () => (/* binding */ writeLift),
/* harmony export */   gn: () => (/* binding */ readLift),
/* harmony export */   nx: () => (/* binding */ frozenNow)
/* harmony export */ });
/* unused harmony export FREEZE_VARIABLE */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51335);
/* harmony import */ var _window_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82705);



/** The variable of a repository, or of its organisation, that freezes stages. */
const FREEZE_VARIABLE = 'SERVERLESS_STAGES_FREEZE';
/** What stands in it for all stages. */
const ALL = 'all';
/** Returns why a configured stage is frozen; undefined if it is not. Throws E_INPUT if the variable names no stage. */
function frozenNow({ stage, stages, windows, variable, now }) {
    const named = variable.split(/[\s,]+/).filter((name) => name !== '');
    const unknown = named.find((name) => name !== ALL && !stages.includes(name));
    if (unknown !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_INPUT', {
            what: `the variable ${FREEZE_VARIABLE} is "${variable}", and "${unknown}" is not a configured stage`,
            why: 'a name with a typing mistake would freeze nothing',
            fix: `write "${ALL}" or names of configured stages with commas between, or remove the variable – ${(0,_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestName */ .S)(unknown, stages)}`,
        });
    }
    if (named.includes(ALL) || named.includes(stage)) {
        return { reason: `the variable ${FREEZE_VARIABLE} is "${variable}"` };
    }
    for (const window of windows) {
        const until = (0,_window_js__WEBPACK_IMPORTED_MODULE_2__/* .openUntil */ .n)(window, now);
        if (until !== undefined) {
            return { reason: `until ${until}: ${window.reason}` };
        }
    }
    return undefined;
}
/** How long a lifted freeze stays lifted for the run that it was lifted for, in milliseconds: a re-run of it may come much later. */
const LIFTED_MS = 24 * 60 * 60_000;
/** Writes what lifts a freeze, from a moment (ISO 8601) on. */
function writeLift(since, reason) {
    return `${since} ${reason}`;
}
/** Returns why a freeze is lifted, as an input says it; undefined if it says nothing, or if it was lifted too long ago. */
function readLift(text, now) {
    const [, since, reason] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) (.+)$/.exec(text ?? '') ?? [];
    return since !== undefined && now - Date.parse(since) > LIFTED_MS ? undefined : (reason ?? text);
}
/** Says that a stage is deployed to although it is frozen, and why. */
function tellLifted(stage, { reason }, why) {
    return `the stage "${stage}" is frozen (${reason}) and is deployed to all the same: ${why}`;
}
/** Says that a stage is frozen to who wanted to deploy to it. */
function frozenError(stage, { reason }) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_FROZEN', {
        what: `the stage "${stage}" is frozen (${reason})`,
        why: 'nothing was deployed',
        fix: 'start the run again when the freeze has ended; nothing starts by itself then',
    });
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

/***/ 27044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ checkRoleName),
/* harmony export */   XA: () => (/* binding */ checkTemplateNames),
/* harmony export */   ff: () => (/* binding */ roomForStage),
/* harmony export */   hu: () => (/* binding */ checkFunctionNames),
/* harmony export */   yg: () => (/* binding */ isLongRoleName)
/* harmony export */ });
/* unused harmony export MAX_NAME_SUM */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);

/** `<service>-<stage>-<region>-lambdaRole` has to fit the 64 characters of an IAM role's name. */
const MAX_NAME_SUM = 51;
/**
 * Checks that the role which the Serverless Framework makes for a service with functions gets a legal name; throws
 * E_NAME_TOO_LONG with the limit and how much is over. Nothing has been asked of AWS yet. In a preview's package the role gets
 * another name where this one does not fit (`withOwnNames`).
 */
function checkRoleName({ service, stage, region }) {
    const sum = service.length + stage.length + region.length;
    if (sum > MAX_NAME_SUM) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_NAME_TOO_LONG', {
            what: `the service "${service}", the stage "${stage}" and the region "${region}" have ${sum} characters together`,
            why: `the name of the role of its functions (<service>-<stage>-<region>-lambdaRole, 64) leaves ${MAX_NAME_SUM}`,
            fix: `shorten the service's name by ${sum - MAX_NAME_SUM}, or set provider.iam.role.name`,
        });
    }
}
/** Longest name of a Lambda function. */
const FUNCTION_NAME_MAX = 64;
/** Returns how long a stage's name may be beside the names of functions, the stage cut out of them. */
function roomForStage(functionNames) {
    return FUNCTION_NAME_MAX - Math.max(0, ...functionNames.map((name) => name.length));
}
/** Checks that the names of a service's functions fit; throws E_NAME_TOO_LONG with how much is over. Nothing has been asked of AWS yet. */
function checkFunctionNames(key, functionNames, stage) {
    const over = stage.length - roomForStage(functionNames);
    if (over > 0) {
        const longest = functionNames.reduce((a, b) => (b.length > a.length ? b : a), '');
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_NAME_TOO_LONG', {
            what: `the function "${longest.replace('--', `-${stage}-`)}" of "${key}" has ${FUNCTION_NAME_MAX + over} characters in the stage "${stage}"`,
            why: `AWS takes at most ${FUNCTION_NAME_MAX}`,
            fix: `shorten the name of the service or of the function by ${over}`,
        });
    }
}
/** Whether a role's name is the one that the Serverless Framework makes, and is too long for IAM in a region. */
function isLongRoleName(name, region) {
    const isMade = JSON.stringify(name)?.endsWith('{"Ref":"AWS::Region"},"lambdaRole"]]}') === true;
    return isMade && (literalName(name, region)?.length ?? 0) > ROLE_NAME_MAX;
}
const ROLE_NAME_MAX = 64;
/** Longest physical names that AWS takes, by resource type. */
const LIMITS = {
    'AWS::IAM::Role': { property: 'RoleName', max: ROLE_NAME_MAX },
    'AWS::Lambda::Function': { property: 'FunctionName', max: FUNCTION_NAME_MAX },
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_NAME_TOO_LONG', {
            what: `${what} has ${length} characters`,
            why: `AWS takes at most ${max}`,
            fix: `shorten it by ${length - max}: the service's name, the function's, or previews.max-length`,
        });
    }
}
function checkForm(what, holds, rule) {
    if (!holds) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_NAME_TOO_LONG', {
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


/***/ })

};
