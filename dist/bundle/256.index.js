export const id = 256;
export const ids = [256];
export const modules = {

/***/ 8145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ decideDeployment)
/* harmony export */ });
/* harmony import */ var _short_commit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9341);
/* harmony import */ var _stack_status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7074);


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

/***/ 7436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JO: () => (/* binding */ hashOutputs),
/* harmony export */   _4: () => (/* binding */ hashInputs),
/* harmony export */   kv: () => (/* binding */ doubtOf)
/* harmony export */ });
/* unused harmony export hashJson */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

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

/***/ 8323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ foreignRecord)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7728);

/**
 * Schema of an object whose names are somebody else's (resources, outputs, services): valibot's `record` leaves out
 * `constructor`, `prototype` and `__proto__` without a word, this one keeps them.
 */
function foreignRecord(value) {
    return valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((input) => typeof input === 'object' && input !== null && !Array.isArray(input), 'no object'), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((input) => Object.entries(input)), valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), value])), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((entries) => Object.fromEntries(entries)));
}


/***/ }),

/***/ 4275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ parseOutputAddress)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(742);

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

/***/ 9877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ lookUpOutput)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(742);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1335);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1539);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9461);




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

/***/ 9461:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xp: () => (/* binding */ flattenOutputs),
/* harmony export */   jb: () => (/* binding */ outputNamesOf),
/* harmony export */   ov: () => (/* binding */ readOutput)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(742);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1539);


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

/***/ 3303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ planMasks),
/* harmony export */   i: () => (/* binding */ outputTexts)
/* harmony export */ });
/* harmony import */ var _configuration_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8665);
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

/***/ 488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $w: () => (/* binding */ moveMessage),
/* harmony export */   Tb: () => (/* binding */ pullRequestsOf),
/* harmony export */   t8: () => (/* binding */ readTrailers)
/* harmony export */ });
/* harmony import */ var _short_commit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9341);

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

/***/ 3738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dT: () => (/* binding */ checkCli),
/* harmony export */   gw: () => (/* binding */ licenceFailure),
/* harmony export */   nR: () => (/* binding */ needsLicence)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(742);

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

/***/ 1258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ checkServerless4Values),
/* harmony export */   t: () => (/* binding */ planHandover)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(742);

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

/***/ 3210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ resolveShared),
/* harmony export */   m: () => (/* binding */ restoreSharedObjects)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(742);

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

/***/ 3433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readPackagedService),
/* harmony export */   b: () => (/* binding */ STATE_FILE)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7728);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(742);
/* harmony import */ var _foreign_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8323);
/* harmony import */ var _shared_objects_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3210);




/** The file of a package that holds the template which is deployed (osls 4.3, serverless 3). */
const STATE_FILE = 'serverless-state.json';
const record = (0,_foreign_record_js__WEBPACK_IMPORTED_MODULE_2__/* .foreignRecord */ .c)(valibot__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J());
const stateSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    service: valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        service: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        provider: valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
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
    const { service, provider } = parsed.output.service;
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

/***/ 813:
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

/***/ 9819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ completeStack)
/* harmony export */ });
/* harmony import */ var _empty_stack_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2110);

/**
 * Returns a stack that is there and was made whole at least once, undefined for any other: one that was made empty, and not
 * deployed into yet, was not.
 */
function completeStack(stack) {
    const isGone = stack === undefined || /^(DELETE|REVIEW|CREATE_(FAILED|IN)|ROLLBACK)/.test(stack.status);
    return isGone || (0,_empty_stack_js__WEBPACK_IMPORTED_MODULE_0__/* .isEmptyStack */ .C)(stack) ? undefined : stack;
}


/***/ }),

/***/ 2110:
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

/***/ 7956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ deploymentFinder)
/* harmony export */ });
/* harmony import */ var _core_stack_complete_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9819);

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

/***/ 2985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ findOnPath)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);



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

/***/ 8237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ openHistory)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _files_private_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3405);
/* harmony import */ var _run_git_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9773);





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

/***/ 2277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Mk: () => (/* binding */ finderIn),
  Q6: () => (/* binding */ openDeployment)
});

// UNUSED EXPORTS: deploymentsIn

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./core/profile/masking.js
var masking = __webpack_require__(3303);
// EXTERNAL MODULE: ./core/promote/trailers.js
var trailers = __webpack_require__(488);
// EXTERNAL MODULE: ./core/redact.js + 2 modules
var redact = __webpack_require__(3913);
// EXTERNAL MODULE: ./core/service/discover.js + 6 modules
var discover = __webpack_require__(2993);
// EXTERNAL MODULE: ./io/aws/deployments.js
var deployments = __webpack_require__(7956);
// EXTERNAL MODULE: ./io/configuration.js + 1 modules
var io_configuration = __webpack_require__(716);
// EXTERNAL MODULE: ./io/files/profile-files.js
var profile_files = __webpack_require__(9937);
// EXTERNAL MODULE: ./io/files/workspace.js
var files_workspace = __webpack_require__(9019);
// EXTERNAL MODULE: ./io/git/history.js
var git_history = __webpack_require__(8237);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(742);
;// CONCATENATED MODULE: ./io/serverless/find-cli.js




const PRODUCTS = ['osls', 'serverless'];
/**
 * Finds the Serverless CLI that a service's project has installed: the nearest `node_modules` from the service's
 * folder up to the workspace's root, osls before serverless. Throws E_CLI_MISSING.
 */
async function findCli(serviceFolder, root) {
    for (let folder = serviceFolder; (0,files_workspace/* isInside */.FK)(root, folder); folder = (0,external_node_path_.dirname)(folder)) {
        for (const product of PRODUCTS) {
            const found = await readCli(product, (0,external_node_path_.join)(folder, 'node_modules', product));
            if (found !== undefined) {
                return found;
            }
        }
        if (folder === root) {
            break;
        }
    }
    throw new errors/* UserError */.yo('E_CLI_MISSING', {
        what: `neither osls nor serverless is installed in ${serviceFolder} or a folder above it`,
        fix: 'add it to the project (npm install --save-dev osls@4), commit the lockfile, and install before this step; with yarn 2 or newer set `nodeLinker: node-modules` in .yarnrc.yml',
    });
}
function readManifest(text, folder) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new errors/* UserError */.yo('E_CLI_MISSING', {
            what: `the package.json in ${folder} is not valid JSON`,
            fix: 'install the dependencies anew',
            cause,
        });
    }
}
async function readCli(product, folder) {
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(folder, 'package.json'), 'utf8').catch(() => undefined);
    if (text === undefined) {
        return undefined;
    }
    const { version = '0', bin } = readManifest(text, folder);
    const script = typeof bin === 'string' ? bin : (bin?.[product] ?? bin?.['serverless'] ?? 'bin/serverless.js');
    return { product, version, major: Number.parseInt(version, 10), script: (0,external_node_path_.join)(folder, script) };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./core/once.js
var once = __webpack_require__(8668);
// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(9443);
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
var cli = __webpack_require__(3738);
// EXTERNAL MODULE: ./core/serverless/environment.js
var serverless_environment = __webpack_require__(5765);
// EXTERNAL MODULE: ./core/serverless/parameters.js
var parameters = __webpack_require__(1258);
// EXTERNAL MODULE: ./core/serverless/state.js
var state = __webpack_require__(3433);
// EXTERNAL MODULE: ./core/service/definition.js
var definition = __webpack_require__(7296);
// EXTERNAL MODULE: ./io/cancellation.js
var cancellation = __webpack_require__(9463);
// EXTERNAL MODULE: ./io/files/disk.js
var disk = __webpack_require__(3729);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
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
var limited = __webpack_require__(3824);
// EXTERNAL MODULE: ./io/files/on-path.js
var on_path = __webpack_require__(2985);
// EXTERNAL MODULE: ./io/files/private.js
var files_private = __webpack_require__(3405);
// EXTERNAL MODULE: ./io/private-work.js
var private_work = __webpack_require__(9659);
// EXTERNAL MODULE: ./io/process.js + 2 modules
var io_process = __webpack_require__(1101);
// EXTERNAL MODULE: ./io/runner/log.js
var log = __webpack_require__(7735);
// EXTERNAL MODULE: ./io/shell.js
var io_shell = __webpack_require__(5156);
;// CONCATENATED MODULE: ./io/serverless/runner.js
























/** Prepares the private folder (empty AWS configuration) and returns a runner that works from it. */
async function createServerlessRunner(parts) {
    const { target } = parts;
    const folder = (0,external_node_path_.join)(parts.folder, target.region);
    const emptyFile = (0,external_node_path_.join)(folder, 'empty');
    await (0,disk/* onDisk */.F)(async () => {
        await (0,promises_.mkdir)(folder, { mode: 0o700 });
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
        const path = (0,external_node_path_.join)(folder, `p-${job.key}.json`);
        const { file, args } = (0,parameters/* planHandover */.t)(job.parameters, path);
        await (0,files_private/* writePrivateJson */.FO)(path, file);
        await (0,files_private/* writePrivateJson */.FO)(contextPath(job), job.pluginContext);
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

// EXTERNAL MODULE: ./io/services.js
var services = __webpack_require__(9684);
// EXTERNAL MODULE: ./stage/open/stage.js + 4 modules
var open_stage = __webpack_require__(7070);
;// CONCATENATED MODULE: ./stage/open/deployment.js














/** Reads what a deploy works by; throws E_INPUT, E_CONFIG and their kin before anything is touched. */
async function openDeployment(inputs, context) {
    const { workspace } = context;
    const configuration = await (0,io_configuration/* readConfiguration */.T)(inputs, workspace);
    const top = await (0,files_workspace/* workspaceFolder */.ih)(workspace, '.', 'GITHUB_WORKSPACE');
    const root = await (0,files_workspace/* workspaceFolder */.ih)(workspace, inputs['working-directory'], 'working-directory');
    const session = await (0,profile_files/* readCredentialsFile */.dJ)(inputs['credentials-file']);
    const parameters = await (0,profile_files/* readParametersFile */.F9)(inputs['parameters-file']);
    const redactor = (0,redact/* createRedactor */.lY)((0,masking/* planMasks */.R)(parameters, (0,masking/* outputTexts */.i)(configuration, session)).secrets);
    const stage = (0,open_stage/* openStage */.j)({
        configuration,
        session,
        redactor,
        githubToken: inputs['github-token'],
        workingDirectory: inputs['working-directory'],
    }, context);
    return (source, folder) => ({
        ...stage,
        parameters,
        source,
        discover: (configured, lookup) => (0,discover/* discoverServices */.U)((0,services/* workspaceFiles */.P)(root), configured, lookup, (at, reason) => stage.voice.log.info(`${at} is left out: ${reason}. List it under "services:" to deploy it.`)),
        folderOf: ({ path }) => (0,external_node_path_.join)(root, path),
        findCli: (start) => findCli(start, top),
        isRollback: (commit) => saysRollback(commit, workspace),
        find: deploymentsIn(stage.placeIn, configuration),
        createRunner: (parts) => createServerlessRunner({ ...parts, folder }),
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
    return (0,deployments/* deploymentFinder */.S)((region) => {
        const { stacks, ledger } = lookoutIn(region);
        return {
            recordedStack: async (app, kind, name, service) => (await ledger.record({ app, kind, name }, service))?.completed?.stack,
            stack: stacks.find,
        };
    });
}
/** A rollback that came as a pull request is deployed like any push. Its trailers may be forged: then one check more is made. */
async function saysRollback(commit, workspace) {
    const history = await (0,git_history/* openHistory */.j)(workspace);
    const one = await history?.commit(commit);
    const [, ...merged] = one?.parents ?? [];
    const brought = await Promise.all(merged.map((parent) => history?.commit(parent)));
    return [one, ...brought].some((each) => (0,trailers/* readTrailers */.t8)(each?.message ?? '').rolledBackTo !== undefined);
}


/***/ })

};
