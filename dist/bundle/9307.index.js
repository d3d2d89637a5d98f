export const id = 9307;
export const ids = [9307];
export const modules = {

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

/***/ 88063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E6: () => (/* binding */ stagePath),
/* harmony export */   F: () => (/* binding */ wishName),
/* harmony export */   WI: () => (/* binding */ kindPath),
/* harmony export */   Wg: () => (/* binding */ parseLedgerKey),
/* harmony export */   l4: () => (/* binding */ lockName),
/* harmony export */   xD: () => (/* binding */ recordName)
/* harmony export */ });
const ROOT = '/serverless-stages';
/** The place of all stages of one kind. */
function kindPath({ app, kind }) {
    return `${ROOT}/${app}/${kind}`;
}
/**
 * The place of a stage in SSM Parameter Store, below which all that is known of it stands. The kind is in it so that IAM
 * can tell previews from configured stages.
 */
function stagePath(stage) {
    return `${kindPath(stage)}/${stage.name}`;
}
/** Name of the record of one service's deployment; names of services begin with a letter. */
function recordName(stage, service) {
    return `${stagePath(stage)}/${service}`;
}
/** Name of the record of what a repository wants in a stage. */
function wishName(stage, repositoryId) {
    return `${stagePath(stage)}/_repository/${repositoryId}`;
}
/** Name of the lock of a repository in a stage. */
function lockName(stage, repositoryId) {
    return `${wishName(stage, repositoryId)}/lock`;
}
/** Reads a parameter's name; undefined where it is none of a stage of this kind. */
function parseLedgerKey(kind, name) {
    const root = `${kindPath(kind)}/`;
    const [stage = '', first = '', ...rest] = name.startsWith(root) ? name.slice(root.length).split('/') : [];
    if (rest.length === 0) {
        return stage !== '' && /^[A-Za-z][\w-]*$/.test(first) ? { stage, holds: 'record', service: first } : undefined;
    }
    const [repositoryId = '', lock, ...more] = rest;
    if (stage === '' || first !== '_repository' || repositoryId === '' || more.length > 0) {
        return undefined;
    }
    if (lock === undefined) {
        return { stage, holds: 'wish', repositoryId };
    }
    return lock === 'lock' ? { stage, holds: 'lock', repositoryId } : undefined;
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

/***/ 42653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ findVariables),
/* harmony export */   V: () => (/* binding */ substitute)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);

/** How deep variables may stand in each other: nobody reads three. */
const MAX_NESTED = 50;
/** Most `${` of a text that no brace closes: each is looked for to the text's end. */
const MAX_UNCLOSED = 50;
const NAME = /^[a-z][a-zA-Z0-9]*/;
/** Sources that were given their region behind a point (`cf.us-east-1:stack.output`), as serverless 1 and 2 have it. */
const OF_REGION = /^(cf|ssm|s3)\.([a-z]{2}(?:-[a-z]+)+-\d):([\s\S]*)$/;
/**
 * Finds the outermost variables of a text. CloudFormation's own (`${AWS::Region}`, `${Resource.Attr}`) are none: a source
 * begins with a small letter and has a colon or brackets. Nor are escaped ones. `${output::dev::svc.key}` is one here,
 * although the Serverless Framework takes it for CloudFormation's. Throws E_SERVICE_CONFIG where they nest too deep, or too
 * many are not closed.
 */
function findVariables(text) {
    const found = [];
    let unclosed = 0;
    for (let start = text.indexOf('${'); start !== -1; start = text.indexOf('${', start)) {
        const content = isEscaped(text, start) ? undefined : readContent(text, start + 2);
        const variable = content === undefined ? undefined : readVariable(text, start, content);
        if (variable === undefined) {
            unclosed += content === undefined ? 1 : 0;
            if (unclosed > MAX_UNCLOSED) {
                throw tooMany(text, `has more than ${MAX_UNCLOSED} "\${" that no "}" closes`);
            }
            start += 2;
            continue;
        }
        found.push(variable);
        start = variable.end;
    }
    return found;
}
function tooMany(text, what) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_SERVICE_CONFIG', {
        what: `the text that begins with ${JSON.stringify(text.slice(0, 40))} ${what}`,
        fix: 'correct it where it stands in the configuration of a service',
    });
}
function isEscaped(text, start) {
    let backslashes = 0;
    while (text[start - 1 - backslashes] === '\\') {
        backslashes += 1;
    }
    return backslashes % 2 === 1;
}
const QUOTES = ['"', "'"];
/** Splits at the commas that stand in no inner variable, bracket or quoted literal. */
function readContent(text, from) {
    const parts = [];
    let start = from;
    let depth = 0;
    let opening = behindBlanks(text, from);
    for (let at = from; at < text.length; at += 1) {
        const sign = text[at] ?? '';
        if (at === opening && QUOTES.includes(sign)) {
            at = Math.max(at, text.indexOf(sign, at + 1));
        }
        else if (sign === '{' || sign === '(') {
            depth = deeper(depth, text);
        }
        else if (sign === ')') {
            depth -= 1;
        }
        else if (sign === ',' && depth === 0) {
            parts.push(text.slice(start, at));
            start = at + 1;
            opening = behindBlanks(text, start);
        }
        else if (sign === '}') {
            if (depth <= 0) {
                return { parts: [...parts, text.slice(start, at)], close: at };
            }
            depth -= 1;
        }
    }
    return undefined;
}
/** Where the first character of a part stands: a literal begins with its quote. */
function behindBlanks(text, start) {
    let at = start;
    while (/\s/.test(text.charAt(at))) {
        at += 1;
    }
    return at;
}
function deeper(depth, text) {
    if (depth >= MAX_NESTED) {
        throw tooMany(text, `nests variables, or brackets in one, deeper than ${MAX_NESTED}`);
    }
    return depth + 1;
}
function readVariable(text, start, content) {
    const sources = content.parts.map((part) => readSource(part.trim()));
    const [first] = sources;
    const isOurs = first !== undefined && first.source !== '' && (first.address ?? first.argument) !== undefined;
    if (!isOurs) {
        return undefined;
    }
    const end = content.close + 1;
    return { start, end, text: text.slice(start, end), sources };
}
function readSource(text) {
    const [, regional, region = '', at = ''] = OF_REGION.exec(text) ?? [];
    if (regional !== undefined) {
        return { source: regional, argument: region, address: at };
    }
    const [source = ''] = NAME.exec(text) ?? [];
    const end = text[source.length] === '(' ? closingBracket(text, source.length) : source.length - 1;
    const argument = end < source.length ? undefined : text.slice(source.length + 1, end);
    const rest = text.slice(end + 1);
    const address = rest.startsWith(':') ? rest.slice(1) : undefined;
    if (source === '' || end === -1 || (rest !== '' && address === undefined) || (argument ?? address) === undefined) {
        return { source: '', literal: unquoted(text) };
    }
    return {
        source,
        ...(argument === undefined ? {} : { argument: unquoted(argument.trim()) }),
        ...(address === undefined ? {} : { address: unquoted(address.trim()) }),
    };
}
/** Index of the bracket that closes the one at `open`; the last one of the text if they do not fit, -1 if there is none. */
function closingBracket(text, open) {
    let depth = 0;
    for (let at = open; at < text.length; at += 1) {
        depth += text[at] === '(' ? 1 : text[at] === ')' ? -1 : 0;
        if (depth === 0) {
            return at;
        }
    }
    return text.lastIndexOf(')');
}
function unquoted(text) {
    return /^(['"])([\s\S]*)\1$/.exec(text)?.[2] ?? text;
}
/** Replaces the variables that `lookup` knows, inner ones first; one whose first source is not known stays as it is. */
function substitute(text, lookup) {
    const pieces = [];
    let from = 0;
    for (const { start, end, text: written, sources } of findVariables(text)) {
        const [first] = sources;
        const value = first?.address === undefined || first.argument !== undefined
            ? undefined
            : lookup(first.source, substitute(first.address, lookup));
        pieces.push(text.slice(from, start), value ?? written);
        from = end;
    }
    return pieces.join('') + text.slice(from);
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

/***/ 13786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H0: () => (/* binding */ REQUESTS),
/* harmony export */   My: () => (/* binding */ openClient),
/* harmony export */   s1: () => (/* binding */ clientOptions)
/* harmony export */ });
/* harmony import */ var _core_only_defined_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49443);
/* harmony import */ var _broken_answer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38884);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24713);



/** How every client asks: once (`request` asks again), and never for ever. Milliseconds. */
const REQUESTS = {
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 5000, requestTimeout: 30_000, throwOnRequestTimeout: true },
};
/** Options of every SDK client: the region and the session's keys, nothing from the machine's own configuration. */
function clientOptions(session) {
    return { region: session.region, credentials: credentialsOf(session), ...REQUESTS };
}
function credentialsOf({ accessKeyId, secretAccessKey, sessionToken }) {
    return { accessKeyId, secretAccessKey, ...(0,_core_only_defined_js__WEBPACK_IMPORTED_MODULE_1__/* .onlyDefined */ .M)({ sessionToken }) };
}
/**
 * Opens a client of the SDK with the keys of a live session, asked for at each request; where AWS says that they have
 * ended, it is asked once more with new ones. An answer without the id that AWS gives each request is a BrokenAnswer: many
 * answers say nothing else (a deletion, a bucket without versions).
 */
function openClient(ClientClass, session, more = {}) {
    const client = new ClientClass({ region: session.region, credentials: provider(session), ...REQUESTS, ...more });
    const renewing = (next) => async (args) => {
        try {
            return await next(args).catch(async (error) => {
                if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isExpired */ ._d)(error) && (await session.renew())) {
                    return next(args);
                }
                throw error;
            });
        }
        catch (error) {
            throw error instanceof Error ? Object.assign(error, { region: session.region }) : error;
        }
    };
    const identified = (next) => async (args) => {
        const sent = await next(args);
        const { requestId, httpStatusCode } = sent.output.$metadata;
        if (requestId === undefined) {
            throw new _broken_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .BrokenAnswer */ .M(`HTTP ${httpStatusCode}: the answer has no request id, so it is not of AWS`);
        }
        return sent;
    };
    client.middlewareStack.add(renewing, { step: 'initialize', name: 'renewing' });
    client.middlewareStack.add(identified, { step: 'initialize', name: 'identified' });
    return client;
}
/** The SDK keeps keys until five minutes before they end; ended ones are asked for each time. */
const provider = (session) => async () => ({
    ...credentialsOf(await session.keys()),
    expiration: new Date(0),
});


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

/***/ 24713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E2: () => (/* binding */ isThrottling),
/* harmony export */   GZ: () => (/* binding */ isDenied),
/* harmony export */   Ni: () => (/* binding */ isUnanswered),
/* harmony export */   _d: () => (/* binding */ isExpired),
/* harmony export */   dg: () => (/* binding */ isTransient),
/* harmony export */   es: () => (/* binding */ awsError)
/* harmony export */ });
/* harmony import */ var _core_aws_region_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87055);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30742);
/* harmony import */ var _broken_answer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38884);



const THROTTLING = /^(Throttling|ThrottlingException|ThrottledException|TooManyRequestsException|RequestLimitExceeded|SlowDown|TooManyUpdates)$/;
const DENIED = /^(AccessDenied|AccessDeniedException|UnauthorizedOperation)$/;
/** What AWS says of a request whose time is not its own. */
const SKEWED = /^(InvalidSignatureException|SignatureDoesNotMatch|RequestTimeTooSkewed|RequestExpired|RequestInTheFuture|AuthFailure)$/;
const EXPIRED = /^(ExpiredToken|ExpiredTokenException|RequestExpired)$/;
const statusOf = (error) => error.$metadata?.httpStatusCode;
const nameOf = (error) => (error instanceof Error ? error.name : '');
/** Whether AWS asked to go slower. */
function isThrottling(error) {
    return THROTTLING.test(nameOf(error)) || /Rate exceeded/.test(error.message ?? '');
}
/** Whether the request may work when it is made again: throttling, 5xx, no answer at all, or a corrected clock. */
function isTransient(error) {
    if (isBroken(error)) {
        return true;
    }
    const isSkewed = error.$metadata?.clockSkewCorrected === true && SKEWED.test(nameOf(error));
    if (isThrottling(error) || isSkewed) {
        return true;
    }
    return isUnanswered(error) || (statusOf(error) ?? 0) >= 500;
}
/** Whether there was no answer at all: no connection, or one that was cut. */
function isUnanswered(error) {
    return statusOf(error) === undefined && isConnectionFault(error);
}
function isConnectionFault(error) {
    const code = error.code ?? '';
    return (/^(ECONN|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|UND_ERR)/.test(code) ||
        nameOf(error) === 'TimeoutError');
}
/** Whether the answer is none of AWS's: a success without what it must have, or a text that the SDK cannot read. */
function isBroken(error) {
    return error instanceof _broken_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .BrokenAnswer */ .M || unreadable(error) !== undefined;
}
/** What came in the place of an answer, if the SDK could not read it. */
function unreadable(error) {
    const { $response: response, message = '' } = (error ?? {});
    const { statusCode = 0, headers = {} } = response ?? {};
    const isSuccess = statusCode >= 200 && statusCode < 300;
    // The SDK says so of errors that it cannot read, too.
    return isSuccess || message.includes('Deserialization error')
        ? `HTTP ${statusCode}, ${headers['content-type'] ?? 'no content type'}: no answer of AWS's form`
        : undefined;
}
/** Whether AWS refused the request for want of a permission. */
function isDenied(error) {
    return DENIED.test(nameOf(error));
}
/** Whether AWS says that the session's keys have ended. */
function isExpired(error) {
    return EXPIRED.test(nameOf(error));
}
/**
 * Turns an error of the SDK into the one that tells the user what to do; `what` says what was tried, `where` in which region, if the
 * error does not.
 */
function awsError(what, cause, where) {
    const { name, message, region = where } = cause;
    const at = region === undefined ? '' : ` in the region ${region}`;
    const enable = region === undefined || (0,_core_aws_region_js__WEBPACK_IMPORTED_MODULE_0__/* .isAlwaysOn */ .Dh)(region)
        ? ''
        : `; if other regions accept them, enable this one in the account (aws account enable-region --region-name ${region})`;
    if (isDenied(cause)) {
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_AWS_DENIED', {
            what: `${what}: ${message}`,
            fix: 'allow that action on that resource to the role',
            cause,
        });
    }
    if (isThrottling(cause)) {
        const tries = cause.tries ?? cause.$metadata?.attempts ?? 1;
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_THROTTLED', {
            what: `${what}: AWS throttled ${tries} requests in a row`,
            fix: 'run again when the account is less busy, or have its limit raised',
            cause,
        });
    }
    if (isTransient(cause)) {
        const came = cause instanceof _broken_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .BrokenAnswer */ .M ? message : unreadable(cause);
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_AWS_UNAVAILABLE', {
            what: `${what}: ${came ?? `${name}: ${message}`}`,
            fix: isBroken(cause)
                ? 'run again; if it stays, look at what answers in the place of AWS (a proxy of the network)'
                : 'run again when AWS answers',
            cause,
        });
    }
    if (isExpired(cause)) {
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_NO_CREDENTIALS', {
            what: `${what}: the session has expired`,
            fix: 'allow `id-token: write` to the job, so that the role session is renewed; or let `session-duration` be longer than the job',
            cause,
        });
    }
    if (/^(UnrecognizedClientException|InvalidClientTokenId|RegionDisabledException|InvalidSignatureException|SignatureDoesNotMatch|CredentialsProviderError)$/.test(name)) {
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_NO_CREDENTIALS', {
            what: `${what}: AWS does not accept the credentials${at} (${name})`,
            fix: `load the profile in the same job, before this step${enable}`,
            cause,
        });
    }
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_AWS_UNAVAILABLE', {
        what: `${what}: ${name}: ${message}`,
        fix: 'see the message of AWS',
        cause,
    });
}


/***/ }),

/***/ 16869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Em: () => (/* binding */ request),
/* harmony export */   Hw: () => (/* binding */ patienceOf),
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   WQ: () => (/* binding */ whole),
/* harmony export */   r3: () => (/* binding */ BEGINNING_RETRY),
/* harmony export */   rO: () => (/* binding */ PATIENT_RETRY)
/* harmony export */ });
/* harmony import */ var p_retry__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26989);
/* harmony import */ var _broken_answer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38884);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24713);



/** Throttled and broken requests are made again for about half a minute, slower each time. */
const DEFAULT_RETRY = { retries: 9, minTimeout: 200, maxTimeout: 5000 };
/** What waits for CloudFormation outlives two minutes without any answer: nobody else sees the end of what was begun. */
const PATIENT_RETRY = { retries: 32, minTimeout: 200, maxTimeout: 5000 };
/** What begins a job outlives a cut of the network as long; what is answered is asked for again as often as anywhere. */
const BEGINNING_RETRY = { ...PATIENT_RETRY, answered: DEFAULT_RETRY.retries };
/** How much longer each pause is than the one before. */
const FACTOR = 1.7;
/** Returns the shortest time that a plan goes on asking, in milliseconds. */
function patienceOf({ retries, minTimeout, maxTimeout }) {
    return Array.from({ length: retries }, (_, index) => Math.min(minTimeout * FACTOR ** index, maxTimeout)).reduce((sum, pause) => sum + pause, 0);
}
/**
 * Makes a request to AWS, again while it may still work. The SDK's own retries are off (`maxAttempts: 1`), so that one
 * place decides and counts. Rejects with the SDK's error, `tries` added to a throttled one.
 */
async function request(send, plan = DEFAULT_RETRY) {
    let answered = 0;
    try {
        return await (0,p_retry__WEBPACK_IMPORTED_MODULE_1__/* ["default"] */ .Ay)(send, {
            ...plan,
            factor: FACTOR,
            randomize: true,
            shouldRetry: ({ error }) => {
                answered += (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnanswered */ .Ni)(error) ? 0 : 1;
                return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransient */ .dg)(error) && answered <= (plan.answered ?? plan.retries);
            },
        });
    }
    catch (error) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isThrottling */ .E2)(error) ? Object.assign(error, { tries: answered }) : error;
    }
}
/**
 * Returns an answer that has these members; throws BrokenAnswer, which `request` takes for a lost one, where it lacks one. AWS
 * sends a list that is empty too: in its query protocol as an empty element, in JSON as `[]`.
 */
async function whole(sending, ...members) {
    return having(await sending, 'the answer', members);
}
/** Returns the entries of a list in an answer, each with these members; throws BrokenAnswer if one lacks one. */
function entriesOf(list, what, ...members) {
    if (!Array.isArray(list)) {
        throw new _broken_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .BrokenAnswer */ .M(`${what} is looked for in what is no list`);
    }
    return list.map((entry) => having(entry, what, members));
}
function having(value, what, members) {
    const missing = members.find((member) => value?.[member] === undefined || value[member] === null);
    if (missing !== undefined) {
        throw new _broken_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .BrokenAnswer */ .M(`${what} has no ${String(missing)}`);
    }
    return value;
}


/***/ }),

/***/ 38884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ BrokenAnswer)
/* harmony export */ });
/**
 * An answer that says it is a success and does not have what it must have: of a proxy, or cut off. It says nothing about what is
 * there, least of all that nothing is: absence is the service's own word (an error code, a list that is there and empty).
 */
class BrokenAnswer extends Error {
    name = 'BrokenAnswer';
}


/***/ }),

/***/ 6436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openWork: () => (/* binding */ openWork)
});

// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(30742);
// EXTERNAL MODULE: ./core/output/address.js
var address = __webpack_require__(54275);
// EXTERNAL MODULE: ./core/output/lookup.js
var lookup = __webpack_require__(19877);
// EXTERNAL MODULE: ./io/aws/deployments.js
var deployments = __webpack_require__(67956);
// EXTERNAL MODULE: ./core/ledger/keys.js
var keys = __webpack_require__(88063);
// EXTERNAL MODULE: ./core/ledger/record.js
var record = __webpack_require__(94058);
// EXTERNAL MODULE: ./io/aws/cloudformation.js + 1 modules
var cloudformation = __webpack_require__(64890);
// EXTERNAL MODULE: ./io/aws/errors.js
var aws_errors = __webpack_require__(24713);
// EXTERNAL MODULE: ./io/aws/parameters.js
var parameters = __webpack_require__(62362);
;// CONCATENATED MODULE: ./io/aws/framework-provider.js





/** Returns what tells where services are deployed in a region, by the framework's own way to AWS. */
function sourcesOf(provider, region) {
    const calls = provider.getAwsSdkV3Config === undefined ? byRequest(provider, region) : bySdk(provider, region);
    return {
        async recordedStack(app, kind, stage, service) {
            const name = (0,keys/* recordName */.xD)({ app, kind, name: stage }, service);
            const text = await calls.parameter(name).catch(absent('ParameterNotFound', `${name} could not be read`));
            return text === undefined ? undefined : (0,record/* parseDeploymentRecord */.Em)(text, name).completed?.stack;
        },
        async stack(name) {
            return calls.stack(name).catch(absent('ValidationError', `the stack ${name} could not be looked at`));
        },
    };
}
/** Takes "there is none" for an answer; every other error says what was tried. */
function absent(name, what) {
    return (error) => {
        // serverless 3 wraps the SDK's error and keeps it beside.
        const { providerError } = error;
        const { name: own, message } = error;
        const found = providerError?.code ?? own;
        if (found === name && (name === 'ParameterNotFound' || /does not exist/.test(message))) {
            return undefined;
        }
        throw (0,aws_errors/* awsError */.es)(what, providerError ?? error);
    };
}
function bySdk(provider, region) {
    const options = async () => (await provider.getAwsSdkV3Config?.({ region })) ?? {};
    return {
        async parameter(name) {
            const { GetParameterCommand, SSMClient } = await Promise.all(/* import() */[__webpack_require__.e(5455), __webpack_require__.e(1686)]).then(__webpack_require__.t.bind(__webpack_require__, 21686, 19));
            const client = new SSMClient(await options());
            return (0,parameters/* parameterValue */.H)(client.send(new GetParameterCommand({ Name: name })));
        },
        async stack(name) {
            const { CloudFormationClient, DescribeStacksCommand } = await Promise.all(/* import() */[__webpack_require__.e(5455), __webpack_require__.e(1123)]).then(__webpack_require__.t.bind(__webpack_require__, 61123, 19));
            const client = new CloudFormationClient(await options());
            return (0,cloudformation/* describeStack */.G)(client.send(new DescribeStacksCommand({ StackName: name })));
        },
    };
}
function byRequest(provider, region) {
    const request = async (service, method, parameters) => (await provider.request?.(service, method, parameters, { region }));
    return {
        parameter: (name) => (0,parameters/* parameterValue */.H)(request('SSM', 'getParameter', { Name: name })),
        stack: (name) => (0,cloudformation/* describeStack */.G)(request('CloudFormation', 'describeStacks', { StackName: name })),
    };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./core/aws/role-arn.js
var role_arn = __webpack_require__(28609);
// EXTERNAL MODULE: ./core/config/parse.js + 16 modules
var parse = __webpack_require__(4235);
// EXTERNAL MODULE: ./core/configuration/effective.js
var effective = __webpack_require__(39045);
// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(49443);
// EXTERNAL MODULE: ../node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(37728);
// EXTERNAL MODULE: ./core/foreign-record.js
var foreign_record = __webpack_require__(18323);
;// CONCATENATED MODULE: ./core/output/plugin-context.js


const kind = dist/* picklist */.KIO(['configured', 'preview', 'personal']);
const schema = dist/* object */.Ikc({
    schemaVersion: dist/* literal */.euz(1),
    reader: dist/* object */.Ikc({
        app: dist/* string */.YjP(),
        stage: dist/* string */.YjP(),
        kind,
        region: dist/* string */.YjP(),
        account: dist/* exactOptional */.yqP(dist/* string */.YjP()),
        baseStage: dist/* exactOptional */.yqP(dist/* string */.YjP()),
        accounts: (0,foreign_record/* foreignRecord */.c)(dist/* string */.YjP()),
    }),
    /** What deploy-service has read, by address; the plugin reads other addresses itself. */
    resolved: (0,foreign_record/* foreignRecord */.c)(dist/* object */.Ikc({ value: dist/* exactOptional */.yqP(dist/* unknown */.L5J()), problem: dist/* exactOptional */.yqP(dist/* string */.YjP()) })),
    /** Stacks that `${cf:…}` reads in place of others (plugin/redirect.ts), by `STACK` or `REGION:STACK`. */
    stacks: (0,foreign_record/* foreignRecord */.c)(dist/* string */.YjP()),
});
/** Reads the text of a context's file; throws where it is not one of this version. */
function parsePluginContext(text) {
    return dist/* parse */.qgA(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* parseJson */.qFJ(), schema), text);
}

// EXTERNAL MODULE: ./core/own-value.js
var own_value = __webpack_require__(67413);
// EXTERNAL MODULE: ./core/serverless/environment.js
var serverless_environment = __webpack_require__(95765);
// EXTERNAL MODULE: ./core/stage/name.js
var stage_name = __webpack_require__(4621);
;// CONCATENATED MODULE: ./plugin/context.js










/**
 * Returns who reads outputs: what deploy-service says where it started the framework; else what the nearest
 * serverless-stages.yml above the service says of the stage, else the service's own `app:`.
 */
async function readContext(run, environment) {
    const file = environment[serverless_environment/* PLUGIN_CONTEXT */.YO];
    if (file !== undefined && file !== '') {
        return parsePluginContext(await (0,promises_.readFile)(file, 'utf8'));
    }
    const config = await findConfig(run.folder);
    return { schemaVersion: 1, reader: readerOf(run, config), resolved: {}, stacks: {} };
}
async function findConfig(folder) {
    for (let at = folder;; at = (0,external_node_path_.dirname)(at)) {
        const bytes = await (0,promises_.readFile)((0,external_node_path_.join)(at, parse/* CONFIG_FILE */.g2)).catch(() => undefined);
        if (bytes !== undefined) {
            return (0,parse/* parseConfig */.o4)(bytes, (0,external_node_path_.join)(at, parse/* CONFIG_FILE */.g2));
        }
        if ((0,external_node_path_.dirname)(at) === at) {
            return undefined;
        }
    }
}
function readerOf({ stage, region, app }, config) {
    if (config === undefined) {
        return { app: app ?? '', stage, kind: 'personal', region, accounts: {} };
    }
    const isConfigured = (0,effective/* configuredStages */.WX)(config).includes(stage);
    const kind = isConfigured ? 'configured' : stage_name/* PREVIEW_NAME */.bO.test(stage) ? 'preview' : 'personal';
    const profile = (isConfigured ? config.stages?.[stage]?.profile : config['default-profile']) ?? '';
    const base = isConfigured ? undefined : (0,effective/* baseStageOf */.fq)(config, profile);
    const role = (0,own_value/* ownValue */.e)(config.profiles, profile)?.role;
    const more = {
        ...(0,only_defined/* onlyDefined */.M)({ baseStage: base }),
        ...(role === undefined ? {} : { account: (0,role_arn/* parseRoleArn */.DM)(role).account }),
    };
    return { app: config.app, stage, kind, region, accounts: (0,effective/* accountsOf */.s1)(config), ...more };
}

// EXTERNAL MODULE: ./core/serverless/variables.js
var variables = __webpack_require__(42653);
;// CONCATENATED MODULE: ./plugin/literals.js

/**
 * Replaces the `${output:…}` that the Serverless Framework left in a configuration as text: it takes an address that
 * begins with a colon for a variable of CloudFormation's Fn::Sub. Works in place; fallbacks count: texts, other outputs,
 * `self:` and `env:`.
 */
async function replaceLiterals(root, resolve, missing) {
    const seen = new Set();
    const parts = { root, resolve, missing };
    const visit = async (holder) => {
        if (seen.has(holder)) {
            return;
        }
        seen.add(holder);
        for (const [key, value] of Object.entries(holder)) {
            if (typeof value === 'string' && value.includes('${output:')) {
                holder[key] = await replaceText(value, parts);
            }
            else if (isPlain(value)) {
                await visit(value);
            }
        }
    };
    if (isPlain(root)) {
        await visit(root);
    }
}
function isPlain(value) {
    return Array.isArray(value) || (typeof value === 'object' && value !== null && isPlainObject(value));
}
function isPlainObject(value) {
    const prototype = Object.getPrototypeOf(value);
    return prototype === null || Object.getPrototypeOf(prototype) === null;
}
async function replaceText(text, parts) {
    const pieces = [];
    let from = 0;
    for (const variable of (0,variables/* findVariables */.D)(text)) {
        if (variable.sources[0]?.source === 'output') {
            pieces.push(text.slice(from, variable.start), await resolveVariable(variable, parts));
            from = variable.end;
        }
    }
    const rest = text.slice(from);
    // A text that is one variable becomes its value, which may be a mapping.
    const isWhole = pieces.length === 2 && pieces[0] === '' && rest === '';
    return isWhole ? pieces[1] : pieces.map(String).join('') + rest;
}
async function resolveVariable({ sources }, parts) {
    for (const source of sources) {
        const value = await resolveSource(source, parts);
        if (value !== undefined && value !== null) {
            return value;
        }
    }
    throw parts.missing(sources[0]?.address ?? '');
}
async function resolveSource({ source, address = '', literal }, parts) {
    switch (source) {
        case 'output':
            return parts.resolve(address);
        case '':
            return literal === undefined ? undefined : replaceText(literal, parts);
        case 'self':
            return address
                .split('.')
                .reduce((value, key) => value?.[key], parts.root);
        case 'env':
            return process.env[address];
        default:
            throw new Error(`the fallback "${source}:${address}" of \${output:…} is not known here: write a text, self:, env: or another output`);
    }
}

// EXTERNAL MODULE: ./core/output/names.js
var names = __webpack_require__(91539);
// EXTERNAL MODULE: ./core/output/values.js
var values = __webpack_require__(59461);
// EXTERNAL MODULE: ./core/stack/output-text.js
var output_text = __webpack_require__(80409);
// EXTERNAL MODULE: ./core/suggest.js
var suggest = __webpack_require__(51335);
;// CONCATENATED MODULE: ./plugin/outputs.js





/** What the Serverless Dashboard wrote in front of the name of a stack's own output. */
const OF_STACK = 'CFN!?';
/**
 * Turns the `outputs:` of a service into outputs of its stack; `native` are those that the stack has anyway. `CFN!?Key`
 * stands for the value of such a one. Throws E_SERVICE_CONFIG.
 */
function stackOutputs(outputs, native) {
    const found = {};
    for (const { name, value } of (0,values/* flattenOutputs */.Xp)(outputs)) {
        const id = (0,names/* outputId */.D)(name);
        if (Object.hasOwn(native, id)) {
            throw new errors/* UserError */.yo('E_SERVICE_CONFIG', {
                what: `the output "${name}" under "outputs:" has the name of an output of the stack`,
                fix: 'rename one of the two, or leave it out: outputs of the stack can be read as they are',
            });
        }
        const output = { Description: `Output ${name} of this service`, Value: outputValue(name, value, native) };
        found[id] = (0,output_text/* asciiOutput */.lY)(output) ?? output;
    }
    return found;
}
function outputValue(name, value, native) {
    if (typeof value !== 'string' || !value.startsWith(OF_STACK)) {
        return value;
    }
    const key = value.slice(OF_STACK.length);
    const output = Object.hasOwn(native, key) ? native[key] : undefined;
    if (output === undefined) {
        throw new errors/* UserError */.yo('E_SERVICE_CONFIG', {
            what: `the output "${name}" is ${value}, and the stack has no output "${key}"`,
            fix: (0,suggest/* suggestName */.S)(key, Object.keys(native).map(names/* outputName */.V)),
        });
    }
    return output.Value;
}

;// CONCATENATED MODULE: ./plugin/work.js








/** Returns the work of a run; what the run reads from is read once, when the first output is asked for. */
function openWork(serverless) {
    const read = once(() => openOutputs(serverless));
    const resolve = async (address) => (await read())(address);
    return {
        resolveSource: (address) => inItsWords(serverless, async () => sourceResult(await resolve(address))),
        resolveLiterals: () => inItsWords(serverless, () => resolveLiterals(serverless, resolve)),
        publish: () => inItsWords(serverless, async () => publish(serverless)),
    };
}
async function openOutputs(serverless) {
    const provider = serverless.getProvider('aws');
    const { app } = serverless.configurationInput;
    const run = {
        folder: serverless.serviceDir ?? serverless.config.servicePath ?? process.cwd(),
        stage: provider.getStage(),
        region: provider.getRegion(),
        app: typeof app === 'string' ? app : undefined,
    };
    const context = await readContext(run, process.env);
    const find = (0,deployments/* deploymentFinder */.S)((region) => sourcesOf(provider, region));
    const known = new Map();
    return (text) => {
        const answer = known.get(text) ?? ofContext(context, text) ?? (0,lookup/* lookUpOutput */.C)((0,address/* parseOutputAddress */.Z)(text), context.reader, find);
        known.set(text, answer);
        return answer;
    };
}
/** What deploy-service has read already, so that both speak of one value. */
function ofContext({ resolved, reader }, text) {
    const known = Object.hasOwn(resolved, text) ? resolved[text] : undefined;
    if (known === undefined) {
        return undefined;
    }
    const problem = known.problem === undefined ? undefined : new errors/* UserError */.yo('E_OUTPUT_MISSING', { what: known.problem, fix: '' });
    return Promise.resolve(problem === undefined ? { found: true, value: known.value, stage: reader.stage } : { found: false, problem });
}
function sourceResult(output) {
    return output.found
        ? { value: output.value }
        : { value: null, eventualErrorMessage: `${output.problem.code}: ${output.problem.message}` };
}
async function resolveLiterals(serverless, resolve) {
    const problems = new Map();
    await replaceLiterals(serverless.configurationInput, async (address) => {
        const output = await resolve(address);
        if (!output.found) {
            problems.set(address, output.problem);
        }
        return output.found ? output.value : undefined;
    }, (address) => problems.get(address) ?? new Error(`\${output:${address}} has no value`));
}
async function publish(serverless) {
    const { outputs } = serverless.configurationInput;
    if (typeof outputs !== 'object' || outputs === null) {
        return;
    }
    const { provider, resources } = serverless.service;
    const template = provider.compiledCloudFormationTemplate;
    const native = { ...template.Outputs, ...resources?.Outputs };
    template.Outputs = { ...template.Outputs, ...stackOutputs(outputs, native) };
}
/** Errors of ours as the framework's own, which it prints without a stack. */
async function inItsWords({ classes }, work) {
    try {
        return await work();
    }
    catch (error) {
        throw error instanceof errors/* UserError */.yo ? new classes.Error(`${error.code}: ${error.message}`, error.code) : error;
    }
}
function once(work) {
    let result;
    return () => {
        result ??= work();
        return result;
    };
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
