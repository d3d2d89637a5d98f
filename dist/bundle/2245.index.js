export const id = 2245;
export const ids = [2245];
export const modules = {

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

/***/ 18323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ foreignRecord)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37728);

/**
 * Schema of an object whose names are somebody else's (resources, outputs, services): valibot's `record` leaves out
 * `constructor`, `prototype` and `__proto__` without a word, this one keeps them.
 */
function foreignRecord(value) {
    return valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((input) => typeof input === 'object' && input !== null && !Array.isArray(input), 'no object'), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((input) => Object.entries(input)), valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), value])), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((entries) => Object.fromEntries(entries)));
}


/***/ }),

/***/ 54275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ parseOutputAddress)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);

/**
 * Reads the address of `${output:ADDRESS}`: `name.key[.sub]` or `app:stage:region:name.key`, each of the first three
 * possibly empty, as the Serverless Dashboard had it. Throws E_OUTPUT_ADDRESS.
 */
function parseOutputAddress(text) {
    const parts = text.split(':');
    const [app = '', stage = '', region = ''] = parts.length === 4 ? parts : [];
    const [service = '', ...path] = (parts.at(-1) ?? '').split('.');
    const isWhole = service !== '' && path.length > 0 && path.every((part) => part !== '');
    if ((parts.length !== 1 && parts.length !== 4) || !isWhole || text.includes('${') || /\s/.test(text)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_OUTPUT_ADDRESS', {
            what: `"\${output:${text}}" is not the address of an output`,
            fix: 'write ${output:SERVICE.KEY} or ${output:APP:STAGE:REGION:SERVICE.KEY}, any of the first three empty',
        });
    }
    return {
        ...(app === '' ? {} : { app }),
        ...(stage === '' ? {} : { stage }),
        ...(region === '' ? {} : { region }),
        service,
        path,
    };
}


/***/ }),

/***/ 62702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oy: () => (/* binding */ crash),
/* harmony export */   Us: () => (/* binding */ isBlocking),
/* harmony export */   _3: () => (/* binding */ evaluate)
/* harmony export */ });
/* harmony import */ var _only_defined_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49443);
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69878);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41224);
/* harmony import */ var _waiver_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46381);




/**
 * Evaluates all safeguards for a package, each by itself. One that throws fails, whatever its level: what cannot be checked is
 * not let through.
 */
function evaluate(evaluation) {
    return evaluation.safeguards.map((safeguard, index) => {
        const { id, title, description, stages } = safeguard;
        const about = { id, title, ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_3__/* .onlyDefined */ .M)({ description }) };
        const { stage } = evaluation.subject;
        if (!(0,_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .appliesTo */ .G)(safeguard, stage)) {
            const reason = `it is for ${(stages ?? []).join(', ')}`;
            return { ...about, status: 'skipped', reason, findings: [] };
        }
        const findings = findingsOf(safeguard, index, evaluation).map((finding) => shown(finding, safeguard, evaluation));
        return { ...about, status: statusOf(findings), findings };
    });
}
/** Whether a finding keeps a service from being deployed. */
function isBlocking({ level, waiver }) {
    return level === 'error' && (waiver === undefined || waiver.hasExpired);
}
function findingsOf(safeguard, index, { subject, foreign }) {
    const { id, config } = safeguard;
    if (id === _catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .JAVASCRIPT */ .i5) {
        return foreign.get(index) ?? [crash('nothing came of it')];
    }
    try {
        const { check } = _catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .POLICIES */ .PQ[id];
        return check(subject, config);
    }
    catch (error) {
        // Its text may hold a value of the template.
        return [crash(error instanceof Error ? error.name : 'something was thrown')];
    }
}
/** What is found where a safeguard could not be evaluated. */
function crash(why) {
    return {
        what: `the safeguard could not be evaluated (${why}), so nothing is let through`,
        fix: 'mend the policy, or remove it from the list',
        isCrash: true,
    };
}
function shown(found, safeguard, { subject, service, waivers }) {
    const { level: own, isCrash = false, ...finding } = found;
    const question = { safeguard: safeguard.id, service, stage: subject.stage, finding };
    const isWaivable = !isCrash && safeguard.id !== 'no-unresolved-variables';
    const waiver = isWaivable ? (0,_waiver_js__WEBPACK_IMPORTED_MODULE_2__/* .waiverOf */ .Ci)(waivers, question) : undefined;
    const isOver = waiver !== undefined && (0,_waiver_js__WEBPACK_IMPORTED_MODULE_2__/* .hasExpired */ .oN)(waiver, subject.now);
    const level = isCrash || isOver ? 'error' : (own ?? safeguard.level);
    return {
        ...finding,
        level,
        ...(isWaivable ? {} : { isFinal: true }),
        ...(waiver === undefined
            ? {}
            : {
                waiver: { owner: waiver.owner, reason: waiver.reason, until: waiver.until, hasExpired: isOver },
            }),
    };
}
function statusOf(findings) {
    if (findings.some(isBlocking)) {
        return 'failed';
    }
    if (findings.some(({ waiver }) => waiver === undefined)) {
        return 'warned';
    }
    return findings.length > 0 ? 'waived' : 'passed';
}


/***/ }),

/***/ 83738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dT: () => (/* binding */ checkCli),
/* harmony export */   gw: () => (/* binding */ licenceFailure),
/* harmony export */   nR: () => (/* binding */ needsLicence),
/* harmony export */   v3: () => (/* binding */ licenceOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);
/* harmony import */ var _only_defined_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49443);


/** The licence of serverless 4 as an action's inputs give it; empty for none. */
function licenceOf(inputs) {
    return (0,_only_defined_js__WEBPACK_IMPORTED_MODULE_1__/* .onlyDefined */ .M)({ accessKey: inputs['serverless-access-key'], licenseKey: inputs['serverless-license-key'] });
}
/** Major versions that are deployed with. */
const SUPPORTED = { osls: [4], serverless: [3, 4] };
/** Checks a CLI's version and, for serverless 4, that it has a key; throws E_CLI_VERSION, E_CLI_LICENSE. */
function checkCli(cli, hasLicence) {
    const supported = SUPPORTED[cli.product];
    if (!supported.includes(cli.major)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_CLI_VERSION', {
            what: `the project has ${cli.product} ${cli.version}`,
            why: `versions ${supported.join(' and ')} of ${cli.product} are supported`,
            fix: 'install osls 4 (npm install --save-dev osls@4), or serverless 3 or 4',
        });
    }
    if (needsLicence(cli) && !hasLicence) {
        throw licenceError(`serverless ${cli.version} needs an access key or a licence key, and none was given`);
    }
}
/** Whether a CLI asks its vendor for a licence before it does anything. */
function needsLicence(cli) {
    return cli.product === 'serverless' && cli.major >= 4;
}
/** Recognises in a failed serverless 4's output that its vendor did not let it in. */
function licenceFailure(cli, output) {
    const said = /^.*(licen[cs]e key|access key|sign in|authenticat|unauthorized).*$/im.exec(output)?.[0];
    return needsLicence(cli) && said !== undefined
        ? licenceError(`serverless ${cli.version} said: ${said.trim()}`)
        : undefined;
}
function licenceError(what) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_CLI_LICENSE', {
        what,
        fix: 'set the input "serverless-access-key" or "serverless-license-key" from a secret, or use osls 4, which needs none',
    });
}


/***/ }),

/***/ 11258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ checkServerless4Values),
/* harmony export */   t: () => (/* binding */ planHandover)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);

/** Longest argument that Linux lets a program have is 131,071 bytes. */
const MAX_ARGUMENT_BYTES = 120_000;
/**
 * Plans the hand-over of parameters by a file at `path`. A value is itself resolved by the CLI, and its escape `\${`
 * does not hold after a `$`; so a value is cut between each `$` and `{` and put together again from the pieces, which
 * are never scanned as a whole (osls 4.3, serverless 3.40). Newlines, blanks and empty values stay as they are.
 */
function planHandover(parameters, path) {
    const place = spellPath(path);
    const file = {};
    let count = 0;
    const args = parameters.flatMap(({ name, value }) => {
        const pieces = value.split(/(?<=\$)(?=\{)/).map((piece) => {
            const key = `p${count}`;
            count += 1;
            file[key] = piece;
            return `\${file(${place}):${key}}`;
        });
        const argument = `${name}=${pieces.join('')}`;
        if (Buffer.byteLength(argument) > MAX_ARGUMENT_BYTES) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_PARAMETER', {
                what: `the value of the parameter "${name}" holds "\${" ${pieces.length - 1} times`,
                why: 'what puts it together again does not fit one argument of a program',
                fix: 'shorten the value',
            });
        }
        return ['--param', argument];
    });
    return { file, args };
}
function spellPath(path) {
    const spelled = path.replaceAll('\\', '/');
    const odd = /[(),'"${}]/.exec(spelled);
    if (odd !== null) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_INPUT', {
            what: `the runner's temp folder has a ${JSON.stringify(odd[0])} in its path: ${path}`,
            why: 'the Serverless Framework cannot be pointed to a file there',
            fix: 'set RUNNER_TEMP to a plain path',
        });
    }
    return spelled;
}
/** Refuses values that serverless 4 would read as variables: it scans them again and knows no escape (4.41). */
function checkServerless4Values(parameters) {
    const bad = parameters.find(({ value }) => /\$\{[a-zA-Z]+[:(]/.test(value));
    if (bad !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_PARAMETER', {
            what: `the value of the parameter "${bad.name}" holds a "\${…:"`,
            why: 'serverless 4 resolves it and knows no escape',
            fix: 'change the value, or use osls 4 or serverless 3',
        });
    }
}


/***/ }),

/***/ 53210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ resolveShared),
/* harmony export */   m: () => (/* binding */ restoreSharedObjects)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);

const STEP = /\["((?:[^"\\]|\\.)*)"\]|\[([0-9]+)\]/g;
/** Most that a state may come to, where a small file points at the same objects again and again. */
const MAX_VALUES = 5_000_000;
const MAX_LEVELS = 500;
/**
 * Puts objects back where a state file only points at them: the Serverless Framework writes an object that stands in
 * several places once, and `{"$ref": "$[\"service\"][\"provider\"]"}` in the others (json-cycle).
 * Throws E_PACKAGE_FAILED where that is too much.
 */
function restoreSharedObjects(root) {
    let values = 0;
    const restore = (value, within) => {
        values += 1;
        if (values > MAX_VALUES || within.length > MAX_LEVELS) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_PACKAGE_FAILED', {
                what: `the package's state comes to more than ${MAX_VALUES} values, or ${MAX_LEVELS} levels, when its pointers are followed`,
                fix: 'look at what the plugins of the service put into its configuration',
            });
        }
        if (typeof value !== 'object' || value === null || within.includes(value)) {
            return value;
        }
        const path = pointer(value);
        if (path !== undefined) {
            return restore(follow(root, path), [...within, value]);
        }
        const inner = [...within, value];
        return Array.isArray(value)
            ? value.map((item) => restore(item, inner))
            : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, restore(item, inner)]));
    };
    return restore(root, []);
}
/**
 * Returns what stands at a path of a state file, the very object, by whatever pointers the way leads; undefined where it
 * leads nowhere.
 */
function resolveShared(root, path) {
    const step = (value, key) => typeof value === 'object' && value !== null ? pointedAt(root, Reflect.get(value, key)) : undefined;
    return path.reduce(step, root);
}
/** What a value points at in the end; undefined where pointers lead in a circle. */
function pointedAt(root, value, seen = []) {
    const path = typeof value === 'object' && value !== null ? pointer(value) : undefined;
    if (path === undefined) {
        return value;
    }
    return seen.includes(value) ? undefined : pointedAt(root, follow(root, path), [...seen, value]);
}
function pointer(value) {
    const path = Reflect.get(value, '$ref');
    return typeof path === 'string' && path.startsWith('$') && Object.keys(value).length === 1 ? path : undefined;
}
function follow(root, path) {
    let value = root;
    for (const [, name, index] of path.matchAll(STEP)) {
        const key = name === undefined ? Number(index) : JSON.parse(`"${name}"`);
        value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
    }
    return value;
}


/***/ }),

/***/ 13433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readPackagedService),
/* harmony export */   b: () => (/* binding */ STATE_FILE)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37728);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);
/* harmony import */ var _foreign_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18323);
/* harmony import */ var _shared_objects_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53210);




/** The file of a package that holds the template which is deployed (osls 4.3, serverless 3). */
const STATE_FILE = 'serverless-state.json';
const record = (0,_foreign_record_js__WEBPACK_IMPORTED_MODULE_2__/* .foreignRecord */ .c)(valibot__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J());
const stateSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    service: valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        service: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        functions: valibot__WEBPACK_IMPORTED_MODULE_3__/* .nullish */ .cl6(record),
        provider: valibot__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({
            region: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
            stackName: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()),
            stackTags: valibot__WEBPACK_IMPORTED_MODULE_3__/* .nullish */ .cl6(record),
            deletionProtection: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J()),
            compiledCloudFormationTemplate: valibot__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ Resources: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(record), Outputs: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(record) }),
        }),
    }),
    /** `<prefix>/<service>/<stage>/<time>`, where the package goes in the bucket: the one place that names the stage. */
    package: valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ artifactDirectoryName: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()) }),
});
/** Reads the text of a package's state file; throws E_PACKAGE_FAILED where it is not of `target` or cannot be read. */
function readPackagedService(text, target) {
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_3__/* .safeParse */ .xLC(stateSchema, (0,_shared_objects_js__WEBPACK_IMPORTED_MODULE_1__/* .restoreSharedObjects */ .m)(parseJson(text)));
    if (!parsed.success) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_PACKAGE_FAILED', {
            what: `the package's ${STATE_FILE} is not what the Serverless Framework writes`,
            fix: 'update osls or serverless; run `npx osls package` in the folder of the service to see more',
        });
    }
    const { service, provider, functions } = parsed.output.service;
    const stage = parsed.output.package.artifactDirectoryName?.split('/').at(-2);
    for (const [part, found] of [
        ['stage', stage],
        ['region', provider.region],
    ]) {
        if (found !== undefined && found !== target[part]) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_PACKAGE_FAILED', {
                what: `the service "${service}" was packaged for the ${part} "${found}", not for "${target[part]}"`,
                why: `something in its configuration overrides --${part}`,
                fix: `remove what sets the ${part} in its configuration or in a plugin`,
            });
        }
    }
    const resources = (provider.compiledCloudFormationTemplate.Resources ?? {});
    const template = provider.compiledCloudFormationTemplate;
    return {
        service,
        stack: provider.stackName ?? `${service}-${target.stage}`,
        resources,
        outputs: (provider.compiledCloudFormationTemplate.Outputs ?? {}),
        template,
        stackTags: stackTagsOf(provider.stackTags ?? {}, target.stage),
        functions: functions ?? {},
        provider,
        folder: parsed.output.package.artifactDirectoryName?.split('/').slice(0, -1).join('/') ??
            `serverless/${service}/${target.stage}`,
        directory: parsed.output.package.artifactDirectoryName,
        decidesProtection: (provider.deletionProtection ?? undefined) !== undefined,
    };
}
/** The tags that osls 4.3 and serverless 3 send: STAGE, unless the service has a tag of that name in any case. */
function stackTagsOf(own, stage) {
    const hasStage = Object.keys(own).some((key) => key.toUpperCase() === 'STAGE');
    const tags = Object.fromEntries(Object.entries(own).map(([key, value]) => [key, String(value)]));
    return hasStage ? tags : { STAGE: stage, ...tags };
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 90813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ outputOfParameter)
/* harmony export */ });
/** Reads `database.tableName` in `${param:database.tableName}` as an output of the service with that key; undefined where none has it. */
function outputOfParameter(name, keys) {
    const [key = '', ...path] = name.split('.');
    return path.length > 0 && path.every((part) => part !== '') && keys.includes(key) ? { key, path } : undefined;
}


/***/ }),

/***/ 62110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ isEmptyStack),
/* harmony export */   R: () => (/* binding */ EMPTY_STACK)
/* harmony export */ });
/** Name of what an empty stack has: a resource, which it needs, and an output. */
const NOTHING_YET = 'NothingYet';
/**
 * The template of a stack that has nothing in it yet, as text. Its resource never fails: it is an address that nobody calls
 * (CloudFormation user guide, AWS::CloudFormation::WaitConditionHandle). Its output is there because osls 4.3 looks for one of
 * its own in the list of a stack that it finds (`s3TransferAcceleration`), and CloudFormation leaves out a list that is empty.
 * The first deploy takes both out.
 */
const EMPTY_STACK = JSON.stringify({
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'Made with termination protection, before the first deploy',
    Resources: { [NOTHING_YET]: { Type: 'AWS::CloudFormation::WaitConditionHandle' } },
    Outputs: { [NOTHING_YET]: { Value: 'nothing is deployed yet' } },
});
/** Whether a stack was made empty and nothing was deployed into it since, but the bucket for packages perhaps. */
function isEmptyStack({ outputs }) {
    return Object.hasOwn(outputs, NOTHING_YET);
}


/***/ }),

/***/ 22985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ findOnPath)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



/** Returns the first program of a name in the folders of a PATH; undefined for none. */
async function findOnPath(name, path) {
    for (const folder of path.split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter).filter((part) => part !== '')) {
        const candidate = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name);
        if (await isProgram(candidate)) {
            return candidate;
        }
    }
    return undefined;
}
async function isProgram(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path)).isFile();
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 62086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ policyRunner)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _core_safeguards_evaluate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62702);
/* harmony import */ var _core_safeguards_javascript_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3494);
/* harmony import */ var _files_disk_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13729);
/* harmony import */ var _files_private_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(93405);
/* harmony import */ var _private_work_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(29659);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(11101);









/** How long a policy of a user's own may take, in milliseconds. */
const LIMIT_MS = 10_000;
/**
 * Returns how policies of users' own are evaluated: in a process that has no environment and, by Node's permissions, reads nothing
 * but its own folder, writes nothing and starts nothing. The host takes signals and sockets from it, too (plugin/policy-host.ts). One that
 * crashes, gives no findings or takes more than ten seconds has found that it could not be evaluated.
 */
function policyRunner({ tempFolder, redactor }) {
    // By this signal Node opens its inspector to whoever sends it: a policy could, to this process.
    process.on('SIGUSR1', () => undefined);
    return (code, input) => (0,_private_work_js__WEBPACK_IMPORTED_MODULE_7__/* .withPrivateFolder */ .m)(tempFolder, 'policy', async (folder) => {
        const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(folder);
        await (0,_files_disk_js__WEBPACK_IMPORTED_MODULE_5__/* .onDisk */ .F)(async () => {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(real, 'policy.js'), code, { mode: 0o600 });
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.copyFile)(await hostProgram(), (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(real, 'host.mjs'));
        });
        await (0,_files_private_js__WEBPACK_IMPORTED_MODULE_6__/* .writePrivateJson */ .FO)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(real, 'input.json'), input);
        const mark = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString('hex');
        const limit = AbortSignal.timeout(LIMIT_MS);
        const { code: exit, output } = await (0,_process_js__WEBPACK_IMPORTED_MODULE_8__/* .runProcess */ .R)({
            command: process.execPath,
            args: [...permissions(real), '--max-old-space-size=512', (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(real, 'host.mjs'), mark],
            folder: real,
            environment: {},
            redactor,
            abort: limit,
        });
        if (limit.aborted) {
            return [(0,_core_safeguards_evaluate_js__WEBPACK_IMPORTED_MODULE_3__/* .crash */ .Oy)(`it took more than ${LIMIT_MS / 1000} s`)];
        }
        const answer = output.split('\n').findLast((line) => line.startsWith(mark));
        const found = answer === undefined ? undefined : (0,_core_safeguards_javascript_js__WEBPACK_IMPORTED_MODULE_4__/* .foreignFindings */ .vD)(parse(answer.slice(mark.length)));
        return found ?? [(0,_core_safeguards_evaluate_js__WEBPACK_IMPORTED_MODULE_3__/* .crash */ .Oy)(exit === 0 ? 'it gave no list of findings' : 'it crashed')];
    }).catch((error) => [(0,_core_safeguards_evaluate_js__WEBPACK_IMPORTED_MODULE_3__/* .crash */ .Oy)(error.name)]);
}
/** Node's own switches for a process that reads one folder. */
function permissions(folder) {
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    const isStable = major > 23 || (major === 23 && minor >= 5) || (major === 22 && minor >= 13);
    return [isStable ? '--permission' : '--experimental-permission', `--allow-fs-read=${folder}`, '--no-warnings'];
}
/** plugin/policy-host.ts as it is built, beside the program that runs (dist/<name>/index.js). */
async function hostProgram() {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(process.argv[1] ?? '')), '..', 'plugin', 'policy-host.js');
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 74797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ findCli)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30742);
/* harmony import */ var _files_workspace_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39019);




const PRODUCTS = ['osls', 'serverless'];
/**
 * Finds the Serverless CLI that a service's project has installed: the nearest `node_modules` from the service's
 * folder up to the workspace's root, osls before serverless. Throws E_CLI_MISSING.
 */
async function findCli(serviceFolder, root) {
    for (let folder = serviceFolder; (0,_files_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .isInside */ .FK)(root, folder); folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder)) {
        for (const product of PRODUCTS) {
            const found = await readCli(product, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'node_modules', product));
            if (found !== undefined) {
                return found;
            }
        }
        if (folder === root) {
            break;
        }
    }
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('E_CLI_MISSING', {
        what: `neither osls nor serverless is installed in ${serviceFolder} or a folder above it`,
        fix: 'add it to the project (npm install --save-dev osls@4), commit the lockfile, and install before this step; with yarn 2 or newer set `nodeLinker: node-modules` in .yarnrc.yml',
    });
}
function readManifest(text, folder) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('E_CLI_MISSING', {
            what: `the package.json in ${folder} is not valid JSON`,
            fix: 'install the dependencies anew',
            cause,
        });
    }
}
async function readCli(product, folder) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'package.json'), 'utf8').catch(() => undefined);
    if (text === undefined) {
        return undefined;
    }
    const { version = '0', bin } = readManifest(text, folder);
    const script = typeof bin === 'string' ? bin : (bin?.[product] ?? bin?.['serverless'] ?? 'bin/serverless.js');
    return { product, version, major: Number.parseInt(version, 10), script: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, script) };
}


/***/ }),

/***/ 79902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ createServerlessRunner)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(30742);
// EXTERNAL MODULE: ./core/once.js
var once = __webpack_require__(38668);
// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(49443);
// EXTERNAL MODULE: ./core/redact.js + 2 modules
var redact = __webpack_require__(3913);
;// CONCATENATED MODULE: ./core/serverless/argv.js
/** Arguments that package a service into `folder`; `parameters` come from `planHandover`, `config` is a file with another name than the usual. */
function packageArguments(target, folder, parameters, config) {
    return ['package', ...common(target, config), '--package', folder, ...parameters];
}
/**
 * Arguments that deploy the very package in `folder`. `force` has the CLI deploy also where the bucket holds an equal
 * package: after a rollback it does, although another version is live (osls 4.3, serverless 3).
 */
function deployArguments(target, folder, parameters, { force = false, config } = {}) {
    return ['deploy', ...common(target, config), '--package', folder, ...(force ? ['--force'] : []), ...parameters];
}
function common(target, config) {
    return ['--stage', target.stage, '--region', target.region, ...(config === undefined ? [] : ['--config', config])];
}

// EXTERNAL MODULE: ./core/serverless/cli.js
var cli = __webpack_require__(83738);
// EXTERNAL MODULE: ./core/serverless/environment.js
var serverless_environment = __webpack_require__(95765);
// EXTERNAL MODULE: ./core/serverless/parameters.js
var parameters = __webpack_require__(11258);
// EXTERNAL MODULE: ./core/serverless/state.js
var state = __webpack_require__(13433);
// EXTERNAL MODULE: ./core/service/definition.js
var definition = __webpack_require__(67296);
// EXTERNAL MODULE: ./io/cancellation.js
var cancellation = __webpack_require__(29463);
// EXTERNAL MODULE: ./io/files/disk.js
var disk = __webpack_require__(13729);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./io/files/folder-hash.js





/** Returns the SHA-256 (hex) of a folder: each file's path, kind, mode and content, links by where they lead. */
async function hashFolder(folder) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const path of await filesBelow(folder)) {
        const { mode } = await (0,promises_.lstat)(path);
        hash.update(`${(0,external_node_path_.relative)(folder, path).split(external_node_path_.sep).join('/')}\0${mode}\0${await hashFile(path)}\0`);
    }
    return hash.digest('hex');
}
async function filesBelow(folder) {
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true });
    const found = await Promise.all(entries.map((entry) => {
        const path = (0,external_node_path_.join)(folder, entry.name);
        return entry.isDirectory() ? filesBelow(path) : [path];
    }));
    return found.flat().sort();
}
/** Returns the SHA-256 of a file, or of where a link leads. */
async function hashFile(path, encoding = 'hex') {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    if ((await (0,promises_.lstat)(path)).isSymbolicLink()) {
        return hash.update(`link:${await (0,promises_.readlink)(path)}`).digest(encoding);
    }
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(path), hash);
    return hash.digest(encoding);
}

// EXTERNAL MODULE: ./io/files/limited.js
var limited = __webpack_require__(83824);
// EXTERNAL MODULE: ./io/files/on-path.js
var on_path = __webpack_require__(22985);
// EXTERNAL MODULE: ./io/files/private.js
var files_private = __webpack_require__(93405);
// EXTERNAL MODULE: ./io/private-work.js
var private_work = __webpack_require__(29659);
// EXTERNAL MODULE: ./io/process.js + 2 modules
var io_process = __webpack_require__(11101);
// EXTERNAL MODULE: ./io/runner/log.js
var log = __webpack_require__(37735);
// EXTERNAL MODULE: ./io/shell.js
var io_shell = __webpack_require__(85156);
;// CONCATENATED MODULE: ./io/serverless/runner.js
























/** Prepares the private folder (empty AWS configuration) and returns a runner that works from it. */
async function createServerlessRunner(parts) {
    const { target } = parts;
    const folder = (0,external_node_path_.join)(parts.folder, target.region);
    const emptyFile = (0,external_node_path_.join)(folder, 'empty');
    await (0,disk/* onDisk */.F)(async () => {
        await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
        await (0,promises_.writeFile)(emptyFile, '', { mode: 0o600 });
        await (0,promises_.mkdir)((0,external_node_path_.join)(folder, 'packages'), { mode: 0o700 });
    });
    const command = await findNode(process.env['PATH'] ?? '');
    const packageFolder = (job) => (0,external_node_path_.join)(folder, 'packages', job.key);
    const contextPath = (job) => (0,external_node_path_.join)(folder, `plugin-${job.key}.json`);
    /** Arguments that point at a job's parameters, by its key. */
    const handedOver = new Map();
    /** Writes what a job hands over into files of its own. */
    const handOver = async (job) => {
        const name = `p-${job.key}.json`;
        const { file, args } = (0,parameters/* planHandover */.t)(job.parameters, (0,external_node_path_.join)(folder, name));
        // A service may be packaged a second time.
        await (0,files_private/* keepFile */.aF)(folder, name, JSON.stringify(file));
        await (0,files_private/* keepFile */.aF)(folder, (0,external_node_path_.basename)(contextPath(job)), JSON.stringify(job.pluginContext));
        handedOver.set(job.key, args);
        return args;
    };
    const run = async (job, args, abort) => {
        const leftOver = (0,external_node_path_.join)(job.folder, '.serverless');
        await (0,files_private/* removeAll */.C0)(leftOver);
        const session = await parts.keys();
        return (0,private_work/* whileRemovable */.b)(leftOver, () => (0,io_process/* runProcess */.R)({
            command,
            args: [...preload(job), job.cli.script, ...args],
            folder: job.folder,
            environment: (0,serverless_environment/* cliEnvironment */.m9)({
                own: process.env,
                session,
                emptyFile,
                schemaCache: (0,external_node_path_.join)(folder, 'schema-cache'),
                exported: exportedTo(job),
                pluginContext: contextPath(job),
                ...((0,cli/* needsLicence */.nR)(job.cli) ? { licence: parts.licence } : {}),
            }),
            redactor: parts.redactor,
            ...(0,only_defined/* onlyDefined */.M)({ abort }),
        }));
    };
    const exportedTo = (job) => job.parameters.filter(({ name }) => parts.exportEnv.includes(name));
    const shell = (job, line, environment) => (0,io_shell/* runShell */.E)(line, { folder: job.folder, environment, redactor: parts.redactor });
    const readPackaged = async (job, name) => (await (0,limited/* readLimited */.t)((0,external_node_path_.join)(packageFolder(job), name), `${job.label}: ${name}`, "a package's state")).toString();
    let first;
    return {
        nodeVersion: (0,once/* once */.O)(() => nodeVersionOf(command)),
        /** The first one goes alone: it compiles the CLI's validator, which the others then find. */
        async package(job) {
            const args = await handOver(job);
            const config = await configOf(job);
            const work = () => run(job, packageArguments(target, packageFolder(job), args, config));
            if (first === undefined) {
                const result = work();
                first = result.catch(() => undefined);
                return result;
            }
            await first;
            return work();
        },
        async hook(job, line, variables) {
            const session = await parts.keys();
            const aws = (0,serverless_environment/* awsEnvironment */.PO)({ own: process.env, session, emptyFile, exported: exportedTo(job) });
            return shell(job, line, { ...aws, ...variables });
        },
        verify: (job, line, variables) => shell(job, line, { ...(0,serverless_environment/* plainEnvironment */.Ud)(process.env), ...variables }),
        async packaged(job) {
            const text = await readPackaged(job, state/* STATE_FILE */.b).catch((error) => {
                if (error instanceof errors/* UserError */.yo) {
                    throw error;
                }
                return '';
            });
            return (0,state/* readPackagedService */.M)(text, target);
        },
        async rewrite(job, name, change) {
            const text = await readPackaged(job, name);
            await (0,disk/* onDisk */.F)(() => (0,promises_.writeFile)((0,external_node_path_.join)(packageFolder(job), name), change(text)));
        },
        async templates(job) {
            const names = (await (0,promises_.readdir)(packageFolder(job))).filter(isNestedTemplate);
            return Promise.all(names.map(async (name) => ({ name, text: await readPackaged(job, name) })));
        },
        hash: (job) => hashFolder(packageFolder(job)),
        fileHash: (job, name) => hashFile((0,external_node_path_.join)(packageFolder(job), name), 'base64').catch(() => undefined),
        async deploy(job, { force, abort, console: address }) {
            const forget = (0,cancellation/* onCancel */.Ao)(() => log/* runnerLog */.t.warning(`cancelled while ${job.label} was deployed: CloudFormation in ${target.region} goes on with its stack; look at ${address}, and run again when it is done`));
            const config = await configOf(job);
            const args = deployArguments(target, packageFolder(job), handedOver.get(job.key) ?? [], { force, config });
            return run(job, args, abort).finally(forget);
        },
    };
}
/** The file that the CLI has to be told of: it does not see one that is a link (osls 4.3, serverless 3). */
async function configOf({ config, folder }) {
    if (config !== undefined) {
        return config;
    }
    for (const name of definition/* SERVICE_FILES */.me) {
        const stat = await (0,promises_.lstat)((0,external_node_path_.join)(folder, name)).catch(() => undefined);
        if (stat !== undefined) {
            return stat.isSymbolicLink() ? name : undefined;
        }
    }
    return undefined;
}
/** Node's arguments before the CLI's program: what leads `${cf:…}` to other stacks, if there is anything to lead. */
function preload({ isRedirected }) {
    return isRedirected ? ['--import', (0,external_node_url_.pathToFileURL)(redirectProgram()).href] : [];
}
/** plugin/redirect.ts as it is built, beside the program that runs (dist/<name>/index.js). */
function redirectProgram() {
    return (0,external_node_path_.join)((0,external_node_path_.dirname)((0,external_node_fs_.realpathSync)(process.argv[1] ?? '')), '..', 'plugin', 'redirect.js');
}
/** Templates that plugins write for nested stacks (serverless-plugin-split-stacks, -nested-stacks). */
function isNestedTemplate(name) {
    return (/^cloudformation-template-.+\.json$/.test(name) &&
        !/^cloudformation-template-(create|update)-stack\.json$/.test(name));
}
async function nodeVersionOf(command) {
    const environment = (0,serverless_environment/* plainEnvironment */.Ud)(process.env);
    const redactor = (0,redact/* createRedactor */.lY)([]);
    const { output } = await (0,io_process/* runProcess */.R)({ command, args: ['--version'], folder: '.', environment, redactor });
    return output.trim();
}
/** The Node that the job set up, as its services expect it; ours where PATH has none. */
async function findNode(path) {
    return (await (0,on_path/* findOnPath */.a)(process.platform === 'win32' ? 'node.exe' : 'node', path)) ?? process.execPath;
}


/***/ }),

/***/ 81146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ readDefinitionText)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _core_service_definition_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67296);
/* harmony import */ var _io_files_workspace_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39019);



/** Returns the file of a service's configuration as it is in the workspace, by its path from the repository's root; undefined if it cannot be read. */
async function readDefinitionText(workspace, folder, { config }) {
    for (const name of config === undefined ? _core_service_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .SERVICE_FILES */ .me : [config]) {
        const file = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder.replaceAll('\\', '/'), name);
        const bytes = await (0,_io_files_workspace_js__WEBPACK_IMPORTED_MODULE_1__/* .readWorkspaceFile */ .sL)(workspace, file).catch(() => undefined);
        if (bytes !== undefined) {
            return { file, text: new TextDecoder().decode(bytes) };
        }
    }
    return undefined;
}


/***/ })

};
