export const id = 325;
export const ids = [325];
export const modules = {

/***/ 3325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./io/configuration.js + 1 modules
var configuration = __webpack_require__(2727);
// EXTERNAL MODULE: ./io/files/workspace.js
var files_workspace = __webpack_require__(9019);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(742);
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
/** The version of Corepack that brings pnpm and yarn where the runner has none, or another one than package.json says. */
const COREPACK = 'corepack@0.34.5';
/**
 * Returns the command line of an installation. npm is what Node.js brings, bun what the runner has. pnpm and yarn are the
 * runner's own where `isThere` and package.json says no version; else Corepack's, which checks what package.json says, and
 * brings its own known good version where that says nothing.
 */
function installCommand({ manager, args, pinned }, isThere) {
    const byCorepack = (manager === 'pnpm' || manager === 'yarn') && (pinned || !isThere);
    return byCorepack
        ? ['npm', 'exec', '--yes', `--package=${COREPACK}`, '--', 'corepack', manager, ...args]
        : [manager, ...args];
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

// EXTERNAL MODULE: ./core/redact.js
var redact = __webpack_require__(7468);
// EXTERNAL MODULE: ./core/serverless/environment.js
var environment = __webpack_require__(5765);
// EXTERNAL MODULE: ./core/service/discover.js + 1 modules
var discover = __webpack_require__(2342);
// EXTERNAL MODULE: ./core/source/json.js
var json = __webpack_require__(8045);
// EXTERNAL MODULE: ./io/files/on-path.js
var on_path = __webpack_require__(2985);
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
        return (0,json/* parseJsonFile */.O)(await (0,promises_.readFile)(path, 'utf8'));
    }
    catch (cause) {
        throw new errors/* UserError */.yo('E_INSTALL', {
            what: `${path} is not valid JSON: ${cause.message}`,
            fix: 'mend it',
            cause,
        });
    }
}
/** Runs a package manager with a plain environment: no token of the job, no credentials but the registry's own. */
async function install(workspace, installation, npmToken) {
    const registry = npmToken === undefined ? {} : { NODE_AUTH_TOKEN: npmToken, NPM_TOKEN: npmToken };
    const npmrc = process.env['NPM_CONFIG_USERCONFIG'];
    const isThere = (await (0,on_path/* findOnPath */.a)(installation.manager, process.env['PATH'] ?? '')) !== undefined;
    const [command = '', ...args] = installCommand(installation, isThere);
    return (0,io_process/* runProcess */.R)({
        command,
        args,
        folder: (0,external_node_path_.join)(workspace, installation.path),
        environment: {
            ...(0,environment/* plainEnvironment */.Ud)(process.env),
            ...(npmrc === undefined ? {} : { NPM_CONFIG_USERCONFIG: npmrc }),
            ...registry,
            ...corepackSettings(process.env),
        },
        redactor: (0,redact/* createRedactor */.lY)(npmToken === undefined ? [] : [npmToken]),
    });
}
/** Corepack asks nothing, and takes its own known good version where package.json says none; the registry may be another. */
function corepackSettings(own) {
    const registry = own['COREPACK_NPM_REGISTRY'];
    return {
        COREPACK_ENABLE_DOWNLOAD_PROMPT: '0',
        COREPACK_DEFAULT_TO_LATEST: '0',
        ...(registry === undefined ? {} : { COREPACK_NPM_REGISTRY: registry }),
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
async function run(inputs, deps) {
    const { log } = deps;
    const installations = planInstallations(await deps.findPackageFolders(), inputs['install-scripts']);
    if (installations.length === 0) {
        log.info('nothing to install: no folder of a service has a lockfile');
    }
    for (const installation of installations) {
        const what = `${installation.manager} ${installation.args.join(' ')} in ${installation.path}`;
        log.info(what);
        const result = await deps.install(installation, inputs['npm-token']).catch((cause) => {
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
    const errors = lines.filter((line) => /error|ERR/.test(line));
    return (errors.length > 0 ? errors.slice(0, 4) : lines.slice(-4)).join(' / ').slice(0, 600) || 'it said nothing';
}

;// CONCATENATED MODULE: ./actions/install-dependencies/main.js








const main = () => (0,run_action/* runAction */.C)(contract, async (inputs) => {
    const { workspace } = (0,context/* readRunContext */.$p)();
    const top = await (0,files_workspace/* workspaceFolder */.ih)(workspace, '.', 'GITHUB_WORKSPACE');
    const root = await (0,files_workspace/* workspaceFolder */.ih)(workspace, inputs['working-directory'], 'working-directory');
    const services = await (0,configuration/* readServices */.J)(inputs, workspace);
    return run(inputs, {
        findPackageFolders: () => findPackageFolders(top, root, services),
        install: (installation, npmToken) => install(top, installation, npmToken),
        log: log/* runnerLog */.t,
    });
});


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


/***/ })

};
