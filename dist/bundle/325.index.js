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
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
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
 * brings its own known good version where that says nothing. npm brings Corepack as from `outside`, a folder of no project:
 * what the project says of npm (`devEngines`, .npmrc) has no say in it.
 */
function installCommand({ manager, args, pinned }, isThere, outside) {
    if ((manager !== 'pnpm' && manager !== 'yarn') || (isThere && !pinned)) {
        return [manager, ...args];
    }
    const brought = [`--prefix=${outside}`, '--yes', `--package=${COREPACK}`];
    return ['npm', 'exec', ...brought, '--', 'corepack', manager, ...args];
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
// EXTERNAL MODULE: ./core/redact.js
var redact = __webpack_require__(7468);
// EXTERNAL MODULE: ./core/serverless/environment.js
var environment = __webpack_require__(5765);
// EXTERNAL MODULE: ./core/service/discover.js + 1 modules
var discover = __webpack_require__(2342);
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
        return (0,json_file/* parseJsonFile */.O)(await (0,promises_.readFile)(path, 'utf8'));
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
    const [command = '', ...args] = installCommand(installation, isThere, process.env['RUNNER_TEMP'] ?? (0,external_node_os_.tmpdir)());
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
    const errors = lines.filter((line) => /error/i.test(line) && !/^at |complete log/.test(line));
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

/***/ 2088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ overallStatus),
/* harmony export */   r: () => (/* binding */ urlOf)
/* harmony export */ });
/** Sums services up: one failure fails all, and only where nothing changed it is `unchanged`. */
function overallStatus(services) {
    if (services.some(({ status }) => status === 'failed' || status === 'not-started')) {
        return 'failed';
    }
    return services.some((service) => service.status === 'deployed') ? 'deployed' : 'unchanged';
}
/** Outputs that the Serverless Framework gives the address of an API. */
const URL_OUTPUTS = ['HttpApiUrl', 'ServiceEndpoint', 'ServiceEndpointWebsocket'];
/** Returns the address at which a stack's API answers, where it has one. */
function urlOf(outputs) {
    return URL_OUTPUTS.map((name) => outputs[name]).find((url) => url !== undefined && url !== '');
}


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

/***/ 7468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KL: () => (/* binding */ redactDeep),
/* harmony export */   lY: () => (/* binding */ createRedactor)
/* harmony export */ });
/* unused harmony exports REDACTED, formsOf */
/* harmony import */ var _profile_masking_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3303);

/** What stands where a secret was. */
const REDACTED = '***';
/**
 * Builds a redactor. Forms: as it is, each long line, as JSON writes it, URL-encoded, and base64 at each of the three
 * places where it can begin in a longer text. Values shorter than six characters are in every text and stay.
 */
function createRedactor(secrets) {
    let forms = [];
    const learn = (...more) => {
        forms = [...new Set([...forms, ...more.flatMap(formsOf)])].sort((a, b) => b.length - a.length);
    };
    learn(...secrets);
    return {
        redact: (text) => cutOut(text, findSpans(text, forms)),
        holds: (text) => forms.some((form) => text.includes(form)),
        get forms() {
            return forms;
        },
        learn: (secret) => learn(secret),
    };
}
/** Where the forms stand in a text, in order, those that overlap as one. */
function findSpans(text, forms) {
    const found = [];
    for (const form of forms) {
        for (let start = text.indexOf(form); start !== -1; start = text.indexOf(form, start + 1)) {
            found.push([start, start + form.length]);
        }
    }
    const merged = [];
    for (const [start, end] of found.sort((a, b) => a[0] - b[0])) {
        const last = merged.at(-1);
        if (last !== undefined && start < last[1]) {
            merged[merged.length - 1] = [last[0], Math.max(last[1], end)];
        }
        else {
            merged.push([start, end]);
        }
    }
    return merged;
}
function cutOut(text, spans) {
    const pieces = spans.map(([start], index) => text.slice(index === 0 ? 0 : spans[index - 1]?.[1], start) + REDACTED);
    return pieces.join('') + text.slice(spans.at(-1)?.[1] ?? 0);
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
        encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, (byte) => byte.toLowerCase()),
        json.replace(/[\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
        Buffer.from(text).toString('hex'),
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

/***/ 5765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PO: () => (/* binding */ awsEnvironment),
/* harmony export */   Ud: () => (/* binding */ plainEnvironment),
/* harmony export */   YO: () => (/* binding */ PLUGIN_CONTEXT),
/* harmony export */   m9: () => (/* binding */ cliEnvironment),
/* harmony export */   uk: () => (/* binding */ factVariables)
/* harmony export */ });
/* harmony import */ var _deploy_result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2088);
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
function factVariables({ stage, region, service, commit, outputs }) {
    const named = Object.entries(outputs).map(([id, value]) => [
        `OUTPUT_${(0,_output_names_js__WEBPACK_IMPORTED_MODULE_0__/* .outputName */ .V)(id).replace(/[^A-Za-z0-9_]/g, '_')}`,
        value,
    ]);
    const url = (0,_deploy_result_js__WEBPACK_IMPORTED_MODULE_1__/* .urlOf */ .r)(outputs);
    return {
        ...Object.fromEntries(named),
        STAGE: stage,
        REGION: region,
        SERVICE: service,
        ...(commit === undefined ? {} : { COMMIT: commit }),
        ...(url === undefined ? {} : { SERVICE_URL: url }),
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
        ...(session.sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: session.sessionToken }),
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
        ...(licence?.accessKey === undefined ? {} : { SERVERLESS_ACCESS_KEY: licence.accessKey }),
        ...(licence?.licenseKey === undefined ? {} : { SERVERLESS_LICENSE_KEY: licence.licenseKey }),
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

/***/ 9091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ runProcess)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./core/redacting-stream.js
/** Longest text without a line break that is held back, in characters. */
const MAX_HELD = 256 * 1024;
/** Builds a redacting stream; text comes out in whole lines, and never ends inside a secret. */
function createRedactingStream(redactor) {
    let held = '';
    const release = (end) => {
        const ready = held.slice(0, end);
        held = held.slice(end);
        return redactor.redact(ready);
    };
    return {
        write(chunk) {
            held += chunk;
            const safe = firstOpenSecret(held, redactor.forms);
            const end = wholeLines(held, safe, redactor.forms);
            return release(end === 0 && held.length > MAX_HELD ? safe : end);
        },
        end: () => release(held.length),
    };
}
/** Where the first secret may begin that the text does not hold to its end; the text's length where none does. */
function firstOpenSecret(text, forms) {
    let first = text.length;
    for (const form of forms) {
        const head = form.charAt(0);
        for (let at = text.indexOf(head, Math.max(0, text.length - form.length + 1)); at !== -1 && at < first;) {
            if (form.startsWith(text.slice(at))) {
                first = at;
            }
            at = text.indexOf(head, at + 1);
        }
    }
    return first;
}
/** The end of the last line before `limit` that no secret runs over. */
function wholeLines(text, limit, forms) {
    let end = limit === 0 ? 0 : text.lastIndexOf('\n', limit - 1) + 1;
    for (let moved = end > 0; moved;) {
        moved = false;
        for (const form of forms) {
            const start = text.indexOf(form, Math.max(0, end - form.length + 1));
            if (start !== -1 && start < end) {
                end = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
                moved = end > 0;
            }
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
    const stream = createRedactingStream(request.redactor);
    let output = '';
    const take = (text) => {
        output = (output + text).slice(-MAX_KEPT);
    };
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
        for (const pipe of [child.stdout, child.stderr]) {
            pipe.setEncoding('utf8').on('data', (chunk) => take(stream.write(chunk)));
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
            take(stream.end());
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
