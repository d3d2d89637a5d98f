export const id = 855;
export const ids = [855];
export const modules = {

/***/ 6290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nh: () => (/* binding */ frozenError),
/* harmony export */   Or: () => (/* binding */ tellLifted),
/* harmony export */   bh: () => (/* binding */ writeLift),
/* harmony export */   gn: () => (/* binding */ readLift),
/* harmony export */   nx: () => (/* binding */ frozenNow)
/* harmony export */ });
/* unused harmony export FREEZE_VARIABLE */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(742);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1335);
/* harmony import */ var _window_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2705);



/** The variable of a repository, or of its organisation, that freezes stages. */
const FREEZE_VARIABLE = 'SERVERLESS_STAGES_FREEZE';
/** What stands in it for all stages. */
const ALL = 'all';
/** Returns why a configured stage is frozen; undefined if it is not. Throws E_INPUT if the variable names no stage. */
function frozenNow({ stage, stages, windows, variable, now }) {
    const named = variable.split(/[\s,]+/).filter((name) => name !== '');
    const unknown = named.find((name) => name !== ALL && !stages.includes(name));
    if (unknown !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_INPUT', {
            what: `the variable ${FREEZE_VARIABLE} is "${variable}", and "${unknown}" is not a configured stage`,
            why: 'a name with a typing mistake would freeze nothing',
            fix: `write "${ALL}" or names of configured stages with commas between, or remove the variable – ${(0,_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestName */ .S)(unknown, stages)}`,
        });
    }
    if (named.includes(ALL) || named.includes(stage)) {
        return { reason: `the variable ${FREEZE_VARIABLE} is "${variable}"` };
    }
    for (const window of windows) {
        const until = (0,_window_js__WEBPACK_IMPORTED_MODULE_2__/* .openUntil */ .n)(window, now);
        if (until !== undefined) {
            return { reason: `until ${until}: ${window.reason}` };
        }
    }
    return undefined;
}
/** How long a lifted freeze stays lifted for the run that it was lifted for, in milliseconds: a re-run of it may come much later. */
const LIFTED_MS = 24 * 60 * 60_000;
/** Writes what lifts a freeze, from a moment (ISO 8601) on. */
function writeLift(since, reason) {
    return `${since} ${reason}`;
}
/** Returns why a freeze is lifted, as an input says it; undefined if it says nothing, or if it was lifted too long ago. */
function readLift(text, now) {
    const [, since, reason] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) (.+)$/.exec(text ?? '') ?? [];
    return since !== undefined && now - Date.parse(since) > LIFTED_MS ? undefined : (reason ?? text);
}
/** Says that a stage is deployed to although it is frozen, and why. */
function tellLifted(stage, { reason }, why) {
    return `the stage "${stage}" is frozen (${reason}) and is deployed to all the same: ${why}`;
}
/** Says that a stage is frozen to who wanted to deploy to it. */
function frozenError(stage, { reason }) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_FROZEN', {
        what: `the stage "${stage}" is frozen (${reason})`,
        why: 'nothing was deployed',
        fix: 'start the run again when the freeze has ended; nothing starts by itself then',
    });
}


/***/ }),

/***/ 3931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ knownVariables)
/* harmony export */ });
/** Knows the variables whose values are settled before the Serverless Framework runs: stage, region, parameters. */
function knownVariables({ stage, region }, parameters) {
    return (source, address) => {
        switch (`${source}:${address}`) {
            case 'sls:stage':
            case 'opt:stage':
                return stage;
            case 'opt:region':
                return region;
            default:
                return source === 'param' ? parameters.get(address) : undefined;
        }
    };
}


/***/ }),

/***/ 9773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D5: () => (/* binding */ gitArguments),
/* harmony export */   EO: () => (/* binding */ runGit),
/* harmony export */   _K: () => (/* binding */ gitEnvironment)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var _core_serverless_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5765);


/**
 * Arguments in front of every command: the repository may be somebody else's (in a container), and its configuration runs
 * no monitor. Its clean filters do run, which tell whether a file differs; they get no token of ours.
 */
function gitArguments(folder) {
    return ['-C', folder, '-c', 'safe.directory=*', '-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false'];
}
/** Environment of git: no tokens, nothing asked at a terminal, no locks taken, nothing fetched (by git 2.44 and newer). */
function gitEnvironment() {
    return {
        ...(0,_core_serverless_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .plainEnvironment */ .Ud)(process.env),
        GIT_TERMINAL_PROMPT: '0',
        GIT_OPTIONAL_LOCKS: '0',
        GIT_NO_LAZY_FETCH: '1',
    };
}
/** Runs git in a folder and returns what it prints; undefined where it fails, or is not installed. */
async function runGit(folder, args, { input = '', environment = gitEnvironment(), okCodes = [0] } = {}) {
    return new Promise((resolve) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)('git', [...gitArguments(folder), ...args], { env: environment, maxBuffer: 1024 * 1024 * 1024, encoding: 'utf8' }, (error, stdout) => resolve(okCodes.some((code) => code === (error?.code ?? 0)) ? stdout : undefined));
        child.stdin?.on('error', () => undefined).end(input);
    });
}


/***/ }),

/***/ 8500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ filesAtCommit),
  g: () => (/* binding */ withSource)
});

// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(742);
// EXTERNAL MODULE: ./core/short-commit.js
var short_commit = __webpack_require__(9341);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./core/source/tree.js

/** Folders that are made from the sources and never are some. */
const MADE = /(^|\/)(node_modules|\.serverless)\//;
/** Builds a tree; what is made from sources (node_modules, .serverless) is left out. */
function sourceTree(files) {
    const own = [...files].filter(([path]) => !MADE.test(path)).sort(([a], [b]) => compare(a, b));
    return { files: new Map(own), paths: own.map(([path]) => path) };
}
/** Order of code units: the same everywhere. */
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
/** Returns the paths that begin with a text, found without looking at the others; an empty text begins all. */
function pathsBeginning(tree, prefix) {
    const start = firstAtLeast(tree.paths, prefix);
    let end = start;
    while (tree.paths[end]?.startsWith(prefix)) {
        end += 1;
    }
    return tree.paths.slice(start, end);
}
/** Returns the paths below a folder (`''` is the root). */
function pathsBelow(tree, folder) {
    return pathsBeginning(tree, folder === '' ? '' : `${folder}/`);
}
function firstAtLeast(paths, text) {
    let low = 0;
    let high = paths.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if (compare(paths[middle] ?? '', text) < 0) {
            low = middle + 1;
        }
        else {
            high = middle;
        }
    }
    return low;
}
/** Returns a path of the application's as one of the tree's; `root` is the application's folder, `''` where it is the top. */
function inTree(root, path) {
    return external_node_path_.posix.join(root, path).replace(/^\.$|\/$/, '');
}
/** Returns the folder that a path is in; `''` is the root. */
function folderOf(path) {
    const at = path.lastIndexOf('/');
    return at === -1 ? '' : path.slice(0, at);
}
/** Returns a folder and the folders above it, nearest first, the root (`''`) last. */
function foldersUpwards(folder) {
    const folders = [folder];
    for (let at = folder; at !== '';) {
        at = folderOf(at);
        folders.push(at);
    }
    return folders;
}

;// CONCATENATED MODULE: ./core/source/application-files.js


/**
 * The files of an application in a tree; `root` is its folder from the repository's root, `isIgnored` says of a folder's
 * name that no service is looked for in it.
 */
function applicationFiles({ tree, read }, root, place, isIgnored) {
    const full = (path) => inTree(root, path);
    const short = (folder) => external_node_path_.posix.relative(root, folder) || '.';
    return {
        place,
        async names(folder) {
            const at = full(folder);
            const below = pathsBelow(tree, at);
            const names = new Set(below.map((path) => path.slice(at === '' ? 0 : at.length + 1).split('/')[0] ?? ''));
            return below.length === 0 ? undefined : [...names];
        },
        read: async (path) => (await read([full(path)])).get(full(path)),
        async foldersWith(names, depth) {
            const folders = new Set(pathsBelow(tree, full('.')).flatMap((path) => names.includes(external_node_path_.posix.basename(path)) ? [short(folderOf(path))] : []));
            return [...folders].filter((folder) => isReached(folder, depth, isIgnored)).sort();
        },
    };
}
function isReached(folder, depth, isIgnored) {
    const steps = folder === '.' ? [] : folder.split('/');
    return steps.length <= depth && !steps.some(isIgnored);
}

// EXTERNAL MODULE: ../node_modules/picomatch/index.js
var picomatch = __webpack_require__(5180);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./core/source/hash.js

/** Returns the SHA-256 (hex) of some lines, whatever their order. */
function hashLines(lines) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const line of [...lines].sort()) {
        hash.update(line).update('\n');
    }
    return hash.digest('hex');
}

;// CONCATENATED MODULE: ./core/source/memoise.js
/** Returns a function that computes each key's result the first time that it is asked for. */
function memoise(compute) {
    const known = new Map();
    return (key) => {
        if (!known.has(key)) {
            known.set(key, compute(key));
        }
        return known.get(key);
    };
}

// EXTERNAL MODULE: ./core/lockfile-names.js
var lockfile_names = __webpack_require__(9009);
;// CONCATENATED MODULE: ./core/source/lockfile-npm.js
/** Follows the `packages` of a package-lock.json (version 2 and 3) as node looks packages up. */
function openNpmLock(text) {
    const { packages } = JSON.parse(text);
    return packages === undefined ? undefined : (manifest) => follow(packages, manifest);
}
function follow(packages, { folder, dependencies }) {
    const lines = [];
    const seen = new Set();
    const queue = Object.keys(dependencies).map((name) => [folder, name]);
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
        const [from, name] = next;
        const place = lookUp(packages, from, name);
        if (place === undefined || seen.has(place)) {
            continue;
        }
        seen.add(place);
        const entry = packages[place] ?? {};
        const real = entry.link === true ? (entry.resolved ?? '') : place;
        const target = entry.link === true ? (packages[real] ?? {}) : entry;
        // A linked package is a folder of the repository, whose files count by themselves.
        if (entry.link !== true) {
            lines.push(`${name}@${entry.version ?? ''} ${entry.integrity ?? entry.resolved ?? ''}`.trim());
        }
        const { dependencies: plain, optionalDependencies: optional, peerDependencies: peers } = target;
        queue.push(...Object.keys({ ...plain, ...optional, ...peers }).map((each) => [real, each]));
    }
    return lines;
}
/** The nearest `node_modules/<name>` from a place upwards. */
function lookUp(packages, from, name) {
    for (let at = from;; at = parentOf(at)) {
        const place = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
        if (Object.hasOwn(packages, place)) {
            return place;
        }
        if (at === '') {
            return undefined;
        }
    }
}
const parentOf = (place) => place.slice(0, Math.max(0, place.lastIndexOf('/')));

// EXTERNAL MODULE: ../node_modules/@yarnpkg/parsers/lib/index.js
var lib = __webpack_require__(5241);
;// CONCATENATED MODULE: ./core/source/lockfile-pnpm.js

/** Follows a pnpm-lock.yaml (version 6 and 9) from the folder that imports. */
function openPnpmLock(text) {
    // yarn's reader of YAML, as its own locks are some: these files are long, and it takes a tenth of the time.
    const lock = (0,lib/* parseSyml */["do"])(text);
    const version = Number.parseInt(String(lock.lockfileVersion), 10);
    if (version !== 6 && version !== 9) {
        return undefined;
    }
    const importers = lock.importers ?? { '.': lock };
    return ({ folder }) => {
        const importer = importers[folder === '' ? '.' : folder];
        return importer === undefined ? undefined : lockfile_pnpm_follow(lock, version, importer);
    };
}
function lockfile_pnpm_follow(lock, version, importer) {
    const lines = [];
    const seen = new Set();
    const queue = ofImporter(importer);
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
        const [name, locked] = next;
        if (locked.startsWith('link:') || locked.startsWith('file:')) {
            continue;
        }
        const key = keyOf(name, locked, version);
        if (seen.has(key)) {
            continue;
        }
        seen.add(key);
        const entry = lock.packages?.[key] ?? lock.packages?.[withoutPeers(key)] ?? {};
        const edges = lock.snapshots?.[key] ?? entry;
        const { resolution = {} } = entry;
        lines.push(`${key.replace(/^\//, '')} ${resolution.integrity ?? resolution.tarball ?? resolution.commit ?? ''}`.trim());
        queue.push(...Object.entries({ ...edges.dependencies, ...edges.optionalDependencies }));
    }
    return lines;
}
function ofImporter(importer) {
    const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'];
    return kinds.flatMap((kind) => Object.entries(importer[kind] ?? {}).map(([name, locked]) => [
        name,
        typeof locked === 'string' ? locked : locked.version,
    ]));
}
/** A package's key: `name@1.0.0(peer@2.0.0)`, in version 6 with a slash in front; an alias has a whole key as its version. */
function keyOf(name, locked, version) {
    if (version === 6) {
        return locked.startsWith('/') ? locked : `/${name}@${locked}`;
    }
    return /^(@[^/]+\/)?[^@(]+@/.test(locked) ? locked : `${name}@${locked}`;
}
const withoutPeers = (key) => key.replace(/\(.*$/, '');

;// CONCATENATED MODULE: ./core/source/lockfile-yarn.js

/** Follows a yarn.lock, of yarn 1 or later: its entries are named by all the ranges that they stand for. */
function openYarnLock(text) {
    const entries = new Map();
    for (const [descriptors, entry] of Object.entries((0,lib/* parseSyml */["do"])(text))) {
        for (const descriptor of descriptors.split(/,\s*/)) {
            entries.set(descriptor, entry);
        }
    }
    const isBerry = entries.has('__metadata');
    return (manifest) => lockfile_yarn_follow(entries, manifest, isBerry);
}
function lockfile_yarn_follow(entries, { dependencies }, isBerry) {
    const lines = [];
    const seen = new Set();
    const queue = Object.entries(dependencies);
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
        const [name, range] = next;
        const entry = entries.get(`${name}@${range}`) ?? entries.get(`${name}@npm:${range}`) ?? ofWorkspace(entries, name, range);
        if (entry === undefined && isBerry) {
            // The root's `resolutions` put another range in its place: then the file does not say which one.
            return undefined;
        }
        if (entry === undefined || seen.has(entry)) {
            continue;
        }
        seen.add(entry);
        const { version, integrity, checksum, resolved, resolution } = entry;
        lines.push(`${name}@${version} ${integrity ?? checksum ?? resolved ?? resolution ?? ''}`.trim());
        queue.push(...Object.entries({ ...entry.dependencies, ...entry.optionalDependencies }));
    }
    return lines;
}
/** A package of the repository, which berry lists as `name@workspace:folder` whatever the range says. */
function ofWorkspace(entries, name, range) {
    if (!range.startsWith('workspace:')) {
        return undefined;
    }
    return [...entries].find(([descriptor]) => descriptor.startsWith(`${name}@workspace:`))?.[1];
}

;// CONCATENATED MODULE: ./core/source/lockfile.js



/**
 * Opens a lockfile: the returned function gives all that a package depends on, directly or not, as sorted lines
 * `name@version integrity`. Undefined where the file's form is not known: then the whole file counts.
 */
function openLockfile({ name, text }) {
    const read = quietly(() => readerOf(name)?.(text));
    return (manifest) => {
        const lines = quietly(() => read?.(manifest));
        return lines === undefined ? undefined : [...new Set(lines)].sort();
    };
}
function quietly(read) {
    try {
        return read();
    }
    catch {
        return undefined;
    }
}
function readerOf(name) {
    switch (name) {
        case 'package-lock.json':
        case 'npm-shrinkwrap.json':
            return openNpmLock;
        case 'pnpm-lock.yaml':
            return openPnpmLock;
        case 'yarn.lock':
            return openYarnLock;
        default:
            return undefined;
    }
}

// EXTERNAL MODULE: ./core/json-file.js
var json_file = __webpack_require__(1654);
// EXTERNAL MODULE: ./core/yaml/read.js + 1 modules
var read = __webpack_require__(5054);
;// CONCATENATED MODULE: ./core/source/manifest.js





/** Reads a package.json at a path of the tree; one that is not JSON says nothing. */
function readManifest(path, text) {
    const json = parseJson(text);
    const kinds = ['optionalDependencies', 'devDependencies', 'dependencies'];
    const dependencies = Object.assign({}, ...kinds.map((kind) => json[kind] ?? {}));
    const listed = json['workspaces']?.packages ?? json['workspaces'];
    const workspaces = Array.isArray(listed) ? listed.map(String) : [];
    const { name } = json;
    const peers = (json['peerDependencies'] ?? {});
    return { folder: folderOf(path), ...(typeof name === 'string' ? { name } : {}), dependencies, peers, workspaces };
}
function parseJson(text) {
    try {
        return ((0,json_file/* parseJsonFile */.O)(text) ?? {});
    }
    catch {
        return {};
    }
}
function parseYaml(text) {
    const { value } = { value: undefined, ...(0,read/* readYaml */.g)(text) };
    return (value ?? {});
}
/** Reads the globs of a pnpm-workspace.yaml; one that is not YAML says nothing. */
function readPnpmWorkspace(text) {
    const { packages } = parseYaml(text);
    return Array.isArray(packages) ? packages.map(String) : [];
}
/** Returns the folders of workspace packages by name, of all roots that list workspaces. */
function workspacePackages(manifests) {
    const packages = new Map();
    for (const root of manifests.filter(({ workspaces }) => workspaces.length > 0)) {
        const globs = root.workspaces
            .map((glob) => glob.replace(/^(!?)\.\//, '$1').replace(/\/$/, ''))
            .filter((glob) => glob.replace('!', '') !== '');
        const wanted = picomatch(globs.filter((glob) => !glob.startsWith('!')));
        const unwanted = picomatch(globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1)));
        for (const { folder, name } of manifests) {
            const path = external_node_path_.posix.relative(root.folder, folder);
            if (name !== undefined && path !== '' && !path.startsWith('..') && wanted(path) && !unwanted(path)) {
                packages.set(name, folder);
            }
        }
    }
    return packages;
}
/**
 * Returns the folder (or the packed file) in the repository that a dependency leads to: a workspace package by its name, or `file:`, `link:`
 * and `portal:` by their path; undefined for one of a registry.
 */
function folderOfDependency(from, name, range, workspaces) {
    const [, path] = /^(?:file|link|portal):(.+)$/.exec(range) ?? [];
    if (path === undefined) {
        return workspaces.get(name);
    }
    const folder = external_node_path_.posix.join(from, path);
    return folder.startsWith('..') ? undefined : folder.replace(/^\.$|\/$/, '');
}

;// CONCATENATED MODULE: ./core/source/packages.js







/** Settings above a service that bundlers read. */
const SETTINGS = /^tsconfig(\.[\w-]+)?\.json$/;
/** Reads every manifest and lockfile once and returns what a folder uses of them. */
async function readPackages({ tree, read }) {
    const named = (name) => tree.paths.filter((path) => path === name || path.endsWith(`/${name}`));
    const manifestPaths = named('package.json');
    const workspacePaths = named('pnpm-workspace.yaml');
    const lockPaths = lockfile_names/* LOCKFILES */.J.flatMap(named);
    const texts = await read([...manifestPaths, ...workspacePaths, ...lockPaths]);
    const manifests = new Map();
    for (const path of manifestPaths) {
        const manifest = readManifest(path, texts.get(path) ?? '');
        const pnpm = texts.get(external_node_path_.posix.join(manifest.folder, 'pnpm-workspace.yaml'));
        const workspaces = pnpm === undefined ? manifest.workspaces : readPnpmWorkspace(pnpm);
        manifests.set(manifest.folder, { ...manifest, workspaces });
    }
    const packages = workspacePackages([...manifests.values()]);
    const settings = new Map();
    for (const path of tree.paths.filter((each) => SETTINGS.test(external_node_path_.posix.basename(each)))) {
        settings.set(folderOf(path), [...(settings.get(folderOf(path)) ?? []), path]);
    }
    const locks = new Map();
    for (const path of [...lockPaths].reverse()) {
        const lockfile = { name: external_node_path_.posix.basename(path), text: texts.get(path) ?? '' };
        locks.set(folderOf(path), { path, reader: openLockfile(lockfile) });
    }
    const usesOfPackage = memoise((folder) => ofPackage(folder));
    return { usesOf: memoise((folder) => ofFolder(folder)) };
    /** What the packages in a folder and above it use. */
    function ofFolder(folder) {
        const above = foldersUpwards(folder);
        const uses = above.filter((each) => manifests.has(each)).map(usesOfPackage);
        const files = [...uses.flatMap((each) => each.files), ...above.flatMap((each) => settings.get(each) ?? [])];
        return { files, locks: uses.flatMap((each) => each.locks) };
    }
    /** What one package uses: its entries in the lockfile, and the packages of the repository that it leads to. */
    function ofPackage(start) {
        const files = [];
        const lines = [];
        const seen = new Set();
        const queue = [start];
        for (let folder = queue.pop(); folder !== undefined; folder = queue.pop()) {
            if (seen.has(folder)) {
                continue;
            }
            seen.add(folder);
            files.push(...(folder === start ? [] : filesAt(folder)));
            const manifest = manifests.get(folder);
            const locked = manifest === undefined ? { lines: [], files: [] } : lockLine(manifest);
            lines.push(...locked.lines);
            files.push(...locked.files);
            queue.push(...(manifest === undefined ? [] : targetsOf(manifest)));
        }
        return { files, locks: lines };
    }
    /** What a dependency by its path is: the files of a folder, or a packed file. */
    function filesAt(path) {
        return tree.files.has(path) ? [path] : pathsBelow(tree, path);
    }
    /** The places in the repository that a package's dependencies lead to. */
    function targetsOf({ folder, peers, dependencies }) {
        return Object.entries({ ...peers, ...dependencies }).flatMap(([name, range]) => {
            const target = folderOfDependency(folder, name, range, packages);
            return target === undefined ? [] : [target];
        });
    }
    function lockLine(manifest) {
        const { folder } = manifest;
        const at = foldersUpwards(folder).find((each) => locks.has(each));
        const lock = at === undefined ? undefined : locks.get(at);
        if (at === undefined || lock === undefined) {
            return { lines: [], files: [external_node_path_.posix.join(folder, 'package.json')] };
        }
        // npm installs peers, and lists them; yarn leaves them to others.
        const peers = external_node_path_.posix.basename(lock.path) === 'yarn.lock' ? {} : manifest.peers;
        const foreign = Object.entries({ ...peers, ...manifest.dependencies }).filter(([name, range]) => folderOfDependency(folder, name, range, packages) === undefined);
        const known = lock.reader({ folder: external_node_path_.posix.relative(at, folder), dependencies: Object.fromEntries(foreign) });
        return known === undefined
            ? { lines: [], files: [lock.path] }
            : { lines: [`${folder}\0${lock.path}\0${hashLines(known)}`], files: [] };
    }
}

;// CONCATENATED MODULE: ./core/source/service-source.js






/**
 * Hashes what each service is made of, by key: the files of its folder, its triggers, the workspace packages and files
 * that it refers to, and its entries in the lockfile that covers it. `root` is the application's folder from the
 * repository's root (`''` where it is that). The same tree gives the same hashes everywhere; the work grows with the
 * number of files and services, not with their product.
 */
async function sourcesOf(reader, services, root) {
    const packages = await readPackages(reader);
    const folders = new Map(services.map((service) => [service.key, inTree(root, service.path)]));
    const own = filesByOwner(reader.tree, folders);
    const matched = memoise((glob) => globbed(reader.tree, external_node_path_.posix.join(root, glob)));
    return new Map(services.map((service) => {
        const folder = folders.get(service.key) ?? '';
        const uses = packages.usesOf(folder);
        const files = new Set([
            ...(own.get(service.key) ?? []),
            ...(service.triggers === 'always' ? [] : service.triggers.flatMap(matched)),
            ...service.includes.map((path) => inTree(root, path)),
            ...service.reads.outside.flatMap((path) => outsideFiles(reader.tree, folder, path)),
            ...uses.files,
        ]);
        return [service.key, hashLines([...fileLines(reader.tree, files), ...uses.locks])];
    }));
}
function fileLines(tree, paths) {
    return [...paths].flatMap((path) => (tree.files.has(path) ? [`${path}\0${tree.files.get(path)}`] : []));
}
/** Gives each file to the service in whose folder it is; of folders within each other, to the inner one. */
function filesByOwner(tree, folders) {
    const keyOfFolder = new Map([...folders].map(([key, folder]) => [folder, key]));
    const ownerOf = new Map();
    const owner = (folder) => {
        if (!ownerOf.has(folder)) {
            ownerOf.set(folder, keyOfFolder.get(folder) ?? (folder === '' ? undefined : owner(folderOf(folder))));
        }
        return ownerOf.get(folder);
    };
    const files = new Map();
    for (const path of tree.paths) {
        const key = owner(folderOf(path));
        if (key !== undefined) {
            const list = files.get(key) ?? [];
            list.push(path);
            files.set(key, list);
        }
    }
    return files;
}
/** The paths that a glob matches, looked for only below the folder that it names as it is. */
function globbed(tree, glob) {
    const { base } = picomatch.scan(glob);
    const matches = picomatch(glob, { dot: true });
    return pathsBeginning(tree, base).filter((path) => matches(path));
}
/**
 * A path that leads out of a service's folder: the file, the folder, or (a handler, a pattern, a path whose end is not known) what
 * is in the folder before.
 */
function outsideFiles(tree, folder, path) {
    const full = external_node_path_.posix.join(folder, path.replaceAll('\\', '/'));
    if (full.startsWith('..')) {
        return [];
    }
    if (tree.files.has(full)) {
        return [full];
    }
    const below = pathsBelow(tree, full.replace(/\/$/, ''));
    const { base, glob } = picomatch.scan(full);
    return below.length > 0 ? below : pathsBelow(tree, glob === '' ? folderOf(full) : base);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./io/files/limited.js
var limited = __webpack_require__(3824);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: ./core/file-size.js
var file_size = __webpack_require__(1309);
// EXTERNAL MODULE: ./io/git/run-git.js
var run_git = __webpack_require__(9773);
;// CONCATENATED MODULE: ./io/git/objects.js




/** Opens the objects of a repository; the process begins with the first one that is asked for. */
function openObjects(folder) {
    let git;
    let isClosed = false;
    const waiting = [];
    let pieces = [];
    let length = 0;
    /** Bytes that the next answer has, as far as it is known: less is not looked at again and again. */
    let needed = 0;
    const fail = (error) => {
        for (const { reject } of waiting.splice(0)) {
            reject(error);
        }
    };
    const begin = () => {
        const child = (0,external_node_child_process_.spawn)('git', [...(0,run_git/* gitArguments */.D5)(folder), 'cat-file', '--batch'], {
            env: (0,run_git/* gitEnvironment */._K)(),
            stdio: ['pipe', 'pipe', 'ignore'],
        });
        [pieces, length, needed] = [[], 0, 0];
        child.stdout?.on('data', (chunk) => {
            if (git !== child) {
                return;
            }
            pieces.push(chunk);
            length += chunk.length;
            if (length < needed) {
                return;
            }
            const rest = take(Buffer.concat(pieces), waiting);
            if (rest instanceof errors/* UserError */.yo) {
                git = undefined;
                child.kill();
                fail(rest);
                return;
            }
            pieces = [rest.bytes];
            length = rest.bytes.length;
            needed = rest.needed;
        });
        const failNow = (error) => {
            if (git === child) {
                fail(error);
            }
        };
        child.once('error', failNow);
        child.once('close', () => {
            failNow(new Error('git cat-file ended: an object is not in this clone'));
            git = git === child ? undefined : git;
        });
        child.stdin?.on('error', failNow);
        return child;
    };
    return {
        read(id, path) {
            // Whoever still reads when all is over would leave a process behind that nobody ends.
            if (isClosed) {
                return Promise.reject(new Error('the repository is closed'));
            }
            git ??= begin();
            const answer = new Promise((resolve, reject) => waiting.push({ path, resolve, reject }));
            git.stdin?.write(`${id}\n`);
            return answer;
        },
        close: () => {
            isClosed = true;
            git?.stdin?.end();
        },
    };
}
/**
 * Hands out the whole answers (`<id> blob <size>\n<content>\n`, or `<id> missing\n`); returns the rest with the length that it
 * will have, or the error of an answer that is too large.
 */
function take(bytes, waiting) {
    let from = 0;
    for (;;) {
        const lineEnd = bytes.indexOf(10, from);
        if (lineEnd === -1) {
            return { bytes: bytes.subarray(from), needed: 0 };
        }
        const [id, kind, size = '0'] = bytes.toString('utf8', from, lineEnd).split(' ');
        if (kind === 'missing') {
            waiting.shift()?.reject(new Error(`git has no object ${id}`));
            from = lineEnd + 1;
            continue;
        }
        const error = (0,file_size/* sizeError */.wu)(waiting[0]?.path ?? '', Number(size));
        if (error !== undefined) {
            return error;
        }
        const end = lineEnd + 1 + Number(size);
        if (bytes.length <= end) {
            return { bytes: bytes.subarray(from), needed: end + 1 - from };
        }
        waiting.shift()?.resolve(bytes.toString('utf8', lineEnd + 1, end));
        from = end + 1;
    }
}

;// CONCATENATED MODULE: ./io/git/work-tree.js




/**
 * Returns what a work tree has that a commit has not: `<mode> <id>` by path, undefined for a file that is gone. Files that
 * git ignores do not count. Undefined where git cannot tell.
 */
async function changedEntries(top, commit) {
    const [changed, added] = await Promise.all([
        (0,run_git/* runGit */.EO)(top, ['diff-index', '-z', '--name-only', '--no-renames', commit, '--']),
        (0,run_git/* runGit */.EO)(top, ['ls-files', '-z', '--others', '--exclude-standard']),
    ]);
    if (changed === undefined || added === undefined) {
        return undefined;
    }
    const paths = `${changed}${added}`.split('\0').filter((path) => path !== '');
    const modes = new Map(await Promise.all(paths.map(async (path) => [path, await modeOf((0,external_node_path_.join)(top, path))])));
    const plain = paths.filter((path) => modes.get(path)?.startsWith('100') && !path.includes('\n'));
    const ids = await idsOf(top, plain);
    const entries = paths.map(async (path) => {
        const mode = modes.get(path);
        const id = mode === undefined ? undefined : (ids.get(path) ?? (await otherId((0,external_node_path_.join)(top, path), mode)));
        return [path, id === undefined ? undefined : `${mode} ${id}`];
    });
    return new Map(await Promise.all(entries));
}
/** git's mode of what stands at a path: a link, a submodule, a program, a plain file. */
async function modeOf(path) {
    const stat = await (0,promises_.lstat)(path).catch(() => undefined);
    if (stat === undefined) {
        return undefined;
    }
    if (stat.isSymbolicLink()) {
        return '120000';
    }
    if (stat.isDirectory()) {
        // A folder that is no repository has its files by themselves.
        return (await (0,promises_.lstat)((0,external_node_path_.join)(path, '.git')).catch(() => undefined)) === undefined ? undefined : '160000';
    }
    return (stat.mode & 0o100) === 0 ? '100644' : '100755';
}
/** The ids that a commit of some files would give them, line ends and clean filters counted. */
async function idsOf(top, paths) {
    const listed = paths.length === 0 ? '' : await (0,run_git/* runGit */.EO)(top, ['hash-object', '--stdin-paths'], { input: `${paths.join('\n')}\n` });
    const ids = (listed ?? '').split('\n');
    return new Map(listed === undefined ? [] : paths.map((path, index) => [path, ids[index] ?? '']));
}
/** A stand-in for the id of what git does not hash by path: it changes with what is there. */
async function otherId(path, mode) {
    if (mode === '120000') {
        return hash('blob', Buffer.from(await (0,promises_.readlink)(path)));
    }
    if (mode !== '160000') {
        return (0,run_git/* runGit */.EO)((0,external_node_path_.join)(path, '..'), ['hash-object', '--', path]).then((id) => id?.trim());
    }
    const head = (await (0,run_git/* runGit */.EO)(path, ['rev-parse', 'HEAD']))?.trim();
    const changes = (await (0,run_git/* runGit */.EO)(path, ['diff', '--no-ext-diff', '--no-textconv', '--binary', 'HEAD'])) ?? '';
    const added = (await (0,run_git/* runGit */.EO)(path, ['ls-files', '--others', '--exclude-standard'])) ?? '';
    return changes + added === '' ? head : hash('changed', Buffer.from(`${head}\n${changes}${added}`));
}
function hash(kind, content) {
    return (0,external_node_crypto_.createHash)('sha1').update(`${kind} ${content.length}\0`).update(content).digest('hex');
}

;// CONCATENATED MODULE: ./io/git/repository.js







/** Opens the repository that a folder is in; undefined where it is in none, or has no commit. */
async function openRepository(folder) {
    const top = (await (0,run_git/* runGit */.EO)(folder, ['rev-parse', '--show-toplevel']))?.trimEnd();
    const head = (await (0,run_git/* runGit */.EO)(folder, ['rev-parse', '--verify', 'HEAD^{commit}']))?.trim();
    if (top === undefined || top === '' || head === undefined) {
        return undefined;
    }
    const objects = openObjects(top);
    const treeOf = async (commit) => {
        const listed = await (0,run_git/* runGit */.EO)(top, ['ls-tree', '-r', '-z', '--full-tree', `${commit}^{tree}`]);
        return listed === undefined ? undefined : parseTree(listed);
    };
    return {
        prefix: (0,external_node_path_.relative)(await (0,promises_.realpath)(top), await (0,promises_.realpath)(folder))
            .split(external_node_path_.sep)
            .join('/'),
        head,
        async atCommit(commit) {
            const files = await treeOf(commit);
            const tree = files === undefined ? undefined : sourceTree(files);
            return tree === undefined ? undefined : { tree, read: (paths) => readAll(tree, paths, fromObjects) };
        },
        async workTree() {
            const files = await treeOf(head);
            const changes = await changedEntries(top, head);
            if (files === undefined || changes === undefined) {
                return undefined;
            }
            for (const [path, entry] of changes) {
                if (entry === undefined) {
                    files.delete(path);
                }
                else {
                    files.set(path, entry);
                }
            }
            const tree = sourceTree(files);
            return {
                tree,
                read: (paths) => readAll(tree, paths, async (path) => (await (0,limited/* readLimited */.t)((0,external_node_path_.join)(top, path), path)).toString()),
            };
        },
        close: () => objects.close(),
    };
    function fromObjects(path, entry) {
        return objects.read(entry.split(' ')[1] ?? '', path);
    }
}
/** Mode of what is a repository of its own, and has no text. */
const SUBMODULE = '160000';
/** Texts by path. Rejects where one that is in the tree cannot be read: in a partial clone, say. */
async function readAll(tree, paths, readOne) {
    const known = paths.flatMap((path) => {
        const entry = tree.files.get(path);
        return entry === undefined || entry.startsWith(SUBMODULE) ? [] : [[path, entry]];
    });
    return new Map(await Promise.all(known.map(async ([path, entry]) => [path, await readOne(path, entry)])));
}
/** Reads `ls-tree -z`: `<mode> <type> <id>\t<path>\0`; an entry is kept as `<mode> <id>`. */
function parseTree(listed) {
    const files = new Map();
    for (const line of listed.split('\0')) {
        const tab = line.indexOf('\t');
        if (tab !== -1) {
            const [mode, , id] = line.slice(0, tab).split(' ');
            files.set(line.slice(tab + 1), `${mode} ${id}`);
        }
    }
    return files;
}

// EXTERNAL MODULE: ./io/services.js
var services = __webpack_require__(9684);
;// CONCATENATED MODULE: ./io/source.js







/**
 * Does a piece of work with the sources of the application in a folder of a workspace; undefined where the workspace is no
 * clone.
 */
async function withSource(workspace, folder, work) {
    const repository = await openRepository(workspace);
    try {
        return await work(repository === undefined ? undefined : sourceIn(repository, folder));
    }
    finally {
        repository?.close();
    }
}
/** Returns the way to an application's files at a commit. */
function filesAtCommit(source) {
    return async (commit) => {
        const reader = await source?.tree(commit);
        return reader === undefined || source === undefined
            ? undefined
            : applicationFiles(reader, source.prefix, (0,short_commit/* shortCommit */.A)(commit), services/* isIgnored */.p);
    };
}
/** What the user can mend is told; anything else is a clone that does not have all. */
function unlessTold(error) {
    if (error instanceof errors/* UserError */.yo) {
        throw error;
    }
    return undefined;
}
function sourceIn(repository, folder) {
    const { head } = repository;
    const prefix = inTree(repository.prefix, folder.replaceAll('\\', '/'));
    return {
        head,
        prefix,
        inWorkTree: async (services) => sourcesIn(await repository.workTree(), services),
        atCommit: async (commit, services) => sourcesIn(await repository.atCommit(commit), services),
        tree: (commit) => repository.atCommit(commit),
    };
    /** A partial or sparse clone has the tree, and not all that is in it: then nothing is told rather than something wrong. */
    async function sourcesIn(reader, services) {
        return reader === undefined ? undefined : sourcesOf(reader, services, prefix).catch(unlessTold);
    }
}


/***/ })

};
