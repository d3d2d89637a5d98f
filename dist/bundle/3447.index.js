export const id = 3447;
export const ids = [3447,7682];
export const modules = {

/***/ 58565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ deployFromHere)
/* harmony export */ });
/* harmony import */ var _actions_deploy_service_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23368);
/* harmony import */ var _core_transport_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59964);
/* harmony import */ var _io_private_work_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29659);
/* harmony import */ var _io_source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77700);
/* harmony import */ var _stage_open_deployment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48770);





/** How many services are deployed at the same time. */
const CONCURRENCY = 4;
/** Does what the action deploy-service does, with the files of this clone as they are. Throws what that throws. */
async function deployFromHere(laptop, { session, parameters }, { service, isDryRun }, terminal) {
    const { configuration, face, checkout } = laptop;
    const workingDirectory = checkout.folder;
    const open = await (0,_stage_open_deployment_js__WEBPACK_IMPORTED_MODULE_4__/* .deploymentOpener */ .XF)({ configuration, session, parameters, workingDirectory, keep: undefined }, face);
    const inputs = {
        services: service,
        configuration: undefined,
        stage: undefined,
        'credentials-file': '',
        'parameters-file': '',
        concurrency: CONCURRENCY,
        'publish-outputs': undefined,
        'dry-run': isDryRun,
        redeploy: false,
        rollback: false,
        freeze: undefined,
        'lift-freeze': undefined,
        'test-result': undefined,
        'expected-code': undefined,
        'job-summary': false,
        'github-token': '',
        'serverless-access-key': process.env['SERVERLESS_ACCESS_KEY'],
        'serverless-license-key': process.env['SERVERLESS_LICENSE_KEY'],
        'working-directory': workingDirectory,
    };
    const title = `${isDryRun ? 'planning' : 'deploying'} ${configuration.stage.name}`;
    const { outputs, failure } = await terminal.working(title, () => (0,_io_private_work_js__WEBPACK_IMPORTED_MODULE_2__/* .withPrivateFolder */ .m)(face.tempFolder, 'serverless-stages', (folder) => (0,_io_source_js__WEBPACK_IMPORTED_MODULE_3__/* .withSource */ .g)(checkout.root, workingDirectory, (source) => (0,_actions_deploy_service_run_js__WEBPACK_IMPORTED_MODULE_0__/* .run */ .e)(inputs, open(source, folder)))));
    return { result: (0,_core_transport_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeJson */ .xO)(outputs.result ?? ''), failure };
}


/***/ }),

/***/ 56872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ ended)
/* harmony export */ });
/* harmony import */ var _exit_codes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85);

/** Says why a verb failed, if it did, and returns the exit code. */
function ended(failure, { log }) {
    if (failure === undefined) {
        return _exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .d.ok;
    }
    log.error(`${failure.code}: ${failure.message}`);
    return _exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .d.failed;
}


/***/ }),

/***/ 98011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L$: () => (/* binding */ showResult),
/* harmony export */   UQ: () => (/* binding */ showHead),
/* harmony export */   hq: () => (/* binding */ showChanges),
/* harmony export */   mJ: () => (/* binding */ orderOf)
/* harmony export */ });
/* harmony import */ var _core_report_printable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9807);
/* harmony import */ var _core_terminal_table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66);


/** Says which stage is meant, and where it is. */
function showHead({ app, stage, profile }, { account }, terminal) {
    const regions = profile.regions.join(', ');
    terminal.print([
        `${terminal.style('bold', `${app} · ${stage.name}`)} (${stage.kind} stage)`,
        `profile ${profile.name}, account ${account}, ${regions}`,
    ]);
}
const STYLES = {
    deployed: ['green', '✓', 'deployed'],
    planned: ['cyan', '+', 'would be deployed'],
    'rolled-back': ['yellow', '↩', 'rolled back'],
    unchanged: ['green', '✓', 'unchanged'],
    failed: ['red', '✗', 'failed'],
    superseded: ['yellow', '–', 'superseded'],
    removed: ['yellow', '–', 'removed'],
    'not-started': ['yellow', '–', 'not started'],
    'left-out': ['dim', '–', 'not in this stage'],
};
/** Shows what became of each service. */
function showResult(result, terminal) {
    const { services, regions } = result;
    const rows = services.map(({ key, region, status, reason, reads, seconds, url = '' }) => {
        const [, mark, words] = STYLES[status];
        const from = reads.map(({ service, stage }) => `${service} from ${stage}`);
        const why = [reason, ...(from.length === 0 ? [] : [`reads ${from.join(', ')}`])].join('; ');
        const name = regions.length > 1 ? `${key} (${region})` : key;
        return [`${mark} ${name}`, words, seconds === 0 ? '' : `${Math.round(seconds)} s`, url, (0,_core_report_printable_js__WEBPACK_IMPORTED_MODULE_0__.printable)(why)];
    });
    const lines = rows.length === 0 ? [] : (0,_core_terminal_table_js__WEBPACK_IMPORTED_MODULE_1__/* .renderTable */ .b)([['  service', 'status', 'time', 'URL', 'why'], ...rows], terminal.width);
    const [head = '', ...body] = lines;
    const styled = body.map((line, index) => terminal.style(STYLES[services[index]?.status ?? 'planned'][0], line));
    const [style, mark, words] = STYLES[result.status];
    const left = result.leftOver.map((each) => `left over, and not removed by a deploy: ${(0,_core_report_printable_js__WEBPACK_IMPORTED_MODULE_0__.printable)(each)}`);
    terminal.print([
        '',
        ...(lines.length === 0 ? [] : [terminal.style('dim', head), ...styled, '']),
        ...(result.reason === undefined ? [] : [(0,_core_report_printable_js__WEBPACK_IMPORTED_MODULE_0__.printable)(result.reason)]),
        ...left,
        terminal.style(style, `${mark} ${words}`),
    ]);
}
/** Shows what would change in each stack. */
function showChanges({ services }, terminal) {
    const rows = services.flatMap(({ key, changes = [] }) => changes.map(({ action, type, logicalId }) => [key, action, logicalId, type]));
    terminal.print(rows.length === 0 ? [] : ['', ...(0,_core_terminal_table_js__WEBPACK_IMPORTED_MODULE_1__/* .renderTable */ .b)([['service', 'change', 'resource', 'type'], ...rows], terminal.width)]);
}
/** The services in the order that they are deployed in: lists of those that go at the same time. */
function orderOf({ services, dependsOn = {} }) {
    const order = [];
    const keys = [...new Set(services.filter(({ status }) => status !== 'left-out').map(({ key }) => key))];
    const placed = new Set();
    for (let rest = keys; rest.length > 0; rest = rest.filter((key) => !placed.has(key))) {
        const ready = rest.filter((key) => (dependsOn[key] ?? []).every((on) => placed.has(on) || !keys.includes(on)));
        const next = ready.length === 0 ? rest : ready;
        order.push(next);
        for (const key of next) {
            placed.add(key);
        }
    }
    return order;
}


/***/ }),

/***/ 33447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   params: () => (/* binding */ params)
/* harmony export */ });
/* harmony import */ var _exit_codes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85);
/* harmony import */ var _laptop_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57194);
/* harmony import */ var _show_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98011);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7682);




/** Shows the names of a stage's parameters and where they come from. */
async function params(options, terminal) {
    const laptop = await (0,_laptop_js__WEBPACK_IMPORTED_MODULE_1__/* .openLaptop */ .X)(options, terminal, 'read');
    const { session, parameters } = await terminal.working('reading the parameters', () => (0,_laptop_js__WEBPACK_IMPORTED_MODULE_1__/* .openProfile */ .U)(laptop, terminal));
    (0,_show_js__WEBPACK_IMPORTED_MODULE_2__/* .showHead */ .UQ)(laptop.configuration, session, terminal);
    terminal.print(['', ...(0,_plan_js__WEBPACK_IMPORTED_MODULE_3__.parameterTable)(parameters, terminal)]);
    terminal.printJson({
        stage: laptop.configuration.stage.name,
        parameters: parameters.map(({ name, source, secret }) => ({ name, source, secret })),
    });
    return _exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .d.ok;
}


/***/ }),

/***/ 7682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parameterTable: () => (/* binding */ parameterTable),
/* harmony export */   plan: () => (/* binding */ plan)
/* harmony export */ });
/* harmony import */ var _core_terminal_table_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(66);
/* harmony import */ var _deploying_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58565);
/* harmony import */ var _ended_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56872);
/* harmony import */ var _laptop_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57194);
/* harmony import */ var _show_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(98011);





/** Shows what a deploy would do: the stage, its parameters, each service with its reason and what it reads, and what changes. */
async function plan(options, terminal) {
    const laptop = await (0,_laptop_js__WEBPACK_IMPORTED_MODULE_2__/* .openLaptop */ .X)(options, terminal, 'change');
    const profile = await (0,_laptop_js__WEBPACK_IMPORTED_MODULE_2__/* .openProfile */ .U)(laptop, terminal);
    const { configuration } = laptop;
    (0,_show_js__WEBPACK_IMPORTED_MODULE_3__/* .showHead */ .UQ)(configuration, profile.session, terminal);
    terminal.print(['', ...parameterTable(profile.parameters, terminal)]);
    const { result, failure } = await (0,_deploying_js__WEBPACK_IMPORTED_MODULE_0__/* .deployFromHere */ .M)(laptop, profile, { service: options.service, isDryRun: true }, terminal);
    (0,_show_js__WEBPACK_IMPORTED_MODULE_3__/* .showResult */ .L$)(result, terminal);
    const order = (0,_show_js__WEBPACK_IMPORTED_MODULE_3__/* .orderOf */ .mJ)(result);
    terminal.print(order.length < 2 ? [] : ['', `order: ${order.map((keys) => keys.join(', ')).join(' → ')}`]);
    (0,_show_js__WEBPACK_IMPORTED_MODULE_3__/* .showChanges */ .hq)(result, terminal);
    terminal.printJson({
        ...result,
        profile: configuration.profile.name,
        parameters: profile.parameters.map(({ name, source, secret }) => ({ name, source, secret })),
        order,
    });
    return (0,_ended_js__WEBPACK_IMPORTED_MODULE_1__/* .ended */ .v)(failure, terminal);
}
/** The parameters by name and source; a value is shown of none. */
function parameterTable(parameters, { width }) {
    const rows = parameters.map(({ name, source, secret }) => [name, source, secret ? 'secret' : '']);
    return rows.length === 0 ? ['no parameters'] : (0,_core_terminal_table_js__WEBPACK_IMPORTED_MODULE_4__/* .renderTable */ .b)([['parameter', 'from', ''], ...rows], width);
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


/***/ })

};
