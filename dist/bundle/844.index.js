export const id = 844;
export const ids = [844];
export const modules = {

/***/ 60844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./io/configuration.js + 1 modules
var configuration = __webpack_require__(10716);
// EXTERNAL MODULE: ./io/files/workspace.js
var files_workspace = __webpack_require__(39019);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./core/child-exit.js
var child_exit = __webpack_require__(27972);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(30742);
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
var json_file = __webpack_require__(71654);
// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(49443);
// EXTERNAL MODULE: ./core/redact.js + 2 modules
var redact = __webpack_require__(3913);
// EXTERNAL MODULE: ./core/serverless/environment.js
var serverless_environment = __webpack_require__(95765);
// EXTERNAL MODULE: ./core/service/discover.js + 6 modules
var discover = __webpack_require__(22993);
// EXTERNAL MODULE: ./io/files/limited.js
var limited = __webpack_require__(83824);
// EXTERNAL MODULE: ./io/files/on-path.js
var on_path = __webpack_require__(22985);
// EXTERNAL MODULE: ./io/private-work.js
var private_work = __webpack_require__(29659);
// EXTERNAL MODULE: ./io/process.js + 2 modules
var io_process = __webpack_require__(11101);
// EXTERNAL MODULE: ./io/services.js
var io_services = __webpack_require__(69684);
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
var context = __webpack_require__(56526);
// EXTERNAL MODULE: ./io/runner/log.js
var log = __webpack_require__(37735);
// EXTERNAL MODULE: ./io/runner/run-action.js
var run_action = __webpack_require__(15511);
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
    const services = await (0,configuration/* readServices */.JQ)(inputs, workspace);
    return whileInstalling(top, (install) => run_run(inputs, { findPackageFolders: () => findPackageFolders(top, root, services), install, log: log/* runnerLog */.t }));
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

/***/ 93405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AG: () => (/* binding */ readPrivateJson),
/* harmony export */   C0: () => (/* binding */ removeAll),
/* harmony export */   FO: () => (/* binding */ writePrivateJson),
/* harmony export */   I2: () => (/* binding */ makePrivateFolder),
/* harmony export */   aF: () => (/* binding */ keepFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30742);
/* harmony import */ var _disk_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13729);
/* harmony import */ var _limited_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83824);





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
/** Writes a file that only its owner can read (0600), over one that is there; returns its path. Throws E_INPUT where the disk fails. */
async function keepFile(folder, name, text) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name);
    await (0,_disk_js__WEBPACK_IMPORTED_MODULE_3__/* .onDisk */ .F)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, text, { mode: 0o600 }));
    return path;
}
/** Reads a JSON file of ours; throws E_INPUT, with the name of the input that holds its path, if it cannot; `fix` says where it comes from. */
async function readPrivateJson(path, input, fix = `pass load-profile's output "${input}" on, in the same job`) {
    try {
        return JSON.parse((await (0,_limited_js__WEBPACK_IMPORTED_MODULE_4__/* .readLimited */ .t)(path, path, "a file of the action's")).toString());
    }
    catch (cause) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('E_INPUT', {
            what: `the file of the input "${input}" cannot be read: "${path}"`,
            fix,
            cause,
        });
    }
}
/** Removes a file or a folder with all in it; it may be gone already. */
async function removeAll(path) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 });
}


/***/ }),

/***/ 29659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ whileRemovable),
/* harmony export */   m: () => (/* binding */ withPrivateFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _cancellation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29463);
/* harmony import */ var _files_private_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93405);
/* harmony import */ var _runner_log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37735);




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


/***/ })

};
