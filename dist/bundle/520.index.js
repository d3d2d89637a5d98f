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
var configuration = __webpack_require__(2727);
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

// EXTERNAL MODULE: ./core/described-error.js
var described_error = __webpack_require__(3801);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(742);
// EXTERNAL MODULE: ./core/report/markdown.js
var markdown = __webpack_require__(7875);
// EXTERNAL MODULE: ./core/service/choose.js
var choose = __webpack_require__(832);
// EXTERNAL MODULE: ./core/service/test-command.js
var test_command = __webpack_require__(1541);
;// CONCATENATED MODULE: ./actions/test-services/run.js





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
    const failure = (0,described_error/* joinErrors */._)(tested.flatMap(({ error }) => (error === undefined ? [] : [{ code: error.code, message: error.message }])));
    return {
        outputs: { status: failure === undefined ? 'passed' : 'failed' },
        summary: render(tested),
        ...(failure === undefined ? {} : { failure }),
    };
}
async function testOne(service, command, { runTests, log }) {
    const { key, path } = service;
    log.info(`${key}: ${command} (in ${path})`);
    const result = await runTests(service, command);
    log.foreign(`${key}: ${command}`, result.output);
    if (result.code === 0) {
        return { key, command, error: undefined };
    }
    const how = result.signal ?? `exit code ${result.code}`;
    const error = new errors/* UserError */.yo('E_TESTS_FAILED', {
        what: `the tests of the service "${key}" failed: ${command} (${how})`,
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
        .replace(/([\\`*_{}[\]()#|!~@:])/g, (sign) => `&#${sign.charCodeAt(0)};`);
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

/***/ 1541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ testCommand)
/* harmony export */ });
/* harmony import */ var _source_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8045);

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
        const { scripts } = (0,_source_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJsonFile */ .O)(manifest);
        return typeof scripts?.test === 'string' ? scripts.test : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 5156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ runShell)
/* harmony export */ });
/* unused harmony export COMMAND_MS */
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9091);

/** Longest time that a command of the user's own may take, in milliseconds. */
const COMMAND_MS = 30 * 60_000;
/**
 * Runs a command line that the configuration holds, by bash as GitHub's own steps do: the first line or the first part of
 * a pipe that fails ends it. It is ended itself after COMMAND_MS. Rejects where there is no bash.
 */
async function runShell(line, request) {
    const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', line];
    return (0,_process_js__WEBPACK_IMPORTED_MODULE_0__/* .runProcess */ .R)({ ...request, command: 'bash', args, abort: AbortSignal.timeout(COMMAND_MS) });
}


/***/ })

};
