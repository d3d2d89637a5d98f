export const id = 7287;
export const ids = [7287,9807];
export const modules = {

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

/***/ 66:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ cut),
/* harmony export */   b: () => (/* binding */ renderTable)
/* harmony export */ });
/** Shortest that a column is cut to, in characters. */
const MIN_COLUMN = 12;
/**
 * Lays rows out in columns, two blanks apart; the first row is the head. `width` cuts the widest columns until a line fits (undefined: nothing is cut, for what is read by a program).
 * A cell is one line.
 */
function renderTable(rows, width) {
    const columns = rows[0]?.length ?? 0;
    const widths = Array.from({ length: columns }, (_, index) => Math.max(...rows.map((row) => lengthOf(row[index]))));
    const fitting = width === undefined ? widths : fitWidths(widths, width - 2 * (columns - 1));
    return rows.map((row) => row
        .map((cell, index) => cut(cell, fitting[index] ?? 0).padEnd(index === columns - 1 ? 0 : (fitting[index] ?? 0)))
        .join('  ')
        .trimEnd());
}
const lengthOf = (cell = '') => cell.length;
/** Takes from the widest column until all fit, or none can be cut any more. */
function fitWidths(widths, room) {
    const fitting = [...widths];
    for (let over = sum(fitting) - room; over > 0; over = sum(fitting) - room) {
        const widest = fitting.indexOf(Math.max(...fitting));
        const least = Math.max(MIN_COLUMN, ...fitting.filter((_, index) => index !== widest));
        const next = Math.max((fitting[widest] ?? 0) - over, Math.min(least, (fitting[widest] ?? 0) - 1), MIN_COLUMN);
        if (next >= (fitting[widest] ?? 0)) {
            return fitting;
        }
        fitting[widest] = next;
    }
    return fitting;
}
const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);
/** Returns the beginning of a text that fits into a number of characters, with an ellipsis if that is not all. */
function cut(text, width) {
    return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
}


/***/ }),

/***/ 27287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openTerminal: () => (/* binding */ openTerminal)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _core_report_printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9807);
/* harmony import */ var _core_terminal_table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66);



const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 120;
/** Back to the line's beginning, and all of it away (ECMA-48). */
const CLEAR = '\r\u001b[2K';
/** Opens the terminal of this process. https://no-color.org, https://force-color.org */
function openTerminal({ json, verbose }, { stdout, stderr } = process, environment = process.env) {
    const hasColours = (stream) => (environment['NO_COLOR'] ?? '') === '' &&
        ((environment['FORCE_COLOR'] ?? '0') !== '0' || (stream.isTTY === true && environment['TERM'] !== 'dumb'));
    const paint = (stream, style, text) => hasColours(stream) ? (0,node_util__WEBPACK_IMPORTED_MODULE_0__.styleText)(style, text, { validateStream: false }) : text;
    const status = openStatus(stderr, environment);
    const say = (line) => status.above(() => stderr.write(`${line}\n`));
    const marked = (style, mark) => (text) => say(`${paint(stderr, style, mark)} ${(0,_core_report_printable_js__WEBPACK_IMPORTED_MODULE_1__.visible)(text)}`);
    const foreign = (title, text) => {
        if (verbose) {
            say(paint(stderr, 'dim', (0,_core_report_printable_js__WEBPACK_IMPORTED_MODULE_1__.visible)(title)));
            for (const line of text.replace(/\n$/, '').split(/\r?\n/)) {
                say(`  ${paint(stderr, 'dim', '│')} ${(0,_core_report_printable_js__WEBPACK_IMPORTED_MODULE_1__.visible)(line)}`);
            }
        }
    };
    const info = (text) => {
        status.tell(text);
        say((0,_core_report_printable_js__WEBPACK_IMPORTED_MODULE_1__.visible)(text));
    };
    const log = {
        info,
        notice: marked('cyan', 'note:'),
        warning: marked('yellow', 'warning:'),
        error: marked('red', 'error:'),
        debug: (text) => {
            if (verbose) {
                say(paint(stderr, 'dim', (0,_core_report_printable_js__WEBPACK_IMPORTED_MODULE_1__.visible)(text)));
            }
        },
        foreign,
        group: (title, entries) => {
            info(title);
            for (const entry of entries) {
                if ('line' in entry) {
                    say(`  ${(0,_core_report_printable_js__WEBPACK_IMPORTED_MODULE_1__.visible)(entry.line)}`);
                }
                else {
                    foreign(entry.title, entry.foreign);
                }
            }
        },
    };
    return {
        json,
        verbose,
        isInteractive: process.stdin.isTTY === true && stderr.isTTY === true && (environment['CI'] ?? '') === '',
        width: stdout.isTTY === true ? stdout.columns : undefined,
        log,
        style: (style, text) => paint(stdout, style, text),
        print: (lines) => {
            if (!json) {
                status.above(() => stdout.write(lines.map((line) => `${line}\n`).join('')));
            }
        },
        printJson: (value) => {
            if (json) {
                status.above(() => stdout.write(`${JSON.stringify(value, undefined, 2)}\n`));
            }
        },
        working: (what, work) => status.during(what, work),
    };
}
/** The last line of a terminal, which says what is at work and how long; none where nobody looks at it as it comes. */
function openStatus(stream, environment) {
    const isLive = stream.isTTY === true && environment['TERM'] !== 'dumb' && (environment['CI'] ?? '') === '';
    let text;
    let start = 0;
    let frame = 0;
    const draw = () => {
        if (isLive && text !== undefined) {
            const seconds = Math.round((performance.now() - start) / 1000);
            const line = `${FRAMES[frame % FRAMES.length]} ${(0,_core_report_printable_js__WEBPACK_IMPORTED_MODULE_1__.printable)(text)} · ${seconds} s`;
            stream.write(`${CLEAR}${(0,_core_terminal_table_js__WEBPACK_IMPORTED_MODULE_2__/* .cut */ .J)(line, (stream.columns || 80) - 1)}`);
        }
    };
    const clear = () => {
        if (isLive && text !== undefined) {
            stream.write(CLEAR);
        }
    };
    return {
        /** Writes something above the line. */
        above(write) {
            clear();
            write();
            draw();
        },
        /** Has the line say the last thing that was told. */
        tell(said) {
            text = text === undefined ? undefined : said;
        },
        async during(what, work) {
            text = what;
            start = performance.now();
            const timer = setInterval(() => {
                frame += 1;
                draw();
            }, FRAME_MS);
            timer.unref();
            try {
                return await work();
            }
            finally {
                clearInterval(timer);
                clear();
                text = undefined;
            }
        },
    };
}


/***/ })

};
