export const id = 520;
export const ids = [520];
export const modules = {

/***/ 9520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./core/service/discover.js + 1 modules
var discover = __webpack_require__(2342);
// EXTERNAL MODULE: ./io/configuration.js + 1 modules
var configuration = __webpack_require__(716);
// EXTERNAL MODULE: ./io/files/workspace.js
var files_workspace = __webpack_require__(9019);
// EXTERNAL MODULE: ./io/runner/context.js
var context = __webpack_require__(6526);
// EXTERNAL MODULE: ./io/runner/log.js
var log = __webpack_require__(7735);
// EXTERNAL MODULE: ./io/runner/run-action.js + 1 modules
var run_action = __webpack_require__(5261);
// EXTERNAL MODULE: ./core/redact.js
var redact = __webpack_require__(7468);
// EXTERNAL MODULE: ./core/serverless/environment.js
var serverless_environment = __webpack_require__(5765);
// EXTERNAL MODULE: ./io/shell.js
var shell = __webpack_require__(5156);
;// CONCATENATED MODULE: ./io/service-tests.js




/** Runs a service's own tests in its folder, with a plain environment: no token of the job, no credentials. */
function runTests(root, { path }, line) {
    const environment = (0,serverless_environment/* plainEnvironment */.Ud)(process.env);
    return (0,shell/* runShell */.E)(line, { folder: (0,external_node_path_.join)(root, path), environment, redactor: (0,redact/* createRedactor */.lY)([]) });
}

// EXTERNAL MODULE: ./io/services.js
var io_services = __webpack_require__(9684);
;// CONCATENATED MODULE: ./actions/test-services/contract.js
const contract = {
    name: 'test-services',
    inputs: {
        services: { kind: 'list' },
        configuration: { kind: 'text' },
        'working-directory': { kind: 'text', always: true },
    },
    outputs: ['status', 'error'],
    onFailure: { status: 'failed' },
};

// EXTERNAL MODULE: ./core/child-exit.js
var child_exit = __webpack_require__(7972);
// EXTERNAL MODULE: ./core/described-error.js
var described_error = __webpack_require__(3801);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(742);
// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(9443);
// EXTERNAL MODULE: ./core/report/markdown.js
var markdown = __webpack_require__(7875);
// EXTERNAL MODULE: ./core/service/choose.js
var choose = __webpack_require__(832);
// EXTERNAL MODULE: ./core/service/test-command.js
var test_command = __webpack_require__(1541);
;// CONCATENATED MODULE: ./actions/test-services/run.js







/** How often tests at work say so, in milliseconds. */
const HEARTBEAT_MS = 30_000;
/** Runs the tests of services one after the other, all of them whatever fails. */
async function run(inputs, deps) {
    const services = await deps.discover();
    const chosen = (0,choose/* parseChoice */.H)(services, inputs.services);
    const tested = [];
    for (const service of services.filter(({ key }) => chosen?.has(key) ?? true)) {
        const command = (0,test_command/* testCommand */.e)(service.commands, await deps.readManifest(service));
        if (command !== undefined) {
            tested.push(await testOne(service, command, deps));
        }
    }
    if (tested.length === 0) {
        deps.log.info('no service has tests');
        return { outputs: { status: 'none' } };
    }
    const failure = (0,described_error/* joinErrors */._h)(tested.flatMap(({ error }) => error ?? []));
    return {
        outputs: { status: failure === undefined ? 'passed' : 'failed' },
        summary: render(tested),
        ...(0,only_defined/* onlyDefined */.M)({ failure }),
    };
}
async function testOne(service, command, { runTests, log }) {
    const { key, path } = service;
    log.info(`${key}: ${command} (in ${path})`);
    const start = Date.now();
    const heartbeat = setInterval(() => {
        log.info(`${key}: at work for ${Math.round((Date.now() - start) / 1000)} s`);
    }, HEARTBEAT_MS);
    const result = await runTests(service, command).finally(() => clearInterval(heartbeat));
    log.foreign(`${key}: ${command}`, result.output);
    if (result.code === 0) {
        return { key, command, error: undefined };
    }
    const error = new errors/* UserError */.yo('E_TESTS_FAILED', {
        what: `the tests of the service "${key}" failed: ${command} (${(0,child_exit/* describeExit */.K)(result)})`,
        why: (0,child_exit/* lastWords */.a)(result.output),
        fix: `run them in ${path}; nothing was deployed`,
    });
    return { key, command, error };
}
function render(tested) {
    const rows = tested.map(({ key, command, error }) => `| ${(0,markdown/* plain */.p)(key)} | ${error === undefined ? '✅ passed' : '❌ failed'} | ${(0,markdown/* plain */.p)(command)} |`);
    return `${['## Tests', '', '| service | status | command |', '|---|---|---|', ...rows].join('\n')}\n\n`;
}

;// CONCATENATED MODULE: ./actions/test-services/main.js











const main = () => (0,run_action/* runAction */.C)(contract, async (inputs) => {
    const { workspace } = (0,context/* readRunContext */.$p)();
    const root = await (0,files_workspace/* workspaceFolder */.ih)(workspace, inputs['working-directory'], 'working-directory');
    const services = await (0,configuration/* readServices */.J)(inputs, workspace);
    const files = (0,io_services/* workspaceFiles */.P)(root);
    return run(inputs, {
        discover: () => (0,discover/* discoverServices */.U)(files, services, () => undefined),
        readManifest: ({ path }) => files.read((0,external_node_path_.join)(path, 'package.json')),
        runTests: (service, line) => runTests(root, service, line),
        log: log/* runnerLog */.t,
    });
});


/***/ }),

/***/ 7972:
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
    return (error === -1 ? lines.slice(-5) : lines.slice(0, 5)).join(' / ').slice(0, 800) || 'it said nothing';
}
/** Where in a program, and where a package manager keeps its log: of no use to a reader. */
const NOISE = /^\s*at |A complete log of this run/;


/***/ }),

/***/ 1654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ parseJsonFile)
/* harmony export */ });
/**
 * Reads the JSON of a file of the user's; a byte order mark before it counts for nothing, as package managers have it.
 * Throws where it is no JSON.
 */
function parseJsonFile(text) {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
}


/***/ }),

/***/ 7875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ link),
/* harmony export */   p: () => (/* binding */ plain)
/* harmony export */ });
/** Begins a text where a list, rule, heading or code block could start; nothing is seen of it. */
const NOTHING = '\u200b';
/**
 * Writes a text so that Markdown and HTML show it as it is: no markup, no image, no broken table, and no mention (GitHub
 * looks for names in the rendered text, so a sign that is not seen stands behind each `@` and `#`).
 */
function plain(text) {
    const line = text.replace(/\r\n?|\n/g, ' ').replace(/([@#])(?=\w)/g, `$1${NOTHING}`);
    const escaped = line
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/([\\`*_{}[\]()#|!~@:])/g, (sign) => `&#${sign.charCodeAt(0)};`)
        // GitHub makes links of these, too.
        .replace(/\bwww\./gi, (start) => `${start.slice(0, -1)}&#46;`);
    return /^(\s|[-+]|\d+[.)]|=)/.test(line) ? NOTHING + escaped : escaped;
}
/** Writes an http(s) address as a link, and anything else as plain text. */
function link(url) {
    return /^https?:\/\/[^\s<>()|`"'\\]+$/.test(url) ? `<${url}>` : plain(url);
}


/***/ }),

/***/ 832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ parseChoice),
/* harmony export */   f: () => (/* binding */ checkDistinctNames)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(742);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1335);


/**
 * Reads the input that names services: undefined where the run decides (no input), all keys for `all`, else those that are
 * named. Throws E_SERVICE_UNKNOWN with the nearest key.
 */
function parseChoice(services, wanted) {
    const keys = services.map((service) => service.key);
    if (wanted === undefined || wanted.includes('all')) {
        return wanted === undefined ? undefined : new Set(keys);
    }
    for (const key of wanted) {
        if (!keys.includes(key)) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_SERVICE_UNKNOWN', { what: `"${key}" is not a service`, fix: (0,_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestName */ .S)(key, keys) });
        }
    }
    return new Set(wanted);
}
/** Checks that no two services have one name, and so one stack; throws E_STACK_COLLISION. */
function checkDistinctNames(services) {
    const byName = new Map();
    for (const service of services) {
        const twin = service.name === undefined ? undefined : byName.get(service.name);
        if (twin !== undefined) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_STACK_COLLISION', {
                what: `the services in ${twin.path} and ${service.path} are both called "${service.name}"`,
                why: 'they would share one stack in every stage',
                fix: 'give each its own `service:`',
            });
        }
        if (service.name !== undefined) {
            byName.set(service.name, service);
        }
    }
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
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(742);
/* harmony import */ var _yaml_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9786);



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
        return (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_1__/* .parseYamlSource */ .WF)(text, file);
    }
    catch (error) {
        throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .recoded */ .hl)(error, 'E_SERVICE_CONFIG') : error;
    }
}
/** Returns what a text of Compose reads: the key of a service and the name of its output, for each `${key.output}`. */
function composeReferences(text) {
    return [...text.matchAll(/\$\{([A-Za-z0-9_-]+)\.([^}]+)\}/g)].map(([, key = '', output = '']) => [key, output]);
}


/***/ }),

/***/ 2342:
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
// EXTERNAL MODULE: ./core/service/definition.js
var definition = __webpack_require__(7296);
// EXTERNAL MODULE: ../node_modules/yaml/dist/index.js
var dist = __webpack_require__(6637);
// EXTERNAL MODULE: ./core/serverless/variables.js
var variables = __webpack_require__(2653);
// EXTERNAL MODULE: ./core/service/references.js
var service_references = __webpack_require__(6387);
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
            const references = (0,service_references/* findReferences */.y)(parseLeniently(text));
            all.push(references);
            queue.push(...references.files);
        }
    }
    const joined = (0,service_references/* joinReferences */.Z)(all);
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
    return services;
}
async function listServices(files, configured) {
    if (configured !== undefined) {
        return Object.entries(configured).map(([key, service]) => ({ ...(0,definition/* plainEntry */.xY)(key, service.path), ...service }));
    }
    const compose = (await files.names('.'))?.filter((name) => service_compose/* COMPOSE_FILES */.Zz.includes(name)) ?? [];
    if (compose.length > 1) {
        throw new errors/* UserError */.yo('E_SERVICE_CONFIG', { what: `there are ${compose.join(' and ')}`, fix: 'keep one of them' });
    }
    const [file] = compose;
    if (file !== undefined) {
        const services = (0,service_compose/* parseCompose */.g3)((await files.read(file)) ?? '', file);
        return Object.entries(services).map(([key, { path, dependsOn, params }]) => ({
            ...(0,definition/* plainEntry */.xY)(key, path),
            dependsOn,
            composeParams: params,
        }));
    }
    const folders = await files.foldersWith(definition/* SERVICE_FILES */.me, MAX_DEPTH);
    if (folders.length === 0) {
        throw new errors/* UserError */.yo('E_SERVICE_CONFIG', {
            what: `there is no service below ${files.place}`,
            fix: 'check the repository out before this step, or list the services in serverless-stages.yml',
        });
    }
    return folders.map((folder) => (0,definition/* plainEntry */.xY)(folder === '.' ? '' : external_node_path_.posix.basename(folder), folder));
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
    const found = definition/* SERVICE_FILES */.me.filter((name) => names.includes(name));
    const [file] = found;
    if (file === undefined || found.length > 1) {
        throw new errors/* UserError */.yo('E_SERVICE_CONFIG', {
            what: file === undefined ? `"${path}" has no serverless.yml` : `"${path}" has ${found.join(' and ')}`,
            fix: file === undefined ? 'add one, or correct the path' : 'keep one of them',
        });
    }
    return (0,definition/* readServiceDefinition */.Dp)(path, file, (await files.read(external_node_path_.posix.join(path, file))) ?? '', lookup);
}


/***/ }),

/***/ 1541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ testCommand)
/* harmony export */ });
/* harmony import */ var _json_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1654);

/** What npm writes where a project has no tests. */
const PLACEHOLDER = /no test specified/;
/**
 * Returns the command of a service's own tests: its `test`, else the test script of the package.json in its folder (its
 * text; undefined where there is none). Undefined where it has no tests.
 */
function testCommand(commands, manifest) {
    const own = commands?.test;
    if (own !== undefined) {
        return own === false ? undefined : own;
    }
    const script = scriptOf(manifest ?? '{}');
    return script === undefined || script.trim() === '' || PLACEHOLDER.test(script) ? undefined : 'npm test';
}
/** A manifest that cannot be read is told of by whoever installs it. */
function scriptOf(manifest) {
    try {
        const { scripts } = (0,_json_file_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJsonFile */ .O)(manifest);
        return typeof scripts?.test === 'string' ? scripts.test : undefined;
    }
    catch {
        return undefined;
    }
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


/***/ }),

/***/ 5156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ runShell)
/* harmony export */ });
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9091);

/** Longest time that a command of the user's own may take, in milliseconds. */
const COMMAND_MS = 30 * 60_000;
/**
 * Runs a command line that the configuration holds, by bash as GitHub's own steps do: the first line or the first part of
 * a pipe that fails ends it. It is ended itself after COMMAND_MS. Rejects where there is no bash.
 */
async function runShell(line, request) {
    const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', line];
    const abort = AbortSignal.timeout(COMMAND_MS);
    const result = await (0,_process_js__WEBPACK_IMPORTED_MODULE_0__/* .runProcess */ .R)({ ...request, command: 'bash', args, abort });
    const note = `\nended, because it took longer than ${COMMAND_MS / 60_000} minutes\n`;
    return abort.aborted ? { ...result, output: result.output + note } : result;
}


/***/ })

};
