export const id = 2425;
export const ids = [2425];
export const modules = {

/***/ 58145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ decideDeployment)
/* harmony export */ });
/* harmony import */ var _short_commit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99341);
/* harmony import */ var _stack_status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47074);


/**
 * Decides whether a service is deployed. It is left alone only where its record says that it was deployed, its
 * fingerprint is equal, and the stack stands complete just as that deploy left it; in doubt it is deployed.
 */
function decideDeployment({ forced, record, stack, fingerprint, doubt }) {
    const reason = reasonToDeploy({ forced, record, stack, fingerprint, doubt });
    const commit = record?.completed?.commit;
    const since = commit === undefined ? '' : ` since ${(0,_short_commit_js__WEBPACK_IMPORTED_MODULE_1__/* .shortCommit */ .A)(commit)}`;
    return reason === undefined ? { deploy: false, reason: `nothing differs${since}` } : { deploy: true, reason };
}
function reasonToDeploy({ forced, record, stack, fingerprint, doubt }) {
    if (forced) {
        return 'asked for by name';
    }
    if (record === undefined) {
        return stack === undefined
            ? 'it is not deployed yet'
            : 'its stack was not deployed by this product, and is taken over';
    }
    const { completed } = record;
    if (record.status !== 'deployed' || completed === undefined) {
        return NOT_DEPLOYED[record.status];
    }
    if (stack === undefined) {
        return 'its stack is gone';
    }
    if (!(0,_stack_status_js__WEBPACK_IMPORTED_MODULE_0__/* .isSuccess */ .oJ)(stack.status)) {
        return `its stack is ${stack.status}`;
    }
    if (stack.id !== completed.stack || stack.changed !== completed.changed) {
        return 'its stack was changed by something else';
    }
    if (doubt !== undefined) {
        return doubt;
    }
    return completed.fingerprint === undefined || fingerprint === undefined
        ? 'it is not known what its last deploy was made of'
        : difference(completed.fingerprint, fingerprint, completed.commit);
}
/** Why a record that does not say `deployed`, or of nothing that was completed, has its service deployed. */
const NOT_DEPLOYED = {
    deployed: 'nothing of it was ever completed',
    deploying: 'its last deploy was cut off',
    interrupted: 'its last deploy was cancelled',
    failed: 'its last deploy failed',
    removing: 'its removal was cut off',
    orphaned: 'its removal failed',
};
const PARTS = {
    source: 'its files or locked dependencies',
    parameters: 'parameters that it reads',
    outputs: 'outputs that it reads',
    tools: 'the versions of the Serverless Framework or Node.js, the permissions boundary, or its commands after a deploy',
};
function difference(before, now, commit) {
    const names = Object.keys(PARTS).filter((name) => before[name] !== now[name]);
    const since = commit === undefined ? '' : ` since ${(0,_short_commit_js__WEBPACK_IMPORTED_MODULE_1__/* .shortCommit */ .A)(commit)}`;
    return names.length === 0 ? undefined : `${names.map((name) => PARTS[name]).join(' and ')} changed${since}`;
}


/***/ }),

/***/ 97436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JO: () => (/* binding */ hashOutputs),
/* harmony export */   _4: () => (/* binding */ hashInputs),
/* harmony export */   kv: () => (/* binding */ doubtOf)
/* harmony export */ });
/* unused harmony export hashJson */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** Hashes what a deployment is made with, besides its source. */
function hashInputs(parts) {
    const { reads, exportEnv } = parts;
    const isRead = ({ name }) => reads.anyParam || reads.params.includes(name) || exportEnv.includes(name);
    const parameters = parts.parameters
        .filter(isRead)
        .map((parameter) => [parameter.name, parameter.secret ? hashSecret(parameter.value, parts.salt) : parameter.value])
        .sort();
    const outputs = parts.outputs.map(({ address, value }) => [address, value]).sort();
    const { product, version } = parts.cli;
    const boundary = parts.boundary === undefined ? [] : [parts.boundary];
    const { verify, afterDeploy } = parts.commands ?? {};
    const commands = verify === undefined && afterDeploy === undefined ? [] : [{ verify, afterDeploy }];
    return {
        parameters: hashJson(parameters),
        outputs: hashOutputs(outputs, parts.salt),
        tools: hashJson([product, version, parts.nodeVersion, ...boundary, ...commands]),
    };
}
/**
 * Returns the hash of a plain JSON value, whatever the order of its keys: SHA-256, cut to 32 hex digits, so that a record
 * stays small.
 */
function hashJson(value) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(value, inOrder)).digest('hex').slice(0, 32);
}
function inOrder(_key, value) {
    const isMapping = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isMapping ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
}
/** Returns the hash of outputs: any of them may be a secret, so it is made slowly. */
function hashOutputs(outputs, salt) {
    return hashSecret(JSON.stringify(outputs, inOrder), salt);
}
const known = new Map();
/** A secret is hashed slowly: who may read the ledger cannot try out all short ones. */
function hashSecret(value, salt) {
    const place = `${salt}\0${value}`;
    const hash = known.get(place) ?? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.scryptSync)(value, salt, 16, { N: 4096 }).toString('hex');
    known.set(place, hash);
    return hash;
}
/** Says why a service counts as changed although nothing known of it differs; undefined where all is known. */
function doubtOf(service) {
    if (service.isProgram) {
        return 'its configuration is a program, so it may always differ';
    }
    if (service.triggers === 'always') {
        return 'triggers: always';
    }
    if (service.commands?.beforeDeploy !== undefined) {
        return 'its hook before-deploy may always make something else';
    }
    const { unknown } = service.reads;
    return unknown.length === 0 ? undefined : `it reads \${${unknown.join('}, ${')}}, whose values are not known before`;
}


/***/ }),

/***/ 19877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ lookUpOutput)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51335);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91539);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59461);




/**
 * Reads an output: from the stage that the address names, else from the reader's own, else from its base stage. The value
 * is read from the stack itself. What is not there is `found: false` with the error that says where it was looked for
 * and what there is: the reader may have a fallback. Throws E_OUTPUT_ACCOUNT for a stage of another account.
 */
async function lookUpOutput(address, reader, find) {
    const places = placesOf(address, reader);
    for (const place of places) {
        checkAccount(address, place, reader);
        const stack = await find(place, address.service);
        if (stack !== undefined) {
            checkGivenBack(address, place, stack);
            const value = (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .readOutput */ .ov)(stack.outputs, address.path);
            return value === undefined
                ? { found: false, problem: noOutput(address, place, stack) }
                : { found: true, value, stage: place.stage };
        }
    }
    return { found: false, problem: noDeployment(address, places) };
}
function placesOf(address, reader) {
    const app = address.app ?? reader.app;
    const region = address.region ?? reader.region;
    const wanted = address.stage ?? reader.stage;
    const own = { app, region, stage: wanted, kinds: kindsOf(wanted, reader) };
    const base = address.stage === undefined ? reader.baseStage : undefined;
    return base === undefined ? [own] : [own, { app, region, stage: base, kinds: ['configured'] }];
}
/** Stages of this application say in which account they are. */
function checkAccount(address, { app, stage }, reader) {
    const isOther = app === reader.app && stage !== reader.stage;
    const account = isOther && Object.hasOwn(reader.accounts, stage) ? reader.accounts[stage] : undefined;
    if (account !== undefined && reader.account !== undefined && account !== reader.account) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_OUTPUT_ACCOUNT', {
            what: `"${spell(address)}" is of the stage "${stage}" in account ${account}, and this is account ${reader.account}`,
            why: 'a role reads the stacks of its own account alone',
            fix: 'hand the value over as a parameter of the profile',
        });
    }
}
/** An output that CloudFormation gives back with other characters is no fallback's case: somebody has to change it. */
function checkGivenBack(address, { stage }, { lostOutputs = [], name: stack }) {
    const wanted = address.path.join('.');
    const found = lostOutputs
        .map((id) => (0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .outputName */ .V)(id))
        .find((name) => name === wanted || name.startsWith(`${wanted}.`));
    if (found !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_OUTPUT_TEXT', {
            what: `the output "${found}" of the service "${address.service}" in the stage "${stage}" (stack ${stack}) is not read`,
            why: 'it has characters that are not ASCII, for which CloudFormation gives "?"',
            fix: 'keep to ASCII in it, or do not export it (a text, Fn::Sub and Fn::Join are carried then), or hand the value over as a parameter',
        });
    }
}
function kindsOf(stage, reader) {
    const likeliest = stage === reader.stage ? reader.kind : 'configured';
    const kinds = ['configured', 'preview', 'personal'];
    return stage === reader.stage || Object.hasOwn(reader.accounts, stage)
        ? [likeliest]
        : [likeliest, ...kinds.filter((kind) => kind !== likeliest)];
}
const spell = ({ service, path }) => `${service}.${path.join('.')}`;
function noOutput(address, { stage }, stack) {
    const names = (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .outputNamesOf */ .jb)(stack.outputs);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_OUTPUT_MISSING', {
        what: `the service "${address.service}" has no output "${address.path.join('.')}" in the stage "${stage}" (stack ${stack.name})`,
        fix: (0,_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestName */ .S)(address.path.join('.'), names),
    });
}
function noDeployment(address, places) {
    const [first, second] = places.map(({ app, stage, region }) => `"${stage}" (application ${app}, ${region})`);
    const where = second === undefined ? `not deployed in ${first}` : `deployed neither in ${first} nor in ${second}`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_OUTPUT_MISSING', {
        what: `"${spell(address)}" cannot be read: the service "${address.service}" is ${where}`,
        fix: 'deploy it there first, or correct the name: it is the value of `service:`',
    });
}


/***/ }),

/***/ 59461:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xp: () => (/* binding */ flattenOutputs),
/* harmony export */   jb: () => (/* binding */ outputNamesOf),
/* harmony export */   ov: () => (/* binding */ readOutput)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91539);


/**
 * Takes an `outputs:` map apart: nested mappings and lists become names joined by dots; functions of CloudFormation and
 * scalars are values. Throws E_SERVICE_CONFIG for one that has none, or whose name holds a dot.
 */
function flattenOutputs(outputs, prefix = '') {
    return Object.entries(outputs).flatMap(([key, value]) => {
        const name = prefix + key;
        if (key.includes('.') || key === '') {
            throw wrongOutput(name, 'has a name that cannot be read', 'write it without a dot; nested values are mappings');
        }
        if (typeof value === 'string' || isFunction(value)) {
            return [{ name, value }];
        }
        if (typeof value === 'number' || typeof value === 'boolean') {
            return [{ name, value: String(value) }];
        }
        if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) {
            throw wrongOutput(name, 'has no value', 'write a text, a number, a mapping or a function of CloudFormation');
        }
        return flattenOutputs(value, `${name}.`);
    });
}
function wrongOutput(name, what, fix) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_SERVICE_CONFIG', { what: `the output "${name}" under "outputs:" ${what}`, fix });
}
function isFunction(value) {
    const keys = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
    return keys.length === 1 && /^(Ref|Condition|Fn::.+)$/.test(keys[0] ?? '');
}
/**
 * Reads an output from a stack's outputs (texts by id): the text, or for a nested one the mapping or list that
 * `flattenOutputs` took apart. Undefined where it is not there.
 */
function readOutput(outputs, path) {
    const name = path.join('.');
    const own = Object.hasOwn(outputs, (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .outputId */ .D)(name)) ? outputs[(0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .outputId */ .D)(name)] : undefined;
    if (own !== undefined) {
        return own;
    }
    const below = Object.entries(outputs).flatMap(([id, value]) => {
        const known = (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .outputName */ .V)(id);
        return known.startsWith(`${name}.`) ? [[known.slice(name.length + 1).split('.'), value]] : [];
    });
    return below.length === 0 ? undefined : assemble(below);
}
function assemble(entries) {
    const groups = new Map();
    for (const [[head = '', ...rest], value] of entries) {
        if (rest.length === 0 && entries.length === 1 && head === '') {
            return value;
        }
        groups.set(head, [...(groups.get(head) ?? []), [rest, value]]);
    }
    const parts = [...groups].map(([key, inner]) => {
        const [only] = inner;
        return [key, only !== undefined && only[0].length === 0 ? only[1] : assemble(inner)];
    });
    const isList = parts.every(([key]) => /^(0|[1-9][0-9]*)$/.test(key) && Number(key) < parts.length);
    return isList ? parts.sort(([a], [b]) => Number(a) - Number(b)).map(([, value]) => value) : Object.fromEntries(parts);
}
/** Returns the names that a consumer can ask for, sorted. */
function outputNamesOf(outputs) {
    return Object.keys(outputs).map(_names_js__WEBPACK_IMPORTED_MODULE_1__/* .outputName */ .V).sort();
}


/***/ }),

/***/ 80488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $w: () => (/* binding */ moveMessage),
/* harmony export */   Tb: () => (/* binding */ pullRequestsOf),
/* harmony export */   t8: () => (/* binding */ readTrailers)
/* harmony export */ });
/* harmony import */ var _short_commit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99341);

/** Most pull requests in a subject. */
const MOST = 10;
const PROMOTED = 'Promoted-Commit';
const ROLLED_BACK = 'Rolled-Back-To';
const RUN = 'Promotion-Run-Id';
/** Writes the message of the commit that moves a branch: a subject for people, trailers for `git log` and for the next run. */
function moveMessage(facts) {
    const { from, to, commit, isRollback, pullRequests, by, runId, runUrl, override } = facts;
    const shown = pullRequests.slice(0, MOST).map((number) => `#${number}`);
    const more = pullRequests.length > MOST ? ', …' : '';
    const brought = shown.length === 0 ? '' : ` (${shown.join(', ')}${more})`;
    const subject = isRollback
        ? `Roll ${to} back to ${(0,_short_commit_js__WEBPACK_IMPORTED_MODULE_0__/* .shortCommit */ .A)(commit)}`
        : `Promote ${from}@${(0,_short_commit_js__WEBPACK_IMPORTED_MODULE_0__/* .shortCommit */ .A)(commit)} to ${to}${brought}`;
    const trailers = [
        ...(isRollback
            ? [[ROLLED_BACK, commit]]
            : [
                ['Promoted-From', from],
                [PROMOTED, commit],
            ]),
        [isRollback ? 'Rolled-Back-By' : 'Promoted-By', by],
        [RUN, runId],
        ['Promotion-Run', runUrl],
        ...(override === undefined ? [] : [['Promotion-Override', override]]),
    ];
    return `${subject}\n\n${trailers.map(([name, value]) => `${name}: ${oneLine(value ?? '')}`).join('\n')}\n`;
}
/** Reads the trailers of a message, as git does: in its last paragraph. Anyone can write them, so they are never proof. */
function readTrailers(message) {
    const last = message
        .trimEnd()
        .split(/\n\s*\n/)
        .at(-1) ?? '';
    const values = new Map(last.split('\n').flatMap((line) => {
        const [, name = '', value = ''] = /^([A-Za-z-]+): (.*)$/.exec(line) ?? [];
        return name === '' ? [] : [[name, value.trim()]];
    }));
    const commitOf = (name) => {
        const value = values.get(name) ?? '';
        return /^[0-9a-f]{40}$/.test(value) ? value : undefined;
    };
    return { promoted: commitOf(PROMOTED), rolledBackTo: commitOf(ROLLED_BACK), run: values.get(RUN) };
}
const oneLine = (text) => text.replace(/\s+/g, ' ').trim();
/**
 * Returns the numbers of the pull requests that commits say they came with: in a merge commit's subject (`Merge pull request #12
 * from …`), and at the end of a squashed one's (`… (#12)`).
 */
function pullRequestsOf(messages) {
    const numbers = messages.flatMap((message) => {
        const [subject = ''] = message.split('\n');
        const found = /^Merge pull request #(\d+) from /.exec(subject) ?? /\(#(\d+)\)$/.exec(subject);
        return found === null ? [] : [Number(found[1])];
    });
    return [...new Set(numbers)].sort((a, b) => a - b);
}


/***/ }),

/***/ 49819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ completeStack)
/* harmony export */ });
/* harmony import */ var _empty_stack_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62110);

/**
 * Returns a stack that is there and was made whole at least once, undefined for any other: one that was made empty, and not
 * deployed into yet, was not.
 */
function completeStack(stack) {
    const isGone = stack === undefined || /^(DELETE|REVIEW|CREATE_(FAILED|IN)|ROLLBACK)/.test(stack.status);
    return isGone || (0,_empty_stack_js__WEBPACK_IMPORTED_MODULE_0__/* .isEmptyStack */ .C)(stack) ? undefined : stack;
}


/***/ }),

/***/ 67956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ deploymentFinder)
/* harmony export */ });
/* harmony import */ var _core_stack_complete_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49819);

/**
 * Builds the way to a service's stack: the one that its record names, else the one with the name and the tag that the
 * Serverless Framework gives it (deployed without this product).
 */
function deploymentFinder(sourcesOf) {
    return async (place, service) => {
        const sources = sourcesOf(place.region);
        for (const kind of place.kinds) {
            const recorded = await sources.recordedStack(place.app, kind, place.stage, service);
            const stack = recorded === undefined ? undefined : await standing(sources, recorded);
            if (stack !== undefined) {
                return stack;
            }
        }
        return unrecorded(sources, place, service);
    };
}
async function unrecorded(sources, { stage }, service) {
    const stack = await standing(sources, `${service}-${stage}`);
    return stack?.stage === stage ? stack : undefined;
}
async function standing(sources, name) {
    return (0,_core_stack_complete_js__WEBPACK_IMPORTED_MODULE_0__/* .completeStack */ .K)(await sources.stack(name));
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

/***/ 78237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ openHistory)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _files_private_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93405);
/* harmony import */ var _run_git_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19773);





/** Four fields that end with a zero byte, which no message has. */
const FORMAT = ['-z', '--format=%H%x00%T%x00%P%x00%B'];
/** Opens the history of the clone that a folder is in; undefined if it is in none. */
async function openHistory(folder) {
    const top = (await (0,_run_git_js__WEBPACK_IMPORTED_MODULE_4__/* .runGit */ .EO)(folder, ['rev-parse', '--show-toplevel']))?.trimEnd();
    if (top === undefined || top === '') {
        return undefined;
    }
    const git = (...args) => (0,_run_git_js__WEBPACK_IMPORTED_MODULE_4__/* .runGit */ .EO)(top, args);
    const isShallow = (await git('rev-parse', '--is-shallow-repository'))?.trim() !== 'false';
    const log = async (...args) => {
        const text = await git('log', ...FORMAT, ...args, '--');
        return text === undefined ? undefined : parseLog(text);
    };
    return {
        isShallow,
        commit: async (id) => (await log('--max-count=1', id))?.[0],
        line: (commit) => log('--first-parent', commit),
        async ancestry(commit) {
            const text = await git('log', '--topo-order', '--format=%H %T', commit, '--');
            return text === undefined ? undefined : new Map(text.split('\n').flatMap(parsePair));
        },
        mergeBase: async (a, b) => (await git('merge-base', a, b))?.trim(),
        ids: async (from, to) => (await git('rev-list', to, `^${from}`, '--'))?.split('\n').filter((id) => id !== ''),
        between: (from, to, most) => log(`--max-count=${most}`, to, `^${from}`),
        async changed(from, to, folder) {
            const text = await git('diff-tree', '-r', '-z', '--name-only', from, to, '--', folder);
            return text?.split('\0').filter((path) => path !== '');
        },
        merge: (base, ours, theirs) => mergeTrees(top, { base, ours, theirs }),
    };
}
function parseLog(text) {
    const fields = text.split('\0');
    const commits = [];
    for (let at = 0; at + 3 < fields.length; at += 4) {
        const [id = '', tree = '', parents = '', message = ''] = fields.slice(at, at + 4);
        commits.push({ id, tree, parents: parents === '' ? [] : parents.split(' '), message: message.trimEnd() });
    }
    return commits;
}
function parsePair(line) {
    const [commit = '', tree = ''] = line.split(' ');
    return tree === '' ? [] : [[commit, tree]];
}
/**
 * Merges trees as git merges commits: two commits on top of one that has the base's tree (git 2.38 has no --merge-base). The
 * objects go into a folder that is removed.
 */
async function mergeTrees(top, { base, ours, theirs }) {
    const objects = (await (0,_run_git_js__WEBPACK_IMPORTED_MODULE_4__/* .runGit */ .EO)(top, ['rev-parse', '--path-format=absolute', '--git-path', 'objects']))?.trim();
    if (objects === undefined) {
        return undefined;
    }
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'merge-'));
    const environment = { ...(0,_run_git_js__WEBPACK_IMPORTED_MODULE_4__/* .gitEnvironment */ ._K)(), ...IDENTITY, ...objectFolders(folder, objects) };
    const git = (...args) => (0,_run_git_js__WEBPACK_IMPORTED_MODULE_4__/* .runGit */ .EO)(top, args, { environment });
    const commit = async (tree, ...parents) => (await git('commit-tree', `${tree}^{tree}`, ...parents.flatMap((parent) => ['-p', parent]), '-m', 'merge'))?.trim();
    try {
        const root = await commit(base);
        const sides = root === undefined ? [] : await Promise.all([commit(ours, root), commit(theirs, root)]);
        const [one, other] = sides;
        if (one === undefined || other === undefined) {
            return undefined;
        }
        const args = ['merge-tree', '--write-tree', '-z', '--name-only', '--no-messages', one, other];
        const merged = await (0,_run_git_js__WEBPACK_IMPORTED_MODULE_4__/* .runGit */ .EO)(top, args, { environment, okCodes: [0, 1] });
        const [tree, ...conflicts] = merged?.split('\0') ?? [];
        const differing = tree === undefined ? undefined : await git('diff-tree', '-r', '-z', '--name-only', tree, theirs);
        if (tree === undefined || differing === undefined) {
            return undefined;
        }
        const files = [...conflicts, ...differing.split('\0')].filter((path) => path !== '');
        return { differing: [...new Set(files)].sort() };
    }
    finally {
        await (0,_files_private_js__WEBPACK_IMPORTED_MODULE_3__/* .removeAll */ .C0)(folder);
    }
}
const IDENTITY = {
    GIT_AUTHOR_NAME: 'merge',
    GIT_AUTHOR_EMAIL: 'merge@localhost',
    GIT_COMMITTER_NAME: 'merge',
    GIT_COMMITTER_EMAIL: 'merge@localhost',
};
const objectFolders = (folder, objects) => ({
    GIT_OBJECT_DIRECTORY: folder,
    GIT_ALTERNATE_OBJECT_DIRECTORIES: objects,
});


/***/ }),

/***/ 48770:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mk: () => (/* binding */ finderIn),
/* harmony export */   Q6: () => (/* binding */ openDeployment),
/* harmony export */   XF: () => (/* binding */ deploymentOpener)
/* harmony export */ });
/* unused harmony export deploymentsIn */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _core_profile_masking_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23303);
/* harmony import */ var _core_promote_trailers_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(80488);
/* harmony import */ var _core_redact_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3913);
/* harmony import */ var _core_safeguards_settings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41224);
/* harmony import */ var _core_service_discover_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(22993);
/* harmony import */ var _io_aws_deployments_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(67956);
/* harmony import */ var _io_configuration_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(10716);
/* harmony import */ var _io_files_private_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(93405);
/* harmony import */ var _io_files_profile_files_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(89937);
/* harmony import */ var _io_files_workspace_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(39019);
/* harmony import */ var _io_git_history_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(78237);
/* harmony import */ var _io_policy_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(62086);
/* harmony import */ var _io_serverless_find_cli_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(74797);
/* harmony import */ var _io_serverless_runner_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(79902);
/* harmony import */ var _io_services_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(69684);
/* harmony import */ var _definition_text_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(81146);
/* harmony import */ var _face_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(77680);
/* harmony import */ var _stage_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(64209);




















/** Reads what a deploy works by; throws E_INPUT, E_CONFIG and their kin before anything is touched. */
async function openDeployment(inputs, context) {
    const parts = {
        configuration: await (0,_io_configuration_js__WEBPACK_IMPORTED_MODULE_7__/* .readConfiguration */ .TD)(inputs, context.workspace),
        session: await (0,_io_files_profile_files_js__WEBPACK_IMPORTED_MODULE_9__/* .readCredentialsFile */ .dJ)(inputs['credentials-file']),
        parameters: await (0,_io_files_profile_files_js__WEBPACK_IMPORTED_MODULE_9__/* .readParametersFile */ .F9)(inputs['parameters-file']),
        workingDirectory: inputs['working-directory'],
        keep: (name, text) => (0,_io_files_private_js__WEBPACK_IMPORTED_MODULE_8__/* .keepFile */ .aF)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(inputs['credentials-file']), name, text),
    };
    return deploymentOpener(parts, (0,_face_js__WEBPACK_IMPORTED_MODULE_17__/* .jobFace */ .D)(inputs['github-token'], context));
}
/** Returns how a deployment is opened from a job or a laptop; throws E_INPUT if a folder is not in the checkout. */
async function deploymentOpener(parts, face) {
    const { configuration, session, parameters, workingDirectory, keep } = parts;
    const { workspace } = face;
    const top = await (0,_io_files_workspace_js__WEBPACK_IMPORTED_MODULE_10__/* .workspaceFolder */ .ih)(workspace, '.', 'GITHUB_WORKSPACE');
    const root = await (0,_io_files_workspace_js__WEBPACK_IMPORTED_MODULE_10__/* .workspaceFolder */ .ih)(workspace, workingDirectory, 'working-directory');
    const redactor = (0,_core_redact_js__WEBPACK_IMPORTED_MODULE_3__/* .createRedactor */ .lY)((0,_core_profile_masking_js__WEBPACK_IMPORTED_MODULE_2__/* .planMasks */ .R)(parameters, (0,_core_profile_masking_js__WEBPACK_IMPORTED_MODULE_2__/* .outputTexts */ .i)(configuration, session)).secrets);
    const stage = (0,_stage_js__WEBPACK_IMPORTED_MODULE_18__/* .openStage */ .j)({ configuration, session, redactor, workingDirectory }, face);
    return (source, folder) => ({
        ...stage,
        parameters,
        source,
        discover: (configured, lookup) => (0,_core_service_discover_js__WEBPACK_IMPORTED_MODULE_5__/* .discoverServices */ .U)((0,_io_services_js__WEBPACK_IMPORTED_MODULE_15__/* .workspaceFiles */ .P)(root), configured, lookup, (at, reason) => stage.voice.log.info(`${at} is left out: ${reason}. List it under "services:" to deploy it.`)),
        folderOf: ({ path }) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path),
        findCli: (start) => (0,_io_serverless_find_cli_js__WEBPACK_IMPORTED_MODULE_13__/* .findCli */ .M)(start, top),
        keep,
        isRollback: (commit) => saysRollback(commit, workspace),
        find: deploymentsIn(stage.placeIn, configuration),
        safeguarding: {
            safeguards: configuration.safeguards ?? (0,_core_safeguards_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .safeguardsOf */ .L)([], configuration.stage),
            waivers: configuration.waivers ?? [],
            runPolicy: (0,_io_policy_js__WEBPACK_IMPORTED_MODULE_12__/* .policyRunner */ .L)({ tempFolder: folder, redactor }),
            redactor,
            salt: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)(),
            readDefinition: (service) => (0,_definition_text_js__WEBPACK_IMPORTED_MODULE_16__/* .readDefinitionText */ .D)(workspace, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workingDirectory, service.path), service),
        },
        createRunner: (runner) => (0,_io_serverless_runner_js__WEBPACK_IMPORTED_MODULE_14__/* .createServerlessRunner */ .b)({ ...runner, folder }),
    });
}
/**
 * Returns the way to the deployments that outputs are read from. Those of other stages are looked for once: this run does
 * not change them.
 */
function deploymentsIn(placeIn, { app, stage }) {
    const find = finderIn(placeIn);
    const known = new Map();
    return (place, service) => {
        if (place.app === app && place.stage === stage.name) {
            return find(place, service);
        }
        const key = [place.app, place.stage, place.region, service].join('/');
        const answer = known.get(key) ?? find(place, service);
        known.set(key, answer);
        answer.catch(() => known.delete(key));
        return answer;
    };
}
/** Returns how deployments are found in an account. */
function finderIn(lookoutIn) {
    return (0,_io_aws_deployments_js__WEBPACK_IMPORTED_MODULE_6__/* .deploymentFinder */ .S)((region) => {
        const { stacks, ledger } = lookoutIn(region);
        return {
            recordedStack: async (app, kind, name, service) => (await ledger.record({ app, kind, name }, service))?.completed?.stack,
            stack: stacks.find,
        };
    });
}
/** A rollback that came as a pull request is deployed like any push. Its trailers may be forged: then one check more is made. */
async function saysRollback(commit, workspace) {
    const history = await (0,_io_git_history_js__WEBPACK_IMPORTED_MODULE_11__/* .openHistory */ .j)(workspace);
    const one = await history?.commit(commit);
    const [, ...merged] = one?.parents ?? [];
    const brought = await Promise.all(merged.map((parent) => history?.commit(parent)));
    return [one, ...brought].some((each) => (0,_core_promote_trailers_js__WEBPACK_IMPORTED_MODULE_19__/* .readTrailers */ .t8)(each?.message ?? '').rolledBackTo !== undefined);
}


/***/ })

};
