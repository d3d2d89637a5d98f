export const id = 832;
export const ids = [832];
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

/***/ 62702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oy: () => (/* binding */ crash),
/* harmony export */   Us: () => (/* binding */ isBlocking),
/* harmony export */   _3: () => (/* binding */ evaluate)
/* harmony export */ });
/* harmony import */ var _only_defined_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49443);
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69394);
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
/* harmony export */   nR: () => (/* binding */ needsLicence)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);

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

/***/ 41729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Mk: () => (/* binding */ finderIn),
  Q6: () => (/* binding */ openDeployment)
});

// UNUSED EXPORTS: deploymentsIn

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./core/profile/masking.js
var masking = __webpack_require__(23303);
// EXTERNAL MODULE: ./core/promote/trailers.js
var trailers = __webpack_require__(80488);
// EXTERNAL MODULE: ./core/redact.js + 2 modules
var redact = __webpack_require__(3913);
// EXTERNAL MODULE: ./core/safeguards/settings.js
var settings = __webpack_require__(41224);
// EXTERNAL MODULE: ./core/service/definition.js
var definition = __webpack_require__(67296);
// EXTERNAL MODULE: ./core/service/discover.js + 6 modules
var discover = __webpack_require__(22993);
// EXTERNAL MODULE: ./io/aws/deployments.js
var deployments = __webpack_require__(67956);
// EXTERNAL MODULE: ./io/configuration.js + 1 modules
var io_configuration = __webpack_require__(10716);
// EXTERNAL MODULE: ./io/files/private.js
var files_private = __webpack_require__(93405);
// EXTERNAL MODULE: ./io/files/profile-files.js
var profile_files = __webpack_require__(89937);
// EXTERNAL MODULE: ./io/files/workspace.js
var files_workspace = __webpack_require__(39019);
// EXTERNAL MODULE: ./io/git/history.js
var git_history = __webpack_require__(78237);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./core/safeguards/evaluate.js
var evaluate = __webpack_require__(62702);
// EXTERNAL MODULE: ./core/safeguards/javascript.js
var javascript = __webpack_require__(3494);
// EXTERNAL MODULE: ./io/files/disk.js
var disk = __webpack_require__(13729);
// EXTERNAL MODULE: ./io/private-work.js
var private_work = __webpack_require__(29659);
// EXTERNAL MODULE: ./io/process.js + 2 modules
var io_process = __webpack_require__(11101);
;// CONCATENATED MODULE: ./io/policy.js









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
    return (code, input) => (0,private_work/* withPrivateFolder */.m)(tempFolder, 'policy', async (folder) => {
        const real = await (0,promises_.realpath)(folder);
        await (0,disk/* onDisk */.F)(async () => {
            await (0,promises_.writeFile)((0,external_node_path_.join)(real, 'policy.js'), code, { mode: 0o600 });
            await (0,promises_.copyFile)(await hostProgram(), (0,external_node_path_.join)(real, 'host.mjs'));
        });
        await (0,files_private/* writePrivateJson */.FO)((0,external_node_path_.join)(real, 'input.json'), input);
        const mark = (0,external_node_crypto_.randomBytes)(16).toString('hex');
        const limit = AbortSignal.timeout(LIMIT_MS);
        const { code: exit, output } = await (0,io_process/* runProcess */.R)({
            command: process.execPath,
            args: [...permissions(real), '--max-old-space-size=512', (0,external_node_path_.join)(real, 'host.mjs'), mark],
            folder: real,
            environment: {},
            redactor,
            abort: limit,
        });
        if (limit.aborted) {
            return [(0,evaluate/* crash */.Oy)(`it took more than ${LIMIT_MS / 1000} s`)];
        }
        const answer = output.split('\n').findLast((line) => line.startsWith(mark));
        const found = answer === undefined ? undefined : (0,javascript/* foreignFindings */.vD)(parse(answer.slice(mark.length)));
        return found ?? [(0,evaluate/* crash */.Oy)(exit === 0 ? 'it gave no list of findings' : 'it crashed')];
    }).catch((error) => [(0,evaluate/* crash */.Oy)(error.name)]);
}
/** Node's own switches for a process that reads one folder. */
function permissions(folder) {
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    const isStable = major > 23 || (major === 23 && minor >= 5) || (major === 22 && minor >= 13);
    return [isStable ? '--permission' : '--experimental-permission', `--allow-fs-read=${folder}`, '--no-warnings'];
}
/** plugin/policy-host.ts as it is built, beside the program that runs (dist/<name>/index.js). */
async function hostProgram() {
    return (0,external_node_path_.join)((0,external_node_path_.dirname)(await (0,promises_.realpath)(process.argv[1] ?? '')), '..', 'plugin', 'policy-host.js');
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(30742);
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
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./core/once.js
var once = __webpack_require__(38668);
// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(49443);
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
// EXTERNAL MODULE: ./io/cancellation.js
var cancellation = __webpack_require__(29463);
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
var services = __webpack_require__(69684);
// EXTERNAL MODULE: ./stage/open/stage.js + 4 modules
var open_stage = __webpack_require__(17070);
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
        keep: (name, text) => (0,files_private/* keepFile */.aF)((0,external_node_path_.dirname)(inputs['credentials-file']), name, text),
        isRollback: (commit) => saysRollback(commit, workspace),
        find: deploymentsIn(stage.placeIn, configuration),
        safeguarding: {
            safeguards: configuration.safeguards ?? (0,settings/* safeguardsOf */.L)([], configuration.stage),
            waivers: configuration.waivers ?? [],
            runPolicy: policyRunner({ tempFolder: folder, redactor }),
            redactor,
            salt: (0,external_node_crypto_.randomUUID)(),
            readDefinition: (service) => readDefinitionText(workspace, (0,external_node_path_.join)(inputs['working-directory'], service.path), service),
        },
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
/** The file of a service's configuration as it is in the workspace, by its path from the repository's root. */
async function readDefinitionText(workspace, folder, { config }) {
    for (const name of config === undefined ? definition/* SERVICE_FILES */.me : [config]) {
        const file = external_node_path_.posix.join(folder.replaceAll('\\', '/'), name);
        const bytes = await (0,files_workspace/* readWorkspaceFile */.sL)(workspace, file).catch(() => undefined);
        if (bytes !== undefined) {
            return { file, text: new TextDecoder().decode(bytes) };
        }
    }
    return undefined;
}


/***/ })

};
