export const id = 758;
export const ids = [758];
export const modules = {

/***/ 5765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ud: () => (/* binding */ plainEnvironment),
/* harmony export */   m9: () => (/* binding */ cliEnvironment)
/* harmony export */ });
/* unused harmony export PLUGIN_CONTEXT */
/**
 * Variables that a child may have from ours. All else stays behind: the runner's tokens and command files (`ACTIONS_*`,
 * `GITHUB_*`, `INPUT_*`, `STATE_*`, `RUNNER_*`), stray AWS profiles and keys, the user's secrets.
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
/** Name of the variable that tells our Serverless plugin where the deploy's context is. */
const PLUGIN_CONTEXT = 'SERVERLESS_STAGES_CONTEXT';
/** How often the CLI looks at CloudFormation, in milliseconds: its own 5,000 would dominate a short deploy. */
const MONITORING_MS = '1000';
/** Returns the environment of the Serverless CLI: the plain one, the role's session, and the exported parameters. */
function cliEnvironment(parts) {
    const { own, session, licence } = parts;
    const aws = Object.keys(own).filter((name) => ALLOWED_AWS.test(name));
    return {
        ...plainEnvironment(own),
        ...Object.fromEntries(aws.flatMap((name) => pick(own, name))),
        ...Object.fromEntries(parts.exported.map(({ name, value }) => [name, value])),
        AWS_ACCESS_KEY_ID: session.accessKeyId,
        AWS_SECRET_ACCESS_KEY: session.secretAccessKey,
        ...(session.sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: session.sessionToken }),
        AWS_REGION: session.region,
        AWS_DEFAULT_REGION: session.region,
        AWS_CONFIG_FILE: parts.emptyFile,
        AWS_SHARED_CREDENTIALS_FILE: parts.emptyFile,
        AWS_EC2_METADATA_DISABLED: 'true',
        SLS_SCHEMA_CACHE_BASE_DIR: parts.schemaCache,
        SLS_AWS_MONITORING_FREQUENCY: own['SLS_AWS_MONITORING_FREQUENCY'] ?? MONITORING_MS,
        [PLUGIN_CONTEXT]: parts.pluginContext,
        SLS_NOTIFICATIONS_MODE: 'off',
        SLS_TELEMETRY_DISABLED: '1',
        ...(licence?.accessKey === undefined ? {} : { SERVERLESS_ACCESS_KEY: licence.accessKey }),
        ...(licence?.licenseKey === undefined ? {} : { SERVERLESS_LICENSE_KEY: licence.licenseKey }),
    };
}


/***/ }),

/***/ 2653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ findVariables),
/* harmony export */   V: () => (/* binding */ substitute)
/* harmony export */ });
const SOURCE = /^([a-z][a-zA-Z0-9]*)(?:\(([\s\S]*)\))?(?::([\s\S]*))?$/;
/**
 * Finds the outermost variables of a text. CloudFormation's own (`${AWS::Region}`, `${Resource.Attr}`) are none: a source
 * begins with a small letter and has a colon or brackets. Nor are escaped ones. `${output::dev::svc.key}` is one here,
 * although the Serverless Framework takes it for CloudFormation's.
 */
function findVariables(text) {
    const found = [];
    for (let start = text.indexOf('${'); start !== -1; start = text.indexOf('${', start)) {
        const variable = isEscaped(text, start) ? undefined : readVariable(text, start);
        if (variable === undefined) {
            start += 2;
            continue;
        }
        found.push(variable);
        start = variable.end;
    }
    return found;
}
function isEscaped(text, start) {
    let backslashes = 0;
    while (text[start - 1 - backslashes] === '\\') {
        backslashes += 1;
    }
    return backslashes % 2 === 1;
}
/** Splits at the commas that stand in no inner variable, bracket or quoted literal. */
function readContent(text, from) {
    const parts = [];
    let start = from;
    let depth = 0;
    for (let at = from; at < text.length; at += 1) {
        const sign = text[at] ?? '';
        if (depth === 0 && text.slice(start, at).trim() === '' && /['"]/.test(sign)) {
            at = Math.max(at, text.indexOf(sign, at + 1));
        }
        else if (sign === '{' || sign === '(') {
            depth += 1;
        }
        else if (sign === ')') {
            depth -= 1;
        }
        else if (sign === ',' && depth === 0) {
            parts.push(text.slice(start, at));
            start = at + 1;
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
function readVariable(text, start) {
    const content = readContent(text, start + 2);
    const sources = content?.parts.map((part) => readSource(part.trim())) ?? [];
    const [first] = sources;
    const isOurs = first !== undefined && first.source !== '' && (first.address ?? first.argument) !== undefined;
    if (!isOurs || content === undefined) {
        return undefined;
    }
    const end = content.close + 1;
    return { start, end, text: text.slice(start, end), sources };
}
function readSource(text) {
    const [, source, argument, address] = SOURCE.exec(text) ?? [];
    if (source === undefined || (argument === undefined && address === undefined)) {
        return { source: '', literal: unquoted(text) };
    }
    return {
        source,
        ...(argument === undefined ? {} : { argument: unquoted(argument.trim()) }),
        ...(address === undefined ? {} : { address: unquoted(address.trim()) }),
    };
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

/***/ 3029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zz: () => (/* binding */ COMPOSE_FILES),
/* harmony export */   g3: () => (/* binding */ parseCompose),
/* harmony export */   rd: () => (/* binding */ composeReferences)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7728);
/* harmony import */ var _config_yaml_source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3357);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(742);



/** The names that a configuration of Compose may have. */
const COMPOSE_FILES = ['serverless-compose.yml', 'serverless-compose.yaml'];
const scalar = valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY()]), valibot__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi(String));
const serviceSchema = valibot__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
    path: valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .nonEmpty */ .hq()),
    dependsOn: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([
        valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi((key) => [key])),
        valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    ]), []),
    params: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .custom */ .IeY((value) => !Array.isArray(value)), valibot__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), scalar)), {}),
});
/** Keys of a service that change nothing in what is deployed. */
const READ = ['path', 'dependsOn', 'params', 'component'];
/**
 * Parses serverless-compose.yml, as osls and serverless read it; throws E_SERVICE_CONFIG with the place where it says
 * something that this product does not do.
 */
function parseCompose(text, file) {
    const source = readYaml(text, file);
    const refuse = (path, what, fix) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_SERVICE_CONFIG', { what, fix, position: source.position(path) });
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
            refuse(['services', key, unread], `"services.${key}.${unread}" is not supported`, 'list the services in serverless-stages.yml instead');
        }
        for (const [name, param] of Object.entries(result.output.params)) {
            const [, variable] = /\$\{((?!sls:stage\})[a-z]\w*:[^}]*)\}/.exec(param) ?? [];
            if (variable !== undefined) {
                refuse(['services', key, 'params', name], `the parameter "${name}" of "${key}" reads \${${variable}}`, 'make it a parameter of the profile in serverless-stages.yml');
            }
        }
        const { path, dependsOn, params } = result.output;
        return [key, { path, dependsOn, params }];
    });
    return Object.fromEntries(parsed);
}
function readYaml(text, file) {
    try {
        return (0,_config_yaml_source_js__WEBPACK_IMPORTED_MODULE_0__/* .parseYamlSource */ .WF)(text, file);
    }
    catch (error) {
        throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .recoded */ .hl)(error, 'E_SERVICE_CONFIG') : error;
    }
}
/** Returns what a text of Compose reads: the key of a service and the name of its output, for each `${key.output}`. */
function composeReferences(text) {
    return [...text.matchAll(/\$\{([A-Za-z0-9_-]+)\.([^}]+)\}/g)].map(([, key = '', output = '']) => [key, output]);
}


/***/ }),

/***/ 6711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ discoverServices)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(742);
// EXTERNAL MODULE: ./core/service/compose.js
var service_compose = __webpack_require__(3029);
// EXTERNAL MODULE: ../node_modules/yaml/dist/index.js
var dist = __webpack_require__(6637);
// EXTERNAL MODULE: ./core/serverless/variables.js
var variables = __webpack_require__(2653);
;// CONCATENATED MODULE: ./core/service/references.js


/** Sources whose values are the same whenever the same files and parameters are packaged. */
const KNOWN = ['param', 'self', 'opt', 'sls', 'strToBool', 'output'];
const PROGRAM = /\.[cm]?[jt]s$/;
const nothing = () => ({
    params: new Set(),
    anyParam: false,
    outputs: new Set(),
    stacks: new Set(),
    files: new Set(),
    unknown: new Set(),
    outside: new Set(),
});
/** Walks all strings of a parsed configuration, keys too, and returns what they read; each list sorted. */
function findReferences(value) {
    const found = nothing();
    walk(value, found);
    return present(found);
}
/** Puts what several files read together. */
function joinReferences(all) {
    const found = nothing();
    for (const each of all) {
        found.anyParam ||= each.anyParam;
        for (const name of LISTS) {
            for (const item of each[name]) {
                found[name].add(item);
            }
        }
    }
    return present(found);
}
const LISTS = ['params', 'outputs', 'stacks', 'files', 'unknown', 'outside'];
function present(found) {
    const lists = Object.fromEntries(LISTS.map((name) => [name, [...found[name]].sort()]));
    return { ...lists, anyParam: found.anyParam };
}
function walk(value, found, seen = new Set()) {
    if (typeof value === 'string') {
        readText(value, found);
        readPath(value, found);
    }
    else if (typeof value === 'object' && value !== null && !seen.has(value)) {
        // YAML's aliases lead to one value from several places, or to their own parent.
        seen.add(value);
        for (const [key, item] of Object.entries(value)) {
            readText(key, found);
            walk(item, found, seen);
        }
    }
}
function readText(text, found) {
    for (const source of (0,variables/* findVariables */.D)(text).flatMap((variable) => variable.sources)) {
        readSource(source, found);
    }
}
/** Notes a text that is a path, and leads out. */
function readPath(text, found) {
    const path = text.replace(/^!/, '');
    const leadsOut = external_node_path_.posix.normalize(path.replaceAll('\\', '/')).split('/')[0] === '..';
    if (leadsOut && !/\s/.test(path)) {
        found.outside.add(path);
    }
}
function readSource({ source, argument, address, literal }, found) {
    for (const inner of [argument, address, literal]) {
        if (inner !== undefined) {
            readText(inner, found);
        }
    }
    const at = address ?? '';
    if (source === 'param') {
        if (at.includes('${')) {
            found.anyParam = true;
        }
        else {
            found.params.add(at);
        }
    }
    else if (source === 'output') {
        found.outputs.add(at);
    }
    else if (source === 'cf') {
        found.stacks.add(at);
        found.unknown.add('cf');
    }
    else if (source === 'file') {
        const path = argument ?? '';
        if (PROGRAM.test(path)) {
            found.unknown.add(`file(${path})`);
        }
        else {
            found.files.add(path);
        }
    }
    else if (source === 'sls' && at !== 'stage') {
        found.unknown.add(`sls:${at}`);
    }
    else if (source !== '' && !KNOWN.includes(source)) {
        found.unknown.add(source);
    }
}

;// CONCATENATED MODULE: ./core/service/definition.js




/** Builds an entry of a service that says no more than where it is. */
function plainEntry(key, path) {
    return { key, path, dependsOn: [], triggers: [], shared: false, composeParams: {} };
}
/** Names that a service's own configuration may have, as the Serverless Framework looks for them. */
const SERVICE_FILES = [
    'serverless.yml',
    'serverless.yaml',
    'serverless.json',
    'serverless.ts',
    'serverless.js',
    'serverless.cjs',
    'serverless.mjs',
];
/**
 * Reads what the YAML or JSON of the service in a folder says of itself; `lookup` knows variables in its name. Throws
 * E_SERVICE_CONFIG where it cannot be read.
 */
function readServiceDefinition(path, file, text, lookup) {
    if (!/\.(ya?ml|json)$/.test(file)) {
        return { name: undefined, makesRole: false, isProgram: true, reads: findReferences(undefined) };
    }
    const document = (0,dist/* parseDocument */.Tp)(text, { logLevel: 'silent' });
    const [fault] = document.errors;
    const raw = fault === undefined ? document.toJS() : null;
    if (fault !== undefined || raw === null || typeof raw !== 'object') {
        throw new errors/* UserError */.yo('E_SERVICE_CONFIG', {
            what: `${path}/${file} ${fault === undefined ? 'is empty' : `is not valid: ${fault.message}`}`,
            fix: 'mend the file; `npx osls print` in its folder says more',
        });
    }
    const written = typeof raw.service === 'string' ? (0,variables/* substitute */.V)(raw.service, lookup) : '${';
    const name = written.includes('${') ? undefined : written;
    if (raw.service === undefined) {
        throw new errors/* UserError */.yo('E_SERVICE_CONFIG', {
            what: `${path}/${file} has no "service:"`,
            fix: 'give the service a name',
        });
    }
    const ownRole = raw.provider?.role ?? raw.provider?.iam?.role;
    const named = typeof ownRole === 'string' || ownRole?.name !== undefined;
    const makesRole = raw.functions !== undefined && !named;
    return { name, makesRole, isProgram: false, reads: findReferences(raw) };
}

;// CONCATENATED MODULE: ./core/service/includes.js




/**
 * Follows `${file(…)}` from a service's configuration through the YAML and JSON files that it leads to. A path that is
 * not known before the Serverless Framework runs, or leads out of the application's folder, counts as a source that is not known.
 */
async function readIncludes(folder, first, read, lookup) {
    const includes = new Set();
    const all = [first];
    const unknown = new Set();
    const queue = [...first.files];
    for (let written = queue.pop(); written !== undefined; written = queue.pop()) {
        const path = external_node_path_.posix.join(folder, (0,variables/* substitute */.V)(written, lookup).replaceAll('\\', '/'));
        if (path.includes('${') || path.startsWith('..') || /^[/~]|^[A-Za-z]:/.test(written)) {
            unknown.add(`file(${written})`);
            continue;
        }
        if (includes.has(path)) {
            continue;
        }
        includes.add(path);
        const text = /\.(ya?ml|json)$/i.test(path) ? await read(path) : undefined;
        if (text !== undefined) {
            // Paths in an included file are relative to the service's folder, as the Serverless Framework has it.
            const references = findReferences(parseLeniently(text));
            all.push(references);
            queue.push(...references.files);
        }
    }
    const joined = joinReferences(all);
    return {
        reads: { ...joined, unknown: [...new Set([...joined.unknown, ...unknown])].sort() },
        includes: [...includes].sort(),
    };
}
function parseLeniently(text) {
    try {
        return (0,dist/* parseDocument */.Tp)(text, { logLevel: 'silent' }).toJS();
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./core/service/discover.js





/** How deep below the application's folder services are looked for. */
const MAX_DEPTH = 4;
/**
 * Finds the services of an application: those that serverless-stages.yml lists, else those of serverless-compose.yml, else
 * every folder with a Serverless configuration, its key then the folder's name (at the top, the service's own). `lookup` knows the variables in names and
 * in paths of included files. Throws E_SERVICE_CONFIG.
 */
async function discoverServices(files, configured, lookup) {
    const entries = await listServices(files, configured);
    const services = await Promise.all(entries.map(async (entry) => {
        const definition = await readDefinition(files, entry, lookup);
        const { reads, includes } = await readIncludes(entry.path, definition.reads, files.read, lookup);
        // A service at the top has no folder that is called the same in every clone.
        const key = entry.key === '' ? (definition.name ?? 'root') : entry.key;
        return { ...entry, ...definition, key, reads, includes };
    }));
    const keys = services.map(({ key }) => key);
    const twice = keys.find((key, index) => keys.indexOf(key) !== index);
    if (twice !== undefined) {
        const folders = services.flatMap(({ key, path }) => (key === twice ? [path] : []));
        throw new errors/* UserError */.yo('E_SERVICE_CONFIG', {
            what: `the folders ${folders.join(' and ')} would both be the service "${twice}"`,
            fix: 'list the services with their keys under `services:` in serverless-stages.yml',
        });
    }
    return services;
}
async function listServices(files, configured) {
    if (configured !== undefined) {
        return Object.entries(configured).map(([key, service]) => ({ ...plainEntry(key, service.path), ...service }));
    }
    const compose = (await files.names('.'))?.filter((name) => service_compose/* COMPOSE_FILES */.Zz.includes(name)) ?? [];
    if (compose.length > 1) {
        throw new errors/* UserError */.yo('E_SERVICE_CONFIG', { what: `there are ${compose.join(' and ')}`, fix: 'keep one of them' });
    }
    const [file] = compose;
    if (file !== undefined) {
        const services = (0,service_compose/* parseCompose */.g3)((await files.read(file)) ?? '', file);
        return Object.entries(services).map(([key, { path, dependsOn, params }]) => ({
            ...plainEntry(key, path),
            dependsOn,
            composeParams: params,
        }));
    }
    const folders = await files.foldersWith(SERVICE_FILES, MAX_DEPTH);
    if (folders.length === 0) {
        throw new errors/* UserError */.yo('E_SERVICE_CONFIG', {
            what: `there is no service below ${files.place}`,
            fix: 'check the repository out before this step, or list the services in serverless-stages.yml',
        });
    }
    return folders.map((folder) => plainEntry(folder === '.' ? '' : external_node_path_.posix.basename(folder), folder));
}
async function readDefinition(files, entry, lookup) {
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
    const found = SERVICE_FILES.filter((name) => names.includes(name));
    const [file] = found;
    if (file === undefined || found.length > 1) {
        throw new errors/* UserError */.yo('E_SERVICE_CONFIG', {
            what: file === undefined ? `"${path}" has no serverless.yml` : `"${path}" has ${found.join(' and ')}`,
            fix: file === undefined ? 'add one, or correct the path' : 'keep one of them',
        });
    }
    return readServiceDefinition(path, file, (await files.read(external_node_path_.posix.join(path, file))) ?? '', lookup);
}


/***/ }),

/***/ 9684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ workspaceFiles),
/* harmony export */   p: () => (/* binding */ isIgnored)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** Folders that no service of the user's own is in. */
const IGNORED = new Set(['node_modules', 'dist', 'vendor']);
/** The files of an application in a folder of this machine. */
function workspaceFiles(root) {
    return {
        place: root,
        names: (folder) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, folder)).catch(() => undefined),
        read: (path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path), 'utf8').catch(() => undefined),
        foldersWith: async (names, depth) => (await foldersWith(root, names, root, depth)).sort(),
    };
}
async function foldersWith(root, names, folder, depth) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { withFileTypes: true });
    const own = entries.some((entry) => entry.isFile() && names.includes(entry.name))
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
