export const id = 9656;
export const ids = [9656];
export const modules = {

/***/ 8868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ memoise)
/* harmony export */ });
/** Returns a function that computes each key's result the first time that it is asked for. */
function memoise(compute) {
    const known = new Map();
    return (key) => {
        const found = known.get(key);
        if (found !== undefined || known.has(key)) {
            return found;
        }
        const made = compute(key);
        known.set(key, made);
        return made;
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

/***/ 83029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NM: () => (/* binding */ COMPOSE_PROGRAMS),
/* harmony export */   OU: () => (/* binding */ composeVariables),
/* harmony export */   Zz: () => (/* binding */ COMPOSE_FILES),
/* harmony export */   ai: () => (/* binding */ withComposeVariables),
/* harmony export */   g3: () => (/* binding */ parseCompose),
/* harmony export */   rd: () => (/* binding */ composeReferences)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37728);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);
/* harmony import */ var _only_defined_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49443);
/* harmony import */ var _yaml_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29786);




/** The names that a configuration of Compose may have. */
const COMPOSE_FILES = ['serverless-compose.yml', 'serverless-compose.yaml', 'serverless-compose.json'];
/** Those that Compose runs. */
const COMPOSE_PROGRAMS = ['serverless-compose.js', 'serverless-compose.ts'];
const scalar = valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()]), valibot__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi(String));
const serviceSchema = valibot__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
    path: valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .nonEmpty */ .hq()),
    config: valibot__WEBPACK_IMPORTED_MODULE_2__/* .exactOptional */ .yqP(valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .nonEmpty */ .hq())),
    dependsOn: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([
        valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi((key) => [key])),
        valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    ]), []),
    params: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .custom */ .IeY((value) => !Array.isArray(value)), valibot__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), scalar)), {}),
});
/** Keys of a service that are read, and the one that changes nothing in what is deployed. */
const READ = ['path', 'config', 'dependsOn', 'params', 'component'];
/**
 * Parses serverless-compose.yml, as osls and serverless read it; throws E_SERVICE_CONFIG with the place where it says
 * something that this product does not do.
 */
function parseCompose(text, file) {
    const source = readYaml(text, file);
    const refuse = (path, what, fix) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_SERVICE_CONFIG', { what, fix, position: source.position(path) });
    };
    const { services } = (source.value ?? {});
    if (typeof services !== 'object' ||
        services === null ||
        Array.isArray(services) ||
        Object.keys(services).length === 0) {
        return refuse(['services'], `${file} lists no services`, 'write "services:" with a mapping of keys to folders');
    }
    const parsed = Object.entries(services).map(([key, value]) => {
        const result = valibot__WEBPACK_IMPORTED_MODULE_2__/* .safeParse */ .xLC(serviceSchema, value);
        if (!result.success) {
            const [issue] = result.issues;
            const path = ['services', key, ...(issue.path ?? []).map((item) => item.key)];
            const what = `"${path.join('.')}" takes ${issue.expected ?? 'another value'}, not ${JSON.stringify(issue.input) ?? 'nothing'}`;
            return refuse(path, what, 'write it as Compose takes it: path, dependsOn, params');
        }
        const unread = Object.keys(result.output).find((name) => !READ.includes(name));
        if (unread !== undefined) {
            refuse(['services', key, unread], `"services.${key}.${unread}" is not supported`, unread === 'region'
                ? 'leave it out: each service is deployed into every region of the profile (profiles.<name>.region)'
                : 'leave it out, or list the services under `services:` in serverless-stages.yml');
        }
        for (const [name, param] of Object.entries(result.output.params)) {
            const [, variable] = /\$\{((?!sls:stage\}|env:[\w.-]{1,256}\})[a-z]\w{0,64}:[^}]{0,4096})\}/.exec(param) ?? [];
            if (variable !== undefined) {
                refuse(['services', key, 'params', name], `the parameter "${name}" of "${key}" reads \${${variable}}`, /^(?:self|opt):.*stage$/.test(variable)
                    ? 'write ${sls:stage} for the stage'
                    : 'make it a parameter of the profile in serverless-stages.yml');
            }
        }
        const { path, config, dependsOn, params } = result.output;
        return [key, { path, ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_3__/* .onlyDefined */ .M)({ config }), dependsOn, params }];
    });
    return Object.fromEntries(parsed);
}
function readYaml(text, file) {
    try {
        return (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_1__/* .parseYamlSource */ .WF)(text, file);
    }
    catch (error) {
        throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .recoded */ .hl)(error, 'E_SERVICE_CONFIG') : error;
    }
}
/** Returns what a text of Compose reads: the key of a service and the name of its output, for each `${key.output}`. */
function composeReferences(text) {
    return [...text.matchAll(/\$\{([A-Za-z0-9_-]{1,256})\.([^}]{1,1024})\}/g)].map(([, key = '', output = '']) => [
        key,
        output,
    ]);
}
const ENVIRONMENT = /\$\{env:([\w.-]{1,256})\}/g;
/** Returns the names of the environment's variables that a text of Compose reads; parameters of the profile stand for them. */
function composeVariables(text) {
    return [...text.matchAll(ENVIRONMENT)].map(([, name = '']) => name);
}
/** Returns a text of Compose with a value for each variable of the environment. */
function withComposeVariables(text, find) {
    return text.replace(ENVIRONMENT, (_, name) => find(name));
}


/***/ }),

/***/ 22993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ discoverServices)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(30742);
// EXTERNAL MODULE: ./core/memoise.js
var memoise = __webpack_require__(8868);
// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(49443);
// EXTERNAL MODULE: ./core/service/compose.js
var service_compose = __webpack_require__(83029);
// EXTERNAL MODULE: ./core/yaml/read.js + 1 modules
var read = __webpack_require__(95054);
;// CONCATENATED MODULE: ./core/service/configuration-files.js


/** A path of a program, which the Serverless Framework runs to have its value. */
const PROGRAM = /\.[cm]?[jt]s$/i;
const DATA = /\.(ya?ml|json|tfstate)$/i;
/** Opens the files of an application; `read` returns undefined for one that is not there. */
function openConfigurationFiles(read) {
    const loaded = new Map();
    const loading = new Map();
    const load = async (path) => {
        loaded.set(path, PROGRAM.test(path) ? { kind: 'unknown' } : parse(path, await read(path)));
    };
    return {
        get: (path) => loaded.get(path),
        load(path) {
            const work = loading.get(path) ?? load(path);
            loading.set(path, work);
            return work;
        },
    };
}
/** What cannot be read is the Serverless Framework's to tell of: it may be of a form that only it knows. */
function parse(path, text) {
    if (text === undefined) {
        return { kind: 'missing' };
    }
    if (!DATA.test(external_node_path_.posix.basename(path))) {
        return { kind: 'value', value: text };
    }
    const reading = (0,read/* readYaml */.g)(text);
    return reading.fault === undefined ? { kind: 'value', value: reading.value } : { kind: 'unknown' };
}

// EXTERNAL MODULE: ./core/service/definition.js
var definition = __webpack_require__(67296);
// EXTERNAL MODULE: ./core/stack/template-text.js
var template_text = __webpack_require__(44484);
// EXTERNAL MODULE: ./core/output/names.js
var names = __webpack_require__(91539);
// EXTERNAL MODULE: ./core/serverless/variables.js
var serverless_variables = __webpack_require__(42653);
;// CONCATENATED MODULE: ./core/service/settle.js


/** How deep values may lead to each other. */
const MAX_DEPTH = 50;
/** Longest text that values may come to, in characters: a few lines that name each other could come to any length. */
const MAX_TEXT = 100_000;
/** Most values that a configuration may come to, if its variables lead to the same mappings again and again. */
const MAX_VALUES = 200_000;
/** Longest path that a system takes, in characters (PATH_MAX of Linux): a longer text is none. */
const MAX_PATH = 4096;
/** A value that nobody knows before the Serverless Framework runs. */
class Unknown {
    /** How it is spelled, all variables replaced that are known. */
    text;
    constructor(text) {
        this.text = text;
    }
}
/** Returns a value with the spelling of what is not known in it, in place of that. */
function spelledOut(value) {
    if (value instanceof Unknown) {
        return value.text;
    }
    if (Array.isArray(value)) {
        return value.map(spelledOut);
    }
    return typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, spelledOut(item)]))
        : value;
}
/**
 * Builds what resolves the variables of a service's configuration as the Serverless Framework does (osls 4.3,
 * `lib/configuration/variables`): `self:` and `file():` to any depth, fallbacks in their order, `params:` of the service, and
 * what `lookup` knows.
 */
function createSettler({ folder, root, files, lookup }) {
    const wanted = new Set();
    const known = new Map();
    const underWay = new Set();
    let depth = 0;
    let expanded = 0;
    function settle(value) {
        if (typeof value !== 'string' || !value.includes('${')) {
            return value;
        }
        if (known.has(value)) {
            return known.get(value);
        }
        // A text that leads to itself has no value.
        if (underWay.has(value) || depth >= MAX_DEPTH) {
            return new Unknown(value);
        }
        underWay.add(value);
        depth += 1;
        const before = wanted.size;
        try {
            const settled = settleText(value);
            if (wanted.size === before) {
                known.set(value, settled);
            }
            return settled;
        }
        finally {
            depth -= 1;
            underWay.delete(value);
        }
    }
    function settleText(text) {
        const variables = (0,serverless_variables/* findVariables */.D)(text);
        const [first] = variables;
        if (first === undefined) {
            return text;
        }
        if (first.start === 0 && first.end === text.length) {
            return settleVariable(first);
        }
        const pieces = [];
        let from = 0;
        let isKnown = true;
        for (const variable of variables) {
            const value = settleVariable(variable);
            const isText = ['string', 'number', 'boolean'].includes(typeof value);
            isKnown &&= isText;
            pieces.push(text.slice(from, variable.start), isText ? String(value) : spelled(value, variable));
            from = variable.end;
        }
        const whole = pieces.join('') + text.slice(from);
        if (whole.length > MAX_TEXT) {
            return new Unknown(text);
        }
        return isKnown ? whole : new Unknown(whole);
    }
    function spelled(value, { text }) {
        return value instanceof Unknown ? value.text : text;
    }
    /** The first source that has a value; one that is not known may have one. */
    function settleVariable({ text, sources }) {
        for (const [index, source] of sources.entries()) {
            const value = settleSource(source);
            if (value instanceof Unknown) {
                const isWhole = index === 0 && sources.length === 1;
                return index === 0 && isReduced(source) ? value : new Unknown(isWhole ? `\${${spellSource(source)}}` : text);
            }
            if (value !== undefined && value !== null) {
                return value;
            }
        }
        return undefined;
    }
    /** Whether what is not known of a source is spelled by what it led to. */
    function isReduced({ source }) {
        return source === 'self' || source === '';
    }
    function spellSource({ source, argument, address }) {
        const brackets = argument === undefined ? '' : `(${spell(argument)})`;
        return `${source}${brackets}${address === undefined ? '' : `:${spell(address)}`}`;
    }
    function settleSource({ source, argument = '', address, literal }) {
        if (source === '') {
            return literal === 'null' ? undefined : settle(literal);
        }
        const at = address === undefined ? '' : settle(address);
        if (at instanceof Unknown || typeof at === 'object') {
            return new Unknown('');
        }
        const text = String(at ?? '');
        switch (source) {
            case 'self':
                return atPath(root, stepsOf(text));
            case 'file':
                return settleFile(argument, stepsOf(text));
            case 'strToBool':
                return toBoolean(settle(argument));
            default:
                return fromOutside(source, text);
        }
    }
    /** What does not stand in the configuration. */
    function fromOutside(source, address) {
        const isRegion = source === 'aws' && address === 'region';
        const value = isRegion ? lookup('opt', address) : lookup(source, address);
        if (value !== undefined) {
            return value;
        }
        // Which options the CLI gets is known: no others than these.
        if (source === 'opt' && address !== 'stage' && address !== 'region') {
            return undefined;
        }
        return (source === 'param' ? ownParameter(address) : undefined) ?? new Unknown('');
    }
    /** A parameter of the service's own `params:`, for its stage or for all. */
    function ownParameter(name) {
        const stage = lookup('sls', 'stage');
        const places = [...(stage === undefined ? [] : [stage]), 'default'];
        const params = atPath(root, ['params']);
        for (const place of places) {
            const given = atPath(params, [place]);
            // A parameter's name may hold dots.
            const value = isMapping(given) && Object.hasOwn(given, name) ? settle(Reflect.get(given, name)) : undefined;
            if (value !== undefined && value !== null) {
                return value;
            }
        }
        return undefined;
    }
    function settleFile(argument, steps) {
        const { path } = place(argument);
        if (path === undefined) {
            return new Unknown('');
        }
        const file = files.get(path);
        if (file === undefined) {
            wanted.add(path);
            return new Unknown('');
        }
        return file.kind === 'missing' ? undefined : file.kind === 'unknown' ? new Unknown('') : atPath(file.value, steps);
    }
    function place(argument) {
        const settled = settle(argument);
        const text = settled instanceof Unknown ? settled.text : typeof settled === 'string' ? settled : argument;
        const isPath = typeof settled === 'string' && text.length <= MAX_PATH && !/^[/~]|^[A-Za-z]:/.test(text);
        const path = isPath ? external_node_path_.posix.join(folder, text.replaceAll('\\', '/')) : undefined;
        return path === undefined || path.startsWith('..') ? { text } : { path };
    }
    function atPath(value, steps) {
        let at = settle(value);
        for (const [index, step] of steps.entries()) {
            if (at instanceof Unknown) {
                return new Unknown(withSteps(at.text, steps.slice(index)));
            }
            if (!isMapping(at)) {
                return undefined;
            }
            at = Object.hasOwn(at, step) ? settle(Reflect.get(at, step)) : undefined;
        }
        return at;
    }
    function spell(text) {
        const settled = settle(text);
        return settled instanceof Unknown ? settled.text || text : isMapping(settled) ? text : String(settled ?? text);
    }
    function expand(value, within = []) {
        const settled = settle(value);
        expanded += 1;
        if (expanded > MAX_VALUES) {
            return new Unknown('');
        }
        if (!isMapping(settled) || settled instanceof Unknown || within.includes(settled) || within.length > MAX_DEPTH) {
            return settled;
        }
        const inner = [...within, settled];
        return Array.isArray(settled)
            ? settled.map((item) => expand(item, inner))
            : Object.fromEntries(Object.entries(settled).map(([key, item]) => [key, expand(item, inner)]));
    }
    return { settle, spell, at: atPath, expand: (value) => expand(value), place, wanted };
}
/** The spelling of what is at a path of a value that is not known: two places of one file are two values. */
function withSteps(text, steps) {
    const isVariable = text.startsWith('${') && text.endsWith('}');
    return isVariable ? `${text.slice(0, -1)}.${steps.join('.')}}` : text;
}
function stepsOf(address) {
    return address === '' ? [] : address.split('.');
}
function isMapping(value) {
    return typeof value === 'object' && value !== null;
}
/** As osls reads it; anything else is its error to tell. */
function toBoolean(value) {
    const text = String(value).trim().toLowerCase();
    const isOne = ['true', '1'].includes(text);
    return isOne || ['false', '0'].includes(text) ? isOne : new Unknown('');
}

;// CONCATENATED MODULE: ./core/service/definition-names.js



/** `service: name`, or `service: { name }` as serverless 1 and 2 had it; undefined if it is not known before. */
function nameOf({ service }, settler) {
    const settled = settler.settle(service);
    const text = typeof settled === 'object' ? settler.at(settled, ['name']) : settled;
    return typeof text === 'string' && (0,template_text/* isWhole */.wP)(text) ? text : undefined;
}
/**
 * The stack as the Serverless Framework names it: `provider.stackName`, else the service and the stage. What is not known of it
 * stays as it is spelled; undefined if nothing is known.
 */
function stackTextOf(root, settler, lookup) {
    const own = spelledOut(settler.at(root, ['provider', 'stackName']));
    if (own !== undefined && own !== null) {
        return typeof own === 'string' ? own : undefined;
    }
    const service = settler.settle(root['service']);
    const name = spelledOut(typeof service === 'object' && !(service instanceof Unknown) ? settler.at(service, ['name']) : service);
    const stage = lookup('sls', 'stage');
    return typeof name !== 'string' || stage === undefined ? undefined : `${name}-${stage}`;
}
/** What its stack exports: what its `resources` say, and what the Serverless Framework exports by itself (`sls-…`). */
function exportsOf(root, name, settler, pseudo, lookup) {
    const resources = settler.at(root, ['resources']);
    const parts = Array.isArray(resources) ? resources : [resources];
    const own = parts.flatMap((part) => {
        const outputs = settler.expand(settler.at(part, ['Outputs']));
        return valuesOf(outputs).flatMap((output) => {
            const exported = settler.at(settler.at(output, ['Export']), ['Name']);
            return exported === undefined ? [] : [(0,template_text/* templateText */.uO)(spelledOut(exported), pseudo)];
        });
    });
    const stage = lookup('sls', 'stage');
    return [...own, ...(name === undefined || stage === undefined ? [] : [`sls-${name}-${stage}-${template_text/* UNKNOWN_PART */.DQ}`])];
}
/** Plugins that are known to publish no outputs of their own. */
const QUIET_PLUGINS = /^(serverless-stages\/plugin|serverless-(offline|esbuild|webpack|bundle|dotenv-plugin|python-requirements|plugin-typescript|prune-plugin|iam-roles-per-function|dynamodb|plugin-common-excludes|plugin-include-dependencies))$/;
/** The outputs that it publishes: in `resources.Outputs`, and in `outputs:`; undefined if one of the two is not known before. */
function publishedOf(root, settler) {
    const resources = settler.at(root, ['resources']);
    const native = (Array.isArray(resources) ? resources : [resources]).map((part) => settler.expand(settler.at(part, ['Outputs'])));
    const own = settler.expand(root['outputs']);
    if (resources instanceof Unknown || [...native, own].some((one) => one instanceof Unknown)) {
        return undefined;
    }
    const { plugins } = root;
    const listed = Array.isArray(plugins) ? plugins : valuesOf(plugins).flat();
    return {
        names: [...native.flatMap((one) => Object.keys(recordOf(one)).map(names/* outputName */.V)), ...namesWithin(own)],
        isOpen: listed.some((name) => typeof name !== 'string' || !QUIET_PLUGINS.test(name)),
    };
}
/** Names of a map of outputs, nested ones by the way to them. */
function namesWithin(value, prefix = '') {
    return Object.entries(recordOf(value)).flatMap(([key, item]) => {
        const isNested = typeof item === 'object' && item !== null && !Object.keys(item).some((name) => /^(Ref|Fn::)/.test(name));
        return isNested ? namesWithin(item, `${prefix}${key}.`) : [`${prefix}${key}`];
    });
}
function recordOf(value) {
    return typeof value === 'object' && value !== null ? value : {};
}
function valuesOf(value) {
    return typeof value === 'object' && value !== null && !(value instanceof Unknown) ? Object.values(value) : [];
}
/** Functions are named `<service>-<stage>-<function>` unless they have a `name` (osls 4.3, serverless 3). */
function functionNamesOf(root, service, settler, lookup) {
    const stage = lookup('sls', 'stage');
    const functions = [settler.at(root, ['functions'])].flat().flatMap((part) => {
        const settled = settler.settle(part);
        return typeof settled === 'object' && settled !== null && !(settled instanceof Unknown)
            ? Object.entries(settled)
            : [];
    });
    return functions.flatMap(([key, value]) => {
        const own = settler.at(value, ['name']);
        if (own === undefined || own === null) {
            return service === undefined ? [] : [`${service}--${key}`];
        }
        return typeof own === 'string' && stage !== undefined ? [own.replaceAll(stage, '')] : [];
    });
}
/** Whether the Serverless Framework makes a role that is named after the service: it has functions, and no role of its own. */
function makesRole(root, settler) {
    const functions = settler.at(root, ['functions']);
    const isNamed = [
        ['provider', 'role'],
        ['provider', 'iam', 'role'],
        ['provider', 'iam', 'role', 'name'],
    ].some((path) => {
        const role = settler.at(root, path);
        return role instanceof Unknown || (typeof role === 'string' && role !== '') || isReference(role);
    });
    return functions !== undefined && functions !== null && !isNamed;
}
/** A role of the template's own resources, by `Fn::GetAtt` and its kin. */
function isReference(value) {
    return typeof value === 'object' && value !== null && Object.keys(value).some((key) => /^(Fn::|Ref$)/.test(key));
}

;// CONCATENATED MODULE: ./core/service/references.js





/** Sources whose values are the same whenever the same files and parameters are packaged. */
const KNOWN = ['param', 'self', 'opt', 'sls', 'strToBool', 'output', 'file', ''];
const LISTS = [
    'params',
    'needed',
    'outputs',
    'neededOutputs',
    'stacks',
    'imports',
    'through',
    'files',
    'unknown',
    'outside',
];
/** What is known of a configuration that only a program tells. */
const NO_REFERENCES = {
    params: [],
    needed: [],
    anyParam: false,
    outputs: [],
    neededOutputs: [],
    stacks: [],
    imports: [],
    through: [],
    files: [],
    unknown: [],
    outside: [],
};
/**
 * Returns what a configuration reads, also through the files that it leads to: of an included file that which is read of it
 * alone. `pseudo` are the pseudo parameters that names of exports may hold.
 */
function followReferences(root, settler, files, pseudo) {
    const found = Object.fromEntries(LISTS.map((name) => [name, new Set()]));
    const own = new Set();
    const includes = new Set();
    let anyParam = false;
    /** Parts of files that are still to be walked. */
    const queue = [];
    const queued = new Set();
    const walked = new Set();
    let isOwn = true;
    walk(root);
    isOwn = false;
    for (let part = queue.shift(); part !== undefined; part = queue.shift()) {
        const file = files.get(part.path);
        if (file?.kind === 'value') {
            descend(file.value, part.steps);
        }
    }
    for (const text of own) {
        found.through.delete(text);
    }
    const lists = Object.fromEntries(LISTS.map((name) => [name, [...found[name]].sort()]));
    return {
        reads: { ...lists, anyParam },
        includes: [...includes].sort(),
    };
    function walk(value) {
        if (typeof value === 'string') {
            readText(value);
            readPath(value);
        }
        else if (typeof value === 'object' && value !== null && !walked.has(value)) {
            // YAML's aliases lead to one value from several places, or to their own parent.
            walked.add(value);
            for (const [key, item] of Object.entries(value)) {
                readText(key);
                // Where the Serverless Framework looks for packages is no source.
                if (key !== 'projectDir') {
                    walk(item);
                }
                if (key === 'Fn::ImportValue') {
                    found.imports.add((0,template_text/* templateText */.uO)(spelledOut(settler.expand(item)), pseudo));
                }
            }
        }
    }
    /** Walks what stands at a path of a value, and nothing beside it. */
    function descend(value, steps) {
        const [step, ...rest] = steps;
        if (step === undefined) {
            walk(value);
        }
        else if (typeof value === 'string') {
            readText(value, steps);
        }
        else if (typeof value === 'object' && value !== null && Object.hasOwn(value, step)) {
            descend(Reflect.get(value, step), rest);
        }
    }
    /** `steps` lead on from the value of the text. */
    function readText(text, steps = []) {
        for (const { sources } of (0,serverless_variables/* findVariables */.D)(text)) {
            for (const source of sources) {
                readSource(source, steps);
            }
            const last = sources.at(-1);
            const name = settler.spell(last?.address ?? '');
            if (last?.source === 'param' && (0,template_text/* isWhole */.wP)(name)) {
                found.needed.add(name);
            }
            else if (last?.source === 'output') {
                found.neededOutputs.add(name);
            }
        }
    }
    /** Notes a text that is a path, and leads out; of one that is not known to its end, the folder before. */
    function readPath(text) {
        const settled = settler.settle(text);
        const spelled = settled instanceof Unknown ? (settled.text.split('${')[0] ?? '') : settled;
        if (typeof spelled !== 'string' || spelled.length > MAX_PATH) {
            return;
        }
        const path = spelled.replace(/^!/, '');
        const leadsOut = external_node_path_.posix.normalize(path.replaceAll('\\', '/')).split('/')[0] === '..';
        if (leadsOut && !/\s/.test(path)) {
            found.outside.add(path);
        }
    }
    function readSource({ source, argument, address, literal }, steps) {
        for (const inner of [argument, address, literal]) {
            if (inner !== undefined) {
                readText(inner);
            }
        }
        const at = settler.spell(address ?? '');
        switch (source) {
            case 'param':
                readParameter(at);
                break;
            case 'output':
                note('outputs', `output:${at}`, at);
                break;
            case 'cf':
                found.stacks.add(argument === undefined ? at : `${settler.spell(argument)}:${at}`);
                found.unknown.add('cf');
                break;
            case 'file':
                readFile(argument ?? '', address, steps);
                break;
            default:
                noteUnknown(source, at);
        }
    }
    function noteUnknown(source, at) {
        if (source === 'sls' && at !== 'stage') {
            found.unknown.add(`sls:${at}`);
        }
        else if (!KNOWN.includes(source)) {
            found.unknown.add(source);
        }
    }
    function readParameter(name) {
        if ((0,template_text/* isWhole */.wP)(name)) {
            note('params', `param:${name}`, name);
        }
        else {
            anyParam = true;
        }
    }
    function note(list, text, item) {
        found[list].add(item);
        (isOwn ? own : found.through).add(text);
    }
    function readFile(argument, address, steps) {
        const { path, text } = settler.place(argument);
        if (path === undefined) {
            found.unknown.add(text.length > MAX_PATH ? 'file(…)' : `file(${text})`);
            readPath(argument);
            return;
        }
        includes.add(path);
        if (PROGRAM.test(path)) {
            found.unknown.add(`file(${argument})`);
            return;
        }
        found.files.add(argument);
        const key = address === undefined ? '' : settler.spell(address);
        const all = [...(key === '' ? [] : key.split('.')), ...steps];
        const known = all.every(template_text/* isWhole */.wP) ? all : [];
        const mark = [path, ...known].join('\0');
        if (!queued.has(mark)) {
            queued.add(mark);
            queue.push({ path, steps: known });
        }
    }
}

;// CONCATENATED MODULE: ./core/service/read-definition.js









/** Most files that a configuration is made of, one leading to the next. */
const MAX_INCLUDES = 500;
/** What is known of a service whose configuration is a program. */
const PROGRAM_DEFINITION = {
    name: undefined,
    stackName: undefined,
    exports: [],
    functionNames: [],
    makesRole: false,
    hasCode: true,
    isProgram: true,
    reads: NO_REFERENCES,
    includes: [],
};
/**
 * Reads what the configuration of a service says of itself and of others, with all files that it leads to; `lookup` knows the
 * variables that come from outside. Throws E_SERVICE_CONFIG if it cannot be read, or leads to too many files.
 */
async function readServiceDefinition({ folder, file, text }, files, lookup) {
    const root = PROGRAM.test(file) ? undefined : read_definition_parse(external_node_path_.posix.join(folder, file), text);
    const loaded = new Set();
    for (;;) {
        // What is not loaded yet is read in the next turn, which knows more.
        const settler = createSettler({ folder, root, files, lookup });
        const definition = root === undefined ? defineProgram(text, settler, files) : read_definition_define(root, settler, files, lookup);
        const wanted = [...settler.wanted, ...definition.includes].filter((path) => !loaded.has(path));
        if (definition.includes.length > MAX_INCLUDES) {
            throw new errors/* UserError */.yo('E_SERVICE_CONFIG', {
                what: `the configuration in ${folder} leads to more than ${MAX_INCLUDES} files by \${file(…)}`,
                fix: 'put them together',
            });
        }
        if (wanted.length === 0) {
            return definition;
        }
        await Promise.all(wanted.map((path) => files.load(path)));
        for (const path of wanted) {
            loaded.add(path);
        }
    }
}
/**
 * What a program says of others in its texts (`'${param:database.url}'`, or `\\${…}` in a template literal). It may say more, so
 * that it counts as changed each time; nothing is told of a text that is no variable's.
 */
function defineProgram(text, settler, files) {
    try {
        const { reads, includes } = followReferences(text.replaceAll('\\${', '${'), settler, files, {});
        const { params, needed, outputs, neededOutputs, stacks } = reads;
        const known = { ...NO_REFERENCES, params, needed, outputs, neededOutputs, stacks };
        return { ...PROGRAM_DEFINITION, reads: known, includes };
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo) {
            return PROGRAM_DEFINITION;
        }
        throw error;
    }
}
function read_definition_parse(path, text) {
    const reading = (0,read/* readYaml */.g)(text);
    const { value } = { value: undefined, ...reading };
    const fault = reading.fault ??
        (typeof value !== 'object' || value === null
            ? 'is empty'
            : Reflect.get(value, 'service') === undefined
                ? 'has no "service:"'
                : undefined);
    if (fault !== undefined) {
        throw new errors/* UserError */.yo('E_SERVICE_CONFIG', {
            what: `${path} ${fault}`,
            fix: fault.endsWith('"service:"')
                ? 'give the service a name'
                : 'mend the file; `npx osls print` in its folder says more',
        });
    }
    return value;
}
/** What can be told with the files that are loaded. */
function read_definition_define(root, settler, files, lookup) {
    const name = nameOf(root, settler);
    const stackText = stackTextOf(root, settler, lookup);
    const stackName = stackText !== undefined && (0,template_text/* isWhole */.wP)(stackText) ? stackText : undefined;
    const pseudo = (0,only_defined/* onlyDefined */.M)({
        'AWS::StackName': stackName,
        'AWS::Region': lookup('opt', 'region'),
        'AWS::AccountId': lookup('aws', 'accountId'),
    });
    const { reads, includes } = followReferences(root, settler, files, pseudo);
    return {
        name,
        stackName,
        ...(0,only_defined/* onlyDefined */.M)({ stackText }),
        exports: exportsOf(root, name, settler, pseudo, lookup),
        ...(0,only_defined/* onlyDefined */.M)({ published: publishedOf(root, settler) }),
        functionNames: functionNamesOf(root, name, settler, lookup),
        makesRole: makesRole(root, settler),
        hasCode: ['functions', 'layers'].some((key) => ![undefined, null].includes(settler.at(root, [key]))),
        isProgram: false,
        reads,
        includes,
    };
}

;// CONCATENATED MODULE: ./core/service/signs.js


/** Folders whose contents are there to be looked at, copied or tested. */
const SHOWN = new Set([
    'example',
    'examples',
    'sample',
    'samples',
    'template',
    'templates',
    'boilerplate',
    'boilerplates',
    'scaffold',
    'scaffolds',
    'types',
    '@types',
    'typings',
]);
/** Last words of the names of folders that hold what tests need: `test`, `integrationTests`, `__fixtures__`. */
const TESTED = new Set(['test', 'tests', 'spec', 'specs', 'fixture', 'fixtures', 'mock', 'mocks', 'e2e']);
/** What a program that is a configuration has: a value that it exports, and a key that the Serverless Framework knows. */
const EXPORTS = /\bmodule\.exports\s{0,20}=|\bexport\s{0,20}=|\bexport\s{1,20}default\s{1,20}(?!interface\b|type\b|abstract\b|class\b)/;
const KEY = /\b(?:service|provider|functions|resources|plugins)\b/;
/**
 * Returns why a configuration that was found in a folder is no service that is deployed; undefined if it may be one. Services
 * that are listed are not asked this.
 */
function reasonToLeaveOut(folder, file, text) {
    const shown = folder.split('/').find((name) => SHOWN.has(name.toLowerCase()));
    if (shown !== undefined) {
        return `the folder "${shown}" is for what is shown or copied`;
    }
    const tested = folder.split('/').find((name) => TESTED.has(lastWord(name)));
    if (tested !== undefined) {
        return `the folder "${tested}" is for tests`;
    }
    if (PROGRAM.test(file)) {
        return EXPORTS.test(text) && KEY.test(text) ? undefined : `its ${file} exports no configuration`;
    }
    const { value } = { value: undefined, ...(0,read/* readYaml */.g)(text) };
    const isMapping = typeof value === 'object' && value !== null;
    // What cannot be read may be a service, and is refused as one.
    const isEmpty = value === null || (value === undefined && text.trim() === '');
    return isEmpty || (isMapping && !Object.hasOwn(value, 'service')) ? `its ${file} has no "service:"` : undefined;
}
function lastWord(name) {
    const words = name
        .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
        .toLowerCase()
        .split(/[-_.]+/)
        .filter((word) => word !== '');
    return words.at(-1) ?? '';
}

;// CONCATENATED MODULE: ./core/service/discover.js









/** How deep below the application's folder services are looked for. */
const discover_MAX_DEPTH = 4;
/**
 * Finds the services of an application: those that serverless-stages.yml lists, else those of serverless-compose.yml, else
 * every folder with a Serverless configuration that is deployed, its key then the folder's name (at the top, the service's own), or its path if
 * several have the name. `lookup` knows the variables that come from outside. Throws E_SERVICE_CONFIG.
 */
async function discoverServices(files, configured, lookup, tell = () => undefined) {
    // A configuration is looked at for a sign first, and then read.
    const once = { ...files, read: (0,memoise/* memoise */.y)(files.read), names: (0,memoise/* memoise */.y)(files.names) };
    const entries = await listServices(once, configured, tell);
    const read = openConfigurationFiles(once.read);
    const services = await Promise.all(entries.map(async (entry) => {
        const definition = await readDefinition(once, read, entry, lookup);
        // A service at the top has no folder that is called the same in every clone.
        const key = entry.key === '' ? (definition.name ?? 'root') : entry.key;
        return { ...entry, ...definition, key };
    }));
    checkKeys(services);
    return services;
}
function checkKeys(services) {
    const odd = services.find(({ key }) => !(0,definition/* isServiceKey */.ns)(key));
    if (odd !== undefined) {
        throw new errors/* UserError */.yo('E_SERVICE_CONFIG', {
            what: `"${odd.key}" (${odd.path}) cannot be the key of a service`,
            why: 'a key has letters, digits, - and _, begins with a letter, and is not "all"',
            fix: 'list the services with other keys under `services:` in serverless-stages.yml',
        });
    }
    const keys = services.map(({ key }) => key);
    const twice = keys.find((key, index) => keys.indexOf(key) !== index);
    if (twice !== undefined) {
        const folders = services.flatMap(({ key, path }) => (key === twice ? [path] : []));
        throw new errors/* UserError */.yo('E_SERVICE_CONFIG', {
            what: `the folders ${folders.join(' and ')} would both be the service "${twice}"`,
            fix: 'list the services with their keys under `services:` in serverless-stages.yml',
        });
    }
}
async function listServices(files, configured, tell) {
    if (configured !== undefined) {
        return Object.entries(configured).map(([key, service]) => ({ ...(0,definition/* plainEntry */.xY)(key, service.path), ...service }));
    }
    const known = [...service_compose/* COMPOSE_FILES */.Zz, ...service_compose/* COMPOSE_PROGRAMS */.NM];
    const compose = (await files.names('.'))?.filter((name) => known.includes(name)) ?? [];
    if (compose.length > 1) {
        throw new errors/* UserError */.yo('E_SERVICE_CONFIG', { what: `there are ${compose.join(' and ')}`, fix: 'keep one of them' });
    }
    const [file] = compose;
    if (file !== undefined && service_compose/* COMPOSE_PROGRAMS */.NM.includes(file)) {
        throw new errors/* UserError */.yo('E_SERVICE_CONFIG', {
            what: `${file} is a program`,
            why: 'what it lists is known only to who runs it',
            fix: 'list its services under `services:` in serverless-stages.yml (path, depends-on), or write it as serverless-compose.yml',
        });
    }
    if (file !== undefined) {
        const services = (0,service_compose/* parseCompose */.g3)((await files.read(file)) ?? '', file);
        return Object.entries(services).map(([key, { path, config, dependsOn, params }]) => ({
            ...(0,definition/* plainEntry */.xY)(key, path),
            ...(0,only_defined/* onlyDefined */.M)({ config }),
            dependsOn,
            composeParams: params,
        }));
    }
    return findServices(files, tell);
}
/** The folders that have a configuration and a sign that it is deployed. */
async function findServices(files, tell) {
    const all = await files.foldersWith(definition/* SERVICE_FILES */.me, discover_MAX_DEPTH);
    const judged = await Promise.all(all.map(async (folder) => ({ folder, reason: await reasonIn(folder, files) })));
    const leftOut = judged.flatMap(({ folder, reason }) => (reason === undefined ? [] : [{ folder, reason }]));
    const folders = judged.flatMap(({ folder, reason }) => (reason === undefined ? [folder] : []));
    if (folders.length === 0) {
        const why = leftOut.map(({ folder, reason }) => `${folder}: ${reason}`).join('; ');
        throw new errors/* UserError */.yo('E_SERVICE_CONFIG', {
            what: `there is no service below ${files.place}`,
            ...(why === '' ? {} : { why: `left out were ${why}` }),
            fix: 'check the repository out before this step, or list the services in serverless-stages.yml',
        });
    }
    for (const { folder, reason } of leftOut) {
        tell(folder, reason);
    }
    const names = folders.map((folder) => external_node_path_.posix.basename(folder));
    return folders.map((folder, index) => {
        const name = names[index] ?? '';
        const isShared = names.indexOf(name) !== names.lastIndexOf(name);
        return (0,definition/* plainEntry */.xY)(folder === '.' ? '' : keyOf(isShared ? folder.replaceAll('/', '-') : name), folder);
    });
}
/** A folder's name as a key: one that cannot be a key (`01-orders`) gets a letter in front. */
function keyOf(name) {
    return (0,definition/* isServiceKey */.ns)(name) ? name : `s-${name.replace(/[^A-Za-z0-9_-]+/g, '-')}`;
}
/** Why the configuration in a folder is no service; a folder with several is refused later. */
async function reasonIn(folder, files) {
    const names = (await files.names(folder)) ?? [];
    const [file, ...more] = definition/* SERVICE_FILES */.me.filter((name) => names.includes(name));
    return file === undefined || more.length > 0
        ? undefined
        : reasonToLeaveOut(folder, file, (await files.read(external_node_path_.posix.join(folder, file))) ?? '');
}
async function readDefinition(files, read, entry, lookup) {
    const { key, path } = entry;
    if (external_node_path_.posix.normalize(path).startsWith('..')) {
        throw new errors/* UserError */.yo('E_SERVICE_CONFIG', {
            what: `the service "${key}" is at "${path}", out of the repository`,
            fix: 'correct its path',
        });
    }
    const names = await files.names(path);
    if (names === undefined) {
        throw new errors/* UserError */.yo('E_SERVICE_CONFIG', {
            what: `the folder "${path}" of the service "${key}" is not there`,
            fix: 'correct its path',
        });
    }
    const wanted = entry.config === undefined ? definition/* SERVICE_FILES */.me : [entry.config];
    const found = wanted.filter((name) => names.includes(name));
    const [file] = found;
    if (file === undefined || found.length > 1) {
        throw new errors/* UserError */.yo('E_SERVICE_CONFIG', {
            what: file === undefined ? `"${path}" has no ${wanted[0]}` : `"${path}" has ${found.join(' and ')}`,
            fix: file === undefined
                ? 'add one, or correct the path'
                : 'keep one of them, or list the services with `config:` under `services:` in serverless-stages.yml',
        });
    }
    const text = (await files.read(external_node_path_.posix.join(path, file))) ?? '';
    return readServiceDefinition({ folder: path, file, text }, read, lookup);
}


/***/ }),

/***/ 69684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ workspaceFiles),
/* harmony export */   p: () => (/* binding */ isIgnored)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30742);
/* harmony import */ var _files_limited_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83824);




/** Folders that no service of the user's own is in. */
const IGNORED = new Set(['node_modules', 'dist', 'vendor']);
/** The files of an application in a folder of this machine. */
function workspaceFiles(root) {
    return {
        place: root,
        names: (folder) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, folder)).catch(() => undefined),
        read: (path) => readText((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path), path),
        foldersWith: async (names, depth) => (await foldersWith(root, names, root, depth)).sort(),
    };
}
/** Undefined where the file is not there; throws E_CONFIG_FILE where it is too large. */
async function readText(full, path) {
    try {
        return (await (0,_files_limited_js__WEBPACK_IMPORTED_MODULE_3__/* .readLimited */ .t)(full, path)).toString();
    }
    catch (error) {
        if (error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo) {
            throw error;
        }
        return undefined;
    }
}
async function foldersWith(root, names, folder, depth) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { withFileTypes: true });
    const own = entries.some((entry) => (entry.isFile() || entry.isSymbolicLink()) && names.includes(entry.name))
        ? [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, folder).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/') || '.']
        : [];
    const below = entries.filter((entry) => entry.isDirectory() && depth > 0 && !isIgnored(entry.name));
    const found = await Promise.all(below.map(({ name }) => foldersWith(root, names, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), depth - 1)));
    return [...own, ...found.flat()];
}
/** Whether services are not looked for in folders of this name. */
function isIgnored(name) {
    return IGNORED.has(name) || name.startsWith('.');
}


/***/ })

};
