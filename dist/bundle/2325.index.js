export const id = 2325;
export const ids = [2325];
export const modules = {

/***/ 33931:
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

/***/ 71207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hw: () => (/* binding */ isLinkEntry),
/* harmony export */   Qs: () => (/* binding */ foldersUpwards),
/* harmony export */   Yl: () => (/* binding */ pathsBelow),
/* harmony export */   _6: () => (/* binding */ sourceTree),
/* harmony export */   _Z: () => (/* binding */ inTree),
/* harmony export */   k8: () => (/* binding */ pathsBeginning),
/* harmony export */   sX: () => (/* binding */ isMade),
/* harmony export */   tT: () => (/* binding */ isSubmoduleEntry),
/* harmony export */   yS: () => (/* binding */ folderOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

/** Folders that are made from the sources and never are some. */
const MADE = /(^|\/)(node_modules|\.serverless)(\/|$)/;
/** Whether a path is of what is made from sources (node_modules, .serverless). */
function isMade(path) {
    return MADE.test(path);
}
/** Builds a tree; what is made from sources (node_modules, .serverless) is left out. */
function sourceTree(files) {
    const own = [...files.keys()].some(isMade) ? new Map([...files].filter(([path]) => !isMade(path))) : files;
    const paths = [...own.keys()].sort(compare);
    return { files: own, paths, links: paths.filter((path) => isLinkEntry(own.get(path))) };
}
/** git's mode of a symbolic link, whose text is the path that it leads to. */
const LINK = '120000';
/** Whether an entry of a tree is a symbolic link. */
function isLinkEntry(entry) {
    return entry?.startsWith(LINK) === true;
}
/** git's mode of a repository in the repository, which has no text. */
const SUBMODULE = '160000';
/** Whether an entry of a tree is a submodule. */
function isSubmoduleEntry(entry) {
    return entry?.startsWith(SUBMODULE) === true;
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
    return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(root, path).replace(/^\.$|\/$/, '');
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


/***/ }),

/***/ 19773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D5: () => (/* binding */ gitArguments),
/* harmony export */   EO: () => (/* binding */ runGit),
/* harmony export */   _K: () => (/* binding */ gitEnvironment)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var _core_serverless_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95765);


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

/***/ 77700:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ filesAtCommit),
  g: () => (/* binding */ withSource)
});

// EXTERNAL MODULE: ./core/errors.js
var errors = __webpack_require__(30742);
// EXTERNAL MODULE: ./core/short-commit.js
var short_commit = __webpack_require__(99341);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./core/once.js
var once = __webpack_require__(38668);
// EXTERNAL MODULE: ./core/source/tree.js
var source_tree = __webpack_require__(71207);
;// CONCATENATED MODULE: ./core/source/links.js

/** Most links that lead to one another, as Linux has it (ELOOP). */
const MAX_LINKS = 40;
/** Opens the links of a tree: the texts of all are read at once. */
async function openLinks({ tree, read, made = new Map() }) {
    const links = tree.links.length === 0 ? new Map() : await read(tree.links);
    const real = (path) => (links.size === 0 ? path : realPath(path, links));
    const readReal = async (paths) => {
        if (links.size === 0 || paths.length === 0) {
            return paths.length === 0 ? new Map() : read(paths);
        }
        const places = new Map(paths.map((path) => [path, real(path)]));
        const texts = await read([...new Set([...places.values()].filter((place) => place !== undefined))]);
        return new Map([...places].flatMap(([path, place]) => {
            const text = place === undefined ? undefined : texts.get(place);
            return text === undefined ? [] : [[path, text]];
        }));
    };
    const byName = pathsByName(tree);
    return {
        tree,
        named: (test) => [...byName].flatMap(([name, paths]) => (test(name) ? paths : [])),
        real,
        read: readReal,
        async derive(paths, kind, make) {
            const known = (made.get(kind) ?? new Map());
            made.set(kind, known);
            const entryOf = (path) => tree.files.get(real(path) ?? '');
            const result = new Map();
            const fresh = [];
            for (const path of paths) {
                const entry = entryOf(path);
                const one = known.get(entry);
                if (one === undefined) {
                    fresh.push([path, entry]);
                }
                else {
                    result.set(path, one);
                }
            }
            // A text that was kept is not read again.
            const kept = (made.get('text') ?? new Map());
            const texts = await readReal(fresh.flatMap(([path, entry]) => (kept.has(entry) ? [] : [path])));
            for (const [path, entry] of fresh) {
                const text = texts.get(path) ?? kept.get(entry);
                if (text !== undefined) {
                    const one = known.get(entry) ?? make(text, path);
                    known.set(entry, one);
                    result.set(path, one);
                }
            }
            return result;
        },
        follow: (paths) => follow(paths, tree, real),
    };
}
/** Paths by their last parts: most of a large tree have a name in common. */
function pathsByName(tree) {
    const byName = new Map();
    for (const path of tree.paths) {
        const name = path.slice(path.lastIndexOf('/') + 1);
        const paths = byName.get(name);
        if (paths === undefined) {
            byName.set(name, [path]);
        }
        else {
            paths.push(path);
        }
    }
    return byName;
}
function follow(paths, tree, real) {
    const found = new Set(paths);
    const lost = [];
    if (tree.links.length === 0) {
        return { paths: found, lost };
    }
    // What is added meanwhile is walked too.
    for (const path of found) {
        if (!(0,source_tree/* isLinkEntry */.Hw)(tree.files.get(path))) {
            continue;
        }
        const target = real(path);
        const there = target === undefined ? [] : filesAt(target, tree);
        // What is installed is told by the lockfile.
        if (there.length === 0 && (target === undefined || !(0,source_tree/* isMade */.sX)(target))) {
            lost.push(path);
        }
        for (const each of there) {
            found.add(each);
        }
    }
    return { paths: found, lost };
}
/** A file, all files of a folder, or the repository of its own (a submodule) that a path is in. */
function filesAt(path, tree) {
    if (tree.files.has(path)) {
        return [path];
    }
    const submodule = (0,source_tree/* foldersUpwards */.Qs)(path).find((each) => (0,source_tree/* isSubmoduleEntry */.tT)(tree.files.get(each)));
    return submodule === undefined ? (0,source_tree/* pathsBelow */.Yl)(tree, path) : [submodule];
}
function realPath(path, links) {
    let rest = path.split('/');
    let at = '';
    for (let followed = 0; rest.length > 0;) {
        const [step = '', ...more] = rest;
        rest = more;
        if (step === '' || step === '.') {
            continue;
        }
        if (step === '..') {
            // Above the repository nothing is known. A step back leaves the folder that a link led to, as the system has it.
            if (at === '') {
                return undefined;
            }
            at = (0,source_tree/* folderOf */.yS)(at);
            continue;
        }
        const next = at === '' ? step : `${at}/${step}`;
        const target = links.get(next);
        if (target === undefined) {
            at = next;
            continue;
        }
        followed += 1;
        if (followed > MAX_LINKS || target.startsWith('/')) {
            return undefined;
        }
        rest = [...target.replaceAll('\\', '/').split('/'), ...rest];
    }
    return at;
}

;// CONCATENATED MODULE: ./core/source/application-files.js




/**
 * The files of an application in a tree; `root` is its folder from the repository's root, `isIgnored` says of a folder's
 * name that no service is looked for in it.
 */
function applicationFiles(reader, root, place, isIgnored) {
    const { tree } = reader;
    const links = (0,once/* once */.O)(() => openLinks(reader));
    const full = (path) => (0,source_tree/* inTree */._Z)(root, path);
    const short = (folder) => external_node_path_.posix.relative(root, folder) || '.';
    return {
        place,
        async names(folder) {
            const at = (await links()).real(full(folder)) ?? full(folder);
            const below = (0,source_tree/* pathsBelow */.Yl)(tree, at);
            const names = new Set(below.map((path) => path.slice(at === '' ? 0 : at.length + 1).split('/')[0] ?? ''));
            return below.length === 0 ? undefined : [...names];
        },
        read: async (path) => (await (await links()).read([full(path)])).get(full(path)),
        async foldersWith(names, depth) {
            const folders = new Set((0,source_tree/* pathsBelow */.Yl)(tree, full('.')).flatMap((path) => names.includes(external_node_path_.posix.basename(path)) ? [short((0,source_tree/* folderOf */.yS)(path))] : []));
            return [...folders].filter((folder) => isReached(folder, depth, isIgnored)).sort();
        },
    };
}
function isReached(folder, depth, isIgnored) {
    const steps = folder === '.' ? [] : folder.split('/');
    return steps.length <= depth && !steps.some(isIgnored);
}

// EXTERNAL MODULE: ../node_modules/picomatch/index.js
var picomatch = __webpack_require__(55180);
// EXTERNAL MODULE: ./core/memoise.js
var memoise = __webpack_require__(8868);
// EXTERNAL MODULE: ./core/only-defined.js
var only_defined = __webpack_require__(49443);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./core/source/hash.js

/** Returns the SHA-256 (hex) of some lines, whatever their order. */
function hashLines(lines) {
    const text = [...lines].sort().join('\n');
    return (0,external_node_crypto_.createHash)('sha256')
        .update(lines.length === 0 ? '' : `${text}\n`)
        .digest('hex');
}

// EXTERNAL MODULE: ../node_modules/strip-json-comments/index.js
var strip_json_comments = __webpack_require__(91115);
// EXTERNAL MODULE: ./core/json-file.js
var json_file = __webpack_require__(71654);
;// CONCATENATED MODULE: ./core/source/module-settings.js





/** Settings that are read for where modules are, as texts by path. */
const MODULE_SETTINGS = /^(?:[jt]sconfig(?:\.[\w.-]+)?\.json|webpack(?:\.[\w.-]+)?\.[cm]?[jt]s|package\.json)$/;
/** Makes the texts of settings known. */
function knownSettings(texts, packages) {
    return { texts, packages, parsed: (0,memoise/* memoise */.y)((path) => parseJsonc(texts.get(path) ?? '')) };
}
/** Reads a file of settings (`MODULE_SETTINGS`, or what one extends); one that cannot be read says nothing. */
function readModuleSettings(path, known) {
    const name = external_node_path_.posix.basename(path);
    const text = known.texts.get(path) ?? '';
    if (name === 'package.json') {
        return { aliases: packageImports(path, known), extended: [] };
    }
    return name.endsWith('.json')
        ? compilerSettings(path, known, [])
        : { aliases: webpackAliases(path, text), extended: [] };
}
function compilerSettings(path, known, within) {
    if (!known.texts.has(path) || within.includes(path)) {
        return { aliases: [], extended: [] };
    }
    const { compilerOptions } = (known.parsed(path) ?? {});
    const folder = (0,source_tree/* folderOf */.yS)(path);
    const extended = extendedPaths(path, known).flatMap((paths) => paths.filter((each) => known.texts.has(each)).slice(0, 1));
    const inherited = extended.map((base) => compilerSettings(base, known, [...within, path]));
    const { baseUrl, paths } = compilerOptions ?? {};
    const base = typeof baseUrl === 'string' ? external_node_path_.posix.join(folder, baseUrl) : undefined;
    const own = Object.entries((paths ?? {})).map(([pattern, targets]) => aliasOf(pattern, [targets].flat().map((target) => external_node_path_.posix.join(base ?? folder, String(target)))));
    const ofBase = base === undefined || base.startsWith('..') ? [] : [aliasOf('*', [external_node_path_.posix.join(base, '*')])];
    return {
        aliases: [...own, ...ofBase, ...inherited.flatMap(({ aliases }) => aliases)],
        extended: [...extended, ...inherited.flatMap((each) => each.extended)],
    };
}
/**
 * Returns where what a tsconfig extends may be, for each that it extends: a path, or a workspace package; one of a registry is not
 * looked for.
 */
function extendedPaths(path, { texts, packages, parsed }) {
    const isExtending = texts.get(path)?.includes('"extends"') === true;
    const { extends: bases } = (isExtending ? (parsed(path) ?? {}) : {});
    return [bases].flat().flatMap((base) => {
        const place = typeof base === 'string' ? placeOf(base, (0,source_tree/* folderOf */.yS)(path), packages) : undefined;
        return place === undefined ? [] : [[place, `${place}.json`, external_node_path_.posix.join(place, 'tsconfig.json')]];
    });
}
function placeOf(base, folder, packages) {
    if (base.startsWith('.')) {
        return external_node_path_.posix.join(folder, base);
    }
    const [scope = '', ...rest] = base.split('/');
    const [name, inner] = scope.startsWith('@') ? [`${scope}/${rest[0]}`, rest.slice(1)] : [scope, rest];
    const at = packages.get(name);
    return at === undefined ? undefined : external_node_path_.posix.join(at, ...inner);
}
function parseJsonc(text) {
    try {
        return (0,json_file/* parseJsonFile */.O)((0,strip_json_comments/* default */.A)(text, { trailingCommas: true }));
    }
    catch {
        return undefined;
    }
}
/** `imports` of a package.json: `#name` by path, or by condition. */
function packageImports(path, { texts, parsed }) {
    const hasImports = texts.get(path)?.includes('"imports"') === true;
    const { imports } = (hasImports ? (parsed(path) ?? {}) : {});
    return Object.entries(imports ?? {}).map(([pattern, target]) => {
        const all = textsIn(target);
        const paths = all.filter((each) => each.startsWith('.')).map((each) => external_node_path_.posix.join((0,source_tree/* folderOf */.yS)(path), each));
        return { ...aliasOf(pattern, paths), packages: all.filter((each) => !each.startsWith('.')) };
    });
}
function textsIn(value) {
    if (typeof value === 'string') {
        return [value];
    }
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
/**
 * `'@lib': path.resolve(__dirname, '../lib')`, `__dirname + '/../lib'` or a template literal, wherever it stands in webpack's
 * settings: a name for a folder or a file.
 */
const WEBPACK_ALIAS = /(?:['"]([^'"\n]{1,256})['"]|\b([\w$]{1,256}))\s{0,20}:\s{0,20}(?:(?:path\.)?(?:resolve|join)\(\s{0,20}__dirname\s{0,20},\s{0,20}((?:['"][^'"\n]{0,512}['"]\s{0,20},?\s{0,20}){1,16})\)|__dirname\s{0,20}\+\s{0,20}(['"][^'"\n]{0,512}['"])|`\$\{__dirname\}([^`$]{1,512})`)/g;
function webpackAliases(path, text) {
    return [...text.matchAll(WEBPACK_ALIAS)].flatMap(([, quoted, plain, list = '', sum = '', template]) => {
        const name = (quoted ?? plain ?? '').replace(/\$$/, '');
        const parts = [...`${list}${sum}`.matchAll(/['"]([^'"]*)['"]/g)].map(([, part = '']) => part);
        const target = external_node_path_.posix.join((0,source_tree/* folderOf */.yS)(path), ...(template === undefined ? parts : [template]));
        return [aliasOf(name, [target]), aliasOf(`${name}/*`, [external_node_path_.posix.join(target, '*')])];
    });
}
function aliasOf(pattern, targets) {
    const star = pattern.indexOf('*');
    return {
        start: star === -1 ? pattern : pattern.slice(0, star),
        end: star === -1 ? undefined : pattern.slice(star + 1),
        targets,
    };
}
/** The paths that a name stands for by an alias; none if it is another name. */
function targetsOf({ start, end, targets }, name) {
    if (end === undefined) {
        return name === start ? [...targets] : [];
    }
    const isOne = name.length >= start.length + end.length && name.startsWith(start) && name.endsWith(end);
    const middle = name.slice(start.length, name.length - end.length);
    return isOne ? targets.map((target) => target.replace('*', () => middle)) : [];
}

;// CONCATENATED MODULE: ./core/source/module-paths.js




const EXTENSIONS = ['.d.ts', '.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json', '.vue', '.svelte'];
/** A name in front of what is compiled to it. */
const COMPILED = {
    '.js': ['.ts', '.tsx', '.jsx'],
    '.jsx': ['.tsx'],
    '.mjs': ['.mts'],
    '.cjs': ['.cts'],
};
/**
 * Builds it from the settings: `paths`, `baseUrl` and `extends` of the compiler's (every tsconfig.json and jsconfig.json from the
 * file's folder up counts: tools differ in which they take), `resolve.alias` of webpack's, `imports` of package.json, and the names of
 * workspace packages.
 * https://www.typescriptlang.org/docs/handbook/modules/reference.html
 */
function createModulePaths({ links, settings }) {
    const { tree } = links;
    const { texts, packages } = settings;
    const byFolder = new Map();
    for (const path of texts.keys()) {
        byFolder.set((0,source_tree/* folderOf */.yS)(path), [...(byFolder.get((0,source_tree/* folderOf */.yS)(path)) ?? []), path]);
    }
    const settingsAt = (0,memoise/* memoise */.y)((path) => readModuleSettings(path, settings));
    const aliasesOf = (0,memoise/* memoise */.y)((folder) => (0,source_tree/* foldersUpwards */.Qs)(folder).flatMap((each) => (byFolder.get(each) ?? []).flatMap((path) => settingsAt(path).aliases)));
    // The settings of a service count for all that it takes in, which may have none above it.
    const elsewhere = byFirstPart([...texts.keys()].flatMap((path) => settingsAt(path).aliases));
    const extendedAbove = (0,memoise/* memoise */.y)((folder) => {
        const own = (byFolder.get(folder) ?? []).flatMap((path) => settingsAt(path).extended);
        const above = folder === '' ? [] : extendedAbove((0,source_tree/* folderOf */.yS)(folder));
        return own.length === 0 ? above : [...own, ...above];
    });
    return {
        resolve(specifier, from) {
            const text = specifier.replace(/[?#][^/]*$/, '') || specifier;
            if (/^\.{1,2}(\/|$)/.test(text)) {
                return resolvePath(external_node_path_.posix.join((0,source_tree/* folderOf */.yS)(from), text));
            }
            if (/^(?:[a-z]+:|\/)/.test(text)) {
                return { files: [] };
            }
            const aliases = aliasesOf((0,source_tree/* folderOf */.yS)(from));
            const places = placesOf(text, aliases);
            const found = places.flatMap((path) => filesOf(path));
            const names = aliases.flatMap((alias) => (alias.start === text ? (alias.packages ?? []) : []));
            const files = found.length > 0 ? found : [text, ...names].flatMap(packageFiles);
            const [missing] = placesOf(text, aliases.filter(({ start }) => start !== ''));
            return files.length > 0 || missing === undefined ? { files } : { files, missing };
        },
        below(beginning, from) {
            const folder = beginning.slice(0, beginning.lastIndexOf('/') + 1);
            const isRelative = /^\.{1,2}\//.test(beginning);
            const places = isRelative ? [external_node_path_.posix.join((0,source_tree/* folderOf */.yS)(from), folder)] : placesOf(folder, aliasesOf((0,source_tree/* folderOf */.yS)(from)));
            const files = places.flatMap((place) => filesBelow(place));
            const all = files.length > 0 || isRelative ? files : packageFiles(folder);
            return all.length > 0 || !isRelative ? { files: all } : { files: [], missing: places[0] ?? beginning };
        },
        beside(path, from) {
            const folder = (0,source_tree/* folderOf */.yS)(from);
            const place = links.real(external_node_path_.posix.join(folder, path).replace(/\/$/, ''));
            if (place === undefined || tree.files.has(place)) {
                return { files: place === undefined ? [] : [place] };
            }
            return { files: `${folder}/`.startsWith(`${place}/`) ? [] : filesBelow(place) };
        },
        settingsOf: extendedAbove,
    };
    function placesOf(name, aliases) {
        const [first = ''] = name.split('/');
        const own = aliases.flatMap((alias) => targetsOf(alias, name));
        return own.length > 0 ? own : (elsewhere.get(first) ?? []).flatMap((alias) => targetsOf(alias, name));
    }
    /** All below a folder; of the repository itself nothing: that would be every file. */
    function filesBelow(path) {
        const place = links.real(path.replace(/\/$/, ''));
        return place === undefined || place === '' || place === '.' || path.startsWith('..') ? [] : (0,source_tree/* pathsBelow */.Yl)(tree, place);
    }
    function resolvePath(path) {
        const files = filesOf(path);
        if (files.length > 0 || path.startsWith('..')) {
            return files.length > 0 ? { files } : { files, missing: path };
        }
        // What is generated or built is not in git: it is made of what is in the package that it is in.
        const around = (0,source_tree/* foldersUpwards */.Qs)((0,source_tree/* folderOf */.yS)(path)).find((folder) => (0,source_tree/* pathsBelow */.Yl)(tree, folder).length > 0) ?? '';
        const isPackage = around !== '' && tree.files.has(external_node_path_.posix.join(around, 'package.json'));
        return isPackage ? { files: (0,source_tree/* pathsBelow */.Yl)(tree, around) } : { files: [], missing: path };
    }
    /** The files that a path without an extension, or of a folder, may stand for. */
    function filesOf(path) {
        const place = links.real(path.replace(/\/$/, ''));
        if (place === undefined) {
            return [];
        }
        const extension = external_node_path_.posix.extname(place);
        const bare = place.slice(0, place.length - extension.length);
        const candidates = [
            place,
            ...EXTENSIONS.map((each) => place + each),
            ...(COMPILED[extension] ?? []).map((each) => bare + each),
            ...EXTENSIONS.map((each) => external_node_path_.posix.join(place, `index${each}`)),
        ];
        const files = candidates.flatMap((each) => {
            const real = links.real(each);
            return real !== undefined && tree.files.has(real) ? [real] : [];
        });
        const isFolderOfPackage = files.length === 0 && tree.files.has(external_node_path_.posix.join(place, 'package.json'));
        return isFolderOfPackage ? [...(0,source_tree/* pathsBelow */.Yl)(tree, place)] : [...new Set(files)];
    }
    /** A workspace package as a whole: what of it is taken in is told by what it builds. */
    function packageFiles(name) {
        const [scope = '', ...rest] = name.split('/');
        const folder = packages.get(scope.startsWith('@') ? `${scope}/${rest[0]}` : scope);
        return folder === undefined ? [] : (0,source_tree/* pathsBelow */.Yl)(tree, folder);
    }
}
/** Aliases by the first part of what they begin with; those that begin with anything are left out. */
function byFirstPart(aliases) {
    const parts = new Map();
    for (const alias of aliases) {
        const [first = ''] = alias.start.split('/');
        if (first !== '') {
            parts.set(first, [...(parts.get(first) ?? []), alias]);
        }
    }
    return parts;
}

;// CONCATENATED MODULE: ./core/source/other-languages.js


/**
 * The packages of its own module, and of those in its workspace, that a file of Go imports, with what `replace` leads to, and the
 * settings of module and workspace.
 * https://go.dev/ref/mod#go-mod-file https://go.dev/ref/mod#go-work-file
 */
function goImports(path, names, settingsOf) {
    const { tree, goModules, goWorkspaces } = settingsOf;
    const root = (0,source_tree/* foldersUpwards */.Qs)((0,source_tree/* folderOf */.yS)(path)).find((folder) => goModules.has(folder));
    if (root === undefined) {
        return { files: [], missing: [] };
    }
    const workspace = (0,source_tree/* foldersUpwards */.Qs)(root).find((each) => goWorkspaces.has(each));
    const used = workspace === undefined ? [] : usedFolders(workspace, goWorkspaces.get(workspace) ?? '');
    const settings = [
        ...['go.mod', 'go.sum'].map((name) => external_node_path_.posix.join(root, name)),
        ...(workspace === undefined ? [] : ['go.work', 'go.work.sum'].map((name) => external_node_path_.posix.join(workspace, name))),
    ].filter((each) => tree.files.has(each));
    const replaced = [root, ...(workspace === undefined ? [] : [workspace])].flatMap((at) => [...`${goModules.get(at) ?? ''}\n${goWorkspaces.get(at) ?? ''}`.matchAll(/=>\s*"?(\.{1,2}\/[^\s"]+)/g)].map(([, to = '']) => folder(external_node_path_.posix.join(at, to))));
    const imported = [...new Set([root, ...used])].flatMap((at) => {
        const [, module = ''] = /^\s*module\s+(?:\(\s*)?"?([^\s"()]+)/m.exec(goModules.get(at) ?? '') ?? [];
        const own = names.filter((name) => module !== '' && (name === module || name.startsWith(`${module}/`)));
        return own.map((name) => folder(external_node_path_.posix.join(at, name.slice(module.length + 1))));
    });
    const packages = imported.map((at) => ({ at, files: (0,source_tree/* pathsBelow */.Yl)(tree, at).filter((each) => (0,source_tree/* folderOf */.yS)(each) === at) }));
    return {
        files: [...settings, ...packages.flatMap(({ files }) => files), ...replaced.flatMap((at) => (0,source_tree/* pathsBelow */.Yl)(tree, at))],
        missing: packages.flatMap(({ at, files }) => (files.length === 0 ? [at] : [])),
    };
}
/** The folders of the modules that a workspace is made of: `use ./a`, `use ( ./a ./b )`. */
function usedFolders(at, text) {
    const plain = text.replace(/\/\/[^\n]*/g, '');
    const lists = [...plain.matchAll(/^\s*use\s*(?:\(([^)]*)\)|([^\s(]+))/gm)].map(([, list, one]) => list ?? one ?? '');
    return lists
        .flatMap((list) => list.split(/\s+/).filter(Boolean))
        .map((each) => folder(external_node_path_.posix.join(at, each.replaceAll('"', ''))));
}
function folder(path) {
    return path.replace(/^\.$|\/$/g, '');
}
/** What a file of requirements names: further ones, and packages by their folders. */
function requiredFiles(path, names, tree) {
    return names.flatMap((text) => {
        const place = folder(external_node_path_.posix.join((0,source_tree/* folderOf */.yS)(path), text));
        return tree.files.has(place) ? [place] : place === '' || place.startsWith('..') ? [] : [...(0,source_tree/* pathsBelow */.Yl)(tree, place)];
    });
}

;// CONCATENATED MODULE: ./core/source/specifiers.js
/** Files whose imports are looked for. */
const SOURCE_FILE = /\.(?:[cm]?[jt]sx?|vue|svelte)$/;
/**
 * Where a module is named in JavaScript and TypeScript: `from '…'`, `import '…'`, `import('…')`, `require('…')`. Comments and texts
 * count too: that costs a needless deploy, a parser that fails costs a missing one. Of 4,931 files that esbuild took into the
 * bundles of 191 services, this found all, and no parser found one that this did not.
 */
const IMPORTS = /(?:(?<![.\w$])(?:from|import)|\brequire(?:\.resolve)?)\s{0,20}(?:\?\.)?\s{0,20}(?:\(\s{0,200})?(?:'([^'\n\\]{1,1024})'|"([^"\n\\]{1,1024})"|`([^`\\]{1,1024})`)(\s{0,20}\+)?/g;
/**
 * Where a file or folder is named that stands beside the code: `new URL('…', import.meta.url)`, `require.context('…')`,
 * `path.join(__dirname, '…', '…')`, `__dirname + '…'`, `${__dirname}…`. What follows is read by `placeIn`.
 */
const PLACES = /\bnew\s{1,20}URL\(\s{0,20}(?=['"`][^'"`\n]{0,1024}['"`]\s{0,20},\s{0,20}import\.meta\.url)|\brequire\.context\(\s{0,20}|\b(?:__dirname|import\.meta\.dirname)\s{0,20}[,+]\s{0,20}|\$\{(?:__dirname|import\.meta\.dirname)\}([^`$\n]{1,1024})(\$?)/g;
/** A text in quotes, up to the first variable of a template literal, and what stands behind it. */
const PART = /\s{0,20}(?:'([^'\n\\]{0,1024})'|"([^"\n\\]{0,1024})"|`([^`$\\]{0,1024})(`|\$\{))\s{0,20}([,+)]?)/y;
/** Texts and comments; a text goes before what looks like a comment in it. */
const TEXT_OR_COMMENT = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
/** Returns the modules that a file of JavaScript or TypeScript names, each once, in their order. */
function specifiersOf(text) {
    const found = new Map();
    if (!/\/[/*]/.test(text)) {
        collect(text, false, found);
        return [...found.values(), ...placesOf(text)];
    }
    // Without its comments first; with them too, as a quote in a regular expression may make code look like one.
    const code = text.replace(TEXT_OR_COMMENT, (piece) => (piece.startsWith('/') ? ' ' : piece));
    collect(code, false, found);
    collect(text, true, found);
    return [...found.values(), ...placesOf(text)];
}
/** The places that a text names; comments count too: they cost a needless deploy at most. */
function placesOf(text) {
    if (!/__dirname|import\.meta|require\.context/.test(text)) {
        return [];
    }
    const places = [...text.matchAll(PLACES)].map((match) => {
        const [start, inTemplate, variable] = match;
        return inTemplate === undefined ? placeIn(text, match.index + start.length) : cutAt(inTemplate, variable !== '');
    });
    return [...new Set(places)]
        .filter((place) => place !== '')
        .map((place) => ({ text: place, kind: 'place', isComment: false }));
}
/** The path that begins at an index: `'..', 'lib'` and `'/../' + 'lib'` as one; if a variable is in it, the folder before. */
function placeIn(text, index) {
    let place = '';
    let next = '';
    PART.lastIndex = index;
    for (let part = PART.exec(text); part !== null; part = PART.exec(text)) {
        const [, single, double, template, end, sign = ''] = part;
        place += `${next}${single ?? double ?? template ?? ''}`;
        if (end === '${') {
            return cutAt(place, true);
        }
        if (sign !== ',' && sign !== '+') {
            return place;
        }
        next = sign === ',' ? '/' : '';
        const rest = text.slice(PART.lastIndex, PART.lastIndex + 40);
        if (!/^\s{0,20}['"`]/.test(rest)) {
            const isCut = sign === '+' || !/^\s{0,20}(?:\)|import\b|true\b|false\b)/.test(rest);
            return isCut ? cutAt(`${place}${next}`, true) : place;
        }
    }
    return cutAt(place, true);
}
/** A place, or the folder of one that goes on with what is not known. */
function cutAt(place, isCut) {
    return isCut ? place.slice(0, place.lastIndexOf('/') + 1) : place;
}
function collect(text, isComment, found) {
    for (const [, single, double, template, sum] of text.matchAll(IMPORTS)) {
        const [literal = '', ...rest] = template === undefined ? [single ?? double] : template.split('${');
        const kind = rest.length > 0 || sum !== undefined ? 'beginning' : 'module';
        const key = `${literal} ${kind}`;
        if (!found.has(key)) {
            found.set(key, { text: literal, kind, isComment });
        }
    }
}
/** Returns the texts in quotes of a file of Go, among which its imports are. */
function quotedOf(text) {
    return [...new Set([...text.matchAll(/["`]([\w.~/-]{1,512})["`]/g)].map(([, path = '']) => path))];
}
/** Files in which Python's tools name what they install. */
const REQUIREMENTS = /(?:^|\/)(?:[\w.-]*requirements[\w.-]*\.(?:txt|in)|requirements\/[\w.-]+\.(?:txt|in)|pyproject\.toml|Pipfile)$/;
/** Files that such files lead to, whatever their names. */
const LED_TO = /\.(?:txt|in)$/;
/** `../lib`, wherever it stands; behind the project's folder too. */
const PATH = /(?:^|[\s"'=:@(]|\}\/)(\.\.?\/[^\s"',;#\])}[]{1,1024})/gm;
/** `-r base.txt`, `--constraint=base.txt`, `-e ../lib`. */
const OPTION = /^\s{0,20}(?:-[rce]|--(?:requirement|constraint|editable))[\s=]{0,20}([^\s#;[]{1,1024})/gm;
/** Returns the paths that such a file names: of further requirements, and of packages. */
function requiredPaths(text) {
    const found = [...text.matchAll(PATH), ...text.matchAll(OPTION)].map(([, path = '']) => path);
    return [...new Set(found)];
}

;// CONCATENATED MODULE: ./core/source/named-modules.js




/** Files that are not packaged to run: tests, settings of tools, what was built into a folder with a point. */
function isAside(path) {
    return /(?:^|\/)(?:\.[^/]+|_{0,2}(?:tests?|mocks|fixtures)_{0,2})\/|\.(?:test|spec)\.[cm]?[jt]sx?$|(?:^|\/)(?:\.[\w-]+|[\w.-]+\.config)\.[cm]?[jt]s$/.test(path);
}
/** What each file names, as it is spelled, by path. */
async function namesIn(paths, links) {
    const plain = (find) => (text) => find(text).map((each) => ({ text: each, kind: 'module', isComment: false }));
    const names = await links.derive(paths.filter((path) => SOURCE_FILE.test(path)), 'specifiers', specifiersOf);
    const others = paths.filter((path) => !SOURCE_FILE.test(path));
    const isGo = (path) => path.endsWith('.go');
    for (const each of [
        await links.derive(others.filter(isGo), 'quoted', plain(quotedOf)),
        await links.derive(others.filter((path) => !isGo(path)), 'required', plain(requiredPaths)),
    ]) {
        for (const [path, found] of each) {
            names.set(path, found);
        }
    }
    return names;
}
/** Where the modules are that a file names. */
function namedBy(path, names = [], around) {
    if (path.endsWith('.go')) {
        return goImports(path, named_modules_textsIn(names), around);
    }
    if (!SOURCE_FILE.test(path)) {
        return { files: requiredFiles(path, named_modules_textsIn(names), around.tree), missing: [] };
    }
    const find = { module: around.modules.resolve, beginning: around.modules.below, place: around.modules.beside };
    // What settings name beside themselves is for tools.
    const isSettings = isAside(path) || MODULE_SETTINGS.test(external_node_path_.posix.basename(path));
    const counted = isSettings ? names.filter(({ kind }) => kind !== 'place') : names;
    const found = counted.map(({ text, kind, isComment }) => {
        const places = find[kind](text, path);
        return { files: places.files, missing: isComment ? undefined : places.missing };
    });
    return {
        files: [...new Set(found.flatMap(({ files }) => files))],
        missing: isAside(path) ? [] : found.flatMap(({ missing }) => missing ?? []),
    };
}
const named_modules_textsIn = (names) => names.map(({ text }) => text);

;// CONCATENATED MODULE: ./core/source/bundled.js







const NOTHING = { files: [], missing: [] };
/** Reads what files name, from `starts` on, each file once; `packages` are folders of workspace packages by name. */
async function openBundles(links, starts, packages) {
    const { tree } = links;
    const modules = createModulePaths({ links, settings: await readSettings(links, packages) });
    const textsByFolder = async (name) => {
        const texts = await textsOf(links.named((each) => each === name), links);
        return new Map([...texts].map(([path, text]) => [(0,source_tree/* folderOf */.yS)(path), text]));
    };
    const around = {
        modules,
        tree,
        goModules: await textsByFolder('go.mod'),
        goWorkspaces: await textsByFolder('go.work'),
    };
    const named = new Map();
    for (let next = [...starts].filter(isCode); next.length > 0;) {
        const names = await namesIn(next, links);
        const targets = new Set();
        for (const path of next) {
            const spelled = names.get(path) ?? [];
            const one = spelled.length === 0 ? NOTHING : namedBy(path, spelled, around);
            named.set(path, one);
            for (const target of one.files) {
                targets.add(target);
            }
        }
        next = [...targets].filter((path) => (isCode(path) || LED_TO.test(path)) && !named.has(path));
    }
    const closure = (0,memoise/* memoise */.y)(closureOf);
    return {
        takenIn(folder, files) {
            const isInside = (path) => folder === '' || path.startsWith(`${folder}/`);
            const targets = new Set();
            const missing = new Map();
            for (const path of files) {
                const found = named.get(path);
                for (const target of found?.files ?? []) {
                    if (!isInside(target)) {
                        targets.add(target);
                    }
                }
                for (const target of found?.missing ?? []) {
                    if (!isInside(target)) {
                        missing.set(target, path);
                    }
                }
            }
            const lines = [...targets].map((path) => {
                const all = closure(path);
                for (const [target, from] of all.missing) {
                    missing.set(target, from);
                }
                return `taken in\0${path}\0${all.hash}`;
            });
            const settingLines = modules.settingsOf(folder).map((path) => `settings\0${path}\0${tree.files.get(path) ?? ''}`);
            const [[target, from] = []] = missing;
            return {
                lines: [...lines, ...settingLines],
                doubt: target === undefined ? undefined : `${from} takes in ${target}, which git does not have`,
            };
        },
    };
    /** All that a file leads to, itself included, as one hash. */
    function closureOf(start) {
        const seen = new Set([start]);
        const missing = new Map();
        for (const path of seen) {
            const found = named.get(path);
            for (const target of found?.files ?? []) {
                seen.add(target);
            }
            for (const target of found?.missing ?? []) {
                missing.set(target, path);
            }
        }
        const settings = [...seen].flatMap((path) => modules.settingsOf((0,source_tree/* folderOf */.yS)(path)));
        const all = new Set([...seen, ...settings]);
        return { hash: hashLines([...all].map((path) => `${path}\0${tree.files.get(path) ?? ''}`)), missing };
    }
}
function isCode(path) {
    return (SOURCE_FILE.test(path) && !path.endsWith('.d.ts')) || path.endsWith('.go') || REQUIREMENTS.test(path);
}
/** Reads all settings, and what they extend, whatever its name. */
async function readSettings(links, packages) {
    const texts = new Map();
    const settings = knownSettings(texts, packages);
    for (let next = links.named((name) => MODULE_SETTINGS.test(name)); next.length > 0;) {
        for (const [path, text] of await textsOf(next, links)) {
            texts.set(path, text);
        }
        const files = next.filter((path) => !path.endsWith('package.json'));
        const wanted = new Set(files.flatMap((path) => extendedPaths(path, settings).flat()));
        next = [...wanted].filter((path) => links.tree.files.has(path) && !texts.has(path));
    }
    return settings;
}
function textsOf(paths, links) {
    return links.derive(paths, 'text', (text) => text);
}

// EXTERNAL MODULE: ./core/lockfile-names.js
var lockfile_names = __webpack_require__(9009);
;// CONCATENATED MODULE: ./core/source/lockfile-npm.js
/** Follows the `packages` of a package-lock.json (version 2 and 3) as node looks packages up. */
function openNpmLock(text) {
    const { packages } = JSON.parse(text);
    return packages === undefined ? undefined : (manifest) => lockfile_npm_follow(packages, manifest);
}
function lockfile_npm_follow(packages, { folder, dependencies }) {
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
var lib = __webpack_require__(85241);
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

// EXTERNAL MODULE: ./core/yaml/read.js + 1 modules
var read = __webpack_require__(95054);
;// CONCATENATED MODULE: ./core/source/manifest.js




/** Reads the text of a package.json; one that is not JSON says nothing. */
function readManifest(text) {
    const json = parseJson(text);
    const kinds = ['optionalDependencies', 'devDependencies', 'dependencies'];
    const dependencies = Object.assign({}, ...kinds.map((kind) => json[kind] ?? {}));
    const listed = json['workspaces']?.packages ?? json['workspaces'];
    const workspaces = Array.isArray(listed) ? listed.map(String) : [];
    const { name } = json;
    const peers = (json['peerDependencies'] ?? {});
    return { ...(typeof name === 'string' ? { name } : {}), dependencies, peers, workspaces };
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
async function readPackages(links) {
    const { tree } = links;
    const named = (name) => links.named((each) => each === name);
    const manifestPaths = named('package.json');
    const workspacePaths = named('pnpm-workspace.yaml');
    const lockPaths = lockfile_names/* LOCKFILES */.J.flatMap(named);
    const texts = await links.derive([...manifestPaths, ...workspacePaths, ...lockPaths], 'text', (text) => text);
    const read = await links.derive(manifestPaths, 'manifest', readManifest);
    const manifests = new Map();
    for (const path of manifestPaths) {
        const folder = (0,source_tree/* folderOf */.yS)(path);
        const pnpm = texts.get(external_node_path_.posix.join(folder, 'pnpm-workspace.yaml'));
        const manifest = read.get(path) ?? readManifest('');
        manifests.set(folder, {
            ...manifest,
            folder,
            ...(pnpm === undefined ? {} : { workspaces: readPnpmWorkspace(pnpm) }),
        });
    }
    // A package may stand in the folder of a workspace as a link.
    const linked = tree.links.flatMap((link) => {
        const manifest = manifests.get(links.real(link) ?? '');
        return manifest === undefined || links.real(link) === '' ? [] : [{ ...manifest, folder: link, workspaces: [] }];
    });
    const packages = new Map([...workspacePackages([...manifests.values(), ...linked])].map(([name, folder]) => [
        name,
        links.real(folder) ?? folder,
    ]));
    const settings = new Map();
    for (const path of links.named((name) => SETTINGS.test(name))) {
        settings.set((0,source_tree/* folderOf */.yS)(path), [...(settings.get((0,source_tree/* folderOf */.yS)(path)) ?? []), path]);
    }
    const locks = new Map();
    for (const path of [...lockPaths].reverse()) {
        const lockfile = { name: external_node_path_.posix.basename(path), text: texts.get(path) ?? '' };
        locks.set((0,source_tree/* folderOf */.yS)(path), { path, reader: openLockfile(lockfile) });
    }
    const usesOfPackage = (0,memoise/* memoise */.y)((folder) => ofPackage(folder));
    return { usesOf: (0,memoise/* memoise */.y)((folder) => ofFolder(folder)), folders: packages };
    /** What the packages in a folder and above it use. */
    function ofFolder(folder) {
        const above = (0,source_tree/* foldersUpwards */.Qs)(folder);
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
        return tree.files.has(path) ? [path] : (0,source_tree/* pathsBelow */.Yl)(tree, path);
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
        const at = (0,source_tree/* foldersUpwards */.Qs)(folder).find((each) => locks.has(each));
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
 * Tells what each service is made of, by key: the files of its folder, its triggers, the workspace packages and files
 * that it refers to, what its code takes in from elsewhere, all that links lead to, and its entries in the lockfile that covers it.
 * `root` is the application's folder from the repository's root (`''` if it is that). The same tree gives the same hashes
 * everywhere; the work grows with the number of files and services, not with their product.
 */
async function sourcesOf(reader, services, root) {
    const links = await openLinks(reader);
    const packages = await readPackages(links);
    const real = (path) => links.real(path) ?? path;
    const folders = new Map(services.map((service) => [service.key, real((0,source_tree/* inTree */._Z)(root, service.path))]));
    const inner = new Set(services.flatMap(({ path }) => [(0,source_tree/* inTree */._Z)(root, path), real((0,source_tree/* inTree */._Z)(root, path))]));
    const matched = (0,memoise/* memoise */.y)((glob) => globbed(links, external_node_path_.posix.join(root, glob)));
    const filesOf = new Map(services.map((service) => {
        const folder = folders.get(service.key) ?? '';
        const files = [
            // The folder may be a link itself.
            ...((0,source_tree/* isLinkEntry */.Hw)(reader.tree.files.get(folder)) ? [folder] : []),
            ...ownFiles(reader.tree, folder, service, inner),
            ...(service.triggers === 'always' ? [] : service.triggers.flatMap(matched)),
            ...service.includes.map((path) => real((0,source_tree/* inTree */._Z)(root, path))),
            ...service.reads.outside.flatMap((path) => outsideFiles(links, folder, path)),
            ...packages.usesOf(folder).files,
        ];
        return [service.key, links.follow(files)];
    }));
    const starts = new Set();
    for (const { paths } of filesOf.values()) {
        for (const path of paths) {
            starts.add(path);
        }
    }
    const bundles = await openBundles(links, starts, packages.folders);
    return new Map(services.map(({ key }) => {
        const folder = folders.get(key) ?? '';
        const { paths, lost } = filesOf.get(key) ?? { paths: new Set(), lost: [] };
        const taken = bundles.takenIn(folder, paths);
        const { locks } = packages.usesOf(folder);
        const hash = hashLines([...fileLines(reader.tree, paths), ...locks, ...taken.lines]);
        const [link] = lost;
        const doubt = link === undefined ? taken.doubt : `the link ${link} leads to nothing that git has`;
        return [key, { hash, ...(0,only_defined/* onlyDefined */.M)({ doubt }) }];
    }));
}
/**
 * The files of a service's folder. What stands in the folders of services within it is in its package too, if it has one
 * (osls 4.3, serverless 3).
 */
function ownFiles(tree, folder, { hasCode }, folders) {
    const all = (0,source_tree/* pathsBelow */.Yl)(tree, folder);
    if (hasCode) {
        return all;
    }
    const isOfOther = (0,memoise/* memoise */.y)((at) => at !== folder && (folders.has(at) || isOfOther((0,source_tree/* folderOf */.yS)(at))));
    return all.filter((path) => !folders.has(path) && !isOfOther((0,source_tree/* folderOf */.yS)(path)));
}
function fileLines(tree, paths) {
    const lines = [];
    for (const path of paths) {
        const entry = tree.files.get(path);
        if (entry !== undefined) {
            lines.push(`${path}\0${entry}`);
        }
    }
    return lines;
}
/** The paths that a glob matches, looked for only below the folder that it names as it is; that may be, or lead through, a link. */
function globbed({ tree, real }, glob) {
    const { base, glob: rest } = picomatch.scan(glob);
    const place = real(base);
    if (place !== undefined && place !== base && rest === '') {
        return [place];
    }
    const isLed = place !== undefined && place !== base && place !== '' && rest !== '';
    const matches = picomatch(isLed ? external_node_path_.posix.join(place, rest) : glob, { dot: true });
    return (0,source_tree/* pathsBeginning */.k8)(tree, isLed ? place : base).filter((path) => matches(path));
}
/**
 * A path that leads out of a service's folder: the file, the folder, or (a handler, a pattern, a path whose end is not known) what
 * is in the folder before.
 */
function outsideFiles({ tree, real }, folder, path) {
    const written = external_node_path_.posix.join(folder, path.replaceAll('\\', '/'));
    if (written.startsWith('..')) {
        return [];
    }
    const full = real(written.replace(/\/$/, '')) ?? written;
    if (tree.files.has(full)) {
        return [full];
    }
    const below = (0,source_tree/* pathsBelow */.Yl)(tree, full);
    if (below.length > 0) {
        return below;
    }
    const { base, glob } = picomatch.scan(full);
    const at = glob === '' ? (0,source_tree/* folderOf */.yS)(full) : base;
    // Above the service everything is too much: what begins with the name is what a handler, or the known part of a path, may mean.
    const isAbove = at === '' || folder === at || folder.startsWith(`${at}/`);
    const isFolder = written.endsWith('/') || glob !== '';
    return isAbove && !isFolder
        ? (0,source_tree/* pathsBeginning */.k8)(tree, stemOf(full)).filter((each) => (0,source_tree/* folderOf */.yS)(each) === at)
        : (0,source_tree/* pathsBelow */.Yl)(tree, at);
}
/** A path without what stands behind its last point: a handler's function, or the end of a file's name. */
function stemOf(path) {
    const name = path.slice((0,source_tree/* folderOf */.yS)(path).length);
    const at = name.lastIndexOf('.');
    return at > 1 ? path.slice(0, path.length - name.length + at + 1) : path;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./io/files/limited.js
var limited = __webpack_require__(83824);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: ./core/file-size.js
var file_size = __webpack_require__(71309);
// EXTERNAL MODULE: ./io/git/run-git.js
var run_git = __webpack_require__(19773);
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
 * Returns what a work tree has that a commit has not: entries as `git ls-tree` prints them (`<mode> <type> <id>`) by path, undefined for a file that is gone. Files that
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
        return [path, mode === undefined || id === undefined ? undefined : entryOf(mode, id)];
    });
    return new Map(await Promise.all(entries));
}
/** What stands at a path as `git ls-tree` prints it: `<mode> <type> <id>`. */
function entryOf(mode, id) {
    return `${mode} ${mode === '160000' ? 'commit' : 'blob'} ${id}`;
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
    const made = new Map();
    let known;
    /** The commits of one run have most files in common: another tree is the one that is known with what differs. */
    const treeOf = async (commit) => {
        if (known?.commit === commit) {
            return known.files;
        }
        const differing = known === undefined ? undefined : await changedPaths(known.commit, commit);
        if (known !== undefined && differing !== undefined) {
            return withChanges(known.files, differing);
        }
        const listed = await (0,run_git/* runGit */.EO)(top, ['ls-tree', '-r', '-z', '--full-tree', `${commit}^{tree}`]);
        const files = listed === undefined ? undefined : parseTree(listed);
        known ??= files === undefined ? undefined : { commit, files };
        return files;
    };
    const changedPaths = async (from, to) => {
        const options = ['-r', '-z', '--raw', '--no-renames', '--no-ext-diff', '--ignore-submodules=none'];
        const raw = await (0,run_git/* runGit */.EO)(top, ['diff-tree', ...options, `${from}^{tree}`, `${to}^{tree}`]);
        return raw === undefined ? undefined : parseDifference(raw);
    };
    return {
        prefix: (0,external_node_path_.relative)(await (0,promises_.realpath)(top), await (0,promises_.realpath)(folder))
            .split(external_node_path_.sep)
            .join('/'),
        head,
        async atCommit(commit) {
            const files = await treeOf(commit);
            const tree = files === undefined ? undefined : (0,source_tree/* sourceTree */._6)(files);
            return tree === undefined ? undefined : { tree, made, read: (paths) => readAll(tree, paths, fromObjects) };
        },
        async workTree() {
            const files = await treeOf(head);
            const changes = await changedEntries(top, head);
            if (files === undefined || changes === undefined) {
                return undefined;
            }
            const tree = (0,source_tree/* sourceTree */._6)(withChanges(files, changes));
            return {
                tree,
                made,
                // What is as it was committed is read from git, in one go.
                read: (paths) => readAll(tree, paths, (path, entry) => (changes.has(path) ? fromDisk(path, entry) : fromObjects(path, entry))),
            };
        },
        close: () => objects.close(),
    };
    /** A link is read as git keeps it: as the path that it leads to. */
    async function fromDisk(path, entry) {
        const full = (0,external_node_path_.join)(top ?? '', path);
        return (0,source_tree/* isLinkEntry */.Hw)(entry) ? (0,promises_.readlink)(full) : (await (0,limited/* readLimited */.t)(full, path)).toString();
    }
    function fromObjects(path, entry) {
        return objects.read(entry.slice(entry.lastIndexOf(' ') + 1), path);
    }
}
/** Texts by path. Rejects where one that is in the tree cannot be read: in a partial clone, say. */
async function readAll(tree, paths, readOne) {
    const known = paths.flatMap((path) => {
        const entry = tree.files.get(path);
        return entry === undefined || (0,source_tree/* isSubmoduleEntry */.tT)(entry) ? [] : [[path, entry]];
    });
    return new Map(await Promise.all(known.map(async ([path, entry]) => [path, await readOne(path, entry)])));
}
/** Entries with those that differ; undefined is one that is gone. */
function withChanges(files, changes) {
    const changed = new Map(files);
    for (const [path, entry] of changes) {
        if (entry === undefined) {
            changed.delete(path);
        }
        else {
            changed.set(path, entry);
        }
    }
    return changed;
}
/** Reads `diff-tree --raw -z`: `:<old mode> <mode> <old id> <id> <status>\0<path>\0`, as entries of the second tree. */
function parseDifference(raw) {
    const parts = raw.split('\0');
    const changes = new Map();
    for (let index = 0; index + 1 < parts.length; index += 2) {
        const [, mode = '', , id = ''] = parts[index]?.split(' ') ?? [];
        changes.set(parts[index + 1] ?? '', mode === '000000' ? undefined : entryOf(mode, id));
    }
    return changes;
}
/** Reads `ls-tree -z`: `<mode> <type> <id>\t<path>\0`; what stands before the path is an entry. */
function parseTree(listed) {
    const files = new Map();
    let from = 0;
    for (let end = listed.indexOf('\0'); end !== -1; end = listed.indexOf('\0', from)) {
        const tab = listed.indexOf('\t', from);
        files.set(listed.slice(tab + 1, end), listed.slice(from, tab));
        from = end + 1;
    }
    return files;
}

// EXTERNAL MODULE: ./io/services.js
var services = __webpack_require__(69684);
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
    const prefix = (0,source_tree/* inTree */._Z)(repository.prefix, folder.replaceAll('\\', '/'));
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
