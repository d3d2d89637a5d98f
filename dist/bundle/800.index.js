export const id = 800;
export const ids = [800];
export const modules = {

/***/ 7800:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build-UHYu3W/io/configuration.js + 2 modules
var configuration = __webpack_require__(7536);
// EXTERNAL MODULE: ./build-UHYu3W/io/files/workspace.js
var files_workspace = __webpack_require__(4954);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build-UHYu3W/core/redact.js
var redact = __webpack_require__(5879);
// EXTERNAL MODULE: ./build-UHYu3W/core/serverless/environment.js
var environment = __webpack_require__(5742);
// EXTERNAL MODULE: ./build-UHYu3W/io/process.js + 1 modules
var io_process = __webpack_require__(5572);
// EXTERNAL MODULE: ./build-UHYu3W/io/services.js + 1 modules
var io_services = __webpack_require__(5032);
;// CONCATENATED MODULE: ./build-UHYu3W/io/packages.js







/** Finds the folders with a package.json from each service's folder up to the workspace's root, the root first. */
async function findPackageFolders(workspace, root, services) {
    const folders = new Set();
    for (const service of await (0,io_services/* findServices */.O)(root, services)) {
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
    const manifest = JSON.parse(await (0,promises_.readFile)((0,external_node_path_.join)(folder, 'package.json'), 'utf8'));
    const lists = [manifest['dependencies'], manifest['devDependencies'], manifest['optionalDependencies']];
    return {
        path: (0,external_node_path_.relative)(workspace, folder).split(external_node_path_.sep).join('/') || '.',
        names,
        hasDependencies: lists.some((list) => list !== undefined && Object.keys(list).length > 0),
    };
}
/** Runs a package manager with a plain environment: no token of the job, no credentials but the registry's own. */
async function install(workspace, installation, npmToken) {
    const registry = npmToken === undefined ? {} : { NODE_AUTH_TOKEN: npmToken, NPM_TOKEN: npmToken };
    const npmrc = process.env['NPM_CONFIG_USERCONFIG'];
    return (0,io_process/* runProcess */.R)({
        command: installation.manager,
        args: installation.args,
        folder: (0,external_node_path_.join)(workspace, installation.path),
        environment: {
            ...(0,environment/* plainEnvironment */.U)(process.env),
            ...(npmrc === undefined ? {} : { NPM_CONFIG_USERCONFIG: npmrc }),
            ...registry,
        },
        redactor: (0,redact/* createRedactor */.lY)(npmToken === undefined ? [] : [npmToken]),
    });
}

// EXTERNAL MODULE: ./build-UHYu3W/io/runner/context.js
var context = __webpack_require__(2573);
// EXTERNAL MODULE: ./build-UHYu3W/io/runner/log.js
var log = __webpack_require__(3832);
// EXTERNAL MODULE: ./build-UHYu3W/io/runner/run-action.js + 1 modules
var run_action = __webpack_require__(5274);
;// CONCATENATED MODULE: ./build-UHYu3W/actions/install-dependencies/contract.js
const contract = {
    name: 'install-dependencies',
    inputs: {
        configuration: { kind: 'text' },
        'install-scripts': { kind: 'flag', always: true },
        'npm-token': { kind: 'secret' },
        'working-directory': { kind: 'text', always: true },
    },
    outputs: ['installed'],
    onFailure: {},
};

// EXTERNAL MODULE: ./build-UHYu3W/core/errors.js
var errors = __webpack_require__(2921);
;// CONCATENATED MODULE: ./build-UHYu3W/core/install/plan.js

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
        const modern = manager === 'yarn' && folder.names.some((name) => name === '.yarnrc.yml' || name === '.yarn');
        return { path: folder.path, manager, args: installArguments(manager, scripts, modern) };
    });
}
function lockfileOf(folder) {
    return Object.keys(LOCKFILES).find((name) => folder.names.includes(name));
}
function covers(parent, path) {
    return parent === '.' || parent === path || path.startsWith(`${parent}/`);
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

;// CONCATENATED MODULE: ./build-UHYu3W/actions/install-dependencies/run.js


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

;// CONCATENATED MODULE: ./build-UHYu3W/actions/install-dependencies/main.js








const main = () => (0,run_action/* runAction */.Cs)(contract, async (inputs) => {
    const { workspace } = (0,context/* readRunContext */.$)();
    const top = await (0,files_workspace/* workspaceFolder */.ih)(workspace, '.', 'GITHUB_WORKSPACE');
    const root = await (0,files_workspace/* workspaceFolder */.ih)(workspace, inputs['working-directory'], 'working-directory');
    const services = inputs.configuration === undefined ? undefined : (await (0,configuration/* readConfiguration */.T)(inputs, workspace)).services;
    return run(inputs, {
        findPackageFolders: () => findPackageFolders(top, root, services),
        install: (installation, npmToken) => install(top, installation, npmToken),
        log: log/* runnerLog */.t,
    });
});


/***/ }),

/***/ 8714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   RH: () => (/* binding */ planMasks),
/* harmony export */   Ym: () => (/* binding */ MIN_MASKED_LENGTH),
/* harmony export */   im: () => (/* binding */ outputTexts)
/* harmony export */ });
/* unused harmony export MIN_MASKED_LINE_LENGTH */
/* harmony import */ var _config_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2944);

/** Shortest value that is masked: the runner would turn every `a` of the log into ***, and drop every output with one. */
const MIN_MASKED_LENGTH = 6;
/** Shortest line of a value of several lines that is masked by itself. */
const MIN_MASKED_LINE_LENGTH = 8;
/**
 * Plans which secret values the runner is told to mask. `outputs` are texts that the jobs pass on: the runner drops a
 * job output that holds a masked text, so a value that is part of one is not masked, and the user is warned.
 */
function planMasks(parameters, outputs) {
    const masks = new Set();
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
        masks.add(value);
        for (const line of linesOf(value)) {
            if (maskObstacle(line, outputs) === undefined) {
                masks.add(line);
            }
        }
    }
    return { masks: [...masks], warnings };
}
/** Returns the texts of a stage that the jobs pass on as outputs; literal parameters are among them, and not secret. */
function outputTexts(configuration, session) {
    const { app, stage, profile } = configuration;
    const { name, environment, region, role = '' } = profile;
    const literals = Object.values(profile.parameters).filter(_config_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .isLiteral */ .c$).map(String);
    return [app, stage.name, stage.kind, stage.ref, name, environment, region, role, session.account, ...literals];
}
/** Returns the lines of a value of several lines that are long enough to be masked by themselves. */
function linesOf(value) {
    return value.includes('\n')
        ? value
            .split(/\r?\n/)
            .map((line) => line.trim())
            .filter((line) => line.length >= MIN_MASKED_LINE_LENGTH)
        : [];
}
function maskObstacle(value, outputs) {
    if (value.trim().length < MIN_MASKED_LENGTH) {
        return `it is shorter than ${MIN_MASKED_LENGTH} characters`;
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

/***/ 5879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KL: () => (/* binding */ redactDeep),
/* harmony export */   lY: () => (/* binding */ createRedactor)
/* harmony export */ });
/* unused harmony exports REDACTED, formsOf */
/* harmony import */ var _profile_masking_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8714);

/** What stands where a secret was. */
const REDACTED = '***';
/**
 * Builds a redactor. Forms: as it is, each long line, as JSON writes it, URL-encoded, and base64 at each of the three
 * places where it can begin in a longer text. Values shorter than six characters are in every text and stay.
 */
function createRedactor(secrets) {
    const forms = new Set();
    for (const secret of secrets) {
        for (const form of formsOf(secret)) {
            forms.add(form);
        }
    }
    const ordered = [...forms].sort((a, b) => b.length - a.length);
    return {
        redact: (text) => ordered.reduce((clean, form) => (clean.includes(form) ? clean.replaceAll(form, REDACTED) : clean), text),
        holds: (text) => ordered.some((form) => text.includes(form)),
        forms: ordered,
    };
}
/** Returns the forms of one secret that are looked for, the value itself first. */
function formsOf(secret) {
    if (secret.trim().length < _profile_masking_js__WEBPACK_IMPORTED_MODULE_0__/* .MIN_MASKED_LENGTH */ .Ym) {
        return [];
    }
    const plain = [...new Set([secret, secret.trim(), ...(0,_profile_masking_js__WEBPACK_IMPORTED_MODULE_0__/* .linesOf */ .Dx)(secret)])];
    return [...new Set(plain.flatMap((text) => [text, ...encodings(text)]))];
}
function encodings(text) {
    const json = JSON.stringify(text).slice(1, -1);
    return [
        json,
        JSON.stringify(json).slice(1, -1),
        encodeURIComponent(text),
        encodeURI(text),
        encodeURIComponent(text).replaceAll('%20', '+'),
        ...base64Forms(text),
    ];
}
/** The part of base64 that a text gives wherever it begins: the characters at the edges hold foreign bits and fall off. */
function base64Forms(text) {
    const bytes = Buffer.from(text);
    const forms = [0, 1, 2].flatMap((shift) => {
        const padded = Buffer.concat([Buffer.alloc(shift), bytes]);
        const encoded = padded.toString('base64').replace(/=+$/, '');
        const start = shift === 0 ? 0 : shift + 1;
        const whole = (padded.length % 3 === 0 ? 0 : 1);
        const inner = encoded.slice(start, encoded.length - whole);
        return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
    });
    return forms.filter((form) => form.length >= _profile_masking_js__WEBPACK_IMPORTED_MODULE_0__/* .MIN_MASKED_LENGTH */ .Ym);
}
/** Returns a copy of a plain JSON value with every text in it redacted, keys too. */
function redactDeep(value, redactor) {
    if (typeof value === 'string') {
        return redactor.redact(value);
    }
    if (Array.isArray(value)) {
        return value.map((item) => redactDeep(item, redactor));
    }
    if (typeof value === 'object' && value !== null) {
        const entries = Object.entries(value).map(([key, item]) => [redactor.redact(key), redactDeep(item, redactor)]);
        return Object.fromEntries(entries);
    }
    return value;
}


/***/ }),

/***/ 5742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ plainEnvironment),
/* harmony export */   m: () => (/* binding */ cliEnvironment)
/* harmony export */ });
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
        SLS_AWS_MONITORING_FREQUENCY: own['SLS_AWS_MONITORING_FREQUENCY'] ?? '1500',
        SLS_NOTIFICATIONS_MODE: 'off',
        SLS_TELEMETRY_DISABLED: '1',
        ...(licence?.accessKey === undefined ? {} : { SERVERLESS_ACCESS_KEY: licence.accessKey }),
        ...(licence?.licenseKey === undefined ? {} : { SERVERLESS_LICENSE_KEY: licence.licenseKey }),
    };
}


/***/ }),

/***/ 7536:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ readConfiguration)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build-UHYu3W/core/errors.js
var errors = __webpack_require__(2921);
// EXTERNAL MODULE: ./build-UHYu3W/core/suggest.js
var suggest = __webpack_require__(5118);
// EXTERNAL MODULE: ./build-UHYu3W/core/config/effective.js
var effective = __webpack_require__(9598);
;// CONCATENATED MODULE: ./build-UHYu3W/core/config/from-workspace.js



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
    const known = (0,effective/* configuredStages */.WX)(config);
    const stage = known.includes(name) ? config.stages?.[name] : undefined;
    if (stage === undefined) {
        throw new errors/* UserError */.yo('E_STAGE_UNKNOWN', {
            what: `"${name}" is not a configured stage`,
            why: 'a preview is known only to resolve-stage',
            fix: `pass resolve-stage's output "configuration" on – ${(0,suggest/* suggestName */.S)(name, known)}`,
        });
    }
    const identity = { name, kind: 'configured', ref: `refs/heads/${stage.branch}` };
    return (0,effective/* effectiveConfiguration */.kH)(config, identity, profile ?? stage.profile);
}

// EXTERNAL MODULE: ./build-UHYu3W/core/config/parse.js + 4 modules
var parse = __webpack_require__(5461);
// EXTERNAL MODULE: ./build-UHYu3W/core/transport.js
var transport = __webpack_require__(6309);
;// CONCATENATED MODULE: ./build-UHYu3W/core/config/transport.js


/** Reads resolve-stage's output `configuration` (JSON, or the long form of `encodeJson`); throws E_INPUT on any other text. */
function decodeConfiguration(text) {
    const wrong = (why, cause) => new errors/* UserError */.yo('E_INPUT', {
        what: 'the input "configuration" is not what resolve-stage gives',
        why,
        fix: 'pass resolve-stage\'s output "configuration" on as it is',
        cause,
    });
    let value;
    try {
        value = (0,transport/* decodeJson */.xO)(text);
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
    return configuration;
}

// EXTERNAL MODULE: ./build-UHYu3W/io/files/workspace.js
var files_workspace = __webpack_require__(4954);
;// CONCATENATED MODULE: ./build-UHYu3W/io/configuration.js






/**
 * Returns the configuration that an action works by: what resolve-stage gave, else that of the file in the workspace.
 * Throws E_INPUT, E_CONFIG_FILE and what `parseConfig` and `configurationOfChoice` throw.
 */
async function readConfiguration(inputs, workspace) {
    if (inputs.configuration !== undefined) {
        const configuration = decodeConfiguration(inputs.configuration);
        if (inputs.stage !== undefined && inputs.stage !== configuration.stage.name) {
            throw new errors/* UserError */.yo('E_INPUT', {
                what: `"stage" is "${inputs.stage}", and "configuration" is of the stage "${configuration.stage.name}"`,
                fix: 'leave "stage" out where you pass "configuration"',
            });
        }
        return configuration;
    }
    const path = (0,external_node_path_.join)(inputs['working-directory'], parse/* CONFIG_FILE */.g);
    const bytes = await (0,files_workspace/* readWorkspaceFile */.sL)(workspace, path);
    if (bytes === undefined) {
        throw new errors/* UserError */.yo('E_CONFIG_FILE', {
            what: `there is no ${path} in the workspace`,
            fix: 'check the repository out before this step, or pass resolve-stage\'s output "configuration" on',
        });
    }
    return configurationOfChoice((0,parse/* parseConfig */.o)(bytes, path), inputs);
}


/***/ }),

/***/ 4954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ isInside),
/* harmony export */   ih: () => (/* binding */ workspaceFolder),
/* harmony export */   sL: () => (/* binding */ readWorkspaceFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2921);



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
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(real);
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

/***/ 5572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ endAllProcesses),
  R: () => (/* binding */ runProcess)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./build-UHYu3W/core/redacting-stream.js
/** Longest text without a line break that is held back, in characters. */
const MAX_HELD = 256 * 1024;
/** Builds a redacting stream; text comes out in whole lines, and never ends inside a secret. */
function createRedactingStream(redactor) {
    const longest = redactor.forms[0]?.length ?? 0;
    let held = '';
    const release = (end) => {
        const ready = held.slice(0, end);
        held = held.slice(end);
        return redactor.redact(ready);
    };
    return {
        write(chunk) {
            held += chunk;
            const safe = held.length - longest;
            if (safe <= 0) {
                return '';
            }
            const line = held.lastIndexOf('\n', safe - 1) + 1;
            return release(outsideOfSecrets(held, line > 0 || held.length < MAX_HELD ? line : safe, redactor.forms));
        },
        end: () => release(held.length),
    };
}
/** Moves a cut back to where a secret begins that it would split; every secret that begins before it is whole. */
function outsideOfSecrets(text, cut, forms) {
    let end = cut;
    for (let moved = true; moved;) {
        moved = false;
        for (const form of forms) {
            const start = text.indexOf(form, Math.max(0, end - form.length + 1));
            if (start !== -1 && start < end) {
                end = start;
                moved = true;
            }
        }
    }
    return end;
}

;// CONCATENATED MODULE: ./build-UHYu3W/io/process.js


/** Most of a child's output that is kept, in characters. */
const MAX_KEPT = 2 * 1024 * 1024;
const running = new Set();
/**
 * Runs a program in a process group of its own and waits for its end. Rejects only where it cannot be started.
 * `@actions/exec` is not used for this: it gives no process group and no way to end a child.
 */
async function runProcess(request) {
    const stream = createRedactingStream(request.redactor);
    let output = '';
    const take = (text) => {
        if (text !== '') {
            output = (output + text).slice(-MAX_KEPT);
            request.onOutput?.(text);
        }
    };
    return new Promise((resolve, reject) => {
        const child = (0,external_node_child_process_.spawn)(request.command, request.args, {
            cwd: request.folder,
            env: request.environment,
            stdio: ['ignore', 'pipe', 'pipe'],
            detached: process.platform !== 'win32',
            windowsHide: true,
        });
        running.add(child);
        for (const pipe of [child.stdout, child.stderr]) {
            pipe.setEncoding('utf8').on('data', (chunk) => take(stream.write(chunk)));
        }
        child.once('error', (error) => {
            running.delete(child);
            reject(error);
        });
        child.once('exit', () => endGroup(child));
        child.once('close', (code, signal) => {
            running.delete(child);
            take(stream.end());
            resolve({ code, signal, output });
        });
    });
}
/** Ends what a child left behind in its group: nothing it started goes on after it. */
function endGroup(child, signal = 'SIGKILL') {
    if (child.pid === undefined || process.platform === 'win32') {
        return;
    }
    try {
        process.kill(-child.pid, signal);
    }
    catch {
        // The group is gone already.
    }
}
/** Ends every child that still runs, with its group; for the end of our own process. */
function endAllProcesses() {
    for (const child of running) {
        endGroup(child);
    }
}


/***/ }),

/***/ 5032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ findServices)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build-UHYu3W/core/errors.js
var errors = __webpack_require__(2921);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build-UHYu3W/core/service/definition.js


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
/** Reads what a service's YAML or JSON says of its names; throws E_SERVICE_CONFIG where it cannot be read. */
function readServiceDefinition(key, path, file, text) {
    if (!/\.(ya?ml|json)$/.test(file)) {
        return { key, path, name: undefined, makesRole: false };
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
    const name = typeof raw.service === 'string' && !raw.service.includes('${') ? raw.service : undefined;
    if (raw.service === undefined) {
        throw new errors/* UserError */.yo('E_SERVICE_CONFIG', {
            what: `${path}/${file} has no "service:"`,
            fix: 'give the service a name',
        });
    }
    const ownRole = raw.provider?.role ?? raw.provider?.iam?.role;
    const named = typeof ownRole === 'string' || ownRole?.name !== undefined;
    return { key, path, name, makesRole: raw.functions !== undefined && !named };
}

// EXTERNAL MODULE: ./build-UHYu3W/io/files/workspace.js
var workspace = __webpack_require__(4954);
;// CONCATENATED MODULE: ./build-UHYu3W/io/services.js





/** Folders that no service of the user's own is in. */
const IGNORED = new Set(['node_modules', '.git', '.serverless', '.build', 'dist', 'vendor']);
/** How deep below the application's folder services are looked for. */
const MAX_DEPTH = 4;
/**
 * Finds the services of an application in `root`: those that are configured, else every folder with a Serverless
 * configuration, its key then the folder's name. Throws E_SERVICE_CONFIG.
 */
async function findServices(root, configured) {
    const places = configured === undefined
        ? (await foldersWithService(root)).map((path) => [keyOfFolder(root, path), path])
        : Object.entries(configured).map(([key, service]) => [key, service.path]);
    if (places.length === 0) {
        throw new errors/* UserError */.yo('E_SERVICE_CONFIG', {
            what: `there is no service below ${root}`,
            fix: 'check the repository out before this step, or list the services in serverless-stages.yml',
        });
    }
    const keys = places.map(([key]) => key);
    const twice = keys.find((key, index) => keys.indexOf(key) !== index);
    if (twice !== undefined) {
        throw new errors/* UserError */.yo('E_SERVICE_CONFIG', {
            what: `two folders with a service are called "${twice}"`,
            fix: 'list the services with their keys under `services:` in serverless-stages.yml',
        });
    }
    return Promise.all(places.map(([key, path]) => readService(root, key, path)));
}
function keyOfFolder(root, path) {
    return path === '.' ? (0,external_node_path_.basename)(root) : (0,external_node_path_.basename)(path);
}
async function foldersWithService(root, folder = root, depth = 0) {
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true });
    const isService = entries.some((entry) => entry.isFile() && SERVICE_FILES.includes(entry.name));
    const own = isService ? [(0,external_node_path_.relative)(root, folder).split(external_node_path_.sep).join('/') || '.'] : [];
    const below = entries.filter((entry) => entry.isDirectory() && !IGNORED.has(entry.name) && depth < MAX_DEPTH);
    const found = await Promise.all(below.map((entry) => foldersWithService(root, (0,external_node_path_.join)(folder, entry.name), depth + 1)));
    return [...own, ...found.flat()].sort();
}
async function readService(root, key, path) {
    const folder = (0,external_node_path_.join)(root, path);
    if (!(0,workspace/* isInside */.FK)(root, folder)) {
        throw new errors/* UserError */.yo('E_SERVICE_CONFIG', {
            what: `the service "${key}" is at "${path}", out of the repository`,
            fix: 'correct its path',
        });
    }
    const names = await (0,promises_.readdir)(folder).catch(() => undefined);
    if (names === undefined) {
        throw new errors/* UserError */.yo('E_SERVICE_CONFIG', {
            what: `the folder "${path}" of the service "${key}" is not there`,
            fix: 'correct its path',
        });
    }
    const files = SERVICE_FILES.filter((name) => names.includes(name));
    const [file] = files;
    if (file === undefined || files.length > 1) {
        throw new errors/* UserError */.yo('E_SERVICE_CONFIG', {
            what: file === undefined ? `"${path}" has no serverless.yml` : `"${path}" has ${files.join(' and ')}`,
            fix: file === undefined ? 'add one, or correct the path' : 'keep one of them',
        });
    }
    return readServiceDefinition(key, path, file, await (0,promises_.readFile)((0,external_node_path_.join)(folder, file), 'utf8'));
}


/***/ })

};
