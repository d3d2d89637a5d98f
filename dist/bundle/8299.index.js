export const id = 8299;
export const ids = [8299];
export const modules = {

/***/ 14322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);
/* harmony import */ var _core_only_defined_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(49443);
/* harmony import */ var _core_profile_session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4907);
/* harmony import */ var _core_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3913);
/* harmony import */ var _core_removal_failure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70268);
/* harmony import */ var _core_removal_result_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(57249);
/* harmony import */ var _core_report_removal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(32332);
/* harmony import */ var _core_stage_ref_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(66113);
/* harmony import */ var _core_transport_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(59964);
/* harmony import */ var _stage_remove_remove_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(16360);










/** Removes a stage, or every one that is not wanted any more, and returns what came of each. */
async function run(inputs, deps) {
    const { configuration, voice: { log }, } = deps;
    (0,_core_profile_session_js__WEBPACK_IMPORTED_MODULE_1__/* .checkSession */ .dy)(configuration.profile, deps.session, 'destroy-stage');
    const options = { concurrency: inputs.concurrency, dryRun: inputs['dry-run'] };
    const ref = checkInputs(inputs, configuration);
    const removal = inputs.expired
        ? await (0,_stage_remove_remove_js__WEBPACK_IMPORTED_MODULE_7__/* .sweep */ .X0)({ ...deps, ...options, limit: inputs.limit })
        : await (0,_stage_remove_remove_js__WEBPACK_IMPORTED_MODULE_7__/* .removeOne */ .xL)({ ...deps, ...options, ref });
    const result = (0,_core_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .redactDeep */ .KL)({
        schemaVersion: 1,
        app: configuration.app,
        status: (0,_core_removal_result_js__WEBPACK_IMPORTED_MODULE_8__/* .removalStatus */ .FU)(removal.stages),
        dryRun: inputs['dry-run'],
        stages: removal.stages,
        more: removal.more,
        wanted: removal.wanted,
        looked: removal.looked,
        unrecorded: removal.unrecorded,
    }, deps.redactor);
    const failure = (0,_core_removal_failure_js__WEBPACK_IMPORTED_MODULE_3__/* .removalFailure */ .r)(result.stages);
    const failed = new Set(result.stages.flatMap(({ status, stage }) => (status === 'failed' ? [stage] : [])));
    const removed = result.stages.flatMap(({ status, stage }) => status === 'removed' && !failed.has(stage) ? [stage] : []);
    log.info(describe(result));
    for (const { stack, account, region } of result.unrecorded) {
        log.warning(`the stack ${stack} (account ${account}, ${region}) looks like a preview's, and no record of "${result.app}" claims it: untouched`);
    }
    return {
        outputs: {
            status: result.status,
            removed: JSON.stringify([...new Set(removed)]),
            result: (0,_core_transport_js__WEBPACK_IMPORTED_MODULE_6__/* .encodeJson */ .Pr)(result),
        },
        summary: (0,_core_report_removal_js__WEBPACK_IMPORTED_MODULE_4__/* .renderRemoval */ .dp)(result),
        ...(result.status === 'superseded' ? { notice: `superseded: ${result.stages[0]?.reason}` } : {}),
        ...(0,_core_only_defined_js__WEBPACK_IMPORTED_MODULE_9__/* .onlyDefined */ .M)({ failure }),
    };
}
function describe({ status, stages, more, looked }) {
    const places = (0,_core_removal_result_js__WEBPACK_IMPORTED_MODULE_8__/* .describePlaces */ ._g)(looked);
    const rest = more === 0 ? '' : `; ${more} more are left to the next run`;
    return stages.length === 0
        ? `nothing found to remove; looked in ${places}`
        : `${status}: ${stages.map(({ stage, status: each }) => `${stage} ${each}`).join(', ')}${rest}; looked in ${places}`;
}
/** Checks that the inputs name what may be removed, and returns the ref of the preview that they name; '' for others. */
function checkInputs(inputs, { stage, destroyAllowed }) {
    const ref = inputs.ref ?? stage.ref;
    if (inputs.expired) {
        if (inputs.ref !== undefined || inputs.confirm !== undefined) {
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_INPUT', {
                what: 'the input "expired" is true, and "ref" or "confirm" is given too',
                fix: 'leave "expired" out to remove one stage, or the others to remove all that expired',
            });
        }
        return '';
    }
    if (stage.kind !== 'preview') {
        checkKeys(inputs, stage.name, destroyAllowed);
        return '';
    }
    if (!(0,_core_stage_ref_js__WEBPACK_IMPORTED_MODULE_5__/* .isBranchRef */ ._7)(ref) && (0,_core_stage_ref_js__WEBPACK_IMPORTED_MODULE_5__/* .pullRequestOfRef */ .Fj)(ref) === undefined) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_REF_REQUIRED', {
            what: ref === '' ? 'no preview is named' : `"${ref}" is neither a branch nor a pull request`,
            fix: 'give the input "ref" a full ref (refs/heads/NAME, refs/pull/NUMBER), or "expired: true" for all that expired',
        });
    }
    return ref;
}
/** A configured stage goes by two keys: one in the configuration, one by who starts the run. */
function checkKeys({ confirm, ref, 'dry-run': dryRun }, name, allowed) {
    if (ref !== undefined) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_INPUT', {
            what: `"ref" is "${ref}", and the configuration is of the configured stage "${name}"`,
            fix: 'leave "ref" out, or pass on the configuration of a preview',
        });
    }
    if (!allowed || (confirm !== name && !dryRun)) {
        const what = allowed
            ? `"confirm" is ${confirm === undefined ? 'not given' : `"${confirm}"`}`
            : `its configuration does not say \`destroy: allowed\``;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('E_DESTROY_FORBIDDEN', {
            what: `the stage "${name}" is a configured one, and ${what}`,
            why: 'nothing was touched',
            fix: `write \`destroy: allowed\` below stages.${name} in serverless-stages.yml, and \`confirm: ${name}\` for the action`,
        });
    }
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

/***/ 14207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ openFromHere)
/* harmony export */ });
/* harmony import */ var _core_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3913);
/* harmony import */ var _stage_open_stage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64209);


/** Opens the ways to AWS for a stage, without its parameters. Throws what its credentials throw. */
async function openFromHere({ configuration, face, checkout, session }) {
    const parts = { configuration, session: await session(), redactor: (0,_core_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .createRedactor */ .lY)([]) };
    return (0,_stage_open_stage_js__WEBPACK_IMPORTED_MODULE_1__/* .openStage */ .j)({ ...parts, workingDirectory: checkout.folder }, face);
}


/***/ }),

/***/ 93359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IK: () => (/* binding */ wantsToGoOn),
/* harmony export */   L5: () => (/* binding */ askText),
/* harmony export */   Nh: () => (/* binding */ mayAsk),
/* harmony export */   d5: () => (/* binding */ agree),
/* harmony export */   zF: () => (/* binding */ askChoice)
/* harmony export */ });
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39100);

/** Whether somebody is there who can be asked, and wants to be. */
function mayAsk({ yes }, { isInteractive }) {
    return !yes && isInteractive;
}
/** Asks whether something is to be done; throws UsageError if the answer is no, or nobody is there to be asked. */
async function agree(question, options, terminal) {
    if (!(await wantsToGoOn(question, options, terminal))) {
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e('nothing was done');
    }
}
/** Asks a question with yes and no; throws UsageError if nobody is there to be asked. */
async function wantsToGoOn(question, { yes }, terminal) {
    if (yes) {
        return true;
    }
    if (!terminal.isInteractive) {
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e(`${question} – nobody is there to be asked – add --yes to say so`);
    }
    const { confirm } = await __webpack_require__.e(/* import() */ 1520).then(__webpack_require__.bind(__webpack_require__, 11520));
    return (await confirm({ message: question, initialValue: false, output: process.stderr })) === true;
}
/** Asks for a text until `check` does not throw; throws UsageError if it is broken off. */
async function askText(message, { initial, check }) {
    const { text } = await __webpack_require__.e(/* import() */ 1520).then(__webpack_require__.bind(__webpack_require__, 11520));
    const answer = await text({
        message,
        ...(initial === undefined ? {} : { initialValue: initial }),
        validate: (given) => {
            try {
                check(given ?? '');
                return undefined;
            }
            catch (error) {
                // A prompt has one line for it: what is wrong, and what to write.
                const [what = '', ...more] = error.message.split(' – ');
                return [what, ...more.slice(-1)].join(' – ');
            }
        },
        output: process.stderr,
    });
    return answered(answer);
}
/** Asks for one of several; throws UsageError if it is broken off. */
async function askChoice(message, choices) {
    const { select } = await __webpack_require__.e(/* import() */ 1520).then(__webpack_require__.bind(__webpack_require__, 11520));
    const options = choices.map(({ value, label }) => ({ value: value, label }));
    return answered(await select({ message, options, output: process.stderr }));
}
function answered(answer) {
    if (typeof answer === 'symbol') {
        throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e('nothing was done');
    }
    return answer;
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

/***/ 88267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   destroy: () => (/* binding */ destroy)
/* harmony export */ });
/* harmony import */ var _actions_destroy_stage_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14322);
/* harmony import */ var _core_report_printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9807);
/* harmony import */ var _core_terminal_table_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(66);
/* harmony import */ var _core_transport_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59964);
/* harmony import */ var _ended_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56872);
/* harmony import */ var _laptop_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57194);
/* harmony import */ var _opened_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(14207);
/* harmony import */ var _prompts_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(93359);
/* harmony import */ var _show_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(98011);









/** How many services are removed at the same time. */
const CONCURRENCY = 4;
/** Removes a stage: shows what would go, asks, and shows what became of it. */
async function destroy(options, terminal) {
    const laptop = await (0,_laptop_js__WEBPACK_IMPORTED_MODULE_4__/* .openLaptop */ .X)(options, terminal, 'change');
    const stage = await (0,_opened_js__WEBPACK_IMPORTED_MODULE_5__/* .openFromHere */ .b)(laptop);
    const { name } = laptop.configuration.stage;
    (0,_show_js__WEBPACK_IMPORTED_MODULE_6__/* .showHead */ .UQ)(laptop.configuration, stage.session, terminal);
    if (!options.yes) {
        const foreseen = await remove(stage, true, terminal);
        showRemoval(foreseen.result, terminal);
        // What cannot even be foreseen is not removed unasked.
        if (foreseen.result.status !== 'planned') {
            terminal.printJson(foreseen.result);
            return (0,_ended_js__WEBPACK_IMPORTED_MODULE_3__/* .ended */ .v)(foreseen.failure, terminal);
        }
        await (0,_prompts_js__WEBPACK_IMPORTED_MODULE_7__/* .agree */ .d5)(`Remove the stage "${name}" and all that is in it?`, options, terminal);
    }
    const removed = await remove(stage, false, terminal);
    showRemoval(removed.result, terminal);
    terminal.printJson(removed.result);
    return (0,_ended_js__WEBPACK_IMPORTED_MODULE_3__/* .ended */ .v)(removed.failure, terminal);
}
async function remove(stage, isDryRun, terminal) {
    const { name } = stage.configuration.stage;
    const inputs = {
        configuration: undefined,
        stage: undefined,
        ref: undefined,
        expired: false,
        limit: 1,
        'dry-run': isDryRun,
        confirm: name,
        'credentials-file': '',
        concurrency: CONCURRENCY,
        'job-summary': false,
        'github-token': '',
        'working-directory': '.',
    };
    const title = isDryRun ? `looking for what ${name} has` : `removing ${name}`;
    const { outputs, failure } = await terminal.working(title, () => (0,_actions_destroy_stage_run_js__WEBPACK_IMPORTED_MODULE_0__/* .run */ .e)(inputs, stage));
    return { result: (0,_core_transport_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeJson */ .xO)(outputs.result ?? ''), failure };
}
function showRemoval({ stages }, terminal) {
    const rows = stages.flatMap(({ services }) => services.map(({ key, region, stack, status, reason = '', retained }) => {
        const stays = retained.map(({ type, physicalId }) => `stays: ${type} ${physicalId}`);
        return [key, region, stack, status, (0,_core_report_printable_js__WEBPACK_IMPORTED_MODULE_1__.printable)([reason, ...stays].filter((text) => text !== '').join('; '))];
    }));
    const head = ['service', 'region', 'stack', 'status', ''];
    terminal.print(rows.length === 0 ? ['', 'nothing of it is there'] : ['', ...(0,_core_terminal_table_js__WEBPACK_IMPORTED_MODULE_8__/* .renderTable */ .b)([head, ...rows], terminal.width)]);
}


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
