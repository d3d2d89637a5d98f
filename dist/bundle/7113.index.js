export const id = 7113;
export const ids = [7113,9807];
export const modules = {

/***/ 71309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   wu: () => (/* binding */ sizeError)
/* harmony export */ });
/* unused harmony exports FILE_LIMITS, kindOfFile */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30742);
/* harmony import */ var _lockfile_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9009);



const MIB = 1024 * 1024;
/** The most that is read of a file, in bytes, by what the file is: beyond it nobody wrote it by hand, or for this. */
const FILE_LIMITS = {
    'a configuration': 4 * MIB,
    'a lockfile': 32 * MIB,
    'a program': 64 * MIB,
    "a package's state": 64 * MIB,
    "an event's payload": 32 * MIB,
    "a file of the action's": 64 * MIB,
};
/** What a bundler reads: a vendored one may be large. */
const PROGRAM = /\.(?:[cm]?[jt]sx?|vue|svelte|go)$/;
/** Tells by its name what a file of the user's is. */
function kindOfFile(path) {
    if (_lockfile_names_js__WEBPACK_IMPORTED_MODULE_2__/* .LOCKFILES */ .J.includes(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path))) {
        return 'a lockfile';
    }
    return PROGRAM.test(path) ? 'a program' : 'a configuration';
}
/** Returns what is wrong with a file of so many bytes (E_CONFIG_FILE); undefined where it may be read. */
function sizeError(path, bytes, kind = kindOfFile(path)) {
    return bytes <= FILE_LIMITS[kind]
        ? undefined
        : new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_CONFIG_FILE', {
            what: `${path} has ${bytes} bytes; of ${kind} at most ${FILE_LIMITS[kind]} are read`,
            fix: 'make the file smaller, or take it out of the repository',
        });
}


/***/ }),

/***/ 9009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ LOCKFILES)
/* harmony export */ });
/** Names of lockfiles, the one that counts first where a folder has several. */
const LOCKFILES = [
    'npm-shrinkwrap.json',
    'package-lock.json',
    'pnpm-lock.yaml',
    'yarn.lock',
    'bun.lock',
    'bun.lockb',
];


/***/ }),

/***/ 3913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ym: () => (/* binding */ MIN_MASKED_LENGTH),
  lY: () => (/* binding */ createRedactor),
  r1: () => (/* binding */ cutOut),
  Dx: () => (/* binding */ linesOf),
  KL: () => (/* binding */ redactDeep),
  uz: () => (/* binding */ splitLines)
});

// UNUSED EXPORTS: REDACTED

;// CONCATENATED MODULE: ./core/redaction/needles.js
/** Characters by which a text is found, and the length of the shortest. */
const ANCHOR = 6;
const BITS = 18;
const SHIFT = BITS / ANCHOR;
const MASK = 2 ** BITS - 1;
/** Characters of a text that are kept, to tell it from others that begin alike (keys in PEM, JSON). */
const HEAD = 64;
/**
 * Builds a finder. It goes over the bytes once, whatever the number of texts: a sum of the last six characters says which
 * places are worth a look.
 */
function createNeedles() {
    const worthALook = new Uint8Array(MASK + 1);
    const byAnchor = new Map();
    /** Beginnings that are shorter than an anchor. */
    const beginnings = new Set();
    const lookAt = (bytes, at, found, open) => {
        const rest = bytes.length - at;
        for (const needle of byAnchor.get(bytes.slice(at, at + ANCHOR)) ?? []) {
            const isHere = bytes.startsWith(needle.head, at);
            if (!isHere && (open === undefined || rest >= needle.head.length)) {
                continue;
            }
            const text = needle.text();
            if (bytes.startsWith(text, at)) {
                found(at, at + text.length);
            }
            else if (open !== undefined && text.length > rest && text.startsWith(bytes.slice(at))) {
                open(at);
            }
        }
    };
    return {
        add(text) {
            // A copy: a slice would keep the whole text.
            const head = Buffer.from(text().slice(0, HEAD), 'latin1').toString('latin1');
            const anchor = head.slice(0, ANCHOR);
            if (anchor.length < ANCHOR) {
                return;
            }
            const needle = { head, text };
            const same = byAnchor.get(anchor);
            if (same === undefined) {
                byAnchor.set(anchor, [needle]);
                worthALook[sumOf(anchor)] = 1;
                for (let length = 1; length < ANCHOR; length += 1) {
                    beginnings.add(anchor.slice(0, length));
                }
            }
            else {
                same.push(needle);
            }
        },
        find(bytes, found, open) {
            let sum = 0;
            for (let at = 0; at < bytes.length; at += 1) {
                sum = ((sum << SHIFT) ^ bytes.charCodeAt(at)) & MASK;
                if (worthALook[sum] === 1 && at >= ANCHOR - 1) {
                    lookAt(bytes, at - ANCHOR + 1, found, open);
                }
            }
            for (let at = Math.max(0, bytes.length - ANCHOR + 1); open !== undefined && at < bytes.length; at += 1) {
                if (beginnings.has(bytes.slice(at))) {
                    open(at);
                }
            }
        },
    };
}
function sumOf(anchor) {
    let sum = 0;
    for (let at = 0; at < anchor.length; at += 1) {
        sum = ((sum << SHIFT) ^ anchor.charCodeAt(at)) & MASK;
    }
    return sum;
}

;// CONCATENATED MODULE: ./core/redaction/views.js
const PERCENT = {
    isIn: (text) => text.includes('%'),
    pattern: /%[0-9a-f]{2}/gi,
    decode: (written) => views_byte(Number.parseInt(written.slice(1), 16)),
    unfinished: /%[0-9a-f]?$/i,
};
/** As forms are sent: the same, and `+` for a blank. */
const FORM = {
    ...PERCENT,
    isIn: (text) => text.includes('+'),
    pattern: /%[0-9a-f]{2}|\+/gi,
    decode: (written) => (written === '+' ? ' ' : PERCENT.decode(written)),
};
const CONTROLS = {
    b: '\b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
    a: '\u0007',
    e: '\u001b',
};
/** JSON as anybody writes it, JavaScript, Python, C, and shells: a backslash, and what stands for the character. */
const BACKSLASH = {
    isIn: (text) => text.includes('\\'),
    pattern: /\\(?:u(?:d[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|[0-9a-f]{4}|\{[0-9a-f]{1,6}\})|U[0-9a-f]{8}|x[0-9a-f]{2}|[0-7]{3}|[\s\S])/gi,
    decode(written) {
        const sign = written.charAt(1);
        if (/^\\[uU]./.test(written)) {
            const units = written.split(/\\u/i).slice(1);
            const codes = units.map((unit) => Number.parseInt(unit.replace(/[{}]/g, ''), 16));
            return utf8(codes.length === 2 ? String.fromCharCode(...codes) : character(codes[0]));
        }
        if (/^\\x./i.test(written)) {
            return views_byte(Number.parseInt(written.slice(2), 16));
        }
        return written.length === 4 ? views_byte(Number.parseInt(written.slice(1), 8)) : (CONTROLS[sign] ?? sign);
    },
    unfinished: /\\(?:u(?:d[89ab][0-9a-f]{2}(?:\\(?:u[0-9a-f]{0,3})?)?|[0-9a-f]{0,3}|\{[0-9a-f]{0,6})|U[0-9a-f]{0,7}|x[0-9a-f]?|[0-7]{1,2})?$/i,
};
const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const HTML = {
    isIn: (text) => text.includes('&'),
    pattern: /&(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9a-f]{1,6});/gi,
    decode(written) {
        const name = written.slice(1, -1).toLowerCase();
        const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
        return NAMED[name] ?? utf8(character(code));
    },
    unfinished: /&[#a-z0-9]{0,8}$/i,
};
const ENCODINGS = [PERCENT, FORM, BACKSLASH, HTML];
/** Base64 and hex are broken into lines that hold nothing else; a shorter line is one of its own. */
const WRAPPED = /(?<=[A-Za-z0-9+/_-]{40})\r?\n/g;
const views_byte = (code) => String.fromCharCode(code & 0xff);
const character = (code = 0) => (code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');
/** Returns a text as bytes of UTF-8, each a character. */
function utf8(text) {
    return /[^\0-\x7f]/.test(text) ? Buffer.from(text).toString('latin1') : text;
}
/** How many encodings may lie over each other: JSON in JSON, or a URL in HTML. */
const LAYERS = 2;
/**
 * Returns the text itself, and as a reader of each encoding that it may hold sees it, of one encoding in another too.
 * `isOpen`: more text comes, so that an escape at its end may be cut.
 */
function viewsOf(text, isOpen) {
    // Half of a pair is no character yet.
    const end = isOpen && /[\ud800-\udbff]$/.test(text.slice(-1)) ? text.length - 1 : text.length;
    const views = [translate(plainView(text.slice(0, end), end), /[\u0080-\u{10ffff}]/gu, utf8)];
    let layer = views;
    for (let depth = 0; depth < LAYERS; depth += 1) {
        layer = layer.flatMap((view) => ENCODINGS.filter(({ isIn }) => isIn(view.bytes))
            .map((encoding) => decoded(view, encoding, isOpen))
            .filter(({ bytes, cut }) => bytes !== view.bytes || cut !== view.cut));
        views.push(...layer);
    }
    return views;
}
/** Returns a view without the line breaks that cut long lines of base64 and hex. */
function unwrapped(view) {
    return view.bytes.includes('\n') ? translate(view, WRAPPED, () => '') : view;
}
function plainView(text, cut) {
    return { bytes: text, start: (at) => at, end: (at) => at + 1, cut };
}
function decoded(view, { pattern, decode, unfinished }, isOpen) {
    // No escape is longer: an expression that looks for its end looks at no more.
    const tail = isOpen ? unfinished.exec(view.bytes.slice(-16)) : null;
    const end = tail === null ? view.bytes.length : view.bytes.length - tail[0].length;
    const cut = tail === null ? view.cut : Math.min(view.cut, view.start(end));
    const whole = end === view.bytes.length ? view : { ...view, bytes: view.bytes.slice(0, end) };
    return { ...translate(whole, pattern, decode), cut };
}
/** Puts what `decode` gives in place of each match; keeps where the parts were. */
function translate(view, pattern, decode) {
    const { bytes } = view;
    const pieces = [];
    /** Places in the new bytes, and in the old ones, at which an escape, and what is behind it, begins. */
    const at = [0];
    const from = [0];
    let length = 0;
    let done = 0;
    for (const { 0: match, index } of bytes.matchAll(pattern)) {
        const made = decode(match);
        pieces.push(bytes.slice(done, index), made);
        length += index - done;
        at.push(length, length + made.length);
        length += made.length;
        done = index + match.length;
        from.push(index, done);
    }
    if (pieces.length === 0) {
        return view;
    }
    pieces.push(bytes.slice(done));
    /** Number of the last piece that begins at or before a place. */
    const pieceOf = (place) => {
        let low = 0;
        let high = at.length;
        while (high - low > 1) {
            const middle = (low + high) >>> 1;
            if ((at[middle] ?? 0) <= place) {
                low = middle;
            }
            else {
                high = middle;
            }
        }
        return low;
    };
    const isEscape = (piece) => piece % 2 === 1;
    return {
        bytes: pieces.join(''),
        cut: view.cut,
        start(place) {
            const piece = pieceOf(place);
            return view.start((from[piece] ?? 0) + (isEscape(piece) ? 0 : place - (at[piece] ?? 0)));
        },
        end(place) {
            const piece = pieceOf(place);
            return view.end(isEscape(piece) ? (from[piece + 1] ?? 0) - 1 : (from[piece] ?? 0) + place - (at[piece] ?? 0));
        },
    };
}

;// CONCATENATED MODULE: ./core/redact.js


/** Shortest value that is masked: the runner would turn every `a` of the log into ***, and drop every output with one. */
const MIN_MASKED_LENGTH = 6;
/** Shortest line of a value of several lines that is masked by itself. */
const MIN_MASKED_LINE_LENGTH = 8;
/** What stands where a secret was. */
const REDACTED = '***';
/**
 * Builds a redactor. A secret is found as it is and line by line; with any of its characters escaped as URLs (RFC 3986,
 * forms), JSON (anybody's: `\u003c`, `\/`, upper and lower case) or HTML have it, one of these in another too; in hex; and in
 * base64 of both alphabets at each of the three places where it can begin in a longer text, wrapped into lines or not.
 * Values shorter than six characters are in every text and stay.
 */
function createRedactor(secrets) {
    const plain = createNeedles();
    const encoded = createNeedles();
    const known = new Set();
    const learn = (secret) => {
        for (const text of plainForms(secret).filter((form) => !known.has(form))) {
            known.add(text);
            plain.add(() => text);
            for (const encode of ENCODERS) {
                encoded.add(() => encode(text));
            }
        }
    };
    for (const secret of secrets) {
        learn(secret);
    }
    const search = (text, isOpen) => {
        const spans = [];
        let open = text.length;
        const look = (view, needles) => {
            needles.find(view.bytes, (start, end) => spans.push([view.start(start), view.end(end - 1)]), isOpen ? (start) => (open = Math.min(open, view.start(start))) : undefined);
        };
        for (const view of known.size === 0 ? [] : viewsOf(text, isOpen)) {
            look(view, plain);
            look(unwrapped(view), encoded);
            open = Math.min(open, view.cut);
        }
        return { spans: merged(spans), open };
    };
    return {
        redact: (text) => cutOut(text, search(text, false).spans),
        holds: (text) => search(text, false).spans.length > 0,
        scan: (text) => search(text, true),
        learn,
    };
}
function merged(found) {
    const spans = [];
    for (const [start, end] of found.sort((a, b) => a[0] - b[0])) {
        const last = spans.at(-1);
        if (last !== undefined && start < last[1]) {
            spans[spans.length - 1] = [last[0], Math.max(last[1], end)];
        }
        else {
            spans.push([start, end]);
        }
    }
    return spans;
}
/** Returns a text with what is secret in place of those spans. */
function cutOut(text, spans) {
    const pieces = spans.map(([start], index) => text.slice(index === 0 ? 0 : spans[index - 1]?.[1], start) + REDACTED);
    return pieces.join('') + text.slice(spans.at(-1)?.[1] ?? 0);
}
/** The texts of a secret that are looked for, as bytes of UTF-8. */
function plainForms(secret) {
    return secret.trim().length < MIN_MASKED_LENGTH
        ? []
        : [...new Set([secret, secret.trim(), ...linesOf(secret)])].map(utf8);
}
const hexOf = (bytes) => Buffer.from(bytes, 'latin1').toString('hex');
/** Hex in both cases, and base64 in both alphabets wherever a text begins in it. */
const ENCODERS = [
    hexOf,
    (bytes) => hexOf(bytes).toUpperCase(),
    ...[0, 1, 2].flatMap((shift) => [
        (bytes) => base64At(bytes, shift),
        (bytes) => base64At(bytes, shift).replaceAll('+', '-').replaceAll('/', '_'),
    ]),
];
/** The part of base64 that a text gives `shift` bytes behind a boundary: the characters at the edges hold foreign bits and fall off. */
function base64At(bytes, shift) {
    const padded = Buffer.concat([Buffer.alloc(shift), Buffer.from(bytes, 'latin1')]);
    const encoded = padded.toString('base64').replaceAll('=', '');
    return encoded.slice(shift === 0 ? 0 : shift + 1, padded.length % 3 === 0 ? undefined : -1);
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
/** Returns the lines of a text that are not empty, without the blanks around them. */
function splitLines(value) {
    return value
        .split(/\r\n|\r|\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
}
/** Returns the lines of a value of several lines that are long enough to be looked for by themselves. */
function linesOf(value) {
    const lines = splitLines(value);
    return lines.length > 1 ? lines.filter((line) => line.length >= MIN_MASKED_LINE_LENGTH) : [];
}


/***/ }),

/***/ 9807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isWebAddress: () => (/* binding */ isWebAddress),
/* harmony export */   printable: () => (/* binding */ printable),
/* harmony export */   visible: () => (/* binding */ visible)
/* harmony export */ });
/** Signs that turn the direction of what is around them: a text would not read as it is (Unicode, UAX 9). */
const BIDIRECTIONAL = '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';
const LINE_ENDS = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g;
// Built from text, as the signs themselves would turn this line.
const UNPRINTABLE = new RegExp(`[${BIDIRECTIONAL}\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u009f]`, 'g');
/** Shows the signs in a text that steer and are not seen, as JavaScript writes them: `\u202e`; line ends and tabs stay. */
function visible(text) {
    return text.replace(UNPRINTABLE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
/** Returns a text as one line that shows what it holds: line ends as blanks, signs that steer as `visible` has them. */
function printable(text) {
    return visible(text.replace(LINE_ENDS, ' '));
}
/**
 * Whether a text is an http(s) address that leads where it seems to: no name or password before the host
 * (`https://github.com@evil.example.com`), printable ASCII alone, no sign that ends a link of Markdown or Slack.
 */
function isWebAddress(text) {
    return /^https?:\/\/[^\s<>()|`"'\\]+$/.test(text) && /^[!-~]+$/.test(text) && hasPlainHost(text);
}
function hasPlainHost(address) {
    try {
        const { username, password } = new URL(address);
        const [authority = ''] = address.slice(address.indexOf('//') + 2).split(/[/?#]/);
        return username === '' && password === '' && !authority.includes('@');
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 13729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ onDisk),
/* harmony export */   w: () => (/* binding */ diskError)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);

/** What the system says where a file cannot be written: no space, no right, or a medium that takes no writes. */
const DISK_FAULT = /^(ENOSPC|EDQUOT|EROFS|EACCES|EPERM)$/;
/** Returns the error that tells what to do about a file that could not be written; undefined for any other error. */
function diskError(error) {
    const { code, message } = error;
    return error instanceof Error && DISK_FAULT.test(code ?? '')
        ? new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_INPUT', {
            what: `a file could not be written: ${message}`,
            fix: "check the runner's disk and RUNNER_TEMP: the free space and the rights",
            cause: error,
        })
        : undefined;
}
/** Does a piece of work with files; throws E_INPUT with the system's reason where the disk fails it. */
async function onDisk(work) {
    try {
        return await work();
    }
    catch (error) {
        throw diskError(error) ?? error;
    }
}


/***/ }),

/***/ 83824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ readLimited)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _core_file_size_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71309);


/**
 * Reads a file of at most the size that its kind may have; `name` is how errors call it. Rejects as `readFile` does where it is
 * not there, and where it is no plain file (a device or a pipe would never end); E_CONFIG_FILE where it is too large.
 */
async function readLimited(path, name, kind) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
    if (!found.isFile()) {
        throw Object.assign(new Error(`${name} is no plain file`), { code: found.isDirectory() ? 'EISDIR' : 'ENOTFILE' });
    }
    const error = (0,_core_file_size_js__WEBPACK_IMPORTED_MODULE_1__/* .sizeError */ .wu)(name, found.size, kind);
    if (error !== undefined) {
        throw error;
    }
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path);
}


/***/ }),

/***/ 56526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ readRunContext),
/* harmony export */   N5: () => (/* binding */ readEventPayload),
/* harmony export */   Vp: () => (/* binding */ runUrl)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30742);
/* harmony import */ var _core_file_size_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71309);



/** Reads the runner's variables; throws E_EVENT where one that is always set is not. */
function readRunContext(environment = process.env) {
    const need = (name) => {
        const value = environment[name];
        if (value === undefined || value === '') {
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_EVENT', {
                what: `the environment variable ${name} is not set`,
                fix: 'run the action in a job of GitHub Actions',
            });
        }
        return value;
    };
    const [owner = '', repository = ''] = need('GITHUB_REPOSITORY').split('/');
    return {
        owner,
        repository,
        repositoryId: need('GITHUB_REPOSITORY_ID'),
        ref: environment['GITHUB_REF'] ?? '',
        eventName: need('GITHUB_EVENT_NAME'),
        runId: environment['GITHUB_RUN_ID'] ?? '0',
        runAttempt: environment['GITHUB_RUN_ATTEMPT'] ?? '1',
        runnerName: environment['RUNNER_NAME'] ?? '',
        triggeringActor: environment['GITHUB_TRIGGERING_ACTOR'] ?? environment['GITHUB_ACTOR'] ?? '',
        workflowRef: environment['GITHUB_WORKFLOW_REF'] ?? '',
        apiUrl: environment['GITHUB_API_URL'] ?? 'https://api.github.com',
        serverUrl: environment['GITHUB_SERVER_URL'] ?? 'https://github.com',
        workspace: environment['GITHUB_WORKSPACE'] ?? process.cwd(),
        tempFolder: need('RUNNER_TEMP'),
    };
}
/** Where a person sees an attempt of a run. */
function runUrl({ serverUrl, owner, repository, runId, runAttempt }) {
    return `${serverUrl}/${owner}/${repository}/actions/runs/${runId}/attempts/${runAttempt}`;
}
/** Reads the payload of the event that started the run; throws E_EVENT where the file is missing or is not JSON. */
function readEventPayload(environment = process.env) {
    const path = environment['GITHUB_EVENT_PATH'] ?? '';
    try {
        const error = (0,_core_file_size_js__WEBPACK_IMPORTED_MODULE_2__/* .sizeError */ .wu)(path, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).size, "an event's payload");
        if (error !== undefined) {
            throw error;
        }
        return JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
    }
    catch (cause) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('E_EVENT', {
            what: `the event file "${path}" (GITHUB_EVENT_PATH) cannot be read as JSON`,
            fix: 'run the action in a job of GitHub Actions; where you set the variable yourself, check the file',
            cause,
        });
    }
}


/***/ }),

/***/ 37735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ redactingLog),
/* harmony export */   t: () => (/* binding */ runnerLog)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2327);
/* harmony import */ var _core_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3913);
/* harmony import */ var _core_report_printable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9807);




/** Keeps a line that holds somebody else's words from being a command: the runner looks for `::` and `##[`. */
function inert(text) {
    return (0,_core_report_printable_js__WEBPACK_IMPORTED_MODULE_3__.visible)(text)
        .replace(/\r/g, '')
        .replace(/^(\s*)::/gm, '$1\u200b::')
        .replaceAll('##[', '##\u200b[');
}
/** The log of the GitHub runner. */
const runnerLog = {
    info: (text) => _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq(inert(text)),
    notice: (text, place) => _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .notice */ .lm((0,_core_report_printable_js__WEBPACK_IMPORTED_MODULE_3__.visible)(text), propertiesOf(place)),
    warning: (text, place) => _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e((0,_core_report_printable_js__WEBPACK_IMPORTED_MODULE_3__.visible)(text), propertiesOf(place)),
    error: (text, place) => _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3((0,_core_report_printable_js__WEBPACK_IMPORTED_MODULE_3__.visible)(text), propertiesOf(place)),
    debug: (text) => _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .debug */ .Yz((0,_core_report_printable_js__WEBPACK_IMPORTED_MODULE_3__.visible)(text)),
    foreign(title, text) {
        _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .startGroup */ .Oh(inert(title));
        showForeign(text);
        _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .endGroup */ .N4();
    },
    group(title, entries) {
        _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .startGroup */ .Oh(inert(title));
        for (const entry of entries) {
            if ('line' in entry) {
                _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq(inert(entry.line));
            }
            else {
                _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq(inert(`${entry.title}:`));
                showForeign(entry.foreign);
            }
        }
        _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .endGroup */ .N4();
    },
};
function propertiesOf(place) {
    return place === undefined
        ? {}
        : { file: place.file, ...(place.line === undefined ? {} : { startLine: place.line }) };
}
function showForeign(text) {
    const token = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
    _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq(`::stop-commands::${token}\n${text.replace(/\n$/, '')}\n::${token}::`);
}
/** A log whose every text is redacted first. */
function redactingLog(log, redactor) {
    return {
        info: (text) => log.info(redactor.redact(text)),
        notice: (text, place) => log.notice(redactor.redact(text), place),
        warning: (text, place) => log.warning(redactor.redact(text), place),
        error: (text, place) => log.error(redactor.redact(text), place),
        foreign: (title, text) => log.foreign(title, redactor.redact(text)),
        debug: (text) => log.debug(redactor.redact(text)),
        group: (title, entries) => log.group(redactor.redact(title), (0,_core_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .redactDeep */ .KL)(entries, redactor)),
    };
}


/***/ })

};
