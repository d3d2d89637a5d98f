export const id = 3130;
export const ids = [3130];
export const modules = {

/***/ 4639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GD: () => (/* binding */ publishedByConfiguration),
/* harmony export */   V8: () => (/* binding */ readProblems),
/* harmony export */   W0: () => (/* binding */ isAbsent),
/* harmony export */   WH: () => (/* binding */ ownOutput)
/* harmony export */ });
/* harmony import */ var _output_address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54275);
/* harmony import */ var _serverless_variables_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42653);
/* harmony import */ var _service_compose_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83029);
/* harmony import */ var _service_parameter_outputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90813);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51335);





/** Returns the outputs of services that their configurations say, by key. */
function publishedByConfiguration(services) {
    return new Map(services.flatMap(({ key, published }) => (published === undefined ? [] : [[key, published]])));
}
/** Returns what is wrong with the outputs that a service reads: of a service that the stage does not have, or that nobody publishes. */
function readProblems(service, scene) {
    return readsOf(service, scene).flatMap(({ text, ...output }) => {
        const { fault, isOpen } = faultOf(output, scene);
        return fault === undefined
            ? []
            : [{ level: isOpen ? 'warning' : 'error', message: `it reads \${${text}}, and ${fault}` }];
    });
}
/** Whether it is certain that a stage will not have an output: what falls back goes on to its fallback. */
function isAbsent(output, scene) {
    const { fault, isOpen } = faultOf(output, scene);
    return fault !== undefined && !isOpen;
}
/** Returns the output that the address in `${output:ADDRESS}` names in the stage itself; undefined if it is of elsewhere, or not known. */
function ownOutput(text, { app, stage, services }) {
    const address = (0,_output_address_js__WEBPACK_IMPORTED_MODULE_0__/* .parseOutputAddress */ .Z)(text);
    const key = services.find(({ name }) => name === address.service)?.key;
    const isOwn = (address.app ?? app) === app && (address.stage ?? stage) === stage && address.region === undefined;
    return isOwn && key !== undefined ? { key, output: address.path.join('.') } : undefined;
}
/** Outputs that the Serverless Framework makes by itself (osls 4.3, `lib/plugins/aws/lib/naming.js`). */
const MADE = /^(ServerlessDeploymentBucketName|ServiceEndpoint(Websocket)?|HttpApi(Id|Url)|CloudFrontDistribution(DomainName)?|[A-Za-z0-9]+(LambdaFunctionQualifiedArn|LambdaFunctionUrl|LambdaLayerQualifiedArn|LambdaLayerHash|LambdaLayerS3Key))$/;
/** Why a stage will not have an output; `isOpen` if a plugin may publish it all the same. */
function faultOf({ key, output }, { stage, services, only, published }) {
    const keys = services.map((service) => service.key);
    if (!keys.includes(key)) {
        return { fault: `there is no service "${key}" – ${(0,_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .suggestName */ .S)(key, keys)}`, isOpen: false };
    }
    if (only?.includes(key) === false) {
        return { fault: `"${stage}" does not have the service "${key}"`, isOpen: false };
    }
    const { names, isOpen } = published.get(key) ?? { names: [], isOpen: true };
    const isKnown = names.some((name) => name === output || name.startsWith(`${output}.`)) || MADE.test(output);
    return isKnown || !published.has(key)
        ? { isOpen }
        : { fault: `"${key}" publishes no output "${output}" – ${(0,_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .suggestName */ .S)(output, names)}`, isOpen };
}
/** What a service reads of others in its own stage, without a fallback; `text` is how its configuration calls it. */
function readsOf({ reads, composeParams }, scene) {
    const { services, given, lookup } = scene;
    const keys = services.map(({ key }) => key);
    const params = reads.needed.flatMap((name) => {
        const output = given.has(name) ? undefined : (0,_service_parameter_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .outputOfParameter */ .Y)(name, keys);
        return output === undefined ? [] : [{ text: `param:${name}`, key: output.key, output: output.path.join('.') }];
    });
    const outputs = reads.neededOutputs.flatMap((written) => {
        const text = (0,_serverless_variables_js__WEBPACK_IMPORTED_MODULE_1__/* .substitute */ .V)(written, lookup);
        const output = text.includes('${') ? undefined : ownOutput(text, scene);
        return output === undefined ? [] : [{ text: `output:${text}`, ...output }];
    });
    // Compose knows no fallback.
    const handedOver = Object.values(composeParams).flatMap((template) => (0,_service_compose_js__WEBPACK_IMPORTED_MODULE_2__/* .composeReferences */ .rd)(template).map(([key, output]) => ({ text: `${key}.${output}`, key, output })));
    return [...params, ...outputs, ...handedOver];
}


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

/***/ 34088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $K: () => (/* binding */ ownerSchema),
/* harmony export */   $S: () => (/* binding */ describeOwner),
/* harmony export */   AA: () => (/* binding */ checkOwner),
/* harmony export */   iz: () => (/* binding */ ownerOfRun),
/* harmony export */   s0: () => (/* binding */ sameOwner)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37728);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);


/** Whose a deployment is: a repository's (with the ref of its preview), or a person's. */
const ownerSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .variant */ .Oxt('kind', [
    valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        kind: valibot__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('repository'),
        id: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        /** `owner/name`, for people; the id decides. */
        name: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        /** Full ref of a preview; absent for a configured stage. */
        ref: valibot__WEBPACK_IMPORTED_MODULE_1__/* .exactOptional */ .yqP(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    }),
    valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ kind: valibot__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('user'), user: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
]);
/**
 * Returns whose a stage is that a run changes: the repository's, for a preview its ref's, for a personal stage the person's.
 */
function ownerOfRun({ repositoryId, repository, person }, { kind, ref }) {
    if (kind === 'personal' && person !== undefined) {
        return { kind: 'user', user: person.user };
    }
    return { kind: 'repository', id: repositoryId, name: repository, ...(kind === 'preview' ? { ref } : {}) };
}
/** Whether two owners are the same: a renamed repository stays itself. */
function sameOwner(a, b) {
    if (a.kind === 'user' || b.kind === 'user') {
        return a.kind === 'user' && b.kind === 'user' && a.user === b.user;
    }
    return a.id === b.id && a.ref === b.ref;
}
/** Spells an owner for people. */
function describeOwner(owner) {
    if (owner.kind === 'user') {
        return owner.user;
    }
    return `${owner.name}${owner.ref === undefined ? '' : ` (${owner.ref})`}`;
}
/** Refuses a deployment that is somebody else's; throws E_STACK_FOREIGN. */
function checkOwner(what, found, ours) {
    if (!sameOwner(found, ours)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_STACK_FOREIGN', {
            what: `${what} belongs to ${describeOwner(found)}, and this run is of ${describeOwner(ours)}`,
            why: 'it was left untouched',
            fix: ours.kind === 'user'
                ? 'leave --stage out, or give your stage another name with it'
                : 'give the service another `service:`, or the application another `app:`, in one of the two',
        });
    }
}


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

/***/ 29060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ truncateText),
/* harmony export */   X: () => (/* binding */ truncateSummary)
/* harmony export */ });
/**
 * Cuts a text to a number of UTF-16 units, `…` included, and leaves no half of a pair: a receiver would refuse it or show
 * another sign.
 */
function truncateText(text, max) {
    if (text.length <= max) {
        return text;
    }
    const start = text.slice(0, max - 1);
    return `${start.replace(/[\uD800-\uDBFF]$/, '')}…`;
}
/** GitHub takes a job summary of 1 MiB at most, and shows nothing of a longer one; some is left for other steps' parts. */
const MAX_SUMMARY_BYTES = 900 * 1024;
/** Cuts the Markdown of a job summary behind a line, and says so. */
function truncateSummary(text) {
    const bytes = Buffer.from(text);
    if (bytes.length <= MAX_SUMMARY_BYTES) {
        return text;
    }
    const start = bytes.subarray(0, MAX_SUMMARY_BYTES).toString();
    return `${start.slice(0, start.lastIndexOf('\n'))}\n\nThe rest is too long to be shown here.\n`;
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


/***/ }),

/***/ 93405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AG: () => (/* binding */ readPrivateJson),
/* harmony export */   C0: () => (/* binding */ removeAll),
/* harmony export */   FO: () => (/* binding */ writePrivateJson),
/* harmony export */   I2: () => (/* binding */ makePrivateFolder),
/* harmony export */   aF: () => (/* binding */ keepFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30742);
/* harmony import */ var _disk_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13729);
/* harmony import */ var _limited_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83824);





/** Makes a folder of its own (0700) in a temp folder; throws E_INPUT with the system's reason where that fails. */
async function makePrivateFolder(tempFolder, name) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(tempFolder, { recursive: true });
        const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(tempFolder, `${name}-`));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(folder, 0o700);
        return folder;
    }
    catch (cause) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('E_INPUT', {
            what: `no folder can be made in the runner's temp folder "${tempFolder}": ${cause.message}`,
            fix: 'check RUNNER_TEMP, its rights and the free space',
            cause,
        });
    }
}
/** Writes a value as JSON to a new file that only its owner can read (0600); throws E_INPUT where the disk fails. */
async function writePrivateJson(path, value) {
    await (0,_disk_js__WEBPACK_IMPORTED_MODULE_3__/* .onDisk */ .F)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, JSON.stringify(value), { mode: 0o600, flag: 'wx' }));
}
/** Writes a file that only its owner can read (0600), over one that is there; returns its path. Throws E_INPUT where the disk fails. */
async function keepFile(folder, name, text) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name);
    await (0,_disk_js__WEBPACK_IMPORTED_MODULE_3__/* .onDisk */ .F)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, text, { mode: 0o600 }));
    return path;
}
/** Reads a JSON file of ours; throws E_INPUT, with the name of the input that holds its path, if it cannot; `fix` says where it comes from. */
async function readPrivateJson(path, input, fix = `pass load-profile's output "${input}" on, in the same job`) {
    try {
        return JSON.parse((await (0,_limited_js__WEBPACK_IMPORTED_MODULE_4__/* .readLimited */ .t)(path, path, "a file of the action's")).toString());
    }
    catch (cause) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('E_INPUT', {
            what: `the file of the input "${input}" cannot be read: "${path}"`,
            fix,
            cause,
        });
    }
}
/** Removes a file or a folder with all in it; it may be gone already. */
async function removeAll(path) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 });
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


/***/ }),

/***/ 67731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ byFolder)
/* harmony export */ });
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89680);

/**
 * Does a piece of work for each service, several at once, but one after the other for those of one folder: the Serverless Framework
 * uses it for one package at a time. Returns what came of each, in the order of the services.
 */
async function byFolder(services, concurrency, work) {
    const limit = (0,p_limit__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(concurrency);
    const queues = new Map();
    return Promise.all(services.map((service) => {
        const queue = queues.get(service.path) ?? (0,p_limit__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(1);
        queues.set(service.path, queue);
        return queue(() => limit(() => work(service)));
    }));
}


/***/ }),

/***/ 4844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GA: () => (/* binding */ openOffline),
  "if": () => (/* binding */ packageOffline),
  cO: () => (/* binding */ sceneOf),
  kP: () => (/* binding */ servicesFor)
});

;// CONCATENATED MODULE: ./core/check/failure.js
/** Sources of variables that ask AWS. */
const CLOUD = ['ssm', 'cf', 's3', 'aws'];
/**
 * Returns why nothing can be said of a service that could not be packaged without the cloud; undefined if the fault is its own.
 * `unknown` are names that it was given placeholders for.
 */
function whyNotAsked(output, { reads }, unknown) {
    const asks = reads.unknown.filter((source) => CLOUD.includes(source));
    if (NO_CREDENTIALS.test(output)) {
        return asks.length === 0
            ? 'it asks AWS while it is packaged'
            : `it reads \${${asks.join(':…}, ${')}:…}, which needs the cloud`;
    }
    if (OF_NO_VALUE.test(output) || isOfParameters(output)) {
        return undefined;
    }
    if (/\b(ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|ENETUNREACH)\b/.test(output)) {
        return 'it asks the network while it is packaged';
    }
    const needed = unknown.filter((name) => reads.anyParam || [...reads.params, ...reads.outputs].includes(name));
    return needed.length === 0 ? undefined : `it cannot be packaged without the values of ${needed.join(', ')}`;
}
/** What osls, serverless 3 and 4, and AWS's SDKs say without credentials. */
const NO_CREDENTIALS = /AWS provider credentials not found|Could not load credentials|CredentialsProviderError|Missing credentials in config|Unable to locate credentials|CredentialsError/i;
/** Faults that are the configuration's, whatever its values are (osls 4.3, serverless 3). */
const OF_NO_VALUE = /Value not found at "(?!param|self)[\w-]+" source|unrecognized property|Unrecognized configuration variable sources|(Serverless )?[Pp]lugin "[^"]+" (not found|does not exist)|Cannot find module|Cannot (parse|load)|YAML(Exception| syntax)|is not (compatible|supported)|Returned JS function errored|Could not locate|Cannot resolve "[^"]*": Received rejection|No file matches include|Missing "[a-z]+" property/;
/** Whether a parameter that nobody gives is what is missing (osls 4.3, serverless 3 and 4). */
function isOfParameters(output) {
    return /Value not found at "param" source|The param "[^"]*" cannot be resolved/.test(output);
}

// EXTERNAL MODULE: ./core/configuration/schema.js + 1 modules
var schema = __webpack_require__(28665);
// EXTERNAL MODULE: ./core/serverless/variables.js
var variables = __webpack_require__(42653);
// EXTERNAL MODULE: ./core/service/compose.js
var compose = __webpack_require__(83029);
// EXTERNAL MODULE: ./core/service/parameter-outputs.js
var parameter_outputs = __webpack_require__(90813);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./core/aws/region.js
var aws_region = __webpack_require__(87055);
;// CONCATENATED MODULE: ./core/check/placeholder.js


/** The mark in every placeholder, by which a package's texts are told from values. */
const MARK = 'unknown-[0-9a-f]{8}-value';
/** A placeholder as it was made, or what the Serverless Framework cut out of it. */
const PLACEHOLDER = new RegExp(`(?:https://|arn:aws[a-z-]*:[a-z0-9-]*:[a-z0-9-]*:(?:0{12})?:(?:[a-z]+/)?)?${MARK}(?:\\.invalid|/stream/${MARK})?`, 'g');
/**
 * Returns what stands for a value that is not known without the cloud: a secret parameter, an output. It has the form that its name
 * promises (an ARN, an address), since the Serverless Framework refuses an event source that is no ARN; equal names have equal
 * placeholders.
 */
function placeholderFor(name, region) {
    const mark = `unknown-${(0,external_node_crypto_.createHash)('sha256').update(name).digest('hex').slice(0, 8)}-value`;
    if (/arn$/i.test(name)) {
        return arnFor(name, mark, region);
    }
    return /(?:ur[il]|endpoint)$/i.test(name) ? `https://${mark}.invalid` : mark;
}
/** The services whose ARNs the Serverless Framework looks into, by what their outputs are called. */
const SERVICES = [
    [/table.*stream|stream.*table/i, (mark, place) => `dynamodb:${place}:table/${mark}/stream/${mark}`],
    [/stream/i, (mark, place) => `kinesis:${place}:stream/${mark}`],
    [/queue|dlq/i, (mark, place) => `sqs:${place}:${mark}`],
    [/topic/i, (mark, place) => `sns:${place}:${mark}`],
    [/table/i, (mark, place) => `dynamodb:${place}:table/${mark}`],
    [/bucket/i, (mark) => `s3:::${mark}`],
    [/bus/i, (mark, place) => `events:${place}:event-bus/${mark}`],
    [/pool/i, (mark, place) => `cognito-idp:${place}:userpool/${mark}`],
    [/role|policy|boundary/i, (mark) => `iam::${ACCOUNT}:role/${mark}`],
];
/** No account has this number. */
const ACCOUNT = '000000000000';
function arnFor(name, mark, region) {
    const place = `${region}:${ACCOUNT}`;
    const [, rest] = SERVICES.find(([pattern]) => pattern.test(name)) ?? [];
    return `arn:${(0,aws_region/* partitionOf */.iQ)(region)}:${rest?.(mark, place) ?? `lambda:${place}:${mark}`}`;
}

// EXTERNAL MODULE: ./core/check/reads.js
var reads = __webpack_require__(4639);
;// CONCATENATED MODULE: ./core/check/parameters.js






/** Returns what a service is packaged with without the cloud. */
function offlineParameters(service, { parameters, hasMore, region, scene }) {
    const { lookup } = scene;
    const known = new Map();
    const unknown = [];
    const missing = [];
    const give = (name, value, source) => known.set(name, { name, value, secret: false, source });
    const placehold = (name) => {
        unknown.push(name);
        return placeholderFor(name, region);
    };
    for (const [name, value] of Object.entries(parameters)) {
        give(name, (0,schema/* isLiteral */.c$)(value) ? String(value) : placehold(name), 'profile');
    }
    for (const [name, template] of Object.entries(service.composeParams)) {
        const withOutputs = [...(0,compose/* composeReferences */.rd)(template)].reduce((text, [key, output]) => text.replaceAll(`\${${key}.${output}}`, () => placehold(`${key}.${output}`)), (0,variables/* substitute */.V)(template, lookup));
        missing.push(...(0,compose/* composeVariables */.OU)(template).filter((variable) => !known.has(variable) && !hasMore));
        const value = (0,compose/* withComposeVariables */.ai)(withOutputs, (variable) => known.get(variable)?.value ?? placehold(variable));
        give(name, value, 'serverless-compose.yml');
    }
    const keys = scene.services.map(({ key }) => key);
    for (const name of service.reads.params) {
        const output = known.has(name) ? undefined : (0,parameter_outputs/* outputOfParameter */.Y)(name, keys);
        // One that nobody publishes is left to its fallback.
        if (output !== undefined && !(0,reads/* isAbsent */.W0)({ key: output.key, output: output.path.join('.') }, scene)) {
            give(name, placehold(name), 'output');
        }
    }
    const addresses = service.reads.outputs.map((written) => (0,variables/* substitute */.V)(written, lookup));
    const outputs = addresses
        .filter((address) => !address.includes('${'))
        .map((address) => {
        const output = (0,reads/* ownOutput */.WH)(address, scene);
        const problem = `"${address}" is published by no service`;
        return [address, output !== undefined && (0,reads/* isAbsent */.W0)(output, scene) ? { problem } : { value: placehold(address) }];
    });
    return { parameters: [...known.values()], outputs: Object.fromEntries(outputs), missing, unknown };
}

// EXTERNAL MODULE: ./core/stack/template-text.js
var template_text = __webpack_require__(44484);
;// CONCATENATED MODULE: ./core/check/unknowns.js


/** Functions of CloudFormation whose argument is a name in the template, not a value. */
const NAMES = ['Ref', 'Fn::GetAtt', 'Fn::FindInMap', 'Condition', 'DependsOn', 'Type'];
/**
 * Returns a template, or a part of one, with what CloudFormation has for values that are not known yet (`Ref`, `Fn::Join`, `Fn::Sub`) in
 * the place of placeholders: no policy takes one for a value.
 */
function withUnknowns(value) {
    if (typeof value === 'string') {
        return withUnknownParts(value);
    }
    if (Array.isArray(value)) {
        return value.map(withUnknowns);
    }
    return typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withUnknownsOf(key, item)]))
        : value;
}
/** Returns a text with `unknown` in the place of every placeholder. */
function replacePlaceholders(text, unknown) {
    return text.replace(PLACEHOLDER, () => unknown);
}
function withUnknownsOf(key, item) {
    if (NAMES.includes(key)) {
        return item;
    }
    if (key !== 'Fn::Sub') {
        return withUnknowns(item);
    }
    const inText = (text) => (typeof text === 'string' ? replacePlaceholders(text, `\${${template_text/* UNTOLD */.tl}}`) : text);
    return Array.isArray(item) ? [inText(item[0]), ...item.slice(1).map(withUnknowns)] : inText(item);
}
function withUnknownParts(text) {
    const pieces = text.split(PLACEHOLDER);
    if (pieces.length === 1) {
        return text;
    }
    const parts = pieces.flatMap((piece, index) => [
        ...(index === 0 ? [] : [{ Ref: template_text/* UNTOLD */.tl }]),
        ...(piece === '' ? [] : [piece]),
    ]);
    return parts.length === 1 ? parts[0] : { 'Fn::Join': ['', parts] };
}

// EXTERNAL MODULE: ./core/child-exit.js
var child_exit = __webpack_require__(27972);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(30742);
// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(49443);
// EXTERNAL MODULE: ./core/serverless/cli.js
var serverless_cli = __webpack_require__(83738);
// EXTERNAL MODULE: ./core/serverless/names.js
var names = __webpack_require__(27044);
// EXTERNAL MODULE: ./core/serverless/parameters.js
var serverless_parameters = __webpack_require__(11258);
// EXTERNAL MODULE: ./stage/deploy/plan/find-clis.js
var find_clis = __webpack_require__(33933);
// EXTERNAL MODULE: ./stage/deploy/plan/stage-plan.js + 4 modules
var stage_plan = __webpack_require__(66250);
// EXTERNAL MODULE: ./stage/deploy/service/check-safeguards.js
var check_safeguards = __webpack_require__(27756);
// EXTERNAL MODULE: ./stage/deploy/service/stack-claims.js
var stack_claims = __webpack_require__(74934);
;// CONCATENATED MODULE: ./stage/check/package-offline.js

















/** Returns the services of an application, as a stage has them. Throws E_SERVICE_CONFIG and its kin. */
function servicesFor(configuration, { discover }) {
    return discover(configuration.services, lookupIn(configuration));
}
/** Returns what is known of the outputs of a stage's services. */
function sceneOf({ configuration: { app, stage, only }, services, lookup, }, published) {
    return { app, stage: stage.name, services, only, published, lookup };
}
/** Opens a region of a stage for packages without the cloud. */
async function openOffline(configuration, region, services, { createRunner, licence }) {
    const target = { stage: configuration.stage.name, region };
    const runner = await createRunner({ target, exportEnv: configuration.profile.exportEnv, licence });
    const lookup = lookupIn(configuration, region);
    return { configuration, region, services, runner, claimStack: (0,stack_claims/* createStackClaims */.W)(), lookup };
}
/** What variables are known to be in a stage without the cloud, and in one of its regions. */
function lookupIn(configuration, region) {
    const literals = Object.entries(configuration.profile.parameters).flatMap(([name, value]) => (0,schema/* isLiteral */.c$)(value) ? [{ name, value: String(value), secret: false, source: 'literal' }] : []);
    return (0,stage_plan/* lookupOf */._H)(configuration, literals, region);
}
/**
 * Packages a service with placeholders, and checks its names; once more with one for each parameter that may stand below
 * `parameters-path`. `reason` says why it cannot be packaged without the cloud. Throws E_PACKAGE_FAILED, E_NAME_TOO_LONG, E_STACK_COLLISION, E_CLI_MISSING, E_CLI_VERSION.
 */
async function packageOffline(service, around, edges) {
    const { configuration, region, services, runner, claimStack } = around;
    if (service.commands?.beforeDeploy !== undefined) {
        return { reason: 'its hook before-deploy runs in the deploy alone' };
    }
    (0,find_clis/* checkNames */.L)(service, configuration);
    const cli = await edges.findCli(edges.folderOf(service));
    if ((0,serverless_cli/* needsLicence */.nR)(cli) && Object.keys(edges.licence).length === 0) {
        return { reason: `serverless ${cli.version} needs a key` };
    }
    const { parameters, parametersPath } = configuration.profile;
    const hasMore = parametersPath !== undefined;
    const offline = offlineParameters(service, {
        parameters,
        hasMore,
        region,
        scene: sceneOf(around, (0,reads/* publishedByConfiguration */.GD)(services)),
    });
    const lacking = service.reads.needed.filter((name) => !offline.parameters.some((known) => known.name === name));
    const first = jobOf(service, cli, offline, around, edges);
    (0,serverless_cli/* checkCli */.dT)(cli, true);
    if ((0,serverless_cli/* needsLicence */.nR)(cli)) {
        (0,serverless_parameters/* checkServerless4Values */.j)(first.parameters);
    }
    let { job, result } = { job: first, result: await runner.package(first) };
    if (result.code !== 0 && hasMore && lacking.length > 0 && isOfParameters(result.output)) {
        const guessed = lacking.map((name) => ({
            name,
            value: placeholderFor(name, region),
            secret: false,
            source: 'parameters-path',
        }));
        job = { ...first, parameters: [...first.parameters, ...guessed] };
        result = await runner.package(job);
    }
    if (result.code !== 0) {
        edges.log.foreign(`${job.label}: ${cli.product} package`, result.output);
        const unknown = [...offline.unknown, ...(hasMore ? lacking : [])];
        const reason = (0,serverless_cli/* licenceFailure */.gw)(cli, result.output)?.message ?? whyNotAsked(result.output, service, unknown);
        if (reason !== undefined) {
            return { reason };
        }
        throw new errors/* UserError */.yo('E_PACKAGE_FAILED', {
            what: `it cannot be packaged for "${configuration.stage.name}" (${(0,child_exit/* describeExit */.K)(result)})`,
            why: (0,child_exit/* lastWords */.a)(result.output),
            fix: isOfParameters(result.output) && lacking.length > 0
                ? `give the profile "${configuration.profile.name}" what it needs of these: ${lacking.join(', ')}`
                : 'mend what it says',
        });
    }
    const packaged = told(await runner.packaged(job));
    if (!packaged.stack.includes(template_text/* UNKNOWN_PART */.DQ)) {
        claimStack(packaged.stack, service.key);
        (0,names/* checkTemplateNames */.XA)(packaged.stack, packaged.resources, region);
    }
    const problems = offline.missing.map((name) => ({
        level: 'error',
        message: `serverless-compose.yml reads \${env:${name}}, and the profile "${configuration.profile.name}" has no parameter "${name}"`,
    }));
    const nested = (await (0,check_safeguards/* nestedTemplates */.h)(job, runner)).map((one) => withUnknowns(one));
    return { job, packaged, nested, problems };
}
function jobOf(service, cli, { parameters, outputs }, { configuration, region }, { folderOf }) {
    const { app, stage, accounts, profile } = configuration;
    const reader = { app, stage: stage.name, kind: stage.kind, region, accounts };
    return {
        key: service.key,
        label: `${service.key} for ${stage.name}${profile.regions.length > 1 ? ` in ${region}` : ''}`,
        ...(0,only_defined/* onlyDefined */.M)({ config: service.config }),
        folder: folderOf(service),
        cli,
        parameters,
        pluginContext: { schemaVersion: 1, reader, resolved: outputs, stacks: {} },
        isRedirected: false,
    };
}
/** A package with what CloudFormation has for unknown values in the place of placeholders. */
function told(packaged) {
    const { template, resources, outputs, functions, provider, stackTags, stack } = packaged;
    const unknowns = withUnknowns({ template, resources, outputs, functions, provider });
    const tags = Object.entries(stackTags).map(([tag, value]) => [tag, replacePlaceholders(value, template_text/* UNKNOWN_PART */.DQ)]);
    return {
        ...packaged,
        ...unknowns,
        stackTags: Object.fromEntries(tags),
        stack: replacePlaceholders(stack, template_text/* UNKNOWN_PART */.DQ),
    };
}


/***/ }),

/***/ 16261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ openCheck)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _core_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3913);
/* harmony import */ var _core_safeguards_settings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41224);
/* harmony import */ var _core_service_discover_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22993);
/* harmony import */ var _io_files_workspace_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(39019);
/* harmony import */ var _io_policy_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(62086);
/* harmony import */ var _io_runner_log_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(37735);
/* harmony import */ var _io_serverless_find_cli_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(74797);
/* harmony import */ var _io_serverless_runner_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(79902);
/* harmony import */ var _io_services_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(69684);
/* harmony import */ var _definition_text_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(81146);












/** Opens the ways of a check to the checkout and the Serverless CLI. Throws E_INPUT. */
async function openCheck(parts, { workspace }) {
    const { workingDirectory, licence, concurrency, folder } = parts;
    const top = await (0,_io_files_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .workspaceFolder */ .ih)(workspace, '.', 'GITHUB_WORKSPACE');
    const root = await (0,_io_files_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .workspaceFolder */ .ih)(workspace, workingDirectory, 'working-directory');
    const redactor = (0,_core_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .createRedactor */ .lY)(Object.values(licence));
    const runPolicy = (0,_io_policy_js__WEBPACK_IMPORTED_MODULE_6__/* .policyRunner */ .L)({ tempFolder: folder, redactor });
    const salt = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
    return {
        discover: (configured, lookup) => (0,_core_service_discover_js__WEBPACK_IMPORTED_MODULE_4__/* .discoverServices */ .U)((0,_io_services_js__WEBPACK_IMPORTED_MODULE_10__/* .workspaceFiles */ .P)(root), configured, lookup),
        folderOf: ({ path }) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path),
        findCli: (start) => (0,_io_serverless_find_cli_js__WEBPACK_IMPORTED_MODULE_8__/* .findCli */ .M)(start, top),
        createRunner: ({ target, ...more }) => {
            // A region alone: the CLI gets no keys.
            const keys = () => Promise.resolve({ region: target.region });
            return (0,_io_serverless_runner_js__WEBPACK_IMPORTED_MODULE_9__/* .createServerlessRunner */ .b)({ ...more, target, keys, redactor, folder: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, target.stage) });
        },
        safeguardingOf: ({ safeguards, waivers, stage }) => ({
            safeguards: safeguards ?? (0,_core_safeguards_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .safeguardsOf */ .L)([], stage),
            waivers: waivers ?? [],
            runPolicy,
            redactor,
            salt,
            readDefinition: (service) => (0,_definition_text_js__WEBPACK_IMPORTED_MODULE_11__/* .readDefinitionText */ .D)(workspace, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workingDirectory, service.path), service),
        }),
        licence,
        concurrency,
        now: Date.now,
        log: (0,_io_runner_log_js__WEBPACK_IMPORTED_MODULE_7__/* .redactingLog */ .K)(_io_runner_log_js__WEBPACK_IMPORTED_MODULE_7__/* .runnerLog */ .t, redactor),
    };
}


/***/ }),

/***/ 89680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ pLimit)
});

// UNUSED EXPORTS: limitFunction

;// CONCATENATED MODULE: ../node_modules/yocto-queue/index.js
/*
How it works:
`this.#head` is an instance of `Node` which keeps track of its current value and nests another instance of `Node` that keeps the value that comes after it. When a value is provided to `.enqueue()`, the code needs to iterate through `this.#head`, going deeper and deeper to find the last value. However, iterating through every single item is slow. This problem is solved by saving a reference to the last value as `this.#tail` so that it can reference it to add a new value.
*/

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		// Clean up tail reference when queue becomes empty
		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		// TODO: Node.js 18.
		// return this.#head?.value;
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

;// CONCATENATED MODULE: ../node_modules/p-limit/index.js


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		// Process the next queued function if we're under the concurrency limit
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		// Execute the function and capture the result promise
		const result = (async () => function_(...arguments_))();

		// Resolve immediately with the promise (don't wait for completion)
		resolve(result);

		// Wait for the function to complete (success or failure)
		// We catch errors here to prevent unhandled rejections,
		// but the original promise rejection is preserved for the caller
		try {
			await result;
		} catch {}

		// Decrement active count and process next queued function
		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		// Queue the internal resolve function instead of the run function
		// to preserve the asynchronous execution context.
		new Promise(internalResolve => { // eslint-disable-line promise/param-names
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_)); // eslint-disable-line promise/prefer-await-to-then

		// Start processing immediately if we haven't reached the concurrency limit
		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					// eslint-disable-next-line no-unmodified-loop-condition
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					// The iterable threw, so `Promise.all` never observes the already scheduled promises. Observe them here to avoid unhandled rejections.
					for (const promise of promises) {
						promise.catch(() => {}); // eslint-disable-line promise/prefer-await-to-then
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}


/***/ })

};
