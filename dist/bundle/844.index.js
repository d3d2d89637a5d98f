export const id = 844;
export const ids = [844];
export const modules = {

/***/ 844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./io/configuration.js + 1 modules
var configuration = __webpack_require__(716);
// EXTERNAL MODULE: ./io/files/workspace.js
var files_workspace = __webpack_require__(9019);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./core/child-exit.js
var child_exit = __webpack_require__(7972);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(742);
;// CONCATENATED MODULE: ./core/install/corepack.js
/** What brings pnpm and yarn if the runner has none, or another version than package.json says. */
const COREPACK = {
    version: '0.34.5',
    /** Of its package at npm (`npm view corepack@0.34.5 dist.integrity`); npm refuses any other content. */
    integrity: 'sha512-G+ui7ZUxTzgwRc45pi7OhOybKFnGpxVDp0khf+eFdw/gcQmZfme4nUh4Z4URY9YPoaZYP86zNZmqV/T2Bf5/rA==',
    // Scripts of packages call pnpm and yarn by name.
    bin: {
        corepack: 'dist/corepack.js',
        pnpm: 'dist/pnpm.js',
        pnpx: 'dist/pnpx.js',
        yarn: 'dist/yarn.js',
        yarnpkg: 'dist/yarnpkg.js',
    },
};
/** The command that installs what `corepackProject` says, in its folder; a setting of the user's may leave its programs out. */
const COREPACK_INSTALL = ['npm', 'ci', '--ignore-scripts', '--bin-links', '--no-audit', '--no-fund'];
/** Returns the files, by name, of a project that has Corepack and nothing else, with a lockfile. */
function corepackProject() {
    const name = 'package-managers';
    const dependencies = { corepack: COREPACK.version };
    const packages = { '': { name, dependencies }, 'node_modules/corepack': COREPACK };
    return {
        'package.json': JSON.stringify({ name, private: true, dependencies }),
        'package-lock.json': JSON.stringify({ name, lockfileVersion: 3, requires: true, packages }),
    };
}
/**
 * Where that project's programs are, Corepack and its pnpm and yarn. Called there, they are those: `npm exec` also takes ones
 * that are installed globally.
 */
const COREPACK_PROGRAMS = 'node_modules/.bin';

;// CONCATENATED MODULE: ./core/install/plan.js

/** A lockfile and the package manager that wrote it. */
const LOCKFILES = {
    'package-lock.json': 'npm',
    'npm-shrinkwrap.json': 'npm',
    'pnpm-lock.yaml': 'pnpm',
    'yarn.lock': 'yarn',
    'bun.lock': 'bun',
    'bun.lockb': 'bun',
};
/**
 * Plans what is installed where: each folder with a lockfile once. Only what the committed lockfile says is installed,
 * and scripts of packages run only where `scripts` allows them. Throws E_INSTALL for a folder that no lockfile covers.
 */
function planInstallations(folders, scripts) {
    const locked = folders.filter((folder) => lockfileOf(folder) !== undefined);
    const uncovered = folders.find((folder) => folder.hasDependencies && !locked.some((other) => covers(other.path, folder.path)));
    if (uncovered !== undefined) {
        const where = uncovered.path === '.' ? 'the root of the repository' : uncovered.path;
        throw new errors/* UserError */.yo('E_INSTALL', {
            what: `package.json in ${where} has no lockfile, there or above it`,
            why: 'what is installed next to credentials has to be what was committed',
            fix: 'run `npm install` (or pnpm, yarn, bun) there and commit the lockfile',
        });
    }
    return locked.map((folder) => {
        const lockfile = lockfileOf(folder) ?? 'package-lock.json';
        const manager = LOCKFILES[lockfile];
        const pinned = managerOf(folder) === manager;
        const modern = manager === 'yarn' && isModernYarn(folder);
        return { path: folder.path, manager, args: installArguments(manager, scripts, modern), pinned };
    });
}
/** The lockfile of the manager that package.json names, where there are several. */
function lockfileOf(folder) {
    const there = Object.keys(LOCKFILES).filter((name) => folder.names.includes(name));
    return there.find((name) => LOCKFILES[name] === managerOf(folder)) ?? there[0];
}
function managerOf({ packageManager }) {
    return packageManager?.split('@')[0];
}
/** Whether a folder's yarn is 2 or newer, which has other arguments. */
function isModernYarn({ names, packageManager }) {
    const [, major] = /^yarn@(\d+)/.exec(packageManager ?? '') ?? [];
    return major === undefined ? names.some((name) => name === '.yarnrc.yml' || name === '.yarn') : Number(major) >= 2;
}
function covers(parent, path) {
    return parent === '.' || parent === path || path.startsWith(`${parent}/`);
}
/**
 * Returns the command of an installation. Corepack runs pnpm and yarn, unless the runner has one (`isThere`) and package.json says
 * no version: it checks what package.json says, and brings its own known good version if that says nothing. npm is what Node.js
 * brings, bun what the runner has.
 */
function installCommand({ manager, args, pinned }, isThere) {
    const byCorepack = (manager === 'pnpm' || manager === 'yarn') && (pinned || !isThere);
    return { byCorepack, command: [...(byCorepack ? ['corepack'] : []), manager, ...args] };
}
/** Arguments of an install from the lockfile alone; `modern` is yarn 2 and newer. */
function installArguments(manager, scripts, modern = false) {
    const quiet = scripts ? [] : ['--ignore-scripts'];
    switch (manager) {
        case 'npm':
            return ['ci', '--no-audit', '--no-fund', ...quiet];
        case 'pnpm':
            return ['install', '--frozen-lockfile', ...quiet];
        case 'yarn':
            return modern
                ? ['install', '--immutable', ...(scripts ? [] : ['--mode=skip-build'])]
                : ['install', '--frozen-lockfile', '--non-interactive', ...quiet];
        case 'bun':
            return ['install', '--frozen-lockfile', ...quiet];
    }
}

// EXTERNAL MODULE: ./core/json-file.js
var json_file = __webpack_require__(1654);
// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(9443);
// EXTERNAL MODULE: ./core/redact.js + 2 modules
var redact = __webpack_require__(3913);
// EXTERNAL MODULE: ./core/serverless/environment.js
var serverless_environment = __webpack_require__(5765);
// EXTERNAL MODULE: ./core/service/discover.js + 1 modules
var discover = __webpack_require__(2342);
// EXTERNAL MODULE: ./io/files/limited.js
var limited = __webpack_require__(3824);
// EXTERNAL MODULE: ./io/files/on-path.js
var on_path = __webpack_require__(2985);
// EXTERNAL MODULE: ./io/private-work.js
var private_work = __webpack_require__(9659);
// EXTERNAL MODULE: ./io/process.js + 1 modules
var io_process = __webpack_require__(9091);
// EXTERNAL MODULE: ./io/services.js
var io_services = __webpack_require__(9684);
;// CONCATENATED MODULE: ./io/packages.js


















/** Finds the folders with a package.json from each service's folder up to the workspace's root, the root first. */
async function findPackageFolders(workspace, root, services) {
    const folders = new Set();
    for (const service of await (0,discover/* discoverServices */.U)((0,io_services/* workspaceFiles */.P)(root), services, () => undefined)) {
        for (let folder = (0,external_node_path_.join)(root, service.path); (0,files_workspace/* isInside */.FK)(workspace, folder); folder = (0,external_node_path_.dirname)(folder)) {
            folders.add(folder);
            if (folder === workspace) {
                break;
            }
        }
    }
    const found = await Promise.all([...folders].sort().map((folder) => readPackageFolder(workspace, folder)));
    return found.filter((folder) => folder !== undefined);
}
async function readPackageFolder(workspace, folder) {
    const names = await (0,promises_.readdir)(folder);
    if (!names.includes('package.json')) {
        return undefined;
    }
    const manifest = await readManifest((0,external_node_path_.join)(folder, 'package.json'));
    const { packageManager } = manifest;
    const lists = [manifest['dependencies'], manifest['devDependencies'], manifest['optionalDependencies']];
    return {
        path: (0,external_node_path_.relative)(workspace, folder).split(external_node_path_.sep).join('/') || '.',
        names,
        hasDependencies: lists.some((list) => typeof list === 'object' && Object.keys(list).length > 0),
        ...(typeof packageManager === 'string' ? { packageManager } : {}),
    };
}
async function readManifest(path) {
    try {
        return (0,json_file/* parseJsonFile */.O)((await (0,limited/* readLimited */.t)(path, path)).toString());
    }
    catch (cause) {
        if (cause instanceof errors/* UserError */.yo) {
            throw cause;
        }
        throw new errors/* UserError */.yo('E_INSTALL', {
            what: `${path} is not valid JSON: ${cause.message}`,
            fix: 'mend it',
            cause,
        });
    }
}
/**
 * Does a piece of work with the way to install a workspace's packages. Package managers run with a plain environment: no token of
 * the job, no credentials but the registry's own. Corepack is installed once, if it is needed, outside of the project: what that
 * says of npm (`devEngines`, .npmrc) has no say in it.
 */
async function whileInstalling(workspace, work) {
    return (0,private_work/* withPrivateFolder */.m)(process.env['RUNNER_TEMP'] ?? (0,external_node_os_.tmpdir)(), 'corepack', async (outside) => {
        let corepack;
        return work(async (installation, npmToken) => {
            const folder = (0,external_node_path_.join)(workspace, installation.path);
            const isThere = (await (0,on_path/* findOnPath */.a)(installation.manager, process.env['PATH'] ?? '')) !== undefined;
            const { byCorepack, command } = installCommand(installation, isThere);
            if (!byCorepack) {
                return run(command, folder, npmToken);
            }
            corepack ??= installCorepack(outside, npmToken);
            await corepack;
            return run(command, folder, npmToken, (0,external_node_path_.join)(outside, COREPACK_PROGRAMS));
        });
    });
}
async function installCorepack(outside, npmToken) {
    for (const [name, text] of Object.entries(corepackProject())) {
        await (0,promises_.writeFile)((0,external_node_path_.join)(outside, name), text);
    }
    const result = await run(COREPACK_INSTALL, outside, npmToken);
    if (result.code !== 0) {
        throw new errors/* UserError */.yo('E_INSTALL', {
            what: `Corepack, which brings pnpm and yarn, could not be installed (${(0,child_exit/* describeExit */.K)(result)})`,
            why: (0,child_exit/* lastWords */.a)(result.output),
            fix: 'mend what npm says; no role was assumed and nothing was deployed',
        });
    }
}
/** Runs a program in a folder, with more programs in front of PATH. */
function run([command = '', ...args], folder, npmToken, programs) {
    const registry = npmToken === undefined ? {} : { NODE_AUTH_TOKEN: npmToken, NPM_TOKEN: npmToken };
    const npmrc = process.env['NPM_CONFIG_USERCONFIG'];
    const environment = {
        ...(0,serverless_environment/* plainEnvironment */.Ud)(process.env),
        ...(0,only_defined/* onlyDefined */.M)({ NPM_CONFIG_USERCONFIG: npmrc }),
        ...registry,
        ...corepackSettings(process.env),
        ...(programs === undefined ? {} : { PATH: [programs, process.env['PATH']].join(external_node_path_.delimiter) }),
    };
    const redactor = (0,redact/* createRedactor */.lY)(npmToken === undefined ? [] : [npmToken]);
    return (0,io_process/* runProcess */.R)({ command, args, folder, environment, redactor });
}
/** Corepack asks nothing, and takes its own known good version where package.json says none; the registry may be another. */
function corepackSettings(own) {
    const registry = own['COREPACK_NPM_REGISTRY'];
    return {
        COREPACK_ENABLE_DOWNLOAD_PROMPT: '0',
        COREPACK_DEFAULT_TO_LATEST: '0',
        ...(0,only_defined/* onlyDefined */.M)({ COREPACK_NPM_REGISTRY: registry }),
    };
}

// EXTERNAL MODULE: ./io/runner/context.js
var context = __webpack_require__(6526);
// EXTERNAL MODULE: ./io/runner/log.js
var log = __webpack_require__(7735);
// EXTERNAL MODULE: ./io/runner/run-action.js + 1 modules
var run_action = __webpack_require__(5261);
;// CONCATENATED MODULE: ./actions/install-dependencies/contract.js
const contract = {
    name: 'install-dependencies',
    inputs: {
        configuration: { kind: 'text' },
        'install-scripts': { kind: 'flag', always: true },
        'npm-token': { kind: 'secret' },
        'working-directory': { kind: 'text', always: true },
    },
    outputs: ['installed', 'error'],
    onFailure: {},
};

;// CONCATENATED MODULE: ./actions/install-dependencies/run.js


/** Installs the project's dependencies from their lockfiles, before the job has any credentials. */
async function run_run(inputs, deps) {
    const { log } = deps;
    const installations = planInstallations(await deps.findPackageFolders(), inputs['install-scripts']);
    if (installations.length === 0) {
        log.info('nothing to install: no folder of a service has a lockfile');
    }
    for (const installation of installations) {
        const what = `${installation.manager} ${installation.args.join(' ')} in ${installation.path}`;
        log.info(what);
        const result = await deps.install(installation, inputs['npm-token']).catch((cause) => {
            if (cause instanceof errors/* UserError */.yo) {
                throw cause;
            }
            throw new errors/* UserError */.yo('E_INSTALL', {
                what: `${installation.manager} cannot be started: ${cause.message}`,
                fix: `install ${installation.manager} in a step before this one`,
                cause,
            });
        });
        log.foreign(what, result.output);
        if (result.code !== 0) {
            throw new errors/* UserError */.yo('E_INSTALL', {
                what: `${what} failed (${result.signal ?? `exit code ${result.code}`})`,
                why: firstErrors(result.output),
                fix: 'mend what it says; no role was assumed and nothing was deployed',
            });
        }
    }
    return { outputs: { installed: installations.map((installation) => installation.path).join(',') } };
}
/** The first lines that speak of an error; a package manager's usage comes after them. */
function firstErrors(output) {
    const lines = output
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line.length > 'npm error'.length);
    const errors = lines.filter((line) => /error/i.test(line) && !/^at |complete log/.test(line));
    return (errors.length > 0 ? errors.slice(0, 4) : lines.slice(-4)).join(' / ').slice(0, 600) || 'it said nothing';
}

;// CONCATENATED MODULE: ./actions/install-dependencies/main.js








const main = () => (0,run_action/* runAction */.C)(contract, async (inputs) => {
    const { workspace } = (0,context/* readRunContext */.$p)();
    const top = await (0,files_workspace/* workspaceFolder */.ih)(workspace, '.', 'GITHUB_WORKSPACE');
    const root = await (0,files_workspace/* workspaceFolder */.ih)(workspace, inputs['working-directory'], 'working-directory');
    const services = await (0,configuration/* readServices */.J)(inputs, workspace);
    return whileInstalling(top, (install) => run_run(inputs, { findPackageFolders: () => findPackageFolders(top, root, services), install, log: log/* runnerLog */.t }));
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
/**
 * Where in a program, and where a package manager keeps its log: of no use to a reader. The places of a configuration begin with a
 * quote (`at 'provider'`) and stay.
 */
const NOISE = /^\s*at (?!')|A complete log of this run/;


/***/ }),

/***/ 9101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ decodeConfiguration)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(742);
/* harmony import */ var _transport_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9964);


/** Reads resolve-stage's output `configuration` (JSON, or the long form of `encodeJson`); throws E_INPUT on any other text. */
function decodeConfiguration(text) {
    const wrong = (why, cause) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_INPUT', {
        what: 'the input "configuration" is not what resolve-stage gives',
        why,
        fix: 'pass resolve-stage\'s output "configuration" on as it is',
        cause,
    });
    let value;
    try {
        value = (0,_transport_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeJson */ .xO)(text);
    }
    catch (cause) {
        throw wrong('it is not JSON', cause);
    }
    const configuration = value;
    if (configuration?.schemaVersion !== 1) {
        throw wrong(`its schemaVersion is ${JSON.stringify(configuration?.schemaVersion)}, and this action reads 1`);
    }
    if (configuration.app === undefined || configuration.stage === undefined || configuration.profile === undefined) {
        throw wrong('it has no app, stage or profile');
    }
    // What a version before wrote knows no removal.
    return { elsewhere: [], configured: [], destroyAllowed: false, ...configuration };
}


/***/ }),

/***/ 5027:
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

/***/ 1539:
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

/***/ 5765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PO: () => (/* binding */ awsEnvironment),
/* harmony export */   Ud: () => (/* binding */ plainEnvironment),
/* harmony export */   YO: () => (/* binding */ PLUGIN_CONTEXT),
/* harmony export */   m9: () => (/* binding */ cliEnvironment),
/* harmony export */   uk: () => (/* binding */ factVariables)
/* harmony export */ });
/* harmony import */ var _only_defined_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9443);
/* harmony import */ var _output_api_url_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5027);
/* harmony import */ var _output_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1539);



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
        AWS_ACCESS_KEY_ID: session.accessKeyId,
        AWS_SECRET_ACCESS_KEY: session.secretAccessKey,
        ...(0,_only_defined_js__WEBPACK_IMPORTED_MODULE_2__/* .onlyDefined */ .M)({ AWS_SESSION_TOKEN: session.sessionToken }),
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
            const [, variable] = /\$\{((?!sls:stage\})[a-z]\w{0,64}:[^}]{0,4096})\}/.exec(param) ?? [];
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
    return [...text.matchAll(/\$\{([A-Za-z0-9_-]{1,256})\.([^}]{1,1024})\}/g)].map(([, key = '', output = '']) => [
        key,
        output,
    ]);
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
// EXTERNAL MODULE: ./core/serverless/variables.js
var variables = __webpack_require__(2653);
// EXTERNAL MODULE: ./core/yaml/read.js
var read = __webpack_require__(3925);
// EXTERNAL MODULE: ./core/service/references.js
var service_references = __webpack_require__(6387);
;// CONCATENATED MODULE: ./core/service/includes.js





/** Most files that a configuration is made of, one leading to the next. */
const MAX_INCLUDES = 500;
/**
 * Follows `${file(…)}` from a service's configuration through the YAML and JSON files that it leads to. A path that is
 * not known before the Serverless Framework runs, or leads out of the application's folder, counts as a source that is not known.
 * Throws E_SERVICE_CONFIG where there are too many.
 */
async function readIncludes(folder, first, read, lookup) {
    const includes = new Set();
    const all = [first];
    const unknown = new Set();
    const queue = [...first.files];
    for (let written = queue.pop(); written !== undefined; written = queue.pop()) {
        if (written.length > service_references/* MAX_PATH */.lm) {
            unknown.add('file(…)');
            continue;
        }
        const path = external_node_path_.posix.join(folder, (0,variables/* substitute */.V)(written, lookup).replaceAll('\\', '/'));
        if (path.includes('${') || path.startsWith('..') || /^[/~]|^[A-Za-z]:/.test(written)) {
            unknown.add(`file(${written})`);
            continue;
        }
        if (includes.has(path)) {
            continue;
        }
        if (includes.size >= MAX_INCLUDES) {
            throw new errors/* UserError */.yo('E_SERVICE_CONFIG', {
                what: `the configuration in ${folder} leads to more than ${MAX_INCLUDES} files by \${file(…)}`,
                fix: 'put them together',
            });
        }
        includes.add(path);
        const text = /\.(ya?ml|json)$/i.test(path) ? await read(path) : undefined;
        if (text !== undefined) {
            // Paths in an included file are relative to the service's folder, as the Serverless Framework has it.
            const references = (0,service_references/* findReferences */.yU)(parseLeniently(text));
            all.push(references);
            queue.push(...references.files);
        }
    }
    const joined = (0,service_references/* joinReferences */.ZV)(all);
    return {
        reads: { ...joined, unknown: [...new Set([...joined.unknown, ...unknown])].sort() },
        includes: [...includes].sort(),
    };
}
/** What cannot be read is the Serverless Framework's to tell of: it may be of a form that only it knows. */
function parseLeniently(text) {
    const reading = (0,read/* readYaml */.g)(text);
    return reading.fault === undefined ? reading.value : undefined;
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

/***/ 716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ readConfiguration),
  J: () => (/* binding */ readServices)
});

// EXTERNAL MODULE: ./core/config/parse.js + 13 modules
var parse = __webpack_require__(3409);
// EXTERNAL MODULE: ./core/configuration/effective-services.js
var effective_services = __webpack_require__(8758);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(742);
// EXTERNAL MODULE: ./core/configuration/effective.js
var effective = __webpack_require__(9045);
;// CONCATENATED MODULE: ./core/configuration/from-workspace.js


/**
 * Builds the effective configuration from the file in the workspace, for a configured stage or a profile alone (whose
 * stage then has the profile's name). Throws E_INPUT, E_STAGE_UNKNOWN, E_PROFILE_UNKNOWN.
 */
function configurationOfChoice(config, choice) {
    const { stage: name, profile } = choice;
    if (name === undefined && profile === undefined) {
        throw new errors/* UserError */.yo('E_INPUT', {
            what: 'neither "configuration" nor "stage" nor "profile" is given',
            fix: 'pass resolve-stage\'s output "configuration" on, or name a configured stage',
        });
    }
    if (name === undefined) {
        return (0,effective/* effectiveConfiguration */.kH)(config, { name: profile ?? '', kind: 'configured', ref: '' }, profile ?? '');
    }
    const stage = (0,effective/* findConfiguredStage */.aM)(config, name, {
        why: 'a preview is known only to resolve-stage',
        fix: 'pass resolve-stage\'s output "configuration" on',
    });
    const identity = { name, kind: 'configured', ref: `refs/heads/${stage.branch}` };
    return (0,effective/* effectiveConfiguration */.kH)(config, identity, profile ?? stage.profile);
}

// EXTERNAL MODULE: ./core/configuration/transport.js
var transport = __webpack_require__(9101);
// EXTERNAL MODULE: ./io/files/workspace.js
var files_workspace = __webpack_require__(9019);
;// CONCATENATED MODULE: ./io/configuration.js






/**
 * Returns the configuration that an action works by: what resolve-stage gave, else that of the file in the workspace.
 * Throws E_INPUT, E_CONFIG_FILE and what `parseConfig` and `configurationOfChoice` throw.
 */
async function readConfiguration(inputs, workspace) {
    if (inputs.configuration !== undefined) {
        const configuration = (0,transport/* decodeConfiguration */.d)(inputs.configuration);
        if (inputs.stage !== undefined && inputs.stage !== configuration.stage.name) {
            throw new errors/* UserError */.yo('E_INPUT', {
                what: `"stage" is "${inputs.stage}", and "configuration" is of the stage "${configuration.stage.name}"`,
                fix: 'leave "stage" out where you pass "configuration"',
            });
        }
        return configuration;
    }
    const path = (0,parse/* configPath */.eQ)(inputs['working-directory']);
    const bytes = await (0,files_workspace/* readWorkspaceFile */.sL)(workspace, path);
    if (bytes === undefined) {
        throw new errors/* UserError */.yo('E_CONFIG_FILE', {
            what: `there is no ${path} in the workspace`,
            fix: 'check the repository out before this step, or pass resolve-stage\'s output "configuration" on',
        });
    }
    return configurationOfChoice((0,parse/* parseConfig */.o4)(bytes, path), inputs);
}
/**
 * Returns the services that the configuration of an action lists, without anything of a stage: what resolve-stage gave, else
 * the file in the workspace. Undefined where it lists none, or there is no file.
 */
async function readServices(inputs, workspace) {
    if (inputs.configuration !== undefined) {
        return (0,transport/* decodeConfiguration */.d)(inputs.configuration).services;
    }
    const path = (0,parse/* configPath */.eQ)(inputs['working-directory']);
    const bytes = await (0,files_workspace/* readWorkspaceFile */.sL)(workspace, path);
    const services = bytes === undefined ? undefined : (0,parse/* parseConfig */.o4)(bytes, path).services;
    return services === undefined ? undefined : (0,effective_services/* effectiveServices */.e)(services);
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

/***/ 3405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AG: () => (/* binding */ readPrivateJson),
/* harmony export */   C0: () => (/* binding */ removeAll),
/* harmony export */   FO: () => (/* binding */ writePrivateJson),
/* harmony export */   I2: () => (/* binding */ makePrivateFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(742);
/* harmony import */ var _disk_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3729);
/* harmony import */ var _limited_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3824);





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
/** Reads a JSON file of ours; throws E_INPUT, with the name of the input that holds its path, where it cannot. */
async function readPrivateJson(path, input) {
    try {
        return JSON.parse((await (0,_limited_js__WEBPACK_IMPORTED_MODULE_4__/* .readLimited */ .t)(path, path, "a file of the action's")).toString());
    }
    catch (cause) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('E_INPUT', {
            what: `the file of the input "${input}" cannot be read: "${path}"`,
            fix: `pass load-profile's output "${input}" on, in the same job`,
            cause,
        });
    }
}
/** Removes a file or a folder with all in it; it may be gone already. */
async function removeAll(path) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 });
}


/***/ }),

/***/ 9019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ isInside),
/* harmony export */   ih: () => (/* binding */ workspaceFolder),
/* harmony export */   sL: () => (/* binding */ readWorkspaceFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(742);
/* harmony import */ var _limited_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3824);




/**
 * Reads a file of the workspace; undefined where there is none. Throws E_CONFIG_FILE where it is a directory, cannot
 * be read, or is a link that leads out of the workspace.
 */
async function readWorkspaceFile(workspace, path) {
    const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, path);
    const refuse = (what, fix, cause) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('E_CONFIG_FILE', { what: `${path} ${what}`, fix, cause });
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(full);
    }
    catch {
        return undefined;
    }
    try {
        const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(full);
        if (!isInside(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(workspace), real)) {
            throw refuse(`is a link out of the workspace, to ${real}`, 'commit a plain file there');
        }
        return await (0,_limited_js__WEBPACK_IMPORTED_MODULE_3__/* .readLimited */ .t)(real, path);
    }
    catch (cause) {
        if (cause instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo) {
            throw cause;
        }
        const { code } = cause;
        throw code === 'EISDIR'
            ? refuse('is a directory', 'put a file of that name there', cause)
            : refuse(`cannot be read (${code})`, 'check the file and its rights', cause);
    }
}
/** Whether a path is a folder or something below it; both absolute. */
function isInside(folder, path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, path);
    return way === '' || !(way === '..' || way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way));
}
/** Returns the absolute path of a folder of the workspace; throws E_INPUT where it leads out of it. */
async function workspaceFolder(workspace, folder, input) {
    const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, folder);
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(full).catch(() => undefined);
    if (real === undefined || !isInside(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(workspace), real)) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('E_INPUT', {
            what: `the folder "${folder}" of "${input}" is not in the workspace`,
            fix: 'write a path relative to the repository, and check the repository out before this step',
        });
    }
    return real;
}


/***/ }),

/***/ 9659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ whileRemovable),
/* harmony export */   m: () => (/* binding */ withPrivateFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _cancellation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9463);
/* harmony import */ var _files_private_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3405);
/* harmony import */ var _runner_log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7735);




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

/***/ 9091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ runProcess)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: ./core/redact.js + 2 modules
var redact = __webpack_require__(3913);
;// CONCATENATED MODULE: ./core/redacting-stream.js

/** Longest text without a line break that is held back, in characters. */
const MAX_HELD = 256 * 1024;
/** Builds a redacting stream; text comes out in whole lines, and never ends inside a secret. */
function createRedactingStream(redactor) {
    let held = '';
    return {
        write(chunk) {
            held += chunk;
            const isTooLong = held.length > MAX_HELD;
            if (!isTooLong && !held.includes('\n')) {
                return '';
            }
            const scan = redactor.scan(held);
            const end = lastBreak(scan, (limit) => (limit === 0 ? 0 : held.lastIndexOf('\n', limit - 1) + 1));
            const cut = end === 0 && isTooLong ? lastBreak(scan, (limit) => limit) : end;
            const ready = (0,redact/* cutOut */.r1)(held.slice(0, cut), scan.spans.filter(([, after]) => after <= cut));
            held = held.slice(cut);
            return ready;
        },
        end() {
            const rest = redactor.redact(held);
            held = '';
            return rest;
        },
    };
}
/** The last place before what is open where the text may be cut, and no secret runs over it; `breakBefore` says where it may be. */
function lastBreak({ spans, open }, breakBefore) {
    let end = breakBefore(open);
    for (const [start, after] of spans.toReversed()) {
        if (start < end && end < after) {
            end = breakBefore(start);
        }
    }
    return end;
}

// EXTERNAL MODULE: ./io/cancellation.js
var cancellation = __webpack_require__(9463);
;// CONCATENATED MODULE: ./io/process.js



/** Most of a child's output that is kept, in characters. */
const MAX_KEPT = 2 * 1024 * 1024;
/** How long the pipes of a child that has ended are still read: what it left behind may hold them for ever. */
const PIPES_MS = 5000;
/**
 * Runs a program in a process group of its own and waits for its end; what it leaves in the group ends with it, and so
 * does all of it where the step is cancelled: nothing comes of it then. Rejects only where it cannot be started. `@actions/exec` is not used for
 * this: it gives no process group and no way to end a child.
 */
async function runProcess(request) {
    await (0,cancellation/* unlessCancelled */.MS)();
    // Each pipe by itself: what one writes in between would cut a secret of the other in two.
    const streams = { stdout: createRedactingStream(request.redactor), stderr: createRedactingStream(request.redactor) };
    let output = '';
    const take = (text) => {
        output = (output + text).slice(-MAX_KEPT);
    };
    const takeRest = (text) => take(text === '' || output === '' || output.endsWith('\n') ? text : `\n${text}`);
    return new Promise((resolve, reject) => {
        const child = (0,external_node_child_process_.spawn)(request.command, request.args, {
            cwd: request.folder,
            env: request.environment,
            stdio: ['ignore', 'pipe', 'pipe'],
            detached: process.platform !== 'win32',
            windowsHide: true,
        });
        const forget = (0,cancellation/* onCancel */.Ao)(() => endGroup(child));
        const end = () => endGroup(child);
        request.abort?.addEventListener('abort', end);
        for (const pipe of ['stdout', 'stderr']) {
            child[pipe].setEncoding('utf8').on('data', (chunk) => take(streams[pipe].write(chunk)));
        }
        child.once('error', (error) => {
            forget();
            reject(error);
        });
        child.once('exit', () => {
            endGroup(child);
            setTimeout(() => {
                child.stdout.destroy();
                child.stderr.destroy();
            }, PIPES_MS).unref();
        });
        child.once('close', (code, signal) => {
            forget();
            request.abort?.removeEventListener('abort', end);
            takeRest(streams.stdout.end());
            takeRest(streams.stderr.end());
            if (!(0,cancellation/* isCancelled */.mm)()) {
                resolve({ code, signal, output });
            }
        });
    });
}
/** Ends what a child left behind in its group: nothing it started goes on after it. */
function endGroup(child) {
    if (child.pid === undefined || process.platform === 'win32') {
        return;
    }
    try {
        process.kill(-child.pid, 'SIGKILL');
    }
    catch {
        // The group is gone already.
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
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(742);
/* harmony import */ var _files_limited_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3824);




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
