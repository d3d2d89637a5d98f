export const id = 4659;
export const ids = [4659];
export const modules = {

/***/ 4659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./core/service/discover.js + 6 modules
var discover = __webpack_require__(22993);
// EXTERNAL MODULE: ./io/configuration.js + 1 modules
var configuration = __webpack_require__(10716);
// EXTERNAL MODULE: ./io/files/workspace.js
var files_workspace = __webpack_require__(39019);
// EXTERNAL MODULE: ./io/runner/context.js
var context = __webpack_require__(56526);
// EXTERNAL MODULE: ./io/runner/log.js
var log = __webpack_require__(37735);
// EXTERNAL MODULE: ./io/runner/run-action.js
var run_action = __webpack_require__(15511);
// EXTERNAL MODULE: ./io/services.js
var io_services = __webpack_require__(69684);
// EXTERNAL MODULE: ./io/shell.js
var shell = __webpack_require__(85156);
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
var child_exit = __webpack_require__(27972);
// EXTERNAL MODULE: ./core/described-error.js
var described_error = __webpack_require__(83801);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(30742);
// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(49443);
// EXTERNAL MODULE: ./core/report/markdown.js
var markdown = __webpack_require__(87875);
// EXTERNAL MODULE: ./core/service/choose.js
var choose = __webpack_require__(10832);
// EXTERNAL MODULE: ./core/service/test-command.js
var test_command = __webpack_require__(11541);
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
    const failure = (0,described_error.joinErrors)(tested.flatMap(({ error }) => error ?? []));
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
    const rows = tested.map(({ key, command, error }) => `| ${(0,markdown/* plain */.pj)(key)} | ${error === undefined ? '✅ passed' : '❌ failed'} | ${(0,markdown/* plain */.pj)(command)} |`);
    return `${['## Tests', '', '| service | status | command |', '|---|---|---|', ...rows].join('\n')}\n\n`;
}

;// CONCATENATED MODULE: ./actions/test-services/main.js











const main = () => (0,run_action/* runAction */.C)(contract, async (inputs) => {
    const { workspace } = (0,context/* readRunContext */.$p)();
    const root = await (0,files_workspace/* workspaceFolder */.ih)(workspace, inputs['working-directory'], 'working-directory');
    const services = await (0,configuration/* readServices */.JQ)(inputs, workspace);
    const files = (0,io_services/* workspaceFiles */.P)(root);
    return run(inputs, {
        discover: () => (0,discover/* discoverServices */.U)(files, services, () => undefined),
        readManifest: ({ path }) => files.read((0,external_node_path_.join)(path, 'package.json')),
        runTests: (service, line) => (0,shell/* runTests */.N)(root, service, line),
        log: log/* runnerLog */.t,
    });
});


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

/***/ 10832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ parseChoice),
/* harmony export */   f: () => (/* binding */ checkDistinctNames)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51335);


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
/**
 * Checks that no two services have one name, which stacks, records and `${output:NAME.KEY}` go by, and so do exports of the
 * Serverless Framework's own (`sls-<service>-<stage>-…`, osls 4.3, serverless 3): CloudFormation lets only one stack of a region
 * have such a one. Throws E_STACK_COLLISION.
 */
function checkDistinctNames(services) {
    const byName = new Map();
    for (const service of services) {
        const twin = service.name === undefined ? undefined : byName.get(service.name);
        if (twin !== undefined) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_STACK_COLLISION', {
                what: `the services in ${twin.path} and ${service.path} are both called "${service.name}"`,
                why: service.stackName === twin.stackName
                    ? 'they would share one stack in every stage'
                    : `their stacks differ, but both would export sls-${service.name}-STAGE-ServerlessDeploymentBucketName, which CloudFormation takes once, and \${output:NAME.KEY} tells services apart by their names`,
                fix: 'give each its own `service:`',
            });
        }
        if (service.name !== undefined) {
            byName.set(service.name, service);
        }
    }
}


/***/ }),

/***/ 11541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ testCommand)
/* harmony export */ });
/* harmony import */ var _json_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71654);

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


/***/ })

};
